from __future__ import annotations

import copy
import json
import logging
from contextlib import ExitStack
from datetime import timedelta
from importlib import resources
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from starlette.middleware import Middleware

from hms_mock import ConfigurationError, create_app
from hms_mock.clock import format_milliseconds
from hms_mock.document import Document
from hms_mock.errors import ApiError
from hms_mock.registry import HandlerTable, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hms_mock import Control

ERROR = {
    "description": "It failed.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
}
TRUNK = {"username": "u", "password": "p", "address": "example.pstn.twilio.com", "from": "+15550100"}
SMALL = {
    "openapi": "3.1.0",
    "info": {"title": "Small", "version": "1"},
    "servers": [{"url": "https://api.example.com/v9"}],
    "paths": {
        "/things/{thing_id}": {
            "parameters": [{"$ref": "#/components/parameters/ThingId"}],
            "get": {
                "operationId": "getThing",
                "security": [],
                "parameters": [
                    {"name": "depth", "in": "query", "schema": {"$ref": "#/components/schemas/Depth"}},
                    {"name": "ratio", "in": "query", "required": True, "schema": {"type": "number"}},
                ],
                "responses": {
                    "200": {
                        "description": "The thing.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                    },
                    "400": {"$ref": "#/components/responses/Error"},
                    "404": {"$ref": "#/components/responses/Error"},
                    "5XX": {"$ref": "#/components/responses/Error"},
                },
            },
        },
        "/things/new": {
            "get": {"operationId": "newThing", "security": [], "responses": {"204": {"description": "None."}}}
        },
    },
    "components": {
        "parameters": {
            "ThingId": {
                "name": "thing_id",
                "in": "path",
                "required": True,
                "schema": {"type": "integer", "maximum": 99},
            }
        },
        "responses": {"Error": ERROR},
        "schemas": {
            "Depth": {"type": "integer", "minimum": 1, "default": 3},
            "Error": {"type": "object", "required": ["code", "message"]},
            "Thing": {
                "type": "object",
                "required": ["id"],
                "properties": {"id": {"type": "integer"}, "at": {"type": "string", "format": "date-time"}},
            },
        },
        "securitySchemes": {},
    },
}


def table(get_thing: Any, new_thing: Any = lambda _request: Reply(status=204)) -> Any:
    handlers = HandlerTable()
    handlers("getThing")(get_thing)
    handlers("newThing")(new_thing)
    return handlers


@pytest.fixture
def serve(in_process: Any) -> Iterator[Any]:
    with ExitStack() as clients:

        def start(get_thing: Any, **options: Any) -> Any:
            app = create_app(document=SMALL, handlers=[table(get_thing)], **options)
            client = httpx.Client(transport=in_process(app), base_url="http://mock/v9")
            return clients.enter_context(client)

        yield start


def test_the_document_decides_on_routes_types_and_defaults(serve: Any) -> None:
    seen = []

    def get_thing(request: Any) -> Any:
        seen.append((request.path["thing_id"], dict(request.query)))
        return Reply({"id": request.path["thing_id"]})

    client = serve(get_thing)
    assert client.get("/things/7?ratio=0.5").json() == {"id": 7}
    assert client.get("/things/7?ratio=2&depth=4").status_code == 200
    assert seen == [(7, {"depth": 3, "ratio": 0.5}), (7, {"depth": 4, "ratio": 2.0})]
    assert client.get("/things/7").json()["details"] == ["Invalid query parameter: ratio: is required"]
    assert client.get("/things/7?ratio=x").status_code == 400
    assert client.get("/things/100?ratio=1").status_code == 404
    assert client.get("/things/new").status_code == 204
    assert client.get("/v2/things/7").status_code == 404


@pytest.mark.breaks_the_contract
@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply({"id": "seven"}), 'id: the value is not of type "integer"'),
        (Reply({}), "id: is required"),
        (Reply({"id": 1, "at": "yesterday"}), 'at: the value is not a "date-time"'),
        (Reply({"id": 1}, status=201), "answered 201, which the document does not list"),
    ],
)
def test_an_answer_that_breaks_the_contract_is_a_500(
    serve: Any, caplog: pytest.LogCaptureFixture, reply: Any, said: Any
) -> None:
    with caplog.at_level(logging.ERROR, "hms_mock"):
        response = serve(lambda _request: reply).get("/things/1?ratio=1")
    assert response.status_code == 500
    assert response.json()["message"] == "the mock server broke its contract"
    assert said in response.json()["details"][0]
    assert said in caplog.text


