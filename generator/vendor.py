"""`python -m generator.vendor`: copy the renderer of the API reference from its npm package.

The mock server ships the bundle of openapi-explorer as its package has it, in the version that package.json
pins, and beside it the licenses of that package and of all that it depends on.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
PACKAGES = ROOT / "node_modules"
TARGET = ROOT / "hms_mock" / "console"
PACKAGE = "openapi-explorer"
BUNDLE = "openapi-explorer.min.js"
LICENSES = "openapi-explorer.LICENSE.txt"


def main(arguments: Sequence[str] | None = None) -> int:
    """Copy the files, or compare them.

    Args:
        arguments: the command line without the name of the program. Left out: that of the process.

    Returns:
        The exit status: 1 when the packages are not installed, or a file differs and `--check` was given.
    """
    parser = argparse.ArgumentParser(prog="python -m generator.vendor", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file differs")
    options = parser.parse_args(arguments)
    if not (PACKAGES / PACKAGE).is_dir():
        sys.stderr.write(f"{PACKAGE} is not installed; run `npm ci`\n")
        return 1
    files = {
        BUNDLE: (PACKAGES / PACKAGE / "dist" / "browser" / BUNDLE).read_bytes(),
        LICENSES: licenses(PACKAGES / PACKAGE).encode(),
    }
    if not options.check:
        for name, content in files.items():
            (TARGET / name).write_bytes(content)
        return 0
    differing = [name for name, content in files.items() if (TARGET / name).read_bytes() != content]
    for name in differing:
        sys.stderr.write(f"{name} is not that of the pinned package; run `make vendor`\n")
    return 1 if differing else 0


def licenses(package: Path) -> str:
    """Put together the licenses of a package and of everything that it needs.

    Args:
        package: the folder of the installed package.
    """
    parts: list[str] = []
    for folder in sorted(closure(package), key=lambda folder: (manifest(folder)["name"], folder)):
        about = manifest(folder)
        texts = [file.read_text(encoding="utf-8").strip() for file in sorted(folder.glob("LICEN[CS]E*"))]
        parts.append("\n\n".join([f"{about['name']} {about['version']}: {about['license']}", *texts]))
    return f"\n\n{'-' * 80}\n\n".join(parts) + "\n"


def closure(package: Path) -> set[Path]:
    """Find the folders of a package and of everything that it needs.

    Args:
        package: the folder of the installed package.
    """
    found: set[Path] = set()
    waiting = [package]
    while waiting:
        folder = waiting.pop()
        if folder not in found:
            found.add(folder)
            waiting += _dependencies(folder)
    return found


def manifest(folder: Path) -> dict[str, Any]:
    """Read the package.json of a package."""
    content: dict[str, Any] = json.loads((folder / "package.json").read_bytes())
    return content


def _dependencies(folder: Path) -> Iterator[Path]:
    for name in manifest(folder).get("dependencies", {}):
        homes = (parent / "node_modules" / name for parent in (folder, *folder.parents))
        yield next(home for home in homes if home.is_dir())


if __name__ == "__main__":
    sys.exit(main())
