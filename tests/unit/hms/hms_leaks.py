"""Everything that a person or a tool can read of an error, a client, or a response."""

from __future__ import annotations

import pickle
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hms
import hms_generated_client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

OURS = tuple(str(Path(package.__file__ or "").parent) for package in (hms, hms_generated_client))


def errors_behind(error: BaseException) -> Iterator[BaseException]:
    """The error, and all that it was raised from or while handling."""
    pending, seen = [error], set[int]()
    while pending:
        one = pending.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        pending += [behind for behind in (one.__cause__, one.__context__) if behind is not None]
        pending += getattr(one, "exceptions", ())


def our_frames(error: BaseException) -> list[FrameType]:
    """The frames of both packages that the error came through."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return [frame for frame in frames if frame.f_code.co_filename.startswith(OURS)]


def readable(error: BaseException) -> str:
    """What an error shows: its text, attributes and pickle, and every local variable of our frames.

    Also the attributes of what the variables hold, as tools show that print more than a repr.
    """
    shown: list[str] = []
    for one in errors_behind(error):
        shown += [str(one), repr(one), repr(one.args), repr(vars(one))]
        for frame in our_frames(one):
            for value in frame.f_locals.values():
                shown.append(repr(value))
                shown += [repr(inner) for inner in _inside(value)]
    shown.append(repr(pickle.dumps(error)) if isinstance(error, hms.HmsError) else "")
    return "\n".join(shown)


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple, set, frozenset)):
        yield from value
    elif isinstance(value, dict):
        yield from value.values()
