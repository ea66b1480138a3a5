from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from generator import __main__ as command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.generator.conftest import Package, Sources

THING, THINGS = "things/paths/thing.yaml", "things/paths/things.yaml"


class Run:
    """One run of the command in the folder of the sources."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err


@pytest.fixture
def run(
    sources: Sources, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Run]:
    monkeypatch.chdir(sources.folder)
    monkeypatch.setenv("NO_COLOR", "1")

    def start(*options: str) -> Run:
        sources.write()
        status = command.main(["--document", "openapi.yaml", "--output", "hms_generated_client", *options])
        captured = capsys.readouterr()
        return Run(status, captured.out, captured.err)

    return start


@pytest.fixture
def installed(package: Package, sources: Sources) -> Path:
    """The package of the small document where the command writes to."""
    return shutil.copytree(package.path, sources.folder / "hms_generated_client")


def test_generating_shows_the_steps_with_their_times(run: Callable[..., Run], sources: Sources) -> None:
    first = run()
    assert first.status == 0
    assert first.err == ""
    steps = re.findall(r"^✓ (\w+) .+ \(\d+\.\d\d s\)$", first.out, re.MULTILINE)
    assert steps == ["bundle", "check", "lower", "parse", "render", "format", "verify"]
    assert re.search(r"^\d\d files changed in hms_generated_client/\.$", first.out, re.MULTILINE)
    assert sources.folder.joinpath("hms_generated_client/models/thing.py").is_file()
    second = run()
    assert second.status == 0
    assert "\n0 files changed in hms_generated_client/.\n" in second.out


def test_check_passes_on_what_was_generated(run: Callable[..., Run], installed: Path) -> None:
    done = run("--check")
    assert done.status == 0
    assert done.out.endswith("The generated package is up to date.\n")


def test_check_fails_on_a_single_byte_and_writes_nothing(run: Callable[..., Run], installed: Path) -> None:
    file = installed / "models/thing.py"
    changed = file.read_bytes().replace(b"A thing.", b"A thing!")
    file.write_bytes(changed)
    done = run("--check")
    assert done.status == 1
    assert (
        "1 generated files are not what the document says:\n  hms_generated_client/models/thing.py\n"
        in done.err
    )
    assert "Run `make generate`" in done.err
    assert file.read_bytes() == changed


def test_check_fails_on_an_operation_that_was_not_generated(
    run: Callable[..., Run], installed: Path, sources: Sources
) -> None:
    removal = {
        **sources.operation("getThing"),
        "operationId": "removeThing",
        "x-method": "remove",
    }
    sources.files[THING]["delete"] = removal
    done = run("--check")
    assert done.status == 1
    assert "hms_generated_client/api/things/remove_thing.py" in done.err
    assert not installed.joinpath("api/things/remove_thing.py").exists()


def break_reference(sources: Sources) -> None:
    sources.members("Thing")["color"] = {"$ref": "./Colour.yaml"}


def double_operation_id(sources: Sources) -> None:
    sources.operation("createThing")["operationId"] = "listThings"


def break_example(sources: Sources) -> None:
    sources.operation("listThings")["parameters"][1]["example"] = 1000


def drop_401(sources: Sources) -> None:
    del sources.operation("listThings")["responses"]["401"]


def break_yaml(sources: Sources) -> None:
    sources.files["things/schemas/Color.yaml"] = "type: string\nenum: [red\ndescription: A color.\n"


def break_type(sources: Sources) -> None:
    sources.members("Thing")["name"]["type"] = "text"


@pytest.mark.parametrize(
    ("mistake", "file", "line", "message", "hint"),
    [
        (
            break_reference,
            "things/schemas/Thing.yaml",
            "Colour.yaml",
            "`$ref` to a file that does not exist: things/schemas/Colour.yaml",
            "the folder has Color.yaml, ",
        ),
        (
            double_operation_id,
            THINGS,
            None,
            "the operationId `listThings` is also that of GET /things",
            "give each operation its own",
        ),
        (
            break_example,
            THINGS,
            "example: 1000",
            "the example breaks its schema at $: 1000 is greater than the maximum of 100",
            "correct the example or the schema",
        ),
        (
            drop_401,
            THINGS,
            None,
            "GET /things does not document the status 401",
            "reference the shared response",
        ),
        (
            break_yaml,
            "things/schemas/Color.yaml",
            "description:",
            "YAML syntax error: did not find expected ',' or ']'",
            "check the indentation, colons and quotes",
        ),
        (
            break_type,
            "things/schemas/Thing.yaml",
            "type: text",
            "not valid OpenAPI 3.1: ",
            "see the OpenAPI specification",
        ),
    ],
)
@pytest.mark.parametrize("options", [(), ("--check",)])
def test_a_mistake_is_told_with_its_place_and_what_to_do(
    run: Callable[..., Run],
    sources: Sources,
    options: tuple[str, ...],
    mistake: Callable[[Sources], None],
    file: str,
    line: str | None,
    message: str,
    hint: str,
) -> None:
    mistake(sources)
    done = run(*options)
    assert done.status == 1
    assert "✗ 1 mistakes in the document; nothing was generated:" in done.err
    number = sources.line(file, line) if line else _responses_or_id(sources, message)
    assert f"  {file}:{number}: {message}" in done.err
    assert f"\n    → {hint}" in done.err
    assert "Traceback" not in done.err
    assert not sources.folder.joinpath("hms_generated_client").exists()


def _responses_or_id(sources: Sources, message: str) -> int:
    """The line of the second operationId, or of the first `responses`, of the file with two operations."""
    lines = (sources.folder / THINGS).read_text().splitlines()
    wanted: Any = "operationId:" if "operationId" in message else "responses:"
    found = [number for number, text in enumerate(lines, 1) if text.strip().startswith(wanted)]
    return found[1] if "operationId" in message else found[0]


def test_all_mistakes_of_a_kind_are_told_at_once(run: Callable[..., Run], sources: Sources) -> None:
    drop_401(sources)
    double_operation_id(sources)
    assert "✗ 2 mistakes in the document" in run().err


def test_a_mistake_leaves_the_package_as_it_was(
    run: Callable[..., Run], sources: Sources, installed: Path
) -> None:
    before = {file: file.read_bytes() for file in installed.rglob("*") if file.is_file()}
    drop_401(sources)
    assert run().status == 1
    assert {file: file.read_bytes() for file in installed.rglob("*") if file.is_file()} == before


def test_a_document_that_is_not_there_is_told(run: Callable[..., Run]) -> None:
    done = run("--document", "nothing.yaml")
    assert done.status == 1
    assert "nothing.yaml:1: the file cannot be read" in done.err


def test_an_unknown_option_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main(["--chek"])
    assert caught.value.code == 2
    assert "--check" in capsys.readouterr().err
