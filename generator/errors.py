"""What is wrong with a document, told so that its author can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .nodes import Pointer


@attrs.frozen
class Location:
    """A place in a source file."""

    file: Path
    line: int
    """The line, counted from 1."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@attrs.frozen
class Finding:
    """One mistake, with its place in the bundled document."""

    pointer: Pointer
    message: str
    """What is wrong."""
    hint: str
    """What to do about it."""


@attrs.frozen
class Mistake:
    """One mistake, with its place in the source files; without one when it is not of any single place."""

    message: str
    hint: str
    location: Location | None = None

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        return f"{place}{self.message}\n    {self.hint}"


class DocumentError(Exception):
    """The document has mistakes; nothing was generated."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__(self.mistakes)

    def __str__(self) -> str:
        return "\n".join(str(mistake) for mistake in self.mistakes)
