"""Sentences that the generated docstrings have beyond the document's own descriptions."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .nodes import JSONObject

# Only statuses that callers handle one by one; every call can fail with any other `hms.APIError`.
_ERRORS = {
    "400": "hms.BadRequestError",
    "401": "hms.AuthenticationError",
    "403": "hms.PermissionDeniedError",
    "404": "hms.NotFoundError",
    "409": "hms.ConflictError",
    "429": "hms.RateLimitError",
}


def describe_status(status: str, description: str) -> tuple[str, str] | None:
    """The error that a documented status is raised as, and when."""
    if status not in _ERRORS:
        return None
    return _ERRORS[status], " ".join(description.split())


def describe_limits(description: str, schema: JSONObject) -> str:
    """A description with the default, the bounds and the deprecation that the schema states."""
    sentences = [description.strip()]
    if "default" in schema:
        sentences.append(f"Default: {schema['default']!r}.")
    for low, high, unit in (
        ("minimum", "maximum", ""),
        ("minLength", "maxLength", " characters"),
        ("minItems", "maxItems", " items"),
    ):
        if low in schema and high in schema:
            sentences.append(f"From {schema[low]} to {schema[high]}{unit}.")
        elif low in schema:
            sentences.append(f"At least {schema[low]}{unit}.")
        elif high in schema:
            sentences.append(f"At most {schema[high]}{unit}.")
    if schema.get("deprecated"):
        sentences.append("Deprecated.")
    return " ".join(sentences)


def docstring(text: str, indent: int, *, closed: bool = False, width: int = 104) -> str:
    """Text for a docstring: paragraphs and lists wrapped, nothing in it that would end the string early.

    Args:
        text: The text, with Markdown paragraphs and lists.
        indent: The indentation of every line but the first, in spaces.
        closed: Whether the closing quotes follow; those of several lines stand on a line of their own.
        width: The longest line, in characters.
    """
    safe = text.replace("\\", "\\\\").replace('"""', "'''")
    lines: list[str] = []
    for paragraph in safe.strip().split("\n\n"):
        if lines:
            lines.append("")
        for item in _items(paragraph):
            lines.extend(
                textwrap.wrap(
                    item,
                    width - indent,
                    subsequent_indent="  " if item.startswith(_BULLETS) else "",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )
    if closed and len(lines) > 1:
        lines.append("")
    elif closed and lines and lines[0].endswith('"'):
        lines[0] = lines[0][:-1] + '\\"'
    margin = " " * indent
    indented = [margin + line if line and index else line for index, line in enumerate(lines)]
    return "\n".join(indented) + (margin if closed and len(lines) > 1 else "")


_BULLETS = ("- ", "* ")


def _items(paragraph: str) -> list[str]:
    """The list items of a paragraph, or the paragraph as one, each on a line of its own."""
    items: list[str] = []
    for line in paragraph.splitlines():
        if line.lstrip().startswith(_BULLETS) or not items:
            items.append(line.strip())
        else:
            items[-1] += f" {line.strip()}"
    return items
