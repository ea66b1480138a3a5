from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .document import follow, operations_of, read_document
from .harness import Profile, Run, fuzz
from .reach import unreached

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Operation
    from .target import Target

OFTEN = 15
"""So many calls of an operation do not all fail by chance."""


BEGINNING = {"createTemplate", "createPoll", "createOutboundTrunk"}
"""They need nothing that is there already."""
ALONE = {"sendDtmf"}
"""All that it needs is in the client token, which no operation answers."""
ENDING = ("delete", "stop", "disable", "end", "remove")


def _led_to(document: Mapping[str, Any], operation: Operation) -> set[str]:
    """The operations that the links of an operation lead to."""
    links = (link for each in operation.responses.values() for link in each.get("links", {}).values())
    return {follow(document, link)["operationId"] for link in links}


def test_links_lead_from_what_makes_to_what_ends() -> None:
    document = read_document()
    leads = {each.id: _led_to(document, each) for each in operations_of(document)}
    assert leads.keys() - set().union(*leads.values()) == BEGINNING | ALONE
    reached, going = set(BEGINNING), list(BEGINNING)
    while going:
        following = leads[going.pop()] - reached
        reached |= following
        going += following
    ending = {each for each in leads if each.startswith(ENDING)}
    assert {each.id for each in operations_of(document) if each.method == "DELETE"} < ending <= reached


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
