from __future__ import annotations

import inspect
import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from hms_mock import Clock, Control, MockServer, ScenarioError, create_app
from hms_mock.control_routes import ARGUMENTS
from hms_mock.scenario import play, read

if TYPE_CHECKING:
    from hms_mock import MockApp

Json = dict[str, Any]

NOW = 1_750_000_000.123456
EXAMPLE = Path(__file__).parents[3] / "examples" / "class_of_30.yaml"
ROOM: Json = {"call": "createRoom", "body": {"name": "physics"}, "as": "room"}
JOIN: Json = {"control": "join", "with": {"room_id": "${room.id}", "role": "guest"}}
NOT_STEPS = {
    # what a scenario says in another way
    *("advance", "seed"),
    # what takes or returns something else than JSON
    *("now", "restore", "set_webhook_sender", "snapshot"),
    # what is of no use in one
    *("clock_offset", "overview", "reset"),
}


def test_the_class_of_30(app: MockApp, api: httpx.Client, control: Control) -> None:
    names = play(app, EXAMPLE)
    room, poll = names["room"]["id"], names["poll"]["id"]
    assert control.clock_offset() == 5400

    (session,) = api.get("/sessions", params={"room_id": room}).json()["data"]
    peers = Counter(peer["role"] for peer in session["peers"].values())
    assert (session["active"], peers["teacher"], peers["student"]) == (False, 1, 30)
    joined = sorted(peer["joined_at"] for peer in session["peers"].values() if peer["role"] == "student")
    assert (joined[0][11:19], joined[9][11:19], joined[10][11:19]) == ("15:07:40", "15:08:07", "15:11:40")
    assert [student["name"] for student in names["students"]] == [f"Student {n}" for n in range(1, 31)]

    told = Counter(event["type"] for event in control.events(room))
    assert (told["peer.join.success"], told["peer.leave.success"]) == (31, 31)
    assert (told["session.open.success"], told["session.close.success"]) == (1, 1)

    shared = [event for event in control.events(room) if event["data"].get("source") == "screen"]
    assert [event["type"] for event in shared] == ["track.add.success", "track.remove.success"]
    senders = [message["sender"] and message["sender"]["name"] for message in control.messages(room)]
    assert senders == ["Student 8", "Student 9", None]

    responses = api.get(f"/polls/{poll}/responses", params={"limit": 100}).json()["responses"]
    assert Counter(response["option"] for response in responses) == {3: 15, 2: 7, 1: 8}
    results = api.get(f"/polls/{poll}/results", params={"limit": 100}).json()["results"]
    assert len(results) == 30

    assets = api.get("/recording-assets", params={"room_id": room}).json()["data"]
    assert {(asset["type"], asset["status"]) for asset in assets} == {
        ("room-composite", "completed"),
        ("chat", "completed"),
    }
    assert names["assets"]["data"] == assets


def test_the_scenario_in_the_guide(app: MockApp, control: Control, tmp_path: Path) -> None:
    guide = (EXAMPLE.parents[1] / "docs" / "mock-server.md").read_text("utf-8")
    file = tmp_path / "lesson.yaml"
    file.write_text(guide.partition("```yaml\n")[2].partition("```")[0], "utf-8")
    names = play(app, file)
    assert [student["name"] for student in names["students"]] == [f"Student {n}" for n in range(1, 31)]
    muted = [event for event in control.events() if event["type"] == "track.update.success"]
    assert {event["data"]["peer_id"] for event in muted} == {each["id"] for each in names["students"][10:]}


def test_the_same_seed_gives_the_same_names() -> None:
    content: Json = {
        "seed": 1,
        "steps": [ROOM, JOIN | {"repeat": 8, "choose": {"who": ["Ada", "Bo", "Cy"]}, "as": "peers"}],
    }
    content["steps"][1]["with"] = JOIN["with"] | {"name": "${who}"}

    def names(**changes: Any) -> Json:
        return play(create_app(clock=Clock(lambda: NOW)), content | changes)

    assert names() == names()
    other = names(seed=2)
    assert names()["room"]["id"] != other["room"]["id"]
    assert [peer["name"] for peer in names()["peers"]] != [peer["name"] for peer in other["peers"]]


