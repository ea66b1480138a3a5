"""Plays the steps of a scenario."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Protocol

import jsonschema_rs

from hms_mock.control_routes import ARGUMENTS
from hms_mock.errors import ApiError, ContractError, ScenarioError
from hms_mock.ids import DEFAULT_SEED
from hms_mock.scenario_references import fill
from hms_mock.shapes import is_array

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_mock.api import Api
    from hms_mock.control import Control
    from hms_mock.scenario_steps import Scenario, Step

Json = dict[str, Any]

_VALIDATORS = {
    name: jsonschema_rs.Draft202012Validator(schema, mask="the value") for name, schema in ARGUMENTS.items()
}


class Stage(Protocol):
    """What a scenario is played on: an `hms_mock.MockServer` or an `hms_mock.MockApp`."""

    @property
    def control(self) -> Control:
        """What happens beside the API."""
        ...

    @property
    def api(self) -> Api:
        """The operations of the API."""
        ...


def perform(
    scenario: Scenario, control: Control, api: Api, pass_time: Callable[[float], object] | None = None
) -> Json:
    """Play a scenario from its beginning to its end.

    Args:
        scenario: the scenario.
        control: what happens beside the API.
        api: the operations of the API.
        pass_time: lets so many seconds of the mock's clock pass. Left out: moves it.

    Returns:
        What the steps with an `as` returned, by that name.

    Raises:
        ScenarioError: a step was refused.
    """
    if scenario.seed is not None:
        control.seed(scenario.seed)
    seed = DEFAULT_SEED if scenario.seed is None else scenario.seed
    performance = _Performance(
        control, api, seed, pass_time or (lambda seconds: control.advance(seconds, tokens=False))
    )
    for step in scenario.steps:
        try:
            performance.do(step)
        except (ApiError, ContractError, ValueError) as error:
            raise ScenarioError(f"{step}: {performance.where}{error}") from error
    return performance.names


class _Performance:
    """A scenario while it is played."""

    def __init__(self, control: Control, api: Api, seed: int, pass_time: Callable[[float], object]) -> None:
        self._control = control
        self._api = api
        self._pass_time = pass_time
        # What is drawn has to repeat from run to run, not to be hard to guess.
        self._random = random.Random(seed)  # noqa: S311
        self._begin = control.now()
        self._elapsed = 0.0
        self.names: Json = {}
        self.where = ""
        """Which repetition of a step is done, for messages."""

    def do(self, step: Step) -> None:
        self.where = ""
        if step.at is not None:
            self._go_to(step.at)
        if not step.is_repeated:
            result = self._do_once(step, self.names)
            if step.name is not None:
                self.names[step.name] = result
            return
        results: list[Any] = self.names.setdefault(step.name, []) if step.name is not None else []
        for index, item in enumerate(self._items(step)):
            self.where = f"repetition {index + 1}: "
            if index:
                self._go_to(self._elapsed + step.every)
            results.append(self._do_once(step, self.names | {"item": item, "number": len(results) + 1}))

    def _items(self, step: Step) -> list[Any]:
        if step.each is None:
            return [None] * (step.repeat or 1)
        items = fill(step.each, self.names)
        if not is_array(items):
            raise ScenarioError(f"`each` needs a list; {step.each} is none")
        return items

    def _do_once(self, step: Step, names: Json) -> Any:
        drawn = {name: fill(self._random.choice(values), names) for name, values in step.choose.items()}
        arguments = fill(step.arguments, names | drawn)
        if step.call is not None:
            return self._api.call(step.call, **arguments)
        given = arguments.get("with", {})
        for error in _VALIDATORS[step.control or ""].iter_errors(given):
            raise ScenarioError(": ".join([".".join(map(str, error.instance_path)), error.message]))
        return getattr(self._control, step.control or "")(**given)

    def _go_to(self, seconds: float) -> None:
        """Let the time of the mock be so many seconds after the beginning of the scenario."""
        if seconds < self._elapsed:
            raise ScenarioError(
                f"it is {seconds:g} seconds after the beginning, when {self._elapsed:g} have passed already; "
                "steps are done in their order"
            )
        self._elapsed = seconds
        ahead = seconds - (self._control.now() - self._begin).total_seconds()
        if ahead > 0:
            self._pass_time(ahead)
