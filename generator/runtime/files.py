"""What downloading files takes and gives back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

if TYPE_CHECKING:
    from pathlib import Path

IfExists: TypeAlias = Literal["raise", "replace", "skip"]
"""What to do about a file that is there already: raise, replace it by the complete new one, or leave it."""

Progress: TypeAlias = Callable[[int, int | None], object]
"""Is told how many bytes of a file are there and how many it has; None where the server does not say."""

FileProgress: TypeAlias = Callable[[str, int, int | None], object]
"""The same for several files: is told the identifier of the file first."""


@attrs.frozen(kw_only=True)
class DownloadedFile:
    """A file that is complete on this machine."""

    id: str
    """Identifies what the file was downloaded of."""
    path: Path
    """Where it is."""
    size: int
    """Its size, in bytes."""
    resumed_at: int = 0
    """How many of the bytes an earlier, unfinished download had left behind."""
    attempts: int = 0
    """How many requests were sent to the storage, redirects not counted."""
    skipped: bool = False
    """Whether the file was there already and was left as it is."""


@attrs.frozen(kw_only=True)
class FailedDownload:
    """A file that could not be downloaded."""

    id: str
    """Identifies what was to be downloaded."""
    error: Exception
    """Why not: an `hms.CallError`."""


@attrs.frozen(kw_only=True)
class DownloadReport:
    """How the download of several files ended. Both lists are in the order in which the files were given."""

    downloaded: tuple[DownloadedFile, ...]
    """The files that are complete, with those that were there already."""
    failed: tuple[FailedDownload, ...]
    """The files that are not."""
