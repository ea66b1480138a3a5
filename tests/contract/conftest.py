"""A server for each test module, or the one that the environment names, and how long the fuzzing is.

The environment chooses: HMS_CONTRACT_PROFILE is `quick` (the default) or `deep`, HMS_CONTRACT_SEED a number;
`target.py` lists what names a server.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from .document import Operation
from .finder import Finder
from .harness import (
    DEFECT_VARIABLE,
    LONGEST_WAIT,
    SEED_VARIABLE,
    TLS,
    Profile,
    chosen_defect,
    chosen_profile,
    chosen_seed,
    serve,
)
from .inspection import BadAnswerError
from .journal import Journal
from .reading import request_hooks
from .scene import ROLES, Depth, Stage
from .selection import leave_out, reason_to_leave_out
from .target import CONFIRM_VARIABLE, Target, chosen_target, confirm
from .tokens import Issuer, mint
from .watcher import NAME as WATCHER

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

HERE = Path(__file__).parent


def pytest_configure(config: pytest.Config) -> None:
    """Before anything is called at a server that others depend on, ask."""
    target = chosen_target()
    if target is None:
        return
    if config.getoption("numprocesses", None):
        raise pytest.UsageError("one server cannot be prepared for two tests at a time: run without -n")
    # Output is not captured yet, but the input has been taken away.
    config.pluginmanager.getplugin("capturemanager").suspend_global_capture(in_=True)
    confirmed = os.environ.get(CONFIRM_VARIABLE, "") == "yes"
    said = confirm(target, confirmed=confirmed, ask=input if sys.stdin.isatty() else None)
    if said and confirmed:
        sys.stdout.write(f"{said}\n")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot be held against the server that the environment names."""
    leave_out(config, items, _reason)


def _reason(item: pytest.Item) -> str | None:
    if not isinstance(item, pytest.Function) or not item.path.is_relative_to(HERE):
        return None
    operation = item.callspec.params.get("operation") if hasattr(item, "callspec") else None
    return reason_to_leave_out(
        chosen_target(),
        fixtures=item.fixturenames,
        markers={marker.name for marker in item.iter_markers()},
        operation=operation if isinstance(operation, Operation) else None,
    )


def pytest_report_header() -> str:
    """Say how to repeat the run, and whether the server is broken on purpose."""
    seed, name = chosen_seed(), chosen_profile().name
    how = f"make contract SEED={seed}" if name == "deep" else f"{SEED_VARIABLE}={seed} pytest tests/contract"
    broken = f"; {DEFECT_VARIABLE} BREAKS THE SERVER: {defect.summary}" if (defect := chosen_defect()) else ""
    return f"contract: {name} profile; repeat it with `{how}`{broken}"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refuse to test a broken server where nobody watches: the variable may have been left over."""
    if (defect := chosen_defect()) and not item.config.pluginmanager.has_plugin(WATCHER):
        pytest.fail(
            f"{DEFECT_VARIABLE} is set to {defect.name}, so the server would be broken on purpose; unset it, "
            f"or run `make mutation DEFECT={defect.name}`",
            pytrace=False,
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a failure say which rule was broken, and by which calls."""
    report = yield
    journal: Journal | None = getattr(item, "funcargs", {}).get("journal")
    if report.failed and journal is not None:
        rule = (item.function.__doc__ or item.originalname.removeprefix("test_").replace("_", " ")).strip()
        operation = item.funcargs.get("operation")
        if explained := journal.explain(rule, operation if isinstance(operation, Operation) else None):
            report.sections.append(("What was broken, and how to see it by hand", explained))
    return report


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call() -> Generator[None, object, object]:
    """Count it as a broken rule when a call is not answered in time, or is right, needed, and refused."""
    try:
        return (yield)
    except httpx.HTTPStatusError as error:
        raise AssertionError(f"a call that is right was refused: {error.response.text}") from error
    except httpx.TimeoutException as error:
        call = f"{error.request.method} {error.request.url.path}"
        raise BadAnswerError(f"{call} was not answered within {LONGEST_WAIT:g} s") from error


@pytest.fixture(scope="session")
def journal() -> Journal:
    """The calls of the test that runs."""
    return Journal()


@pytest.fixture(autouse=True)
def _begin(journal: Journal) -> None:
    journal.begin()


@pytest.fixture(scope="session")
def profile() -> Profile:
    return chosen_profile()


@pytest.fixture(scope="session")
def seed() -> int:
    return chosen_seed()


@pytest.fixture(scope="module")
def server(seed: int) -> Iterator[Target]:
    """The server under test: a mock on a port of its own, or the one that the environment names."""
    with serve(seed) as server:
        yield server


def _client(journal: Journal, server: Target, *, base_url: str = "", token: str = "") -> httpx.Client:
    return httpx.Client(
        base_url=base_url or server.url,
        headers={"Authorization": f"Bearer {token}"} if token else {},
        event_hooks={"request": [*request_hooks(server)], "response": [journal.record]},
        timeout=LONGEST_WAIT,
        verify=TLS,
    )


@pytest.fixture(scope="module")
def bare(server: Target, journal: Journal) -> Iterator[httpx.Client]:
    """A client without a token."""
    with _client(journal, server) as client:
        yield client


@pytest.fixture(scope="module")
def api(server: Target, journal: Journal) -> Iterator[httpx.Client]:
    """A client with a good management token."""
    with _client(journal, server, token=mint("managementToken", server.access_key, server.secret)) as client:
        yield client


@pytest.fixture(scope="module")
def other_api(server: Target, journal: Journal) -> Iterator[httpx.Client]:
    """A client with a good management token of another workspace."""
    token = mint("managementToken", server.other_access_key, server.other_secret)
    with _client(journal, server, token=token) as client:
        yield client


@pytest.fixture(scope="module")
def control(server: Target, journal: Journal) -> Iterator[httpx.Client]:
    """A client at the control plane of the server."""
    with _client(journal, server, base_url=server.control_url) as client:
        yield client


@pytest.fixture(scope="module")
def stage(server: Target, api: httpx.Client, control: httpx.Client) -> Stage:
    """Makes real objects on the server, or finds those of one that is only read."""
    return Finder(api) if server.reads_only else Stage(api, control)


@pytest.fixture(scope="module")
def other_stage(other_api: httpx.Client, control: httpx.Client) -> Stage:
    """Makes real objects in the other workspace."""
    return Stage(other_api, control)


@pytest.fixture(scope="module")
def issuer(server: Target, stage: Stage) -> Callable[[Operation], Issuer]:
    """Says who issues good tokens for an operation. Client tokens are for a room in which somebody is."""

    def issuer_for(operation: Operation) -> Issuer:
        room_id = stage.scene(Depth.PEERS).room_id if operation.token == "clientToken" else ""
        return Issuer(operation.token, server.access_key, server.secret, room_id=room_id, role=ROLES[0])

    return issuer_for


@pytest.fixture(scope="module")
def authorization(issuer: Callable[[Operation], Issuer]) -> Callable[[Operation], dict[str, str]]:
    """Makes the header with a good token for an operation."""
    return lambda operation: {"Authorization": f"Bearer {issuer(operation).mint()}"}
