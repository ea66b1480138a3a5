"""Calls of the API and of the controls in any order, which refer to what the calls before them made."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from hms_mock import ApiError, Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import httpx

    from hms_mock import Control

Json = dict[str, Any]

NOW = 1_750_000_000.123456
COLLECTIONS = ("recordings", "live-streams", "external-streams")
MEETING = "https://meet.example.com/x"
TEMPLATE: Json = {
    "roles": {
        "host": {"permissions": {"pollRead": True, "pollWrite": True}},
        "guest": {"permissions": {"pollRead": True}},
    }
}
POLL: Json = {
    "questions": [
        {"text": "How?", "type": "single-choice", "options": [{"text": "So"}, {"text": "Otherwise"}]},
        {"text": "Why?", "type": "short-answer", "weight": 2.0},
    ]
}
TRUNK: Json = {"username": "u", "password": "p", "address": "sip.example.com", "from": "+4930"}
STORAGE: Json = {
    "upload_info": {"type": "s3", "location": "bucket", "credentials": {"key": "k", "secret": "s"}}
}


class Time:
    """What time it is outside of the mock."""

    def __init__(self) -> None:
        self.reading = NOW

    def clock(self) -> Clock:
        """A clock of the mock that goes by it."""
        return Clock(lambda: self.reading)


class Story:
    """What is done to a mock.

    Args:
        control: the controls of the mock.
        api: a client at its API, with a management token.
        time: the time that its clock goes by.
        sign: makes a token.
    """

    def __init__(self, control: Control, api: httpx.Client, time: Time, sign: Callable[..., str]) -> None:
        self.control = control
        self._api = api
        self._time = time
        self._sign = sign
        self.known: dict[str, list[str]] = {}
        """The identifiers of what was made, by kind."""

    def begin(self) -> None:
        """Begin anew, with enough to refer to."""
        self.control.reset()
        self.go_back((NOW, {}))
        self.tell(PROLOGUE)

    def tell(self, chapters: Sequence[tuple[str, int]]) -> list[Any]:
        """Do one thing after the other.

        Args:
            chapters: for each, one of `CHAPTERS`, and which of the known objects it is about.

        Returns:
            What was answered.
        """
        return [copy.deepcopy(CHAPTERS[name](self, pick)) for name, pick in chapters]

    def bookmark(self) -> tuple[float, dict[str, list[str]]]:
        """Where the story is, for `go_back`."""
        return self._time.reading, copy.deepcopy(self.known)

    def go_back(self, bookmark: tuple[float, dict[str, list[str]]]) -> None:
        """Go on from another place."""
        self._time.reading, self.known = bookmark[0], copy.deepcopy(bookmark[1])

    def one(self, kind: str, pick: int) -> str:
        """The identifier of a known object, or of none."""
        known = self.known.get(kind) or ["unknown"]
        return known[pick % len(known)]

    def call(self, method: str, path: str, keep: str = "", **options: Any) -> Any:
        """Call the API, and remember the identifier of what was made."""
        response = self._api.request(method, path, **options)
        answer: Any = response.json() if response.content else None
        if keep and response.status_code == 200:
            self.known.setdefault(keep, []).append(answer["id"])
        return response.status_code, answer

    def controlled(self, act: Callable[[Control], Any]) -> Any:
        """Use the controls."""
        try:
            return act(self.control)
        except (ApiError, ValueError) as error:
            return str(error)

    def join(self, pick: int) -> Any:
        """Let somebody join."""
        answer = self.controlled(
            lambda control: control.join(self.one("room", pick), role=("host", "guest")[pick % 2])
        )
        if isinstance(answer, dict):
            self.known.setdefault("peer", []).append(answer["id"])
            self.known.setdefault("session", []).append(answer["session_id"])
        return answer

    def wait(self, pick: int) -> Any:
        """Let time pass outside of the mock."""
        self._time.reading += (0.0004, 3.0, 40.0, 700.0)[pick % 4]
        return self._time.reading

    def start(self, collection: str, pick: int) -> Any:
        """Start a recording or a stream."""
        body: Json = {"meeting_url": MEETING}
        if collection == "external-streams":
            body["rtmp_urls"] = ["rtmp://ingest.example.com/live/key"]
        elif pick % 2:
            body["recording"] = {"hls_vod": True} if collection == "live-streams" else None
        return self.call(
            "POST",
            f"/{collection}/room/{self.one('room', pick)}/start",
            collection,
            json={name: value for name, value in body.items() if value is not None},
        )

    def assets(self, _pick: int) -> Any:
        """List the recorded files."""
        answer = self.call("GET", "/recording-assets", params={"limit": 10})
        self.known["asset"] = [asset["id"] for asset in answer[1].get("data", ())]
        return answer

    def tones(self, pick: int) -> Any:
        """Send tones with a client token."""
        room_id, expires = self.one("room", pick), int(NOW) + 10**9
        token = self._sign("app", room_id=room_id, role="host", user_id="u", exp=expires)
        headers = {"Authorization": f"Bearer {token}"}
        return self.call("POST", "/sip/dtmf", json={"digits": ["1", "2"]}, headers=headers)

    def codes(self, pick: int) -> Any:
        """Make the codes of a room."""
        answer = self.call("POST", f"/room-codes/room/{self.one('room', pick)}")
        self.known.setdefault("code", []).extend(
            re.findall(r"'code': '([a-z]{3}-[a-z]{4}-[a-z]{3})'", str(answer))
        )
        return answer

    def dial(self, pick: int) -> Any:
        """Call somebody by telephone."""
        body = {
            "to": "+4930123456",
            "trunk_id": self.one("trunk", pick),
            "room_code": self.one("code", pick),
        }
        return self.call("POST", "/sip/outbound/call", json=body)

    def poll_in_session(self, pick: int) -> Any:
        """Start a poll, answer it or stop it."""
        room, poll, peer = self.one("room", pick), self.one("poll", pick), self.one("peer", pick)
        return self.controlled(
            (
                lambda control: control.start_poll(room, poll),
                lambda control: control.answer_poll(poll, peer, 1, option=1),
                lambda control: control.answer_poll(poll, peer, 2, text="Because"),
                lambda control: control.stop_poll(room, poll),
            )[pick % 4]
        )

    def events(self, pick: int) -> Any:
        """Turn the pages of the analytics."""
        params = {"room_id": self.one("room", pick), "limit": 10}
        if self.known.get("cursor"):
            params |= {"start": self.known["cursor"].pop()}
        answer = self.call("GET", "/analytics/events", params=params)
        if answer[0] == 200 and answer[1]["next"]:
            self.known["cursor"] = [answer[1]["next"]]
        return answer


def _room(story: Story, pick: int) -> Any:
    body: Json = ({}, {"name": "Physics"}, {"name": "Chemistry", "size": 100.0}, {"polls": ["x"]})[pick % 4]
    if pick % 3 == 0 and story.known.get("template"):
        body = body | {"template_id": story.one("template", pick)}
    return story.call("POST", "/rooms", "room", json=body)


def _recorded_room(story: Story, pick: int) -> Any:
    body: Json = {"recording_info": {"enabled": pick % 2 == 0} | STORAGE}
    return story.call("POST", f"/rooms/{story.one('room', pick)}", json=body)


def _destinations(story: Story, pick: int) -> Any:
    body = {"hlsDestinations": {"main": {"name": "main", "autoStopTimeout": (60, 3600)[pick % 2]}}}
    return story.call("POST", f"/templates/{story.one('template', pick)}/destinations", json=body)


def _stream_key(story: Story, pick: int) -> Any:
    answer = story.call("POST", f"/stream-keys/room/{story.one('room', pick)}")
    if answer[0] == 200:
        story.known.setdefault("key", []).append(answer[1]["key"])
    return answer


def _ingest(story: Story, pick: int) -> Any:
    answer = story.controlled(
        lambda control: control.start_ingest(
            story.one("key", pick), error="internal error" if pick % 5 == 4 else None
        )
    )
    if isinstance(answer, dict) and answer["id"] not in story.known.setdefault("ingest", []):
        story.known["ingest"].append(answer["id"])
    return answer


def _rule(story: Story, pick: int) -> Any:
    """Order a fault that stays."""
    options: Json = (
        {"status": 503, "every": 2, "method": "GET"},
        {"status": 500, "probability": 0.5, "path": "/rooms*"},
        {"status": 504, "carry_out": True, "room_id": story.one("room", pick), "every": 3},
        {"headers": {"X-Fault": "1"}, "times": 3, "probability": 0.5},
    )[pick % 4]
    options.setdefault("times", None)
    return story.controlled(lambda control: control.fail(**options))


def _limit(story: Story, pick: int) -> Any:
    """Limit how many calls there may be, or no longer."""
    if pick % 3 == 2:
        return story.controlled(lambda control: control.lift_rate_limit())
    return story.controlled(lambda control: control.limit_rate((3, 6)[pick % 3], (2.5, 60)[pick % 2]))


def _recordings(story: Story, pick: int) -> Any:
    body = [{"name": "r", "role": "host", "trackRecording": {"enabled": True}}]
    return story.call("POST", f"/templates/{story.one('template', pick)}/recordings", json=body)


CHAPTERS: Mapping[str, Callable[[Story, int], Any]] = {
    "room": _room,
    "recorded room": _recorded_room,
    "disable": lambda story, pick: story.call(
        "POST", f"/rooms/{story.one('room', pick)}", json={"enabled": pick % 2 == 0}
    ),
    "template": lambda story, pick: story.call("POST", "/templates", "template", json=TEMPLATE),
    "role": lambda story, pick: story.call(
        "POST", f"/templates/{story.one('template', pick)}/roles/guest", json={"priority": pick}
    ),
    "recordings of a template": _recordings,
    "codes": Story.codes,
    "poll": lambda story, pick: story.call("POST", "/polls", "poll", json=POLL),
    "option": lambda story, pick: story.call(
        "DELETE", f"/polls/{story.one('poll', pick)}/questions/1/options/{pick % 2 + 1}"
    ),
    "recording": lambda story, pick: story.start("recordings", pick),
    "live stream": lambda story, pick: story.start("live-streams", pick),
    "external stream": lambda story, pick: story.start("external-streams", pick),
    "stop": lambda story, pick: story.call(
        "POST",
        f"/{COLLECTIONS[pick % 3]}/room/{story.one('room', pick)}/stop",
    ),
    "pause": lambda story, pick: story.call("POST", f"/recordings/room/{story.one('room', pick)}/pause"),
    "metadata": lambda story, pick: story.call(
        "POST",
        f"/live-streams/{story.one('live-streams', pick)}/timed-metadata",
        json={"payload": "p", "duration": 3},
    ),
    "destinations": _destinations,
    "stream key": _stream_key,
    "end of a stream key": lambda story, pick: story.call(
        "POST", f"/stream-keys/room/{story.one('room', pick)}/disable"
    ),
    "ingest": _ingest,
    "cut": lambda story, pick: story.controlled(
        lambda control: control.disconnect_ingest(story.one("ingest", pick))
    ),
    "end of an ingest": lambda story, pick: story.controlled(
        lambda control: control.end_ingest(story.one("ingest", pick))
    ),
    "failure of an ingest": lambda story, pick: story.controlled(
        lambda control: control.fail_ingest(story.one("ingest", pick))
    ),
    "message": lambda story, pick: story.call(
        "POST", f"/active-rooms/{story.one('room', pick)}/send-message", json={"message": "Grüße 🙂"}
    ),
    "end": lambda story, pick: story.call(
        "POST", f"/active-rooms/{story.one('room', pick)}/end-room", json={}
    ),
    "trunk": lambda story, pick: story.call("POST", "/sip/outbound/trunks", "trunk", json=TRUNK),
    "dial": Story.dial,
    "tones": Story.tones,
    "list": lambda story, pick: story.call(
        "GET", f"/{('rooms', 'sessions', 'recordings', 'live-streams', 'templates')[pick % 5]}"
    ),
    "assets": Story.assets,
    "address of an asset": lambda story, pick: story.call(
        "GET", f"/recording-assets/{story.one('asset', pick)}/presigned-url"
    ),
    "analytics": Story.events,
    "webhook events": lambda story, pick: story.call("GET", "/analytics/webhooks"),
    "replay": lambda story, pick: story.call("POST", "/analytics/webhooks/replay", json={"status": "all"}),
    "join": Story.join,
    "leave": lambda story, pick: story.controlled(
        lambda control: control.leave(story.one("room", pick), story.one("peer", pick))
    ),
    "mute": lambda story, pick: story.controlled(
        lambda control: control.mute(story.one("peer", pick), ("audio", "video")[pick % 2])
    ),
    "publish": lambda story, pick: story.controlled(
        lambda control: control.publish(story.one("peer", pick), ("screen", "video")[pick % 2])
    ),
    "unpublish": lambda story, pick: story.controlled(
        lambda control: control.unpublish(story.one("peer", pick), ("video", "screen")[pick % 2])
    ),
    "chat": lambda story, pick: story.controlled(
        lambda control: control.chat(story.one("peer", pick), "Grüße 🙂", role=(None, "guest")[pick % 2])
    ),
    "advance": lambda story, pick: story.controlled(
        lambda control: control.advance((0.5, 6, 60, 50000)[pick % 4], tokens=False)
    ),
    "wait": Story.wait,
    "poll in a session": Story.poll_in_session,
    "fault": lambda story, pick: story.controlled(
        lambda control: control.fail(503, times=pick % 3, operation=(None, "listRooms")[pick % 2])
    ),
    "rule": _rule,
    "end of faults": lambda story, pick: story.controlled(lambda control: control.clear_faults()),
    "rate limit": _limit,
    "end of calls": lambda story, pick: story.controlled(
        lambda control: control.end_calls(("refused", "timed_out", "lost")[pick % 3], times=2)
    ),
    "finish": lambda story, pick: story.controlled(
        lambda control: control.finish_job(story.one("recordings", pick))
    ),
    "failure": lambda story, pick: story.controlled(
        lambda control: control.fail_job(story.one("live-streams", pick))
    ),
    "webhook": lambda story, pick: story.controlled(
        lambda control: control.set_webhook(
            ("https://app.example.com/hook", None)[pick % 2], {"X-Secret": "s"}
        )
    ),
    "client error": lambda story, pick: story.controlled(
        lambda control: control.report_error("client.join.failed", story.one("room", pick), name="N")
    ),
    "seed": lambda story, pick: story.controlled(lambda control: control.seed(pick)),
    "everything": lambda story, pick: story.controlled(
        lambda control: [
            control.jobs(),
            control.events(),
            control.deliveries(),
            control.calls(),
            control.tones(),
            control.messages(),
            control.faults(),
            control.pending_faults(),
            control.ingests(),
            control.now(),
        ]
    ),
}
"""Things that can be done, by name, each with a number that picks what it is about."""

STORIES = st.lists(st.tuples(st.sampled_from(sorted(CHAPTERS)), st.integers(0, 11)), max_size=25)
"""Things to do, one after the other."""
PROLOGUE: Sequence[tuple[str, int]] = (
    ("webhook", 0),
    ("template", 0),
    ("recordings of a template", 0),
    ("room", 0),
    ("room", 1),
    ("room", 6),
    ("destinations", 0),
    ("stream key", 0),
    ("stream key", 2),
    ("codes", 0),
    ("codes", 1),
    ("trunk", 0),
    ("poll", 0),
    ("join", 0),
    ("join", 1),
    ("recording", 0),
    ("recording", 1),
    ("live stream", 1),
    ("wait", 1),
    ("wait", 1),
    ("list", 2),
    ("finish", 0),
    ("assets", 0),
    ("poll in a session", 0),
    ("ingest", 0),
)
"""What a story begins with that has something to refer to."""
EPILOGUE: Sequence[tuple[str, int]] = (
    ("list", 2),
    ("assets", 0),
    ("address of an asset", 0),
    ("everything", 0),
    ("room", 0),
)
"""What a story ends with, to see what became of it all."""
