"""Objects that are there already, for a server that is only read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .calls import ABSENT, READS, Call
from .lists import LISTS
from .scene import Scene, Stage
from .tokens import now

if TYPE_CHECKING:
    import httpx

    from .document import Operation

_PATHS = frozenset(each.path for each in READS)
_OF_QUERIES = ("room_id", "session_id")


class Finder(Stage):
    """Finds what a stage would make, and takes the first of each kind.

    What the workspace does not have is named by an identifier of nothing.

    Args:
        api: a client with a management token, at the base URL of the API.
    """

    only_finds = True

    def __init__(self, api: httpx.Client) -> None:
        super().__init__(api, api)
        self._finding_api = api
        self._found: dict[str, str] = {}

    def scene_for(self, path: str) -> Scene:
        """What there is."""
        return Scene(room_id=self._first(path, "room_id"))

    def values(self, method: str, path: str) -> dict[str, str]:
        """The objects that a request needs, by the parameter that takes them.

        Args:
            method: the HTTP method in capitals.
            path: the path template.
        """
        operation = next(each for each in READS if each.path == path)
        values = {name: self._first(path, name) or ABSENT for name in _OF_QUERIES}
        values["peer_id"] = self._peer() or ABSENT
        numbers = {each["name"] for each in operation.parameters if each["schema"].get("type") == "integer"}
        found = {name: self._first(path, name) or ABSENT for name in operation.path_parameters}
        return values | {name: value for name, value in found.items() if name not in numbers}

    def room_of(self, kind: str) -> str:
        """A room; whether it has what is looked for shows only when it is looked for."""
        return self._first("", "room_id") or ABSENT

    def now(self) -> datetime:
        """The time at the server, as for tokens. Without a control plane it is the real one."""
        return datetime.fromtimestamp(now(), UTC)

    def _first(self, path: str, name: str) -> str:
        """The first object that a list shows of what a parameter takes; empty when there is none."""
        lists = [each for each in LISTS if f"{each.path}/{{{name}}}" in _PATHS]
        # Two families call what they have alike.
        operation = next((each for each in lists if path.startswith(each.path)), lists[0] if lists else None)
        if operation is None:
            return ""
        if operation.id not in self._found:
            items = self._items(operation)
            self._found[operation.id] = str(items[0]["id"]) if items else ""
        return self._found[operation.id]

    def _peer(self) -> str:
        """A peer of the first session."""
        if "peer" not in self._found:
            session = self._first("", "session_id")
            response = self._finding_api.get(f"/sessions/{session}") if session else None
            peers = response.json()["peers"] if response is not None and response.is_success else {}
            self._found["peer"] = next(iter(peers), "")
        return self._found["peer"]

    def _items(self, operation: Operation) -> list[dict[str, str]]:
        response = Call(operation, {}).send(self._finding_api)
        pagination = operation.pagination
        if pagination is None or not response.is_success:
            return []
        items: list[dict[str, str]] = response.json()[pagination["items"]]
        return items
