"""Which tests can be held against which server."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .target import CONTROL_PATH, WEBHOOKS_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import pytest

    from .document import Operation
    from .target import Target

PROGRESSING = frozenset({"getWebhookReplay", "replayWebhookEvents"})
"""Operations for what goes on with time, also between the calls of a test."""


def reason_to_leave_out(
    target: Target | None,
    *,
    fixtures: Collection[str],
    markers: Collection[str],
    operation: Operation | None,
) -> str | None:
    """Why a test cannot be held against a server; None when it can.

    Args:
        target: the server; None for mocks of our own, on which everything can be tested.
        fixtures: the fixtures that the test needs.
        markers: the names of its markers.
        operation: the operation that it is about, if it is about one.
    """
    if target is None:
        return None
    if "own_mocks" in markers:
        return "they are about mocks of our own"
    if "server" not in fixtures:
        return None
    if target.reads_only:
        writes = operation is not None and operation.writes
        if "reads" not in markers or writes:
            return "the server is only read" if target.is_live else f"the server has no {CONTROL_PATH}"
    if not target.other_access_key and {"other_api", "other_stage"} & set(fixtures):
        return "there is no second workspace: set HMS_OTHER_ACCESS_KEY and HMS_OTHER_SECRET"
    progressing = operation is not None and operation.id in PROGRESSING
    if not target.clock_stands and not target.reads_only and ("standing_clock" in markers or progressing):
        return "the clock of the server does not stand still"
    if not target.sends_webhooks and "sends_webhooks" in markers:
        return f"the server may not send its webhooks: set {WEBHOOKS_VARIABLE}=yes when it does"
    return None


def leave_out(
    config: pytest.Config, items: list[pytest.Item], reason_of: Callable[[pytest.Item], str | None]
) -> None:
    """Deselect tests, and say how many for which reason.

    Args:
        config: the configuration of the run.
        items: all tests that were collected; those that are left out are removed.
        reason_of: why a test is left out, or None.
    """
    reasons = [reason_of(item) for item in items]
    left_out = [item for item, reason in zip(items, reasons, strict=True) if reason]
    if not left_out:
        return
    items[:] = [item for item, reason in zip(items, reasons, strict=True) if not reason]
    config.hook.pytest_deselected(items=left_out)
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    for reason, number in Counter(filter(None, reasons)).items():
        if reporter is not None:
            reporter.write_line(f"left out {number} tests: {reason}")
