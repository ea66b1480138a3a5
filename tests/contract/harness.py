"""Runs schemathesis against the server under test, and reads back what it reached."""

from __future__ import annotations

import json
import os
import re
import secrets
import shlex
import subprocess
import sys
import tempfile
import tomllib
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from hms_mock import Clock, MockServer

from .defects import NOTHING, BrokenServer, Defect, defect_named
from .document import base_path_of, document_file, operations_of, read_document
from .extent import Extent, extent_of_har
from .reach import Statuses, operations_of_curl, read_har, slowest_of_har, statuses_of_har
from .target import CONTROL_PATH, READS_PER_SECOND, Target, chosen_target
from .tokens import NOW, OTHER_KEY, mint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hms_mock import WebhookSender

TLS = httpx.create_ssl_context()
"""Made once: that takes longer than most tests."""
ROOT = Path(__file__).parents[2]
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
LONGEST_WAIT: float = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))["checks"]["max_response_time"]
"""Seconds after which an answer counts as missing, for the laws as for schemathesis."""
SLOW_SECONDS = 1.0
"""Answers that take longer are warned of: a loaded machine may be the reason."""
REPORTS = ROOT / ".schemathesis"
HAR = "report.har"
COVERAGE = "coverage.md"
ACCESS_KEY = "contract-access-key"
SECRET = "contract-secret-that-is-only-good-for-the-mock"
OTHER_SECRET = "another-secret-that-is-only-good-for-the-mock"

PROFILE_VARIABLE = "HMS_CONTRACT_PROFILE"
SEED_VARIABLE = "HMS_CONTRACT_SEED"
DEFECT_VARIABLE = "HMS_CONTRACT_DEFECT"
PINNED_SEED = 20250615


@dataclass(frozen=True)
class Profile:
    """How long the fuzzing is to be.

    Attributes:
        name: what it is asked for by.
        examples: how many test cases are generated, by phase: for each operation, and for the stateful phase
            in all. The phases that are not listed make as many as the document gives reason for.
    """

    name: str
    examples: Mapping[str, int]


PROFILES = {
    "quick": Profile("quick", {"fuzzing": 15, "stateful": 200}),
    "deep": Profile("deep", {"fuzzing": 75, "stateful": 800}),
}


def chosen_profile() -> Profile:
    """The profile that the environment asks for.

    Raises:
        ValueError: there is no such profile.
    """
    name = os.environ.get(PROFILE_VARIABLE) or "quick"
    if name not in PROFILES:
        raise ValueError(f"{PROFILE_VARIABLE} is {name!r}; it can be {' or '.join(PROFILES)}")
    return PROFILES[name]


def chosen_seed() -> int:
    """The seed that the environment asks for; by default a fixed one for the quick profile, else a fresh one.

    A fresh one is written back to the environment, so that all processes of a test run have the same.

    Raises:
        ValueError: it is not a whole number.
    """
    if given := os.environ.get(SEED_VARIABLE):
        return int(given)
    seed = PINNED_SEED if chosen_profile().name == "quick" else secrets.randbelow(2**32)
    os.environ[SEED_VARIABLE] = str(seed)
    return seed


def chosen_defect() -> Defect | None:
    """The defect that the environment asks for, if any.

    Raises:
        ValueError: there is no such defect.
    """
    name = os.environ.get(DEFECT_VARIABLE)
    return defect_named(name) if name else None


def new_server(
    seed: int, *, webhook_sender: WebhookSender | None = None, defect: Defect | None = None
) -> MockServer:
    """Make the server under test, with two workspaces and a clock that stands still. It is not started.

    Args:
        seed: where identifiers start.
        webhook_sender: what sends webhooks; nothing does by default.
        defect: what is to be wrong with it; by default what the environment asks for, if anything.
    """
    defect = defect or chosen_defect()
    credentials = {ACCESS_KEY: SECRET, OTHER_KEY: OTHER_SECRET}
    clock = Clock(lambda: NOW)
    if defect is not None:
        return BrokenServer(
            defect, credentials=credentials, clock=clock, seed=seed, webhook_sender=webhook_sender
        )
    return MockServer(
        credentials=credentials,
        clock=clock,
        seed=seed,
        webhook_sender=webhook_sender,
        validate_responses=True,
    )


