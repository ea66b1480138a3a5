from __future__ import annotations

import ast
import asyncio
import subprocess
import sys
import types
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hms_fakes import LIST_THINGS, THINGS, AsyncFakeEngine, Driver, FakeEngine, answer

import hms
from hms import AsyncClient, Client, paginate
from hms_generated_client.operation import AsyncPage, Call, Page

PACKAGE = Path(hms.__file__).parent


def modules_after(statement: str) -> set[str]:
    program = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_client_loads_nothing_heavy() -> None:
    loaded = modules_after("from hms import Client")
    heavy = {
        "httpx",
        "jwt",
        "msgspec",
        "ssl",
        "asyncio",
        "hms_generated_client.codec",
        "hms_generated_client.types",
    }
    assert loaded & heavy == set()
    families = {
        name
        for name in loaded
        if name.startswith(
            ("hms_generated_client.resources.", "hms_generated_client.api", "hms_generated_client.models")
        )
    }
    assert families == set()


def test_importing_the_package_loads_none_of_its_modules() -> None:
    assert {name for name in modules_after("import hms") if name.startswith("hms")} == {"hms", "hms._version"}


def test_minting_a_token_needs_no_http_library() -> None:
    mint = f"import hms; hms.create_management_token(access_key='key', secret={'s' * 40!r})"
    loaded = modules_after(mint)
    assert "jwt" in loaded
    assert "httpx" not in loaded


def test_every_public_name_can_be_imported() -> None:
    assert [name for name in hms.__all__ if getattr(hms, name, None) is None] == []
    assert set(hms.__all__) <= set(dir(hms))
    assert hms.__all__ == sorted(
        hms.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name)
    )


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(Path(hms.__file__).read_text())
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.level or node.module in hms._MODULES)
        for alias in node.names
    }
    assert imported == set(hms.__all__) == set(hms._HOMES) | {"__version__"}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Clinet"):
        hms.Clinet  # type: ignore[attr-defined]  # noqa: B018


def test_only_one_module_knows_httpx() -> None:
    importing = set()
    for path in PACKAGE.glob("*.py"):
        for node in runtime_imports(ast.parse(path.read_text())):
            names = (
                [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            )
            if any(name.split(".")[0] == "httpx" for name in names):
                importing.add(path.name)
    assert importing == {"_httpx_engine.py"}


def runtime_imports(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        yield from runtime_imports(node)


def fake_module() -> Any:
    module = types.ModuleType("list_things")

    def build(*, limit: int | None = None) -> Call[Any]:
        return LIST_THINGS if limit is None else LIST_THINGS.with_query("limit", str(limit))

    vars(module).update(build=build, PAGINATION=THINGS)
    return module


def test_paginate_over_a_classic_module() -> None:
    bodies = [{"data": [{"id": "a"}, {"id": "b"}], "last": "b"}, {"data": [{"id": "c"}]}]
    engine = FakeEngine([answer(body) for body in bodies])
    page = paginate(fake_module(), client=Client(management_token="tok", engine=engine), limit=20)
    assert [thing.id for thing in page] == ["a", "b", "c"]
    assert [request.url.partition("?")[2] for request in engine.requests] == ["limit=20", "limit=20&start=b"]


def test_paginate_with_an_asynchronous_client() -> None:
    async def scenario() -> None:
        engine = AsyncFakeEngine(lambda _: answer({"data": [{"id": "a"}, {"id": "b"}]}))
        client = AsyncClient(management_token="tok", engine=engine)
        walk = paginate(fake_module(), client=client, max_items=1)
        assert [thing.id async for thing in walk] == ["a"]
        assert (await walk).cursor is None

    asyncio.run(scenario())


def test_the_page_classes_have_what_the_protocols_ask_for() -> None:
    def members(protocol: type) -> set[str]:
        return {name for name in vars(protocol) if not name.startswith("_")} | {
            "__iter__",
            "__aiter__",
        } & set(vars(protocol))

    page = Driver([answer({"data": []})], asynchronous=False).first_page(LIST_THINGS, THINGS)
    assert {name for name in members(Page) if not hasattr(page, name)} == set()
    page = Driver([answer({"data": []})], asynchronous=True).first_page(LIST_THINGS, THINGS)
    assert {name for name in members(AsyncPage) if not hasattr(page, name)} == set()
    assert isinstance(page.pages(), AsyncIterator)
