"""The analytics: events of a room with their filters and pages, and statistics of peers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import httpx

    from hms_mock import Control

Json = dict[str, Any]
MakeRoom = Callable[..., Json]


@pytest.fixture
def room(make_room: MakeRoom) -> Json:
    return make_room(name="physics-monday")


def events(api: httpx.Client, room: Json, **query: Any) -> Json:
    response = api.get("/analytics/events", params={"room_id": room["id"]} | query)
    assert response.status_code == 200, response.text
    answer: Json = response.json()
    return answer


def walk(api: httpx.Client, room: Json, **query: Any) -> list[Json]:
    """All events, page by page."""
    page = events(api, room, **query)
    found: list[Json] = page["events"]
    while page["next"]:
        page = events(api, room, start=page["next"], **query)
        found += page["events"]
    return found


def stats(api: httpx.Client, peer: Json) -> Json:
    query = {"peer_id": peer["id"], "session_id": peer["session_id"]}
    response = api.get("/analytics/peer-stats", params=query)
    assert response.status_code == 200, response.text
    answer: Json = response.json()
    return answer


# Events


def test_how_long_somebody_was_unmuted(api: httpx.Client, room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host", name="Ada", user_id="teacher-17")
    for seconds, mute in ((10, True), (20, False), (30, True)):
        control.advance(seconds)
        control.mute(ada["id"], "audio", mute=mute)
    control.advance(40)
    control.leave(room["id"], ada["id"])
    audio = [event for event in walk(api, room) if event["data"]["type"] == "audio"]
    assert [(event["type"], event["timestamp"][14:19], event["data"]["mute"]) for event in audio] == [
        ("track.add.success", "06:40", False),
        ("track.update.success", "06:50", True),
        ("track.update.success", "07:10", False),
        ("track.update.success", "07:40", True),
        ("track.remove.success", "08:20", True),
    ]
    assert len({event["id"] for event in audio}) == 5
    assert len({event["data"]["track_id"] for event in audio}) == 1


def test_only_events_of_the_analytics_are_listed(api: httpx.Client, room: Json, control: Control) -> None:
    control.join(room["id"], role="host")
    assert {event["type"] for event in control.events()} >= {"session.open.success", "peer.join.success"}
    page = events(api, room)
    assert [event["type"] for event in page["events"]] == ["track.add.success"] * 2
    assert (page["limit"], page["total"], page["next"]) == (2, 2, "")


def test_filters(api: httpx.Client, room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host", user_id="teacher-17")
    bea = control.join(room["id"], role="guest", user_id="student-9")
    control.mute(bea["id"], "audio")
    control.report_error("client.disconnected", room["id"], peer_id=bea["id"])
    for peer in (ada, bea):
        control.leave(room["id"], peer["id"])
    again = control.join(room["id"], role="guest", user_id="student-9")

    def count(**query: Any) -> int:
        total: int = events(api, room, **query)["total"]
        return total

    assert count() == 12
    assert count(type="track.add.success") == 6
    assert count(type=["track.add.success", "track.update.success"]) == 7
    assert count(session_id=ada["session_id"]) == 10
    assert count(session_id=again["session_id"]) == 2
    assert count(peer_id=bea["id"]) == 6
    assert count(user_id="student-9") == 8
    assert count(error="true") == 1
    assert count(error="true", type="track.add.success") == 0
    assert count(user_id="student-9", type="track.add.success", session_id=again["session_id"]) == 2
    assert count(beam_id="unknown") == count(peer_id="unknown") == 0
    assert events(api, {"id": "unknown"})["total"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "",
        "room_id=",
        "room_id=r&limit=0",
        "room_id=r&limit=101",
        "room_id=r&type=session.open.success",
        "room_id=r&type=track.add.success&type=",
        "room_id=r&error=maybe",
        "room_id=r&room_id=s",
        "room_id=r&type=%ed%a0%80",
        "room_id=r&start=%ff",
    ],
)
def test_queries_that_are_refused(api: httpx.Client, query: str) -> None:
    response = api.get(f"/analytics/events?{query}")
    assert response.status_code == 400
    assert response.json()["details"]


def test_pages_are_a_snapshot(api: httpx.Client, room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host")
    for index in range(5):
        control.mute(ada["id"], "audio", mute=index % 2 == 0)
    everything = events(api, room, limit=100)["events"]
    first = events(api, room, limit=3)
    assert (first["limit"], first["total"]) == (3, 7)
    control.leave(room["id"], ada["id"])
    second = events(api, room, limit=3, start=first["next"])
    # The size of the pages may change on the way.
    third = events(api, room, limit=100, start=second["next"])
    assert (third["limit"], third["total"], third["next"]) == (1, 7, "")
    assert first["events"] + second["events"] + third["events"] == everything
    # The same page can be asked for again.
    assert events(api, room, limit=3, start=first["next"]) == second
    assert events(api, room)["total"] == 9


def test_pages_when_everything_happens_at_once(api: httpx.Client, room: Json, control: Control) -> None:
    for _ in range(6):
        control.join(room["id"], role="guest")
    found = walk(api, room, limit=1)
    assert len(found) == len({event["id"] for event in found}) == 12


def test_events_are_in_the_order_in_which_they_happened(
    api: httpx.Client, make_room: MakeRoom, control: Control
) -> None:
    room = make_room(max_duration_seconds=120)
    control.join(room["id"], role="guest")
    control.advance(3600)
    control.join(room["id"], role="guest")
    moments = [event["timestamp"] for event in walk(api, room, limit=1)]
    assert moments == sorted(moments)
    assert len(moments) == 6


def test_cursors_expire_after_a_day(api: httpx.Client, room: Json, control: Control) -> None:
    control.join(room["id"], role="host")
    cursor = events(api, room, limit=1)["next"]
    control.advance(86400, tokens=False)
    assert len(events(api, room, limit=1, start=cursor)["events"]) == 1
    control.advance(1, tokens=False)
    response = api.get("/analytics/events", params={"room_id": room["id"], "start": cursor})
    assert response.status_code == 400
    assert "expired" in response.json()["details"][0]


def test_cursors_that_are_refused(
    api: httpx.Client, other_api: httpx.Client, room: Json, control: Control
) -> None:
    control.join(room["id"], role="host")
    cursor = events(api, room, limit=1)["next"]
    content, _, signature = cursor.partition(".")
    for wrong in ("x", "ü", ".", f"{content}.", f".{signature}", f"A{cursor}", f"{cursor}0", cursor[:-1]):
        response = api.get("/analytics/events", params={"room_id": room["id"], "start": wrong})
        assert response.status_code == 400, wrong
    query = {"room_id": room["id"], "start": cursor}
    assert api.get("/analytics/events", params=query | {"error": "true"}).status_code == 400
    assert api.get("/analytics/events", params=query | {"room_id": "unknown"}).status_code == 400
    assert other_api.get("/analytics/events", params=query).status_code == 400


def test_events_are_kept_for_30_days(api: httpx.Client, room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host")
    control.leave(room["id"], ada["id"])
    control.advance(30 * 86400, tokens=False)
    assert events(api, room)["total"] == 4
    control.advance(1, tokens=False)
    assert events(api, room)["total"] == 0


def test_workspaces_do_not_see_each_other(
    api: httpx.Client, other_api: httpx.Client, room: Json, control: Control
) -> None:
    ada = control.join(room["id"], role="host")
    assert events(api, room)["total"] == 2
    assert events(other_api, room)["total"] == 0
    control.leave(room["id"], ada["id"])
    query = {"peer_id": ada["id"], "session_id": ada["session_id"]}
    assert api.get("/analytics/peer-stats", params=query).status_code == 200
    assert other_api.get("/analytics/peer-stats", params=query).status_code == 404


# Statistics of peers


def test_statistics_of_a_call(api: httpx.Client, room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host")
    control.advance(20)
    bea = control.join(room["id"], role="guest")
    control.advance(15)
    control.leave(room["id"], ada["id"])
    control.advance(5)
    control.leave(room["id"], bea["id"])

    of_ada = stats(api, ada)
    assert {name: of_ada[name] for name in ("peer_id", "session_id", "room_id")} == {
        "peer_id": ada["id"],
        "session_id": ada["session_id"],
        "room_id": room["id"],
    }
    [video] = of_ada["publisher"]["video"]
    [audio] = of_ada["publisher"]["audio"]
    assert {video["track_id"], audio["track_id"]} == set(ada["tracks"])
    assert (video["type"], video["rid"]) == ("regular", None)
    start = 1_750_000_000_123
    assert video["time_series"]["timestamps"] == [start, start + 10_000, start + 20_000, start + 30_000]
    for series in (video["time_series"], audio["time_series"]):
        assert {len(values) for values in series.values()} == {4}
    assert all(230_000 <= rate <= 256_000 for rate in video["time_series"]["bitrate"])
    assert all(28_000 <= rate <= 32_000 for rate in audio["time_series"]["bitrate"])
    assert all(22 <= frames <= 25 for frames in video["time_series"]["fps"])

    # What Ada got of Bea, from when Bea came until Ada left.
    [received] = of_ada["subscriber"]["audio"]
    assert received["track_id"] in bea["tracks"]
    assert received["time_series"]["timestamps"] == [start + 20_000, start + 30_000]
    assert received["time_series"]["bitrate"][0] is None
    assert received["time_series"]["bitrate"][1] > 0
    assert {track["track_id"] for track in stats(api, bea)["subscriber"]["video"]} == {video["track_id"]}
    assert stats(api, ada) == of_ada


def test_no_statistics_while_the_session_runs(api: httpx.Client, room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host")
    control.join(room["id"], role="guest")
    control.advance(60)
    control.leave(room["id"], ada["id"])
    nothing: Json = {"video": [], "audio": []}
    assert stats(api, ada)["publisher"] == stats(api, ada)["subscriber"] == nothing
    api.post(f"/active-rooms/{room['id']}/end-room", json={})
    assert stats(api, ada)["publisher"] != nothing


def test_statistics_follow_the_roles(api: httpx.Client, room: Json, control: Control) -> None:
    layers = [
        {"rid": "f", "scaleResolutionDownBy": 1, "maxBitrate": 800, "maxFramerate": 30},
        {"rid": "q", "scaleResolutionDownBy": 4, "maxBitrate": 100, "maxFramerate": 10},
    ]
    speaker = {
        "name": "speaker",
        "publishParams": {"allowed": ["audio", "video"], "simulcast": {"video": {"layers": layers}}},
        "subscribeParams": {"subscribeToRoles": []},
    }
    path = f"/templates/{room['template_id']}/roles/speaker"
    assert api.post(path, json=speaker).status_code == 200
    ada = control.join(room["id"], role="speaker")
    bea = control.join(room["id"], role="host")
    control.advance(30)
    api.post(f"/active-rooms/{room['id']}/end-room", json={})
    video = stats(api, ada)["publisher"]["video"]
    assert [layer["rid"] for layer in video] == ["h", "l"]
    assert len({layer["track_id"] for layer in video}) == 1
    assert max(video[1]["time_series"]["bitrate"]) <= 100_000 < min(video[0]["time_series"]["bitrate"])
    # A speaker hears nobody, and hosts hear the roles that there were when the role was made.
    assert stats(api, ada)["subscriber"] == {"video": [], "audio": []}
    assert len(stats(api, bea)["publisher"]["video"]) == 1


def test_statistics_outlive_the_role(api: httpx.Client, room: Json, control: Control) -> None:
    control.join(room["id"], role="guest")
    ada = control.join(room["id"], role="guest")
    control.advance(15)
    assert api.delete(f"/templates/{room['template_id']}/roles/guest").status_code == 204
    api.post(f"/active-rooms/{room['id']}/end-room", json={})
    assert len(stats(api, ada)["publisher"]["audio"]) == len(stats(api, ada)["subscriber"]["audio"]) == 1


def test_long_calls_are_measured_less_often(api: httpx.Client, room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host")
    control.advance(43_200, tokens=False)
    [audio] = stats(api, ada)["publisher"]["audio"]
    moments = audio["time_series"]["timestamps"]
    assert len(moments) == 360
    assert moments[1] - moments[0] == 120_000


def test_tracks_that_ended_early(api: httpx.Client, room: Json, control: Control) -> None:
    listener = {"name": "listener", "publishParams": {"allowed": []}}
    assert api.post(f"/templates/{room['template_id']}/roles/listener", json=listener).status_code == 200
    ada = control.join(room["id"], role="host")
    control.advance(15)
    api.post(f"/active-rooms/{room['id']}/peers/{ada['id']}", json={"role": "listener"})
    control.advance(60)
    control.leave(room["id"], ada["id"])
    [audio] = stats(api, ada)["publisher"]["audio"]
    assert len(audio["time_series"]["timestamps"]) == 2


@pytest.mark.parametrize("wrong", ["peer_id", "session_id"])
def test_statistics_of_nobody(api: httpx.Client, room: Json, control: Control, wrong: str) -> None:
    ada = control.join(room["id"], role="host")
    control.leave(room["id"], ada["id"])
    query = {"peer_id": ada["id"], "session_id": ada["session_id"]}
    assert api.get("/analytics/peer-stats", params=query | {wrong: "unknown"}).status_code == 404
    del query[wrong]
    assert api.get("/analytics/peer-stats", params=query).status_code == 400
