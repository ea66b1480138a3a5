"""Webhooks go out, are sent again when they are not taken, are listed, and are replayed on demand."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from hms_mock import ApiError, Clock, Control, create_app

Json = dict[str, Any]
MakeRoom = Callable[..., Json]

NOW = 1_750_000_000.0
"""2025-06-15T15:06:40Z"""
URL = "https://app.example.com/hooks"


@dataclass
class Endpoint:
    """Stands for a customer's endpoint: notes what comes, and answers as told (200 when told nothing)."""

    answers: list[int | str] = field(default_factory=list[int | str])
    calls: list[tuple[str, Mapping[str, str], Json]] = field(
        default_factory=list[tuple[str, Mapping[str, str], Json]]
    )

    def __call__(self, url: str, headers: Mapping[str, str], body: bytes) -> int | str:
        self.calls.append((url, headers, json.loads(body)))
        return self.answers.pop(0) if self.answers else 200

    @property
    def types(self) -> list[str]:
        return [body["type"] for _, _, body in self.calls]


def listed(api: httpx.Client, **query: Any) -> Json:
    response = api.get("/analytics/webhooks", params=query)
    assert response.status_code == 200, response.text
    answer: Json = response.json()
    return answer


def names(answer: Json) -> list[str]:
    return [event["payload"]["original_event_name"] for event in answer["events"]]


def replay(api: httpx.Client, **members: Any) -> Json:
    response = api.post("/analytics/webhooks/replay", json=members)
    assert response.status_code == 200, response.text
    answer: Json = response.json()
    return answer


def progress(api: httpx.Client, started: Json) -> Json:
    response = api.get(f"/analytics/webhooks/replay/{started['workflow_id']}")
    assert response.status_code == 200, response.text
    answer: Json = response.json()
    return answer


@pytest.fixture
def endpoint(control: Control) -> Endpoint:
    """The endpoint of the workspace; it gets webhooks when the test has them delivered."""
    endpoint = Endpoint()
    control.set_webhook(URL, {"X-Secret": "sesame"})
    control.set_webhook_sender(endpoint)
    return endpoint


def test_nothing_is_sent_without_an_endpoint(
    api: httpx.Client, make_room: MakeRoom, control: Control
) -> None:
    endpoint = Endpoint()
    control.set_webhook_sender(endpoint)
    control.join(make_room()["id"], role="host")
    assert control.deliver_webhooks() == 0
    assert (endpoint.calls, control.deliveries(), listed(api)["events"]) == ([], [], [])


def test_without_a_sender_everything_counts_as_delivered(
    api: httpx.Client, make_room: MakeRoom, control: Control
) -> None:
    control.set_webhook(URL)
    control.join(make_room()["id"], role="host")
    [opened, joined] = control.deliveries()
    assert opened["body"]["type"] == "session.open.success"
    assert (joined["status"], joined["due"]) == ("success", None)
    assert joined["attempts"] == [{"at": joined["body"]["timestamp"], "status": 200, "error": None}]
    assert names(listed(api, status="success")) == ["peer.join.success", "session.open.success"]
    assert listed(api, status="failed")["events"] == []


def test_what_is_sent(make_room: MakeRoom, control: Control, endpoint: Endpoint) -> None:
    control.join(make_room()["id"], role="host", name="Zoë")
    assert endpoint.calls == []
    assert control.deliver_webhooks() == 2
    assert control.deliver_webhooks() == 0
    url, headers, body = endpoint.calls[1]
    assert (url, headers) == (URL, {"Content-Type": "application/json", "X-Secret": "sesame"})
    # Events of tracks are for the analytics only.
    assert endpoint.types == ["session.open.success", "peer.join.success"]
    assert body["data"]["user_name"] == "Zoë"
    assert body == next(each for each in control.events() if each["type"] == "peer.join.success")


def test_secrets_stay_out_of_the_control_plane(
    bare: httpx.Client, make_room: MakeRoom, control: Control, endpoint: Endpoint
) -> None:
    control.join(make_room()["id"], role="host")
    shown = bare.get("/_mock/webhooks").text
    assert "sesame" not in shown
    assert json.loads(shown)["deliveries"][0]["headers"] == ["X-Secret"]


