"""Proves that the contract tests notice defects: runs them against a server with each of them.

    PYTHONPATH=tests python -m contract.mutation [--profile deep] [--defect NAME]

First the tests have to pass against a server that is built as the broken ones are, and is not broken; that
also tells how long each module takes. Then every defect faces all of them until a check turns red: first the
tests of the operations that it sits in, then the others, the quickest module first. With the quick profile,
the rows of docs/mutation.md are written anew.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .defects import DEFECTS, NOTHING, defect_named
from .harness import DEFECT_VARIABLE, PROFILE_VARIABLE, PROFILES, ROOT
from .target import URL_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .defects import Defect

TESTS = Path(__file__).parent
TABLE = ROOT / "docs" / "mutation.md"
GOALS = {"quick": 0.95, "deep": 1.0}
"""The share of the defects that has to be found, by profile."""
LONGEST_RUN = {"quick": 900.0, "deep": 3600.0}
"""Seconds after which a run counts as one that never ends, by profile."""
JOBS = 2
_STEPS = {10: "10 s", 30: "30 s", 60: "1 min", 120: "2 min", 300: "5 min", 600: "10 min"}
_LONGEST_TELL = 500


class Outcome(StrEnum):
    """What became of a defect."""

    FOUND = "found"
    SURVIVED = "survived"
    ERROR = "error"


@dataclass(frozen=True)
class Verdict:
    """What the watcher wrote down of one run of the tests.

    Attributes:
        passed: the tests that passed.
        errors: what went wrong without a check that failed.
        seconds: how long the tests took, by module.
        red: the first test with a check that failed; None for none.
        check: that check.
        after: how many seconds into the run it failed.
    """

    passed: frozenset[str] = frozenset()
    errors: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict[str, float])
    red: str | None = None
    check: str = ""
    after: float = 0.0

    @classmethod
    def read(cls, file: Path, output: str) -> Verdict:
        """Read what the watcher wrote. Where it wrote nothing, the run broke down, and that is an error."""
        if not file.exists() or not file.stat().st_size:
            return cls(errors=(f"pytest broke down: {output[-_LONGEST_TELL:]}",))
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        red = content["red"] or {"test": None, "check": "", "seconds": 0.0}
        return cls(
            passed=frozenset(content["passed"]),
            errors=tuple(content["errors"]),
            seconds=content["seconds"],
            red=red["test"],
            check=red["check"],
            after=red["seconds"],
        )

    def __add__(self, other: Verdict) -> Verdict:
        first = self if self.red else other
        return Verdict(
            self.passed | other.passed,
            self.errors + other.errors,
            {**self.seconds, **other.seconds},
            first.red,
            first.check,
            first.after,
        )


@dataclass(frozen=True)
class Result:
    """What became of a defect. `told` is the check that found it, or what went wrong."""

    defect: Defect
    outcome: Outcome
    told: str = ""
    test: str = ""
    seconds: float = 0.0


def judge(defect: Defect, verdict: Verdict, baseline: Verdict) -> Result:
    """Say what became of a defect.

    Args:
        defect: the defect.
        verdict: the run against the server that has it.
        baseline: the run against a server without defects.
    """
    if verdict.red is not None:
        if verdict.red not in baseline.passed:
            told = f"{verdict.red} failed, but does not pass without the defect either"
            return Result(defect, Outcome.ERROR, told)
        return Result(defect, Outcome.FOUND, verdict.check, verdict.red, verdict.after)
    if verdict.errors:
        return Result(defect, Outcome.ERROR, verdict.errors[0])
    return Result(defect, Outcome.SURVIVED)


def complaints(baseline: Verdict) -> list[str]:
    """Say why a run without defects proves nothing; nothing when all is well."""
    problems = list(baseline.errors)
    if baseline.red is not None:
        problems.append(f"{baseline.red} fails without a defect: {baseline.check}")
    if not baseline.passed:
        problems.append("no test looked at the server")
    return problems


def missed(results: Sequence[Result], goal: float) -> list[Result]:
    """The defects that were not found, if fewer were found than there should be.

    Args:
        results: what became of the defects.
        goal: the share that has to be found.
    """
    not_found = [result for result in results if result.outcome is not Outcome.FOUND]
    return not_found if len(results) - len(not_found) < goal * len(results) else []


def cheapest_first(modules: Iterable[Path], seconds: Mapping[str, float]) -> list[Path]:
    """Order the test modules by how long they take. Those that have nothing to say are left out."""
    return sorted((each for each in modules if each.name in seconds), key=lambda each: seconds[each.name])


def table(results: Iterable[Result], before: str = "") -> str:
    """Write what became of the defects as a page of the guide.

    Args:
        results: what became of those that were run.
        before: the page as it was; the others are taken over from there.
    """
    told = _told(before) | {result.defect.name: (_found_by(result), _within(result)) for result in results}
    lines = [
        "<!-- Written by `make mutation`; do not edit. -->",
        "# What the contract tests find",
        "",
        "Each line is a defect that the server under test was given, the first check of the quick profile",
        "that turned red, and after how long: two runs at a time on two cores, the tests of the operations",
        "of the defect first, then the quickest module.",
    ]
    kind = ""
    for defect in DEFECTS.values():
        if defect.kind != kind:
            kind = defect.kind
            title = f"{kind[0].upper()}{kind[1:]}"
            lines += ["", f"## {title}", "", "| defect | where | found by | within |", "|---|---|---|---|"]
        where = ", ".join(f"`{operation}`" for operation in defect.operations) or "everywhere"
        cells = (f"`{defect.name}`: {defect.summary}", where, *told.get(defect.name, ("not run yet", "")))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _told(page: str) -> dict[str, tuple[str, str]]:
    """What a page that `table` wrote says of each defect."""
    rows = re.findall(r"^\| `([\w-]+)`: .* \| .* \| (.*) \| (.*) \|$", page, re.MULTILINE)
    return {name: (found_by, within) for name, found_by, within in rows}


def _found_by(result: Result) -> str:
    if result.outcome is not Outcome.FOUND:
        return f"**{result.outcome}**"
    module = result.test.partition("::")[0].rpartition("/")[2].removesuffix(".py")
    return f"{result.told.replace('|', '/')}, in `{module}`"


def _within(result: Result) -> str:
    if result.outcome is not Outcome.FOUND:
        return ""
    return next((text for limit, text in _STEPS.items() if result.seconds <= limit), "more")


def run_tests(defect: Defect, modules: Sequence[Path], profile: str) -> Verdict:
    """Run test modules against a server with a defect.

    Args:
        defect: the defect.
        modules: the modules, in their order. Tests of the operations of the defect come before all others.
        profile: how long to fuzz.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "verdict.json")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "contract.watcher", f"--verdict={file}"]
        # Runs at the same time would write to the same cache.
        command += ["-p", "no:cacheprovider", *(f"--first={operation}" for operation in defect.operations)]
        environment = os.environ | {
            "PYTHONPATH": str(TESTS.parent),
            DEFECT_VARIABLE: defect.name,
            PROFILE_VARIABLE: profile,
            # A server of the environment has no defect of ours.
            URL_VARIABLE: "",
        }
        try:
            finished = subprocess.run(
                [*command, *map(str, modules)],
                env=environment,
                cwd=ROOT,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
                timeout=LONGEST_RUN[profile],
            )
        except subprocess.TimeoutExpired as error:
            return Verdict(errors=(f"the tests did not end within {error.timeout:g} seconds",))
        return Verdict.read(file, f"{finished.stdout}{finished.stderr}")


