"""Faults that a test orders: what arrives, what the mock did, and which calls are affected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from hms_mock import Clock, create_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_mock import Control, MockServer

BROKEN = (httpx.RemoteProtocolError, httpx.ReadError)


def names(control: Control, api: httpx.Client) -> list[str]:
    control.clear_faults()
    return [room["name"] for room in api.get("/rooms").json()["data"]]


def statuses(api: httpx.Client, calls: int, path: str = "/rooms") -> list[int]:
    return [api.get(path).status_code for _ in range(calls)]


@pytest.mark.parametrize(
    ("fault", "done"),
    [
        ({"drop": True}, False),
        ({"drop": True, "carry_out": True}, True),
        ({"truncate": True}, True),
        ({"truncate": True, "status": 200}, False),
        ({"truncate": True, "status": 200, "carry_out": True}, True),
        ({"truncate": True, "status": 503, "text": ""}, False),
    ],
)
def test_an_answer_that_does_not_arrive_whole(
    server: MockServer, over_http: httpx.Client, fault: Any, done: bool
) -> None:
    server.control.fail(**fault)
    with pytest.raises(BROKEN):
        over_http.post("/rooms", json={"name": "physics"})
    assert server.control.requests()[-1]["status"] == (None if "drop" in fault else fault.get("status", 200))
    assert names(server.control, over_http) == (["physics"] if done else [])


def test_half_of_a_truncated_body_arrives(server: MockServer, over_http: httpx.Client) -> None:
    server.control.fail(200, text="0123456789", truncate=True)
    with over_http.stream("GET", "/rooms") as response:
        assert response.headers["Content-Length"] == "10"
        chunks = response.iter_raw()
        assert next(chunks) == b"01234"
        with pytest.raises(BROKEN):
            next(chunks)


@pytest.mark.parametrize("fault", [{"drop": True, "carry_out": True}, {"truncate": True}])
def test_an_answer_that_is_lost_in_process(api: httpx.Client, control: Control, fault: Any) -> None:
    control.fail(**fault)
    with pytest.raises(ConnectionResetError):
        api.post("/rooms", json={"name": "physics"})
    assert names(control, api) == ["physics"]


def test_repeating_a_call_whose_answer_was_lost_does_it_twice(
    server: MockServer, over_http: httpx.Client
) -> None:
    server.control.fail(drop=True, carry_out=True)
    with pytest.raises(BROKEN):
        over_http.post("/rooms", json={})
    over_http.post("/rooms", json={})
    assert len(names(server.control, over_http)) == 2


def test_an_operation_is_carried_out_and_answered_with_an_error(api: httpx.Client, control: Control) -> None:
    control.fail(504, carry_out=True)
    assert api.post("/rooms", json={"name": "physics"}).status_code == 504
    assert names(control, api) == ["physics"]


def test_a_wrong_content_type_on_the_own_answer(api: httpx.Client, control: Control) -> None:
    control.fail(headers={"content-type": "text/html", "X-More": "1"})
    response = api.post("/rooms", json={"name": "physics"})
    assert (response.status_code, response.headers.get_list("Content-Type")) == (200, ["text/html"])
    assert (response.json()["name"], response.headers["X-More"]) == ("physics", "1")


def test_answers_without_content(api: httpx.Client, control: Control) -> None:
    control.fail(204)
    response = api.get("/rooms")
    assert (response.status_code, response.content) == (204, b"")


def test_rules_stay_until_they_are_cleared(api: httpx.Client, control: Control) -> None:
    control.fail(503, times=None)
    assert statuses(api, 5) == [503] * 5
    assert control.pending_faults() == 0
    control.clear_faults()
    assert api.get("/rooms").status_code == 200


def test_one_more_failure_while_a_rule_holds(api: httpx.Client, control: Control) -> None:
    control.fail(503, times=None)
    control.fail(500)
    assert statuses(api, 3) == [500, 503, 503]


@pytest.mark.parametrize(
    ("which", "affected"),
    [
        ({"operation": "listRooms"}, ["GET /rooms"]),
        ({"method": "POST"}, ["POST /rooms", "POST /rooms/{id}"]),
        ({"path": "/rooms"}, ["GET /rooms", "POST /rooms"]),
        ({"path": "/rooms/*"}, ["GET /rooms/{id}", "POST /rooms/{id}"]),
        ({"room_id": "{id}"}, ["GET /rooms/{id}", "POST /rooms/{id}", "GET /sessions?room_id={id}"]),
        ({"room_id": "{id}", "method": "GET"}, ["GET /rooms/{id}", "GET /sessions?room_id={id}"]),
        ({"path": "/nothing"}, []),
    ],
)
def test_which_calls_a_rule_is_about(
    api: httpx.Client,
    control: Control,
    make_room: Callable[..., dict[str, Any]],
    which: dict[str, str],
    affected: list[str],
) -> None:
    room_id = make_room(name="physics")["id"]
    filters: Any = {name: value.replace("{id}", room_id) for name, value in which.items()}
    control.fail(418, times=None, **filters)
    calls = [
        *("GET /rooms", "POST /rooms", "GET /rooms/{id}", "POST /rooms/{id}"),
        *("GET /sessions?room_id={id}", "GET /templates"),
    ]
    found: list[str] = []
    for call in calls:
        method, path = call.replace("{id}", room_id).split()
        if api.request(method, path, json={}).status_code == 418:
            found.append(call)
    assert found == affected


def test_every_third_call(api: httpx.Client, control: Control) -> None:
    control.fail(503, every=3, times=2, operation="listRooms")
    assert statuses(api, 4) == [200, 200, 503, 200]
    api.get("/templates")
    assert statuses(api, 6) == [200, 503, 200, 200, 200, 200]


def test_chance_comes_of_the_seed(sign: Callable[..., str], in_process: Any) -> None:
    def affected(seed: int) -> list[int]:
        app = create_app(clock=Clock(lambda: 1_750_000_000.0), seed=seed)
        headers = {"Authorization": f"Bearer {sign()}"}
        with httpx.Client(transport=in_process(app), base_url="http://mock/v2", headers=headers) as client:
            app.control.fail(503, probability=0.4, times=None)
            first = statuses(client, 60)
            app.control.reset()
            app.control.fail(503, probability=0.4, times=None)
            assert statuses(client, 60) == first
            app.control.seed(seed)
            app.control.fail(503, probability=0.4, times=None)
        return first

    first = affected(1)
    assert 10 < first.count(503) < 40
    assert affected(1) == first
    assert affected(2) != first


def test_faults_are_listed(bare: httpx.Client, api: httpx.Client, control: Control) -> None:
    assert bare.get("/_mock/faults").json() == {"faults": []}
    rule = {"status": 503, "every": 2, "times": None, "operation": "listRooms"}
    assert bare.post("/_mock/faults", json=rule).status_code == 200
    control.fail(truncate=True, times=3, operation="createRoom")
    assert statuses(api, 3) == [200, 503, 200]
    listed = bare.get("/_mock/faults").json()["faults"]
    assert listed == control.faults()
    # The fault that ends comes first, though it was ordered later.
    assert listed[1] == {
        "status": 503,
        "headers": {},
        "body": None,
        "text": None,
        "delay_seconds": 0.0,
        "drop": False,
        "truncate": False,
        "carry_out": False,
        "times": None,
        "every": 2,
        "probability": 1.0,
        "operation": "listRooms",
        "method": None,
        "path": None,
        "room_id": None,
        "calls": 3,
    }
    assert (listed[0]["truncate"], listed[0]["times"], control.pending_faults()) == (True, 3, 3)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, "needs one of status"),
        ({"drop": True, "status": 503}, "a dropped call has no answer"),
        ({"drop": True, "truncate": True}, "a dropped call has no answer"),
        ({"drop": True, "headers": {"X": "y"}}, "a dropped call has no answer"),
        ({"carry_out": True}, "carry_out goes with status or drop"),
        ({"carry_out": True, "truncate": True}, "carry_out goes with status or drop"),
        ({"status": 503, "times": 0}, "times must be 1 or more"),
        ({"status": 503, "every": 0}, "every must be 1 or more"),
        ({"status": 503, "probability": 0}, "probability must be more than 0"),
        ({"status": 503, "probability": 1.5}, "probability must be more than 0"),
        ({"status": 503, "probability": 0.5, "every": 2}, "give every or probability"),
        ({"status": 503, "operation": "listRooms", "method": "GET"}, "give operation or method"),
        ({"status": 503, "operation": "listRoms"}, "no operation 'listRoms'; did you mean 'listRooms'"),
        ({"status": 503, "operation": "xyz"}, "no operation 'xyz'$"),
        ({"status": 503, "method": "get"}, "method must be one of"),
        ({"status": 503, "path": "rooms"}, "path begins with a slash"),
        ({"status": 204, "body": {}}, "an answer with status 204 has no body"),
        ({"status": 304, "truncate": True}, "an answer with status 304 has no body"),
        ({"status": 200, "headers": {"X": "a\r\nb"}}, "the header 'X' cannot be sent"),
        ({"status": 200, "headers": {"X\n": "a"}}, "cannot be sent"),
        ({"status": 200, "headers": {"Content-Length": "5"}}, "the server sets Content-Length itself"),
        ({"status": 200, "body": {1, 2}}, "body must be JSON"),
        ({"body": {}}, "body and text need a status"),
    ],
)
def test_faults_that_contradict_themselves(
    control: Control, bare: httpx.Client, wrong: Any, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        control.fail(**wrong)
    if "body must be JSON" not in said:
        assert bare.post("/_mock/faults", json=wrong).status_code == 400
    assert control.faults() == []
