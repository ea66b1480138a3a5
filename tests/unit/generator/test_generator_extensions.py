"""What the first families of the document do not use: unions, events, numbered pages, tokens per call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.errors import DocumentError

if TYPE_CHECKING:
    from tests.unit.generator.conftest import Sources

EVENTS = """
from hms_generated_client import codec, events
from hms_generated_client.models import EventList, LampLitEvent, LampMovedEvent
"""


def kind(constant: str, **members: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "description": "Something that happened.",
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": constant, "description": "Tells the kind."},
            **members,
        },
    }


@pytest.fixture
def happenings(sources: Sources) -> Sources:
    """The small document, in which things lists events of two kinds instead."""
    sources.files["things/schemas/LampLitEvent.yaml"] = kind(
        "lamp.lit", brightness={"type": "integer", "description": "In lumen."}
    )
    sources.files["things/schemas/LampMovedEvent.yaml"] = kind(
        "lamp.moved", to={"type": "string", "description": "The new place."}
    )
    sources.files["things/schemas/LampEvent.yaml"] = {
        "description": "Any of them.",
        "oneOf": [{"$ref": "LampLitEvent.yaml"}, {"$ref": "LampMovedEvent.yaml"}],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"lamp.lit": "LampLitEvent.yaml", "lamp.moved": "LampMovedEvent.yaml"},
        },
    }
    sources.files["things/schemas/EventList.yaml"] = {
        "type": "object",
        "description": "Events.",
        "required": ["events"],
        "properties": {
            "events": {"type": "array", "description": "Them.", "items": {"$ref": "LampEvent.yaml"}}
        },
    }
    listing = sources.operation("listThings")
    listing["x-pagination"] = {"items": "events"}
    listing["responses"]["200"]["content"]["application/json"] = {
        "schema": {"$ref": "../schemas/EventList.yaml"},
        "examples": {"lit": {"value": {"events": [{"type": "lamp.lit", "brightness": 3}]}}},
    }
    # Nothing else references it any more.
    sources.files.pop("things/schemas/ThingList.yaml", None)
    return sources


def test_a_union_has_a_name_and_is_decoded_by_its_constants(happenings: Sources) -> None:
    package = happenings.generate()
    code = f"""{EVENTS}
body = b'{{"events":[{{"type":"lamp.lit","brightness":3}},{{"type":"lamp.moved","to":"attic"}}]}}'
decoded = codec.decode(EventList, body)
lit, moved = decoded.value.events
result = [type(lit) is LampLitEvent, lit.type, lit.brightness, type(moved) is LampMovedEvent, moved.to,
          len(decoded.problems), codec.encode(decoded.value) == body]
"""
    assert package.run(code) == [True, "lamp.lit", 3, True, "attic", 0, True]
    assert "events: list[LampEvent]" in package.text("models/event_list.py")
    assert "LampEvent: TypeAlias = LampLitEvent | LampMovedEvent" in package.text("models/lamp_event.py")
    assert "-> Page[LampEvent]:" in package.text("resources/things.py")


def test_a_kind_that_is_not_known_is_kept(happenings: Sources) -> None:
    code = f"""{EVENTS}
