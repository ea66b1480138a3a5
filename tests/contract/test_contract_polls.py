"""Polls: numbers close up when something is deleted, and what was answered adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .picking import the_only

if TYPE_CHECKING:
    import httpx

    from .scene import Stage

Json = dict[str, Any]

QUESTIONS = [
    {
        "index": number,
        "text": f"Question {number}",
        "type": kind,
        "weight": 10 * number,
        "options": [{"index": option, "text": f"Option {number}.{option}"} for option in (1, 2, 3)],
        "answer": {"options": right},
    }
    for number, kind, right in (
        (1, "single-choice", [2]),
        (2, "multiple-choice", [1, 3]),
        (3, "single-choice", [3]),
    )
]
CHOICES: list[dict[int, Json]] = [
    {1: {"option": 2}, 2: {"options": [1, 3]}, 3: {"option": 3}},
    {1: {"option": 1}, 2: {"options": [1, 2, 3]}, 3: {"option": 3}},
    {1: {"skipped": True}, 2: {"options": [3]}},
]
"""What each participant chooses, by question."""
SCORES = [{1: 10, 2: 20, 3: 30}, {1: 0, 2: 0, 3: 30}, {1: 0, 2: 0}]


class Asked:
    """A poll that runs, with participants who have answered."""

    def __init__(self, api: httpx.Client, stage: Stage, **settings: Any) -> None:
        self._api, self.stage = api, stage
        body = {"title": "Sums", "type": "quiz", "questions": QUESTIONS, **settings}
        self.id: str = api.post("/polls", json=body).raise_for_status().json()["id"]
        self.room_id = stage.new_room()
        users = [f"user-{number}" for number in range(len(CHOICES))]
        self.peers = [stage.props.join(self.room_id, user)["id"] for user in users]
        stage.props.control(f"/rooms/{self.room_id}/polls/{self.id}/start")
        for peer, choices in zip(self.peers, CHOICES, strict=True):
            for question, choice in choices.items():
                self.answer(peer, question, **choice)

    def answer(self, peer_id: str, question: int, **choice: Any) -> Json:
        body = {"peer_id": peer_id, "question": question, **choice}
        return self.stage.props.control(f"/polls/{self.id}/answer", body)

    def read(self, below: str = "", **query: Any) -> Any:
        response = self._api.get(f"/polls/{self.id}{below}", params=query)
        assert response.status_code == 200, response.text
        return response.json()

    def listed(self, name: str, **query: Any) -> list[Json]:
        found: list[Json] = self.read(f"/{name}", limit=100, **query)[
            "results" if name == "results" else "responses"
        ]
        return found

    def chosen(self) -> list[tuple[int, str]]:
        """What was answered, oldest first: the number of each question, and the texts of what was chosen."""
        texts = {
            each["index"]: {option["index"]: option["text"] for option in each["options"]}
            for each in self.read()["questions"]
        }
        return [
            (each["question"], self._words(texts.get(each["question"], {}), each))
            for each in self.listed("responses")[::-1]
        ]

    @staticmethod
    def _words(texts: dict[int, str], response: Json) -> str:
        numbers = [*([response["option"]] if "option" in response else []), *(response.get("options") or ())]
        return ", ".join(texts.get(number, f"no option {number}") for number in numbers)

    def delete(self, below: str) -> None:
        response = self._api.delete(f"/polls/{self.id}{below}")
        assert response.status_code == 204, response.text
        assert not response.content


def test_results_add_up(api: httpx.Client, stage: Stage) -> None:
    """Every participant has one result for each question, worth its weight when the answer is right."""
    asked = Asked(api, stage)
    by_peer = {(each["peer_id"], each["question"]): each["score"] for each in asked.listed("results")}
    expected = {
        (peer, question): score
        for peer, scores in zip(asked.peers, SCORES, strict=True)
        for question, score in scores.items()
    }
    assert by_peer == expected
    run = the_only(asked.listed("sessions"), "a poll that was started once has one run")
    responses = asked.listed("responses", all="true")
    assert run["total_responses"] == len(responses) == sum(map(len, CHOICES))
    assert run["unique_participants"] == len({each["user_id"] for each in responses}) == len(CHOICES)
    for name in ("responses", "results"):
        for each in asked.listed(name):
            assert asked.read(f"/{name}/{each['id']}") == each
            assert each["poll_id"] == asked.id
            assert each["session_id"] == run["session_id"]


def test_a_changed_response(api: httpx.Client, stage: Stage) -> None:
    """A response that is changed counts for the result, once; the one before is kept."""
    asked = Asked(api, stage)
    before = {each["id"]: each for each in asked.listed("results")}
    own = [each for each in asked.listed("responses", question=1) if each["peer_id"] == asked.peers[1]]
    first = the_only(own, "a participant has one response that stands to a question")
    changed = asked.answer(asked.peers[1], 1, option=2)
    assert changed["update"] is True
    assert changed["original_response"] == first["id"]
    assert asked.read(f"/responses/{first['id']}")["option"] == 1
    assert first["id"] not in {each["id"] for each in asked.listed("responses")}
    assert first["id"] in {each["id"] for each in asked.listed("responses", all="true")}
    after = {each["id"]: each for each in asked.listed("results")}
    assert before.keys() == after.keys()
    other = the_only((each for each in after if after[each] != before[each]), "one result changes")
    gained = after[other]["score"] - before[other]["score"]
    assert gained == QUESTIONS[0]["weight"]
    run = the_only(asked.listed("sessions"), "a poll that was started once has one run")
    assert run["total_responses"] == len(asked.listed("responses", all="true"))
    assert run["unique_participants"] == len(CHOICES)


def test_an_anonymous_poll_names_nobody(api: httpx.Client, stage: Stage) -> None:
    """Neither responses nor results of an anonymous poll say whose they are, and yet they add up."""
    asked = Asked(api, stage, anonymous=True)
    for name in ("responses", "results"):
        for each in asked.listed(name):
            assert not each.get("peer_id")
            assert not each.get("user_id")
    run = the_only(asked.listed("sessions"), "a poll that was started once has one run")
    assert run["unique_participants"] == len(CHOICES)


@pytest.mark.parametrize("deleted", [1, 2, 3])
def test_questions_close_up(api: httpx.Client, stage: Stage, deleted: int) -> None:
    """A question that is deleted goes with its answers; those after it move one place forward with theirs."""
    asked = Asked(api, stage)
    texts = [each["text"] for each in asked.read()["questions"]]
    chosen = asked.chosen()
    scores = sorted(each["score"] for each in asked.listed("results") if each["question"] != deleted)
    asked.delete(f"/questions/{deleted}")
    left = [text for number, text in enumerate(texts, start=1) if number != deleted]
    assert [(each["index"], each["text"]) for each in asked.read()["questions"]] == list(enumerate(left, 1))
    moved = [(number - (number > deleted), words) for number, words in chosen if number != deleted]
    assert asked.chosen() == moved
    assert sorted(each["score"] for each in asked.listed("results")) == scores
    assert api.delete(f"/polls/{asked.id}/questions/{len(texts)}").status_code == 404


@pytest.mark.parametrize("deleted", [1, 2, 3])
def test_options_close_up(api: httpx.Client, stage: Stage, deleted: int) -> None:
    """An option that is deleted disappears from answers; those after it move one place forward everywhere."""
    asked = Asked(api, stage)
    before = asked.read()["questions"]
    gone = f"Option 2.{deleted}"
    chosen = asked.chosen()
    right = [f"Option 2.{number}" for number in (1, 3) if number != deleted]
    asked.delete(f"/questions/2/options/{deleted}")
    after = asked.read()["questions"]
    left = [each["text"] for each in before[1]["options"] if each["index"] != deleted]
    assert [(each["index"], each["text"]) for each in after[1]["options"]] == list(enumerate(left, 1))
    names = {each["index"]: each["text"] for each in after[1]["options"]}
    assert [names.get(number) for number in after[1]["answer"]["options"]] == right
    assert [after[0], after[2]] == [before[0], before[2]]
    expected = [
        (number, ", ".join(word for word in words.split(", ") if word != gone)) for number, words in chosen
    ]
    assert asked.chosen() == expected


def test_a_poll_stops(api: httpx.Client, stage: Stage) -> None:
    """A run ends when it is stopped, after its time, or with the session, and takes no answers afterwards."""
    for settings, end in (
        ({}, lambda asked: stage.props.control(f"/rooms/{asked.room_id}/polls/{asked.id}/stop")),
        ({"duration": 30}, lambda asked: stage.props.advance(30)),
        ({}, lambda asked: stage.end_room(asked.room_id)),
    ):
        asked = Asked(api, stage, **settings)
        run = the_only(asked.listed("sessions"), "a poll that was started once has one run")
        assert run["stopped_at"] == "0001-01-01T00:00:00Z", "it runs"
        stage.props.advance(10)
        end(asked)
        run = the_only(asked.listed("sessions"), "a poll that was started once has one run")
        assert run["started_at"] < run["stopped_at"]
        before = asked.listed("responses", all="true")
        refused = stage.try_control(
            f"/polls/{asked.id}/answer", {"peer_id": asked.peers[2], "question": 3, "option": 1}
        )
        assert refused >= 400
        assert asked.listed("responses", all="true") == before


def test_linked_polls_start_with_the_session(api: httpx.Client, stage: Stage) -> None:
    """A poll that is linked to a room and starts by itself runs once in each session; others wait."""
    made = {
        start: api.post("/polls", json={"start": start, "questions": QUESTIONS})
        .raise_for_status()
        .json()["id"]
        for start in ("auto", "manual")
    }
    room_id = stage.new_room()
    api.post(f"/rooms/{room_id}", json={"polls": list(made.values())}).raise_for_status()
    for sessions in (1, 2):
        stage.props.join(room_id, "somebody")
        stage.props.join(room_id, "somebody else")
        runs = api.get(f"/polls/{made['auto']}/sessions").raise_for_status().json()["responses"]
        assert len({each["session_id"] for each in runs}) == len(runs) == sessions
        assert api.get(f"/polls/{made['manual']}/sessions").raise_for_status().json()["responses"] == []
        stage.end_room(room_id)