@contextmanager
def serve(seed: int, *, webhook_sender: WebhookSender | None = None) -> Iterator[Target]:
    """The server under test, as if it had just been started: that of the environment, or a mock of our own.

    Args:
        seed: where the identifiers of a mock of our own start.
        webhook_sender: what sends its webhooks; nothing does by default.
    """
    if (chosen := chosen_target()) is not None:
        if not chosen.reads_only:
            httpx.post(f"{chosen.control_url}/reset", timeout=60).raise_for_status()
        yield chosen
        return
    with new_server(seed, webhook_sender=webhook_sender) as server:
        yield target_of(server, sends_webhooks=webhook_sender is not None)


def target_of(server: MockServer, *, sends_webhooks: bool = False) -> Target:
    """What there is to know of a running mock of our own."""
    return Target(
        url=server.url,
        access_key=ACCESS_KEY,
        secret=SECRET,
        control_url=server.url.removesuffix(base_path_of(read_document())) + CONTROL_PATH,
        other_access_key=OTHER_KEY,
        other_secret=OTHER_SECRET,
        sends_webhooks=sends_webhooks,
    )


class SlowAnswerWarning(UserWarning):
    """Some answers took long, but not so long that a check fails."""


@dataclass(frozen=True)
class Run:
    """A finished run of schemathesis.

    Attributes:
        succeeded: whether there were no failures, errors and warnings.
        output: what schemathesis printed; each failure with its operation, what was broken and a curl
            command.
        statuses: how often each operation gave each status.
        chains: how many chains of calls the stateful phase made; 0 without that phase.
        reports: the folder with `junit.xml`, `report.har` (all requests and answers), `output.txt`, and
            `coverage.md` (what of the document was reached) unless the server has a defect.
    """

    succeeded: bool
    output: str
    statuses: Statuses
    chains: int
    reports: Path

    @cached_property
    def extent(self) -> Extent:
        """What of the document was reached."""
        return extent_of_har(_entries(self.reports / HAR), read_document())

    def check(self) -> None:
        """Fail the test with what schemathesis printed, unless the run succeeded."""
        if not self.succeeded:
            pytest.fail(f"{self.output}\n{self.explain()}", pytrace=False)

    def explain(self) -> str:
        """Say what the operations that failed are, and how to see a failure by hand."""
        document = read_document()
        failed = operations_of_curl(self.output, operations_of(document), base_path_of(document))
        return "\n".join(
            [
                "=== HOW TO GO ON ===",
                *(f"operation: {each.id} ({each.label})\n  page: {each.documentation}" for each in failed),
                "The curl commands need a server and a token: see docs/contract-tests.md, When one fails.",
                f"All requests and answers are in {self.reports}",
            ]
        )

    def check_reports(self) -> None:
        """Fail the test unless the reports are there."""
        for name in ("junit.xml", HAR, "output.txt", *([] if chosen_defect() else [COVERAGE])):
            assert (self.reports / name).stat().st_size, name


def _entries(har: Path) -> Mapping[str, Any]:
    return read_har(har) if har.exists() else {"log": {"entries": []}}


def warn_of_slow(slowest: Mapping[str, float]) -> None:
    """Warn of operations that were slow.

    Args:
        slowest: how long the slowest answer of each operation took, in seconds.
    """
    slow = [f"{name} {seconds:.1f} s" for name, seconds in slowest.items() if seconds > SLOW_SECONDS]
    if slow:
        told = f"answers took longer than {SLOW_SECONDS:g} s: {', '.join(slow)}"
        warnings.warn(SlowAnswerWarning(told), stacklevel=3)


def _users(server: Target) -> dict[str, Any]:
    """The users of schemathesis, in the format of Web Fuzzing Commons: one for each workspace."""
    workspaces = {
        "workspace": (server.access_key, server.secret),
        # Where there is no second workspace, nobody asks for its token.
        "other workspace": (
            server.other_access_key or server.access_key,
            server.other_secret or server.secret,
        ),
    }
    return {
        "auth": [
            {
                "name": name,
                "fixedHeaders": [
                    {"name": "Authorization", "value": f"Bearer {mint('managementToken', key, secret)}"}
                ],
            }
            for name, (key, secret) in workspaces.items()
        ]
    }


