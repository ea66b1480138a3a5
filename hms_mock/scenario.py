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
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from hms_mock.errors import ApiError, ScenarioError
from hms_mock.reading import parse_json
from hms_mock.scenario_playing import Player

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hms_mock.scenario_playing import Stage

Json = dict[str, Any]


def play(
    stage: Stage, scenario: str | os.PathLike[str] | Mapping[str, Any] | Sequence[Mapping[str, Any]]
) -> Json:
    """Play a scenario. `docs/mock-server.md` explains its format.

    The clock is moved forward without making tokens older, see `hms_mock.control.Control.advance`.

    Args:
        stage: an `hms_mock.MockServer`, which need not be running, or what `hms_mock.create_app` returns.
        scenario: a YAML or JSON file; or what would be in it; or only its steps.

    Returns:
        What the steps with an `as` returned, by that name.

    Raises:
        ScenarioError: it cannot be read, is wrong, or a step was refused. Mistakes that can be seen before
            anything is done are found then; later, what was done before the step stays.
    """
    player = Player(stage.control, stage.api)
    if not isinstance(scenario, str | os.PathLike):
        return player.play(_as_json(scenario))
    try:
        return player.play(_as_json(_read(Path(scenario))))
    except ScenarioError as error:
        raise ScenarioError(f"{os.fspath(scenario)}: {error}") from error


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
