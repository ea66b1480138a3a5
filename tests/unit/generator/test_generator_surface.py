from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.errors import DocumentError

if TYPE_CHECKING:
    from generator.surface import OperationSurface, Value
    from tests.unit.generator.conftest import Sources

COLOR = {"$ref": "./Color.yaml"}
TEXT = {"type": "string"}
SECRET = {"type": "string", "format": "password"}
NULL = {"type": "null"}


def value(sources: Sources, schema: dict[str, Any], name: str = "extra") -> Value:
    """What becomes of one more member of the schema Thing."""
    sources.members("Thing")[name] = {"description": "More.", **schema}
    (thing,) = (model for model in sources.surface().models if model.name == "Thing")
    (found,) = (one for one in thing.values if one.wire == name)
    return found


def operation(sources: Sources, identifier: str) -> OperationSurface:
    (found,) = (one for one in sources.surface().operations if one.id == identifier)
    return found


def mistake(sources: Sources) -> str:
    with pytest.raises(DocumentError) as caught:
        sources.surface()
    return "\n".join(f"{one.message} ({one.hint})" for one in caught.value.mistakes)


@pytest.mark.parametrize(
    ("schema", "annotation", "classes"),
    [
        (TEXT, "str", set()),
        ({"type": "integer"}, "int", set()),
        ({"type": "number"}, "float", set()),
        ({"type": "boolean"}, "bool", set()),
        ({"type": "string", "format": "date-time"}, "datetime.datetime", set()),
        ({"type": "string", "format": "date"}, "str", set()),
        ({"type": "string", "format": "uri"}, "str", set()),
        ({"type": "string", "const": "x"}, "Literal['x']", set()),
        ({"type": ["string", "null"]}, "str | None", set()),
        ({"oneOf": [NULL, TEXT]}, "str | None", set()),
        ({"oneOf": [TEXT, {"type": "integer"}]}, "str | int", set()),
        ({"allOf": [COLOR]}, "Color", {"Color"}),
        ({"oneOf": [COLOR, NULL]}, "Color | None", {"Color"}),
        ({"type": "array", "items": TEXT}, "list[str]", set()),
        ({"type": "array", "items": True}, "list[Any]", set()),
        ({"type": "array", "items": COLOR}, "list[Color]", {"Color"}),
        ({"type": ["array", "null"], "items": COLOR}, "list[Color] | None", {"Color"}),
        ({"type": "array", "items": {"type": ["integer", "null"]}}, "list[int | None]", set()),
        ({"type": "array", "items": {"type": "array", "items": COLOR}}, "list[list[Color]]", {"Color"}),
        ({"type": "object"}, "dict[str, Any]", set()),
        ({"type": "object", "additionalProperties": True}, "dict[str, Any]", set()),
        ({"type": "object", "additionalProperties": TEXT}, "dict[str, str]", set()),
        ({"type": "object", "additionalProperties": COLOR}, "dict[str, Color]", {"Color"}),
        ({"type": ["object", "null"], "additionalProperties": COLOR}, "dict[str, Color] | None", {"Color"}),
        (
            {"type": "object", "additionalProperties": {"type": "array", "items": COLOR}},
            "dict[str, list[Color]]",
            {"Color"},
        ),
    ],
)
def test_annotations(sources: Sources, schema: dict[str, Any], annotation: str, classes: set[str]) -> None:
    found = value(sources, schema)
    assert found.annotation == annotation
    assert found.classes == classes
    assert found.declared == f"{annotation} | Unset"


def test_a_map_that_has_a_file_of_its_own_needs_no_class(sources: Sources) -> None:
    sources.files["things/schemas/Labels.yaml"] = {
        "type": "object",
        "description": "Labels.",
        "additionalProperties": {"type": "string"},
    }
    found = value(sources, {"allOf": [{"$ref": "./Labels.yaml"}]})
    assert found.annotation == "dict[str, str]"
    assert "Labels" not in sources.surface().modules


