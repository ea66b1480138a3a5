from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.bundle import Bundle
from generator.check import check
from generator.errors import DocumentError, Location, Mistake

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.generator.conftest import Sources


def mistake_of(sources: Sources) -> Mistake:
    with pytest.raises(DocumentError) as caught:
        check(sources.bundle())
    (mistake,) = caught.value.mistakes
    return mistake


def test_the_small_document_is_right(sources: Sources) -> None:
    check(sources.bundle())


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (lambda root: root["info"].pop("title"), "info:"),
        (lambda root: root["paths"].update(things={}), "paths:"),
        (lambda root: root.update(surprise=1), "openapi: 3.1.0"),
        (
            lambda root: root["components"]["securitySchemes"]["managementToken"].pop("type"),
            "managementToken:",
        ),
    ],
)
def test_what_is_not_openapi_is_refused_with_its_place(sources: Sources, change: Any, at: str) -> None:
    change(sources.files["openapi.yaml"])
    with pytest.raises(DocumentError) as caught:
        check(sources.bundle())
    mistakes = caught.value.mistakes
    assert all(mistake.message.startswith("not valid OpenAPI 3.1: ") for mistake in mistakes)
    assert sources.place("openapi.yaml", at) in {str(mistake.location) for mistake in mistakes}


def test_house_rules_are_not_asked_about_a_document_that_is_not_valid(sources: Sources) -> None:
    del sources.files["openapi.yaml"]["info"]["title"]
    del sources.operation("getThing")["summary"]
    assert mistake_of(sources).message.startswith("not valid OpenAPI 3.1: ")


def test_a_broken_house_rule_is_told_with_its_place(sources: Sources) -> None:
    del sources.operation("getThing")["summary"]
    mistake = mistake_of(sources)
    assert mistake.message == "GET /things/{thing_id} has no summary"
    assert mistake.hint == "add `summary`"
    assert str(mistake.location) == sources.place("things/paths/thing.yaml", "get:")


def test_all_broken_house_rules_are_told_at_once(sources: Sources) -> None:
    del sources.operation("getThing")["summary"]
    del sources.operation("listThings")["x-method"]
    with pytest.raises(DocumentError) as caught:
        check(sources.bundle())
    assert len(caught.value.mistakes) == 2


def test_the_example_of_a_body_is_true(sources: Sources) -> None:
    content = sources.operation("createThing")["requestBody"]["content"]["application/json"]
    content["examples"]["shown"]["value"] = {"name": 5}
    mistake = mistake_of(sources)
    assert mistake.message == 'the example breaks its schema at $.name: 5 is not of type "string"'
    assert mistake.location is not None
    # The line of the example's name, two above: between them stands `value:`.
    assert mistake.location.line == sources.line("things/paths/things.yaml", "name: 5") - 2


def test_the_path_within_an_example_has_indexes(sources: Sources) -> None:
    content = sources.operation("listThings")["responses"]["200"]["content"]["application/json"]
    content["examples"]["shown"]["value"]["data"] = [{"id": "1", "name": "a"}, {"id": "2", "name": None}]
    assert "at $.data[1].name: null is not of type" in mistake_of(sources).message


def test_every_example_of_a_body_is_looked_at(sources: Sources) -> None:
    content = sources.operation("getThing")["responses"]["200"]["content"]["application/json"]
    content["examples"]["wrong"] = {"value": {"id": "t1"}}
    assert mistake_of(sources).message == 'the example breaks its schema at $: "name" is a required property'


def test_an_example_file_is_followed(sources: Sources) -> None:
    sources.files["things/examples/nameless.yaml"] = {"value": {"id": "t1"}}
    content = sources.operation("getThing")["responses"]["200"]["content"]["application/json"]
    content["examples"]["wrong"] = {"$ref": "../examples/nameless.yaml"}
    assert '"name" is a required property' in mistake_of(sources).message


def test_the_example_of_a_shared_response_is_true(sources: Sources) -> None:
    content = sources.files["shared/responses/NotFound.yaml"]["content"]["application/json"]
    content["examples"]["shown"]["value"] = {"message": 404}
    mistake = mistake_of(sources)
    assert mistake.location is not None
    assert mistake.location.file.name == "NotFound.yaml"


def test_the_example_of_a_parameter_is_true(sources: Sources) -> None:
    sources.operation("listThings")["parameters"][1]["example"] = 1000
    mistake = mistake_of(sources)
    assert mistake.message == "the example breaks its schema at $: 1000 is greater than the maximum of 100"
    assert str(mistake.location) == sources.place("things/paths/things.yaml", "example: 1000")


def test_the_example_of_a_shared_parameter_is_true(sources: Sources) -> None:
    sources.files["things/parameters/ThingId.yaml"]["example"] = 7
    assert str(mistake_of(sources).location) == sources.place("things/parameters/ThingId.yaml", "example: 7")


def test_the_example_of_a_parameter_of_a_path_is_true(sources: Sources) -> None:
    parameter = sources.files.pop("things/parameters/ThingId.yaml")
    del sources.operation("getThing")["parameters"]
    sources.files["things/paths/thing.yaml"]["parameters"] = [{**parameter, "example": 7}]
    assert str(mistake_of(sources).location) == sources.place("things/paths/thing.yaml", "example: 7")


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ({"type": "integer", "examples": [1, "x"]}, '"x" is not of type "integer"'),
        ({"type": "integer", "default": "x"}, '"x" is not of type "integer"'),
        ({"type": "string", "maxLength": 2, "default": "long"}, '"long" is longer than 2 characters'),
        ({"type": "string", "format": "date-time", "examples": ["yesterday"]}, "date-time"),
        ({"type": "string", "format": "uri", "examples": ["no uri"]}, "uri"),
        ({"type": "string", "format": "uuid", "examples": ["12"]}, "uuid"),
        (
            {"type": "array", "items": {"type": "string"}, "examples": [["a"], [1]]},
            "at $[0]: 1 is not of type",
        ),
    ],
)
def test_the_examples_and_the_default_of_a_member_are_true(
    sources: Sources, schema: dict[str, Any], message: str
) -> None:
    sources.members("Thing")["extra"] = {"description": "More.", **schema}
    mistake = mistake_of(sources)
    assert message in mistake.message
    assert mistake.location is not None
    assert mistake.location.file.name == "Thing.yaml"


def test_a_member_with_a_true_example_and_default_is_right(sources: Sources) -> None:
    sources.members("Thing")["at"] = {
        "type": "string",
        "format": "date-time",
        "description": "When.",
        "examples": ["2022-09-09T11:41:08.082549451Z"],
        "default": "0001-01-01T00:00:00Z",
    }
    check(sources.bundle())


def test_a_message_is_short_even_when_the_document_is_not(tmp_path: Path) -> None:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "x", "version": "1", "license": {"name": 1, "text": "y" * 5000}},
        "paths": {},
    }
    with pytest.raises(DocumentError) as caught:
        check(Bundle(document, {(): Location(tmp_path, 1)}))
    assert all(len(mistake.message) < 600 for mistake in caught.value.mistakes)