def test_a_room_has_its_own_endpoint(make_room: MakeRoom, control: Control, endpoint: Endpoint) -> None:
    own = {"url": "https://rooms.example.com/hook", "headers": {"X-Room": "1", "content-type": "text/json"}}
    control.join(make_room(webhook=own)["id"], role="host")
    control.join(make_room()["id"], role="host")
    control.deliver_webhooks()
    assert [url for url, _, _ in endpoint.calls] == [own["url"]] * 2 + [URL] * 2
    assert endpoint.calls[0][1] == {"content-type": "text/json", "X-Room": "1"}


def test_workspaces_have_their_own_endpoints(
    api: httpx.Client, other_api: httpx.Client, control: Control, endpoint: Endpoint
) -> None:
    control.set_webhook("https://other.example.com/", access_key="another-access-key")
    control.join(other_api.post("/rooms", json={}).json()["id"], role="host")
    control.deliver_webhooks()
    assert {url for url, _, _ in endpoint.calls} == {"https://other.example.com/"}
    assert listed(api)["events"] == []
    assert len(listed(other_api)["events"]) == 2
    mine, theirs = replay(api, status="all"), replay(other_api, status="all")
    assert mine["workflow_id"] != theirs["workflow_id"]
    assert api.get(f"/analytics/webhooks/replay/{theirs['workflow_id']}").status_code == 404
    with pytest.raises(ApiError, match="400"):
        control.set_webhook(URL, access_key="unknown")


def test_repeated_after_1_3_and_10_seconds(make_room: MakeRoom, control: Control, endpoint: Endpoint) -> None:
    control.join(make_room()["id"], role="host")
    control.deliver_webhooks()
    control.leave(control.events()[0]["data"]["room_id"], control.events()[1]["data"]["peer_id"])
    endpoint.calls.clear()
    # 201 is as bad as no answer.
    endpoint.answers = [503, 200, 201, "timeout"]
    assert control.deliver_webhooks() == 2
    for seconds, due in ((0.9, 0), (0.1, 1), (2.9, 0), (0.1, 1), (9.9, 0), (0.1, 1), (60, 0)):
        control.advance(seconds)
        assert control.deliver_webhooks() == due, seconds
    assert endpoint.types == ["peer.leave.success", "session.close.success"] + ["peer.leave.success"] * 3
    left, closed = control.deliveries()[2:]
    assert (left["status"], closed["status"]) == ("success", "success")
    assert [(each["at"][17:22], each["status"], each["error"]) for each in left["attempts"]] == [
        ("40.12", 503, None),
        ("41.12", 201, None),
        ("44.12", None, "timeout"),
        ("54.12", 200, None),
    ]
    assert left["attempts"][0]["status"] == 503


def test_given_up_after_four_attempts(
    api: httpx.Client, make_room: MakeRoom, control: Control, endpoint: Endpoint
) -> None:
    room = make_room()
    endpoint.answers = [500, 200, 500, "timeout", 503]
    control.join(room["id"], role="host", user_id="teacher-17")
    control.deliver_webhooks()
    assert control.deliveries()[0]["status"] == "pending"
    assert names(listed(api)) == ["peer.join.success"]
    # All attempts that became due meanwhile are made, each at its own time.
    control.advance(3600)
    assert control.deliver_webhooks() == 3
    opened, joined = control.deliveries()
    assert (opened["status"], joined["status"]) == ("failed", "success")
    assert [attempt["at"][14:19] for attempt in opened["attempts"]] == ["06:40", "06:41", "06:44", "06:54"]
    [record] = listed(api, status="failed")["events"]
    assert record == {
        "event_id": opened["body"]["id"],
        "event_name": "reporter.webhook.delivery.failed",
        "room_id": room["id"],
        "event_timestamp": opened["body"]["timestamp"],
        "payload": {
            "event_data": {"session_id": opened["body"]["data"]["session_id"]},
            "webhook_url": URL,
            "original_event_name": "session.open.success",
            "error_reason": "status 503",
        },
    }
    [record] = listed(api, status="success")["events"]
    assert record["event_name"] == "reporter.webhook.delivery.success"
    assert record["payload"]["event_data"]["user_id"] == "teacher-17"
    assert "error_reason" not in record["payload"]


