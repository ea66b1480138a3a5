"""Real objects on the server under test, for generated requests to refer to."""

from __future__ import annotations

import enum
import itertools
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .picking import the_only
from .props import MEETING_URL, Props

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

Json = dict[str, Any]

ROLES = tuple(f"role-{number}" for number in range(1, 13))
"""More than fit on the smallest page, so that the room codes of a room have a second one."""
PERMISSIONS = {"pollRead": True, "pollWrite": True}
PEERS = 2
LARGEST_ORDINARY_ROOM = 2500


class Depth(enum.IntEnum):
    """How much of a scene is built. Each step includes the ones before."""

    TEMPLATE = 1
    ROOM = 2
    CODES = 3
    PEERS = 4


@dataclass
class Scene:
    """A template, a room that follows it, the room's codes, and a running session with peers."""

    depth: Depth = Depth.TEMPLATE
    template_id: str = ""
    room_id: str = ""
    room_name: str = ""
    codes: tuple[str, ...] = ()
    session_id: str = ""
    peers: tuple[Json, ...] = ()

    def values(self) -> dict[str, str]:
        """The objects by the path parameter that takes them; those that are not built yet are left out."""
        values = {
            "template_id": self.template_id,
            "room_id": self.room_id,
            "session_id": self.session_id,
            "peer_id": self.peers[0]["id"] if self.peers else "",
            "role": ROLES[0],
            "role_name": ROLES[0],
        }
        return {name: value for name, value in values.items() if value}


