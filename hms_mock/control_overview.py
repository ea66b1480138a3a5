"""All of the mock at a glance, in one answer of bounded size: what the console shows."""

from __future__ import annotations

import itertools
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from hms_mock import timeline
from hms_mock.clock import format_milliseconds, format_nanoseconds
from hms_mock.model.jobs import Job, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from hms_mock.model.deliveries import Delivery
    from hms_mock.model.ingests import Ingest
    from hms_mock.model.rooms import Room
    from hms_mock.model.server_recordings import ServerRecording
    from hms_mock.model.sessions import Peer
    from hms_mock.state import State, Workspace

Json = dict[str, Any]
_Value = TypeVar("_Value")

ROOMS_SHOWN = PEERS_SHOWN = JOBS_SHOWN = INGESTS_SHOWN = DELIVERIES_SHOWN = 100
REQUESTS_SHOWN = 200


class OverviewControl:
    """The part of `hms_mock.control.Control` that shows everything at once."""

    _state: State

    def overview(self) -> Json:
        """What is in the mock now, newest first; of long lists the newest objects, and how many there are.

        Returns:
            `now` and `offset_seconds` of the clock, pending `faults` in the order of `faults`, the
            `rate_limit` with the arguments of `limit_rate` (None without one), whether the mock
            `sends_webhooks` or only notes them, the last `requests`, and `workspaces`, each with its
            `access_key`, `webhook_url`, `calls_counted` for the rate limit, `rooms`, `jobs`, `ingests` and
            `deliveries`. A room that somebody is in is always among the rooms, and has a `session` with the
            connected `peers`. `counts` says how many of everything there are.
        """
        state = self._state
        with state.lock:
            timeline.settle(state)
            limit = state.rate_limiter.limit
            return {
                "now": format_milliseconds(state.clock.now()),
                "offset_seconds": state.clock.offset,
                "faults": state.faults.to_json(),
                "rate_limit": None if limit is None else asdict(limit),
                "sends_webhooks": state.webhook_sender is not None,
                "requests": [dict(each) for each in _newest(state.requests, REQUESTS_SHOWN)],
                "counts": {"faults": len(state.faults), "requests": len(state.requests)},
                "workspaces": [_workspace(state, workspace) for workspace in state.workspaces.values()],
            }


def _workspace(state: State, workspace: Workspace) -> Json:
    jobs: list[Job | ServerRecording] = [
        *itertools.chain.from_iterable(of_kind.values() for of_kind in workspace.jobs.values()),
        *workspace.server_recordings.values(),
    ]
    jobs.sort(key=_began)
    streams = workspace.jobs[Kind.LIVE_STREAM].values()
    ingests = [stream.ingest for stream in streams if stream.ingest is not None]
    rooms = list(_newest(workspace.rooms.values(), ROOMS_SHOWN))
    shown = {room.id for room in rooms}
    rooms += [workspace.rooms[room_id] for room_id in workspace.running if room_id not in shown]
    return {
        "access_key": workspace.access_key,
        "webhook_url": None if workspace.webhook is None else workspace.webhook.url,
        "calls_counted": state.rate_limiter.counted(workspace.access_key, state.clock.now()),
        "rooms": [_room(workspace, room) for room in rooms],
        "jobs": [_job(workspace, job) for job in _newest(jobs, JOBS_SHOWN)],
        "ingests": [_ingest(workspace, ingest) for ingest in _newest(ingests, INGESTS_SHOWN)],
        "deliveries": [_delivery(each) for each in _newest(workspace.deliveries, DELIVERIES_SHOWN)],
        "counts": {
            "rooms": len(workspace.rooms),
            "running": len(workspace.running),
            "peers": sum(len(session.connected()) for session in workspace.running.values()),
            "jobs": len(jobs),
            "ingests": len(ingests),
            "deliveries": len(workspace.deliveries),
        },
    }


def _room(workspace: Workspace, room: Room) -> Json:
    session = workspace.running.get(room.id)
    shown: Json = {
        "id": room.id,
        "name": room.name,
        "enabled": room.enabled,
        "roles": list(workspace.template_of(room).roles),
        "has_stream_key": room.id in workspace.stream_keys,
        "created_at": format_milliseconds(room.created_at),
        "session": None,
    }
    if session is not None:
        peers = session.connected()
        shown["session"] = {
            "id": session.id,
            "started_at": format_milliseconds(session.created_at),
            "peers": [_peer(peer) for peer in peers[:PEERS_SHOWN]],
            "peer_count": len(peers),
        }
    return shown


def _peer(peer: Peer) -> Json:
    return {
        "id": peer.id,
        "name": peer.name,
        "role": peer.role,
        "user_id": peer.user_id,
        "type": peer.type,
        "bot": peer.bot,
        "joined_at": format_nanoseconds(peer.joined_at),
        "tracks": [{"type": track.kind, "mute": track.mute} for track in peer.tracks.values()],
    }


def _job(workspace: Workspace, job: Job | ServerRecording) -> Json:
    return job.to_control_json() | {
        "room_name": workspace.rooms[job.room_id].name,
        "began_at": format_milliseconds(_began(job)),
    }


def _ingest(workspace: Workspace, ingest: Ingest) -> Json:
    return ingest.to_control_json() | {"room_name": workspace.rooms[ingest.room_id].name}


def _delivery(delivery: Delivery) -> Json:
    shown = delivery.to_json()
    event = delivery.event
    del shown["body"]
    return shown | {
        "event_id": event.id,
        "type": event.type,
        "room_id": event.room_id,
        "occurred_at": format_nanoseconds(event.occurred_at),
    }


def _began(job: Job | ServerRecording) -> datetime:
    return job.created_at if isinstance(job, Job) else job.started_at


def _newest(values: Iterable[_Value], most: int) -> Iterable[_Value]:
    return itertools.islice(reversed(list(values)), most)
