"""Every operation of the document, through every way that the SDK has to call it."""

from __future__ import annotations

import datetime
import functools
import importlib
import inspect
import pkgutil
import typing
from typing import TYPE_CHECKING, Any

import attrs
import httpx
import pytest

import hms
import hms_generated_client.api
from hms_generated_client import codec
from hms_generated_client.resources import Resources
from tests.contract.document import Operation, operations_of, read_document
from tests.contract.props import start_body
from tests.contract.scene import ROLES, Depth, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hms_mock import MockServer

    from .conftest import Connect
    from .traffic import TrafficCheck

pytestmark = pytest.mark.anyio

OPERATIONS = operations_of(read_document())
_STARTS = {
    "startRecording": "recordings",
    "startLiveStream": "live-streams",
    "startExternalStream": "external-streams",
}


def modules() -> dict[str, Any]:
    """The generated modules by their operationId."""
    found = {}
    for each in pkgutil.walk_packages(hms_generated_client.api.__path__, "hms_generated_client.api."):
        module: Any = importlib.import_module(each.name)
        if hasattr(module, "OPERATION"):
            found[module.OPERATION.id] = module
    return found


MODULES = modules()


@pytest.fixture(scope="module")
def http_clients(hms_mock_server: MockServer) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """Clients of the API and of the control plane, which know nothing of the SDK. Making them is slow."""
    server = hms_mock_server
    token = hms.create_management_token(access_key=server.access_key, secret=server.secret)
    control_url = server.url.removesuffix("/v2") + "/_mock"
    headers = {"Authorization": f"Bearer {token}"}
    with (
        httpx.Client(base_url=server.url, headers=headers) as api,
        httpx.Client(base_url=control_url) as control,
    ):
        yield api, control


@pytest.fixture
def stage(hms_mock: MockServer, http_clients: tuple[httpx.Client, httpx.Client]) -> Stage:
    """Prepares objects on the mock server."""
    return Stage(*http_clients)


class Example:
    """The arguments of a call that succeeds: those of the document's examples, about prepared objects."""

    def __init__(self, operation: Operation, stage: Stage, server: MockServer) -> None:
        self._operation = operation
        self._stage = stage
        module = MODULES[operation.id]
        self._hints = typing.get_type_hints(module.build)
        names = inspect.signature(module.build).parameters
        values = self._values()
        self.path = [self._python(name, values[name]) for name in operation.path_parameters]
        query = {
            each["name"]: self._query_value(each, values)
            for each in operation.parameters
            if each["in"] == "query" and each["name"] != "start"
        }
        self.query = {
            name: self._python(name, value)
            for wire, value in query.items()
            for name in names
            if name.rstrip("_") == wire
        }
        assert len(self.query) == len(query)
        self.token: dict[str, Any] = {}
        if "client_token" in names:
            self.token["client_token"] = hms.create_client_token(
                access_key=server.access_key,
                secret=server.secret,
                room_id=values["room_id"],
                role=ROLES[0],
                user_id="somebody",
            )
        self.body: dict[str, Any] = {}
        if operation.takes_body:
            self.body["body"] = self._python("body", self._wire_body(values))

    @property
    def members(self) -> dict[str, Any]:
        """The body in the form in which a method of a resource takes it."""
        if not self.body:
            return {}
        body = self.body["body"]
        if attrs.has(type(body)):
            return {field.name: getattr(body, field.name) for field in attrs.fields(type(body))}
        return {self._operation.definition["requestBody"]["x-argument"]: body}

    def _python(self, name: str, wire: Any) -> Any:
        decoded = codec.from_wire(self._hints[name], wire)
        assert decoded.problems == (), (name, wire, decoded.problems)
        return decoded.value

    def _values(self) -> dict[str, Any]:
        values: dict[str, Any] = self._stage.values(self._operation.method, self._operation.path)
        for each in self._operation.parameters:
            if each["in"] == "path" and each["schema"].get("type") == "integer":
                values[each["name"]] = int(values[each["name"]])
        return values

    def _query_value(self, parameter: Any, values: dict[str, Any]) -> Any:
        if parameter["name"] in values:
            return values[parameter["name"]]
        if parameter["schema"].get("format") == "date-time":
            return self._time(parameter["name"])
        return parameter["example"]

    def _time(self, name: str) -> str:
        since = name in {"after", "start_time"}
        return codec.format_timestamp(self._stage.now() - datetime.timedelta(days=1 if since else 0))

    def _wire_body(self, values: dict[str, Any]) -> Any:
        operation, body = self._operation, self._operation.example_body
        if operation.id in _STARTS:
            return start_body(_STARTS[operation.id])
        if operation.id == "updateTemplateRecordings":
            return [each | {"role": ROLES[0]} for each in body]
        known = dict(values)
        if "code" in body or "room_code" in body:
            code = self._stage.scene(Depth.CODES).codes[0]
            known |= {"code": code, "room_code": code}
        if operation.id == "startOutboundCall":
            known |= self._stage.props.once("trunk")
        known |= {name: self._time(name) for name in ("start_time", "end_time")}
        return {name: known.get(name, member) for name, member in body.items()}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
async def test_an_operation_succeeds_in_every_way_to_call_it(
    connect: Connect, hms_mock: MockServer, stage: Stage, traffic: TrafficCheck, operation: Operation
) -> None:
    client, module = connect(), MODULES[operation.id]

    def example() -> Example:
        if not module.OPERATION.idempotent or operation.method == "DELETE":
            stage.spend()  # what the call before used up
        return Example(operation, stage, hms_mock)

    is_list = hasattr(module, "PAGINATION")
    resource = getattr(client, operation.definition["x-resource"])
    method = operation.definition["x-method"]
    ways = [getattr(resource, method)] + ([] if is_list else [getattr(resource.with_response, method)])
    for way in ways:
        made = example()
        await way(*made.path, **made.token, **made.query, **made.members)
    names = inspect.signature(module.build).parameters
    for function in connect.functions(module, client):
        made = example()
        # Given by name, since `hms.paginate` takes no others.
        path = dict(zip(names, made.path, strict=False))
        await function(**path, **made.token, **made.query, **made.body)
    assert [seen[0] for seen in traffic.seen] == [operation.id] * (len(ways) + 2 + is_list)
    assert {seen[1] // 100 for seen in traffic.seen} == {2}


def _methods(definition: Mapping[str, Any]) -> list[str]:
    """The methods that an operation has, by the document."""
    methods = [definition["x-method"]]
    if "x-wait" in definition:
        methods.append(definition["x-wait"]["method"])
    if "x-download" in definition:
        methods += ["download", "download_many"]
    return methods


def test_every_operation_has_a_module_and_every_method_an_operation() -> None:
    assert set(MODULES) == {operation.id for operation in OPERATIONS}
    documented = {
        (each.definition["x-resource"], method) for each in OPERATIONS for method in _methods(each.definition)
    }
    with hms.Client(management_token="tok") as client:
        found = {
            (name, method)
            for name, attribute in vars(Resources).items()
            if isinstance(attribute, functools.cached_property)
            for method in dir(getattr(client, name))
            if not method.startswith("_") and method != "with_response"
        }
    assert found == documented
