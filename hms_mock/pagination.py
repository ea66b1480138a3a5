"""Pages of a list, newest object first.

A cursor names the last object of the page before, not a position: objects that are made while somebody
walks the pages neither shift nor repeat what is still to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from hms_mock.errors import bad_query

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page. `last` is the cursor of its last object or ""; `more` says whether others follow."""

    items: list[T]
    last: str
    more: bool


def paginate(
    objects: dict[str, T], *, start: str | None, limit: int, keep: Callable[[T], bool] = lambda _: True
) -> Page[T]:
    """Cut one page out of a collection.

    Args:
        objects: all objects by their cursor, oldest first.
        start: the cursor after which the page begins; None or "" for the first page.
        limit: how many objects the page holds at most.
        keep: which objects the list is about. The object that the cursor names need not be one of them, so
            that a walk goes on when that object changes on the way.

    Raises:
        ApiError: 400, the cursor names nothing.
    """
    remaining = reversed(objects)
    if start:
        if start not in objects:
            raise bad_query(f"start: {start!r} is not the `last` of an earlier page")
        while next(remaining) != start:
            pass
    found: list[str] = []
    for cursor in remaining:
        if keep(objects[cursor]):
            if len(found) == limit:
                return Page([objects[each] for each in found], found[-1], more=True)
            found.append(cursor)
    return Page([objects[each] for each in found], found[-1] if found else "", more=False)
