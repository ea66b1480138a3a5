"""Walks the lists of the document, page by page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from .calls import OPERATIONS, Call
from .picking import the_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import httpx

    from .document import Operation

Json = dict[str, Any]

LISTS = [operation for operation in OPERATIONS if operation.pagination]
"""Those that have pages."""
_KEYS = ("id", "event_id", "code")


def key_of(item: Mapping[str, Any]) -> str:
    """What tells an item of a list from the others."""
    key: str = the_first(
        (item[name] for name in _KEYS if name in item), "an item can be told from the others"
    )
    return key


def bounds_of(operation: Operation) -> Mapping[str, int]:
    """The schema of the limit of a list."""
    limit = next(each for each in operation.query_parameters if each["name"] == "limit")
    schema: Mapping[str, int] = limit["schema"]
    return schema


def pages(client: httpx.Client, call: Call, limit: int) -> Iterator[list[Json]]:
    """Walk a list, and check on the way what each page tells of itself.

    Args:
        client: who walks.
        call: asks for the list, with the filters that every page is asked for with.
        limit: the size of the pages.

    Yields:
        The items of each page. The last page may be empty.
    """
    pagination = call.operation.pagination
    assert pagination is not None
    start, seen = "", set[str]()
    walked, totals = 0, set[int]()
    while True:
        query = {**call.query, "limit": limit} | ({pagination["parameter"]: start} if start else {})
        response = Call(call.operation, call.values, query).send(client)
        assert response.status_code in call.statuses, response.text
        if response.status_code == 404:
            # A server that is only read lacks what the list would be of.
            return
        body = response.json()
        items = body[pagination["items"]]
        walked += len(items)
        totals |= _totals(body)
        assert len(items) <= limit, f"{len(items)} items on a page of {limit}"
        if "pages" in pagination:
            following = _next_number(body[pagination["pages"]], len(items), limit, int(start or 1))
        else:
            following = body[pagination["cursor"]]
            # Lists of events tell how many there are on the page, the others how many could be.
            assert body["limit"] == (len(items) if "total" in body else limit)
        yield items
        if not following:
            assert totals <= {walked}, f"the pages tell of {totals} items in all, and there are {walked}"
            return
        assert following not in seen, "the walk would never end"
        seen.add(following)
        start = following


def _totals(body: Json) -> set[int]:
    """How many items there are on all pages, wherever a page tells."""
    parts = [body, *(each for each in body.values() if isinstance(each, dict))]
    return {
        number
        for part in parts
        for name, number in part.items()
        if name.startswith("total") and name != "total_pages"
    }


def whole(client: httpx.Client, call: Call, limit: int | None = None) -> list[Json]:
    """All items of a list, whether it has pages or not."""
    if not call.operation.pagination:
        body = call.send(client).raise_for_status().json()
        items = body[call.operation.definition["x-pagination"]["items"]]
        return list(items.values()) if isinstance(items, dict) else list(items)
    size = bounds_of(call.operation)["maximum"] if limit is None else limit
    return [item for page in pages(client, call, size) for item in page]


def _next_number(numbers: Mapping[str, Any], items: int, limit: int, number: int) -> str:
    """The number of the page after this one, or "", after a look at what a page tells of itself."""
    assert (numbers["current_page"], numbers["page_size"]) == (number, limit)
    assert numbers["total_pages"] == math.ceil(numbers["total_items"] / limit)
    assert items == min(limit, numbers["total_items"] - (number - 1) * limit)
    assert numbers["has_prev"] == (number > 1)
    assert numbers["has_next"] == (number < numbers["total_pages"])
    return str(number + 1) if numbers["has_next"] else ""
