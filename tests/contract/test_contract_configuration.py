"""The setup of schemathesis is itself tested: nothing is off or lenient, and what it warns of fails a run."""

from __future__ import annotations

import json
import re
import threading
import tomllib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.cli import schemathesis
from schemathesis.config import ChecksConfig, ProjectConfig, SchemathesisConfig
from schemathesis.config._checks import CheckConfig
from schemathesis.core.warnings import SchemathesisWarning

from . import harness
from .defects import Defect, defect_named
from .document import base_path_of, read_document
from .harness import (
    CONFIGURATION,
    HAR,
    PINNED_SEED,
    Profile,
    Run,
    SlowAnswerWarning,
    fuzz,
    new_server,
    target_of,
)
from .reach import read_har

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hms_mock import MockServer

    from .defects.sabotage import Answer, Call, Forward, Sabotage

pytestmark = pytest.mark.own_mocks

SOME = ("createRoom", "getRoom", "listRooms", "sendDtmf")


def _configuration() -> ProjectConfig:
    """Ours. What refers to the environment of a run is left out."""
    ours = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))
    plain = {name: value for name, value in ours.items() if name not in {"base-url", "hooks", "auth"}}
    return SchemathesisConfig.from_dict(plain).projects.default


def test_every_check_is_on() -> None:
    load_all_checks()
    checks = _configuration().checks
    assert {name for name in CHECKS.get_all_names() if not checks.get_by_name(name=name).enabled} == set()
    assert checks.max_response_time.enabled


def test_no_check_is_as_lenient_as_by_default() -> None:
    load_all_checks()
    checks, usual = _configuration().checks, ChecksConfig()
    for name in CHECKS.get_all_names():
        expecting = usual.get_by_name(name=name)
        if isinstance(expecting, CheckConfig):
            expected = checks.get_by_name(name=name)
            assert isinstance(expected, CheckConfig)
            assert set(expected.expected_statuses) < set(expecting.expected_statuses), name
            assert "5xx" not in expected.expected_statuses


def test_every_warning_fails_a_run() -> None:
    warnings = _configuration().warnings
    assert {each for each in SchemathesisWarning if not warnings.should_fail(each)} == set()


@contextmanager
def _answering(status: Callable[[], int]) -> Iterator[str]:
    """A server that answers everything with an empty object, under a status of its own choice."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status())
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _every(several: int, status: int, other: int) -> Callable[[], int]:
    calls = count()
    return lambda: status if next(calls) % several == 0 else other


@pytest.mark.parametrize(
    ("said", "status", "schema"),
    [
        ("", _every(1, 200, 200), {}),
        ("Authentication failed", _every(1, 401, 401), {}),
        ("Missing test data", _every(1, 404, 404), {}),
        ("Low valid-input rate", _every(3, 200, 404), {}),
        ("Unresolvable reference", _every(1, 200, 200), {"$ref": "#/components/schemas/Gone"}),
    ],
    ids=["nothing", "missing auth", "missing test data", "low valid rate", "unresolvable reference"],
)
def test_a_warning_alone_fails_a_run(
    tmp_path: Path, said: str, status: Callable[[], int], schema: dict[str, Any]
) -> None:
    content = {"application/json": {"schema": schema}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "paths": {
            "/things/{id}": {
                "get": {
                    "security": [{"token": []}],
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                    ],
                    "responses": {"200": {"description": "All is well.", "content": content}},
                }
            }
        },
    }
    (tmp_path / "document.json").write_text(json.dumps(document), encoding="utf-8")
    # The hooks and the users are of another document.
    ours = CONFIGURATION.read_text(encoding="utf-8")
    _, heading, warnings = ours.partition("\n[warnings]")
    (tmp_path / "schemathesis.toml").write_text(f"{heading}{warnings}", encoding="utf-8")
    with _answering(status) as url:
        finished = CliRunner().invoke(
            schemathesis,
            [
                *("--config-file", str(tmp_path / "schemathesis.toml")),
                *("--no-color", "run", str(tmp_path / "document.json")),
                *(f"--url={url}", "--seed=1", "--max-examples=12"),
                # No check fails, so that it is the warning that does.
                *("--phases=fuzzing", "--mode=positive", "--checks=not_a_server_error"),
            ],
        )
    assert "FAILURES" not in finished.output
    assert "ERRORS" not in finished.output
    assert finished.exit_code == bool(said), finished.output
    assert said in finished.output


def _fuzzed(server: MockServer, name: str, seed: int, *operations: str) -> Run:
    with server:
        profile = Profile(name, {"fuzzing": 4, "stateful": 4})
        return fuzz(target_of(server), ["fuzzing", "stateful"], profile, seed, operations=operations)


def _exchanges(run: Run) -> list[Any]:
    """What was sent and answered. The port and the tokens are those of the run."""

    def said(message: dict[str, Any]) -> tuple[Any, ...]:
        url = message.get("url", "").partition(base_path_of(read_document()))[2]
        text = message.get("postData", message.get("content", {})).get("text")
        return message.get("method"), url, text, message.get("status")

    entries = read_har(run.reports / HAR)["log"]["entries"]
    return [(said(each["request"]), said(each["response"])) for each in entries]


@pytest.fixture(scope="module")
def first(seed: int) -> tuple[Run, list[str]]:
    """A run, and what it warned of when every answer counts as slow."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(harness, "SLOW_SECONDS", 0)
        with pytest.warns(SlowAnswerWarning) as told:
            run = _fuzzed(new_server(seed), "repeated-1", seed, *SOME)
    return run, [str(each.message) for each in told]


