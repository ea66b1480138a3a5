from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from hms_generated_client import codec, models
from hms_generated_client.masking import MaskedText, masked, secrets_of
from hms_generated_client.types import UNSET

HIDDEN = "hidden-value"


@pytest.mark.parametrize("value", [HIDDEN, [HIDDEN], {"a": HIDDEN}, [{"a": [HIDDEN]}]])
def test_masked_text_is_that_text_in_everything_but_its_repr(value: Any) -> None:
    made = masked(value)
    assert made == value
    assert HIDDEN not in repr(made)
    assert codec.encode(made) == codec.encode(value)
    assert pickle.loads(pickle.dumps(made)) == value  # our own bytes
    assert json.dumps(made) == json.dumps(value)


def test_masked_text_formats_as_text() -> None:
    made = masked(HIDDEN)
    assert isinstance(made, MaskedText)
    assert (str(made), f"{made}", made + "!") == (HIDDEN, HIDDEN, f"{HIDDEN}!")


@pytest.mark.parametrize("value", [None, UNSET, 7, models.CreateRoomRequest(name="a")])
def test_what_is_no_text_stays_as_it_is(value: object) -> None:
    assert masked(value) is value


def test_the_secrets_of_a_model_are_the_text_that_its_repr_leaves_out() -> None:
    template = {
        "name": "shown",
        "settings": {"recording": {"upload": {"type": "s3", "credentials": {"key": "k", "secretKey": "s"}}}},
        "destinations": {"rtmpDestinations": {"shown": {"name": "shown", "rtmpUrls": ["u", "v"]}}},
    }
    request = codec.from_wire(models.CreateTemplateRequest, template).value
    assert sorted(secrets_of([request, {"a": request}, "shown"])) == sorted(["k", "s", "u", "v"] * 2)


def test_secrets_are_found_where_they_are_kept_as_they_came() -> None:
    odd = {"webhook": {"headers": ["a", {"b": "c"}]}}
    assert list(secrets_of(codec.from_wire(models.CreateRoomRequest, odd).value)) == ["a", "c"]
