"""The proof that defects are found is itself tested: only a check that fails because of the defect counts."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from . import mutation
from .defects import DEFECTS
from .mutation import Outcome, Result, Verdict, cheapest_first, complaints, judge, main, missed, prove, table
from .watcher import checks_of_schemathesis

if TYPE_CHECKING:
    from collections.abc import Callable

    from .defects import Defect

FIRST, SECOND = list(DEFECTS.values())[:2]
GREEN = Verdict(passed=frozenset({"a.py::test_one", "a.py::test_two"}), seconds={"a.py": 2.0})

OUTPUT = """\
Schemathesis v4.32.5

 Coverage (in 3.00s)

=================================== ERRORS ===================================
_________________________________ GET /rooms _________________________________
Runtime Error

- not a check

=================================== FAILURES ===================================
_________________________________ POST /polls __________________________________
1. Test Case ID: SGBZsr

- ST103 Undocumented status code

    Received: 201

- The answer says nothing

_______________________ DELETE /polls/{poll_id}/questions/{question_id} _______________________
1. Test Case ID: x9

- ST105 Undocumented Content-Type

=================================== SUMMARY ====================================

Failures:
- none of these
"""


def test_the_checks_of_schemathesis() -> None:
    assert checks_of_schemathesis(OUTPUT) == [
        "Undocumented status code (POST /polls)",
        "The answer says nothing (POST /polls)",
        "Undocumented Content-Type (DELETE /polls/{poll_id}/questions/{question_id})",
    ]


def test_a_warning_of_schemathesis_is_a_check() -> None:
    output = OUTPUT.replace("= FAILURES =", "= WARNINGS =")
    assert checks_of_schemathesis(output) == ["a warning of schemathesis"]


def test_an_error_of_schemathesis_is_no_check() -> None:
    assert checks_of_schemathesis(OUTPUT[: OUTPUT.index("= FAILURES =")]) == []
    assert checks_of_schemathesis("Schemathesis v4\nTraceback (most recent call last): ...") == []


def test_a_check_that_is_green_without_the_defect() -> None:
    verdict = Verdict(red="a.py::test_one", check="test_one", after=1.5)
    assert judge(FIRST, verdict, GREEN) == Result(FIRST, Outcome.FOUND, "test_one", "a.py::test_one", 1.5)


def test_a_check_that_is_red_anyway() -> None:
    result = judge(FIRST, Verdict(red="a.py::test_other", check="test_other"), GREEN)
    assert result.outcome is Outcome.ERROR
    assert "a.py::test_other failed, but does not pass without" in result.told


def test_a_defect_that_changes_nothing_survives() -> None:
    assert judge(FIRST, GREEN, GREEN).outcome is Outcome.SURVIVED


def test_an_error_is_no_find() -> None:
    result = judge(FIRST, Verdict(passed=GREEN.passed, errors=("a.py::test_one: setup: KeyError",)), GREEN)
    assert (result.outcome, result.told) == (Outcome.ERROR, "a.py::test_one: setup: KeyError")


def test_a_run_that_breaks_down_is_an_error(tmp_path: Path) -> None:
    verdict = Verdict.read(tmp_path / "absent.json", "ImportError: no such module")
    assert judge(FIRST, verdict, GREEN).outcome is Outcome.ERROR
    assert "ImportError: no such module" in verdict.errors[0]


@pytest.mark.parametrize(
    ("baseline", "said"),
    [
        (GREEN, []),
        (Verdict(), ["no test looked at the server"]),
        (Verdict(GREEN.passed, ("a.py::test_three: setup: error",)), ["a.py::test_three: setup: error"]),
        (
            Verdict(GREEN.passed, red="a.py::test_three", check="x"),
            ["a.py::test_three fails without a defect: x"],
        ),
    ],
)
def test_a_baseline(baseline: Verdict, said: list[str]) -> None:
    assert complaints(baseline) == said


@pytest.mark.parametrize(("found", "goal", "enough"), [(19, 0.95, True), (18, 0.95, False), (19, 1.0, False)])
def test_the_goals(found: int, goal: float, enough: bool) -> None:
    results = [Result(FIRST, Outcome.FOUND)] * found + [Result(SECOND, Outcome.SURVIVED)] * (20 - found)
    assert len(missed(results, goal)) == (0 if enough else 20 - found)


def test_modules_that_do_not_look_at_the_server_are_left_out() -> None:
    modules = [Path("b.py"), Path("none.py"), Path("a.py")]
    assert cheapest_first(modules, {"a.py": 1.0, "b.py": 2.0}) == [Path("a.py"), Path("b.py")]


def test_the_table() -> None:
    found = Result(FIRST, Outcome.FOUND, "a | b", "tests/contract/test_contract_pages.py::test_one[x]", 11.2)
    page = table([found, Result(SECOND, Outcome.SURVIVED)])
    first, second, third, *_ = (line for line in page.splitlines() if line.startswith("| `"))
    assert first.startswith(f"| `{FIRST.name}`: {FIRST.summary} | `createRoom` |")
    assert first.endswith(" | a / b, in `test_contract_pages` | 30 s |")
    assert second.endswith(" | `updateRoom` | **survived** |  |")
    assert third.endswith(" | not run yet |  |")
    assert page.count("\n| `") == len(DEFECTS)


def test_a_table_keeps_the_rows_of_what_was_not_run() -> None:
    found = Result(FIRST, Outcome.FOUND, "a", "a.py::test_one", 11.2)
    other = Result(SECOND, Outcome.FOUND, "b", "a.py::test_two", 70.0)
    page = table([found, Result(SECOND, Outcome.SURVIVED)])
    assert table([], page) == page
    assert table([other], page) == table([found, other])


SUITE = """
import pytest

