from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.formatting import format_package
from generator.pipeline import PACKAGE, differences, generated, install

ROOT = Path(__file__).parents[3]


def write(folder: Path, **files: str) -> Path:
    """A folder with files of these names (`__` stands for a slash) and contents."""
    for name, content in files.items():
        file = folder / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return write(tmp_path / "output", same="1", models__a="1", models__b="2")


def test_equal_folders_do_not_differ(output: Path, tmp_path: Path) -> None:
    assert differences(output, write(tmp_path / "target", same="1", models__a="1", models__b="2")) == []


@pytest.mark.parametrize(
    ("files", "changed"),
    [
        ({"same": "1", "models__a": "1"}, ["models/b"]),
        ({"same": "1", "models__a": "1", "models__b": "2", "old__c": "3"}, ["old/c"]),
        ({"same": "2", "models__a": "1", "models__b": "2"}, ["same"]),
        ({"same": "1 ", "models__a": "1", "models__c": "2"}, ["models/b", "models/c", "same"]),
        ({}, ["models/a", "models/b", "same"]),
    ],
)
def test_differences_are_found_and_installed(
    output: Path, tmp_path: Path, files: dict[str, str], changed: list[str]
) -> None:
    target = write(tmp_path / "target", **files)
    assert differences(output, target) == changed
    assert install(output, target) == changed
    assert differences(output, target) == []
    assert install(output, target) == []
    assert not target.joinpath("old").exists()


def test_files_of_the_same_length_and_time_are_compared_by_their_bytes(output: Path, tmp_path: Path) -> None:
    target = write(tmp_path / "target", same="2", models__a="1", models__b="2")
    for file in (output / "same", target / "same"):
        os.utime(file, (1, 1))
    assert differences(output, target) == ["same"]


def test_caches_count_for_nothing_and_go_with_their_folder(output: Path, tmp_path: Path) -> None:
    target = write(
        tmp_path / "target",
        same="1",
        models__a="1",
        models__b="2",
        old__c="3",
        **{"old__#pycache#/c.pyc": "x", "models__#pycache#/a.pyc": "x"},
    )
    for cache in sorted(target.rglob("#pycache#")):
        cache.rename(cache.with_name("__pycache__"))
    assert install(output, target) == ["old/c"]
    assert not target.joinpath("old").exists()
    assert target.joinpath("models/__pycache__/a.pyc").exists()


def test_an_unchanged_file_is_not_written(output: Path, tmp_path: Path) -> None:
    target = write(tmp_path / "target", same="1", models__a="1")
    before = target.joinpath("same").stat()
    install(output, target)
    assert target.joinpath("same").stat() == before


def test_code_is_laid_out_and_unused_imports_are_removed(tmp_path: Path) -> None:
    file = write(tmp_path, **{"module.py": "import os\nimport json\nx = json.dumps( 1 )\n"}) / "module.py"
    format_package(tmp_path)
    assert file.read_text() == "import json\n\nx = json.dumps(1)\n"


def test_code_that_is_no_python_is_an_error_that_shows_it(tmp_path: Path) -> None:
    write(tmp_path, **{"module.py": "def (:\n"})
    with pytest.raises(RuntimeError, match=r"ruff check failed on the generated code:[^$]*module\.py"):
        format_package(tmp_path)


def test_the_committed_package_is_what_the_document_makes() -> None:
    with generated(ROOT / "openapi/openapi.yaml", lambda *_: None) as output:
        assert differences(output, ROOT / PACKAGE) == []
