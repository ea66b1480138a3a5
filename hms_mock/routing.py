"""Finds the operation for a path, from the path templates of the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hms_mock.document import Operation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Match:
    """What a path leads to: the operations by method, and the path parameters, still percent-encoded."""

    operations: Mapping[str, Operation]
    parameters: Mapping[str, str]

    @property
    def allow(self) -> str:
        """The value of an `Allow` header."""
        return ", ".join(sorted(self.operations))


@dataclass(frozen=True)
class _Route:
    segments: tuple[str, ...]
    operations: dict[str, Operation] = field(default_factory=dict[str, Operation])

    def match(self, segments: list[str]) -> dict[str, str] | None:
        parameters: dict[str, str] = {}
        for template, segment in zip(self.segments, segments, strict=True):
            if template.startswith("{"):
                if not segment:
                    return None
                parameters[template[1:-1]] = segment
            elif template != segment:
                return None
        return parameters


class Router:
    """The path templates of a document.

    Paths are compared segment by segment before they are decoded, so that an encoded slash in an
    identifier does not change the route.

    Args:
        operations: the operations of the document.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        routes: dict[str, _Route] = {}
        for operation in operations:
            segments = tuple(operation.path.strip("/").split("/"))
            route = routes.setdefault(operation.path, _Route(segments))
            route.operations[operation.method] = operation
        self._by_start: dict[tuple[int, str], list[_Route]] = {}
        """By the number of segments and the first of them, which is "" where it is a parameter."""
        # A fixed segment is a better match than a parameter in its place.
        for route in sorted(routes.values(), key=lambda each: [s.startswith("{") for s in each.segments]):
            first = "" if route.segments[0].startswith("{") else route.segments[0]
            self._by_start.setdefault((len(route.segments), first), []).append(route)

    def match(self, path: str) -> Match | None:
        """Find what a path leads to.

        Args:
            path: the path below the server's URL, percent-encoded. A slash at its end makes no difference.
        """
        segments = path.removeprefix("/").removesuffix("/").split("/")
        for first in (segments[0], ""):
            for route in self._by_start.get((len(segments), first), ()):
                parameters = route.match(segments)
                if parameters is not None:
                    return Match(route.operations, parameters)
        return None