def test_a_sender_that_raises(make_room: MakeRoom, control: Control) -> None:
    def broken(url: str, headers: Mapping[str, str], body: bytes) -> int | str:
        raise RuntimeError("no idea")

    control.set_webhook(URL)
    control.set_webhook_sender(broken)
    control.join(make_room()["id"], role="host")
    assert control.deliver_webhooks() == 2
    assert control.deliveries()[0]["attempts"][0]["error"] == "RuntimeError"


def test_reset_in_the_middle_of_a_delivery(make_room: MakeRoom, control: Control) -> None:
    control.set_webhook(URL)

    def resetting(url: str, headers: Mapping[str, str], body: bytes) -> int | str:
        control.reset()
        return 500

    control.set_webhook_sender(resetting)
    control.join(make_room()["id"], role="host")
    assert control.deliver_webhooks() == 1
    assert control.deliveries() == []
    control.advance(3600)
    assert control.deliver_webhooks() == 0


def test_reset_brings_back_what_the_mock_started_with(in_process: Any, sign: Callable[..., str]) -> None:
    endpoint = Endpoint()
    app = create_app(
        clock=Clock(lambda: NOW), webhook_url=URL, webhook_headers={"X-A": "1"}, webhook_sender=endpoint
    )
    headers = {"Authorization": f"Bearer {sign()}"}
    app.control.set_webhook(None)
    app.control.set_webhook_sender(None)
    app.control.reset()
    with httpx.Client(transport=in_process(app), base_url="http://mock/v2", headers=headers) as client:
        app.control.join(client.post("/rooms", json={}).json()["id"], role="host")
    assert app.control.deliver_webhooks() == 2
    assert endpoint.calls[0][0] == URL
    assert endpoint.calls[0][1]["X-A"] == "1"


def test_over_http(bare: httpx.Client, make_room: MakeRoom, control: Control) -> None:
    endpoint = Endpoint()
    control.set_webhook_sender(endpoint)
    configured = {"url": URL, "headers": {"X-Secret": "sesame"}}
    assert bare.post("/_mock/webhooks/endpoint", json=configured).json() == {}
    control.join(make_room()["id"], role="host")
    assert bare.post("/_mock/webhooks/deliver").json() == {"attempts": 2}
    assert endpoint.calls[0][1]["X-Secret"] == "sesame"
    assert bare.get("/_mock/webhooks").json() == {"deliveries": control.deliveries()}
    assert bare.post("/_mock/webhooks/endpoint", json={"url": None}).json() == {}
    control.join(make_room()["id"], role="host")
    assert bare.post("/_mock/webhooks/deliver").json() == {"attempts": 0}
    for wrong in (
        {},
        {"url": 1},
        {"url": URL, "headers": {"a\nb": "c"}},
        {"url": URL, "access_key": "unknown"},
    ):
        assert bare.post("/_mock/webhooks/endpoint", json=wrong).status_code == 400


# The list of deliveries, and replays


def test_pages_of_deliveries(api: httpx.Client, make_room: MakeRoom, control: Control) -> None:
    control.set_webhook(URL)
    for _ in range(3):
        control.join(make_room()["id"], role="host")
        control.advance(1)
    everything = listed(api)
    assert everything["pagination"] == {
        "current_page": 1,
        "page_size": 50,
        "total_pages": 1,
        "total_items": 6,
        "has_next": False,
        "has_prev": False,
    }
    moments = [event["event_timestamp"] for event in everything["events"]]
    assert moments == sorted(moments, reverse=True)
    pages = [listed(api, limit=4, page=number) for number in (1, 2, 3)]
    assert [len(page["events"]) for page in pages] == [4, 2, 0]
    assert [event for page in pages for event in page["events"]] == everything["events"]
    shown = [(page["pagination"]["has_prev"], page["pagination"]["has_next"]) for page in pages]
    assert shown == [(False, True), (True, False), (True, False)]
    assert pages[0]["pagination"]["total_pages"] == 2
    assert pages[2]["summary"] == {"total_events": 6}
    assert listed(api, page=10**18)["events"] == []


