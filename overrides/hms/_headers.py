"""HTTP headers as an immutable mapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

_MASKED_IN_REPR = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})


class Headers(Mapping[str, str]):
    """HTTP headers. Names compare without regard to case; the values of a repeated name are joined by commas.

    The repr masks headers that carry credentials.

    Args:
        headers: A mapping, or pairs of name and value in the order in which they came.
    """

    __slots__ = ("_entries",)

    def __init__(self, headers: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        self._entries: dict[str, tuple[str, str]] = {}
        pairs = cast("Mapping[str, str]", headers).items() if isinstance(headers, Mapping) else headers
        for name, value in pairs:
            key = name.lower()
            known = self._entries.get(key)
            self._entries[key] = (name, value) if known is None else (known[0], f"{known[1]}, {value}")

    def replace(self, name: str, value: str) -> Headers:
        """The same headers with one of them set, in place of any value that it had."""
        others = ((known, kept) for known, kept in self.items() if known.lower() != name.lower())
        return Headers((*others, (name, value)))

    def __getitem__(self, name: str) -> str:
        return self._entries[name.lower()][1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._entries

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Headers):
            return NotImplemented
        return self._lowercase() == other._lowercase()

    def __hash__(self) -> int:
        return hash(frozenset(self._lowercase().items()))

    def __repr__(self) -> str:
        shown = {name: "***" if name.lower() in _MASKED_IN_REPR else value for name, value in self.items()}
        return f"Headers({shown!r})"

    def _lowercase(self) -> dict[str, str]:
        return {key: value for key, (_, value) in self._entries.items()}