def test_times(app: MockApp, control: Control) -> None:
    steps: list[Json] = [
        ROOM,
        JOIN | {"at": 1.5},
        JOIN | {"at": "1:00", "repeat": 3, "every": "00:00:10"},
        JOIN | {"at": "01:00:00.25"},
        JOIN,
    ]
    play(app, steps)
    times = [event["timestamp"] for event in control.events() if event["type"] == "peer.join.success"]
    assert [time[11:23] for time in times] == [
        "15:06:41.623",
        "15:07:40.123",
        "15:07:50.123",
        "15:08:00.123",
        "16:06:40.373",
        "16:06:40.373",
    ]


def test_the_clock_leaves_tokens_as_old_as_they_are(app: MockApp, api: httpx.Client) -> None:
    play(app, [ROOM | {"at": 10 * 86400}])
    assert api.get("/rooms").status_code == 200


def test_references(app: MockApp) -> None:
    steps: list[Json] = [
        ROOM,
        {
            "call": "createRoom",
            "body": {"name": "a", "description": "${room.name} $${room} ${room.enabled}"},
            "as": "text",
        },
        {"call": "createRoom", "body": {"name": "b", "enabled": "${room.enabled}"}, "as": "whole"},
        JOIN | {"repeat": 4, "as": "peers"},
        JOIN | {"repeat": 2, "as": "peers", "with": JOIN["with"] | {"name": "No. ${number}"}},
        {
            "each": "${peers[4:]}",
            "control": "mute",
            "with": {"peer_id": "${item.id}", "track": "audio"},
            "as": "muted",
        },
        {"each": [{"id": "${peers[0].id}"}], "control": "leave", "as": "left"}
        | {"with": {"room_id": "${room.id}", "peer_id": "${item.id}"}},
    ]
    names = play(app, steps)
    assert (names["text"]["description"], names["whole"]["enabled"]) == ("physics ${room} true", True)
    assert [peer["name"] for peer in names["peers"]] == ["", "", "", "", "No. 5", "No. 6"]
    assert [peer["id"] for peer in names["muted"]] == [peer["id"] for peer in names["peers"][4:]]
    assert names["left"] == [None]


def test_calls_with_a_client_token(app: MockApp, control: Control) -> None:
    steps: list[Json] = [
        ROOM,
        JOIN,
        {"control": "client_token", "with": {"room_id": "${room.id}", "role": "host"}, "as": "host"},
        {"call": "sendDtmf", "body": {"digits": ["1"]}, "token": "${host.token}"},
    ]
    play(app, steps)
    assert [tones["digits"] for tones in control.tones()] == ["1"]
    with pytest.raises(ScenarioError, match=r"step 4 \(sendDtmf\): 401 .* wrong token type"):
        play(app, [*steps[:3], {"call": "sendDtmf", "body": {"digits": ["1"]}}])


def test_queries(app: MockApp) -> None:
    query = {"limit": 10, "enabled": True, "name": "physics"}
    names = play(app, [ROOM, {"call": "listRooms", "query": query, "as": "rooms"}])
    assert [room["id"] for room in names["rooms"]["data"]] == [names["room"]["id"]]


def test_a_scenario_is_apart_from_what_a_test_looks_at(app: MockApp, control: Control) -> None:
    control.fail(503)
    names = play(app, [ROOM])
    assert (control.pending_faults(), control.requests()) == (1, [])
    names["room"]["name"] = "changed"
    assert app.api.call("getRoom", path={"room_id": names["room"]["id"]})["name"] == "physics"


class Now:
    """A clock that goes on only while somebody waits."""

    def __init__(self, *, stands_still: bool = False) -> None:
        self.reading, self.waited = NOW, 0.0
        self._stands_still = stands_still

    def wait(self, seconds: float) -> None:
        self.waited += seconds
        if not self._stands_still:
            self.reading += seconds


