"""Step 1: many files with relative references become one document."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from . import source
from .errors import DocumentError, Finding, Location, Mistake
from .nodes import JSONObject, Pointer, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPONENT_KINDS = ("schemas", "parameters", "responses", "examples", "requestBodies", "headers", "links")
"""A file in a folder of one of these names becomes the component of that kind that has the file's name."""


@attrs.frozen
class Bundle:
    """The whole document, all of its references local, and where each node of it was written."""

    document: JSONObject
    origins: dict[Pointer, Location]

    def locate(self, pointer: Pointer) -> Location:
        """The source file and line of a node, or of its nearest ancestor that has one."""
        while pointer not in self.origins:
            pointer = pointer[:-1]
        return self.origins[pointer]

    def error(self, findings: Sequence[Finding]) -> DocumentError:
        """The findings as an error that names files and lines."""
        return DocumentError(
            Mistake(finding.message, finding.hint, self.locate(finding.pointer)) for finding in findings
        )


def bundle(root: Path) -> Bundle:
    """Read a document and everything it references.

    Args:
        root: The file that the document begins with.

    Returns:
        The document with its references resolved: files in folders named like a kind of component are
        hoisted into `components`, all other files are put in where they are referenced.

    Raises:
        DocumentError: A file cannot be read or a reference leads nowhere.
    """
    return _Bundler(root).run()


class _Bundler:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._sources: dict[Path, source.Source] = {}
        self._components: dict[tuple[str, str], Path] = {}
        self._waiting: list[tuple[str, str]] = []
        self._mistakes: list[Mistake] = []
        self._local: list[tuple[str, Location]] = []
        self._origins: dict[Pointer, Location] = {}

    def run(self) -> Bundle:
        root = self._read(self._root)
        if not is_object(root.data):
            raise DocumentError(
                [
                    Mistake(
                        "the document is no object", "begin it with `openapi: 3.1.0`", Location(self._root, 1)
                    )
                ]
            )
        document: JSONObject = self._resolve(root, root.data, (), (), (self._root,))
        components: dict[str, JSONObject] = document.setdefault("components", {})
        while self._waiting:
            kind, name = self._waiting.pop()
            file = self._read(self._components[kind, name])
            target = ("components", kind, name)
            components.setdefault(kind, {})[name] = self._resolve(file, file.data, (), target, (file.path,))
        for reference, location in self._local:
            if not _leads_somewhere(document, reference):
                self._mistake(
                    location, f"`{reference}` leads nowhere", "reference the file, by a relative path"
                )
        if self._mistakes:
            raise DocumentError(self._mistakes)
        document["components"] = {
            kind: dict(sorted(components[kind].items())) for kind in sorted(components) if components[kind]
        }
        return Bundle(document, self._origins)

    def _read(self, path: Path) -> source.Source:
        if path not in self._sources:
            self._sources[path] = source.read(path)
        return self._sources[path]

    def _resolve(
        self, file: source.Source, node: Any, at: Pointer, target: Pointer, chain: tuple[Path, ...]
    ) -> Any:
        """A copy of the node that stands at `at` of a file, as it will stand at `target` of the bundle."""
        self._origins[target] = file.locate(at)
        if is_object(node):
            if isinstance(node.get("$ref"), str):
                return self._reference(file, node, at, target, chain)
            if at[-2:] == ("discriminator", "mapping"):
                # The one place where references stand without the word.
                referenced = {key: {"$ref": member} for key, member in node.items()}
                resolved = self._resolve(file, referenced, (*at, ""), target, chain)
                return {key: member and member["$ref"] for key, member in resolved.items()}
            return {
                key: self._resolve(file, member, (*at, key), (*target, key), chain)
                for key, member in node.items()
            }
        if is_array(node):
            return [
                self._resolve(file, item, (*at, index), (*target, index), chain)
                for index, item in enumerate(node)
            ]
        return node

    def _reference(
        self,
        file: source.Source,
        node: JSONObject,
        at: Pointer,
        target: Pointer,
        chain: tuple[Path, ...],
    ) -> Any:
        reference: str = node["$ref"]
        location = file.locate((*at, "$ref"))
        siblings = sorted(key for key in node if key != "$ref")
        if siblings:
            self._mistake(
                location,
                f"`$ref` beside {', '.join(siblings)}",
                "tools ignore what stands beside a `$ref`; put the `$ref` into an `allOf` of one element",
            )
        if reference.startswith("#/"):
            if file.path != self._root:
                self._mistake(
                    location,
                    f"`{reference}` points into the bundle",
                    "reference the file, by a relative path",
                )
            self._local.append((reference, location))
            return dict(node)
        path, _, fragment = reference.partition("#")
        wanted = Path(os.path.normpath(file.path.parent / path))
        if fragment:
            self._mistake(
                location, f"`{reference}` points into a file", "reference a whole file; split it if needed"
            )
            return None
        if not wanted.is_file():
            present = sorted(other.name for other in wanted.parent.glob("*.yaml"))
            hint = (
                f"the folder has {', '.join(present)}" if present else f"there is no folder {wanted.parent}"
            )
            self._mistake(location, f"`$ref` to a file that does not exist: {wanted}", hint)
            return None
        kind = wanted.parent.name
        if kind in COMPONENT_KINDS:
            return {"$ref": f"#/components/{kind}/{self._hoist(kind, wanted, location)}"}
        if wanted in chain:
            self._mistake(
                location, f"{wanted} references itself", "break the circle, or make the file a component"
            )
            return None
        inlined = self._read(wanted)
        return self._resolve(inlined, inlined.data, (), target, (*chain, wanted))

    def _hoist(self, kind: str, file: Path, location: Location) -> str:
        name = file.stem
        if (kind, name) not in self._components:
            self._components[kind, name] = file
            self._waiting.append((kind, name))
        known = self._components[kind, name]
        if known != file:
            self._mistake(
                location, f"two files are the component {kind}/{name}: {known} and {file}", "rename one"
            )
        return name

    def _mistake(self, location: Location, message: str, hint: str) -> None:
        self._mistakes.append(Mistake(message, hint, location))


def _leads_somewhere(document: JSONObject, reference: str) -> bool:
    node: Any = document
    for key in reference.split("/")[1:]:
        if not is_object(node) or key not in node:
            return False
        node = node[key]
    return True
