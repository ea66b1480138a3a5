"""TemplateSettings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recording_settings import RecordingSettings
from .region import Region
from .room_state_settings import RoomStateSettings


@attrs.define(kw_only=True)
class TemplateSettings(Model):
    """Settings that hold for all roles of a template, and for the rooms made from it."""

    __wire_names__: ClassVar[Mapping[str, str]] = {"room_state": "roomState"}

    region: Region | Unset = UNSET
    """Where the media servers of a call stand. Participants have the shortest delay when it is near to
    them.

    * `eu`: European Union.
    * `in`: India.
    * `us`: United States.
    * `auto`: left to 100ms. A room takes the region of its template; a template has it chosen
      automatically.
    """
    recording: RecordingSettings | None | Unset = UNSET
    """Where recordings are stored. Null when nothing is set: recordings are then kept in the storage of
    100ms.
    """
    room_state: RoomStateSettings | Unset = UNSET
    """Whether and how often the state of a room (how many peers, and who) is sent to people who have not
    joined it yet, so that an app can show a preview screen. Only roles with the permission
    `sendRoomState` receive it.
    """
    retry: dict[str, Any] | Unset = UNSET
    """Settings of retries. The documentation shows the object, always empty, and describes no members of
    it; send back what you read.
    """
