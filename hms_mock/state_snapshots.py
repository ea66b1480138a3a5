"""Takes a snapshot of the whole state of a mock, and puts it back.

A snapshot is a JSON text that says what it is: the format with its version, when it was taken and of which
workspaces, a checksum, and the state as `hms_mock.codec` writes it. It holds no secret of an access key, but
everything that was sent to the mock, and that can be secret too. It is meant to be given back as it is: one
that was edited is refused.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from hms_mock import model
from hms_mock.clock import format_milliseconds
from hms_mock.codec import Codec
from hms_mock.errors import SnapshotError
from hms_mock.shapes import is_object
from hms_mock.state import Workspace

if TYPE_CHECKING:
    from hms_mock.state import State

Json = dict[str, Any]

FORMAT, VERSION = "hms_mock snapshot", 2
"""The version changes with what is kept or what it means, not when a class gets a field with a default."""
KEPT = (
    "public_url",
    "signing_key",
    "urls_signed",
    "events_recorded",
    "ids",
    "faults",
    "rate_limiter",
    "messages",
    "requests",
    "call_orders",
    "calls",
    "tones",
    "outbox",
    "workspaces",
)
"""The attributes of the state that are in a snapshot. The clock is too, but for the time of its source."""

_MODULES = ("hms_mock.faults", "hms_mock.ids", "hms_mock.rate_limits", "hms_mock.state")
"""Where there are classes of things to keep, besides `hms_mock.model`."""


@cache
def codec() -> Codec:
    """The codec for everything that a state consists of."""
    names = [module.name for module in pkgutil.iter_modules(model.__path__, f"{model.__name__}.")]
    return Codec(
        each
        for module in map(importlib.import_module, (*_MODULES, *names))
        for each in vars(module).values()
        if isinstance(each, type)
        and each.__module__ == module.__name__
        and (is_dataclass(each) or issubclass(each, Enum))
    )


def take(state: State) -> bytes:
    """Write the whole state of a mock.

    Args:
        state: the mock's state. Its lock is held.

    Raises:
        ValueError: a test put something into it that is no JSON, for example as the body of a fault.
    """
    try:
        content = _dump(codec().encode(_values(state)))
    except TypeError as error:
        raise SnapshotError(f"the state cannot be written: {error}") from error
    head = {
        "format": FORMAT,
        "version": VERSION,
        "taken_at": format_milliseconds(state.clock.now()),
        "access_keys": list(state.workspaces),
        "sha256": _checksum(content),
    }
    return f'{_dump(head)[:-1]},"state":{content}}}'.encode()


def restore(state: State, snapshot: bytes) -> None:
    """Put back what `take` wrote. Nothing has changed when it raises.

    Webhooks that were being sent then are still counted as such; see `Outbox.take_back`.

    Args:
        state: the mock's state. Its lock is held.
        snapshot: the snapshot, of this mock or of another one with the same access keys.

    Raises:
        SnapshotError: it is no snapshot, is damaged, or is one of another version or of other access keys.
    """
    head = _read(snapshot)
    try:
        values = codec().decode(head["state"])
    except ValueError as error:
        raise SnapshotError(f"the snapshot is damaged, or of another version of the mock: {error}") from error
    if not is_object(values) or _types(values) != _types(_values(state)):
        raise SnapshotError("the snapshot is damaged: it does not hold what a state consists of")
    workspaces: dict[str, Workspace] = values["workspaces"]
    if not all(type(each) is Workspace for each in workspaces.values()):
        raise SnapshotError("the snapshot is damaged: there is something else among its workspaces")
    if workspaces.keys() != state.credentials.keys():
        raise SnapshotError(
            f"the snapshot is of a mock with the access keys {', '.join(workspaces)}; "
            f"this one has {', '.join(state.credentials)}"
        )
    # The first one is the one that counts where none is named.
    values["workspaces"] = {access_key: workspaces[access_key] for access_key in state.credentials}
    for name in KEPT:
        setattr(state, name, values[name])
    state.clock.reset(offset=values["clock_offset"], token_offset=values["token_offset"])
    state.resets += 1


def _values(state: State) -> Json:
    clock = {"clock_offset": state.clock.offset, "token_offset": state.clock.token_offset}
    return clock | {name: getattr(state, name) for name in KEPT}


def _types(values: Json) -> dict[str, type]:
    return {name: type(value) for name, value in values.items()}


def _read(snapshot: bytes) -> Json:
    try:
        head = json.loads(snapshot)
    except (ValueError, RecursionError) as error:
        raise SnapshotError(f"this is no snapshot of a mock server: {error}") from error
    if not is_object(head) or head.get("format") != FORMAT:
        raise SnapshotError(f'this is no snapshot of a mock server: its "format" is not {FORMAT!r}')
    if head.get("version") != VERSION:
        raise SnapshotError(
            f"the snapshot has version {head.get('version')!r} of the format, and this mock reads {VERSION}; "
            "take a new one with this version of the mock"
        )
    if head.get("sha256") != _checksum(_dump(head.get("state"))):
        raise SnapshotError("the snapshot is damaged or was edited: its checksum is wrong")
    return head


def _checksum(content: str) -> str:
    return sha256(content.encode()).hexdigest()


def _dump(value: Any) -> str:
    # Escapes in place of what is not ASCII: half of a surrogate pair has no other form.
    return json.dumps(value, separators=(",", ":"))
