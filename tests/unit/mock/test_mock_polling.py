from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hms_mock import ApiError

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control

Json = dict[str, Any]

NEVER = "0001-01-01T00:00:00Z"
ABSENT = "0" * 24


@pytest.fixture
def room(make_room: Callable[..., Json], quiz: Json) -> Json:
    return make_room(name="physics", polls=[quiz["id"]])


@pytest.fixture
def host(room: Json, control: Control) -> Json:
    return control.join(room["id"], role="host", user_id="u-host")


@pytest.fixture
def running(room: Json, host: Json, quiz: Json, control: Control) -> Json:
    """The run of the quiz in the room of the host."""
    return control.start_poll(room["id"], quiz["id"])


def get(api: httpx.Client, path: str, **query: Any) -> Json:
    response = api.get(path, params=query)
    assert response.status_code == 200, response.text
    body: Json = response.json()
    return body


def scores(api: httpx.Client, quiz: Json) -> dict[int, int]:
    """What was scored by question, when one participant answered."""
    return {
        result["question"]: result["score"] for result in get(api, f"/polls/{quiz['id']}/results")["results"]
    }


def refused(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> tuple[int, str]:
    with pytest.raises(ApiError) as caught:
        call(*arguments, **keywords)
    return caught.value.status, caught.value.message


def test_a_linked_poll_starts_with_each_session(
    api: httpx.Client, make_poll: Callable[..., Json], make_room: Callable[..., Json], control: Control
) -> None:
    auto, manual = make_poll(), make_poll(start="manual")
    room = make_room(polls=[ABSENT, auto["id"], auto["id"], manual["id"]])
    first = control.join(room["id"], role="host")
    [run] = get(api, f"/polls/{auto['id']}/sessions")["responses"]
    assert run == {
        "id": run["id"],
        "poll_id": auto["id"],
        "session_id": first["session_id"],
        "started_at": "2025-06-15T15:06:40.123456000Z",
        "stopped_at": NEVER,
        "total_responses": 0,
        "unique_participants": 0,
    }
    control.join(room["id"], role="guest")
    control.advance(60)
    api.post(f"/active-rooms/{room['id']}/end-room", json={})
    control.advance(60)
    second = control.join(room["id"], role="host")
    runs = get(api, f"/polls/{auto['id']}/sessions")["responses"]
    assert [(each["session_id"], each["stopped_at"]) for each in runs] == [
        (second["session_id"], NEVER),
        (first["session_id"], "2025-06-15T15:07:40.123456000Z"),
    ]
    assert get(api, f"/polls/{manual['id']}/sessions")["responses"] == []


def test_start_and_stop(api: httpx.Client, room: Json, host: Json, quiz: Json, control: Control) -> None:
    run = control.start_poll(room["id"], quiz["id"], peer_id=host["id"])
    assert run["stopped_at"] == NEVER
    assert get(api, f"/polls/{quiz['id']}/sessions")["responses"] == [run]
    assert refused(control.start_poll, room["id"], quiz["id"]) == (403, "Poll is running")
    control.advance(5)
    stopped = control.stop_poll(room["id"], quiz["id"], peer_id=host["id"])
    assert stopped == run | {"stopped_at": "2025-06-15T15:06:45.123456000Z"}
    assert refused(control.stop_poll, room["id"], quiz["id"]) == (403, "Poll is not running")
    again = control.start_poll(room["id"], quiz["id"])
    assert get(api, f"/polls/{quiz['id']}/sessions")["responses"] == [again, stopped]


def test_who_can_start_and_answer(room: Json, host: Json, quiz: Json, control: Control) -> None:
    guest = control.join(room["id"], role="guest")
    assert refused(control.start_poll, room["id"], quiz["id"], peer_id=guest["id"]) == (
        403,
        "Permission denied",
    )
    control.start_poll(room["id"], quiz["id"])
    assert refused(control.stop_poll, room["id"], quiz["id"], peer_id=guest["id"])[0] == 403
    assert refused(control.answer_poll, quiz["id"], guest["id"], 1, option=1) == (403, "Permission denied")
    assert refused(control.start_poll, room["id"], quiz["id"], peer_id="x") == (404, "Peer not found")
    assert refused(control.start_poll, "x", quiz["id"]) == (404, "Room not found")
    assert refused(control.start_poll, room["id"], "x") == (404, "Poll not found")
    assert refused(control.answer_poll, "x", host["id"], 1, option=1) == (404, "Poll not found")
    assert refused(control.answer_poll, quiz["id"], "x", 1, option=1) == (404, "Peer not found")
    assert refused(control.answer_poll, quiz["id"], host["id"], 9, option=1) == (404, "Question not found")
    control.leave(room["id"], guest["id"])
    control.leave(room["id"], host["id"])
    assert refused(control.start_poll, room["id"], quiz["id"]) == (404, "Active room not found")


def test_a_poll_runs_only_in_the_session_that_it_was_started_in(
    make_room: Callable[..., Json], running: Json, quiz: Json, control: Control
) -> None:
    elsewhere = control.join(make_room()["id"], role="host")
    assert refused(control.answer_poll, quiz["id"], elsewhere["id"], 1, option=1) == (
        403,
        "Poll is not running",
    )


@pytest.mark.parametrize("seconds", [30, 10**300])
def test_a_poll_stops_after_its_duration(
    api: httpx.Client,
    make_poll: Callable[..., Json],
    make_room: Callable[..., Json],
    control: Control,
    seconds: int,
) -> None:
    poll = make_poll(duration=seconds)
    peer = control.join(make_room(polls=[poll["id"]])["id"], role="host")
    api.post(f"/polls/{poll['id']}", json={"duration": 1, "questions": poll["questions"]})
    control.advance(29)
    control.answer_poll(poll["id"], peer["id"], 1, option=1)
    control.advance(1)
    [run] = get(api, f"/polls/{poll['id']}/sessions")["responses"]
    if seconds == 30:
        assert run["stopped_at"] == "2025-06-15T15:07:10.123456000Z"
        assert refused(control.answer_poll, poll["id"], peer["id"], 1, option=2)[0] == 403
    else:
        assert run["stopped_at"] == NEVER
        control.advance(12 * 3600, tokens=False)
        [run] = get(api, f"/polls/{poll['id']}/sessions")["responses"]
        assert run["stopped_at"] == "2025-06-16T03:06:40.123456000Z"


def test_a_response(api: httpx.Client, running: Json, quiz: Json, host: Json, control: Control) -> None:
    control.advance(2.5)
    response = control.answer_poll(quiz["id"], host["id"], 1, option=2)
    assert response == {
        "id": response["id"],
        "poll_id": quiz["id"],
        "session_id": host["session_id"],
        "duration": 2500,
        "question": 1,
        "skipped": False,
        "text": "",
        "option": 2,
        "update": False,
        "original_response": "",
        "retries": 0,
        "sent_at": "2025-06-15T15:06:42.623456000Z",
        "peer_id": host["id"],
        "user_id": "u-host",
    }
    path = f"/polls/{quiz['id']}/responses"
    assert get(api, f"{path}/{response['id']}") == response
    chosen = control.answer_poll(quiz["id"], host["id"], 2, options=[3, 1], duration=7, retries=2)
    assert (chosen["options"], chosen["duration"], chosen["retries"]) == ([3, 1], 7, 2)
    written = control.answer_poll(quiz["id"], host["id"], 3, text="Sydney")
    skipped = control.answer_poll(quiz["id"], host["id"], 4, skipped=True)
    assert (skipped["skipped"], skipped["text"]) == (True, "")
    assert get(api, path)["responses"] == [skipped, written, chosen, response]
    assert get(api, path, question=3)["responses"] == [written]
    assert get(api, path, question=5)["responses"] == []


@pytest.mark.parametrize(
    ("question", "answer", "detail"),
    [
        (1, {}, "question 1 is a single-choice; give option and nothing else"),
        (1, {"options": [1]}, "give option"),
        (1, {"option": 1, "text": "x"}, "give option and nothing else"),
        (1, {"option": 4}, "question 1 has no option 4; it has [1, 2, 3]"),
        (1, {"option": 1, "skipped": True}, "a question that is skipped has no answer"),
        (2, {"option": 1}, "give options"),
        (2, {"options": []}, "one or more"),
        (2, {"options": [1, 1]}, "each of them once"),
        (2, {"options": [1, 9]}, "no option 9"),
        (3, {"option": 1}, "give text"),
    ],
)
def test_answers_that_do_not_fit(
    running: Json, quiz: Json, host: Json, control: Control, question: int, answer: Json, detail: str
) -> None:
    with pytest.raises(ApiError) as caught:
        control.answer_poll(quiz["id"], host["id"], question, **answer)
    assert caught.value.status == 400
    assert detail in caught.value.details[0]


def test_lengths_and_questions_that_must_be_answered(
    make_poll: Callable[..., Json], make_room: Callable[..., Json], control: Control
) -> None:
    poll = make_poll()
    peer = control.join(make_room(polls=[poll["id"]])["id"], role="host")
    for wrong in ({"text": "x"}, {"text": "x" * 11}, {"skipped": True}):
        assert refused(control.answer_poll, poll["id"], peer["id"], 2, **wrong)[0] == 400
    for right in ("xx", "x" * 10):
        assert control.answer_poll(poll["id"], peer["id"], 2, text=right)["text"] == right


def test_a_changed_response(
    api: httpx.Client, running: Json, quiz: Json, host: Json, control: Control
) -> None:
    chain = [control.answer_poll(quiz["id"], host["id"], 1, option=n) for n in (1, 2, 3)]
    assert [(each["update"], each["original_response"]) for each in chain] == [
        (False, ""),
        (True, chain[0]["id"]),
        (True, chain[1]["id"]),
    ]
    path = f"/polls/{quiz['id']}"
    assert get(api, f"{path}/responses")["responses"] == [chain[2]]
    assert get(api, f"{path}/responses", all="false")["responses"] == [chain[2]]
    assert get(api, f"{path}/responses", all="true", question=1)["responses"] == chain[::-1]
    assert get(api, f"{path}/responses/{chain[0]['id']}") == chain[0]
    assert len(get(api, f"{path}/results")["results"]) == 1
    [run] = get(api, f"{path}/sessions")["responses"]
    assert (run["total_responses"], run["unique_participants"]) == (3, 1)


def test_a_response_that_stands(running: Json, quiz: Json, host: Json, room: Json, control: Control) -> None:
    control.answer_poll(quiz["id"], host["id"], 5, text="first")
    assert refused(control.answer_poll, quiz["id"], host["id"], 5, text="second") == (403, "Response stands")
    control.stop_poll(room["id"], quiz["id"])
    control.start_poll(room["id"], quiz["id"])
    assert control.answer_poll(quiz["id"], host["id"], 5, text="second")["update"] is False


@pytest.mark.parametrize(("mode", "participants"), [("userid", 1), ("peerid", 2)])
def test_who_counts_as_one_participant(
    api: httpx.Client,
    make_poll: Callable[..., Json],
    make_room: Callable[..., Json],
    control: Control,
    mode: str,
    participants: int,
) -> None:
    poll = make_poll(mode=mode)
    room = make_room(polls=[poll["id"]])
    for _ in range(2):
        peer = control.join(room["id"], role="host", user_id="u-1")
        control.answer_poll(poll["id"], peer["id"], 1, option=1)
    [run] = get(api, f"/polls/{poll['id']}/sessions")["responses"]
    assert (run["total_responses"], run["unique_participants"]) == (2, participants)
    assert len(get(api, f"/polls/{poll['id']}/responses")["responses"]) == participants


def test_an_anonymous_poll_tells_nobody_apart_and_still_knows_changes(
    api: httpx.Client, make_poll: Callable[..., Json], make_room: Callable[..., Json], control: Control
) -> None:
    poll = make_poll(anonymous=True)
    room = make_room(polls=[poll["id"]])
    peers = [control.join(room["id"], role="host", user_id=f"u-{n}") for n in range(2)]
    for peer in peers:
        for option in (1, 2):
            control.answer_poll(poll["id"], peer["id"], 1, option=option)
    responses = api.get(f"/polls/{poll['id']}/responses", params={"all": "true"})
    results = api.get(f"/polls/{poll['id']}/results")
    assert [each["update"] for each in responses.json()["responses"]] == [True, False, True, False]
    for shown in (*responses.json()["responses"], *results.json()["results"]):
        assert (shown["peer_id"], shown["user_id"]) == ("", "")
    for text in ("u-0", "u-1", peers[0]["id"], peers[1]["id"]):
        assert text not in responses.text + results.text


@pytest.mark.parametrize(
    ("question", "answer", "score"),
    [
        (1, {"option": 2}, 3),
        (1, {"option": 1}, 0),
        (1, {"skipped": True}, 0),
        (2, {"options": [3, 1]}, 1),
        (2, {"options": [1]}, 0),
        (2, {"options": [1, 2, 3]}, 0),
        (3, {"text": " cANBERRA "}, 2),
        (3, {"text": "Sydney"}, 0),
        (4, {"text": "Exactly"}, 1),
        (4, {"text": "exactly"}, 0),
        (4, {"text": "Exactly "}, 0),
        (5, {"text": "no answer is right"}, 0),
        (5, {"text": ""}, 0),
    ],
)
def test_score(
    api: httpx.Client,
    running: Json,
    quiz: Json,
    host: Json,
    control: Control,
    question: int,
    answer: Json,
    score: int,
) -> None:
    response = control.answer_poll(quiz["id"], host["id"], question, **answer, duration=40)
    path = f"/polls/{quiz['id']}/results"
    [result] = get(api, path)["results"]
    assert result == {
        "id": result["id"],
        "poll_id": quiz["id"],
        "session_id": host["session_id"],
        "question": question,
        "duration": 40,
        "peer_id": host["id"],
        "user_id": "u-host",
        "score": score,
    }
    assert result["id"] != response["id"]
    assert get(api, f"{path}/{result['id']}") == result
    assert get(api, path, question=question)["results"] == [result]
    assert get(api, path, question=question + 1)["results"] == []


def test_results_follow_the_answers_and_the_quiz(
    api: httpx.Client, running: Json, quiz: Json, host: Json, control: Control
) -> None:
    path = f"/polls/{quiz['id']}"
    control.answer_poll(quiz["id"], host["id"], 1, option=1)
    [wrong] = get(api, f"{path}/results")["results"]
    control.answer_poll(quiz["id"], host["id"], 1, option=2)
    [right] = get(api, f"{path}/results")["results"]
    assert right == wrong | {"score": 3}
    api.post(f"{path}/questions/1", json=quiz["questions"][0] | {"weight": 10})
    assert scores(api, quiz) == {1: 10}
    api.post(path, json={"type": "poll", "questions": quiz["questions"]})
    assert scores(api, quiz) == {1: 0}


def test_responses_follow_their_question(
    api: httpx.Client, running: Json, quiz: Json, host: Json, control: Control
) -> None:
    answers: list[Json] = [{"option": 2}, {"options": [1, 3]}, {"text": "Canberra"}]
    for number, answer in enumerate(answers, 1):
        control.answer_poll(quiz["id"], host["id"], number, **answer)
    assert scores(api, quiz) == {1: 3, 2: 1, 3: 2}
    api.delete(f"/polls/{quiz['id']}/questions/1")
    assert scores(api, quiz) == {1: 1, 2: 2}
    path = f"/polls/{quiz['id']}/responses"
    assert [each["text"] for each in get(api, path, question=2)["responses"]] == ["Canberra"]
    api.delete(f"/polls/{quiz['id']}/questions/1/options/2")
    assert get(api, path, question=1)["responses"][0]["options"] == [1, 2]
    assert scores(api, quiz) == {1: 1, 2: 2}
    api.post(f"/polls/{quiz['id']}", json={"type": "quiz", "questions": quiz["questions"][:1]})
    assert list(scores(api, quiz)) == [1]


def test_an_option_that_was_chosen_and_is_deleted(
    api: httpx.Client, running: Json, quiz: Json, host: Json, control: Control
) -> None:
    response = control.answer_poll(quiz["id"], host["id"], 1, option=2)
    api.delete(f"/polls/{quiz['id']}/questions/1/options/1")
    path = f"/polls/{quiz['id']}/responses/{response['id']}"
    assert get(api, path)["option"] == 1
    assert scores(api, quiz) == {1: 3}
    api.delete(f"/polls/{quiz['id']}/questions/1/options/1")
    assert "option" not in get(api, path)
    assert scores(api, quiz) == {1: 0}


@pytest.mark.parametrize("kind", ["sessions", "responses", "results"])
def test_pages(api: httpx.Client, running: Json, room: Json, quiz: Json, control: Control, kind: str) -> None:
    for number in range(12):
        peer = control.join(room["id"], role="host", user_id=f"u-{number}")
        control.answer_poll(quiz["id"], peer["id"], 1, option=1)
        control.stop_poll(room["id"], quiz["id"])
        control.start_poll(room["id"], quiz["id"])
    path, items = f"/polls/{quiz['id']}/{kind}", "results" if kind == "results" else "responses"
    everything = get(api, path, limit=20)
    first = get(api, path)
    assert (first["limit"], len(first[items])) == (10, 10)
    assert first["last"] == first[items][-1]["id"]
    second = get(api, path, start=first["last"])
    assert [*first[items], *second[items]] == everything[items]
    assert len(everything[items]) == (13 if kind == "sessions" else 12)
    end = get(api, path, start=second["last"])
    assert (end["last"], end[items]) == ("", [])
    assert api.get(path, params={"start": "x"}).status_code == 400
    assert api.get(path, params={"limit": 9}).status_code == 400


def test_workspaces_do_not_share_polls(
    api: httpx.Client,
    other_api: httpx.Client,
    running: Json,
    quiz: Json,
    host: Json,
    make_poll: Callable[..., Json],
    control: Control,
) -> None:
    response = control.answer_poll(quiz["id"], host["id"], 1, option=2)
    [result] = get(api, f"/polls/{quiz['id']}/results")["results"]
    before = get(api, f"/polls/{quiz['id']}")
    for method, path in [
        ("GET", ""),
        ("POST", ""),
        ("POST", "/questions/1"),
        ("DELETE", "/questions/1"),
        ("POST", "/questions/1/options/1"),
        ("DELETE", "/questions/1/options/1"),
        ("GET", "/sessions"),
        ("GET", "/responses"),
        ("GET", f"/responses/{response['id']}"),
        ("GET", "/results"),
        ("GET", f"/results/{result['id']}"),
    ]:
        answer = other_api.request(
            method, f"/polls/{quiz['id']}{path}", json={} if method == "POST" else None
        )
        assert answer.status_code == 404, path
    assert get(api, f"/polls/{quiz['id']}") == before

    automatic = make_poll()
    foreign = other_api.post("/rooms", json={"polls": [automatic["id"]]}).json()
    peer = control.join(foreign["id"], role="host")
    assert get(api, f"/polls/{automatic['id']}/sessions")["responses"] == []
    assert refused(control.start_poll, foreign["id"], automatic["id"]) == (404, "Poll not found")
    assert refused(control.answer_poll, quiz["id"], peer["id"], 1, option=1) == (404, "Poll not found")


def test_over_http(
    bare: httpx.Client, api: httpx.Client, room: Json, host: Json, quiz: Json, control: Control
) -> None:
    polls = f"/_mock/rooms/{room['id']}/polls/{quiz['id']}"
    run = bare.post(f"{polls}/start", json={"peer_id": host["id"]}).json()
    answered = bare.post(
        f"/_mock/polls/{quiz['id']}/answer",
        json={"peer_id": host["id"], "question": 2, "options": [1.0, 3], "duration": 5, "retries": 1},
    )
    assert get(api, f"/polls/{quiz['id']}/responses")["responses"] == [answered.json()]
    assert str(answered.json()["options"]) == "[1, 3]"
    stopped = bare.post(f"{polls}/stop").json()
    assert (stopped["id"], stopped["total_responses"]) == (run["id"], 1)
    for body in ({}, {"peer_id": host["id"], "question": 0}, {"peer_id": host["id"], "question": "1"}):
        assert bare.post(f"/_mock/polls/{quiz['id']}/answer", json=body).status_code == 400
    assert bare.post(f"{polls}/stop").status_code == 403
    control.reset()
    assert api.get(f"/polls/{quiz['id']}").status_code == 404
