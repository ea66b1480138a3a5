"""The package of the small document, as a program that imports it finds it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.errors import DocumentError
from generator.pipeline import PACKAGE, differences, generated
from generator.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.generator.conftest import Package, Sources

FAKE_SENDER = """
from hms_generated_client.resources.things import AsyncThings, Things
class Sender:
    def send(self, call):
        self.call = call
        return type("Answer", (), {"parsed": "parsed"})
    def paginate(self, call, pagination, *, max_items=None, prefetch=False):
        self.call = call
        return [pagination.items, pagination.cursor, pagination.parameter, max_items, prefetch]
    def wait(self, call, waiting, *, timeout, until=None, on_poll=None):
        self.call, self.waiting = call, waiting
        return [timeout, until, on_poll]
sender = Sender()
things = Things(sender)
"""


def test_a_call_is_built_without_sending_it(package: Package) -> None:
    code = """
from hms_generated_client.api.things import get_thing, list_things
got = get_thing.build("a/b c")
listed = list_things.build(limit=20)
result = [got.operation.id, got.operation.method, got.path, got.query, got.body,
          listed.path, listed.query, listed.operation.response.__name__, listed.operation.idempotent]
"""
    assert package.run(code) == [
        "getThing",
        "GET",
        "/things/a%2Fb%20c",
        [],
        None,
        "/things",
        [["limit", "20"]],
        "ThingList",
        True,
    ]


def test_members_of_a_body_are_keyword_arguments(package: Package) -> None:
    code = """
created = things.create(name="Lamp", color="red")
full = sender.call.body.decode()
things.create(name="Lamp")
result = [created, full, sender.call.body.decode(), sender.call.operation.idempotent]
"""
    assert package.run(FAKE_SENDER + code) == [
        "parsed",
        '{"name":"Lamp","color":"red"}',
        '{"name":"Lamp"}',
        False,
    ]


def test_arguments_of_the_body_and_the_query_are_named(package: Package) -> None:
    code = """
import inspect
def kinds(cls):
    return {name: [[p.name, p.kind.name, p.default is inspect.Parameter.empty]
                   for p in inspect.signature(getattr(cls, name)).parameters.values()][1:]
            for name in ("create", "get", "list")}
result = kinds(Things)
assert kinds(AsyncThings) == result
"""
    named = "KEYWORD_ONLY"
    assert package.run(FAKE_SENDER + code) == {
        "create": [["name", named, True], ["color", named, False]],
        "get": [["thing_id", "POSITIONAL_OR_KEYWORD", True]],
        "list": [[name, named, False] for name in ("start", "limit", "max_items", "prefetch")],
    }


def test_a_list_is_walked_page_by_page(package: Package) -> None:
    code = "result = [things.list(start='t1', max_items=5, prefetch=True), sender.call.query]"
    assert package.run(FAKE_SENDER + code) == [["data", "last", "start", 5, True], [["start", "t1"]]]


def test_a_list_that_is_always_complete_has_nothing_to_prefetch(sources: Sources) -> None:
    sources.operation("listThings")["x-pagination"] = {"items": "data"}
    code = "import inspect; result = list(inspect.signature(Things.list).parameters)"
    assert sources.generate().run(FAKE_SENDER + code) == ["self", "start", "limit", "max_items"]


def test_what_has_states_can_be_waited_for(sources: Sources) -> None:
    sources.wait_for_green()
    package = sources.generate()
    code = """
import asyncio
waited = [things.wait("t1"), things.wait("t1", until="red", timeout=5, on_poll=print) == [5, "red", print]]
class AsyncSender(Sender):
    async def wait(self, *arguments, **options):
        return Sender.wait(self, *arguments, **options)
awaited = asyncio.run(AsyncThings(AsyncSender()).wait("t1"))
waiting = sender.waiting
result = [waited, awaited, sender.call.path, waiting.state,
          waiting.passing, waiting.succeeded, waiting.failed,
          Things.wait.__doc__, AsyncThings.wait.__doc__ == Things.wait.__doc__]
