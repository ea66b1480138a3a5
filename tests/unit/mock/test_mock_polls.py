from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

Json = dict[str, Any]

ABSENT = "0" * 24


def get(api: httpx.Client, path: str, **query: Any) -> Json:
    response = api.get(path, params=query)
    assert response.status_code == 200, response.text
    body: Json = response.json()
    return body


def indices(objects: list[Json]) -> list[int]:
    return [each["index"] for each in objects]


def test_create_fills_in_the_defaults(api: httpx.Client, make_poll: Callable[..., Json]) -> None:
    poll = make_poll(undocumented="x")
    assert re.fullmatch(r"[0-9a-f]{24}", poll["id"])
    settings = {name: poll[name] for name in ("title", "duration", "anonymous", "mode", "type", "start")}
    assert settings == {
        "title": "Weather",
        "duration": 0,
        "anonymous": False,
        "mode": "userid",
        "type": "poll",
        "start": "auto",
    }
    assert poll["questions"] == [
        {
            "index": 1,
            "text": "How is it?",
            "format": "text",
            "attachment": [],
            "skippable": True,
            "duration": 0,
            "once": False,
            "weight": 1,
            "type": "single-choice",
            "options": [
                {"index": 1, "text": "Sunny", "weight": 1},
                {"index": 2, "text": "Rainy", "weight": 1},
            ],
        },
        {
            "index": 2,
            "text": "What do you see?",
            "format": "text",
            "attachment": [],
            "skippable": False,
            "duration": 0,
            "once": False,
            "weight": 1,
            "answer_min_len": 2,
            "answer_max_len": 10,
            "type": "short-answer",
            "options": [],
        },
    ]
    assert "undocumented" not in poll
    assert get(api, f"/polls/{poll['id']}") == poll


def test_right_answers_are_read_back_also_hidden_ones(api: httpx.Client, quiz: Json) -> None:
    answers = [question.get("answer") for question in get(api, f"/polls/{quiz['id']}")["questions"]]
    assert answers[1] == {"hidden": True, "options": [1, 3], "text": "", "case": False, "trim": False}
    assert answers[2] == {"hidden": False, "options": [], "text": "Canberra", "case": False, "trim": True}
    assert answers[4] is None


def test_numbers_that_are_left_out(make_poll: Callable[..., Json]) -> None:
    options = [{"text": "a"}, {"index": 1, "text": "b"}, {"text": "c"}]
    poll = make_poll({"questions": [{"index": 2}, {"options": options}, {"text": "last"}]})
    assert [question["text"] for question in poll["questions"]] == ["", "", "last"]
    assert indices(poll["questions"]) == [1, 2, 3]
    assert [(each["index"], each["text"]) for each in poll["questions"][0]["options"]] == [
        (1, "b"),
        (2, "a"),
        (3, "c"),
    ]
    assert [question["type"] for question in poll["questions"]] == [
        "single-choice",
        "short-answer",
        "short-answer",
    ]
    assert make_poll({})["questions"] == []


def test_nulls_and_whole_numbers_in_another_form(make_poll: Callable[..., Json]) -> None:
    question = {"index": 1.0, "attachment": None, "answer": None, "options": None, "weight": 2.0}
    [shown] = make_poll({"questions": [question]})["questions"]
    assert (shown["attachment"], shown["options"], "answer" in shown) == ([], [], False)
    assert (str(shown["index"]), str(shown["weight"])) == ("1", "2")


@pytest.mark.parametrize(
    ("questions", "detail"),
    [
        ([{"index": 1}, {"index": 1}], "questions: two have the index 1; it must be unique"),
        ([{"index": 2, "options": [{"index": 3}, {"index": 3}]}], "questions: two have the index 3"),
        ([{"index": 0}], "questions.0.index"),
        ([{"index": 1, "type": "essay"}], "questions.0.type"),
        ([{"duration": -1}], "questions.0.duration"),
        ("q", "questions"),
    ],
)
def test_questions_that_are_refused(
    api: httpx.Client, make_poll: Callable[..., Json], questions: Any, detail: str
) -> None:
    poll = make_poll()
    for path in ("/polls", f"/polls/{poll['id']}"):
        response = api.post(path, json={"title": "New", "questions": questions})
        assert response.status_code == 400
        assert detail in response.json()["details"][0]
    assert get(api, f"/polls/{poll['id']}") == poll