decoded = codec.decode(EventList, b'{{"events":[{{"type":"lamp.sold","price":3}},{{"type":"lamp.lit"}},7]}}')
sold, lit, seven = decoded.value.events
result = [sold, type(lit) is LampLitEvent, seven, [[p.path, "sold" in p.message] for p in decoded.problems]]
"""
    assert happenings.generate().run(code) == [
        {"type": "lamp.sold", "price": 3},
        True,
        7,
        [["$.events[0].type", False], ["$.events[2]", False]],
    ]


@pytest.mark.parametrize(
    "mapping",
    [
        {"lamp.lit": "LampLitEvent.yaml"},
        {"lamp.lit": "LampMovedEvent.yaml", "lamp.moved": "LampLitEvent.yaml"},
        {"lamp.on": "LampLitEvent.yaml", "lamp.moved": "LampMovedEvent.yaml"},
    ],
)
def test_a_union_that_nothing_tells_apart_is_refused(happenings: Sources, mapping: dict[str, str]) -> None:
    happenings.files["things/schemas/LampEvent.yaml"]["discriminator"]["mapping"] = mapping
    with pytest.raises(
        DocumentError, match=r"LampEvent\.yaml:\d+: nothing tells the objects of this union apart"
    ):
        happenings.generate()


def test_a_mapping_to_a_file_that_is_not_there_is_refused(happenings: Sources) -> None:
    happenings.files["things/schemas/LampEvent.yaml"]["discriminator"]["mapping"]["lamp.lit"] = "Lit.yaml"
    with pytest.raises(DocumentError, match=r"does not exist: .*Lit\.yaml"):
        happenings.bundle()


@pytest.fixture
def webhooks(happenings: Sources) -> Sources:
    happenings.files["openapi.yaml"]["webhooks"] = {
        "lamp.lit": {"$ref": "./things/paths/lamp-lit.yaml"},
    }
    happenings.files["openapi.yaml"]["x-webhooks"] = {
        "retry_delays_seconds": [1, 3],
        "source_addresses": ["192.0.2.1/32"],
    }
    happenings.files["things/paths/lamp-lit.yaml"] = {
        "post": {
            "operationId": "onLampLit",
            "summary": "A lamp was lit",
            "description": "Sent when a lamp is lit.",
            "tags": ["things"],
            "security": [],
            "externalDocs": {"url": "https://www.100ms.live/docs/webhooks"},
            "x-event-aliases": ["lamp.on"],
            "requestBody": {
                "required": True,
                "content": {
                    "application/json": {
                        "schema": {"$ref": "../schemas/LampLitEvent.yaml"},
                        "examples": {"lit": {"value": {"type": "lamp.lit", "brightness": 3}}},
                    }
                },
            },
            "responses": {"200": {"description": "Received."}},
        }
    }
    return happenings


def test_webhooks_become_a_registry_of_events(webhooks: Sources) -> None:
    code = """
from hms_generated_client import events
result = [dict(events.EVENTS), events.event_model("lamp.on").__name__, events.event_model("lamp.sold"),
          events.RETRY_DELAYS, events.SOURCE_NETWORKS]
"""
    assert webhooks.generate().run(code) == [
        {"lamp.lit": "LampLitEvent", "lamp.on": "LampLitEvent"},
        "LampLitEvent",
        None,
        [1, 3],
        ["192.0.2.1/32"],
    ]


def test_an_event_whose_type_is_another_is_refused(webhooks: Sources) -> None:
    hooks = webhooks.files["openapi.yaml"]["webhooks"]
    hooks["lamp.broken"] = hooks.pop("lamp.lit")
    with pytest.raises(DocumentError, match=r"the `type` of the event lamp\.broken is 'lamp\.lit'"):
        webhooks.generate()


def test_an_example_of_an_event_that_breaks_its_schema_is_refused(webhooks: Sources) -> None:
    content = webhooks.files["things/paths/lamp-lit.yaml"]["post"]["requestBody"]["content"][
        "application/json"
    ]
    content["examples"]["lit"]["value"]["brightness"] = "bright"
    with pytest.raises(
        DocumentError, match=r"lamp-lit\.yaml:\d+: the example breaks its schema at \$\.brightness"
    ):
        webhooks.generate()


@pytest.fixture
def numbered(sources: Sources) -> Sources:
    sources.files["things/schemas/Numbers.yaml"] = {
        "type": "object",
        "description": "Which page this is.",
        "required": ["current_page", "has_next"],
        "properties": {
            "current_page": {"type": "integer", "description": "Its number."},
            "has_next": {"type": "boolean", "description": "Whether there is another."},
        },
    }
    sources.members("ThingList")["pages"] = {
        "allOf": [{"$ref": "./Numbers.yaml"}],
        "description": "The numbers.",
    }
    sources.operation("listThings")["x-pagination"] = {
        "items": "data",
        "pages": "pages",
        "parameter": "start",
    }
    return sources


def test_pages_can_have_numbers(numbered: Sources) -> None:
    code = """
