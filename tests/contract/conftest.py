"""A server for each test module, and which profile and seed the fuzzing runs with.

The environment chooses: HMS_CONTRACT_PROFILE is `quick` (the default) or `deep`, HMS_CONTRACT_SEED a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from .document import Operation
from .harness import (
    ACCESS_KEY,
    DEFECT_VARIABLE,
    LONGEST_WAIT,
    OTHER_SECRET,
    SECRET,
    SEED_VARIABLE,
    TLS,
    Profile,
    chosen_defect,
    chosen_profile,
    chosen_seed,
    control_url,
    new_server,
)
from .inspection import BadAnswerError
from .journal import Journal
from .scene import ROLES, Depth, Stage
from .tokens import OTHER_KEY, Issuer, mint
from .watcher import NAME as WATCHER

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from hms_mock import MockServer


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
def server(seed: int) -> Iterator[MockServer]:
    """The server under test, on a port of its own."""
    with new_server(seed) as server:
        yield server


def _client(journal: Journal, base_url: str, token: str = "") -> httpx.Client:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return httpx.Client(
        base_url=base_url,
        headers=headers,
        event_hooks={"response": [journal.record]},
        timeout=LONGEST_WAIT,
        verify=TLS,
    )


@pytest.fixture(scope="module")
def bare(server: MockServer, journal: Journal) -> Iterator[httpx.Client]:
    """A client without a token."""
    with _client(journal, server.url) as client:
        yield client


@pytest.fixture(scope="module")
def api(server: MockServer, journal: Journal) -> Iterator[httpx.Client]:
    """A client with a good management token."""
    with _client(journal, server.url, mint("managementToken", ACCESS_KEY, SECRET)) as client:
        yield client


@pytest.fixture(scope="module")
def other_api(server: MockServer, journal: Journal) -> Iterator[httpx.Client]:
    """A client with a good management token of another workspace."""
    with _client(journal, server.url, mint("managementToken", OTHER_KEY, OTHER_SECRET)) as client:
        yield client


@pytest.fixture(scope="module")
def control(server: MockServer, journal: Journal) -> Iterator[httpx.Client]:
    """A client at the control plane of the mock."""
    with _client(journal, control_url(server)) as client:
        yield client


@pytest.fixture(scope="module")
def stage(api: httpx.Client, control: httpx.Client) -> Stage:
    """Makes real objects on the server."""
    return Stage(api, control)


@pytest.fixture(scope="module")
def other_stage(other_api: httpx.Client, control: httpx.Client) -> Stage:
    """Makes real objects in the other workspace."""
    return Stage(other_api, control)


@pytest.fixture(scope="module")
def issuer(stage: Stage) -> Callable[[Operation], Issuer]:
    """Says who issues good tokens for an operation. Client tokens are for a room in which somebody is."""

    def issuer_for(operation: Operation) -> Issuer:
        room_id = stage.scene(Depth.PEERS).room_id if operation.token == "clientToken" else ""
        return Issuer(operation.token, ACCESS_KEY, SECRET, room_id=room_id, role=ROLES[0])

    return issuer_for


@pytest.fixture(scope="module")
def authorization(issuer: Callable[[Operation], Issuer]) -> Callable[[Operation], dict[str, str]]:
    """Makes the header with a good token for an operation."""
    return lambda operation: {"Authorization": f"Bearer {issuer(operation).mint()}"}