class Stage:
    """Builds scenes through the API and, for peers, through the mock's control plane.

    Args:
        api: a client with a management token, at the base URL of the API.
        control: a client at the control plane of the mock.
    """

    only_finds = False
    """Whether there may be nothing of a kind, because nothing is made."""

    def __init__(self, api: httpx.Client, control: httpx.Client) -> None:
        self._api = api
        self._control = control
        self._scene: Scene | None = None
        self._number = itertools.count(1)
        self.props = Props(api, control, self.new_room, ROLES[0])

    def reset(self) -> None:
        """Bring the server, and with it the stage, back to how it started."""
        self._control.post("/reset").raise_for_status()
        self._number = itertools.count(1)
        self.spend()

    def spend(self) -> None:
        """Say that a call changed the scene: the next one that needs a scene gets a fresh one."""
        self._scene = None
        self.props.forget()

    def scene_for(self, path: str) -> Scene:
        """The present scene, built as far as a request needs, whose path template is given."""
        return self.scene(_depth(path))

    def scene(self, depth: Depth) -> Scene:
        """The present scene, built at least as far as asked for."""
        scene = self._scene or Scene(template_id=self._new_template())
        self._scene = scene
        if depth >= Depth.ROOM and scene.depth < Depth.ROOM:
            room = self._post("/rooms", {"template_id": scene.template_id})
            scene.room_id, scene.room_name, scene.depth = room["id"], room["name"], Depth.ROOM
        if depth >= Depth.CODES and scene.depth < Depth.CODES:
            made = self._post(f"/room-codes/room/{scene.room_id}", None)
            scene.codes, scene.depth = tuple(code["code"] for code in made["data"]), Depth.CODES
        if depth >= Depth.PEERS and scene.depth < Depth.PEERS:
            scene.peers = tuple(self.join(scene.room_id, role) for role in ROLES[:PEERS])
            scene.session_id, scene.depth = scene.peers[0]["session_id"], Depth.PEERS
        return scene

    def values(self, method: str, path: str) -> dict[str, str]:
        """The objects that a request needs, by the parameter that takes them.

        Args:
            method: the HTTP method in capitals.
            path: the path template.
        """
        return self.scene_for(path).values() | self.props.values(method, path)

    def room_of(self, kind: str) -> str:
        """The room of the objects of one kind, see `Props.once`."""
        return self.props.once(kind)["room_id"]

    def join(self, room_id: str, role: str) -> Json:
        """Let a peer join a room."""
        return _json(self._control.post(f"/rooms/{room_id}/join", json={"role": role}))

    def peers(self, room_id: str) -> tuple[str, ...]:
        """The peers in a room that exists. If nobody is there but somebody may join, one does.

        Returns:
            Their identifiers; none for a room that lets nobody in.
        """
        active = self._api.get(f"/active-rooms/{room_id}")
        if active.status_code == 200:
            return tuple(active.json()["session"]["peers"])
        for role in self.roles(room_id=room_id):
            joined = self._control.post(f"/rooms/{room_id}/join", json={"role": role})
            if joined.status_code == 200:
                return (joined.json()["id"],)
        return ()

    def roles(self, *, room_id: str = "", template_id: str = "") -> tuple[str, ...]:
        """The roles of a template, or of the template of a room; none if there is no such object."""
        if room_id:
            room = self._api.get(f"/rooms/{room_id}")
            template_id = room.json()["template_id"] if room.status_code == 200 else ""
        if not template_id:
            return ()
        template = self._api.get(f"/templates/{template_id}")
        return tuple(template.json()["roles"]) if template.status_code == 200 else ()

    def destinations(self, room_id: str, collection: str) -> tuple[str, ...]:
        """The destinations that the template of a room has for recordings or streams.

        Args:
            room_id: the room; when it does not exist, there are none.
            collection: `recordings`, `live-streams` or `external-streams`.
        """
        room = self._api.get(f"/rooms/{quote(room_id, safe='')}")
        if room.status_code != 200:
            return ()
        template = _json(self._api.get(f"/templates/{room.json()['template_id']}"))
        offered: Json = template.get("destinations") or {}
        kind = {"live-streams": "hlsDestinations", "external-streams": "rtmpDestinations"}
        found = list(offered.get(kind.get(collection, "browserRecordings")) or {})
        if collection == "recordings":
            found += [
                each["name"]
                for each in self._recordings(template["id"])
                if "browserComposite" in each.get("compositeRecording", {})
            ]
        return tuple(dict.fromkeys(found))

    def questions(self, poll_id: str) -> dict[int, tuple[int, ...]]:
        """The numbers of the questions of a poll, each with the numbers of its options."""
        poll = self._api.get(f"/polls/{poll_id}")
        found: list[Json] = poll.json()["questions"] if poll.status_code == 200 else []
        return {each["index"]: tuple(option["index"] for option in each["options"]) for each in found}

    def end_jobs(self, collection: str, room_id: str) -> None:
        """Stop the recordings or the streams in a room, or disable its stream key, so that others can start.

        Args:
            collection: `recordings`, `live-streams`, `external-streams` or `stream-keys`.
            room_id: the room. Nothing happens when it has none of them.
        """
        how = "disable" if collection == "stream-keys" else "stop"
        self._api.post(f"/{collection}/room/{quote(room_id, safe='')}/{how}")

    def end_room(self, room_id: str) -> None:
        """End the running session of a room."""
        self._post(f"/active-rooms/{room_id}/end-room", {})

    def enable_room(self, room_id: str, *, enabled: bool = True) -> None:
        """Enable a room, or disable it."""
        self._post(f"/rooms/{room_id}", {"enabled": enabled})

    def have_stream_key(self, room_id: str) -> None:
        """Make the stream key of a room that has none."""
        self._api.post(f"/stream-keys/room/{quote(room_id, safe='')}")

    def have_hls_destination(self) -> None:
        """Let encoders stream into the rooms of the present scene."""
        destination = {"name": "default", "meetingURL": MEETING_URL, "role": ROLES[0]}
        path = f"/templates/{self.scene(Depth.TEMPLATE).template_id}/destinations"
        self._post(path, {"hlsDestinations": {"default": destination}})

    def now(self) -> datetime:
        """The time of the mock."""
        return datetime.fromisoformat(_json(self._control.get("/clock"))["now"])

    def try_control(self, path: str, body: Json) -> int:
        """Call the control plane with what may be refused, and return the status."""
        return self._control.post(path, json=body).status_code

    def look_behind(self, name: str) -> list[Json]:
        """A list of the control plane: `messages`, `calls`, `tones`, `jobs`, `events` or `webhooks`."""
        shown = _json(self._control.get(f"/{name}"))
        found: list[Json] = shown["deliveries" if name == "webhooks" else name]
        return found

    def find_behind(self, name: str, identifier: str) -> Json:
        """An object of a list of the control plane, by its identifier."""
        found = (each for each in self.look_behind(name) if each["id"] == identifier)
        return the_only(found, f"{identifier} is one of the {name}")

    def call(self, trunk_id: str) -> Json:
        """Call somebody over a trunk, and return how the control plane shows the call."""
        code = self.scene(Depth.CODES).codes[0]
        body = {"to": "+14155550123", "room_code": code, "trunk_id": trunk_id}
        call_id = self._post("/sip/outbound/call", body)["id"]
        return self.find_behind("calls", call_id)

    def has_template(self, template_id: str) -> bool:
        """Whether there is a template of this identifier. The empty one counts as left out."""
        return (
            not template_id or self._api.get(f"/templates/{quote(template_id, safe='')}").status_code == 200
        )

    def is_large(self, *, room_id: str = "", name: str = "") -> bool:
        """Whether a room, or the room of that name, is already sized as only a large room can be."""
        found: list[Json] = []
        if room_id:
            room = self._api.get(f"/rooms/{room_id}")
            found += [room.json()] if room.status_code == 200 else []
        if name:
            for enabled in ("true", "false"):
                found += _json(self._api.get("/rooms", params={"name": name, "enabled": enabled}))["data"]
        return any((room.get("size") or 0) > LARGEST_ORDINARY_ROOM for room in found)

    def cursor(self, path: str) -> str:
        """The cursor that leads to the second page of a list; empty when there is none."""
        page = self._api.get(path, params={"limit": 10})
        last: str = page.json()["last"] if page.status_code == 200 else ""
        return last

    def next_cursor(self, path: str, query: Mapping[str, Any]) -> str:
        """The cursor that leads to the second page, of one object each; empty when there is none."""
        page = self._api.get(path, params={**query, "limit": 1})
        following: str = page.json()["next"] if page.status_code == 200 else ""
        return following

    def _recordings(self, template_id: str) -> list[Json]:
        configurations: list[Json] = self._api.get(f"/templates/{template_id}/recordings").json()
        return configurations

    def new_room(self) -> str:
        """Make a room in which everybody may do everything, and return its identifier."""
        room = self._post("/rooms", {"template_id": self.scene(Depth.TEMPLATE).template_id})
        identifier: str = room["id"]
        return identifier

    def _new_template(self) -> str:
        name = f"scene-{next(self._number)}"
        roles = {role: {"permissions": PERMISSIONS} for role in ROLES}
        template = self._post("/templates", {"name": name, "roles": roles})
        identifier: str = template["id"]
        return identifier

    def _post(self, path: str, body: Json | None) -> Json:
        return _json(self._api.post(path) if body is None else self._api.post(path, json=body))


def _depth(path: str) -> Depth:
    family = path.split("/")[1]
    return {
        "templates": Depth.TEMPLATE,
        "rooms": Depth.ROOM,
        "room-codes": Depth.CODES,
        "recordings": Depth.ROOM,
        "recording-assets": Depth.TEMPLATE,
        "live-streams": Depth.ROOM,
        "external-streams": Depth.ROOM,
        "stream-keys": Depth.ROOM,
        "polls": Depth.TEMPLATE,
        "analytics": Depth.TEMPLATE,
    }.get(family, Depth.PEERS)


def _json(response: httpx.Response) -> Json:
    response.raise_for_status()
    value: Json = response.json()
    return value