@pytest.mark.parametrize(
    ("schema", "secret"),
    [
        (TEXT, False),
        (SECRET, True),
        ({"type": ["string", "null"], "format": "password"}, True),
        ({"type": "array", "items": SECRET}, True),
        ({"type": "object", "additionalProperties": SECRET}, True),
        ({"type": ["object", "null"], "additionalProperties": SECRET}, True),
        ({"oneOf": [SECRET, NULL]}, True),
        ({"type": "object", "additionalProperties": TEXT}, False),
        ({"type": "object", "additionalProperties": True}, False),
    ],
)
def test_secrets(sources: Sources, schema: dict[str, Any], secret: bool) -> None:
    assert value(sources, schema).secret is secret


def test_a_secret_in_a_file_of_its_own(sources: Sources) -> None:
    sources.files["things/schemas/Password.yaml"] = {**SECRET, "description": "A password."}
    assert value(sources, {"allOf": [{"$ref": "./Password.yaml"}]}).secret


def test_a_required_value_cannot_be_left_out(sources: Sources) -> None:
    sources.files["things/schemas/Thing.yaml"]["required"].append("extra")
    found = value(sources, TEXT)
    assert found.required
    assert found.declared == "str"


def test_a_member_with_another_name_in_python(sources: Sources) -> None:
    assert value(sources, TEXT, "shadowColor").name == "shadow_color"
    (thing,) = (model for model in sources.surface().models if model.name == "Thing")
    assert thing.renamed == {"shadow_color": "shadowColor"}


def test_a_member_takes_its_description_from_what_it_references(sources: Sources) -> None:
    (thing,) = (model for model in sources.surface().models if model.name == "Thing")
    assert [one.description for one in thing.values] == [
        "Identifies the thing.",
        "What it is called.",
        "A color.",
    ]


def test_the_members_keep_the_order_of_the_document(sources: Sources) -> None:
    sources.files["things/schemas/Thing.yaml"]["required"] = ["name"]
    (thing,) = (model for model in sources.surface().models if model.name == "Thing")
    assert [one.name for one in thing.values] == ["id", "name", "color"]


def test_enums(sources: Sources) -> None:
    sources.files["things/schemas/Color.yaml"]["enum"] = ["red", "light-green", "", "1st"]
    (color,) = sources.surface().enums
    assert color.name == "Color"
    assert color.module == "color"
    assert color.description == "A color."
    assert list(color.members.values()) == ["red", "light-green", "", "1st"]
    assert all(name.isidentifier() for name in color.members)


def test_an_enum_without_a_file_is_refused(sources: Sources) -> None:
    sources.members("Thing")["size"] = {"type": "string", "description": "Size.", "enum": ["s", "m"]}
    text = mistake(sources)
    assert "the enum that would become the class ThingSize has no file of its own" in text
    assert "move it to schemas/" in text


def test_an_enum_of_numbers_is_refused_by_its_name(sources: Sources) -> None:
    sources.files["things/schemas/Color.yaml"].update(type="integer", enum=[1, 2])
    assert "the enum Color is not of strings (use a bounded integer instead)" in mistake(sources)


def test_an_operation(sources: Sources) -> None:
    found = operation(sources, "getThing")
    assert (found.module, found.tag, found.resource, found.resource_method) == (
        "get_thing",
        "things",
        "things",
        "get",
    )
    assert (found.http_method, found.document_path) == ("GET", "/things/{thing_id}")
    assert found.summary == "The summary of getThing"
    assert found.documentation.startswith("https://www.100ms.live/docs/")
    assert found.security == "managementToken"
    assert found.response == "Thing"
    assert found.returns == "The thing."
    assert found.body is None
    assert found.pagination is None
    assert [one.name for one in found.path_values] == ["thing_id"]
    assert found.raises == (
        ("hms.AuthenticationError", "The call failed: Unauthorized."),
        ("hms.PermissionDeniedError", "The call failed: Forbidden."),
        ("hms.NotFoundError", "The call failed: NotFound."),
    )