@pytest.mark.breaks_the_contract
def test_an_error_that_is_not_documented_breaks_the_contract_too(serve: Any) -> None:
    def get_thing(_request: Any) -> None:
        raise ApiError(409, "taken")

    response = serve(get_thing).get("/things/1?ratio=1")
    assert (response.status_code, "answered 409" in response.json()["details"][0]) == (500, True)


def test_answers_are_not_checked_when_that_is_switched_off(serve: Any) -> None:
    client = serve(lambda _request: Reply({"id": "seven"}), validate_responses=False)
    assert client.get("/things/1?ratio=1").json() == {"id": "seven"}


def test_a_handler_that_fails_is_logged_and_answered(serve: Any, caplog: pytest.LogCaptureFixture) -> None:
    def get_thing(_request: Any) -> None:
        raise KeyError("secret")

    response = serve(get_thing).get("/things/1?ratio=1")
    assert response.status_code == 500
    assert response.json()["details"] == ["the handler of getThing failed: KeyError"]
    assert "Traceback" in caplog.text


def changed(change: Any) -> Any:
    content = copy.deepcopy(SMALL)
    change(content)
    return content


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda d: d["paths"].pop("/things/new"),
            "these handlers have no operation in the document: newThing",
        ),
        (
            lambda d: d["paths"]["/things/new"].update(
                post={"operationId": "addThing", "security": [], "responses": {}}
            ),
            "these operations of the document have no handler: addThing",
        ),
        (
            lambda d: d["paths"]["/things/new"]["get"].update(operationId="getThing"),
            "the operationId 'getThing' is given to",
        ),
        (lambda d: d["paths"]["/things/new"]["get"].pop("operationId"), "no operationId to GET /things/new"),
        (lambda d: d["components"]["responses"].pop("Error"), "nothing at #/components/responses/Error"),
        (lambda d: d["components"]["schemas"].pop("Depth"), "nothing at #/components/schemas/Depth"),
        (lambda d: d["components"]["schemas"]["Thing"].update(type="thing"), "does not compile"),
        (
            lambda d: d["components"]["schemas"].update(Depth={"$ref": "#/components/schemas/Depth"}),
            "round in a circle",
        ),
        (lambda d: d["components"]["schemas"].update(Depth={"$ref": "other.yaml"}), "not local: other.yaml"),
        (
            lambda d: d["paths"]["/things/new"]["get"].update(security=[{"apiKey": []}]),
            "security schemes that the mock does not know: ['apiKey']",
        ),
        (
            lambda d: d["paths"]["/things/new"]["get"].update(
                security=[{"managementToken": []}, {"clientToken": []}]
            ),
            "newThing takes several security schemes",
        ),
        (
            lambda d: d["paths"]["/things/new"]["get"].update(requestBody={"content": {"text/plain": {}}}),
            "the request body of newThing is not application/json",
        ),
    ],
)
def test_starting_fails_with_a_reason(change: Any, said: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        create_app(document=changed(change), handlers=[table(lambda _request: Reply())])
    assert said in str(caught.value)


def test_an_operation_has_one_handler() -> None:
    handlers = table(lambda _request: Reply())
    with pytest.raises(ConfigurationError, match="two handlers for the operation 'getThing'"):
        handlers("getThing")(lambda _request: Reply())
    with pytest.raises(ConfigurationError, match="two handlers for the operation"):
        create_app(document=SMALL, handlers=[table(lambda _request: Reply()), handlers])


@pytest.mark.parametrize("secret", ["", "hush", "h" * 31])
def test_secrets_that_are_too_short(secret: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        create_app(credentials={"key": secret})
    assert str(caught.value) == "the secret of access key 'key' is shorter than 32 bytes"


def test_every_documented_request_example_is_accepted(
    api: httpx.Client,
    control: Control,
    make_room: Callable[..., dict[str, Any]],
    make_poll: Callable[..., dict[str, Any]],
    sign: Callable[..., str],
) -> None:
    """Whoever copies an example out of the document, with their own identifiers, gets a 2xx from the mock."""
    content = json.loads(resources.files("hms_generated_client").joinpath("openapi.json").read_bytes())
    document = Document(content)
    tried = 0
    for operation in document.operations:
        if operation.body_pointer is None:
            continue
        examples = document.resolve(operation.body_pointer.removesuffix("/schema"))[0]["examples"]
        pointer = operation.body_pointer.removesuffix("/schema") + "/examples/"
        for name in examples:
            control.reset()
            template = api.post("/templates", json={"name": "for-examples"}).json()["id"]
            for role in ("host", "guest", "viewer", "speaker", "teacher", "student", "moderator-role"):
                api.post(f"/templates/{template}/roles/{role}", json={})
            # The API makes templates without a subdomain, at which the page of a room would be recorded.
            jobs = operation.path.startswith(("/recordings", "/live-streams", "/external-streams"))
            room = make_room(**({} if jobs else {"template_id": template}))
            peer = control.join(room["id"], role="host")
            code = api.post(f"/room-codes/room/{room['id']}/role/host").json()["code"]
            trunk = api.post("/sip/outbound/trunks", json=TRUNK).json()["id"]
            poll = make_poll()["id"]
            stream = ""
            if operation.id == "sendTimedMetadata":
                stream = api.post(f"/live-streams/room/{room['id']}/start", json={}).json()["id"]
                control.advance(60)
            value = document.resolve(pointer + name)[0]["value"]
            if isinstance(value, dict):
                real = {
                    "template_id": template,
                    "peer_id": peer["id"],
                    "code": code,
                    "room_code": code,
                    "role": "host",
                    "trunk_id": trunk,
                    "start_time": format_milliseconds(control.now() - timedelta(days=2)),
                    "end_time": format_milliseconds(control.now() - timedelta(days=1)),
                }
                value = {key: real.get(key, member) for key, member in value.items()}
                # Destinations are those that a template of one's own has.
                value = {key: member for key, member in value.items() if not (jobs and key == "destination")}
            path = operation.path.format(
                room_id=room["id"],
                template_id=template,
                peer_id=peer["id"],
                role_name="host",
                role="host",
                stream_id=stream,
                poll_id=poll,
                question_id=1,
                option_id=1,
                trunk_id=trunk,
            )
            headers = {}
            if operation.security == ("clientToken",):
                token = sign("app", room_id=room["id"], role="host", user_id="ada")
                headers = {"Authorization": f"Bearer {token}"}
            response = api.request(operation.method, path, json=value, headers=headers)
            assert response.is_success, (operation.id, name, response.text)
            tried += 1
    assert tried >= len([operation for operation in document.operations if operation.body_pointer])


def test_middleware_is_around_everything(serve: Any) -> None:
    class Stamped:
        def __init__(self, app: Any, stamp: bytes) -> None:
            self._app, self._stamp = app, stamp

        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            async def stamp(message: Any) -> None:
                if message["type"] == "http.response.start":
                    message["headers"] = [*message["headers"], (b"x-stamp", self._stamp)]
                await send(message)

            await self._app(scope, receive, stamp)

    middleware = [Middleware(Stamped, stamp=b"outer"), Middleware(Stamped, stamp=b"inner")]
    client = serve(lambda request: Reply({"id": request.path["thing_id"]}), middleware=middleware)
    assert client.get("/things/7?ratio=0.5").headers.get_list("x-stamp") == ["inner", "outer"]
    assert client.get("/nothing").headers.get_list("x-stamp") == ["inner", "outer"]