@pytest.mark.parametrize("speed", [1, 60, 9000])
@pytest.mark.parametrize("stands_still", [False, True])
def test_a_scenario_that_is_watched(speed: float, stands_still: bool) -> None:
    now = Now(stands_still=stands_still)
    app = create_app(clock=Clock(lambda: now.reading))
    steps = [ROOM, JOIN | {"at": 600, "as": "ada"}, JOIN | {"repeat": 3, "every": 400, "as": "others"}]
    names = play(app, steps, speed=speed, wait=now.wait)
    assert now.waited == pytest.approx(1400 / speed)
    assert app.control.clock_offset() == pytest.approx(
        1400 if stands_still else 1400 - 1400 / speed, abs=0.01
    )
    joined = [peer["joined_at"][11:19] for peer in (names["ada"], *names["others"])]
    assert joined == ["15:16:40", "15:16:40", "15:23:20", "15:30:00"]


def test_a_watched_scenario_goes_on_when_somebody_moves_the_clock() -> None:
    now = Now()
    app = create_app(clock=Clock(lambda: now.reading))

    def wait(seconds: float) -> None:
        now.wait(seconds)
        if now.waited == 1:
            app.control.advance(3600, tokens=False)

    play(app, [ROOM, JOIN | {"at": 3000}], speed=1, wait=wait)
    assert now.waited == 1


def test_time_is_not_slowed_down(app: MockApp) -> None:
    with pytest.raises(ValueError, match="speed must be 1 or more"):
        play(app, [ROOM], speed=0.5)


def test_a_scenario_is_read_once_and_played_twice(app: MockApp, tmp_path: Path, control: Control) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(
        "- {call: createRoom, body: {name: physics}, as: room}\n"
        "- {control: leave, with: {room_id: x, peer_id: y}}\n"
    )
    scenario = read(app, file)
    file.unlink()
    for _ in range(2):
        with pytest.raises(ScenarioError, match=f"{file}: step 2"):
            play(app, scenario)
        control.reset()