def test_idempotency(sources: Sources) -> None:
    assert operation(sources, "getThing").idempotent
    assert not operation(sources, "createThing").idempotent
    sources.operation("createThing")["x-idempotent"] = True
    assert operation(sources, "createThing").idempotent


def test_the_members_of_a_body_are_arguments(sources: Sources) -> None:
    found = operation(sources, "createThing")
    assert found.body is not None
    assert found.body.annotation == "CreateThingRequest"
    assert [(one.name, one.required) for one in found.values] == [("name", True), ("color", False)]
    assert found.values[0].description == "What it is called. At most 40 characters."
    assert found.classes == ["CreateThingRequest", "Thing"]


def test_a_body_that_is_an_array_is_one_argument(sources: Sources) -> None:
    body = sources.operation("createThing")["requestBody"]
    body["x-argument"] = "things"
    sources.files["things/schemas/CreateThingRequest.yaml"] = {
        "type": "array",
        "description": "New things.",
        "items": {"$ref": "./Thing.yaml"},
    }
    found = operation(sources, "createThing")
    (argument,) = found.values
    assert (argument.name, argument.annotation, argument.required) == ("things", "list[Thing]", True)
    assert argument.description == "The new thing."


def test_an_operation_may_answer_without_a_body(sources: Sources) -> None:
    sources.operation("getThing")["responses"]["200"] = {"description": "It is there."}
    found = operation(sources, "getThing")
    assert found.response is None
    assert found.returns == "It is there."


def test_the_limits_of_a_parameter_are_told(sources: Sources) -> None:
    start, limit = operation(sources, "listThings").query_values
    assert start.description == "Where the page begins."
    assert limit.description == "How many things a page holds. Default: 10. From 10 to 100."


def test_the_limits_of_a_parameter_are_told_when_its_schema_is_a_reference(sources: Sources) -> None:
    sources.files["things/schemas/PageSize.yaml"] = {
        "type": "integer",
        "description": "A page size.",
        "maximum": 7,
    }
    sources.operation("listThings")["parameters"][1]["schema"] = {"$ref": "../schemas/PageSize.yaml"}
    _, limit = operation(sources, "listThings").query_values
    assert limit.description == "How many things a page holds. At most 7."


@pytest.mark.parametrize(
    "data",
    [
        {"type": "array", "items": {"$ref": "./Thing.yaml"}},
        {"type": "object", "additionalProperties": {"$ref": "./Thing.yaml"}},
        {"type": ["array", "null"], "items": {"$ref": "./Thing.yaml"}},
    ],
)
def test_pagination(sources: Sources, data: dict[str, Any]) -> None:
    sources.members("ThingList")["data"] = {"description": "Things.", **data}
    pages = operation(sources, "listThings").pagination
    assert pages is not None
    assert (pages.item, pages.items, pages.cursor, pages.parameter) == ("Thing", "data", "last", "start")


def test_pagination_names_attributes_of_python(sources: Sources) -> None:
    members = sources.members("ThingList")
    members["nextCursor"] = members.pop("last")
    sources.operation("listThings")["x-pagination"]["cursor"] = "nextCursor"
    pages = operation(sources, "listThings").pagination
    assert pages is not None
    assert pages.cursor == "next_cursor"


def test_a_list_that_is_always_complete_has_no_cursor(sources: Sources) -> None:
    sources.operation("listThings")["x-pagination"] = {"items": "data"}
    pages = operation(sources, "listThings").pagination
    assert pages is not None
    assert (pages.cursor, pages.parameter) == (None, None)


def test_pagination_of_something_that_holds_no_items(sources: Sources) -> None:
    sources.operation("listThings")["x-pagination"]["items"] = "last"
    assert "`last` of ThingList holds no items" in mistake(sources)


