from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.bundle import bundle
from generator.errors import DocumentError, Finding, Mistake

if TYPE_CHECKING:
    from tests.unit.generator.conftest import Sources


def mistake_of(sources: Sources) -> Mistake:
    with pytest.raises(DocumentError) as caught:
        sources.bundle()
    (mistake,) = caught.value.mistakes
    return mistake


def test_paths_are_put_in_where_they_are_referenced(sources: Sources) -> None:
    document = sources.bundle().document
    assert document["paths"]["/things/{thing_id}"]["get"]["operationId"] == "getThing"


def test_files_in_folders_of_components_become_components(sources: Sources) -> None:
    document = sources.bundle().document
    assert sorted(document["components"]) == ["parameters", "responses", "schemas", "securitySchemes"]
    assert list(document["components"]["schemas"]) == [
        "Color",
        "CreateThingRequest",
        "Error",
        "Thing",
        "ThingList",
    ]
    items = document["components"]["schemas"]["ThingList"]["properties"]["data"]["items"]
    assert items == {"$ref": "#/components/schemas/Thing"}


def test_references_are_relative_to_the_file_that_has_them(sources: Sources) -> None:
    document = sources.bundle().document
    content = document["components"]["responses"]["NotFound"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/Error"}


def test_a_file_that_nothing_references_stays_out(sources: Sources) -> None:
    sources.files["things/schemas/Lonely.yaml"] = {"type": "string"}
    assert "Lonely" not in sources.bundle().document["components"]["schemas"]


def test_a_file_elsewhere_is_put_in_as_often_as_it_is_referenced(sources: Sources) -> None:
    sources.files["things/parts/text.yaml"] = {"type": "string", "description": "Text."}
    for member in ("first", "second"):
        sources.members("Thing")[member] = {"$ref": "../parts/text.yaml"}
    members = sources.bundle().document["components"]["schemas"]["Thing"]["properties"]
    assert members["first"] == members["second"] == {"type": "string", "description": "Text."}
    assert members["first"] is not members["second"]


def test_a_component_may_reference_itself(sources: Sources) -> None:
    sources.members("Thing")["parent"] = {"$ref": "./Thing.yaml"}
    members = sources.bundle().document["components"]["schemas"]["Thing"]["properties"]
    assert members["parent"] == {"$ref": "#/components/schemas/Thing"}


def test_components_may_reference_each_other(sources: Sources) -> None:
    sources.members("Thing")["page"] = {"$ref": "./ThingList.yaml"}
    schemas = sources.bundle().document["components"]["schemas"]
    assert schemas["Thing"]["properties"]["page"] == {"$ref": "#/components/schemas/ThingList"}


def test_the_bundle_does_not_depend_on_the_order_of_references(sources: Sources) -> None:
    before = sources.bundle().document["components"]
    paths = sources.files["openapi.yaml"]["paths"]
    sources.files["openapi.yaml"]["paths"] = dict(reversed(paths.items()))
    after = sources.bundle().document["components"]
    assert list(before["schemas"]) == list(after["schemas"])
    assert before == after


def test_a_missing_file_is_named_with_what_is_there(sources: Sources) -> None:
    sources.members("Thing")["color"] = {"$ref": "./Colour.yaml"}
    mistake = mistake_of(sources)
    assert str(mistake.location) == sources.place("things/schemas/Thing.yaml", "Colour.yaml")
    assert mistake.message.endswith("things/schemas/Colour.yaml")
    assert mistake.hint == "the folder has Color.yaml, CreateThingRequest.yaml, Thing.yaml, ThingList.yaml"


def test_a_missing_folder_is_named(sources: Sources) -> None:
    sources.members("Thing")["color"] = {"$ref": "../schemata/Color.yaml"}
    assert mistake_of(sources).hint == f"there is no folder {sources.folder}/things/schemata"


def test_all_broken_references_are_reported_at_once(sources: Sources) -> None:
    sources.members("Thing")["one"] = {"$ref": "./One.yaml"}
    sources.members("ThingList")["two"] = {"$ref": "./Two.yaml"}
    with pytest.raises(DocumentError) as caught:
        sources.bundle()
    assert len(caught.value.mistakes) == 2


@pytest.mark.parametrize(
    ("node", "message", "at"),
    [
        (
            {"$ref": "./Color.yaml#/enum"},
            "`./Color.yaml#/enum` points into a file",
            "$ref: ./Color.yaml#/enum",
        ),
        (
            {"$ref": "#/components/schemas/Color"},
            "`#/components/schemas/Color` points into the bundle",
            "$ref: '#/components",
        ),
        (
            {"$ref": "./Color.yaml", "description": "Mine.", "deprecated": True},
            "`$ref` beside deprecated, description",
            "$ref: ./Color.yaml",
        ),
    ],
)
def test_references_that_tools_read_differently_are_refused(
    sources: Sources, node: dict[str, Any], message: str, at: str
) -> None:
    sources.files["things/schemas/Thing.yaml"]["properties"] = {"color": node}
    mistake = mistake_of(sources)
    assert mistake.message == message
    assert mistake.hint
    assert str(mistake.location) == sources.place("things/schemas/Thing.yaml", at)


def test_the_root_may_reference_its_own_components(sources: Sources) -> None:
    components = sources.files["openapi.yaml"]["components"]
    components["schemas"] = {"Own": {"type": "array", "items": {"$ref": "#/components/schemas/Color"}}}
    schemas = sources.bundle().document["components"]["schemas"]
    assert schemas["Own"]["items"] == {"$ref": "#/components/schemas/Color"}
    assert "Thing" in schemas


def test_a_local_reference_that_leads_nowhere_is_a_mistake(sources: Sources) -> None:
    components = sources.files["openapi.yaml"]["components"]
    components["schemas"] = {"Own": {"type": "array", "items": {"$ref": "#/components/schemas/Nothing"}}}
    mistake = mistake_of(sources)
    assert mistake.message == "`#/components/schemas/Nothing` leads nowhere"
    assert str(mistake.location) == sources.place("openapi.yaml", "schemas/Nothing")


def test_two_files_cannot_be_the_same_component(sources: Sources) -> None:
    sources.files["shared/schemas/Color.yaml"] = {"type": "string"}
    sources.members("ThingList")["color"] = {"$ref": "../../shared/schemas/Color.yaml"}
    mistake = mistake_of(sources)
    assert mistake.message.startswith("two files are the component schemas/Color: ")
    assert "things/schemas/Color.yaml" in mistake.message
    assert "shared/schemas/Color.yaml" in mistake.message


@pytest.mark.parametrize(
    "circle",
    [
        {"things/parts/a.yaml": {"items": {"$ref": "./a.yaml"}}},
        {
            "things/parts/a.yaml": {"items": {"$ref": "./b.yaml"}},
            "things/parts/b.yaml": {"items": {"$ref": "./a.yaml"}},
        },
    ],
)
def test_files_that_are_put_in_cannot_go_in_a_circle(sources: Sources, circle: dict[str, Any]) -> None:
    sources.files.update(circle)
    sources.members("Thing")["color"] = {"$ref": "../parts/a.yaml"}
    mistake = mistake_of(sources)
    assert mistake.message == f"{sources.folder}/things/parts/a.yaml references itself"
    assert mistake.location is not None
    assert mistake.location.file.parent.name == "parts"


def test_a_root_that_is_no_object_is_refused(sources: Sources) -> None:
    sources.files["openapi.yaml"] = ["a"]
    assert mistake_of(sources).message == "the document is no object"


def test_a_node_is_located_where_it_was_written(sources: Sources) -> None:
    whole = sources.bundle()
    pointer = ("components", "schemas", "Thing", "properties", "name")
    assert str(whole.locate(pointer)) == sources.place("things/schemas/Thing.yaml", "  name:")
    operation = ("paths", "/things/{thing_id}", "get", "operationId")
    assert str(whole.locate(operation)) == sources.place("things/paths/thing.yaml", "operationId: getThing")
    error = whole.error([Finding((*pointer, "nothing", 3), "wrong", "mend it")])
    assert str(error) == f"{sources.place('things/schemas/Thing.yaml', '  name:')}: wrong\n    mend it"


def test_a_whole_document_can_stand_in_one_file(sources: Sources) -> None:
    sources.files = {"openapi.yaml": {"openapi": "3.1.0", "paths": {}}}
    assert bundle(sources.write()).document == {"openapi": "3.1.0", "paths": {}, "components": {}}
