"""Defects that the server under test can be given, to prove that the contract tests notice them.

`HMS_CONTRACT_DEFECT` names one; `contract.mutation` runs the tests against each. The mock server that is
shipped has none of them: see `sabotage.py` for how they get in.
"""

from __future__ import annotations

from . import access, answers, bounds, errors, jobs, lists, polls, protocol, rooms, values, webhooks, writes
from .sabotage import BrokenServer, Defect

__all__ = ["DEFECTS", "NOTHING", "TABLES", "BrokenServer", "Defect", "defect_named"]

TABLES = (
    bounds.defect,
    answers.defect,
    errors.defect,
    protocol.defect,
    access.tokens,
    access.workspaces,
    writes.defect,
    values.defect,
    lists.pages,
    lists.filters,
    rooms.defect,
    jobs.states,
    jobs.files,
    polls.defect,
    webhooks.defect,
)

DEFECTS = {defect.name: defect for table in TABLES for defect in table.defects}
"""All defects by their names."""

NOTHING = Defect("nothing", "control", "Nothing is wrong.", (), lambda server: None, lambda lab: None)
"""A server that is built as the broken ones are, and is not broken: with it, the tests have to pass."""


def defect_named(name: str) -> Defect:
    """Find a defect.

    Raises:
        ValueError: there is none of this name.
    """
    if name == NOTHING.name:
        return NOTHING
    if name not in DEFECTS:
        raise ValueError(f"there is no defect {name!r}; there are {', '.join(DEFECTS)}")
    return DEFECTS[name]
