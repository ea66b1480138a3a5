"""Proof that a run reached something.

A run in which every call is refused with a documented 401 passes all checks. So the report of each run is
read again, and every operation must be seen to succeed and to fail in the documented ways.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .document import operation_at

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from pathlib import Path

    from .document import Operation

ERRORS = frozenset({400, 401, 404, 415})
"""What a run of all kinds of data sees."""

_CURL = re.compile(r"\bcurl -X (\w+) .*?(https?://[^\s']+)'?$", re.MULTILINE)

Statuses = dict[str, Counter[int]]
"""How often each operation gave each status, by operationId."""


def statuses_of_har(har: Mapping[str, Any], operations: Iterable[Operation], base_path: str) -> Statuses:
    """Count the statuses in a HAR report, by operation.

    Args:
        har: the parsed report.
        operations: the operations of the document.
        base_path: the path of the server's URL, which every request begins with.

    Returns:
        The counts. Calls that belong to no operation, and those without an answer, are left out.
    """
    seen: Statuses = defaultdict(Counter)
    for operation, entry in calls_of_har(har, operations, base_path):
        seen[operation.id][entry["response"]["status"]] += 1
    return seen


def calls_of_har(
    har: Mapping[str, Any], operations: Iterable[Operation], base_path: str
) -> Iterator[tuple[Operation, Mapping[str, Any]]]:
    """The calls in a HAR report, each with its operation.

    Args:
        har: the parsed report.
        operations: the operations of the document.
        base_path: the path of the server's URL, which every request begins with.

    Yields:
        The operation and the entry. Calls that belong to no operation, and those without an answer, are left
        out.
    """
    known = list(operations)
    for entry in har["log"]["entries"]:
        status = entry["response"]["status"]
        path = urlsplit(entry["request"]["url"]).path
        if not status or not path.startswith(base_path):
            continue
        operation = operation_at(known, entry["request"]["method"], path[len(base_path) :])
        if operation is not None:
            yield operation, entry


def slowest_of_har(
    har: Mapping[str, Any], operations: Iterable[Operation], base_path: str
) -> dict[str, float]:
    """How long the slowest answer of each operation took in a HAR report, in seconds.

    Args:
        har: the parsed report.
        operations: the operations of the document.
        base_path: the path of the server's URL, which every request begins with.
    """
    slowest: dict[str, float] = {}
    for operation, entry in calls_of_har(har, operations, base_path):
        slowest[operation.id] = max(slowest.get(operation.id, 0), entry["time"] / 1000)
    return slowest


def operations_of_curl(text: str, operations: Iterable[Operation], base_path: str) -> list[Operation]:
    """The operations that the curl commands in a text call, each once, in their order.

    Args:
        text: what schemathesis printed.
        operations: the operations of the document.
        base_path: the path of the server's URL, which every request begins with.
    """
    known = list(operations)
    paths = [(method, urlsplit(url).path.removeprefix(base_path)) for method, url in _CURL.findall(text)]
    found = [operation_at(known, method, path) for method, path in paths]
    return list({each.id: each for each in found if each is not None}.values())


def read_har(path: Path) -> Mapping[str, Any]:
    """Read a HAR report."""
    report: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return report


def unreached(seen: Statuses, operations: Iterable[Operation], errors: Container[int] = ERRORS) -> list[str]:
    """Say which operations were not seen to do what they have to.

    Args:
        seen: what the run saw.
        operations: the operations of the document.
        errors: which of the documented errors are needed too, as far as they can be reached: 401 everywhere,
            404 with a path parameter, 400 with a body or a query, 415 with a body.

    Returns:
        One sentence for each operation that lacks something.
    """
    problems = []
    for operation in operations:
        counts = seen.get(operation.id, Counter())
        lacking = [] if any(200 <= status < 300 for status in counts) else ["2xx"]
        needed = [status for status in operation.reachable_errors if status in errors]
        lacking += [str(status) for status in needed if not counts[status]]
        if lacking:
            got = ", ".join(f"{status} x {times}" for status, times in sorted(counts.items())) or "nothing"
            problems.append(
                f"{operation.id} ({operation.label}) never answered {', '.join(lacking)}; got {got}"
            )
    return problems
