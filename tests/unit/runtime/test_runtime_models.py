"""Laws that hold for every model of the document."""

from __future__ import annotations

import copy
import datetime
import functools
import importlib.resources
import json
import pickle
import types
import typing
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hms_generated_client import codec, models
from hms_generated_client.model import Model
from hms_generated_client.types import UNSET, OpenEnum, Unset

LAW = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=8,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

MODELS: list[Any] = [
    exported
    for name in models.__all__
    if isinstance(exported := getattr(models, name), type) and issubclass(exported, Model)
]
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)

# The server sends whole milliseconds and microseconds; nanoseconds have tests of their own.
TIMES = st.datetimes(min_value=datetime.datetime(1, 1, 2), timezones=st.just(datetime.UTC))  # noqa: DTZ001
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=6)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)


@functools.cache
def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of a type."""
    if isinstance(annotation, type):
        if attrs.has(annotation):
            return instances(annotation)
        if issubclass(annotation, OpenEnum):
            return st.sampled_from(list(annotation)) | TEXTS.map(annotation)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXTS,
        int: st.integers(-(2**70), 2**70),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        types.NoneType: st.none(),
        Unset: st.just(UNSET),
        datetime.datetime: TIMES,
        Any: ANYTHING,
    }
    if annotation in simple:
        return simple[annotation]
    arguments = typing.get_args(annotation)
    origin = typing.get_origin(annotation)
    if origin is list:
        return st.lists(values(arguments[0]), max_size=2)
    if origin is dict:
        return st.dictionaries(TEXTS, values(arguments[1]), max_size=2)
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([values(argument) for argument in arguments])
    raise TypeError(f"no strategy for {annotation}")


@functools.cache
def instances(model: type) -> st.SearchStrategy[Any]:
    """Instances of a model."""
    hints = typing.get_type_hints(model)
    return st.builds(model, **{field.name: values(hints[field.name]) for field in attrs.fields(model)})


def test_there_are_models() -> None:
    assert len(MODELS) > 50


@every_model
@LAW
@given(data=st.data())
def test_a_model_is_the_same_after_a_round_trip(model: Any, data: st.DataObject) -> None:
    made = data.draw(instances(model))
    wire = made.to_dict()
    assert model.from_dict(wire) == made
    assert json.loads(codec.encode(made)) == json.loads(json.dumps(wire))


@every_model
@LAW
@given(data=st.data())
def test_both_ways_of_decoding_agree(model: Any, data: st.DataObject) -> None:
    made = data.draw(instances(model))
    body = codec.encode(made)
    quick = codec.decode(model, body)
    assert quick == codec.from_wire(model, json.loads(body))
    assert quick == codec.Decoded(made)
    assert type(quick.value) is model
    strict = codec.decode(model, body, strict=True)
    assert strict.value == made
    # Of what a model can hold, enum values of tomorrow are the only thing that is not documented.
    assert all(problem.message.startswith("Not one of the documented values") for problem in strict.problems)


@every_model
@LAW
@given(data=st.data())
def test_no_body_that_is_json_is_refused(model: Any, data: st.DataObject) -> None:
    members = data.draw(instances(model)).to_dict()
    for name in data.draw(st.lists(st.sampled_from(sorted(members) or ["none"]), max_size=3)):
        members[name] = data.draw(ANYTHING)
    for name in data.draw(st.lists(st.sampled_from(sorted(members) or ["none"]), max_size=2)):
        members.pop(name, None)
    members["a member of tomorrow"] = data.draw(ANYTHING)
    tolerant = codec.from_wire(model, json.loads(json.dumps(members)))
    decoded = codec.decode(model, json.dumps(members).encode())
    assert decoded == tolerant
    assert type(decoded.value) is model
    strict = codec.decode(model, json.dumps(members).encode(), strict=True)
    assert {*decoded.problems} < {*strict.problems}
    assert '$["a member of tomorrow"]' in {problem.path for problem in strict.problems}
    # What was kept as it came copies as it is, and is sent as it came.
    kept = decoded.value
    for copied in (
        copy.deepcopy(kept),
        pickle.loads(pickle.dumps(kept)),
        attrs.evolve(kept),
    ):  # our own bytes
        assert copied == kept
    assert codec.decode(model, codec.encode(kept)) == decoded


@every_model
@LAW
@given(data=st.data())
def test_a_model_survives_being_copied_and_equals_its_like_alone(model: Any, data: st.DataObject) -> None:
    made = data.draw(instances(model))
    for copied in (
        copy.copy(made),
        copy.deepcopy(made),
        pickle.loads(pickle.dumps(made)),  # what this test has pickled itself
        attrs.evolve(made),
    ):
        assert copied == made
        assert copied is not made
        assert type(copied) is model
        assert codec.encode(copied) == codec.encode(made)
    for field in attrs.fields(model):
        # No member of any model can be a tuple, so this one differs from what it was.
        changed = attrs.evolve(made, **{field.name: ("another", "value")})
        assert changed != made
        assert attrs.evolve(changed, **{field.name: getattr(made, field.name)}) == made


def _is_secret(document: dict[str, Any], schema: dict[str, Any]) -> bool:
    """Whether a password stands anywhere in a member that is no model of its own."""
    if "$ref" in schema:
        target = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return "properties" not in target and _is_secret(document, target)
    inner = [
        *schema.get("allOf", ()),
        *schema.get("oneOf", ()),
        schema.get("items"),
        schema.get("additionalProperties"),
    ]
    return schema.get("format") == "password" or any(
        _is_secret(document, one) for one in inner if isinstance(one, dict)
    )


def _secrets() -> list[tuple[Any, str]]:
    """Every attribute whose schema says that it is a password."""
    text = importlib.resources.files("hms_generated_client").joinpath("openapi.json").read_text("utf-8")
    document = json.loads(text)
    found = []
    for model in MODELS:
        properties = document["components"]["schemas"][model.__name__]["properties"]
        wire_names = {
            model.__wire_names__.get(field.name, field.name): field.name for field in attrs.fields(model)
        }
        found += [
            (model, wire_names[wire]) for wire, schema in properties.items() if _is_secret(document, schema)
        ]
    return found


SECRETS = _secrets()


def test_there_are_secrets() -> None:
    names = {(model.__name__, name) for model, name in SECRETS}
    assert {
        ("UploadCredentials", "key"),
        ("UploadCredentials", "secret"),
        ("RoomWebhook", "headers"),
    } <= names


@pytest.mark.parametrize(("model", "name"), SECRETS, ids=lambda value: getattr(value, "__name__", value))
def test_a_secret_is_not_in_the_repr(model: Any, name: str) -> None:
    shown: Any = object.__new__(model)
    for field in attrs.fields(model):
        setattr(shown, field.name, "plain")
    setattr(shown, name, {"k": ["hidden"]})
    assert "hidden" not in repr(shown)
    assert repr(shown).startswith(f"{model.__name__}(")


def test_a_secret_is_not_in_the_repr_of_what_holds_it() -> None:
    request = models.CreateRoomRequest.from_dict(
        {
            "recording_info": {
                "enabled": True,
                "upload_info": {
                    "type": "s3",
                    "location": "bucket",
                    "credentials": {"key": "hidden", "secret": "hidden"},
                },
            },
            "webhook": {"url": "https://example.com", "headers": {"x-secret": "hidden"}},
        }
    )
    assert "hidden" not in repr(request)
    assert "bucket" in repr(request)
    assert json.dumps(request.to_dict()).count("hidden") == 3


def test_a_model_takes_no_attribute_that_it_does_not_have() -> None:
    request = models.CreateRoomRequest()
    with pytest.raises(AttributeError):
        request.nmae = "a"  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        models.CreateRoomRequest("a")  # type: ignore[call-arg]


def test_models_of_different_classes_are_not_equal() -> None:
    create: Model = models.CreateRoomRequest()
    assert create != models.UpdateRoomRequest()
    assert create == models.CreateRoomRequest()
