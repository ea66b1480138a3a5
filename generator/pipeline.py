"""From the document to the package, step by step."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from .bundle import bundle
from .check import check
from .describe import describe
from .formatting import format_package
from .lower import lower
from .parse import parse
from .render import render
from .verify import verify

if TYPE_CHECKING:
    from collections.abc import Generator

PACKAGE = "hms_generated_client"


class Progress(Protocol):
    """Is told of every step when it is done."""

    def __call__(self, step: str, result: str, seconds: float) -> None:
        """Take note of a step, what came out of it, and how long it took."""
        ...


@contextmanager
def generated(root: Path, progress: Progress) -> Generator[Path]:
    """Generate the package into a temporary folder.

    Args:
        root: The file that the document begins with.
        progress: Told of every step.

    Yields:
        The folder of the package, which is gone afterwards.

    Raises:
        DocumentError: The document has mistakes.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / PACKAGE
        output.mkdir()
        clock = time.perf_counter
        began = clock()

        def done(step: str, result: str) -> None:
            nonlocal began
            progress(step, result, clock() - began)
            began = clock()

        whole = bundle(root)
        done(
            "bundle",
            f"{len(whole.document.get('paths', ()))} paths, {_components(whole.document)} components",
        )
        check(whole)
        done("check", "valid OpenAPI 3.1, examples true, house rules kept")
        lowered = lower(whole.document)
        done("lower", "rewritten for openapi-python-client")
        parsed = parse(lowered, output=output)
        surface = describe(whole.document, parsed)
        done(
            "parse", f"{len(surface.models)} models, {len(surface.enums)} enums, {len(surface.events)} events"
        )
        render(whole.document, parsed, surface, output)
        done("render", f"{len(surface.operations)} operations on {len(surface.resources)} resources")
        format_package(output)
        done("format", f"{len(list(output.rglob('*.py')))} files")
        count = verify(whole.document, output)
        done("verify", f"everything imports, {count} operations in and out")
        yield output


def install(output: Path, target: Path) -> list[str]:
    """Make the target folder the same as a generated one.

    Returns:
        The files that changed, as `differences` gives them.
    """
    changed = differences(output, target)
    for relative in changed:
        (target / relative).unlink(missing_ok=True)
        if (output / relative).exists():
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(output / relative, target / relative)
    for folder in sorted((path for path in target.rglob("*") if path.is_dir()), reverse=True):
        if not any(path for path in folder.iterdir() if path.name != "__pycache__"):
            shutil.rmtree(folder)
    return changed


def differences(output: Path, target: Path) -> list[str]:
    """The files, relative to both folders, that only one of them has or that differ by a byte."""
    files = sorted(_files(output) | _files(target))
    _, mismatched, missing = filecmp.cmpfiles(output, target, files, shallow=False)
    return sorted({*mismatched, *missing})


def _files(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _components(document: dict[str, dict[str, dict[str, object]]]) -> int:
    return sum(len(components) for components in document.get("components", {}).values())
