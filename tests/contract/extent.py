"""How much of the document a run of schemathesis reached, by operation.

Proof of reach (`reach.py`) says that each operation worked and failed; this says which of its parameters,
members and statuses were there to be seen. Only what was accepted counts as used: a member of a request that
was refused proves nothing about the member. What a schema rules out counts where it was sent, and refused.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import jsonschema_rs

from .document import base_path_of, follow, operations_of
from .reach import calls_of_har

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .document import Operation

KINDS = ("parameters", "members", "keywords", "statuses", "answers")
"""Parameters and members of bodies that were accepted; keywords of the schemas of bodies that were broken,
and refused with 400; statuses; and members of the answers to what was accepted.
"""
FLOORS = {"parameters": 1.0, "members": 0.99, "keywords": 1.0, "statuses": 0.77, "answers": 0.62}
"""The shares that a run of the phases `examples` and `coverage` reaches at least, by kind.

Just below what was measured. Most of what is missing needs people, time or a lack of permission, where only
the laws lead, which are not counted.
"""

Points = dict[tuple[str, str], set[str]]
"""What there is or what was seen, by operationId and kind."""


@dataclass(frozen=True)
class Extent:
    """What of the document was reached.

    Attributes:
        operations: the operations of the document.
        documented: what they have.
        seen: what of it was seen.
    """

    operations: tuple[Operation, ...]
    documented: Points
    seen: Points

    def share(self, kind: str) -> float:
        """The share of a kind that was reached; all of it where there is nothing."""
        known, reached = self._count(kind, self.operations)
        return reached / known if known else 1.0

    def unreached(self, operation: Operation, kind: str) -> list[str]:
        """What an operation has of a kind, and was not seen."""
        key = operation.id, kind
        return sorted(self.documented[key] - self.seen[key])

    def shortfalls(self, floors: Mapping[str, float]) -> list[str]:
        """Say of which kinds less was reached than has to be.

        Args:
            floors: the smallest share by kind.

        Returns:
            One sentence for each kind, with what was not reached.
        """
        return [
            f"{self.share(kind):.1%} of the {kind} were reached, and {floor:.1%} have to be; not reached: "
            + "; ".join(
                f"{operation.id} {', '.join(lacking)}"
                for operation in self.operations
                if (lacking := self.unreached(operation, kind))
            )
            for kind, floor in floors.items()
            if self.share(kind) < floor
        ]

    def markdown(self) -> str:
        """A table of all operations, and what was never reached."""
        lines = [
            "# What of the document was reached",
            "",
            _row("operation", *KINDS),
            _row(*["---"] * (1 + len(KINDS))),
        ]
        lines += [
            _row(operation.id, *(_fraction(*self._count(kind, [operation])) for kind in KINDS))
            for operation in self.operations
        ]
        lines.append(
            _row(
                "all",
                *(
                    f"{_fraction(*self._count(kind, self.operations))}, {self.share(kind):.1%}"
                    for kind in KINDS
                ),
            )
        )
        lines += ["", "## Never reached", ""]
        lines += [
            f"- {operation.id}, {kind}: {', '.join(f'`{each}`' for each in lacking)}"
            for operation in self.operations
            for kind in KINDS
            if (lacking := self.unreached(operation, kind))
        ] or ["Nothing."]
        return "\n".join(lines) + "\n"

    def _count(self, kind: str, operations: Iterable[Operation]) -> tuple[int, int]:
        keys = [(operation.id, kind) for operation in operations]
        known = sum(len(self.documented[key]) for key in keys)
        return known, sum(len(self.documented[key] & self.seen[key]) for key in keys)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _fraction(known: int, reached: int) -> str:
    return f"{reached}/{known}" if known else "-"


def extent_of_har(har: Mapping[str, Any], document: Mapping[str, Any]) -> Extent:
    """Compare a HAR report with the document.

    Args:
        har: the parsed report.
        document: the parsed document.
    """
    known = tuple(operations_of(document))
    documented: Points = defaultdict(set)
    seen: Points = defaultdict(set)
    schemas = _Schemas(document)
    for operation in known:
        documented[operation.id, "parameters"] = {each["name"] for each in operation.parameters}
        documented[operation.id, "members"] = schemas.members(operation.body_schema)
        documented[operation.id, "keywords"] = schemas.keywords(operation.body_schema)
        # A failure of the server is none of the contract, and how often one may call depends on the server.
        documented[operation.id, "statuses"] = {each for each in operation.responses if each < "429"}
        documented[operation.id, "answers"] = schemas.members(operation.answer_schema)
    for operation, entry in calls_of_har(har, known, base_path_of(document)):
        status = str(entry["response"]["status"])
        seen[operation.id, "statuses"].add(status)
        body = _read(entry["request"].get("postData", {}).get("text"))
        if status == "400":
            seen[operation.id, "keywords"] |= schemas.broken(operation.body_schema, body)
        if not status.startswith("2"):
            continue
        query = parse_qsl(urlsplit(entry["request"]["url"]).query, keep_blank_values=True)
        seen[operation.id, "parameters"] |= {*operation.path_parameters, *(name for name, _ in query)}
        seen[operation.id, "members"] |= schemas.present(operation.body_schema, body)
        answer = _read(entry["response"].get("content", {}).get("text"))
        seen[operation.id, "answers"] |= schemas.present(operation.answer_schema, answer)
    return Extent(known, documented, seen)


def _read(text: str | None) -> Any:
    try:
        return json.loads(text or "null")
    except ValueError:
        return None


class _Schemas:
    """Reads the schemas of a document.

    Paths are written as `roles.*.publishParams.allowed`: `*` is any key of a map, and the items of an array
    count as what holds them.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._inside_of: dict[int, list[tuple[str, Mapping[str, Any]]]] = {}
        self._limits_of: dict[int, dict[str, jsonschema_rs.Validator]] = {}

    def members(
        self, schema: Mapping[str, Any], at: tuple[str, ...] = (), above: tuple[int, ...] = ()
    ) -> set[str]:
        """The paths of all members that a schema knows. A schema inside of itself is not entered again."""
        found = set[str]()
        for name, each in self._inside(schema):
            path, entered = _below(at, name), id(follow(self._document, each))
            if path:
                found.add(".".join(path))
            if entered not in above:
                found |= self.members(each, path, (*above, entered))
        return found

    def present(self, schema: Mapping[str, Any], value: Any, at: tuple[str, ...] = ()) -> set[str]:
        """The paths of the members of a schema that a value has."""
        found = set[str]()
        for name, each, held in self._held(schema, value):
            path = _below(at, name)
            if held and path:
                found.add(".".join(path))
            for member in held:
                found |= self.present(each, member, path)
        return found

    def keywords(
        self, schema: Mapping[str, Any], at: tuple[str, ...] = (), above: tuple[int, ...] = ()
    ) -> set[str]:
        """The keywords that values of a schema can break, as `roles.*.priority minimum`."""
        found = {_said(at, keyword) for keyword in self._limits(schema)}
        for name, each in self._inside(schema):
            entered = id(follow(self._document, each))
            if entered not in above:
                found |= self.keywords(each, _below(at, name), (*above, entered))
        return found

    def broken(self, schema: Mapping[str, Any], value: Any, at: tuple[str, ...] = ()) -> set[str]:
        """The keywords of a schema that a value breaks."""
        limits = self._limits(schema)
        found = {_said(at, keyword) for keyword, limit in limits.items() if not limit.is_valid(value)}
        for name, each, held in self._held(schema, value):
            for member in held:
                found |= self.broken(each, member, _below(at, name))
        return found

    def _held(
        self, schema: Mapping[str, Any], value: Any
    ) -> Iterator[tuple[str, Mapping[str, Any], list[Any]]]:
        """What a value has of what the values of a schema hold."""
        inside = self._inside(schema) if isinstance(value, dict | list) else []
        named = {name for name, _ in inside}
        for name, each in inside:
            if isinstance(value, list):
                yield name, each, value if name == _ITEM else []
            elif name == _ANY:
                yield name, each, [member for key, member in value.items() if key not in named]
            else:
                yield name, each, [value[name]] if name in value else []

    def _limits(self, schema: Mapping[str, Any]) -> dict[str, jsonschema_rs.Validator]:
        """The keywords of a schema that are about a value itself, each as a schema that has no other."""
        if id(schema) not in self._limits_of:
            plain = follow(self._document, schema)
            alone = {keyword: {keyword: plain[keyword]} for keyword in _KEYWORDS if keyword in plain}
            if plain.get("format") == "password":
                # It says that a text is a secret; any text is one.
                del alone["format"]
            alone |= {f"required {name}": {"required": [name]} for name in plain.get("required", ())}
            if plain.get("additionalProperties") is False:
                properties = dict.fromkeys(plain.get("properties", {}), True)
                alone["additionalProperties"] = {"properties": properties, "additionalProperties": False}
            limits: dict[str, jsonschema_rs.Validator] = {
                keyword: jsonschema_rs.Draft202012Validator(each, validate_formats=True)
                for keyword, each in alone.items()
            }
            for part in _parts(plain):
                limits |= self._limits(part)
            self._limits_of[id(schema)] = limits
        return self._limits_of[id(schema)]

    def _inside(self, schema: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
        """What the values of a schema hold, whichever of its alternatives they are."""
        if id(schema) not in self._inside_of:
            plain = follow(self._document, schema)
            found = list(plain.get("properties", {}).items())
            found += [(_ANY, more)] if isinstance(more := plain.get("additionalProperties"), dict) else []
            found += [(_ITEM, plain["items"])] if "items" in plain else []
            for part in _parts(plain):
                found += self._inside(part)
            self._inside_of[id(schema)] = found
        return self._inside_of[id(schema)]


_ANY, _ITEM = "*", "[]"
_KEYWORDS = (
    *("type", "enum", "const", "format", "pattern", "minLength", "maxLength", "propertyNames"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)


def _parts(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The schemas that a schema is put together from, or is one of."""
    for keyword in ("allOf", "anyOf", "oneOf"):
        yield from schema.get(keyword, ())


def _said(at: tuple[str, ...], keyword: str) -> str:
    return f"{'.'.join(at) or 'body'} {keyword}"


def _below(at: tuple[str, ...], name: str) -> tuple[str, ...]:
    return at if name == _ITEM else (*at, name)
