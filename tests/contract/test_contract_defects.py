"""The defects are themselves tested: each one works, and shows in the answers of the server that has it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

from .defects import DEFECTS, NOTHING, TABLES, Defect, defect_named
from .defects.lab import Lab
from .document import operations_of, read_document
from .harness import ACCESS_KEY, OTHER_SECRET, SECRET, TLS, new_server
from .scene import Stage
from .tokens import OTHER_KEY, mint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hms_mock import MockServer


# Its tokens are dated by the clock of mocks of our own.
pytestmark = pytest.mark.own_mocks


@contextmanager
def _lab(server: MockServer) -> Iterator[Lab]:
    def client(url: str, *credentials: str) -> httpx.Client:
        token = mint("managementToken", *credentials) if credentials else None
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=url, headers=headers, verify=TLS)

    with (
        server,
        client(server.url, ACCESS_KEY, SECRET) as api,
        client(server.url, OTHER_KEY, OTHER_SECRET) as other_api,
        client(server.url) as bare,
        client(server.control_url) as control,
    ):
        yield Lab(api, other_api, bare, SECRET, control, Stage(api, control))


@pytest.fixture(scope="module")
def sound(seed: int) -> Iterator[Lab]:
    """The server that the tests are normally run against."""
    with _lab(new_server(seed)) as lab:
        yield lab


@pytest.fixture(scope="module")
def control(seed: int) -> Iterator[Lab]:
    """A server that is built as the broken ones are, and is not broken."""
    with _lab(new_server(seed, defect=NOTHING)) as lab:
        yield lab


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_the_defect_shows(sound: Lab, control: Lab, seed: int, defect: Defect) -> None:
    control.stage.reset()
    expected = defect.shows(control)
    with _lab(new_server(seed, defect=defect)) as broken:
        assert defect.shows(broken) != expected
    sound.stage.reset()
    # Otherwise it is chance that shows, or how servers are broken, or the defect has outlived its server.
    assert defect.shows(sound) == expected


def test_the_defects_say_what_they_are() -> None:
    documented = {operation.id for operation in operations_of(read_document())}
    assert len(DEFECTS) >= 40
    assert len(DEFECTS) == sum(len(table.defects) for table in TABLES), "two have the same name"
    for name, defect in DEFECTS.items():
        assert defect.name == name
        assert defect.summary.endswith(".")
        assert documented.issuperset(defect.operations)


def test_a_defect_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match=r"there is no defect 'no-such-thing'; there are .*update-is-lost"):
        defect_named("no-such-thing")
