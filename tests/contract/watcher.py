"""A pytest plugin: stops at the first check that turns red, and writes down which one it was, and when.

    pytest -p contract.watcher --verdict=FILE [--first=OPERATION] tests/contract

Only a check that fails counts. A test that cannot be set up, or whose own code fails, has found nothing; it
is written down as an error, and the run goes on.
"""

from __future__ import annotations

import json
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .inspection import BadAnswerError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

NAME = "contract-watcher"
_LONGEST_CHECK = 100
_OF_SCHEMATHESIS = "Schemathesis v"
_HEADLINE = re.compile(r"^=+ ([A-Z]+) =+$", re.MULTILINE)
_OPERATION = re.compile(r"^_+ (.+?) _+$", re.MULTILINE)
_WORD = re.compile(r"\w+")
_CHECK = re.compile(r"^- (?:ST\d+ )?(.+)$", re.MULTILINE)


def checks_of_schemathesis(output: str) -> list[str]:
    """Name the checks that failed in a run of schemathesis, each with its operation.

    Args:
        output: what schemathesis printed.

    Returns:
        The checks, the first one in front; none when nothing but an error of the run itself is reported.
    """
    _, *parts = _HEADLINE.split(output)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    _, *blocks = _OPERATION.split(sections.get("FAILURES", ""))
    found = [
        f"{check} ({operation})"
        for operation, block in zip(blocks[::2], blocks[1::2], strict=True)
        for check in _CHECK.findall(block)
    ]
    return found or (["a warning of schemathesis"] if "WARNINGS" in sections else [])


class Watcher:
    """Watches the tests of the server.

    Args:
        file: where the verdict goes.
        operations: the tests of these come first.
    """

    def __init__(self, file: Path, operations: Iterable[str] = ()) -> None:
        self._file = file
        self._operations = set(operations)
        self._begun = time.monotonic()
        self._passed: list[str] = []
        self._red: dict[str, Any] | None = None
        self._errors: list[str] = []
        self._seconds: dict[str, float] = defaultdict(float)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave out what does not look at the server, and begin with what names the operations."""
        looking = [item for item in items if "server" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(looking)])
        items[:] = sorted(looking, key=lambda item: not self._operations & set(_WORD.findall(item.name)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Tell a check that failed from a test that is broken itself."""
        report = yield
        self._seconds[item.path.name] += call.duration
        if report.passed and report.when == "call":
            self._passed.append(item.nodeid)
        if report.skipped:
            self._errors.append(f"{item.nodeid}: skipped")
        if report.failed and call.excinfo is not None:
            checks = _checks(item, report, call.excinfo)
            if checks:
                seconds = time.monotonic() - self._begun
                self._red = {"test": item.nodeid, "check": checks[0], "seconds": seconds}
                item.session.shouldstop = "the defect was found"
            else:
                self._errors.append(f"{item.nodeid}: {report.when}: {call.excinfo.exconly()[:300]}")
        return report

    def pytest_sessionfinish(self) -> None:
        """Write the verdict."""
        verdict = {
            "passed": self._passed,
            "red": self._red,
            "errors": self._errors,
            "seconds": self._seconds,
        }
        self._file.write_text(json.dumps(verdict), encoding="utf-8")


def _checks(
    item: pytest.Item, report: pytest.TestReport, raised: pytest.ExceptionInfo[BaseException]
) -> list[str]:
    """The checks that failed, by their names; none where it is not a check that failed."""
    if report.when != "call" or not isinstance(raised.value, AssertionError | pytest.fail.Exception):
        return []
    text = str(raised.value)
    if text.startswith(_OF_SCHEMATHESIS):
        return checks_of_schemathesis(text)
    if isinstance(raised.value, BadAnswerError):
        return [f"an answer: {text.splitlines()[0][:_LONGEST_CHECK]}"]
    return [getattr(item, "originalname", item.name)]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    parser.addoption("--verdict", metavar="FILE", required=True, help="where to write what was found")
    parser.addoption("--first", metavar="OPERATION", action="append", default=[], help="begin with its tests")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to watch."""
    watcher = Watcher(Path(config.getoption("--verdict")), config.getoption("--first"))
    config.pluginmanager.register(watcher, NAME)
