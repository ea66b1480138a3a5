"""A secret in every place where one can enter, through every way that a call can fail."""

from __future__ import annotations

import functools
import importlib
import importlib.resources
import json
import logging
import pkgutil
import re
import socket
import typing
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import attrs
import httpx
import pytest
from hms_fakes import ACCESS_KEY, Driver, answer
from hms_leaks import our_frames, readable
from hms_rough_server import KINDS, rough_server, send_over_sockets
from hms_storm import Storm, calls_of

import hms
import hms_generated_client.api
from hms import Call, EngineError, EngineRequest, EngineResponse
from hms_generated_client import codec
from hms_generated_client.api.sip import create_outbound_trunk, send_dtmf
from hms_generated_client.models import CreateOutboundTrunkRequest, SendDtmfRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLANTED = "planted/secret+of-40-characters-" + "x" * 8
PLAIN = {"access_key": ACCESS_KEY, "secret": "plain-secret-" + "s" * 32}
DOCUMENT: dict[str, Any] = json.loads(
    importlib.resources.files("hms_generated_client").joinpath("openapi.json").read_bytes()
)


class Interruption(BaseException):
    """What stops a program in the middle of a call."""


# --- the ways to fail -----------------------------------------------------------------------------------


def echo(request: EngineRequest, status: int = 400) -> EngineResponse:
    """A server that repeats all that it was sent."""
    sent = [*request.headers.values(), (request.body or b"").decode(), PLANTED]
    headers = {"X-Echo": " ".join([*request.headers.values(), PLANTED]), "Set-Cookie": PLANTED}
    return answer(
        {"code": status, "message": " ".join(sent), "details": sent}, status=status, headers=headers
    )


def break_off(request: EngineRequest) -> EngineResponse:
    raise EngineError("broken") from ConnectionResetError(104, "reset")


def stop(_: EngineRequest) -> EngineResponse:
    raise Interruption


FAILURES: dict[str, Callable[[EngineRequest], EngineResponse]] = {
    "400": echo,
    "401": functools.partial(echo, status=401),
    "503": functools.partial(echo, status=503),
    "no JSON": lambda request: attrs.evolve(
        answer(b"no JSON: " + echo(request).body), headers=echo(request).headers
    ),
    "not as documented": lambda request: answer(echo(request).body, headers=dict(echo(request).headers)),
    "no answer": break_off,
    "interrupted": stop,
}


# --- the places to enter ----------------------------------------------------------------------------------