"""
    *found, docs, same = package.run(FAKE_SENDER + code)
    assert found == [
        [[60, None, None], True],
        [60, None, None],
        "/things/t1",
        "color",
        ["red"],
        ["green"],
        [],
    ]
    for text in (
        "Wait until a thing is painted.",
        "Nobody paints it meanwhile.",
        "until: The state to wait for: `red` or `green`.",
        "Default: `green`.",
        "timeout: Seconds to wait at most; `math.inf` for no limit. Default: 60.",
        "hms.WaitTimeoutError",
        "hms.NotFoundError",
    ):
        assert text in docs
    assert "JobFailedError" not in docs  # there is no state of failure
    assert same
    assert "`things.wait` | `GET /things/{thing_id}`, repeated |" in package.text("OPERATIONS.md")


def test_the_asynchronous_resource_makes_the_same_calls(package: Package) -> None:
    code = """
import asyncio
class AsyncSender(Sender):
    async def send(self, call):
        return Sender.send(self, call)
sender = AsyncSender()
answer = asyncio.run(AsyncThings(sender).get("t1"))
result = [answer, sender.call.path, AsyncThings(sender).list(max_items=2)]
"""
    assert package.run(FAKE_SENDER + code) == [
        "parsed",
        "/things/t1",
        ["data", "last", "start", 2, False],
    ]


def test_the_classic_functions_send(package: Package) -> None:
    code = """
import asyncio
from hms_generated_client.api.things import create_thing, get_thing
from hms_generated_client.models import CreateThingRequest
class AsyncSender(Sender):
    async def send(self, call):
        return Sender.send(self, call)
result = [get_thing.sync("t1", client=sender), sender.call.path,
          create_thing.sync_detailed(client=sender, body=CreateThingRequest(name="x")).parsed,
          asyncio.run(get_thing.asyncio("t1", client=AsyncSender()))]
"""
    assert package.run(FAKE_SENDER + code) == ["parsed", "/things/t1", "parsed", "parsed"]


def test_models_know_what_was_left_out(package: Package) -> None:
    code = """
from hms_generated_client.models import Color, Thing
from hms_generated_client.types import UNSET
thing = Thing.from_dict({"id": "1", "name": "a"})
result = [thing.color is UNSET, thing.to_dict(), Thing(id="1", name="a", color=Color.RED).to_dict(),
          Color("mauve").is_known]
"""
    assert package.run(code) == [
        True,
        {"id": "1", "name": "a"},
        {"id": "1", "name": "a", "color": "red"},
        False,
    ]


def test_docstrings_say_what_the_document_says(package: Package) -> None:
    code = """
from hms_generated_client.api.things import list_things
import hms_generated_client.models.thing as thing
import hms_generated_client as package
result = {"method": Things.list.__doc__, "async": AsyncThings.list.__doc__,
          "build": list_things.build.__doc__, "class": Things.__doc__,
          "model": thing.Thing.__doc__, "package": package.__doc__}
"""
    docs = package.run(FAKE_SENDER + code)
    for text in (
        "The summary of listThings.",
        "The description of listThings.",
        "Documentation: https://www.100ms.live/docs/server-side/v2/things/listThings",
        "limit: How many things a page holds. Default: 10. From 10 to 100.",
        "max_items: Stop after this many items",
        "One page of things.",
        "hms.AuthenticationError: The call failed: Unauthorized.",
        "hms.APIError: Any other error status",
    ):
        assert text in docs["method"]
    assert docs["async"] == docs["method"]
    assert "limit: How many things a page holds. Default: 10. From 10 to 100." in docs["build"]
    assert docs["class"] == "Things to keep."
    assert docs["model"] == "A thing."
    assert "Thing API, version 1.2.3" in " ".join(docs["package"].split())
    assert '"""What it is called."""' in package.text("models/thing.py")


def test_the_bundle_ships_with_the_package(package: Package) -> None:
    document = json.loads(package.text("openapi.json"))
    # With what was rewritten on a copy: the default and the error responses.
    assert document["paths"]["/things"]["get"]["parameters"][1]["schema"]["default"] == 10
    assert "401" in document["paths"]["/things"]["get"]["responses"]
    assert package.path.joinpath("py.typed").read_bytes() == b""


def test_any_text_can_be_in_the_document(sources: Sources) -> None:
    evil = 'A "thing" \\d {{ 1 }} {% x %} """ and "quoted"'
    sources.files["openapi.yaml"]["info"].update(title=evil)
    sources.files["openapi.yaml"]["tags"][0]["description"] = evil
    for member in ("summary", "description"):
        sources.operation("getThing")[member] = evil
    sources.files["things/parameters/ThingId.yaml"]["description"] = evil
    for schema in ("Thing", "Color"):
        sources.files[f"things/schemas/{schema}.yaml"]["description"] = evil
    sources.members("Thing")["name"]["description"] = evil
    sources.files["shared/responses/NotFound.yaml"]["description"] = evil
    package = sources.generate()
    code = """
from hms_generated_client.resources.things import Things
from hms_generated_client.models import Color, Thing
result = [Color.__doc__, Thing.__doc__, Things.__doc__, Things.get.__doc__]
"""
    enum, model, resource, method = package.run(code)
    said = evil.replace('"""', "'''")
    assert enum == model == resource == said
    assert method.count(said) == 4


