from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest

from generator import rules
from generator.rules import RULES, bodies, downloads, events, links, operations, schemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.errors import Finding

    Rule = Callable[[dict[str, Any]], Iterator[Finding]]
    Change = Callable[[dict[str, Any]], object]

LIST = ("paths", "/things", "get")
CREATE = ("paths", "/things", "post")
GET = ("paths", "/things/{thing_id}", "get")
THING = ("components", "schemas", "Thing")


def at(pointer: tuple[str | int, ...], change: Callable[[Any], object]) -> Change:
    """A change of what stands at a place of the document."""

    def apply(document: dict[str, Any]) -> None:
        node: Any = document
        for key in pointer:
            node = node[key]
        change(node)

    return apply


def without(pointer: tuple[str | int, ...], key: str) -> Change:
    return at(pointer, lambda node: node.pop(key))


def having(pointer: tuple[str | int, ...], **members: Any) -> Change:
    return at(pointer, lambda node: node.update(members))


def member(name: str = "extra", **schema: Any) -> Change:
    """A document in which the schema Thing has one more member."""
    return at(
        (*THING, "properties"), lambda members: members.update({name: {"description": "More.", **schema}})
    )


DOWNLOAD = {
    "url": "name",
    "path": "id",
    "schema": {"$ref": "#/components/schemas/Thing"},
    "id": "id",
    "size": "weight",
}


def download(**changes: Any) -> Change:
    """A document in which a thing is downloaded, rightly but for these changes of `x-download`."""

    def apply(document: dict[str, Any]) -> None:
        thing = document["components"]["schemas"]["Thing"]
        thing["properties"]["weight"] = {"type": "integer", "description": "Its weight.", "minimum": 0}
        thing["required"].append("weight")
        document["paths"]["/things/{thing_id}"]["get"]["x-download"] = {**DOWNLOAD, **changes}

    return apply


def both(*changes: Change) -> Change:
    return lambda document: [change(document) for change in changes]


JSON = ("content", "application/json")
EVENT = ("webhooks", "thing.made", "post")