def members_with_secrets(schema: Any, seen: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The ways from a schema to its members that are passwords."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name not in seen:
            yield from members_with_secrets(DOCUMENT["components"]["schemas"][name], (*seen, name))
        return
    if schema.get("format") == "password":
        yield ()
    for name, member in schema.get("properties", {}).items():
        yield from ((name, *way) for way in members_with_secrets(member, seen))
    if isinstance(schema.get("additionalProperties"), dict):
        yield from (("{}", *way) for way in members_with_secrets(schema["additionalProperties"], seen))
    if "items" in schema:
        yield from (("[]", *way) for way in members_with_secrets(schema["items"], seen))
    for each in (*schema.get("allOf", ()), *schema.get("oneOf", ())):
        yield from members_with_secrets(each, seen)


def planted(way: tuple[str, ...]) -> Any:
    """JSON with the secret at the end of a way, and nothing else."""
    if not way:
        return PLANTED
    inner = planted(way[1:])
    if way[0] == "data":
        return {"type": "beam.recording.success", "data": inner}  # which of the events it is
    return [inner] if way[0] == "[]" else {"name" if way[0] == "{}" else way[0]: inner}


def operations() -> Iterator[tuple[dict[str, Any], Any]]:
    """Each operation of the document with its generated module."""
    modules = {}
    for found in pkgutil.walk_packages(hms_generated_client.api.__path__, "hms_generated_client.api."):
        module: Any = importlib.import_module(found.name)
        if hasattr(module, "OPERATION"):
            modules[module.OPERATION.id] = module
    for item in DOCUMENT["paths"].values():
        for method, definition in item.items():
            if method in {"get", "post", "put", "patch", "delete"}:
                yield definition, modules[definition["operationId"]]


Act = typing.Callable[[Driver], Any]
"""Makes a client send the secret, or something else with the secret in its credentials."""


def send_body(definition: dict[str, Any], module: Any, way: tuple[str, ...], style: str) -> Act:
    """Calls an operation with the secret in a member of its body, as a method or as a function."""
    model = type_of_body(module)
    body = codec.from_wire(model, planted(way)).value
    path = dict.fromkeys(re.findall(r"{(\w+)}", module.OPERATION.path), "some-id")

    def act(driver: Driver) -> Any:
        if style == "function":
            function = module.asyncio if driver.asynchronous else module.sync
            return driver.finish(function(*path.values(), client=driver.client, body=body))
        members = {field.name: getattr(body, field.name) for field in attrs.fields(model)}
        resource = getattr(driver.client, definition["x-resource"])
        resource = resource.with_response if style == "method with response" else resource
        return driver.finish(getattr(resource, definition["x-method"])(*path.values(), **members))

    return act


def type_of_body(module: Any) -> Any:
    return typing.get_type_hints(module.build)["body"]


def send_token(style: str) -> Act:
    def act(driver: Driver) -> Any:
        if style == "function":
            function = send_dtmf.asyncio if driver.asynchronous else send_dtmf.sync
            body = SendDtmfRequest(digits=["1"])
            return driver.finish(function(client=driver.client, client_token=PLANTED, body=body))
        sip = driver.client.sip if style == "method" else driver.client.sip.with_response
        return driver.finish(sip.send_dtmf(client_token=PLANTED, digits=["1"]))

    return act


def get_room(driver: Driver) -> Any:
    return driver.finish(driver.client.rooms.get("some-id"))


def get_room_with_header(driver: Driver) -> Any:
    client = driver.client.with_options(headers={"X-Gateway": PLANTED})
    return driver.finish(client.rooms.get("some-id"))


def outcome_of(act: Act, driver: Driver) -> Any:
    """What a call gives or raises."""
    try:
        return act(driver)
    except (hms.CallError, Interruption) as error:
        return error


STYLES = ("method", "method with response", "function")
PLACES: dict[str, tuple[dict[str, Any], dict[str, str], Act]] = {
    "secret=": ({"access_key": ACCESS_KEY, "secret": PLANTED}, {}, get_room),
    "management_token=": ({"management_token": PLANTED}, {}, get_room),
    "HMS_SECRET": (
        {"access_key": None, "secret": None},
        {"HMS_ACCESS_KEY": ACCESS_KEY, "HMS_SECRET": PLANTED},
        get_room,
    ),
    "HMS_MANAGEMENT_TOKEN": ({"management_token": None}, {"HMS_MANAGEMENT_TOKEN": PLANTED}, get_room),
    "a header": (PLAIN, {}, get_room_with_header),
    **{f"client_token= of a {style}": (PLAIN, {}, send_token(style)) for style in STYLES},
    **{
        f"{'.'.join(way)} of {definition['operationId']} as {style}": (
            PLAIN,
            {},
            send_body(definition, module, way, style),
        )
        for definition, module in operations()
        if "requestBody" in definition
        for way in members_with_secrets(definition["requestBody"]["content"]["application/json"]["schema"])
        for style in (STYLES if len(way) <= 2 else ("method",))
    },
}


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("place", PLACES)
def test_no_secret_however_a_call_fails(
    drive: Callable[..., Driver],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    failure: str,
) -> None:
    options, environment, act = PLACES[place]
    caplog.set_level(logging.DEBUG)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    driver = drive(FAILURES[failure], **options, retries=1, strict=True)
    outcome = outcome_of(act, driver)
    if isinstance(outcome, BaseException):
        assert our_frames(outcome)
        shown = readable(outcome)
    else:
        # The answer of an operation that answers with nothing is not read.
        assert failure in {"no JSON", "not as documented"}
        shown = repr(outcome)
    assert driver.engine.requests
    shown += caplog.text + repr(driver.client) + repr(driver.engine.requests)
    assert PLANTED not in shown


@pytest.mark.parametrize("kind", [hms.Client, hms.AsyncClient])
@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        ({"base_url": f"https://user:{PLANTED}@api.test/v2"}, {"HMS_MANAGEMENT_TOKEN": "ready"}),
        ({}, {"HMS_MANAGEMENT_TOKEN": "ready", "HMS_BASE_URL": f"https://user:{PLANTED}@api.test/v2"}),
        ({"base_url": "nonsense"}, {"HMS_ACCESS_KEY": ACCESS_KEY, "HMS_SECRET": PLANTED}),
        ({"timeout": -1}, {"HMS_ACCESS_KEY": ACCESS_KEY, "HMS_SECRET": PLANTED}),
        ({"retries": -1}, {"HMS_MANAGEMENT_TOKEN": PLANTED}),
        ({"base_url": "nonsense", "management_token": PLANTED}, {}),
        ({"engine": object(), "http_client": object()}, {"HMS_MANAGEMENT_TOKEN": PLANTED}),
        ({}, {"HMS_SECRET": PLANTED}),
        ({}, {"HMS_MANAGEMENT_TOKEN": f"Bearer {PLANTED}"}),
        ({"secret": PLANTED}, {"HMS_SECRET": PLANTED}),
    ],
)
def test_no_secret_when_a_client_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch, kind: Any, arguments: dict[str, Any], environment: dict[str, str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(hms.ConfigurationError) as caught:
        kind(**arguments)
    assert our_frames(caught.value)
    assert PLANTED not in readable(caught.value)


@pytest.mark.parametrize("style", STYLES)
def test_no_secret_in_the_refusal_of_arguments(drive: Callable[..., Driver], style: str) -> None:
    nonsense: Any = object()

    def act(driver: Driver) -> Any:
        members = {"username": nonsense, "password": PLANTED, "address": "sip.test", "from_": "+1"}
        if style == "function":
            body = CreateOutboundTrunkRequest(**members)
            module = create_outbound_trunk
            function: Any = module.asyncio if driver.asynchronous else module.sync
            return driver.finish(function(client=driver.client, body=body))
        sip = driver.client.sip if style == "method" else driver.client.sip.with_response
        return driver.finish(sip.create_outbound_trunk(**members))

    with pytest.raises(codec.EncodeError) as caught:
        act(drive([]))
    assert our_frames(caught.value)
    assert PLANTED not in readable(caught.value)


def schema_of_answer(definition: dict[str, Any]) -> Any:
    (answered,) = (each for status, each in definition["responses"].items() if status.startswith("2"))
    return answered["content"]["application/json"]["schema"] if "content" in answered else {}


ANSWERED = {
    f"{'.'.join(way)} of {definition['operationId']}": (module, way)
    for definition, module in operations()
    for way in members_with_secrets(schema_of_answer(definition))
}


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("place", ANSWERED)
def test_no_secret_of_an_answer(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture, place: str, strict: bool
) -> None:
    module, way = ANSWERED[place]
    caplog.set_level(logging.DEBUG)
    # The answer has nothing but the secret, and something that is no JSON of this API.
    wire = planted(way)
    wire = {**wire, "id": 7, "data": wire.get("data", 7)} if isinstance(wire, dict) else [*wire, 7]
    driver = drive(lambda _: answer(wire), strict=strict)
    outcome = outcome_of(lambda driver: driver.send(Call(operation=module.OPERATION, path="/x")), driver)
    assert isinstance(outcome, hms.DecodeError) is strict
    shown = readable(outcome) if strict else repr(outcome) + repr(outcome.parsed)
    assert PLANTED not in shown + caplog.text


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_no_secret_in_any_log_of_the_process(caplog: pytest.LogCaptureFixture, kind: str) -> None:
    caplog.set_level(logging.DEBUG)
    body = json.dumps({"secret": PLANTED}).encode()
    calls = [attrs.evolve(call, body=body) for call in calls_of(60)]
    with rough_server(Storm(KINDS)) as url:
        outcomes = send_over_sockets(
            kind,
            calls,
            url,
            secret=PLANTED,
            headers={"X-Gateway": PLANTED},
            retries=hms.Retry(backoff_base=0, max_retry_after=0),
        )
    assert {type(outcome) for outcome in outcomes} >= {hms.Response, hms.ServerError, hms.APIConnectionError}
    assert {record.name.partition(".")[0] for record in caplog.records} >= {"hms", "httpx", "httpcore"}
    assert PLANTED not in caplog.text
    assert "eyJ" not in caplog.text  # how every token begins


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_no_secret_of_a_proxy(caplog: pytest.LogCaptureFixture, kind: str) -> None:
    caplog.set_level(logging.DEBUG)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # not listening: connecting is refused
        proxy = f"http://user:{quote(PLANTED, safe='')}@127.0.0.1:{unused.getsockname()[1]}"
        http: Any = httpx.Client(proxy=proxy) if kind == "sync" else httpx.AsyncClient(proxy=proxy)
        (error,) = send_over_sockets(kind, calls_of(1), "http://api.test/v2", http_client=http, retries=0)
    assert isinstance(error, hms.APIConnectionError)
    shown = readable(error) + caplog.text
    assert PLANTED not in shown
    assert quote(PLANTED, safe="") not in shown
