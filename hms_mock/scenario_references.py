"""The `${...}` in a scenario, which stand for what earlier steps returned."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from hms_mock.errors import ScenarioError
from hms_mock.shapes import as_text, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_REFERENCE = re.compile(r"\$(?P<escape>\$\{)|\$\{(?P<path>[^{}]*)\}")
_PATH = re.compile(r"(?P<name>[A-Za-z_]\w*)(?P<steps>(?:\.[\w-]+|\[\d+\]|\[\d*:\d*\])*)")
_STEP = re.compile(r"\.(?P<member>[\w-]+)|\[(?P<index>\d+)\]|\[(?P<first>\d*):(?P<last>\d*)\]")


def names_in(value: Any) -> Iterator[str]:
    """The names that a part of a scenario refers to.

    Args:
        value: any parsed JSON.

    Raises:
        ScenarioError: a reference cannot be read.
    """
    if isinstance(value, str):
        for found in _REFERENCE.finditer(value):
            if found["path"] is not None:
                yield _parse(found["path"])["name"]
    elif is_object(value):
        for each in value.values():
            yield from names_in(each)
    elif is_array(value):
        for each in value:
            yield from names_in(each)


def fill(value: Any, names: Mapping[str, Any]) -> Any:
    """Put in what references stand for.

    A text that is one reference becomes what it stands for, whatever that is; among other text, it becomes
    text. `$${` stands for `${`.

    Args:
        value: any parsed JSON.
        names: what the names stand for.

    Returns:
        A copy, which shares nothing with `value` and `names`.

    Raises:
        ScenarioError: something is not there.
    """
    if is_object(value):
        return {name: fill(each, names) for name, each in value.items()}
    if is_array(value):
        return [fill(each, names) for each in value]
    if not isinstance(value, str):
        return value
    whole = _REFERENCE.fullmatch(value)
    if whole and whole["path"] is not None:
        return copy.deepcopy(_look_up(whole["path"], names))
    return _REFERENCE.sub(
        lambda found: "${" if found["path"] is None else as_text(_look_up(found["path"], names)), value
    )


def _parse(path: str) -> re.Match[str]:
    found = _PATH.fullmatch(path)
    if found is None:
        raise ScenarioError(
            f"${{{path}}} cannot be read; write for example ${{room.id}}, ${{peers[0].id}} or ${{peers[5:9]}}"
        )
    return found


def _look_up(path: str, names: Mapping[str, Any]) -> Any:
    parsed = _parse(path)
    seen, value = parsed["name"], names[parsed["name"]]
    for step in _STEP.finditer(parsed["steps"]):
        if step["member"] is not None:
            if not is_object(value) or step["member"] not in value:
                has = f"has {', '.join(value)}" if is_object(value) else "is no object"
                raise ScenarioError(f"${{{path}}}: {seen} has no {step['member']}; it {has}")
            value = value[step["member"]]
        elif not is_array(value):
            raise ScenarioError(f"${{{path}}}: {seen} is no list")
        elif step["index"] is None:
            value = value[int(step["first"] or 0) : int(step["last"] or len(value))]
        elif int(step["index"]) < len(value):
            value = value[int(step["index"])]
        else:
            raise ScenarioError(
                f"${{{path}}}: {seen} has no item {step['index']}; it has {len(value)}, counted from 0"
            )
        seen += step[0]
    return value