def test_waiting(sources: Sources) -> None:
    assert operation(sources, "getThing").wait is None
    members = sources.members("Thing")
    members["currentColor"] = members.pop("color")
    sources.wait_for_green()
    sources.operation("getThing")["x-wait"]["state"] = "currentColor"
    found = operation(sources, "getThing")
    assert found.wait is not None
    assert (found.wait.method, found.wait.timeout) == ("wait", 60)
    assert (found.wait.state, found.wait.states) == ("current_color", "Color")
    assert (found.wait.passing, found.wait.succeeded) == ({"RED": "red"}, {"GREEN": "green"})
    assert found.wait.failed == {}
    assert "Color" in found.classes


def make_downloadable(sources: Sources) -> None:
    """Have things fetched from the URL in `fileUrl`, which have a size in `byteCount`."""
    thing = sources.files["things/schemas/Thing.yaml"]
    thing["properties"]["fileUrl"] = {**TEXT, "description": "Where it is."}
    thing["properties"]["byteCount"] = {"type": "integer", "description": "Its size.", "minimum": 0}
    thing["required"] += ["fileUrl", "byteCount"]
    sources.operation("getThing")["x-download"] = {
        "url": "fileUrl",
        "path": "name",
        "schema": {"$ref": "../schemas/Thing.yaml"},
        "id": "id",
        "size": "byteCount",
    }


def test_a_download(sources: Sources) -> None:
    make_downloadable(sources)
    found = operation(sources, "getThing").download
    assert found is not None
    assert (found.item, found.argument, found.id) == ("Thing", "thing", "id")
    assert (found.url, found.path, found.size) == ("file_url", "name", "byte_count")
    assert operation(sources, "listThings").download is None


@pytest.mark.parametrize("name", ["thing", "things", "path", "if_exists", "concurrency", "progress"])
def test_an_argument_that_would_hide_one_of_a_download_is_refused(sources: Sources, name: str) -> None:
    make_downloadable(sources)
    sources.operation("getThing")["parameters"].append(parameter(name))
    assert f"getThing would have the argument {name}, which means something else" in mistake(sources)


def parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": "Some.", "schema": TEXT, "example": "x"}


def test_a_parameter_named_like_a_member_of_the_body_is_refused(sources: Sources) -> None:
    sources.operation("createThing")["parameters"] = [parameter("name")]
    assert "createThing would have the argument name twice" in mistake(sources)


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("createThing", "body"),
        ("createThing", "codec"),
        ("createThing", "create_thing"),
        ("getThing", "expand_path"),
        ("listThings", "query_pairs"),
        ("listThings", "max_items"),
        ("listThings", "prefetch"),
        ("getThing", "until"),
        ("getThing", "timeout"),
        ("getThing", "on_poll"),
    ],
)
def test_an_argument_that_would_hide_a_name_of_the_generated_code_is_refused(
    sources: Sources, identifier: str, name: str
) -> None:
    sources.wait_for_green()
    sources.operation(identifier).setdefault("parameters", []).append(parameter(name))
    assert f"{identifier} would have the argument {name}, which means something else" in mistake(sources)


def test_a_member_of_a_body_may_be_called_body(sources: Sources) -> None:
    sources.members("CreateThingRequest")["body"] = {"type": "string", "description": "The text."}
    assert [one.name for one in operation(sources, "createThing").values] == ["name", "color", "body"]


def test_resources(sources: Sources) -> None:
    sources.operation("getThing")["x-resource"] = "single_things"
    single, things = sources.surface().resources
    assert (single.name, single.class_name) == ("single_things", "SingleThings")
    assert [one.id for one in single.operations] == ["getThing"]
    assert sorted(one.id for one in things.operations) == ["createThing", "listThings"]
    assert things.description == "Things to keep."
    assert things.classes == ["Color", "CreateThingRequest", "Thing", "ThingList"]


def test_modules(sources: Sources) -> None:
    assert sources.surface().modules == {
        "Color": "color",
        "CreateThingRequest": "create_thing_request",
        "Error": "error",
        "Thing": "thing",
        "ThingList": "thing_list",
    }
