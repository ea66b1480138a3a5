from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hms_mock.errors import ApiError
from hms_mock.pagination import paginate

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control


@settings(derandomize=True, deadline=None)
@given(
    keys=st.lists(st.integers(), unique=True, max_size=60),
    limit=st.integers(1, 20),
    kept=st.integers(1, 4),
    inserts=st.integers(0, 3),
)
def test_pages_are_the_list_whatever_is_inserted_meanwhile(
    keys: Any, limit: Any, kept: Any, inserts: Any
) -> None:
    objects = {str(key): key for key in keys}

    def keep(value: Any) -> Any:
        return value == "new" or value % kept == 0

    expected = [key for key in reversed(keys) if key % kept == 0]
    seen, cursor, more, step = [], None, True, 0
    while more:
        page = paginate(objects, start=cursor, limit=limit, keep=keep)
        assert len(page.items) <= limit
        assert page.last == (str(page.items[-1]) if page.items else "")
        seen += page.items
        cursor, more = page.last, page.more
        for _ in range(inserts):
            step += 1
            objects[f"new-{step}"] = "new"
    assert seen == expected
    if cursor:
        after = paginate(objects, start=cursor, limit=limit, keep=keep)
        assert (after.items, after.last, after.more) == ([], "", False)


def test_walk_goes_on_when_the_object_of_the_cursor_no_longer_belongs() -> None:
    objects = {"a": 1, "b": 2, "c": 3}
    page = paginate(objects, start="b", limit=10, keep=lambda value: value != 2)
    assert page.items == [1]


def test_empty_cursor_is_the_first_page_and_an_unknown_one_is_refused() -> None:
    assert paginate({"a": 1}, start="", limit=10).items == [1]
    with pytest.raises(ApiError) as caught:
        paginate({"a": 1}, start="b", limit=10)
    assert caught.value.status == 400


@pytest.mark.parametrize("path", ["rooms", "templates", "sessions"])
def test_lists_of_the_api_are_walked_page_by_page(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control, path: Any
) -> None:
    for number in range(25):
        room = make_room()
        control.join(room["id"], role="host")
        api.post("/templates", json={"name": f"t{number}"})
    seen, start = [], None
    for _ in range(10):
        page = api.get(f"/{path}", params={"limit": 12} | ({"start": start} if start else {})).json()
        assert page["limit"] == 12
        if not page["data"]:
            break
        assert page["last"] == page["data"][-1]["id"]
        seen += [each["id"] for each in page["data"]]
        start = page["last"]
        make_room()
    assert page["last"] == ""
    assert len(seen) == len(set(seen)) == (26 if path == "templates" else 25)
