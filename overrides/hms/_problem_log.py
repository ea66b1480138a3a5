"""Logging where JSON is not as documented, once for each place."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

    from hms_generated_client.codec import Problem

_MAX_REPORTED = 1000
_BRACKETED = re.compile(r'\[(?:\d+|"(?:[^"\\]|\\.)*")\]')


class ProblemLog:
    """Logs each place at WARNING when it is seen for the first time. Safe to use from several threads.

    The same JSON path counts as the same place whatever the index or key in brackets. To keep memory
    bounded where keys differ without end, no more than 1000 places are logged.

    Args:
        logger: Where to log.
    """

    def __init__(self, logger: logging.Logger) -> None:
        self._logger = logger
        self._seen: set[tuple[str, str]] = set()
        self._lock = threading.Lock()

    def report(self, what: str, problems: tuple[Problem, ...]) -> None:
        """Log the places that are new.

        Args:
            what: What has the problems, for example `the answer to getRoom`.
            problems: The problems, as the codec gives them; their messages never hold a value.
        """
        for problem in problems:
            if self._is_new((what, _BRACKETED.sub("[*]", problem.path))):
                self._logger.warning(
                    "%s is not as documented at %s: %s; the value is kept as it came",
                    what,
                    problem.path,
                    problem.message,
                )

    def _is_new(self, place: tuple[str, str]) -> bool:
        with self._lock:
            if place in self._seen or len(self._seen) >= _MAX_REPORTED:
                return False
            self._seen.add(place)
            return True
