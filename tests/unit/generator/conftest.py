"""A small valid document in files, which each test changes in the one place that it is about."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.bundle import Bundle, bundle
from generator.describe import describe
from generator.lower import lower
from generator.parse import parse
from generator.pipeline import generated

if TYPE_CHECKING:
    from pathlib import Path

    from generator.surface import Surface

DOCS = "https://www.100ms.live/docs/server-side/v2/things"
ERRORS = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "403": "Forbidden",
    "404": "NotFound",
    "415": "UnsupportedMediaType",
    "500": "InternalServerError",
}


def _errors(*statuses: str) -> dict[str, Any]:
    return {status: {"$ref": f"../../shared/responses/{ERRORS[status]}.yaml"} for status in statuses}


def _json(schema: str, example: object) -> dict[str, Any]:
    return {
        "application/json": {
            "schema": {"$ref": f"../schemas/{schema}.yaml"},
            "examples": {"shown": {"value": example}},
        }
    }


def _operation(identifier: str, method: str, **members: object) -> dict[str, Any]:
    return {
        "tags": ["things"],
        "operationId": identifier,
        "summary": f"The summary of {identifier}",
        "description": f"The description of {identifier}.",
        "externalDocs": {"url": f"{DOCS}/{identifier}"},
        "x-resource": "things",
        "x-method": method,
        "security": [{"managementToken": []}],
        **members,
    }


_THING = {"id": "t1", "name": "Lamp", "color": "red"}


def minimal_files() -> dict[str, Any]:
    """The files of a document with three operations, by their paths; each is to be written as YAML."""
    return {
        "openapi.yaml": {
            "openapi": "3.1.0",
            "info": {"title": "Thing API", "version": "1.2.3"},
            "tags": [{"name": "things", "description": "Things to keep."}],
            "paths": {
                "/things": {"$ref": "./things/paths/things.yaml"},
                "/things/{thing_id}": {"$ref": "./things/paths/thing.yaml"},
            },
            "components": {"securitySchemes": {"managementToken": {"type": "http", "scheme": "bearer"}}},
        },
        "things/paths/things.yaml": {
            "get": _operation(
                "listThings",
                "list",
                **{"x-pagination": {"items": "data", "cursor": "last", "parameter": "start"}},
                parameters=[
                    {
                        "name": "start",
                        "in": "query",
                        "description": "Where the page begins.",
                        "schema": {"type": "string"},
                        "example": "t1",
                    },
                    {
                        "name": "limit",
                        "in": "query",
                        "description": "How many things a page holds.",
                        "schema": {"type": "integer", "minimum": 10, "maximum": 100, "default": 10},
                        "example": 20,
                    },
                ],
                responses={
                    "200": {
                        "description": "One page of things.",
                        "content": _json("ThingList", {"data": [_THING], "last": "t1"}),
                    },
                    **_errors("400", "401", "403", "500"),
                },
            ),
            "post": _operation(
                "createThing",
                "create",
                **{"x-idempotent": False},
                requestBody={
                    "description": "The new thing.",
                    "required": True,
                    "content": _json("CreateThingRequest", {"name": "Lamp", "color": "red"}),
                },
                responses={
                    "200": {
                        "description": "The thing that was made.",
                        "content": _json("Thing", _THING),
                        "links": {
                            "getThing": {
                                "operationId": "getThing",
                                "description": "Fetch it again.",
                                "parameters": {"thing_id": "$response.body#/id"},
                            }
                        },
                    },
                    **_errors("400", "401", "403", "415", "500"),
                },
            ),
        },
        "things/paths/thing.yaml": {
            "get": _operation(
                "getThing",
                "get",
                parameters=[{"$ref": "../parameters/ThingId.yaml"}],
                responses={
                    "200": {"description": "The thing.", "content": _json("Thing", _THING)},
                    **_errors("401", "403", "404", "500"),
                },
            )
        },
        "things/parameters/ThingId.yaml": {
            "name": "thing_id",
            "in": "path",
            "required": True,
            "description": "Which thing.",
            "schema": {"type": "string"},
            "example": "t1",
        },
        "things/schemas/Thing.yaml": {
            "type": "object",
            "description": "A thing.",
            "required": ["id", "name"],
            "properties": {
                "id": {"type": "string", "description": "Identifies the thing."},
                "name": {"type": "string", "description": "What it is called."},
                "color": {"$ref": "./Color.yaml"},
            },
        },
        "things/schemas/Color.yaml": {
            "type": "string",
            "description": "A color.",
            "enum": ["red", "green"],
        },
        "things/schemas/ThingList.yaml": {
            "type": "object",
            "description": "A page of things.",
            "required": ["data"],
            "properties": {
                "data": {
                    "type": "array",
                    "description": "The things of the page.",
                    "items": {"$ref": "./Thing.yaml"},
                },
                "last": {"type": "string", "description": "The cursor of the next page."},
            },
        },
        "things/schemas/CreateThingRequest.yaml": {
            "type": "object",
            "description": "A thing to be made.",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "description": "What it is called.", "maxLength": 40},
                "color": {"$ref": "./Color.yaml"},
            },
        },
        "shared/schemas/Error.yaml": {
            "type": "object",
            "description": "What went wrong.",
            "properties": {"message": {"type": "string", "description": "In words."}},
        },
        **{
            f"shared/responses/{name}.yaml": {
                "description": f"The call failed: {name}.",
                "content": _json("Error", {"message": "no"}),
            }
            for name in ERRORS.values()
        },
    }


class Sources:
    """The files of a document in a folder. Change `files`, then ask for what comes of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = minimal_files()

    @property
    def root(self) -> Path:
        """The file that the document begins with."""
        return self.folder / "openapi.yaml"

    def operation(self, identifier: str) -> dict[str, Any]:
        """One of the three operations, to be changed."""
        file, method = {
            "listThings": ("things", "get"),
            "createThing": ("things", "post"),
            "getThing": ("thing", "get"),
        }[identifier]
        operation: dict[str, Any] = self.files[f"things/paths/{file}.yaml"][method]
        return operation

    def members(self, schema: str) -> dict[str, Any]:
        """The properties of one of the schemas, to be changed."""
        properties: dict[str, Any] = self.files[f"things/schemas/{schema}.yaml"]["properties"]
        return properties

    def wait_for_green(self) -> None:
        """Let things be painted: they are red on the way, and green when they are done."""
        self.operation("getThing")["x-wait"] = {
            "method": "wait",
            "summary": "Wait until a thing is painted",
            "description": "Nobody paints it meanwhile.",
            "state": "color",
            "passing": ["red"],
            "succeeded": ["green"],
            "failed": [],
            "timeout": 60,
        }

    def write(self) -> Path:
        """Write the files, those that are strings as they are, and return the root."""
        for path, content in self.files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            # Written out whole: an alias in place of a repeated object would be read as that object's line.
            text = content if isinstance(content, str) else yaml.dump(content, Dumper=_Plain, sort_keys=False)
            file.write_text(text, encoding="utf-8")
        return self.root

    def line(self, path: str, text: str) -> int:
        """The number of the only line of a written file that has a text in it."""
        lines = (self.folder / path).read_text(encoding="utf-8").splitlines()
        (number,) = [number for number, line in enumerate(lines, 1) if text in line]
        return number

    def place(self, path: str, text: str) -> str:
        """That line as a message names it."""
        return f"{self.folder / path}:{self.line(path, text)}"

    def bundle(self) -> Bundle:
        """The document as the first step makes it."""
        return bundle(self.write())

    def surface(self) -> Surface:
        """What the templates would render."""
        document = self.bundle().document
        return describe(document, parse(lower(document), output=self.folder / "output"))

    def generate(self) -> Package:
        """The package, imported by nobody yet."""
        with generated(self.write(), lambda *_: None) as output:
            return Package.keep(output, self.folder / "generated")


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


class Package:
    """A generated package in a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def keep(cls, output: Path, folder: Path) -> Package:
        """Move a generated package to where it stays."""
        folder.mkdir(parents=True)
        return cls(output.rename(folder / output.name))

    def text(self, path: str) -> str:
        """One file of it."""
        return (self.path / path).read_text(encoding="utf-8")

    def run(self, code: str) -> Any:
        """Run code in an interpreter that imports this package and no other of its name.

        Returns:
            The value that the code gave to `result`, through JSON.
        """
        found = f"import json, sys\nsys.path.insert(0, {str(self.path.parent)!r})\n"
        script = f"{found}{code}\nprint(json.dumps(result))"
        done = subprocess.run(  # of code written in the test
            [sys.executable, "-B", "-W", "error", "-c", script], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """The files of the small document, in a folder of their own."""
    return Sources(tmp_path)


@pytest.fixture(scope="session")
def _bundled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return Sources(tmp_path_factory.mktemp("minimal")).bundle().document


@pytest.fixture
def document(_bundled: dict[str, Any]) -> dict[str, Any]:
    """The small document, bundled, to be changed."""
    return copy.deepcopy(_bundled)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The package of the small document."""
    return Sources(tmp_path_factory.mktemp("package")).generate()