def test_any_text_can_be_the_value_of_an_enum(sources: Sources) -> None:
    values = ["red", "it's <1> & more", 'a "b"', "a \\d", "{{ x }}", "é"]
    sources.files["things/schemas/Color.yaml"]["enum"] = values
    code = "from hms_generated_client.models import Color\nresult = [color.value for color in Color]"
    assert sources.generate().run(code) == values


def test_secrets_do_not_show(sources: Sources) -> None:
    sources.members("Thing")["password"] = {
        "type": "string",
        "format": "password",
        "description": "A password.",
    }
    code = """
from hms_generated_client.models import Thing
result = repr(Thing(id="1", name="a", password="hidden"))
"""
    assert sources.generate().run(code) == "Thing(id='1', name='a', color=UNSET)"


def test_generating_twice_gives_the_same_bytes(package: Package, sources: Sources) -> None:
    again = sources.generate()
    assert differences(package.path, again.path) == []
    assert len(list(again.path.rglob("*.py"))) == len(list(package.path.rglob("*.py")))


def test_every_step_is_told(sources: Sources) -> None:
    steps: list[tuple[str, str]] = []

    def note(step: str, result: str, seconds: float) -> None:
        assert seconds >= 0
        steps.append((step, result))

    with generated(sources.write(), note) as output:
        assert output.name == PACKAGE
        assert output.joinpath("models/thing.py").is_file()
    assert not output.exists()
    assert [step for step, _ in steps] == ["bundle", "check", "lower", "parse", "render", "format", "verify"]
    told = dict(steps)
    assert told["bundle"].startswith("2 paths, ")
    assert told["parse"].startswith("4 models, 1 enums")
    assert told["render"] == "3 operations on 1 resources"
    assert told["verify"] == "everything imports, 3 operations in and out"


class TestVerify:
    @pytest.fixture
    def output(self, package: Package, tmp_path: Path) -> Path:
        """A copy of the package, to be damaged."""
        return shutil.copytree(package.path, tmp_path / package.path.name)

    @pytest.fixture
    def wanted(self, package: Package) -> dict[str, object]:
        document: dict[str, object] = json.loads(package.text("openapi.json"))
        return document

    def test_a_whole_package_passes(self, output: Path, wanted: dict[str, object]) -> None:
        assert verify(wanted, output) == 3
        assert not list(output.rglob("__pycache__"))

    def test_a_missing_operation_is_found(self, output: Path, wanted: dict[str, object]) -> None:
        output.joinpath("resources/things.py").unlink()
        output.joinpath("api/things/get_thing.py").unlink()
        with pytest.raises(DocumentError, match="the operation getThing is not in both"):
            verify(wanted, output)

    def test_an_operation_too_many_is_found(self, output: Path, wanted: dict[str, object]) -> None:
        assert isinstance(wanted["paths"], dict)
        del wanted["paths"]["/things"]["post"]
        with pytest.raises(DocumentError, match="the operation createThing is not in both"):
            verify(wanted, output)

    def test_a_module_that_does_not_import_is_found(self, output: Path, wanted: dict[str, object]) -> None:
        output.joinpath("models/thing.py").write_text("import nothing_of_this_name\n")
        with pytest.raises(RuntimeError, match="nothing_of_this_name"):
            verify(wanted, output)

    def test_a_model_that_cannot_be_decoded_is_found(self, output: Path, wanted: dict[str, object]) -> None:
        file = output / "models/thing.py"
        file.write_text(file.read_text().replace("    id: str\n", "    id: NoSuchType\n"))
        with pytest.raises(RuntimeError, match="NoSuchType"):
            verify(wanted, output)
