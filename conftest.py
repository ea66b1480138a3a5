"""Runs the examples of the README and of docs/ as tests, and sees that mock servers keep the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hms_mock import MockServer


@pytest.fixture(autouse=True)
def mocks_keep_the_contract(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fails a test in which an answer of a mock was not as documented, also where the test did not look."""
    yield
    logged = [*caplog.get_records("setup"), *caplog.get_records("call")]
    said = [record.getMessage() for record in logged if record.name == "hms_mock"]
    broken = [message for message in said if message.startswith("the mock broke its contract")]
    on_purpose = request.node.get_closest_marker("breaks_the_contract") is not None
    if broken and not on_purpose:
        pytest.fail("\n".join(broken))
    if on_purpose and not broken:
        pytest.fail("it says that it breaks the contract, and does not")


@pytest.fixture
def credentials_of_the_mock(hms_mock_server: MockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment that the examples take their credentials from."""
    monkeypatch.setenv("HMS_BASE_URL", hms_mock_server.url)
    monkeypatch.setenv("HMS_ACCESS_KEY", hms_mock_server.access_key)
    monkeypatch.setenv("HMS_SECRET", hms_mock_server.secret)


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md", "docs/*.md"],
    fixtures=["credentials_of_the_mock", "hms_mock_server"],
).pytest()