from hms_generated_client.api.things.list_things import PAGINATION
result = [PAGINATION.items, PAGINATION.cursor, PAGINATION.pages, PAGINATION.parameter]
"""
    assert numbered.generate().run(code) == ["data", None, "pages", "start"]


def test_numbers_of_pages_without_has_next_are_refused(numbered: Sources) -> None:
    del numbered.files["things/schemas/Numbers.yaml"]["properties"]["has_next"]
    numbered.files["things/schemas/Numbers.yaml"]["required"].remove("has_next")
    with pytest.raises(DocumentError, match="`pages: pages` does not number pages"):
        numbered.generate()


def test_an_operation_that_no_token_of_a_client_opens_takes_one_with_each_call(sources: Sources) -> None:
    sources.files["openapi.yaml"]["components"]["securitySchemes"]["clientToken"] = {
        "type": "http",
        "scheme": "bearer",
    }
    sources.operation("createThing")["security"] = [{"clientToken": []}]
    code = """
from hms_generated_client.api.things import create_thing
from hms_generated_client.models import Color, CreateThingRequest
from hms_generated_client.resources.things import Things
call = create_thing.build(client_token="t0ken", body=CreateThingRequest(name="Lamp", color=Color.RED))
class Sender:
    def send(self, call):
        self.call = call
        return type("Answer", (), {"parsed": None})
sender = Sender()
Things(sender).create(client_token="other", name="Lamp", color=Color.RED)
result = [call.operation.security, call.token, "t0ken" in repr(call), sender.call.token]
"""
    assert sources.generate().run(code) == ["clientToken", "t0ken", False, "other"]


def test_an_array_in_a_query_is_repeated(sources: Sources) -> None:
    sources.operation("listThings")["parameters"].append(
        {
            "name": "kind",
            "in": "query",
            "description": "Only these.",
            "schema": {"type": "array", "items": {"type": "string"}},
            "example": ["lamp"],
        }
    )
    code = """
from hms_generated_client.api.things import list_things
result = list_things.build(kind=["lamp", "chair"]).query
"""
    assert sources.generate().run(code) == [["kind", "lamp"], ["kind", "chair"]]


def test_a_file_is_downloaded_by_its_identifier_or_by_what_it_belongs_to(sources: Sources) -> None:
    sources.files["things/schemas/StoredThing.yaml"] = {
        "type": "object",
        "description": "A thing in the storage.",
        "required": ["key", "bytes"],
        "properties": {
            "key": {"type": "string", "description": "Identifies the thing."},
            "bytes": {"type": "integer", "description": "Its size.", "minimum": 0},
        },
    }
    sources.operation("getThing")["x-download"] = {
        "url": "name",
        "path": "id",
        "schema": {"$ref": "../schemas/StoredThing.yaml"},
        "id": "key",
        "size": "bytes",
    }
    code = """
from hms_generated_client.models import StoredThing
from hms_generated_client.resources.things import Things
class Sender:
    def download(self, file, path, **options):
        return [file.call.path, file.id, file.url, file.path, file.size, path, options]
    def download_many(self, items, describe, directory, **options):
        return [describe(item).id for item in items] + [directory, options["concurrency"]]
things = Things(Sender())
lamp = StoredThing(key="t2", bytes_=3)
result = [things.download("t1", "a", if_exists="skip"), things.download(lamp, "b"),
          things.download_many(["t1", lamp], "c", concurrency=2)]
"""
    options = {"if_exists": "raise", "progress": None, "total_timeout": None}
    package = sources.generate()
    assert package.run(code) == [
        ["/things/t1", "t1", "name", "id", None, "a", {**options, "if_exists": "skip"}],
        ["/things/t2", "t2", "name", "id", 3, "b", options],
        ["t1", "t2", "c", 2],
    ]
    assert "`things.download_many`" in package.text("OPERATIONS.md")
