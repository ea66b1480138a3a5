"""RecordingSuccessData."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RecordingSuccessData(Model):
    """The composed recording, and where its files are."""

    __wire_names__: ClassVar[Mapping[str, str]] = {"url": "URL"}

    room_id: str
    """Identifies the room."""
    room_name: str
    """The name of the room. Workspaces under HIPAA get a hash of it."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    template_id: str
    """Identifies the template that the room follows."""
    duration: int
    """How long the recording plays, in seconds."""
    size: int
    """The size of the video, in bytes."""
    recording_path: str
    """Where the file was uploaded to: the storage, the bucket and the path in it."""
    recording_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file from. Whoever has it can download, until it expires. It is valid
    for 24 hours.
    """
    chat_recording_path: str | Unset = UNSET
    """Where the messages that were sent in the call were uploaded to, as a CSV file. Left out when the
    chat was not recorded.
    """
    chat_recording_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file with the messages from. Whoever has it can download, until it
    expires.
    """
    location: str | Unset = UNSET
    """Where the video was uploaded to. Use `recording_path`. Deprecated."""
    url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the video from. Use `recording_presigned_url`. Deprecated."""
    session_started_at: datetime.datetime
    """When the session was opened."""
    session_stopped_at: datetime.datetime
    """When the session was closed."""