def test_the_same_seed_sends_the_same_requests(first: tuple[Run, list[str]], seed: int) -> None:
    run, _ = first
    run.check()
    assert run.statuses.keys() == set(SOME)
    assert _exchanges(run) == _exchanges(_fuzzed(new_server(seed), "repeated-2", seed, *SOME))


def test_a_slow_answer_is_a_warning(first: tuple[Run, list[str]]) -> None:
    _, (told,) = first
    assert told.startswith("answers took longer than 0 s: ")
    assert all(f"{name} " in told for name in SOME)


def test_slow_answers_are_told_from_others() -> None:
    with pytest.warns(SlowAnswerWarning) as told:
        harness.warn_of_slow({"createRoom": 1.06, "getRoom": 1.0, "listRooms": 0.2})
    assert [str(each.message) for each in told] == ["answers took longer than 1 s: createRoom 1.1 s"]
    harness.warn_of_slow({"getRoom": 1.0})


def _flaw(server: Sabotage) -> None:
    """Show the templates of other workspaces, and hide some rooms."""
    defect_named("foreign-object-is-shown").apply(server)
    numbers = count(1)

    @server.intercept("getRoom")
    async def hide(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 200 and next(numbers) % 3 == 0:
            answer.status, answer.json = 404, {"code": 404, "message": "Room not found"}
        return answer


@pytest.fixture(scope="module")
def failed() -> str:
    """What is said of a run against a server that has flaws."""
    flawed = Defect("flaws", "test", "Two things are wrong.", ("getTemplate", "getRoom"), _flaw, id)
    server = new_server(PINNED_SEED, defect=flawed)
    # Schemathesis makes nothing by itself with these; what they are asked for comes from the hooks.
    run = _fuzzed(server, "flawed", PINNED_SEED, "getTemplate", "getRoom")
    with pytest.raises(pytest.fail.Exception) as raised:
        run.check()
    return str(raised.value)


def test_what_belongs_to_another_workspace_is_asked_for(failed: str) -> None:
    assert "Object-level authorization bypass" in failed


def test_what_exists_has_to_be_found(failed: str) -> None:
    assert "Custom check failed: `named_is_found`" in failed


def test_a_newcomer_can_act_on_what_is_said(failed: str) -> None:
    """Below the rule that is broken stand the call to repeat, the operation, and where it is described."""
    assert re.search(r"curl -X GET .*/templates/\w+", failed)
    assert "operation: getTemplate (GET /templates/{template_id})" in failed
    assert "page: https://www.100ms.live/docs/" in failed
    assert "docs/contract-tests.md, When one fails" in failed
