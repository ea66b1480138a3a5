"""A file that arrives bit by bit, and survives an interruption without ever being a mixture of two.

What has arrived of `video.mp4` is in `video.mp4.part`, and `video.mp4.part.json` says of which file in the
storage it is the beginning and how much of it is surely on the disk. It is gone on with only if that file
still has the same size and entity tag, so nothing else is ever appended to it. The length counts up to the
last time that the disk confirmed: after a power failure, a file can be longer than what was written of it.

Whoever writes holds a lock on the `.part` file, which the system takes away from a process that ends. It is
our own code because it must be on the very file that is renamed in the end; libraries such as filelock lock
another file beside it, which would stay behind for each download.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from io import FileIO
from typing import TYPE_CHECKING, Any, cast

import attrs

if TYPE_CHECKING:
    from pathlib import Path

_CHECKPOINT_BYTES = 32 * 1024 * 1024
"""After how many bytes the disk has to confirm; at most so many are fetched again after a crash."""
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@attrs.frozen
class Version:
    """What a file in the storage was when it was asked for: enough to tell it from any other."""

    total: int | None = None
    """Its size, in bytes; None when the storage does not say."""
    etag: str | None = None
    """Its strong entity tag; None when it has none."""

    @property
    def resumable(self) -> bool:
        """Whether the rest of it can be asked for later, and told from the rest of another."""
        return bool(self.total) and self.etag is not None


class PartialFile:
    """The beginning of a file. Every method may block; to be used by one thread at a time.

    Args:
        target: The name that the file gets when it is complete, in a folder that exists.
        identity: Says which file in the storage is meant, whatever its content is.
    """

    def __init__(self, target: Path, identity: str) -> None:
        self._target = target
        self._part = target.with_name(f"{target.name}.part")
        self._note = target.with_name(f"{target.name}.part.json")
        self._identity = identity
        self._opened: FileIO | None = None
        self._confirmed = 0
        self.version = Version()
        """What the bytes are the beginning of."""
        self.length = 0
        """How many bytes there are."""

    def open(self) -> None:
        """Begin to write, after what an earlier call has left behind.

        Raises:
            BlockingIOError: Another download is writing to the same file.
            OSError: The file cannot be opened.
        """
        self._opened = file = _open_locked(self._part)
        found = _read_note(self._note)
        # Shorter than was confirmed is a file whose end was cut off: what is left of it is as good as before.
        length = min(found.get("length", 0), os.fstat(file.fileno()).st_size)
        if found.get("identity") == self._identity and length > 0:
            self.version = Version(found["total"], found["etag"])
            self._confirmed = length
        self._cut(self._confirmed)

    def restart(self, version: Version) -> None:
        """Drop what has arrived; what comes next is the beginning of this version."""
        # First the bytes, then what is said about them: a crash in between leaves nothing that is wrong.
        self._cut(0)
        if self._note.exists():
            self._note.unlink()
            _sync_folder(self._note.parent)
        self.version = version

    def step_back(self) -> int:
        """Make sure that something is missing, and return where it begins.

        The end of a file cannot be asked for. Asking for its last byte again also proves that it is the same.
        """
        if self.version.total is not None and self.length >= self.version.total > 0:
            self._cut(self.version.total - 1)
        return self.length

    def write(self, data: bytes) -> None:
        """Append bytes."""
        left = memoryview(data)
        while left:
            written = self._file.write(left)
            self.length += written
            left = left[written:]
        if self.length - self._confirmed >= _CHECKPOINT_BYTES:
            self.confirm()

    def keep(self) -> bool:
        """Keep what has arrived for a later call, as far as possible; returns whether there is anything."""
        with contextlib.suppress(OSError):  # what was confirmed before is still good
            self.confirm()
        return self._confirmed > 0

    def confirm(self) -> None:
        """Have what has arrived confirmed by the disk, where a later call could go on after it."""
        if self._opened is None or self._file.closed or not (self.version.resumable and self.length):
            return
        os.fsync(self._file.fileno())
        self._confirmed = self.length
        _replace_text(
            self._note,
            json.dumps(
                {
                    "identity": self._identity,
                    "etag": self.version.etag,
                    "total": self.version.total,
                    "length": self.length,
                }
            ),
        )

    def finish(self, *, replace: bool) -> None:
        """Give the file its name.

        Args:
            replace: Whether a file of that name may be there already.

        Raises:
            FileExistsError: There is one, and it is not to be replaced.
        """
        os.fsync(self._file.fileno())
        if not replace and self._target.exists():
            raise _already_there(self._target)
        self._close_where_open_files_stay()
        self._part.replace(self._target)
        with contextlib.suppress(OSError):  # without the file, it says nothing
            self._note.unlink(missing_ok=True)
        self._file.close()
        _sync_folder(self._target.parent)

    def close(self) -> None:
        """Stop writing. What a later call can go on with stays, everything else goes. Twice is harmless."""
        if self._opened is None or self._opened.closed:
            return
        if not self._confirmed:
            self._close_where_open_files_stay()
            with contextlib.suppress(OSError):  # a later call begins with it anew
                self._part.unlink(missing_ok=True)
                self._note.unlink(missing_ok=True)
        self._file.close()

    def _close_where_open_files_stay(self) -> None:
        # Elsewhere a file is renamed and removed while it is locked, so that nobody else can have begun to
        # write into it.
        if sys.platform == "win32":
            self._file.close()

    @property
    def _file(self) -> FileIO:
        if self._opened is None:
            raise ValueError("the file is not open")
        return self._opened

    def _cut(self, length: int) -> None:
        self._file.seek(length)
        self._file.truncate()
        self.length = length
        self._confirmed = min(self._confirmed, length)


def check_target(target: Path, *, may_exist: bool) -> None:
    """Refuse early what could not be finished.

    Raises:
        FileExistsError: The file is there already, and must not be.
        FileNotFoundError: The folder is missing.
    """
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(target.parent))
    if not may_exist and target.exists():
        raise _already_there(target)


def _already_there(target: Path) -> FileExistsError:
    return FileExistsError(errno.EEXIST, "the file is there already", str(target))


def _open_locked(path: Path) -> FileIO:
    while True:
        # Not buffered: what the disk refuses must not be in a buffer that is written out later.
        file = FileIO(os.open(path, _FLAGS, 0o666), "r+")
        try:
            _lock(file)
            # The download that held the lock until now may have given the file its final name.
            if _is_at(file, path):
                return file
        except BlockingIOError:
            file.close()
            raise BlockingIOError(errno.EAGAIN, "another download is writing it", str(path)) from None
        except BaseException:
            file.close()
            raise
        file.close()


def _is_at(file: FileIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    _FAR_AWAY = 2**62

    def _lock(file: FileIO) -> None:
        # Locked bytes cannot be read by others, so it is one that no file has.
        file.seek(_FAR_AWAY)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            raise BlockingIOError from None
        finally:
            file.seek(0)

else:
    import fcntl

    def _lock(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _read_note(path: Path) -> dict[str, Any]:
    """What is said about the bytes; empty where nothing is, or nothing that makes sense."""
    try:
        note: object = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    types: dict[str, type] = {"identity": str, "etag": str, "total": int, "length": int}
    if not isinstance(note, dict):
        return {}
    members = cast("dict[str, Any]", note)
    return members if all(isinstance(members.get(name), types[name]) for name in types) else {}


def _replace_text(path: Path, text: str) -> None:
    new = path.with_name(f"{path.name}.new")
    with new.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _sync_folder(folder: Path) -> None:
    """Have the disk confirm that a file has its new name."""
    if sys.platform == "win32":  # folders cannot be opened there
        return
    # Some file systems do not know it, and some folders cannot be read; the file itself is safe.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
