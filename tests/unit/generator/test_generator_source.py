from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import source
from generator.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some.yaml"


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("on", "on"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("2022-09-09", "2022-09-09"),
        ("2022-09-09T11:41:08Z", "2022-09-09T11:41:08Z"),
        ("12:30:45", "12:30:45"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("010", 10),
        ("089", 89),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("'12'", "12"),
        ("[]", []),
        ("{}", {}),
    ],
)
def test_scalars_mean_what_yaml_1_2_says(file: Path, scalar: str, value: object) -> None:
    file.write_text(f"key: {scalar}\n")
    data = source.read(file).data["key"]
    assert data == value
    assert type(data) is type(value)


def test_keys_are_strings(file: Path) -> None:
    file.write_text("200: a\non: b\ntrue: c\n")
    assert source.read(file).data == {"200": "a", "on": "b", "true": "c"}


def test_every_node_has_its_line(file: Path) -> None:
    file.write_text(
        "# first\nouter:\n  list:\n    - one\n    - inner: >-\n        folded\n        text\nlast: 1\n"
    )
    read = source.read(file)
    lines = {
        (): 2,
        ("outer",): 2,
        ("outer", "list"): 3,
        ("outer", "list", 0): 4,
        ("outer", "list", 1): 5,
        ("outer", "list", 1, "inner"): 5,
        ("last",): 8,
    }
    assert read.lines == lines
    assert str(read.locate(("outer", "list", 1, "nothing", "there"))) == f"{file}:5"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key `a` stands here twice"),
        ("outer:\n  a: 1\n  'a': 2\n", 3, "the key `a` stands here twice"),
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "YAML syntax error"),
        ("a: 1\n  b: 2\n", 2, "YAML syntax error"),
        ("a: 1\nb: 'open\n", 3, "YAML syntax error"),
        ("a: !unknown 1\n", 1, "YAML syntax error"),
        ("a: 1\n---\nb: 2\n", 2, "YAML syntax error"),
        ("a: *missing\n", 1, "YAML syntax error"),
        ("", 1, "the file is empty"),
        ("# only a comment\n", 1, "the file is empty"),
        ("a: \x00\n", 1, "the file cannot be read"),
    ],
)
def test_a_mistake_names_file_and_line(file: Path, text: str, line: int, message: str) -> None:
    file.write_text(text)
    with pytest.raises(DocumentError) as caught:
        source.read(file)
    (mistake,) = caught.value.mistakes
    assert mistake.message.startswith(message)
    assert mistake.hint
    assert str(mistake.location) == f"{file}:{line}"
    assert str(caught.value).startswith(f"{file}:{line}: {message}")


def test_bytes_that_are_not_utf_8_are_a_mistake(file: Path) -> None:
    file.write_bytes(b"a: \xff\n")
    with pytest.raises(DocumentError, match="the file cannot be read"):
        source.read(file)


def test_a_file_that_is_not_there_is_a_mistake(file: Path) -> None:
    with pytest.raises(DocumentError, match="the file cannot be read"):
        source.read(file)