MISTAKES: list[tuple[Any, str]] = [
    (5, 'the scenario: the value is not of type "object"'),
    ({}, 'the scenario: "steps" is a required property'),
    ([], "steps: the value has less than 1 item"),
    (
        {"steps": [ROOM], "sed": 1},
        "the scenario: Additional properties are not allowed ('sed' was unexpected)",
    ),
    ([ROOM | {"att": 1}], "step 1: Additional properties are not allowed ('att' was unexpected)"),
    ([ROOM | {"at": -1}], "step 1, at: the value is less than the minimum of 0"),
    ([ROOM | {"at": "soon"}], "step 1: 'soon' is no time; write seconds, or for example 00:01:30"),
    ([{}], "step 1: say either `call`, with an operation of the API, or `control`"),
    ([ROOM | JOIN], "step 1: say either `call`"),
    ([ROOM | {"with": {}}], "step 1: `with` does not go with `call`; use `path`, `query` and `body`"),
    ([JOIN | {"body": {}}], "step 1: `body` does not go with `control`; use `with`"),
    ([ROOM | {"repeat": 2, "each": []}], "step 1: say either `repeat` or `each`"),
    ([ROOM | {"every": 2}], "step 1: `every` needs `repeat` or `each`"),
    ([{"call": "makeRoom"}], "step 1 (makeRoom): the API has no such operation; use an operationId"),
    ([{"control": "advance"}], "step 1 (advance): there is no such control; use one of answer_poll, calls, "),
    ([{"control": "join", "with": {}}], "step 1 (join): `room_id` is missing; it takes room_id, role, "),
    ([{"control": "faults", "with": {"x": 1}}], "step 1 (faults): it does not take `x`; it takes nothing"),
    ([{"call": "getRoom"}], "step 1 (getRoom): `room_id` is missing in path; it takes room_id"),
    ([{"call": "listRooms", "query": {"x": 1}}], "step 1 (listRooms): it does not take `x` in query; "),
    ([{"call": "listRooms", "body": {}}], "step 1 (listRooms): it takes no body"),
    ([JOIN], "step 1 (join): nothing is called room; no step before has an `as`"),
    ([ROOM, JOIN | {"each": "${rooms}"}], "step 2 (join): nothing is called rooms; known here: room"),
    ([ROOM | {"body": {"name": "${number}"}}], "step 1 (createRoom): nothing is called number; "),
    ([ROOM | {"body": {"name": "${a b}"}}], "step 1 (createRoom): ${a b} cannot be read; write for example "),
    ([ROOM | {"as": "item"}], "step 1 (createRoom): the name item is taken; choose another one"),
    ([ROOM, JOIN | {"choose": {"room": [1]}}], "step 2 (join): the name room is taken"),
    ([ROOM, ROOM], "step 2 (createRoom): the name room is that of step 1 (createRoom); only steps with "),
    ([ROOM, {"call": "createRoom", "repeat": 2, "as": "room"}], "step 2 (createRoom): the name room is that"),
    # found when it is played
    ([ROOM | {"at": 60}, JOIN | {"at": 59}], "step 2 (join): it is 59 seconds after the beginning, when 60 "),
    (
        [ROOM | {"at": 9, "repeat": 2, "every": 3153600000}],
        "step 1 (createRoom): repetition 2: seconds must be ",
    ),
    ([ROOM, JOIN | {"each": "${room.id}"}], "step 2 (join): `each` needs a list; ${room.id} is none"),
    (
        [ROOM, JOIN | {"with": {"room_id": "${room.idd}"}}],
        "step 2 (join): ${room.idd}: room has no idd; it has id, name, ",
    ),
    (
        [ROOM, JOIN | {"with": {"room_id": "${room.id.x}"}}],
        "step 2 (join): ${room.id.x}: room.id has no x; it is",
    ),
    ([ROOM, JOIN | {"with": {"room_id": "${room[0]}"}}], "step 2 (join): ${room[0]}: room is no list"),
    (
        [ROOM | {"repeat": 2}, JOIN | {"with": {"room_id": "${room[2].id}"}}],
        "step 2 (join): ${room[2].id}: room has no item 2; it has 2, counted from 0",
    ),
    ([ROOM, JOIN | {"with": {"room_id": 5}}], 'step 2 (join): room_id: the value is not of type "string"'),
    ([JOIN | {"with": {"room_id": "x", "role": "host"}}], "step 1 (join): 404 Room not found (no room 'x'"),
    (
        [ROOM, JOIN | {"repeat": 2, "with": {"room_id": "${room.id}", "role": "king"}}],
        "step 2 (join): repetition 1: 404 Role not found",
    ),
    (
        [{"call": "createRoom", "body": {"name": 5}}],
        "step 1 (createRoom): 400 Invalid body param (Invalid body ",
    ),
    (
        [{"call": "createPoll"}],
        "step 1 (createPoll): 400 Invalid body param (Invalid body param: a JSON body is",
    ),
    ([{"control": "fail", "with": {"delay_seconds": 0}}], "step 1 (fail): "),
    ([ROOM | {"body": {"name": {1, 2}}}], "Object of type set is not JSON serializable"),
    ([ROOM | {"body": {"name": float("nan")}}], "it is no JSON: "),
    ([ROOM | {"body": {"name": "\ud800"}}], "it is nested too deeply, or holds half of a surrogate pair"),
    ([ROOM | {"body": json.loads("[" * 200 + "]" * 200)}], "it is nested too deeply"),
]


@pytest.fixture(scope="module")
def shared_app() -> MockApp:
    return create_app(clock=Clock(lambda: NOW))


@pytest.mark.parametrize(("content", "said"), MISTAKES, ids=[said[:60] for _, said in MISTAKES])
def test_mistakes(shared_app: MockApp, content: Any, said: str) -> None:
    shared_app.control.reset()
    with pytest.raises(ScenarioError) as caught:
        play(shared_app, content)
    assert str(caught.value).startswith(said)


