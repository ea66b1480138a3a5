"""Picks from what a server shows. That something is missing there is a broken rule, not a broken test."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def the_only(items: Iterable[T], rule: str) -> T:
    """Pick the only item.

    Args:
        items: what is shown.
        rule: what has to be, in words.

    Raises:
        AssertionError: there is none, or more than one.
    """
    found = list(items)
    assert len(found) == 1, f"{rule}: {len(found)} are shown instead of one"
    return found[0]


def the_first(items: Iterable[T], rule: str) -> T:
    """Pick the first item.

    Args:
        items: what is shown.
        rule: what has to be, in words.

    Raises:
        AssertionError: there is none.
    """
    found = list(items)
    assert found, f"{rule}: nothing is shown"
    return found[0]


def the_last(items: Iterable[T], rule: str) -> T:
    """Pick the last item, as `the_first` does the first one."""
    return the_first(reversed(list(items)), rule)