def fuzz(
    server: Target, phases: Sequence[str], profile: Profile, seed: int, *, operations: Iterable[str] = ()
) -> Run:
    """Run phases of schemathesis against a running server.

    A server that is only read gets nothing but GET: no coverage phase, which tries other methods on purpose,
    and no chains of calls, which begin with a write.

    The reports are kept in `.schemathesis/`, by profile and phases, apart for each defect and for a server of
    the environment.

    Args:
        server: the server.
        phases: which phases.
        profile: how long.
        seed: what the generated data follows from.
        operations: the operationIds of what is called; all operations by default.
    """
    defect = chosen_defect()
    if server.reads_only:
        phases = [phase for phase in phases if phase in {"examples", "fuzzing"}]
    apart = f"with-{defect.name}" if defect else "another-server" if chosen_target() else ""
    reports = REPORTS / apart / profile.name / "-".join(phases)
    reports.mkdir(parents=True, exist_ok=True)
    har = reports / HAR
    har.unlink(missing_ok=True)
    options = [
        f"--phases={','.join(phases)}",
        f"--seed={seed}",
        "--report=junit,har",
        f"--report-junit-path={reports / 'junit.xml'}",
        f"--report-har-path={har}",
    ]
    examples = {profile.examples[phase] for phase in phases if phase in profile.examples}
    if "coverage" not in phases:
        # For most operations there is little that can be wrong besides the token. One systematic phase leaves
        # it out; where data is random, every second call would, and prove nothing else.
        options += ["--generation-with-security-parameters=false"]
    if "stateful" in phases:
        # Making a failing chain shorter can take longer than all the chains; the first one found says enough.
        options.append("--no-shrink")
    options += [f"--max-examples={number}" for number in examples]
    options += [f"--include-operation-id={each}" for each in operations]
    if defect not in {None, NOTHING}:
        # The first check that turns red has found it.
        options.append("--max-failures=1")
    if server.reads_only:
        # Whether there is something to read is not a matter of the contract, so its absence is no warning.
        options += ["--include-method=GET", "--warnings=off"]
    if server.is_live:
        options.append(f"--rate-limit={READS_PER_SECOND}/s")
    if not server.other_access_key:
        options.append("--exclude-checks=object_level_authorization")
    # The module is run by this interpreter, so it has the packages that the tests have.
    command = [
        *(sys.executable, "-m", "schemathesis.cli"),
        *("--config-file", str(CONFIGURATION)),
        *("--no-color", "run", str(document_file()), *options),
    ]
    environment = {
        **os.environ,
        # The hooks are a module of this package, which pytest imports as `contract`.
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTHONHASHSEED": "0",
        "HMS_CONTRACT_BASE_URL": server.url,
        # Empty where the server is only read.
        "HMS_CONTRACT_CONTROL_URL": "" if server.reads_only else server.control_url,
        "HMS_CONTRACT_ACCESS_KEY": server.access_key,
        "HMS_CONTRACT_SECRET": server.secret,
    }
    with tempfile.TemporaryDirectory() as folder:
        users = Path(folder) / "users.json"
        users.write_text(json.dumps(_users(server)), encoding="utf-8")
        environment["HMS_CONTRACT_USERS"] = str(users)
        finished = subprocess.run(
            command,
            env=environment,
            cwd=reports,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    output = f"{finished.stdout}{finished.stderr}"
    (reports / "output.txt").write_text(f"{shlex.join(command)}\n{output}", encoding="utf-8")
    document = read_document()
    sent, known = _entries(har), operations_of(document)
    statuses = statuses_of_har(sent, known, base_path_of(document))
    warn_of_slow(slowest_of_har(sent, known, base_path_of(document)))
    chains = re.search(r"^\s*Scenarios:\s*(\d+)$", output, re.MULTILINE)
    run = Run(finished.returncode == 0, output, statuses, int(chains[1]) if chains else 0, reports)
    if defect is None:
        # It takes seconds, which a run for each defect does not have to spare.
        (reports / COVERAGE).write_text(run.extent.markdown(), encoding="utf-8")
    return run
