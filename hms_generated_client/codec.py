"""JSON to models and back.

Decoding has two paths. The first lets msgspec parse and check every type on the way, and makes the
models of the result; it is the one that answers as documented take. When it refuses a body, the second
walks the parsed JSON by hand, keeps every value that it cannot place as it came, and says where and
why. A slip of the document therefore costs time, never data.

Members that the document does not know, and values that an enum does not have, are no problems: servers
learn new ones before clients do. Only a strict decoding looks for them, by the second path in addition to
the first, so that the others do not pay for it.
"""

from __future__ import annotations

import datetime
import enum
import functools
import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import attrs
import msgspec

from .types import OpenEnum

T = TypeVar("T")


@attrs.frozen
class Problem:
    """One place of a body that is not as documented."""

    path: str
    """The JSON path, for example `$.data[3].created_at`."""
    message: str
    """What was expected and what was found; never the value itself."""


@attrs.frozen
class Decoded(Generic[T]):
    """A decoded body. With problems, the attributes they name hold the JSON value as it came, or UNSET."""

    value: T
    problems: tuple[Problem, ...] = ()


class NotJSONError(ValueError):
    """The body is not a JSON text: cut short, empty, or something else altogether."""


class InvalidDataError(ValueError):
    """Data that was to become a model is not as documented."""

    def __init__(self, model: str, problems: Sequence[Problem]) -> None:
        super().__init__(model, tuple(problems))
        self.model = model
        self.problems = tuple(problems)

    def __str__(self) -> str:
        listed = "; ".join(f"{problem.path}: {problem.message}" for problem in self.problems)
        return f"the data is no valid {self.model}: {listed}"


class EncodeError(ValueError):
    """A value has no JSON form."""


def decode(target: type[T], body: bytes, *, strict: bool = False) -> Decoded[T]:
    """Decode a response body.

    Args:
        target: The type to decode to: a model, or NoneType for an operation that answers without a body.
        body: The bytes as they came.
        strict: Whether members and enum values that are not documented are problems too.

    Returns:
        The value and all places where the body is not as documented.

    Raises:
        NotJSONError: The body is no JSON text.
    """
    if target is types.NoneType:
        return Decoded(typing.cast("T", None))
    decoder, make = _decoder(typing.cast("Any", target))
    try:
        decoded = Decoded(make(decoder.decode(body)))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return from_wire(target, _parse(body), strict=strict)
    if strict:
        return Decoded(decoded.value, from_wire(target, _parse(body), strict=True).problems)
    return decoded


def from_wire(target: type[T], data: object, *, strict: bool = False) -> Decoded[T]:
    """Build a value of the target type from parsed JSON, keeping what does not fit.

    Args:
        target: The type to build.
        data: The parsed JSON.
        strict: Whether members and enum values that are not documented are problems too.

    Returns:
        The value and all places where the data is not as documented.
    """
    problems = _Problems(strict=strict)
    value = _place(target, data, "$", problems)
    return Decoded(value, tuple(problems))


def encode(value: object) -> bytes:
    """Encode a request body as JSON.

    Raises:
        EncodeError: A value has no JSON form.
    """
    try:
        return json.dumps(to_wire(value), allow_nan=False, separators=(",", ":")).encode("ascii")
    except (TypeError, ValueError, RecursionError) as error:
        raise EncodeError(f"the request body has no JSON form: {error}") from error


def to_wire(value: object) -> Any:
    """The JSON form of a value: models become dicts with the names of the API, UNSET members are left out.

    Raises:
        EncodeError: A timestamp has no time zone.
    """
    if isinstance(value, str):
        return str(value.value) if isinstance(value, enum.Enum) else value
    if value is None or isinstance(value, (bool, int, float)):
        return value
    model: Any = type(value)
    if attrs.has(model):
        return {
            wire: to_wire(member)
            for name, wire in _members(model)
            if (member := getattr(value, name)) is not msgspec.UNSET
        }
    if isinstance(value, Mapping):
        return {key: to_wire(member) for key, member in typing.cast("Mapping[str, object]", value).items()}
    if isinstance(value, (list, tuple)):
        return [to_wire(item) for item in typing.cast("Sequence[object]", value)]
    if isinstance(value, datetime.datetime):
        return format_timestamp(value)
    return value


