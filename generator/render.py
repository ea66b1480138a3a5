"""Step 5: write the package, from our templates over the parsed document."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openapi_python_client import Project

from . import prose
from .parse import config

if TYPE_CHECKING:
    from openapi_python_client.parser import GeneratorData

    from .nodes import JSONObject
    from .surface import Surface, Value

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
_RUNTIME = _HERE / "runtime"


def render(document: JSONObject, parsed: GeneratorData, surface: Surface, output: Path) -> None:
    """Write the whole package into an empty folder, not yet formatted.

    Args:
        document: The bundled document, which ships with the package.
        parsed: What openapi-python-client read.
        surface: The same, described for templates.
        output: The folder of the package.
    """
    _Renderer(parsed, surface, output).run(document)


class _Renderer:
    def __init__(self, parsed: GeneratorData, surface: Surface, output: Path) -> None:
        self._surface = surface
        self._output = output
        # The environment of openapi-python-client's own templates, with ours found first.
        project = Project(openapi=parsed, config=config(output), custom_template_path=_TEMPLATES)
        self._env: Any = project.env  # jinja2 types its globals as those it has from the start
        self._env.filters.update(
            docstring=prose.docstring,
            qualified=_qualified,
            tuple=tuple,
        )
        self._env.globals.update(
            title=surface.title,
            version=surface.version,
            modules=surface.modules,
            field_default=_field_default,
        )

    def run(self, document: JSONObject) -> None:
        for file in sorted(_RUNTIME.glob("*.py")):
            shutil.copyfile(file, self._output / file.name)
        self._write("__init__.py", "package_init")
        (self._output / "py.typed").touch()
        bundle = json.dumps(document, indent=2, ensure_ascii=False)
        (self._output / "openapi.json").write_text(f"{bundle}\n", encoding="utf-8")
        self._models()
        self._operations()
        self._resources()
        self._write("events.py", "events", events=self._surface.events, delivery=document.get("x-webhooks"))

    def _models(self) -> None:
        for model in self._surface.models:
            self._write(f"models/{model.module}.py", "model", model=model)
        for enum in self._surface.enums:
            self._write(f"models/{enum.module}.py", "enum", enum=enum)
        for union in self._surface.unions:
            self._write(f"models/{union.module}.py", "union", union=union)
        self._write(
            "models/__init__.py",
            "lazy_init",
            docstring="The JSON objects and enums of the API, each imported when it is first used.",
            exports=self._surface.modules,
        )

    def _operations(self) -> None:
        self._write(
            "api/__init__.py", "docstring_init", docstring="The operations of the API, one module each."
        )
        for tag in sorted({operation.tag for operation in self._surface.operations}):
            self._write(f"api/{tag}/__init__.py", "docstring_init", docstring=f"The operations tagged {tag}.")
        for operation in self._surface.operations:
            self._write(f"api/{operation.tag}/{operation.module}.py", "operation", operation=operation)

    def _resources(self) -> None:
        for resource in self._surface.resources:
            self._write(f"resources/{resource.name}.py", "resource", resource=resource)
        self._write("resources/__init__.py", "resources_init", resources=self._surface.resources)
        self._write(
            "OPERATIONS.md", "operations", resources=self._surface.resources, events=self._surface.events
        )

    def _write(self, path: str, template: str, **context: object) -> None:
        file = self._output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        rendered = self._env.get_template(f"{template}{file.suffix}.jinja").render(**context)
        file.write_text(rendered, encoding="utf-8")


def _field_default(value: Value) -> str:
    """The right-hand side of an attribute of a model."""
    arguments = [] if value.required else ["default=UNSET"]
    if value.secret:
        arguments.append("repr=False")
    if arguments == ["default=UNSET"]:
        return " = UNSET"
    return f" = attrs.field({', '.join(arguments)})" if arguments else ""


def _qualified(annotation: str) -> str:
    """An annotation that means the builtin in a class that has a method `list`."""
    return annotation.replace("list[", "builtins.list[")
