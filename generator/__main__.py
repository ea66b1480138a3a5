"""`python -m generator`: regenerate the package, or check that it is up to date."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from .errors import DocumentError
from .pipeline import PACKAGE, differences, generated, install

_ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the generator; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when a generated file would change"
    )
    parser.add_argument("--document", type=Path, default=_ROOT / "openapi/openapi.yaml", metavar="FILE")
    parser.add_argument("--output", type=Path, default=_ROOT / PACKAGE, metavar="FOLDER")
    options = parser.parse_args(arguments)
    # Relative to here, so that messages name files the way their author would type them.
    document = Path(os.path.relpath(str(options.document)))
    target: Path = options.output
    console = Console(highlight=False, soft_wrap=True)
    errors = Console(highlight=False, soft_wrap=True, stderr=True)

    def progress(step: str, result: str, seconds: float) -> None:
        console.print(f"[green]✓[/] [bold]{step:<7}[/] {result} [dim]({seconds:.2f} s)[/]")

    try:
        with generated(document, progress) as output:
            if options.check:
                changed = differences(output, target)
                if changed:
                    errors.print(f"[red]✗[/] {len(changed)} generated files are not what the document says:")
                    for file in changed:
                        errors.print(f"  {target.name}/{file}")
                    errors.print(
                        "Run `make generate` and commit the result; never edit generated files by hand."
                    )
                    return 1
                console.print("The generated package is up to date.")
                return 0
            changed = install(output, target)
            console.print(f"{len(changed)} files changed in {target.name}/.")
            return 0
    except DocumentError as error:
        errors.print(f"[red]✗[/] {len(error.mistakes)} mistakes in the document; nothing was generated:")
        for mistake in error.mistakes:
            place = f"[bold]{escape(str(mistake.location))}[/]: " if mistake.location else ""
            errors.print(f"  {place}{escape(mistake.message)}\n    [dim]→ {escape(mistake.hint)}[/]")
        return 1


if __name__ == "__main__":
    sys.exit(main())
