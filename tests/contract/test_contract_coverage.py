from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .document import operations_of, read_document
from .extent import FLOORS
from .harness import Profile, Run, fuzz
from .reach import unreached

if TYPE_CHECKING:
    from .target import Target


@pytest.fixture(scope="module")
def run(server: Target, profile: Profile, seed: int) -> Run:
    return fuzz(server, ["examples", "coverage"], profile, seed)


@pytest.mark.reads
def test_the_server_keeps_the_contract(run: Run) -> None:
    run.check()


@pytest.mark.reads
def test_the_reports_are_kept(run: Run) -> None:
    run.check_reports()


def test_every_operation_was_reached(run: Run) -> None:
    assert unreached(run.statuses, operations_of(read_document())) == []


def test_as_much_of_the_document_was_reached_as_before(run: Run) -> None:
    assert run.extent.shortfalls(FLOORS) == [], f"see {run.reports / 'coverage.md'}"
