"""Valid values of the schemas of the document, rare ones above all. The same ones in every run."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from .document import follow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Schema = Mapping[str, Any]

RARE_TEXTS = (
    "plain",
    "",
    " ",
    " spaces around ",
    "null",
    "0",
    "false",
    "-1e999",
    "Ünïcödé, ẞ and \u0131",
    "e\u0301 is not \u00e9",
    "שלום \u202eright to left\u202c",
    "日本語 и кириллица",
    "👩‍👩‍👧‍👦 🏳️‍🌈 \U0010fffd",
    "\"double\" 'single' `back` \\slash\\ /slash/",
    "%00 %2F %s {} ${x} #{y} <b>&amp;</b>",
    "tab\tline\nreturn\r\nend",
    "zero\x00byte and \x7f",
    "\ufeffmark\u2028line",
    "'; DROP TABLE rooms; --",
    "long " * 400,
)
_NAMES = ("0", "a", "null", "A.b-c_d", "x" * 200)
"""For what takes few characters only."""
_BY_FORMAT = {
    "uri": (
        "https://example.com/",
        "https://user@example.com:8443/a%2Fb/%E2%82%AC?x=1&y=%20#part",
        f"https://example.com/{'x' * 1000}",
        "http://127.0.0.1/",
    ),
    "date-time": ("2025-06-15T12:00:00Z", "2025-06-15T14:00:00.123456789+02:00"),
}
_BY_PATTERN = ("rtmps://live.example.com/app/key", "rtmp://127.0.0.1/x%20y?z=é", "#", "d")
_LARGEST = 2**53 - 1
"""Larger integers do not survive every JSON parser."""
_MOST_ITEMS = 3
_UNKNOWN = "no_such_member"
_DEEPEST = 2
"""Levels below a member of a body."""


class Catalogue:
    """Makes values of schemas.

    Args:
        document: the parsed document, in which references are followed.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document

    def resolved(self, schema: Schema) -> Schema:
        """A schema without references, and without the `allOf` that stands around a single one."""
        schema = follow(self._document, schema)
        if "allOf" in schema:
            (only,) = schema["allOf"]
            return self.resolved(only)
        if "oneOf" in schema:
            (only,) = (arm for arm in schema["oneOf"] if arm != {"type": "null"})
            found = self.resolved(only)
            return {**found, "type": [found["type"], "null"]}
        return schema

    def nth(self, schema: Schema, number: int) -> Any:
        """One value of a schema with all its members; other numbers give other values of each member."""
        schema = self.resolved(schema)
        types = _types(schema)
        if "null" in types and number % 5 == 4:
            return None
        if "object" in types:
            members = {
                name: self.nth(member, number + place)
                for place, (name, member) in enumerate(schema.get("properties", {}).items())
            }
            return members | self._map(schema, number)
        if "array" in types:
            length = number % (min(schema.get("maxItems", _MOST_ITEMS), _MOST_ITEMS) + 1)
            items = max(length, schema.get("minItems", 0))
            return [self.nth(schema["items"], number + place) for place in range(items)]
        values = self.scalars(schema)
        return values[number % len(values)]

    def rich(self, schema: Schema, number: int = 0, *, crowded: bool = False) -> Any:
        """A value in which nothing is left out, null, empty or zero, as defaults often are.

        Args:
            schema: the schema.
            number: with the next number, everything that can have another value has one.
            crowded: whether lists have several items where they may, out of order and one twice in a row.
        """
        schema = self.resolved(schema)
        types = _types(schema)
        if "object" in types:
            members = schema.get("properties", {})
            found = {name: self.rich(member, number, crowded=crowded) for name, member in members.items()}
            if isinstance(of := schema.get("additionalProperties"), dict):
                names = _keys(schema)
                found[names[number % len(names)]] = self.rich(of, number, crowded=crowded)
            return found
        if "array" in types:
            several = crowded and not schema.get("uniqueItems")
            numbers = (number + 1, number, number, number + 1) if several else (number,)
            return [
                self.rich(schema["items"], each, crowded=crowded)
                for each in numbers[: schema.get("maxItems", len(numbers))]
            ]
        values = [each for each in self.scalars(schema) if each or each is False]
        return values[number % len(values)]

    def bodies(self, schema: Schema) -> Iterator[tuple[str, Any]]:
        """Valid bodies with their purpose: every value of every member, and every optional member alone."""
        schema = self.resolved(schema)
        for number in range(len(RARE_TEXTS)):
            yield f"all members, values no. {number}", self.nth(schema, number)
        yield "all members, none of them empty", self.rich(schema)
        yield "lists out of order, an item of them twice in a row", self.rich(schema, crowded=True)
        if "object" not in _types(schema):
            return
        required = {name: self.nth(schema["properties"][name], 0) for name in schema.get("required", ())}
        yield "nothing that can be left out", required
        for place, (name, member) in enumerate(schema["properties"].items()):
            yield f"{name} alone", required | {name: self.nth(member, place + 1)}

    def wrong_bodies(self, schema: Schema, good: Any) -> Iterator[tuple[str, Any]]:
        """Bodies in which one member is wrong, with what is wrong.

        Args:
            schema: the schema of the body.
            good: a body that is right.
        """
        schema = self.resolved(schema)
        if "object" not in _types(schema):
            for what, wrong in self._wrong(schema):
                yield f"it {what}", wrong
            return
        if schema.get("additionalProperties") is False:
            yield f"{_UNKNOWN} is not documented", {**good, _UNKNOWN: 1}
        for name in schema.get("required", ()):
            yield f"{name} is missing", {key: member for key, member in good.items() if key != name}
        for name, member in schema["properties"].items():
            for what, wrong in self._wrong(member):
                yield f"{name} {what}", {**good, name: wrong}

    def scalars(self, schema: Schema) -> list[Any]:
        """The values of a schema that has no members and no items."""
        schema = self.resolved(schema)
        if "const" in schema:
            return [schema["const"]]
        if "enum" in schema:
            return list(schema["enum"])
        types = _types(schema)
        if "boolean" in types:
            return [True, False]
        if types & {"integer", "number"}:
            return _numbers(schema)
        return _texts(schema)

    def _map(self, schema: Schema, number: int) -> dict[str, Any]:
        of = schema.get("additionalProperties")
        if not isinstance(of, dict):
            return {}
        keys = _keys(schema)
        count = number % 3
        return {keys[(number + place) % len(keys)]: self.nth(of, number + place) for place in range(count)}

    def _wrong(self, schema: Schema, depth: int = 0) -> Iterator[tuple[str, Any]]:
        """Wrong values with what is wrong.

        Inside of others a null is left out, because it is only one more type. What lies deeper than
        `_DEEPEST` is left to the operations that have it nearer to the surface, as the parts of a template
        all have.
        """
        if depth > _DEEPEST:
            return
        inside = depth > 0
        schema = self.resolved(schema)
        types = _types(schema)
        yield "is of another type", {"not": "text"} if types & {"string", "array"} else "not a number"
        if "null" not in types and not inside:
            yield "is null", None
        if "enum" in schema:
            yield "is none of its values", "no-such-value"
        if "minimum" in schema:
            yield "is too small", schema["minimum"] - 1
        if "maximum" in schema:
            yield "is too large", schema["maximum"] + 1
        if "multipleOf" in schema:
            yield "is between two steps", _numbers(schema)[0] + schema["multipleOf"] / 2
        if schema.get("minLength"):
            yield "is too short", "x" * (schema["minLength"] - 1)
        if "maxLength" in schema:
            yield "is too long", "x" * (schema["maxLength"] + 1)
        if "pattern" in schema:
            yield "does not match its pattern", _unmatched(schema)
        if schema.get("minItems"):
            yield "has too few items", []
        if "array" in types:
            good = self.nth(schema["items"], 0)
            if "maxItems" in schema:
                yield "has too many items", [good] * (schema["maxItems"] + 1)
            for what, wrong in self._wrong(schema["items"], depth + 1):
                yield f"has a last item that {what}", [good, wrong]
        if isinstance(schema.get("additionalProperties"), dict):
            if "propertyNames" in schema:
                name = _unmatched(schema["propertyNames"])
                yield "has an entry of a wrong name", {name: self.rich(schema["additionalProperties"])}
            for what, wrong in self._wrong(schema["additionalProperties"], depth + 1):
                yield f"has an entry that {what}", {"a": wrong}
        for name in schema.get("required", ()):
            whole = self.nth(schema, 0)
            yield f"lacks {name}", {key: member for key, member in whole.items() if key != name}
        for name, member in schema.get("properties", {}).items():
            whole = {each: self.nth(schema["properties"][each], 0) for each in schema.get("required", ())}
            for what, wrong in self._wrong(member, depth + 1):
                yield f"has a {name} that {what}", {**whole, name: wrong}