def test_filters_of_deliveries(api: httpx.Client, make_room: MakeRoom, control: Control) -> None:
    control.set_webhook(URL)
    first, second = make_room(), make_room()
    control.join(first["id"], role="host")
    control.advance(60)
    control.join(second["id"], role="host")
    assert len(listed(api)["events"]) == 4
    assert {event["room_id"] for event in listed(api, room_id=first["id"])["events"]} == {first["id"]}
    assert listed(api, room_id="unknown")["events"] == []
    assert names(listed(api, event_names="peer.join.success")) == ["peer.join.success"] * 2
    both = listed(api, event_names=["peer.join.success", "session.open.success"], room_id=first["id"])
    assert len(both["events"]) == 2
    assert listed(api, event_names="session.close.success")["events"] == []
    assert len(listed(api, start_time="2025-06-15T15:07:00Z")["events"]) == 2
    assert len(listed(api, end_time="2025-06-15T15:07:00Z")["events"]) == 2
    moment = listed(api)["events"][-1]["event_timestamp"]
    assert len(listed(api, end_time=moment)["events"]) == 2
    control.advance(86400, tokens=False)
    opened = {"event_names": "session.open.success"}
    assert len(listed(api, **opened)["events"]) == 1
    assert len(listed(api, start_time="2025-06-15T15:00:00Z", **opened)["events"]) == 2


def test_names_that_can_not_be_filtered_by(api: httpx.Client) -> None:
    for query in (
        {"event_names": "track.add.success"},
        {"event_names": ["peer.join.success", ""]},
        {"page": 0},
    ):
        response = api.get("/analytics/webhooks", params=query)
        assert response.status_code == 400, query
    assert "event_names" in api.get("/analytics/webhooks?event_names=%ff").json()["details"][0]


@pytest.mark.parametrize(
    ("times", "message"),
    [
        ({"start_time": "2025-05-16T15:06:40Z"}, "start_time must be within the last 30 days"),
        ({"start_time": "2025-05-16T15:06:41Z"}, "end_time must be within 14 days after start_time"),
        (
            {"start_time": "2025-06-01T00:00:00Z", "end_time": "2025-06-15T00:00:01Z"},
            "end_time must be within 14 days after start_time",
        ),
        (
            {"start_time": "2025-06-15T00:00:00Z", "end_time": "2025-06-15T00:00:00Z"},
            "end_time must be after start_time",
        ),
        ({"end_time": "0001-01-01T00:00:00Z"}, "end_time must be after start_time"),
        ({"start_time": "2025-06-16T00:00:00Z"}, "end_time must be after start_time"),
    ],
)
def test_ranges_of_time_that_are_refused(api: httpx.Client, times: Json, message: str) -> None:
    expected = {"code": 400, "message": message}
    for response in (
        api.get("/analytics/webhooks", params=times),
        api.post("/analytics/webhooks/replay", json=times),
    ):
        assert (response.status_code, response.json()) == (400, expected)


def test_longest_range_of_time(api: httpx.Client) -> None:
    listed(api, start_time="2025-06-01T00:00:00+02:00", end_time="2025-06-14T22:00:00Z")


def test_what_failed_is_replayed(
    api: httpx.Client, make_room: MakeRoom, control: Control, endpoint: Endpoint
) -> None:
    room = make_room()
    # An outage: four attempts at each of two webhooks.
    endpoint.answers = [500] * 8
    control.join(room["id"], role="host")
    control.advance(60)
    assert control.deliver_webhooks() == 8
    control.join(room["id"], role="guest")
    control.deliver_webhooks()
    endpoint.calls.clear()

    started = replay(api)
    assert started["status"] == "started"
    assert started["message"] == "Webhook replay has been queued for processing"
    assert started["workflow_id"].startswith(f"webhook-replay-{room['customer_id']}-")
    assert started["filters"] == {
        "start_time": "2025-06-14T15:07:40.123456000Z",
        "end_time": "2025-06-15T15:07:40.123456000Z",
        "room_id": "",
        "event_types": None,
    }
    running = progress(api, started)
    assert running["status"] == "Running"
    assert running["progress"] == {"total": 2, "completed": 0, "failed": 0}
    assert running["filters"] == started["filters"] | {"limit": 50000, "offset": 0}
    assert "result" not in running

    # Ten a second, oldest event first.
    control.advance(0.1)
    assert control.deliver_webhooks() == 1
    assert progress(api, started)["progress"] == {"total": 2, "completed": 1, "failed": 0}
    control.advance(0.1)
    assert control.deliver_webhooks() == 1
    assert endpoint.types == ["session.open.success", "peer.join.success"]
    assert [body["is_replay"] for _, _, body in endpoint.calls] == [True, True]
    over = progress(api, started)
    assert (over["status"], over["completed_at"]) == ("completed", "2025-06-15T15:07:40.323456000Z")
    assert over["result"] == {"total": 2, "completed": 2, "failed": 0, "failed_events": []}

    # The event keeps its identifier, and is listed once, with what became of it in the end.
    original = control.deliveries()[0]
    assert original["body"] | {"is_replay": True} == endpoint.calls[0][2]
    assert listed(api, status="failed")["events"] == []
    assert len(listed(api)["events"]) == 3
    assert progress(api, replay(api))["progress"]["total"] == 0


