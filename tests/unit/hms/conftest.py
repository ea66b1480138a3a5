from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pytest
from hms_fakes import Driver

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(autouse=True)
def _no_ambient_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HMS_ACCESS_KEY", "HMS_SECRET", "HMS_MANAGEMENT_TOKEN", "HMS_BASE_URL"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(params=["sync", "async"])
def drive(request: pytest.FixtureRequest) -> Callable[..., Driver]:
    """Makes a `Driver` over the synchronous and over the asynchronous client."""
    return functools.partial(Driver, asynchronous=request.param == "async")
