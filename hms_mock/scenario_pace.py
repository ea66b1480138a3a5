"""How time passes in a scenario: at once, or so that it can be watched."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_mock.control import Control

_STEP = 0.25
"""Real seconds. The mock's clock moves in steps of so many of them."""


class Pace:
    """Lets time pass in a scenario in proportion to the real time.

    The mock's clock is moved by what it falls behind the pace, so one that stands still gets moved, too.

    Args:
        control: the controls of the mock.
        speed: how many seconds of the mock pass in a real one, 1 or more: its clock is never slowed down.
        wait: waits so many real seconds.

    Raises:
        ValueError: the speed is less than 1.
    """

    def __init__(self, control: Control, speed: float, wait: Callable[[float], object]) -> None:
        if not speed >= 1:
            raise ValueError("speed must be 1 or more")
        self._control, self._speed, self._wait = control, speed, wait

    def __call__(self, seconds: float) -> None:
        """Let so many seconds of the mock pass. They are over earlier when somebody else moves its clock."""
        end = self._control.now() + timedelta(seconds=seconds)
        while (left := (end - self._control.now()).total_seconds()) > 0:
            step, before = min(left, _STEP * self._speed), self._control.now()
            self._wait(step / self._speed)
            behind = step - (self._control.now() - before).total_seconds()
            if behind > 0:
                self._control.advance(behind, tokens=False)
