"""Objects besides those of a scene: recordings and streams, stream keys, polls, trunks, and what is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .picking import the_first

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

Json = dict[str, Any]
Values = dict[str, str]

MEETING_URL = "https://meeting.example.com/preview"
"""What bots open; templates that are made over the API have no page of their own."""
RTMP_URL = "rtmps://live.example.com/app/key"
STARTING_SECONDS = 6
"""After so many seconds a recording or a stream runs."""
WEBHOOK_URL = "https://hooks.example.com/hms"

_QUESTIONS = [
    {
        "index": number,
        "text": f"Question {number}?",
        "type": "single-choice",
        "options": [{"index": option, "text": f"Option {option}"} for option in (1, 2, 3)],
        "answer": {"hidden": True, "options": [1]},
    }
    for number in (1, 2)
]
_TRUNK = {"username": "user", "password": "example", "address": "sip.example.com", "from": "+14155550100"}


def start_body(collection: str) -> Json:
    """A body that starts a recording or a stream in a room of any template without destinations.

    Args:
        collection: `recordings`, `live-streams` or `external-streams`.
    """
    body: Json = {"meeting_url": MEETING_URL}
    if collection == "live-streams":
        # Only what is recorded can be paused.
        body["recording"] = {"hls_vod": True, "single_file_per_layer": True}
    if collection == "external-streams":
        body["rtmp_urls"] = [RTMP_URL]
    return body


class Props:
    """Makes objects through the API and the control plane of the mock, and keeps them until they are used up.

    Each kind has a room of its own, so that it is not in the way of another.

    Args:
        api: a client with a management token, at the base URL of the API.
        control: a client at the control plane of the mock.
        new_room: makes a room in which everybody may do everything, and returns its identifier.
        role: a role of these rooms.
    """

    def __init__(
        self, api: httpx.Client, control: httpx.Client, new_room: Callable[[], str], role: str
    ) -> None:
        self._api = api
        self._control = control
        self._new_room = new_room
        self._role = role
        self._made: dict[str, Values] = {}

    def forget(self) -> None:
        """Make everything anew from now on."""
        self._made.clear()

    def values(self, method: str, path: str) -> Values:
        """The objects that a request needs, by the parameter that takes them.

        Args:
            method: the HTTP method in capitals.
            path: the path template.

        Returns:
            Nothing where the objects of a scene will do.
        """
        _, family, *rest = path.split("/")
        if family in {"recordings", "live-streams", "external-streams"}:
            # Only where nothing was started can something be started.
            return {} if rest[-1:] == ["start"] else self.once(family)
        if family == "stream-keys":
            return {} if (method, rest[-1]) == ("POST", "{room_id}") else self.once(family)
        if path.startswith("/analytics/webhooks/replay"):
            return self.once("replay")
        made_by = {"recording-assets": "asset", "polls": "poll", "sip": "trunk", "analytics": "history"}
        return self.once(made_by[family]) if family in made_by else {}

    def once(self, kind: str) -> Values:
        """The objects of one kind, made when they are asked for the first time."""
        if kind not in self._made:
            make: Mapping[str, Callable[[], Values]] = {
                "recordings": lambda: self._job("recordings", "recording_id"),
                "live-streams": lambda: self._job("live-streams", "stream_id"),
                "external-streams": lambda: self._job("external-streams", "stream_id"),
                "stream-keys": self._stream_key,
                "asset": self._asset,
                "poll": self._poll,
                "trunk": self._trunk,
                "history": self._history,
                "webhooks": self._webhooks,
                "replay": self._replay,
            }
            self._made[kind] = make[kind]()
        return self._made[kind]

    def start(self, collection: str, room_id: str) -> Json:
        """Start a recording or a stream in a room. It is `starting`."""
        return self._post(f"/{collection}/room/{room_id}/start", start_body(collection))

    def finish(self, job_id: str) -> None:
        """Take a recording or a stream to its end, so that its files are there."""
        self.control(f"/jobs/{job_id}/finish")

    def pause(self, collection: str, job: Mapping[str, str]) -> None:
        """Pause a recording or the recording of a live stream.

        Args:
            collection: `recordings` or `live-streams`.
            job: its objects, as `once` returns them.
        """
        if collection == "recordings":
            self._post(f"/recordings/room/{job['room_id']}/pause")
        else:
            self._post(f"/live-streams/{job['stream_id']}/pause-recording")

    def advance(self, seconds: float) -> None:
        """Let time pass, but not for tokens."""
        self.control("/clock/advance", {"seconds": seconds, "tokens": False})

    def join(self, room_id: str, user_id: str = "") -> Json:
        """Let a peer join a room."""
        return self.control(f"/rooms/{room_id}/join", {"role": self._role, "user_id": user_id})

    def answer(self, poll_id: str, peer_id: str) -> Json:
        """Let a peer answer the first question of the poll that runs."""
        return self.control(f"/polls/{poll_id}/answer", {"peer_id": peer_id, "question": 1, "option": 1})

    def control(self, path: str, body: Json | None = None) -> Json:
        """Call the control plane."""
        return _json(self._control.post(path, json=body or {}))

    def _job(self, collection: str, name: str) -> Values:
        room_id = self._new_room()
        job = self.start(collection, room_id)
        self.advance(STARTING_SECONDS)
        return {name: job["id"], "room_id": room_id, "session_id": job["session_id"]}

    def _asset(self) -> Values:
        room_id = self._new_room()
        recording = self.start("recordings", room_id)
        self.finish(recording["id"])
        found = _json(self._api.get(f"/recordings/{recording['id']}"))["recording_assets"]
        asset = the_first(found, "a finished recording has files")
        return {"asset_id": asset["id"], "room_id": room_id, "session_id": recording["session_id"]}

    def _stream_key(self) -> Values:
        room_id = self._new_room()
        self._post(f"/stream-keys/room/{room_id}")
        return {"room_id": room_id}

    def _poll(self) -> Values:
        room_id = self._new_room()
        peer = self.join(room_id, "somebody")
        poll_id: str = self._post("/polls", {"type": "quiz", "questions": _QUESTIONS})["id"]
        self.control(f"/rooms/{room_id}/polls/{poll_id}/start")
        response = self.answer(poll_id, peer["id"])
        results = _json(self._api.get(f"/polls/{poll_id}/results"))["results"]
        return {
            "poll_id": poll_id,
            "question_id": "1",
            "option_id": "1",
            "response_id": response["id"],
            "result_id": the_first(results, "who has answered has a result")["id"],
            "room_id": room_id,
        }

    def _trunk(self) -> Values:
        return {"trunk_id": self._post("/sip/outbound/trunks", _TRUNK)["id"]}

    def _history(self) -> Values:
        # The room is configured nowhere itself, so its webhooks go to the endpoint of the workspace.
        self.control("/webhooks/endpoint", {"url": WEBHOOK_URL})
        room_id = self._new_room()
        peers = [self.join(room_id, f"somebody-{number}") for number in (1, 2)]
        self.advance(30)
        for peer in peers:
            self.control(f"/rooms/{room_id}/leave", {"peer_id": peer["id"]})
        first = peers[0]
        return {
            "room_id": room_id,
            "session_id": first["session_id"],
            "peer_id": first["id"],
            "user_id": first["user_id"],
        }

    def _webhooks(self) -> Values:
        self.control("/webhooks/endpoint", {"url": WEBHOOK_URL})
        room_id = self._new_room()
        self.join(room_id)
        return {"room_id": room_id}

    def _replay(self) -> Values:
        history = self.once("history")
        replay = self._post("/analytics/webhooks/replay", {"status": "all"})
        return history | {"workflow_id": replay["workflow_id"]}

    def _post(self, path: str, body: Json | None = None) -> Json:
        return _json(self._api.post(path) if body is None else self._api.post(path, json=body))


def _json(response: httpx.Response) -> Json:
    response.raise_for_status()
    value: Json = response.json()
    return value
