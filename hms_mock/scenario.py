"""Plays scenarios: what a class of thirty does in an hour is done in a second.

    from hms_mock import MockServer
    from hms_mock.scenario import play

    with MockServer() as server:
        names = play(server, "examples/class_of_30.yaml")

Steps are done in their order, after the mock's clock was moved to the time of each. Other calls may be made
meanwhile.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from hms_mock.errors import ApiError, ScenarioError
from hms_mock.reading import parse_json
from hms_mock.scenario_pace import Pace
from hms_mock.scenario_playing import perform
from hms_mock.scenario_steps import Scenario, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hms_mock.scenario_playing import Stage

Json = dict[str, Any]


def read(
    stage: Stage, scenario: str | os.PathLike[str] | Mapping[str, Any] | Sequence[Mapping[str, Any]]
) -> Scenario:
    """Read a scenario, and find the mistakes that can be seen before anything is done.

    Args:
        stage: what it is going to be played on.
        scenario: a YAML or JSON file; or what would be in it; or only its steps.

    Raises:
        ScenarioError: it cannot be read, or is wrong.
    """
    operations = stage.api.operations
    if not isinstance(scenario, str | os.PathLike):
        return parse(_as_json(scenario), operations)
    file = os.fspath(scenario)
    try:
        return replace(parse(_as_json(_read(Path(file))), operations), file=file)
    except ScenarioError as error:
        raise ScenarioError(f"{file}: {error}") from error


def play(
    stage: Stage,
    scenario: str | os.PathLike[str] | Mapping[str, Any] | Sequence[Mapping[str, Any]] | Scenario,
    *,
    speed: float | None = None,
    wait: Callable[[float], object] = time.sleep,
) -> Json:
    """Play a scenario. `docs/mock-server.md` explains its format.

    The clock is moved forward without making tokens older, see `hms_mock.control.Control.advance`.

    Args:
        stage: an `hms_mock.MockServer`, which need not be running, or what `hms_mock.create_app` returns.
        scenario: a YAML or JSON file; or what would be in it; or only its steps; or what `read` returned.
        speed: how many seconds of the scenario pass in a real second: 1 to play it as it happens, 60 for an
            hour in a minute. Left out: no time passes but on the mock's clock.
        wait: waits so many real seconds, with a speed.

    Returns:
        What the steps with an `as` returned, by that name.

    Raises:
        ScenarioError: it cannot be read, is wrong, or a step was refused. Mistakes that can be seen before
            anything is done are found then; later, what was done before the step stays.
        ValueError: the speed is less than 1.
    """
    given = scenario if isinstance(scenario, Scenario) else read(stage, scenario)
    pace = None if speed is None else Pace(stage.control, speed, wait)
    try:
        return perform(given, stage.control, stage.api, pace)
    except ScenarioError as error:
        if given.file is None:
            raise
        raise ScenarioError(f"{given.file}: {error}") from error


def _read(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_bytes())
    except OSError as error:
        raise ScenarioError(f"cannot be read: {error.strerror}") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = "" if mark is None else f" in line {mark.line + 1}, column {mark.column + 1}"
        hint = "; inside of { } and [ ], quote what has a ${...}"
        raise ScenarioError(f"no YAML: {error.problem or error.context}{where}{hint}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ScenarioError(f"no YAML: {' '.join(str(error).split())}") from error


def _as_json(content: Any) -> Any:
    """Bring what YAML or Python can say into the form of JSON, where the names of members are text."""
    try:
        return parse_json(json.dumps(content, allow_nan=False).encode())
    except TypeError as error:
        raise ScenarioError(f"{error}; quote what looks like a date") from error
    except (ValueError, RecursionError) as error:
        raise ScenarioError(f"it is no JSON: {error}") from error
    except ApiError as error:
        raise ScenarioError("it is nested too deeply, or holds half of a surrogate pair") from error