def event(**members: Any) -> Change:
    """A document with one event, made right but for these members of its operation."""

    def apply(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["ThingMade"] = {
            "type": "object",
            "description": "A thing was made.",
            "properties": {"type": {"type": "string", "const": "thing.made", "description": "The event."}},
        }
        operation = {
            "operationId": "thingMade",
            "summary": "A thing was made",
            "description": "Sent when a thing was made.",
            "externalDocs": {"url": "https://www.100ms.live/docs/"},
            "requestBody": event_body("ThingMade"),
            **members,
        }
        document["webhooks"] = {"thing.made": {"post": operation}}

    return apply


def event_body(schema: str, **members: Any) -> dict[str, Any]:
    """The body of an event."""
    media = {
        "schema": {"$ref": f"#/components/schemas/{schema}"},
        "examples": {"shown": {"value": {"type": "thing.made"}}},
        **members,
    }
    return {"content": {"application/json": media}}


def waiting(pointer: tuple[str | int, ...] = GET, **members: Any) -> Change:
    """A document that says how to wait for a thing, right but for these members."""
    described = {
        "method": "wait",
        "summary": "Wait until a thing is painted",
        "description": "It is red first, and green in the end.",
        "state": "color",
        "passing": ["red"],
        "succeeded": ["green"],
        "failed": [],
        "timeout": 60,
    }
    return having(pointer, **{"x-wait": {**described, **members}})


def union(**schema: Any) -> Change:
    """A document with the two objects `Lamp` and `Chair`, and a union of them with these keywords."""

    def apply(document: dict[str, Any]) -> None:
        kinds = {"Lamp": "lamp", "Chair": "chair"}
        for name, kind in kinds.items():
            members = {"kind": {"type": "string", "const": kind, "description": "Which it is."}}
            document["components"]["schemas"][name] = {"type": "object", "properties": members}
        document["components"]["schemas"]["Furniture"] = {
            "description": "Furniture.",
            "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in kinds],
            **schema,
        }

    return apply


FURNITURE = ("components", "schemas", "Furniture")
KINDS = {"lamp": "#/components/schemas/Lamp", "chair": "#/components/schemas/Chair"}
EXTRA = (*THING, "properties", "extra")

CASES: list[tuple[Rule, Change, tuple[str | int, ...], str]] = [
    (operations.identifiers, without(GET, "operationId"), GET, "has no operationId in camelCase"),
    (operations.identifiers, having(GET, operationId="get_thing"), GET, "has no operationId in camelCase"),
    (
        operations.identifiers,
        having(GET, operationId="listThings"),
        (*GET, "operationId"),
        "the operationId `listThings` is also that of GET /things",
    ),
    (operations.prose, without(GET, "summary"), GET, "GET /things/{thing_id} has no summary"),
    (operations.prose, having(GET, description=""), GET, "GET /things/{thing_id} has no description"),
    (operations.prose, without(GET, "tags"), GET, "does not have exactly one tag"),
    (operations.prose, having(GET, tags=["things", "things"]), GET, "does not have exactly one tag"),
    (operations.prose, having(GET, tags=["other"]), GET, "does not have exactly one tag"),
    (operations.prose, without(GET, "externalDocs"), GET, "does not say on which page"),
    (
        operations.prose,
        having(GET, externalDocs={"url": "https://example.com/"}),
        GET,
        "does not say on which page",
    ),
    (operations.python_names, without(GET, "x-resource"), GET, "does not name its Python method"),
    (operations.python_names, having(GET, **{"x-method": "getIt"}), GET, "does not name its Python method"),
    (
        operations.python_names,
        having(GET, **{"x-method": "list"}),
        (*GET, "x-method"),
        "another operation is also the method things.list",
    ),
    (operations.python_names, waiting(method="waitForIt"), GET, "does not name its Python method"),
    (
        operations.python_names,
        waiting(method="get"),
        (*GET, "x-wait", "method"),
        "another operation is also the method things.get",
    ),
    (operations.security, without(GET, "security"), GET, "does not name exactly one"),
    (operations.security, having(GET, security=[]), GET, "does not name exactly one"),
    (operations.security, having(GET, security=[{"apiKey": []}]), GET, "does not name exactly one"),
    (
        operations.security,
        having(GET, security=[{"managementToken": []}, {"managementToken": []}]),
        GET,
        "does not name exactly one",
    ),
    (operations.error_statuses, without((*LIST, "responses"), "401"), (*LIST, "responses"), "the status 401"),
    (operations.error_statuses, without((*LIST, "responses"), "403"), (*LIST, "responses"), "the status 403"),
    (operations.error_statuses, without((*LIST, "responses"), "500"), (*LIST, "responses"), "the status 500"),
    (operations.error_statuses, without((*LIST, "responses"), "400"), (*LIST, "responses"), "the status 400"),
    (operations.error_statuses, without((*GET, "responses"), "404"), (*GET, "responses"), "the status 404"),
    (
        operations.error_statuses,
        at((*CREATE, "responses"), lambda node: [node.pop("400"), node.pop("415")]),
        (*CREATE, "responses"),
        "the status 400, 415",
    ),
    (
        operations.parameters,
        without((*LIST, "parameters", 0), "description"),
        LIST,
        "the parameter start of GET /things has no description",
    ),
    (
        operations.parameters,
        without(("components", "parameters", "ThingId"), "example"),
        GET,
        "the parameter thing_id of GET /things/{thing_id} has no example",
    ),
    (operations.parameters, having(GET, parameters=[]), GET, "are [], not those of its path"),
    (
        operations.parameters,
        having(("components", "parameters", "ThingId"), name="id"),
        GET,
        "are ['id'], not those of its path",
    ),
    (operations.idempotency, without(CREATE, "x-idempotent"), CREATE, "whether it may be repeated"),
    (operations.idempotency, having(CREATE, **{"x-idempotent": "no"}), CREATE, "whether it may be repeated"),
    (
        operations.idempotency,
        having(GET, **{"x-idempotent": True}),
        (*GET, "x-idempotent"),
        "GET is idempotent by HTTP",
    ),
    (
        operations.pagination,
        having((*LIST, "x-pagination"), items="things"),
        (*LIST, "x-pagination"),
        "`items: things` is no member of the response",
    ),
    (
        operations.pagination,
        having((*LIST, "x-pagination"), cursor="next"),
        (*LIST, "x-pagination"),
        "`cursor: next` is no member of the response",
    ),
    (
        operations.pagination,
        having((*LIST, "x-pagination"), parameter="after"),
        (*LIST, "x-pagination"),
        "`parameter: after` is no query parameter",
    ),
    (
        operations.pagination,
        without((*LIST, "x-pagination"), "cursor"),
        (*LIST, "x-pagination"),
        "has ['items', 'parameter']",
    ),
    (operations.waiting, waiting(CREATE), (*CREATE, "x-wait"), "POST /things is no GET"),
    (
        operations.waiting,
        having(GET, **{"x-wait": {"method": "wait"}}),
        (*GET, "x-wait"),
        "`x-wait` of GET /things/{thing_id} has ['method']",
    ),
    (operations.waiting, waiting(state="hue"), (*GET, "x-wait"), "`state: hue` is no member of the response"),
    (
        operations.waiting,
        waiting(state="name"),
        (*GET, "x-wait"),
        "`state: name` is no member of the response",
    ),
    (
        operations.waiting,
        waiting(succeeded=[], failed=["green"]),
        (*GET, "x-wait"),
        "sorts ['red', 'green'], but the states are ['red', 'green']",
    ),
    (operations.waiting, waiting(succeeded=["blue"]), (*GET, "x-wait"), "sorts ['red', 'blue'], but"),
    (operations.waiting, waiting(failed=["red"]), (*GET, "x-wait"), "sorts ['red', 'green', 'red'], but"),
    (operations.waiting, waiting(timeout=0), (*GET, "x-wait", "timeout"), "`timeout: 0` is no number of"),
    (
        downloads.downloads,
        both(download(), without((*GET, "x-download"), "size")),
        (*GET, "x-download"),
        "has ['id', 'path', 'schema', 'url']",
    ),
    (
        downloads.downloads,
        download(url="link"),
        (*GET, "x-download"),
        "`url: link` is no required string of the response",
    ),
    (
        downloads.downloads,
        download(size="name"),
        (*GET, "x-download"),
        "`size: name` is no required integer of the schema",
    ),
    (
        downloads.downloads,
        both(download(), at(THING, lambda thing: thing["required"].remove("weight"))),
        (*GET, "x-download"),
        "`size: weight` is no required integer of the schema",
    ),
    (
        downloads.downloads,
        both(download(), having(GET, parameters=[])),
        (*GET, "x-download"),
        "does not have exactly one path parameter",
    ),
    (
        downloads.downloads,
        both(download(), having(LIST, **{"x-method": "download_many"})),
        (*GET, "x-download"),
        "things.download_many is another operation",
    ),
    (bodies.requests, without((*CREATE, "requestBody"), "required"), (*CREATE, "requestBody"), "is required"),
    (
        bodies.requests,
        without((*CREATE, "requestBody"), "description"),
        (*CREATE, "requestBody"),
        "the body has no description",
    ),
    (
        bodies.requests,
        without((*CREATE, "requestBody", *JSON), "examples"),
        (*CREATE, "requestBody"),
        "the body has no example",
    ),
    (
        bodies.requests,
        having((*CREATE, "requestBody", *JSON), schema={"type": "object"}),
        (*CREATE, "requestBody"),
        "the schema of the body has no name",
    ),
    (
        bodies.requests,
        at((*CREATE, "requestBody", "content"), lambda node: node.update({"text/plain": {}})),
        (*CREATE, "requestBody"),
        "the content types are ['application/json', 'text/plain']",
    ),
    (
        bodies.requests,
        having(("components", "schemas", "CreateThingRequest"), type="array"),
        (*CREATE, "requestBody"),
        "a body that is no object has no name in Python",
    ),
    (
        bodies.requests,
        lambda document: document["paths"]["/things/{thing_id}"]["get"].update(
            requestBody=document["paths"]["/things"]["post"]["requestBody"]
        ),
        (*GET, "requestBody"),
        "a GET has a body",
    ),
    *(
        (events.events, event(**{key: ""}), EVENT, f"the event thing.made has no {key}")
        for key in ("operationId", "summary", "description", "externalDocs")
    ),
    (events.events, event(requestBody={}), EVENT, "the body of the event thing.made has no name"),
    (
        events.events,
        event(requestBody=event_body("ThingMade", examples={})),
        EVENT,
        "the event thing.made has no example",
    ),
    (
        events.events,
        event(requestBody=event_body("Thing")),
        EVENT,
        "the `type` of the event thing.made is None",
    ),
    (schemas.unions, union(), FURNITURE, "nothing tells the objects of this union apart"),
    (
        schemas.unions,
        union(discriminator={"propertyName": "type", "mapping": KINDS}),
        FURNITURE,
        "nothing tells the objects of this union apart",
    ),
    (
        schemas.unions,
        union(discriminator={"propertyName": "kind", "mapping": {"lamp": KINDS["lamp"]}}),
        FURNITURE,
        "nothing tells the objects of this union apart",
    ),
    (
        bodies.responses,
        without((*GET, "responses"), "200"),
        (*GET, "responses"),
        "has 0 responses with a 2xx status",
    ),
    (
        bodies.responses,
        having((*GET, "responses"), **{"202": {"description": "Later."}}),
        (*GET, "responses"),
        "has 2 responses with a 2xx status",
    ),
    (
        bodies.responses,
        having((*GET, "responses", "200", *JSON), schema={"type": "object"}),
        (*GET, "responses", "200"),
        "the schema of the body has no name",
    ),
    (
        bodies.responses,
        having((*GET, "responses", "200", *JSON), examples={}),
        (*GET, "responses", "200"),
        "the body has no example",
    ),
    (
        bodies.responses,
        having((*GET, "responses", "200"), content={"text/html": {}}),
        (*GET, "responses", "200"),
        "the content types are ['text/html']",
    ),
    (
        links.links,
        having((*CREATE, "responses", "200", "links", "getThing"), operationId="getThings"),
        (*CREATE, "responses", "200", "links", "getThing"),
        "the link leads to no operation: getThings",
    ),
    (
        links.links,
        having(
            (*CREATE, "responses", "200", "links", "getThing"), parameters={"path.id": "$response.body#/id"}
        ),
        (*CREATE, "responses", "200", "links", "getThing"),
        "getThing has no parameter `path.id`",
    ),
    (
        links.links,
        without((*CREATE, "responses", "200", "links", "getThing"), "description"),
        (*CREATE, "responses", "200", "links", "getThing"),
        "the link has no description",
    ),
    (schemas.descriptions, without(THING, "description"), THING, "`Thing` has no description"),
    (
        schemas.descriptions,
        without((*THING, "properties", "name"), "description"),
        (*THING, "properties", "name"),
        "`name` has no description",
    ),
    (schemas.shapes, member(), EXTRA, "the schema has no type"),
    (schemas.shapes, member(type="array"), EXTRA, "an array without `items`"),
    (schemas.shapes, member(type=["array", "null"]), EXTRA, "an array without `items`"),
    (schemas.shapes, member(type="array", items={}), (*EXTRA, "items"), "the schema has no type"),
    (schemas.shapes, member(type="object", properties={}), EXTRA, "an object without a name"),
    *(
        (
            schemas.shapes,
            having(THING, additionalProperties=others),
            THING,
            "an object with members and a map at once",
        )
        for others in ({"type": "string"}, True)
    ),
    (schemas.shapes, member(type="string", anyOf=[{"type": "string"}]), EXTRA, "`anyOf` makes no good type"),
    (
        schemas.shapes,
        member(allOf=[{"$ref": "#/components/schemas/Color"}, {"type": "string"}]),
        EXTRA,
        "`allOf` of several schemas",
    ),
    (schemas.shapes, member(type="string", nullable=True), EXTRA, "`nullable` is of OpenAPI 3.0"),
    (schemas.shapes, having(THING, required=["id", "size"]), THING, "`size` is required but no member"),
    (
        schemas.booleans,
        at((*THING, "properties"), lambda members: members.update(extra=True)),
        EXTRA,
        "`extra` is a boolean schema",
    ),
    (schemas.bounds, member(type="integer", minimum=9, maximum=8), EXTRA, "`minimum` is above `maximum`"),
    (schemas.bounds, member(type="string", minLength=9, maxLength=8), EXTRA, "`minLength` is above"),
    (
        schemas.bounds,
        member(type="array", items={"type": "string"}, minItems=9, maxItems=8),
        EXTRA,
        "`minItems` is above",
    ),
    (
        schemas.bounds,
        having((*LIST, "parameters", 1, "schema"), minimum=101),
        (*LIST, "parameters", 1, "schema"),
        "`minimum` is above `maximum`",
    ),
    (
        schemas.bounds,
        member(type="string", pattern="(open"),
        (*EXTRA, "pattern"),
        "the pattern is no regular expression",
    ),
    (
        schemas.bounds,
        at(("components", "schemas", "Color", "enum"), lambda values: values.append("red")),
        ("components", "schemas", "Color", "enum"),
        "the enum lists a value twice",
    ),
    (
        schemas.names,
        at(("components", "schemas"), lambda node: node.update(some_thing={"type": "string"})),
        ("components", "schemas", "some_thing"),
        "the schema `some_thing` is not named in PascalCase",
    ),
    (
        # openapi-python-client would spell it `A1B`.
        schemas.names,
        at(("components", "schemas"), lambda node: node.update(A1b={"type": "string"})),
        ("components", "schemas", "A1b"),
        "the schema `A1b` is not named in PascalCase",
    ),
    (
        schemas.unused,
        at(("components", "schemas"), lambda node: node.update(Lonely={"type": "string"})),
        ("components", "schemas", "Lonely"),
        "the component schemas/Lonely is not used",
    ),
    (
        schemas.unused,
        at(("components", "parameters"), lambda node: node.update(Lonely={})),
        ("components", "parameters", "Lonely"),
        "the component parameters/Lonely is not used",
    ),
    (
        schemas.unused,
        at(("components", "responses"), lambda node: node.update(Lonely={})),
        ("components", "responses", "Lonely"),
        "the component responses/Lonely is not used",
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_small_document_keeps_every_rule(rule: Rule, document: dict[str, Any]) -> None:
    assert list(rule(document)) == []


@pytest.mark.parametrize(
    ("rule", "change", "place", "message"),
    CASES,
    ids=[f"{case[0].__name__}-{case[3][:40]}" for case in CASES],
)
def test_a_rule_finds_what_breaks_it(
    rule: Rule, change: Change, place: tuple[str | int, ...], message: str, document: dict[str, Any]
) -> None:
    change(document)
    (finding,) = rule(document)
    assert finding.pointer == place
    assert message in finding.message
    assert finding.hint


def test_every_rule_is_listed_and_has_a_case() -> None:
    modules = [module for _, module in inspect.getmembers(rules, inspect.ismodule)]
    written = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert written == set(RULES)
    assert {case[0] for case in CASES} == set(RULES)


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (operations.pagination, having(LIST, **{"x-pagination": {"items": "data"}})),
        (operations.pagination, without(LIST, "x-pagination")),
        (operations.waiting, waiting()),
        (operations.python_names, waiting()),
        (downloads.downloads, download()),
        (events.events, event()),
        (schemas.unions, union(discriminator={"propertyName": "kind", "mapping": KINDS})),
        (schemas.unions, member(oneOf=[{"$ref": "#/components/schemas/Thing"}, {"type": "null"}])),
        (operations.error_statuses, having((*LIST, "responses"), **{"409": {"description": "Conflict."}})),
        (operations.parameters, at(GET, lambda node: node.update(parameters=node["parameters"][:]))),
        (
            operations.parameters,
            lambda document: document["paths"]["/things/{thing_id}"].update(
                parameters=document["paths"]["/things/{thing_id}"]["get"].pop("parameters")
            ),
        ),
        (bodies.responses, without((*GET, "responses", "200"), "content")),
        (
            bodies.responses,
            at(
                (*GET, "responses"),
                lambda node: node.update({"204": {"description": "Done."}}) or node.pop("200"),
            ),
        ),
        (
            bodies.requests,
            lambda document: [
                having(("components", "schemas", "CreateThingRequest"), type="array")(document),
                having((*CREATE, "requestBody"), **{"x-argument": "things"})(document),
            ],
        ),
        (schemas.shapes, member(type="object", additionalProperties={"type": "string"})),
        (schemas.shapes, having(THING, additionalProperties=False)),
        (schemas.shapes, member(oneOf=[{"$ref": "#/components/schemas/Color"}, {"type": "null"}])),
        (schemas.shapes, member(allOf=[{"$ref": "#/components/schemas/Color"}])),
        (schemas.bounds, member(type="integer", minimum=8, maximum=8)),
        (schemas.bounds, member(type="string", pattern="^[a-z]+$")),
    ],
)
def test_a_rule_lets_what_is_right_pass(rule: Rule, change: Change, document: dict[str, Any]) -> None:
    change(document)
    assert list(rule(document)) == []
