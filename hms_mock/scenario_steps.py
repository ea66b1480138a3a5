"""The format of scenarios: what a step may say, and everything that can be checked before it is played."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from hms_mock.control_routes import ARGUMENTS
from hms_mock.errors import ScenarioError
from hms_mock.scenario_references import names_in
from hms_mock.shapes import is_array

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hms_mock.document import Operation

Json = dict[str, Any]

_MOST_REPETITIONS = 10_000
_LONGEST_SECONDS = 100 * 365 * 86400
_OWN_NAMES = frozenset({"number", "item"})
_OF_CALLS = ("path", "query", "body", "token")
_TIME = re.compile(r"(?:(?P<hours>\d{1,6}):)?(?P<minutes>[0-5]?\d):(?P<seconds>[0-5]?\d(?:\.\d{1,6})?)")
_NAME: Json = {"type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"}
_SECONDS: Json = {"type": ["number", "string"], "minimum": 0, "maximum": _LONGEST_SECONDS}

SCHEMA: Json = {
    "type": "object",
    "required": ["steps"],
    "additionalProperties": False,
    "properties": {
        "description": {"type": "string"},
        "seed": {"type": "integer"},
        "steps": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "call": {"type": "string"},
                    "path": {"type": "object"},
                    "query": {"type": "object"},
                    "body": {},
                    "token": {"type": "string"},
                    "control": {"type": "string"},
                    "with": {"type": "object"},
                    "as": _NAME,
                    "at": _SECONDS,
                    "repeat": {"type": "integer", "minimum": 1, "maximum": _MOST_REPETITIONS},
                    "each": {"type": ["array", "string"]},
                    "every": _SECONDS,
                    "choose": {
                        "type": "object",
                        "propertyNames": _NAME,
                        "additionalProperties": {"type": "array", "minItems": 1},
                    },
                },
            },
        },
    },
}
"""The JSON Schema of a scenario, which `docs/mock-server.md` explains."""
_scenario = jsonschema_rs.Draft202012Validator(SCHEMA, mask="the value")


@dataclass(frozen=True)
class Step:
    """One step of a scenario.

    Attributes:
        number: which one it is, counted from 1.
        call: the operationId, for a call of the API.
        control: the method of `hms_mock.control.Control`, for anything else.
        arguments: the members of the step that say with what; references are not filled in.
        at: how many seconds after the beginning it is done. None: right after the step before.
        name: what later steps call its result.
        repeat: how often it is done; None for once.
        each: the list, or the reference to one, for whose items it is done.
        every: how many seconds lie between two repetitions.
        choose: the values that are drawn from anew for each repetition, by name.
    """

    number: int
    call: str | None
    control: str | None
    arguments: Json
    at: float | None
    name: str | None
    repeat: int | None
    each: Any
    every: float
    choose: Mapping[str, list[Any]]

    @property
    def is_repeated(self) -> bool:
        """Whether its result is the list of what its repetitions returned."""
        return self.repeat is not None or self.each is not None

    def __str__(self) -> str:
        return f"step {self.number} ({self.call or self.control})"


@dataclass(frozen=True)
class Scenario:
    """A scenario in which no mistake can be seen.

    Attributes:
        steps: what happens, in its order.
        seed: where identifiers and draws start; None to go on with identifiers where they are.
        file: where it was read from; None for nowhere.
    """

    steps: Sequence[Step]
    seed: int | None = None
    file: str | None = None


def parse(content: Any, operations: Mapping[str, Operation]) -> Scenario:
    """Check a scenario and read its steps.

    Args:
        content: the scenario, or only its steps, as parsed JSON.
        operations: the operations of the API, by operationId.

    Raises:
        ScenarioError: it cannot be played; the message says which step is wrong, and what to do.
    """
    scenario: Any = {"steps": content} if is_array(content) else content
    for error in _scenario.iter_errors(scenario):
        where = list(error.instance_path)
        if len(where) > 1:
            member = "".join(f", {each}" for each in where[2:])
            raise ScenarioError(f"step {int(where[1]) + 1}{member}: {error.message}")
        raise ScenarioError(f"{'.'.join(map(str, where)) or 'the scenario'}: {error.message}")
    steps = [_step(number, given) for number, given in enumerate(scenario["steps"], start=1)]
    known: dict[str, Step] = {}
    for step in steps:
        try:
            _check_arguments(step, operations)
            _check_names(step, known)
        except ScenarioError as error:
            raise ScenarioError(f"{step}: {error}") from error
    return Scenario(steps, int(scenario["seed"]) if "seed" in scenario else None)


def _step(number: int, given: Json) -> Step:
    where = f"step {number}"
    if ("call" in given) == ("control" in given):
        raise ScenarioError(
            f"{where}: say either `call`, with an operation of the API, or `control`, with what else happens"
        )
    if "call" in given and "with" in given:
        raise ScenarioError(f"{where}: `with` does not go with `call`; use `path`, `query` and `body`")
    if "control" in given and (wrong := [name for name in _OF_CALLS if name in given]):
        raise ScenarioError(f"{where}: `{wrong[0]}` does not go with `control`; use `with`")
    if "repeat" in given and "each" in given:
        raise ScenarioError(f"{where}: say either `repeat` or `each`")
    if "every" in given and not given.keys() & {"repeat", "each"}:
        raise ScenarioError(f"{where}: `every` needs `repeat` or `each`; to do it later, use `at`")
    return Step(
        number=number,
        call=given.get("call"),
        control=given.get("control"),
        arguments={name: given[name] for name in (*_OF_CALLS, "with") if name in given},
        at=_seconds(where, given["at"]) if "at" in given else None,
        name=given.get("as"),
        repeat=given.get("repeat"),
        each=given.get("each"),
        every=_seconds(where, given.get("every", 0)),
        choose=given.get("choose", {}),
    )


def _seconds(where: str, given: float | str) -> float:
    if not isinstance(given, str):
        return float(given)
    found = _TIME.fullmatch(given)
    if found is None:
        raise ScenarioError(f"{where}: {given!r} is no time; write seconds, or for example 00:01:30")
    return int(found["hours"] or 0) * 3600.0 + int(found["minutes"]) * 60 + float(found["seconds"])


def _check_arguments(step: Step, operations: Mapping[str, Operation]) -> None:
    if step.control is not None:
        if step.control not in ARGUMENTS:
            raise ScenarioError(f"there is no such control; use one of {', '.join(sorted(ARGUMENTS))}")
        schema = ARGUMENTS[step.control]
        _check_members(step.arguments.get("with", {}), schema["properties"], schema["required"])
        return
    operation = operations.get(step.call or "")
    if operation is None:
        raise ScenarioError(
            "the API has no such operation; use an operationId of the reference, for example createRoom"
        )
    path = [parameter.name for parameter in operation.path_parameters]
    _check_members(step.arguments.get("path", {}), path, path, " in path")
    query = [parameter.name for parameter in operation.query_parameters]
    _check_members(step.arguments.get("query", {}), query, (), " in query")
    if "body" in step.arguments and operation.body_pointer is None:
        raise ScenarioError("it takes no body")


def _check_members(given: Json, known: Collection[str], required: Collection[str], where: str = "") -> None:
    takes = f"it takes {', '.join(known)}" if known else "it takes nothing"
    for name in given:
        if name not in known:
            raise ScenarioError(f"it does not take `{name}`{where}; {takes}")
    for name in required:
        if name not in given:
            raise ScenarioError(f"`{name}` is missing{where}; {takes}")


def _check_names(step: Step, known: dict[str, Step]) -> None:
    """Check what a step refers to, and add what it is called to what is known."""
    repeated: set[str] = set()
    if step.is_repeated:
        repeated = {"number"} if step.each is None else {"number", "item"}
    _check_known(step.each, known.keys())
    _check_known(step.choose, known.keys() | repeated)
    _check_known(step.arguments, known.keys() | repeated | step.choose.keys())
    for name in (*step.choose, *filter(None, [step.name])):
        if name in _OWN_NAMES or (name in step.choose and name in known):
            raise ScenarioError(f"the name {name} is taken; choose another one")
    if step.name is None:
        return
    first = known.setdefault(step.name, step)
    if first is not step and not (first.is_repeated and step.is_repeated):
        raise ScenarioError(
            f"the name {step.name} is that of {first}; only steps with `repeat` or `each` can share one"
        )


def _check_known(value: Any, known: Collection[str]) -> None:
    for name in names_in(value):
        if name not in known:
            there = f"known here: {', '.join(sorted(known))}" if known else "no step before has an `as`"
            raise ScenarioError(f"nothing is called {name}; {there}")
