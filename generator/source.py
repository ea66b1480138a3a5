"""Reads YAML files and remembers on which line everything stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import yaml

from .errors import DocumentError, Location, Mistake

if TYPE_CHECKING:
    from pathlib import Path

    from .nodes import Pointer

# The C parser where PyYAML was built with it: the same events, ten times as fast.
_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _CoreLoader(_BaseLoader):  # type: ignore[misc]  # the base is chosen at run time
    """YAML with the scalars of version 1.2: `on`, `no` and `2022-09-09` are strings."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}",
        re.compile(rf"^(?:{_pattern})$"),
        ["", *_first] if _tag == "null" else list(_first),
    )


def _integer(loader: Any, node: Any) -> int:
    return int(loader.construct_scalar(node))


# YAML 1.1 reads `010` as octal and refuses `089`.
_CoreLoader.add_constructor("tag:yaml.org,2002:int", _integer)


@attrs.frozen
class Source:
    """One YAML file: its data, and the line of every node in it."""

    path: Path
    data: Any
    lines: dict[Pointer, int]

    def locate(self, pointer: Pointer) -> Location:
        """The place of a node, or of its nearest ancestor that the file has."""
        while pointer not in self.lines:
            pointer = pointer[:-1]
        return Location(self.path, self.lines[pointer])


def read(path: Path) -> Source:
    """Read one YAML file.

    Raises:
        DocumentError: The file cannot be read, is no YAML, or an object in it has a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
        # Refuses control characters, which the C parser meets only later and with no line to name.
        yaml.reader.Reader(text)
    except (OSError, UnicodeDecodeError, yaml.reader.ReaderError) as error:
        raise DocumentError(
            [
                Mistake(
                    f"the file cannot be read: {error}", "it must exist and be UTF-8 text", Location(path, 1)
                )
            ]
        ) from error
    loader = _CoreLoader(text)
    lines: dict[Pointer, int] = {}
    try:
        node = loader.get_single_node()
        if node is None:
            raise DocumentError(
                [Mistake("the file is empty", "write the object it is meant to hold", Location(path, 1))]
            )
        data = _build(loader, node, (), path, lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Location(path, mark.line + 1 if mark else 1)
        message = f"YAML syntax error: {error.problem or error.context}"
        raise DocumentError(
            [
                Mistake(
                    message, "check the indentation, colons and quotes on this line and the one before", place
                )
            ]
        ) from error
    finally:
        loader.dispose()
    return Source(path, data, lines)


def _build(loader: Any, node: yaml.Node, pointer: Pointer, path: Path, lines: dict[Pointer, int]) -> Any:
    lines.setdefault(pointer, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            place = Location(path, key_node.start_mark.line + 1)
            if key in result:
                raise DocumentError(
                    [Mistake(f"the key `{key}` stands here twice", "keep one of the two", place)]
                )
            lines[(*pointer, key)] = place.line
            result[key] = _build(loader, value_node, (*pointer, key), path, lines)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, item, (*pointer, index), path, lines) for index, item in enumerate(node.value)]
    return loader.construct_object(node)