def test_mistakes_that_can_be_seen_are_found_before_anything_is_done(app: MockApp, api: httpx.Client) -> None:
    with pytest.raises(ScenarioError, match="step 3"):
        play(app, [ROOM, JOIN, {"control": "fly"}])
    assert api.get("/rooms").json()["data"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("steps: [", "no YAML: expected the node content, but found '<stream end>' in line 1, column 9"),
        ("steps:\n- {call: ${x}}", "no YAML: "),
        ("!!python/object:os.system {}", "no YAML: could not determine a constructor for the tag"),
        ("\x00", "no YAML: "),
        ("steps: &a [*a]", "it is no JSON: Circular reference detected"),
        (
            "- call: createRoom\n  body:\n    name: 2025-01-01",
            "Object of type date is not JSON serializable; quote",
        ),
        ("", 'the scenario: the value is not of type "object"'),
        ("- call: makeRoom", "step 1 (makeRoom): the API has no such operation"),
    ],
)
def test_files_that_are_wrong(shared_app: MockApp, tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(text)
    with pytest.raises(ScenarioError) as caught:
        play(shared_app, file)
    assert str(caught.value).startswith(f"{file}: {said}")
    assert "\n" not in str(caught.value)


def test_files_that_are_not_there(shared_app: MockApp, tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "none.yaml"):
        with pytest.raises(ScenarioError, match=f"{file}: cannot be read: [A-Z]"):
            play(shared_app, os.fspath(file))


def test_over_http(bare: httpx.Client, api: httpx.Client) -> None:
    answer = bare.post("/_mock/scenarios", json=[ROOM, JOIN | {"at": 5, "as": "guest"}])
    assert answer.status_code == 200
    names = answer.json()["names"]
    peers = api.get(f"/active-rooms/{names['room']['id']}/peers").json()["peers"]
    assert list(peers) == [names["guest"]["id"]]

    refused = bare.post("/_mock/scenarios", json={"steps": [{"control": "fly"}]})
    assert refused.status_code == 400
    assert refused.json()["details"][0].startswith("step 1 (fly): there is no such control")
    assert bare.post("/_mock/scenarios").json()["details"] == ["Invalid body param: a scenario is required"]
    assert (
        bare.post("/_mock/scenarios", json=[ROOM], headers={"Origin": "https://example.com"}).status_code
        == 403
    )


def test_a_scenario_is_kept_in_the_database(tmp_path: Path) -> None:
    file, killed = tmp_path / "mock.db", tmp_path / "killed"
    killed.mkdir()
    with MockServer(clock=Clock(lambda: NOW), database=file) as server:
        names = play(server, EXAMPLE)
        before = server.control.events(), server.control.jobs()
        for each in tmp_path.glob(f"{file.name}*"):
            # What there would be if the process were killed.
            (killed / each.name).write_bytes(each.read_bytes())
    for kept in (file, killed / file.name):
        with MockServer(clock=Clock(lambda: NOW), database=kept) as server:
            assert server.api.call("getRoom", path={"room_id": names["room"]["id"]}) == names["room"]
            assert (server.control.events(), server.control.jobs()) == before


def test_files_have_the_address_of_the_server() -> None:
    with MockServer(clock=Clock(lambda: NOW)) as server:
        names = play(server, EXAMPLE)
        path = {"asset_id": names["assets"]["data"][0]["id"]}
        signed = server.api.call("getRecordingAssetPresignedUrl", path=path)["url"]
        assert signed.startswith(f"{server.control_url}/files/")
        assert httpx.get(signed).status_code == 200


def test_steps_take_what_the_methods_of_the_control_take() -> None:
    public = {name for name in dir(Control) if not name.startswith("_")}
    assert public == ARGUMENTS.keys() | NOT_STEPS
    for name, schema in ARGUMENTS.items():
        parameters = list(inspect.signature(getattr(Control, name)).parameters.values())[1:]
        assert {each.name for each in parameters} == schema["properties"].keys(), name
        assert {each.name for each in parameters if each.default is each.empty} == set(schema["required"]), (
            name
        )
