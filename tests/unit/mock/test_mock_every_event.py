"""Every webhook that the document describes can come up in the mock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hms_mock import ApiError
from hms_mock.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control

Json = dict[str, Any]


class Story:
    """One room, and all that can happen in it."""

    def __init__(self, api: httpx.Client, control: Control, room_id: str) -> None:
        self.api, self.control, self.room_id = api, control, room_id

    def call(self, path: str, body: Json | None = None) -> Json:
        response = self.api.post(path, json=body)
        assert response.status_code < 300, response.text
        answer: Json = response.json()
        return answer

    def set_up(self) -> None:
        template = f"/templates/{self.control.default_template_id()}"
        self.call(f"{template}/destinations", {"hlsDestinations": {"main": {"name": "main"}}})
        recording = {
            "name": "default",
            "role": "host",
            "trackRecording": {"enabled": True},
            "streamRecording": {"enabled": True},
            "compositeRecording": {"customComposite": {"enabled": True}},
        }
        assert self.api.post(f"{template}/recordings", json=[recording]).status_code == 200

    def peers(self) -> None:
        host = self.control.join(self.room_id, role="host")
        for role in ("guest", "nobody"):
            peer_path = f"/active-rooms/{self.room_id}/peers/{host['id']}"
            assert self.api.post(peer_path, json={"role": role}).status_code in {200, 404}
        self.control.join(self.room_id, role="guest")
        self.control.leave(self.room_id, host["id"])
        with pytest.raises(ApiError):
            self.control.leave(self.room_id, host["id"])
        with pytest.raises(ApiError):
            self.control.join(self.room_id, role="nobody")
        for _ in range(2):
            self.api.post(f"/active-rooms/{self.room_id}/end-room", json={"lock": False})

    def media_server(self, *, fails: bool) -> None:
        host = self.control.join(self.room_id, role="host")
        self.control.advance(10)
        self.control.leave(self.room_id, host["id"])
        for job in self.control.jobs(self.room_id):
            if job["status"] not in {"completed", "failed"}:
                if fails:
                    self.control.fail_job(job["id"])
                else:
                    self.control.finish_job(job["id"])

    def bots(self) -> None:
        body = {"transcription": {"enabled": True}}
        done = self.call(f"/recordings/room/{self.room_id}/start", body)
        self.control.finish_job(done["id"])
        half_done = self.call(f"/recordings/room/{self.room_id}/start", body)
        self.control.finish_job(half_done["id"], transcripts=False)
        self.control.fail_job(half_done["id"])
        failed = self.call(f"/recordings/room/{self.room_id}/start", {})
        self.control.fail_job(failed["id"])
        stream = self.call(f"/live-streams/room/{self.room_id}/start", {"recording": {"hls_vod": True}})
        self.control.finish_job(stream["id"])

    def encoder(self) -> None:
        key = self.call(f"/stream-keys/room/{self.room_id}")["key"]
        self.control.end_ingest(self.control.start_ingest(key)["id"])
        self.control.fail_ingest(self.control.start_ingest(key)["id"])
        with pytest.raises(ApiError):
            self.control.start_ingest(key, error="internal error")


def test_no_documented_webhook_is_beyond_the_mock(
    api: httpx.Client, control: Control, make_room: Callable[..., Json]
) -> None:
    story = Story(api, control, make_room(name="physics")["id"])
    story.set_up()
    story.peers()
    story.media_server(fails=False)
    story.media_server(fails=True)
    story.bots()
    story.encoder()
    documented = set(Document.bundled().webhooks)
    assert documented
    never_sent = documented - {event["type"] for event in control.events()}
    assert never_sent == set()
