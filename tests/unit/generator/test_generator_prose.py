from __future__ import annotations

import ast
import inspect
from typing import Any

import pytest

from generator.prose import describe_limits, describe_status, docstring


def test_text_is_wrapped_at_the_width_less_the_indentation() -> None:
    lines = docstring("word " * 60, 8).splitlines()
    assert len(lines) > 1
    assert all(len(line) <= 104 for line in lines)
    assert lines[0].startswith("word")  # the template has indented it
    assert all(line.startswith("        word") for line in lines[1:])


def test_words_that_are_too_long_and_hyphens_stay_whole() -> None:
    url = "https://example.com/" + "long-path/" * 12
    assert url in docstring(f"See {url} for more.", 4).splitlines()[1]


def test_paragraphs_stay_apart_and_lines_of_one_are_joined() -> None:
    assert docstring("One\nline.\n\nAnother.", 4) == "One line.\n\n    Another."


def test_list_items_stand_on_lines_of_their_own() -> None:
    text = "Kinds:\n\n* `a`: the first\n  of them.\n* `b`: " + "long " * 30
    lines = docstring(text, 4).splitlines()
    assert lines[:3] == ["Kinds:", "", "    * `a`: the first of them."]
    assert lines[3].startswith("    * `b`: long")
    assert lines[4].startswith("      long")


def test_the_closing_quotes_of_several_lines_stand_alone() -> None:
    assert docstring("Short.", 4, closed=True) == "Short."
    assert docstring("One.\n\nTwo.", 4, closed=True) == "One.\n\n    Two.\n    "


def test_no_text_is_no_text() -> None:
    assert docstring("", 4, closed=True) == ""


@pytest.mark.parametrize(
    "text",
    [
        'It says "hi"',
        '"',
        '"quoted" from the start',
        r"A pattern \d+ and a path C:\new",
        "Ends with a backslash\\",
        'A backslash and a quote \\"',
        'Two quotes ""',
        "Braces {x} and {{y}} and %s",
        "Nul \\x00 and \\N{DASH}",
    ],
)
@pytest.mark.parametrize("suffix", ["", "\n\nAnother paragraph.", '\n\nIt says "bye"'])
def test_any_text_is_a_docstring_that_says_the_same(text: str, suffix: str) -> None:
    source = f'def f():\n    """{docstring(text + suffix, 4, closed=True)}"""'
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    assert inspect.cleandoc(ast.get_docstring(function) or "") == text + suffix


def test_triple_quotes_become_single_ones() -> None:
    source = f'"""{docstring(chr(34) * 3 + "x" + chr(34) * 4, 0, closed=True)}"""'
    assert ast.literal_eval(source) == "'''x'''\""


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ({}, "A value."),
        ({"default": 10}, "A value. Default: 10."),
        ({"default": "auto"}, "A value. Default: 'auto'."),
        ({"default": False}, "A value. Default: False."),
        ({"default": None}, "A value. Default: None."),
        ({"minimum": 10, "maximum": 100}, "A value. From 10 to 100."),
        ({"minimum": 0}, "A value. At least 0."),
        ({"maximum": 5}, "A value. At most 5."),
        ({"minLength": 1, "maxLength": 4}, "A value. From 1 to 4 characters."),
        ({"maxLength": 4}, "A value. At most 4 characters."),
        ({"minItems": 1}, "A value. At least 1 items."),
        ({"deprecated": True}, "A value. Deprecated."),
        ({"deprecated": False}, "A value."),
        (
            {"default": 20, "minimum": 10, "maximum": 100, "deprecated": True},
            "A value. Default: 20. From 10 to 100. Deprecated.",
        ),
    ],
)
def test_limits_are_said_in_words(schema: dict[str, Any], text: str) -> None:
    assert describe_limits("A value.\n", schema) == text


def test_statuses_are_described_as_the_errors_they_raise() -> None:
    assert describe_status("404", "There is\nno room.") == ("hms.NotFoundError", "There is no room.")
    assert describe_status("500", "Anything.") is None
    assert describe_status("200", "The room.") is None
