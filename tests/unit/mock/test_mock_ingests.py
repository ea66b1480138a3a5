"""An encoder streams into a room, as tests play it, and the webhooks tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hms_mock import ApiError
from hms_mock.model.ingests import ERRORS, REASONS

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control

Json = dict[str, Any]

START = "2025-06-15T15:06:40.123456000Z"


@pytest.fixture
def room(api: httpx.Client, control: Control, make_room: Callable[..., Json]) -> Json:
    """A room whose template has an HLS destination that waits a minute for the encoder."""
    destinations = {"hlsDestinations": {"main": {"name": "main", "autoStopTimeout": 60}}}
    template = f"/templates/{control.default_template_id()}"
    assert api.post(f"{template}/destinations", json=destinations).status_code == 200
    return make_room(name="physics")


@pytest.fixture
def key(api: httpx.Client, room: Json) -> str:
    created: Json = api.post(f"/stream-keys/room/{room['id']}").json()
    text: str = created["key"]
    return text


def events(control: Control, *prefixes: str) -> list[Json]:
    return [event for event in control.events() if event["type"].startswith(prefixes or ("ingest.", "hls."))]


def types(control: Control, *prefixes: str) -> list[str]:
    return [event["type"] for event in events(control, *prefixes)]


def refused(control: Control, key: str, **options: Any) -> tuple[int, str]:
    with pytest.raises(ApiError) as caught:
        control.start_ingest(key, **options)
    return caught.value.status, caught.value.message


def test_from_the_start_to_the_end_of_the_reconnection_window(
    api: httpx.Client, control: Control, room: Json, key: str
) -> None:
    ingest = control.start_ingest(key)
    assert (ingest["room_id"], ingest["status"], ingest["connected"]) == (room["id"], "running", True)
    # Viewers are no peers, and nobody has to be in the room for as long as it takes.
    control.advance(3600)
    assert api.get(f"/live-streams/{ingest['stream_id']}").json()["status"] == "running"
    assert control.disconnect_ingest(ingest["id"])["connected"] is False
    control.advance(59)
    assert api.get(f"/live-streams/{ingest['stream_id']}").json()["status"] == "running"
    control.advance(10)
    assert api.get(f"/live-streams/{ingest['stream_id']}").json()["status"] == "completed"
    assert types(control) == [
        "ingest.start.success",
        "hls.started.success",
        "ingest.end.success",
        "hls.stopped.success",
    ]
    common = {
        "account_id": room["customer_id"],
        "app_id": room["app_id"],
        "room_id": room["id"],
        "template_id": room["template_id"],
        "ingest_id": ingest["id"],
        "stream_id": ingest["stream_id"],
        "started_at": START,
    }
    start, live, end, _ = events(control)
    assert start["data"] == common
    assert end["data"] == common | {
        "completed_at": "2025-06-15T16:07:40.123456000Z",
        "last_disconnected_at": "2025-06-15T16:06:40.123456000Z",
        "duration": 3660,
        "reason": "reconnection window expired",
    }
    assert not {"peer_id", "meeting_url"} & live["data"].keys()
    [shown] = control.ingests(room["id"])
    assert (shown["status"], shown["completed_at"]) == ("ended", "2025-06-15T16:07:40.123Z")


def test_an_encoder_that_comes_back_in_time(control: Control, key: str) -> None:
    ingest = control.start_ingest(key)
    control.advance(10)
    control.disconnect_ingest(ingest["id"])
    control.advance(59)
    again = control.start_ingest(key)
    assert (again["id"], again["connected"], again["disconnected_at"]) == (ingest["id"], True, None)
    control.advance(600)
    assert types(control, "ingest.") == ["ingest.start.success"]


@pytest.mark.parametrize("reason", REASONS)
def test_ended_at_once(api: httpx.Client, control: Control, key: str, reason: str) -> None:
    ingest = control.start_ingest(key)
    control.advance(10)
    assert control.end_ingest(ingest["id"], reason)["reason"] == reason
    assert events(control, "ingest.end")[0]["data"]["reason"] == reason
    assert "last_disconnected_at" not in events(control, "ingest.end")[0]["data"]
    assert api.get(f"/live-streams/{ingest['stream_id']}").json()["status"] == "stopping"
    # The key opens the next one.
    assert control.start_ingest(key)["id"] != ingest["id"]


def test_stopping_the_live_stream_ends_the_ingestion(
    api: httpx.Client, control: Control, room: Json, key: str
) -> None:
    control.start_ingest(key)
    control.advance(10)
    api.post(f"/live-streams/room/{room['id']}/stop")
    assert events(control, "ingest.end")[0]["data"]["reason"] == "stream closed"


def test_a_live_stream_that_fails_ends_the_ingestion(control: Control, key: str) -> None:
    ingest = control.start_ingest(key)
    control.advance(10)
    control.fail_job(ingest["stream_id"])
    assert events(control, "ingest.end")[0]["data"]["reason"] == "internal error"
    assert types(control)[-3:] == ["ingest.end.success", "hls.failure", "hls.stopped.success"]


def test_an_ingestion_that_fails(api: httpx.Client, control: Control, room: Json, key: str) -> None:
    ingest = control.start_ingest(key)
    control.advance(10)
    failed = control.fail_ingest(ingest["id"])
    assert (failed["status"], failed["error"], failed["connected"]) == ("failed", "internal error", False)
    [event] = events(control, "ingest.failure")
    assert event["data"] == {
        "account_id": room["customer_id"],
        "app_id": room["app_id"],
        "room_id": room["id"],
        "template_id": room["template_id"],
        "ingest_id": ingest["id"],
        "error_message": "internal error",
    }
    assert "ingest.end.success" not in types(control)
    assert api.get(f"/live-streams/{ingest['stream_id']}").json()["status"] == "failed"


def test_a_disabled_key_is_refused_but_acts_on_the_next_connection_only(
    api: httpx.Client, control: Control, room: Json, key: str
) -> None:
    ingest = control.start_ingest(key)
    api.post(f"/stream-keys/room/{room['id']}/disable")
    control.advance(60)
    assert control.ingests()[0]["connected"]
    control.end_ingest(ingest["id"])
    assert refused(control, key) == (403, "stream key disabled")
    [event] = events(control, "ingest.start.failure")
    assert event["data"] == {
        "account_id": room["customer_id"],
        "app_id": room["app_id"],
        "room_id": room["id"],
        "template_id": room["template_id"],
        "error_message": "stream key disabled",
    }
    fresh = api.post(f"/stream-keys/room/{room['id']}").json()["key"]
    assert control.start_ingest(fresh)["status"] == "running"


def test_the_key_of_a_disabled_room_is_refused_until_it_is_enabled(
    api: httpx.Client, control: Control, room: Json, key: str
) -> None:
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    assert refused(control, key) == (403, "stream key disabled")
    api.post(f"/rooms/{room['id']}", json={"enabled": True})
    assert control.start_ingest(key)["connected"]


def test_other_reasons_to_refuse(
    api: httpx.Client, control: Control, room: Json, key: str, make_room: Callable[..., Json]
) -> None:
    api.post(f"/live-streams/room/{room['id']}/start", json={"meeting_url": "https://example.com"})
    assert refused(control, key) == (403, "remote session active")
    api.post(f"/live-streams/room/{room['id']}/stop")
    control.start_ingest(key)
    assert refused(control, key) == (403, "already connected")
    template = api.post("/templates", json={"name": "no-hls"}).json()
    other = make_room(name="chemistry", template_id=template["id"])
    other_key = api.post(f"/stream-keys/room/{other['id']}").json()["key"]
    with pytest.raises(ApiError, match="give the template of the room one with updateDestinations"):
        control.start_ingest(other_key)
    recordings = {"r": {"name": "r", "role": "host", "autoStart": True}}
    hls = {"main": {"name": "main"}}
    destinations = {"hlsDestinations": hls, "browserRecordings": recordings}
    answer = api.post(f"/templates/{template['id']}/destinations", json=destinations)
    assert answer.status_code == 200, answer.text
    assert refused(control, other_key) == (403, "beam start error")
    told = [event["data"]["error_message"] for event in events(control, "ingest.start.failure")]
    assert told == ["remote session active", "already connected", "no hls destinations", "beam start error"]


@pytest.mark.parametrize("error", ERRORS)
def test_refused_because_a_test_says_so(control: Control, key: str, error: str) -> None:
    assert refused(control, key, error=error) == (403, error)
    assert events(control)[0]["data"]["error_message"] == error
    assert control.ingests() == []


def test_a_key_that_no_room_ever_had_is_not_repeated(control: Control) -> None:
    with pytest.raises(ApiError) as caught:
        control.start_ingest("real-secret-key")
    assert caught.value.status == 404
    assert "real-secret-key" not in str(caught.value)
    assert control.events() == []


def test_what_makes_no_sense(control: Control, key: str) -> None:
    ingest = control.start_ingest(key)
    control.disconnect_ingest(ingest["id"])
    assert refused(control, key, error="bad mood")[0] == 400
    calls: list[tuple[Callable[..., Json], list[str]]] = [
        (control.disconnect_ingest, [ingest["id"]]),
        (control.end_ingest, [ingest["id"], "bad mood"]),
        (control.fail_ingest, [ingest["id"], "bad mood"]),
    ]
    for call, arguments in calls:
        with pytest.raises(ApiError) as caught:
            call(*arguments)
        assert caught.value.status == 400
    control.end_ingest(ingest["id"])
    for late in (control.disconnect_ingest, control.end_ingest, control.fail_ingest):
        for ingest_id, status in ((ingest["id"], 400), ("nothing", 404)):
            with pytest.raises(ApiError) as caught:
                late(ingest_id)
            assert caught.value.status == status


def test_over_http(bare: httpx.Client, control: Control, key: str) -> None:
    ingest = bare.post("/_mock/ingests", json={"key": key}).json()
    assert bare.get("/_mock/ingests").json() == {"ingests": [ingest]} == {"ingests": control.ingests()}
    base = f"/_mock/ingests/{ingest['id']}"
    assert bare.post(f"{base}/disconnect").json()["connected"] is False
    assert bare.post(f"{base}/end", json={"reason": "publish error"}).json()["reason"] == "publish error"
    again = bare.post("/_mock/ingests", json={"key": key}).json()
    failed = bare.post(f"/_mock/ingests/{again['id']}/fail", json={"error": "internal error"}).json()
    assert failed["status"] == "failed"
    assert bare.post("/_mock/ingests", json={"key": key, "error": "already connected"}).status_code == 403