def format_timestamp(value: datetime.datetime) -> str:
    """The timestamp in UTC as the API writes it, for example `2022-09-09T11:41:08.082Z`.

    Raises:
        EncodeError: The timestamp has no time zone, so nobody can tell which instant is meant, or it is
            outside the years 1 to 9999 in UTC.
    """
    if value.utcoffset() is None:
        raise EncodeError(
            f"the timestamp {value.isoformat()} has no time zone; use for example datetime.now(timezone.utc)"
        )
    precision = "microseconds" if value.microsecond % 1000 else "milliseconds"
    try:
        in_utc = value.astimezone(datetime.UTC).replace(tzinfo=None)
    except OverflowError as error:
        raise EncodeError(
            f"the timestamp {value.isoformat()} is outside the years 1 to 9999 in UTC"
        ) from error
    return f"{in_utc.isoformat(timespec=precision)}Z"


def _parse(body: bytes) -> object:
    # The standard library also reads what msgspec refuses and other servers send: NaN, lone surrogates,
    # integers beyond 64 bits.
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotJSONError(_describe_invalid_json(body, error)) from error


def _describe_invalid_json(body: bytes, error: Exception) -> str:
    if not body.strip():
        return "the body is empty"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at byte {error.pos} of {len(body)}"
    return f"{type(error).__name__} while parsing a body of {len(body)} bytes"


@functools.cache
def _members(model: type) -> tuple[tuple[str, str], ...]:
    """The attributes of a model with the JSON member of each."""
    wire_names: Mapping[str, str] = getattr(model, "__wire_names__", {})
    return tuple((field.name, wire_names.get(field.name, field.name)) for field in attrs.fields(model))


def prepare(target: Any) -> None:
    """Build the decoder of a type now; the first `decode` would otherwise do it.

    Raises:
        TypeError: The type cannot be decoded to.
    """
    if target is not types.NoneType:
        _decoder(target)


# --- the fast path -----------------------------------------------------------------------------------
#
# msgspec can decode into attrs classes itself, but matches members by attribute name alone and looks
# every absent one up by a failing getattr. Its own Struct type knows renamed members and defaults, so
# each model has a Struct twin: decoding into twins and making the models of them takes less time.

# A timestamp without a time zone names no instant and cannot be compared with one that has it.
_TIMESTAMP = typing.Annotated[datetime.datetime, msgspec.Meta(tz=True)]

_Make = Callable[[Any], Any]


@functools.cache
def _decoder(target: Any) -> tuple[msgspec.json.Decoder[Any], _Make]:
    """The decoder into the twins of a type, and what makes the type of them."""
    return msgspec.json.Decoder(_twin(target)), _maker(target) or _as_it_is


@functools.cache
def _twin(annotation: Any) -> Any:
    """The annotation with a Struct in the place of every model."""
    if annotation is datetime.datetime:
        return _TIMESTAMP
    if isinstance(annotation, type) and attrs.has(annotation):
        return _struct(annotation)
    arguments = typing.get_args(annotation)
    origin = typing.get_origin(annotation)
    if not arguments or origin is typing.Literal:
        return annotation
    if origin in (types.UnionType, typing.Union):
        kinds = _kinds(arguments)
        return _union([_struct(kinds[arm]) if arm in kinds else _twin(arm) for arm in arguments])
    return typing.cast("Any", origin)[tuple(_twin(argument) for argument in arguments)]


@attrs.frozen
class _Kind:
    """A model as one kind of a union, and the member whose value tells it from the others."""

    model: type
    name: str
    wire: str
    value: str


