from __future__ import annotations

import contextlib
import copy
import datetime
import json
import logging
import pickle
import subprocess
import sys
import threading
import typing
from importlib import resources
from typing import Any

import pytest
from hms_fakes import law
from hms_webhook_fakes import body, event
from hypothesis import given
from hypothesis import strategies as st

import hms
from hms import webhooks
from hms.webhooks import EventParser, InvalidEventError, UnknownEvent, WebhookError, parse
from hms_generated_client import events, models
from hms_generated_client.models import SessionOpenSuccessEvent, TranscriptionFailureEvent


def documented_examples() -> list[Any]:
    document = json.loads(resources.files("hms_generated_client").joinpath("openapi.json").read_text())
    return [
        pytest.param(event_type, example["value"], id=f"{event_type}-{name}")
        for event_type, item in document["webhooks"].items()
        for name, example in item["post"]["requestBody"]["content"]["application/json"]["examples"].items()
    ]


@pytest.mark.parametrize(("event_type", "example"), documented_examples())
def test_every_documented_event_parses_strictly_into_its_model(
    event_type: str, example: dict[str, Any]
) -> None:
    parsed = parse(json.dumps(example).encode(), strict=True)
    assert type(parsed) is events.event_model(event_type)
    assert parsed.type == event_type
    assert parsed.id == example["id"]


def test_there_are_examples_of_all_events() -> None:
    assert {param.values[0] for param in documented_examples()} | {"transcription.failed"} == set(
        events.EVENTS
    )


def test_the_type_of_each_model_is_the_canonical_one() -> None:
    from hms.webhooks._parsing import canonical_types  # noqa: PLC0415

    for event_type, name in events.EVENTS.items():
        (constant,) = typing.get_args(typing.get_type_hints(getattr(models, name))["type"])
        assert canonical_types()[event_type] == constant


def test_an_alias_becomes_the_type_that_it_stands_for() -> None:
    example = next(param.values[1] for param in documented_examples() if "transcription.failure" in param.id)
    assert isinstance(example, dict)
    parsed = parse(json.dumps({**example, "type": "transcription.failed"}).encode(), strict=True)
    assert isinstance(parsed, TranscriptionFailureEvent)
    assert parsed.type == "transcription.failure"


def test_an_unknown_type_is_kept() -> None:
    content = body("room.painted", data={"color": "teal"}, newer=[1], raw="a member")
    parsed = parse(content)
    assert isinstance(parsed, UnknownEvent)
    assert (parsed.type, parsed.id, parsed.data) == ("room.painted", "event-1", {"color": "teal"})
    assert parsed.timestamp == datetime.datetime(2024, 9, 23, 10, tzinfo=datetime.UTC)
    assert parsed.is_replay is hms.UNSET
    assert parsed.raw == json.loads(content)
    assert "teal" in repr(parsed)
    assert "newer" not in repr(parsed)
    assert pickle.loads(pickle.dumps(parsed)) == copy.deepcopy(parsed) == parsed


def test_an_unknown_type_raises_when_strict() -> None:
    with pytest.raises(InvalidEventError) as caught:
        parse(body("room.painted"), strict=True)
    assert caught.value.json_path == "$.type"


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"", "$"),
        (b'{"type": "peer', "$"),
        (b"\xff\xfe", "$"),
        (b"null", "$"),
        (b'["peer.join.success"]', "$"),
        (b'"peer.join.success"', "$"),
        (b"[" * 100_000, "$"),
        (b"{}", "$.type"),
        (b'{"type": null}', "$.type"),
        (b'{"type": ""}', "$.type"),
        (b'{"type": {"a": 1}}', "$.type"),
    ],
)
def test_what_is_no_event_raises(content: bytes, path: str) -> None:
    with pytest.raises(InvalidEventError) as caught:
        parse(content)
    assert caught.value.json_path == path
    assert caught.value.problems == ()
    assert isinstance(caught.value, WebhookError)
    assert isinstance(caught.value, hms.HmsError)
    assert caught.value.__cause__ is caught.value.__context__ is None  # they would hold the body
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.json_path) == (str(caught.value), path)


def test_slips_are_kept_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    parser = EventParser()
    content = body(id=7, timestamp="yesterday", data={**event()["data"], "room_name": None})
    for _ in range(3):
        parsed = parser.parse(content)
        assert isinstance(parsed, SessionOpenSuccessEvent)
        assert (parsed.id, parsed.timestamp, parsed.data.room_name) == (7, "yesterday", None)  # type: ignore[comparison-overlap]
    assert [record.name for record in caplog.records] == ["hms.webhooks"] * 3
    assert ["$.id" in caplog.text, "$.timestamp" in caplog.text, "$.data.room_name" in caplog.text] == [
        True
    ] * 3
    assert "yesterday" not in caplog.text


def test_slips_raise_when_strict() -> None:
    with pytest.raises(InvalidEventError) as caught:
        parse(body(id=7, data=None), strict=True)
    assert [problem.path for problem in caught.value.problems] == ["$.id", "$.data"]
    assert "(and 1 more in `problems`)" in str(caught.value)


def test_reports_are_bounded(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hms._problem_log._MAX_REPORTED", 2)
    EventParser().parse(b'{"type": "session.open.success"}')
    assert len(caplog.records) == 2


def test_threads_report_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    parser = EventParser()
    content = body(id=7)
    threads = [threading.Thread(target=parser.parse, args=(content,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(caplog.records) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@law
@given(
    st.sampled_from([*events.EVENTS, "something.new"]),
    st.dictionaries(
        st.sampled_from(["version", "id", "account_id", "timestamp", "is_replay", "data", "other"]),
        json_values,
    ),
)
def test_no_object_with_a_type_is_ever_lost(event_type: str, members: dict[str, Any]) -> None:
    parsed = parse(json.dumps({**members, "type": event_type}).encode())
    expected = events.event_model(event_type) or UnknownEvent
    assert isinstance(parsed, expected)


@law
@given(st.binary())
def test_bytes_parse_or_raise_the_one_error(content: bytes) -> None:
    with contextlib.suppress(InvalidEventError):
        parse(content)


def test_every_public_name_can_be_imported() -> None:
    assert [name for name in webhooks.__all__ if getattr(webhooks, name, None) is None] == []
    assert set(webhooks.__all__) <= set(dir(webhooks))
    assert set(webhooks.__all__) == set(webhooks._HOMES) | {"Event"}
    assert set(typing.get_args(webhooks.Event)) == {getattr(models, name) for name in events.EVENTS.values()}
    with pytest.raises(AttributeError, match="Ruoter"):
        webhooks.Ruoter  # type: ignore[attr-defined]  # noqa: B018


def test_importing_the_router_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "import hms\n"
        "assert 'hms.webhooks' not in sys.modules\n"
        "from hms.webhooks import RedisStore, Router\n"
        "Router(secret_headers={'x-a': 'b'}).asgi\n"
        "print('\\n'.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded & {"httpx", "msgspec", "asyncio", "redis", "jwt", "hms_generated_client.codec"} == set()
