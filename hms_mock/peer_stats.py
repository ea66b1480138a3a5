"""Quality statistics of a peer: made up, but plausible, and the same ones every time.

What there is to measure follows from who was there when, and what they published; the figures lie around
the settings of the roles.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hms_mock.model.sessions import Peer, Session, Track

Json = dict[str, Any]
Roles = dict[str, Json]

_INTERVAL = 10.0
"""Seconds from one measurement to the next."""
_MOST_MEASUREMENTS = 360
_LAYERS = {"f": "h", "h": "m", "q": "l"}
"""The simulcast layers of templates by the names that statistics have for them."""


def peer_stats(session: Session, peer: Peer, roles: Roles) -> Json:
    """The statistics of a peer.

    Args:
        session: its session. While it runs, there is no data.
        peer: the peer.
        roles: the roles of the template.
    """
    sent: Json = {"video": [], "audio": []}
    received: Json = {"video": [], "audio": []}
    if not session.active:
        for track in peer.ended_tracks:
            sent[track.type] += _published(peer, track, roles)
        heard = roles.get(peer.role, {}).get("subscribeParams", {}).get("subscribeToRoles")
        for other in session.peers.values():
            if other is not peer and (heard is None or other.role in heard):
                for track in other.ended_tracks:
                    received[track.type] += _subscribed(peer, other, track, roles)
    return {
        "peer_id": peer.id,
        "session_id": session.id,
        "room_id": session.room_id,
        "publisher": sent,
        "subscriber": received,
    }


def _published(peer: Peer, track: Track, roles: Roles) -> list[Json]:
    moments = _moments(track.started_at, track.stopped_at or track.started_at)
    publish = roles.get(peer.role, {}).get("publishParams", {})
    if track.type == "audio":
        figures = _Figures(peer, track)
        return [
            {
                "track_id": track.id,
                "time_series": {
                    "timestamps": moments,
                    "bitrate": figures.around(_kilobits(publish, "audio") * 1000, moments),
                    "packet_loss_percent": figures.between(0, 0.5, moments),
                    "rtt_ms": figures.between(35, 55, moments),
                    "jitter_ms": figures.between(1, 4, moments),
                },
            }
        ]
    layers: list[Json] = publish.get("simulcast", {}).get(track.kind, {}).get("layers") or [{}]
    stats: list[Json] = []
    for layer in layers:
        figures = _Figures(peer, track, layer.get("rid", ""))
        bit_rate = layer.get("maxBitrate") or _kilobits(publish, track.kind)
        frames = layer.get("maxFramerate") or _frames(publish, track.kind)
        stats.append(
            {
                "track_id": track.id,
                "type": track.source,
                "rid": _LAYERS.get(layer.get("rid", "")),
                "time_series": {
                    "timestamps": moments,
                    "bitrate": figures.around(bit_rate * 1000, moments),
                    "fps": figures.around(frames, moments),
                    "packet_loss_percent": figures.between(0, 0.5, moments),
                    "rtt_ms": figures.between(35, 55, moments),
                },
            }
        )
    return stats


def _subscribed(peer: Peer, other: Peer, track: Track, roles: Roles) -> list[Json]:
    start = max(track.started_at, peer.joined_at)
    stop = min(track.stopped_at or start, peer.left_at or start)
    if stop <= start:
        return []
    moments = _moments(start, stop)
    figures = _Figures(peer, track)
    publish = roles.get(other.role, {}).get("publishParams", {})
    # A rate needs two measurements, so the first one has none.
    rates: list[int | None] = [None, *figures.around(_kilobits(publish, track.kind) * 1000, moments[1:])]
    if track.type == "audio":
        series: Json = {
            "timestamps": moments,
            "bitrate": rates,
            "concealed_samples": figures.seldom(480, moments),
            "packet_loss_percent": figures.between(0, 0.5, moments),
        }
        return [{"track_id": track.id, "time_series": series}]
    series = {
        "timestamps": moments,
        "bitrate": rates,
        "fps": figures.around(_frames(publish, track.kind), moments),
        "freeze_count": figures.seldom(1, moments),
    }
    return [{"track_id": track.id, "type": track.source, "time_series": series}]


def _moments(start: datetime, stop: datetime) -> list[int]:
    """When measurements were taken, in milliseconds since 1970: every ten seconds, or less often."""
    duration = (stop - start).total_seconds()
    step = max(_INTERVAL, duration / _MOST_MEASUREMENTS)
    first = start.timestamp()
    return [
        int((first + number * step) * 1000)
        for number in range(_MOST_MEASUREMENTS)
        if number * step < duration
    ]


def _kilobits(publish: Mapping[str, Any], kind: str) -> float:
    return publish.get(kind, {}).get("bitRate") or (32 if kind == "audio" else 256)


def _frames(publish: Mapping[str, Any], kind: str) -> float:
    return publish.get(kind, {}).get("frameRate") or 25


class _Figures:
    """Makes up figures, the same ones for the same peer, track and layer."""

    def __init__(self, peer: Peer, track: Track, layer: str = "") -> None:
        # The figures have to repeat from call to call, not to be hard to guess.
        self._random = random.Random(f"{peer.id} {track.id} {layer}")  # noqa: S311

    def around(self, most: float, moments: list[int]) -> list[int]:
        """Figures close below a limit."""
        return [round(most * self._random.uniform(0.9, 1)) for _ in moments]

    def between(self, least: float, most: float, moments: list[int]) -> list[float]:
        """Figures in a range."""
        return [round(self._random.uniform(least, most), 1) for _ in moments]

    def seldom(self, figure: int, moments: list[int]) -> list[int]:
        """Mostly zero."""
        return [figure if self._random.random() < 0.1 else 0 for _ in moments]