@functools.cache
def _kinds(arms: tuple[Any, ...]) -> dict[Any, _Kind]:
    """The models of a union that has several, by the member that is a different constant in each.

    Raises:
        TypeError: There is no such member, so nothing tells the models apart.
    """
    models = [arm for arm in arms if attrs.has(arm)]
    if len(models) < 2:
        return {}
    for name, wire in _members(models[0]):
        values = [typing.get_args(hint) for hint in (_hints(model).get(name) for model in models)]
        constants = {value[0] for value in values if len(value) == 1 and isinstance(value[0], str)}
        if len(constants) == len(models):
            return {
                model: _Kind(model, name, wire, value[0]) for model, value in zip(models, values, strict=True)
            }
    named = ", ".join(model.__name__ for model in models)
    raise TypeError(f"no member is a different constant in each of {named}")


@functools.cache
def _struct(what: type | _Kind) -> type[msgspec.Struct]:
    """The Struct for a model; for a kind of a union without the member that msgspec reads to choose it."""
    model, kind = (what.model, what) if isinstance(what, _Kind) else (what, None)
    hints = _hints(model)
    return msgspec.defstruct(
        model.__name__,
        [
            (
                field.name,
                _twin(hints[field.name]),
                *(() if field.default is attrs.NOTHING else (field.default,)),
            )
            for field in attrs.fields(model)
            if kind is None or field.name != kind.name
        ],
        rename=dict(_members(model)),
        tag_field=kind.wire if kind else None,
        tag=kind.value if kind else None,
        kw_only=True,
        gc=False,
    )


@functools.cache
def _maker(annotation: Any) -> _Make | None:
    """What makes a value of the annotation from its twin; None where they are the same."""
    if isinstance(annotation, type) and attrs.has(annotation):
        return _model_maker(annotation, None)
    origin = typing.get_origin(annotation)
    if origin in (types.UnionType, typing.Union):
        return _union_maker(typing.get_args(annotation))
    make = _maker(typing.get_args(annotation)[-1]) if origin in (list, dict) else None
    if make is None:
        return None
    if origin is list:
        return lambda items: [make(item) for item in items]
    return lambda members: {key: make(member) for key, member in members.items()}


def _model_maker(model: type, kind: _Kind | None) -> _Make:
    """A function that copies the members of a twin into a model, written out once for the model.

    As attrs does for `__init__`: a loop over the members takes three times as long, and most of the
    time of decoding is spent here.
    """
    hints = _hints(model)
    scope: dict[str, Any] = {"model": model, "new": object.__new__}
    lines = ["def make_model(twin):", "    made = new(model)"]
    for name, _ in _members(model):
        make = _maker(hints[name])
        if kind is not None and name == kind.name:
            lines.append(f"    made.{name} = {kind.value!r}")
        elif make is None:
            lines.append(f"    made.{name} = twin.{name}")
        else:
            scope[f"make_{name}"] = make
            lines.append(f"    made.{name} = make_{name}(twin.{name})")
    exec("\n".join([*lines, "    return made"]), scope)  # noqa: S102  # of attribute names alone
    return typing.cast("_Make", scope["make_model"])


def _union_maker(arms: tuple[Any, ...]) -> _Make | None:
    # msgspec decodes at most one arm of each kind, so the type of the twin tells the arm.
    makers: dict[Any, _Make] = {}
    kinds = _kinds(arms)
    for arm in arms:
        if arm in kinds:
            makers[_struct(kinds[arm])] = _model_maker(arm, kinds[arm])
        elif (make := _maker(arm)) is not None:
            makers[typing.get_origin(arm) or _twin(arm)] = make
    if not makers:
        return None

    def make_arm(value: Any) -> Any:
        make = makers.get(type(value))
        return value if make is None else make(value)

    return make_arm


def _as_it_is(value: Any) -> Any:
    return value


def _union(arms: Sequence[Any]) -> Any:
    union: Any = arms[0]
    for arm in arms[1:]:
        union = union | arm
    return union


@functools.cache
def _hints(model: type) -> dict[str, Any]:
    return typing.get_type_hints(model)


# --- the tolerant path -------------------------------------------------------------------------------


class _Problems(list[Problem]):
    """The problems found so far, and whether to look for what a tolerant decoding takes in silence."""

    def __init__(self, *, strict: bool) -> None:
        super().__init__()
        self.strict = strict


