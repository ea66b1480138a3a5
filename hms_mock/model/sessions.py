"""Sessions and the peers in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds, format_nanoseconds, milliseconds

if TYPE_CHECKING:
    from datetime import datetime

Json = dict[str, Any]

SCREEN = "screen"
"""What a shared screen is called, as the source of a track and among the tracks that a role publishes."""


@dataclass
class Track:
    """Audio or video that a peer publishes. `source` is `regular`, or `screen` for the video of a screen."""

    id: str
    stream_id: str
    type: str
    started_at: datetime
    mute: bool = False
    source: str = "regular"
    stopped_at: datetime | None = None

    @property
    def kind(self) -> str:
        """`audio`, `video` or `screen`, as roles name what they publish."""
        return SCREEN if self.source == SCREEN else self.type

    def to_json(self) -> Json:
        """The track as the API shows it."""
        return {
            "id": self.id,
            "stream_id": self.stream_id,
            "mute": self.mute,
            "type": self.type,
            "source": self.source,
            "started_at": format_nanoseconds(self.started_at),
            "description": "",
        }


@dataclass
class Peer:
    """One participant's presence in a session.

    Attributes:
        type: `regular`, or `sip` for somebody on the telephone.
        media: the kinds of tracks that its device can publish, whatever its role allows.
        bot: whether it is a recording or a stream that takes part, and nobody in person.
        left_at: when it left; None while it is connected.
        tracks: what it publishes.
        ended_tracks: what it published before.
    """

    id: str
    session_id: str
    name: str
    role: str
    user_id: str
    joined_at: datetime
    metadata: str = ""
    type: str = "regular"
    media: tuple[str, ...] = ("audio", "video")
    bot: bool = False
    left_at: datetime | None = None
    reason: str = ""
    tracks: dict[str, Track] = field(default_factory=dict[str, Track])
    ended_tracks: list[Track] = field(default_factory=list["Track"])

    def to_session_json(self) -> Json:
        """The peer as a session shows it."""
        shown: Json = {
            "id": self.id,
            "session_id": self.session_id,
            "name": self.name,
            "role": self.role,
            "user_id": self.user_id,
            "joined_at": format_milliseconds(self.joined_at),
        }
        if self.left_at is not None:
            shown["left_at"] = format_milliseconds(self.left_at)
        return shown

    def to_active_json(self, *, tracks: bool) -> Json:
        """The connected peer as an active room shows it.

        Args:
            tracks: whether its tracks are shown; the list of peers leaves them out.
        """
        shown: Json = {
            "id": self.id,
            "name": self.name,
            "user_id": self.user_id,
            "metadata": self.metadata,
            "role": self.role,
            "joined_at": format_nanoseconds(self.joined_at),
        }
        if tracks:
            shown["tracks"] = {track.id: track.to_json() for track in self.tracks.values()}
        return shown


@dataclass
class Session:
    """One continuous call in a room. It keeps everybody who was in it."""

    id: str
    room_id: str
    created_at: datetime
    updated_at: datetime
    active: bool = True
    peers: dict[str, Peer] = field(default_factory=dict[str, Peer])
    recording_begun: bool = False
    """Whether the recordings that start with the first peer were looked after."""

    @property
    def listed_at(self) -> datetime:
        """When the session started, in the precision in which the API shows it."""
        return milliseconds(self.created_at)

    def connected(self) -> list[Peer]:
        """The peers that have not left."""
        return [peer for peer in self.peers.values() if peer.left_at is None]

    def to_json(self, customer_id: str) -> Json:
        """The session as the API shows it."""
        return {
            "id": self.id,
            "room_id": self.room_id,
            "customer_id": customer_id,
            "active": self.active,
            "peers": {peer.id: peer.to_session_json() for peer in self.peers.values()},
            "created_at": format_milliseconds(self.created_at),
            "updated_at": format_milliseconds(self.updated_at),
        }