def prove(defects: Sequence[Defect], profile: str, tell: Callable[[str], None]) -> list[Result] | None:
    """Run the tests against each defect.

    Args:
        defects: the defects.
        profile: how long to fuzz.
        tell: is told of the progress, line by line.

    Returns:
        What became of each; None when the tests do not even pass without a defect.
    """
    modules = sorted(TESTS.glob("test_*.py"))
    with ThreadPoolExecutor(JOBS) as pool:
        tell(f"{len(modules)} modules against a server without defects ...")
        # Modules have servers of their own, so they can run side by side.
        parts = pool.map(lambda module: run_tests(NOTHING, [module], profile), modules)
        baseline = sum((part for part in parts if part.passed or part.red or part.errors), Verdict())
        if problems := complaints(baseline):
            tell("\n".join(["the tests do not pass without a defect, so they cannot find one:", *problems]))
            return None
        order = cheapest_first(modules, baseline.seconds)
        tell(", ".join(f"{each.stem} {baseline.seconds[each.name]:.0f} s" for each in order))
        begun = time.monotonic()
        running = {pool.submit(run_tests, defect, order, profile): defect for defect in defects}
        results: dict[str, Result] = {}
        for done in as_completed(running):
            defect = running[done]
            results[defect.name] = result = judge(defect, done.result(), baseline)
            count, minutes = f"{len(results)}/{len(defects)}", (time.monotonic() - begun) / 60
            told = f" by {result.told} after {result.seconds:.0f} s" if result.test else f" {result.told}"
            tell(f"{count} ({minutes:.0f} min) {defect.name}: {result.outcome}{told}")
    return [results[defect.name] for defect in defects]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="contract.mutation", description="Prove that defects are noticed.")
    parser.add_argument("--profile", choices=PROFILES, default="quick", help="how long to fuzz")
    parser.add_argument("--defect", action="append", choices=DEFECTS, metavar="NAME", help="only this one")
    options = parser.parse_args(arguments)
    defects = [defect_named(name) for name in options.defect or DEFECTS]
    results = prove(defects, options.profile, _tell)
    if results is None:
        return 2
    _tell(", ".join(f"{n} {outcome}" for outcome, n in Counter(each.outcome for each in results).items()))
    if options.profile == "quick":
        before = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
        TABLE.write_text(table(results, before), encoding="utf-8")
        _tell(f"wrote {TABLE.relative_to(ROOT)}")
    goal = GOALS[options.profile]
    if not_found := missed(results, goal):
        _tell(f"fewer than {goal:.0%} were found; not found: {', '.join(r.defect.name for r in not_found)}")
        return 1
    return 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