def _place(annotation: Any, value: object, path: str, problems: _Problems) -> Any:
    """The value as the annotation wants it; where it does not fit, as it came, and a problem noted."""
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        arms = typing.get_args(annotation)
        kinds = _kinds(arms)
        if kinds and isinstance(value, Mapping):
            return _place_kind(kinds, typing.cast("Mapping[str, object]", value), path, problems)
        annotation = _arm_for(value, arms)
    if annotation is Any:
        return value
    if isinstance(annotation, type) and attrs.has(annotation):
        return _place_model(annotation, value, path, problems)
    origin = typing.get_origin(annotation)
    if origin is list and isinstance(value, (list, tuple)):
        (item,) = typing.get_args(annotation)
        items = typing.cast("Sequence[object]", value)
        return [_place(item, one, f"{path}[{index}]", problems) for index, one in enumerate(items)]
    if origin is dict and isinstance(value, dict):
        _, item = typing.get_args(annotation)
        members = typing.cast("dict[str, object]", value)
        return {key: _place(item, one, _child(path, key), problems) for key, one in members.items()}
    try:
        placed = msgspec.convert(value, _twin(annotation))
    except msgspec.ValidationError as error:
        problems.append(Problem(path, str(error)))
    except UnicodeEncodeError:
        # A lone surrogate where msgspec looks into the text: an enum or a timestamp.
        problems.append(Problem(path, "Text with a lone surrogate"))
    else:
        if problems.strict and isinstance(placed, OpenEnum) and not placed.is_known:
            problems.append(Problem(path, f"Not one of the documented values of `{type(placed).__name__}`"))
        return placed
    return value


def _arm_for(value: object, arms: tuple[Any, ...]) -> Any:
    """The arm of a union that a JSON value is meant for, judged by its JSON type alone."""
    present = [arm for arm in arms if arm is not msgspec.UnsetType]
    if isinstance(value, dict):
        containers = [arm for arm in present if typing.get_origin(arm) is dict or attrs.has(arm)]
    elif isinstance(value, list):
        containers = [arm for arm in present if typing.get_origin(arm) is list]
    else:
        containers = [arm for arm in present if not attrs.has(arm) and typing.get_origin(arm) is None]
        if containers == [types.NoneType] and value is not None:
            containers = present  # so that the message names what was expected besides null
    return _union(containers or present)


def _place_model(model: type, value: object, path: str, problems: _Problems) -> Any:
    if not isinstance(value, Mapping):
        problems.append(Problem(path, f"Expected `object`, got `{_json_type(value)}`"))
        return value
    members = typing.cast("Mapping[str, object]", value)
    hints = _hints(model)
    arguments: dict[str, Any] = {}
    for field, (name, wire) in zip(attrs.fields(model), _members(model), strict=True):
        if wire in members:
            arguments[name] = _place(hints[name], members[wire], _child(path, wire), problems)
        elif field.default is attrs.NOTHING:
            problems.append(Problem(_child(path, wire), "Required member is missing"))
            arguments[name] = msgspec.UNSET
    if problems.strict:
        documented = {wire for _, wire in _members(model)}
        problems.extend(
            Problem(_child(path, name), f"`{model.__name__}` has no such member; got `{_json_type(member)}`")
            for name, member in members.items()
            if name not in documented
        )
    return model(**arguments)


def _place_kind(
    kinds: Mapping[Any, _Kind], members: Mapping[str, object], path: str, problems: _Problems
) -> Any:
    for model, kind in kinds.items():
        if members.get(kind.wire) == kind.value:
            return _place_model(model, members, path, problems)
    wire = next(iter(kinds.values())).wire
    problems.append(Problem(_child(path, wire), "Not one of the documented kinds"))
    return members


def _child(path: str, member: str) -> str:
    return f"{path}.{member}" if member.isidentifier() else f"{path}[{json.dumps(member)}]"


def _json_type(value: object) -> str:
    names: dict[type, str] = {dict: "object", list: "array", str: "str", bool: "bool", types.NoneType: "null"}
    return names.get(type(value), type(value).__name__)
