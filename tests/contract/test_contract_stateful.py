from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .document import operations_of, read_document
from .harness import Profile, Run, fuzz
from .reach import unreached

if TYPE_CHECKING:
    from .target import Target

OFTEN = 15
"""So many calls of an operation do not all fail by chance."""


@pytest.fixture(scope="module")
def run(server: Target, profile: Profile, seed: int) -> Run:
    return fuzz(server, ["stateful"], profile, seed)


def test_the_server_keeps_the_contract(run: Run) -> None:
    run.check()


def test_the_reports_are_kept(run: Run) -> None:
    run.check_reports()


def test_no_chain_was_left_out(run: Run, profile: Profile) -> None:
    # Hypothesis ends early, and schemathesis does not tell, when the same calls are not answered alike.
    assert run.chains >= profile.examples["stateful"]


def test_the_chains_reached_operations(run: Run) -> None:
    operations = operations_of(read_document())
    # Which operations the chains lead to is a matter of chance; the other phases call each for certain.
    called = [operation for operation in operations if operation.id in run.statuses]
    assert len(called) >= 0.7 * len(operations)
    # An operation that was called a few times only may have been led to what was gone each time.
    often = [operation for operation in called if run.statuses[operation.id].total() >= OFTEN]
    assert len(often) >= 0.3 * len(operations)
    assert unreached(run.statuses, often, errors=()) == []