def test_replays_that_fail(
    api: httpx.Client, make_room: MakeRoom, control: Control, endpoint: Endpoint
) -> None:
    endpoint.answers = [500] * 8
    control.join(make_room()["id"], role="host")
    control.advance(60)
    control.deliver_webhooks()
    endpoint.answers = ["timeout"] * 4
    some = replay(api, event_names=["peer.join.success"])
    assert some["filters"]["event_types"] == ["peer.join.success"]
    control.advance(60)
    control.deliver_webhooks()
    over = progress(api, some)
    lost = [each["body"]["id"] for each in control.deliveries() if each["is_replay"]]
    assert over["status"] == "failed"
    assert over["result"] == {"total": 1, "completed": 0, "failed": 1, "failed_events": lost}
    assert listed(api, event_names="peer.join.success")["events"][0]["payload"]["error_reason"] == "timeout"
    endpoint.answers = [200, *[500] * 4]
    both = replay(api)
    control.advance(60)
    control.deliver_webhooks()
    over = progress(api, both)
    assert (over["status"], over["result"]["failed"]) == ("completed_with_failures", 1)


def test_a_running_replay_is_not_started_twice(
    api: httpx.Client, make_room: MakeRoom, control: Control
) -> None:
    control.set_webhook(URL)
    control.join(make_room()["id"], role="host")
    first = replay(api, status="all")
    again = replay(api, status="all")
    assert again == first | {
        "status": "already_running",
        "message": "Webhook replay is already in progress",
    }
    assert replay(api, status="success")["workflow_id"] != first["workflow_id"]
    assert replay(api, status="all", limit=1)["workflow_id"] != first["workflow_id"]
    control.advance(1)
    assert progress(api, first)["status"] == "completed"
    assert replay(api, status="all")["workflow_id"] != first["workflow_id"]


def test_limit_and_offset_of_a_replay(
    api: httpx.Client, make_room: MakeRoom, control: Control, endpoint: Endpoint
) -> None:
    for _ in range(2):
        control.join(make_room()["id"], role="host")
    control.deliver_webhooks()
    endpoint.calls.clear()
    started = replay(api, status="success", limit=2, offset=1)
    control.advance(10)
    control.deliver_webhooks()
    assert progress(api, started)["result"]["total"] == 2
    assert endpoint.types == ["peer.join.success", "session.open.success"]
    assert progress(api, replay(api, status="all", offset=10**20))["status"] == "completed"
    # JSON knows no difference between 1.0 and 1.
    assert progress(api, replay(api, status="all", limit=1.0))["filters"]["limit"] == 1
    for wrong in ({"limit": 0}, {"limit": 50001}, {"offset": -1}, {"status": "lost"}, {"event_names": ["x"]}):
        assert api.post("/analytics/webhooks/replay", json=wrong).status_code == 400, wrong


def test_a_replay_goes_to_the_endpoint_of_today(
    api: httpx.Client, make_room: MakeRoom, control: Control, endpoint: Endpoint
) -> None:
    room = make_room()
    control.join(room["id"], role="host")
    control.deliver_webhooks()
    endpoint.calls.clear()
    control.set_webhook("https://new.example.com/")
    replay(api, status="all", room_id=room["id"])
    control.set_webhook(None)
    control.advance(1)
    replay(api, status="all", room_id=room["id"], event_names=["peer.join.success"])
    control.advance(1)
    control.deliver_webhooks()
    # Where there is none any more, it is the one that the event was addressed to.
    assert [url for url, _, _ in endpoint.calls] == ["https://new.example.com/"] * 2 + [URL]


def test_unknown_replay(api: httpx.Client) -> None:
    response = api.get("/analytics/webhooks/replay/unknown")
    assert (response.status_code, response.json()) == (404, {"code": 404, "message": "workflow not found"})