def test_update_replaces_the_whole_poll(api: httpx.Client, make_poll: Callable[..., Json]) -> None:
    poll = make_poll(mode="peerid", anonymous=True, duration=9, start="manual")
    sent = {name: value for name, value in poll.items() if name != "id"}
    assert api.post(f"/polls/{poll['id']}", json=sent).json() == poll
    updated = api.post(f"/polls/{poll['id']}", json={"title": "Other"}).json()
    assert updated == {
        "id": poll["id"],
        "title": "Other",
        "duration": 0,
        "anonymous": False,
        "mode": "userid",
        "type": "poll",
        "start": "auto",
        "questions": [],
    }
    assert get(api, f"/polls/{poll['id']}") == updated


def test_update_of_a_question_and_an_option(api: httpx.Client, quiz: Json) -> None:
    path = f"/polls/{quiz['id']}/questions"
    question = api.post(f"{path}/2", json=quiz["questions"][1] | {"text": "Which?", "index": 4}).json()
    assert question == quiz["questions"][1] | {"text": "Which?"}
    option = api.post(f"{path}/2/options/3", json={"index": 1, "text": "Oslo", "weight": 5}).json()
    assert option == {"index": 3, "text": "Oslo", "weight": 5}
    expected = copy.deepcopy(quiz)
    expected["questions"][1] = question | {"options": [*question["options"][:2], option]}
    assert get(api, f"/polls/{quiz['id']}") == expected
    twice = {"options": [{"index": 1}, {"index": 1}]}
    assert api.post(f"{path}/2", json=twice).json()["details"] == [
        "Invalid body param: options: two have the index 1; it must be unique"
    ]


def test_deleting_a_question_moves_those_after_it(api: httpx.Client, quiz: Json) -> None:
    response = api.delete(f"/polls/{quiz['id']}/questions/2")
    assert (response.status_code, response.content) == (204, b"")
    questions = get(api, f"/polls/{quiz['id']}")["questions"]
    kept = [question for question in quiz["questions"] if question["index"] != 2]
    assert questions == [question | {"index": n} for n, question in enumerate(kept, 1)]
    api.delete(f"/polls/{quiz['id']}/questions/2")
    assert len(get(api, f"/polls/{quiz['id']}")["questions"]) == 3
    assert api.delete(f"/polls/{quiz['id']}/questions/4").status_code == 404


def test_deleting_an_option_moves_those_after_it_and_the_right_answer(api: httpx.Client, quiz: Json) -> None:
    path = f"/polls/{quiz['id']}/questions/2/options"
    response = api.delete(f"{path}/1")
    assert (response.status_code, response.content) == (204, b"")
    question = get(api, f"/polls/{quiz['id']}")["questions"][1]
    assert [(each["index"], each["text"]) for each in question["options"]] == [(1, "City 2"), (2, "City 3")]
    assert question["answer"]["options"] == [2]
    for _ in range(2):
        assert api.delete(f"{path}/1").status_code == 204
    assert get(api, f"/polls/{quiz['id']}")["questions"][1]["options"] == []
    assert api.delete(f"{path}/1").status_code == 404


def test_unknown_polls_questions_and_options(api: httpx.Client, quiz: Json) -> None:
    for method, path, kind in [
        ("GET", f"/polls/{ABSENT}", "Poll"),
        ("POST", f"/polls/{ABSENT}", "Poll"),
        ("GET", f"/polls/{ABSENT}/sessions", "Poll"),
        ("GET", f"/polls/{ABSENT}/responses", "Poll"),
        ("GET", f"/polls/{ABSENT}/responses/x", "Poll"),
        ("GET", f"/polls/{ABSENT}/results", "Poll"),
        ("GET", f"/polls/{ABSENT}/results/x", "Poll"),
        ("DELETE", f"/polls/{ABSENT}/questions/1", "Poll"),
        ("POST", f"/polls/{quiz['id']}/questions/6", "Question"),
        ("DELETE", f"/polls/{quiz['id']}/questions/6", "Question"),
        ("POST", f"/polls/{quiz['id']}/questions/1/options/4", "Option"),
        ("DELETE", f"/polls/{quiz['id']}/questions/1/options/4", "Option"),
        ("DELETE", f"/polls/{quiz['id']}/questions/6/options/1", "Question"),
        ("GET", f"/polls/{quiz['id']}/responses/{ABSENT}", "Response"),
        ("GET", f"/polls/{quiz['id']}/results/{ABSENT}", "Result"),
    ]:
        response = api.request(method, path, json={} if method == "POST" else None)
        assert (response.status_code, response.json()["message"]) == (404, f"{kind} not found"), path
    for number in ("0", "-1", "x", "1.5", "9" * 40):
        assert api.delete(f"/polls/{quiz['id']}/questions/{number}").status_code == 404