def _types(schema: Schema) -> set[str]:
    declared = schema.get("type", "object" if "properties" in schema else "string")
    return {declared} if isinstance(declared, str) else set(declared)


def _numbers(schema: Schema) -> list[Any]:
    step = schema.get("multipleOf", 1)
    lowest, highest = schema.get("minimum", -_LARGEST), schema.get("maximum", _LARGEST)
    candidates = [lowest, highest, lowest + step, highest - step, 0, 1, -1, 2**31]
    if "number" in _types(schema):
        candidates.append((lowest + highest) / 2)
    whole = "integer" in _types(schema)
    fitting = [each for each in candidates if lowest <= each <= highest and not (whole and each % step)]
    return list(dict.fromkeys(fitting))


def _keys(schema: Schema) -> list[str]:
    """Names for the entries of a map."""
    return _texts(schema.get("propertyNames", {"pattern": "^[A-Za-z0-9-]+$"}))


def _unmatched(schema: Schema) -> str:
    """A text that is wrong because of its characters, and not of its length."""
    shortest, longest = max(schema.get("minLength", 0), 1), schema.get("maxLength", math.inf)
    return next(
        each
        for each in RARE_TEXTS
        if shortest <= len(each) <= longest and not re.search(schema["pattern"], each)
    )


def _texts(schema: Schema) -> list[str]:
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength")
    candidates = list(_BY_FORMAT.get(schema.get("format", ""), RARE_TEXTS))
    if "pattern" in schema:
        candidates += [*_NAMES, *_BY_PATTERN]
    if longest is not None:
        candidates += ["é" * longest, "😀" * longest]
    fitting = [
        each
        for each in candidates
        if shortest <= len(each)
        and (longest is None or len(each) <= longest)
        and re.search(schema.get("pattern", ""), each)
    ]
    if not fitting:
        raise LookupError(f"values.py has no text for {dict(schema)}; add one")
    return fitting