@pytest.fixture
def server():
    return __import__("os").environ["HMS_CONTRACT_DEFECT"]

@pytest.fixture
def fragile(server):
    assert server != "minimum-is-ignored"

def test_code_of_its_own(server):
    if server == "maximum-length-is-ignored":
        raise KeyError("not a check")

def test_set_up(fragile):
    pass

def test_after_it(server):
    assert server != "maximum-is-ignored"

@pytest.mark.parametrize("operation", ["createRoomCodes", "createRoom"])
def test_check(server, operation):
    assert server != "maximum-is-ignored" or operation == "createRoomCodes"

def test_answer(server):
    if server == "unknown-value-is-taken":
        from contract.inspection import BadAnswerError
        raise BadAnswerError("500 is not documented\\nsecond line")

def test_of_something_else():
    raise AssertionError("this does not look at the server")
"""


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a small module of tests in the place of the contract tests."""
    folder = tmp_path / "suite"
    folder.mkdir()
    run = subprocess.run

    def beside(command: Any, *, env: dict[str, str], **options: Any) -> Any:
        # The watcher is found where the real tests are; other plugins would take most of the time.
        lean = {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        return run(command, env=env | lean, **options)

    monkeypatch.setattr(mutation, "TESTS", folder)
    monkeypatch.setattr(subprocess, "run", beside)
    monkeypatch.setattr(mutation, "TABLE", tmp_path / "table.md")
    monkeypatch.setattr(mutation, "ROOT", tmp_path)

    def write(source: str) -> None:
        (folder / "test_small.py").write_text(source, encoding="utf-8")

    return write


def _prove(*names: str) -> tuple[list[Result] | None, str]:
    lines: list[str] = []
    return prove([DEFECTS[name] for name in names], "quick", lines.append), "\n".join(lines)


def test_a_whole_run(suite: Callable[[str], None]) -> None:
    suite(SUITE)
    names = [
        "maximum-is-ignored",
        "minimum-is-ignored",
        "maximum-length-is-ignored",
        "pattern-is-ignored",
        "unknown-value-is-taken",
    ]
    results, told = _prove(*names)
    assert results is not None, told
    assert [result.defect.name for result in results] == names
    found, set_up, own_code, nothing, answer = results
    assert (found.outcome, found.told) == (Outcome.FOUND, "test_check"), "it is about the operation"
    assert found.test.endswith("test_check[createRoom]")
    assert (set_up.outcome, own_code.outcome) == (Outcome.ERROR, Outcome.ERROR)
    assert "test_set_up: setup: AssertionError" in set_up.told
    assert "test_code_of_its_own: call: KeyError" in own_code.told
    assert nothing.outcome is Outcome.SURVIVED
    assert (answer.outcome, answer.told) == (Outcome.FOUND, "an answer: 500 is not documented")
    assert "5/5" in told


def test_a_run_that_never_ends_is_an_error(
    suite: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    suite("import threading\n\ndef test_for_ever():\n    threading.Event().wait()\n")
    monkeypatch.setattr(mutation, "LONGEST_RUN", {"quick": 0.01})
    results, told = _prove("maximum-is-ignored")
    assert results is None
    assert "did not end within 0.01 seconds" in told


def test_tests_that_fail_anyway_prove_nothing(suite: Callable[[str], None]) -> None:
    suite("def test_always(server): ...\n")
    results, told = _prove("maximum-is-ignored")
    assert results is None
    assert "so they cannot find one:" in told
    assert "test_always: setup: " in told


def test_the_command(
    suite: Callable[[str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite(SUITE)
    assert main(["--defect", "maximum-is-ignored", "--defect", "pattern-is-ignored"]) == 1
    assert "fewer than 95% were found; not found: pattern-is-ignored" in capsys.readouterr().out
    page = (tmp_path / "table.md").read_text(encoding="utf-8")
    assert "| test_check, in `test_small` |" in page
    assert page.count("| **survived** |") == 1


def test_the_table_is_about_the_profile_that_repeats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_all(defects: list[Defect], *_: Any) -> list[Result]:
        return [Result(defect, Outcome.FOUND) for defect in defects]

    monkeypatch.setattr(mutation, "TABLE", tmp_path / "table.md")
    monkeypatch.setattr(mutation, "ROOT", tmp_path)
    monkeypatch.setattr(mutation, "prove", find_all)
    assert main(["--profile", "deep"]) == 0
    assert not (tmp_path / "table.md").exists()
    assert main([]) == 0
    assert "not run yet" not in (tmp_path / "table.md").read_text(encoding="utf-8")


def test_the_command_without_a_sound_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutation, "prove", lambda *_: None)
    assert main([]) == 2


def test_the_command_with_a_name_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--defect", "no-such-thing"])
    assert "invalid choice: 'no-such-thing'" in capsys.readouterr().err


def test_a_verdict_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "verdict.json"
    content = {"passed": ["a"], "red": None, "errors": [], "seconds": {"a.py": 1.0}}
    file.write_text(json.dumps(content), encoding="utf-8")
    assert Verdict.read(file, "") == Verdict(frozenset({"a"}), (), {"a.py": 1.0})


def test_the_committed_table_is_about_the_defects_that_there_are() -> None:
    page = mutation.TABLE.read_text(encoding="utf-8")
    assert table([], page) == page, "run `make mutation DEFECT=...`"
