"""Pages of a list, and walking over them.

A walk is over when the server names no next cursor, or answers a cursor with no items and that same
cursor: nobody has seen which of the two the live service does after its last item. It raises when the
server names a cursor that this walk has used before, because it would go in a circle. Each page remembers
the last `_REMEMBERED` cursors of its walk, which finds every shorter circle at its first repetition, and
one cursor further back (the latest at a position that is a power of two, as in Brent's algorithm), which
finds every longer one sooner or later. So the memory of a walk does not grow with its length, and a walk
holds one page at a time; with prefetching, and the one after it.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from contextlib import aclosing, closing
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs

from ._errors import PaginationError
from ._prefetch import AsyncLater, AsyncNow, Later, Now

if TYPE_CHECKING:
    from hms_generated_client.operation import AsyncSender, Call, Pagination, Response, Sender

ItemT = TypeVar("ItemT")

_REMEMBERED = 1000


@attrs.frozen
class _Trail:
    """The cursors that a walk has used."""

    recent: tuple[str, ...] = ()
    length: int = 0
    mark: str | None = None

    def __contains__(self, cursor: str) -> bool:
        return cursor == self.mark or cursor in self.recent

    def extend(self, cursor: str) -> _Trail:
        length = self.length + 1
        is_power_of_two = length & (length - 1) == 0
        return _Trail(
            recent=(*self.recent, cursor)[-_REMEMBERED:],
            length=length,
            mark=cursor if is_power_of_two else self.mark,
        )


@attrs.frozen
class _Position:
    """Where in a walk a page lies: all that is known before its response."""

    call: Call[Any]
    pagination: Pagination[Any, Any]
    trail: _Trail
    remaining: int | None
    """How many items iterating may still give, from this page on."""
    prefetch: bool
    """Whether iterating fetches the next page ahead of time."""

    @property
    def sent_cursor(self) -> str | None:
        """The cursor that this page is asked for with; None for the first page."""
        parameter = self.pagination.parameter
        return dict(self.call.query).get(parameter) if parameter else None


def first_position(
    call: Call[Any], pagination: Pagination[Any, Any], max_items: int | None, *, prefetch: bool
) -> _Position:
    """The beginning of a walk.

    Raises:
        ValueError: `max_items` is negative.
    """
    if max_items is not None and max_items < 0:
        raise ValueError(f"max_items must be 0 or more, or None for all; not {max_items!r}")
    first = _Position(call, pagination, _Trail(), max_items, prefetch)
    start = first.sent_cursor
    return attrs.evolve(first, trail=first.trail.extend(start)) if start else first


class _PageBase(Generic[ItemT]):
    """What a page knows without asking the server; the same for both kinds of client."""

    def __init__(self, position: _Position, response: Response[Any]) -> None:
        self._position = position
        self._response = response
        self._items: Sequence[ItemT] = _read_items(position, response)
        cursor = _read_cursor(position.pagination, response)
        self._cursor = None if not self._items and cursor == position.sent_cursor else cursor

    @property
    def items(self) -> Sequence[ItemT]:
        """The items of this page alone, all of them whatever `max_items` is."""
        return self._items

    @property
    def cursor(self) -> str | None:
        """The cursor of the next page, to be saved for a later `start=`; None on the last page."""
        return self._cursor

    @property
    def has_next(self) -> bool:
        """Whether the server names a page after this one."""
        return self._cursor is not None

    @property
    def response(self) -> Response[Any]:
        """The response this page came in."""
        return self._response

    def __repr__(self) -> str:
        operation = self._position.call.operation.id
        return f"<{type(self).__name__} of {operation}: {len(self._items)} items, has_next={self.has_next}>"

    def _wanted(self) -> Sequence[ItemT]:
        """The items of this page that iterating gives."""
        return self._items[: self._position.remaining]

    def _goes_on(self) -> bool:
        """Whether iterating asks for the next page."""
        remaining = self._position.remaining
        return self.has_next and (remaining is None or remaining > len(self._items))

    def _next_position(self) -> _Position:
        position, cursor = self._position, self._cursor
        parameter = position.pagination.parameter
        if cursor is None or parameter is None:
            raise _pagination_error(position, "there is no next page; check `has_next` first", None)
        if cursor in position.trail:
            raise _pagination_error(
                position,
                f"the server names the cursor {cursor!r} again, so walking on would go in a circle",
                cursor,
            )
        remaining = position.remaining
        return attrs.evolve(
            position,
            call=position.call.with_query(parameter, cursor),
            trail=position.trail.extend(cursor),
            remaining=None if remaining is None else max(0, remaining - len(self._items)),
        )


class SyncPage(_PageBase[ItemT]):
    """One page of a list; implements `hms.Page`."""

    def __init__(self, sender: Sender, position: _Position, response: Response[Any]) -> None:
        super().__init__(position, response)
        self._sender = sender

    def next_page(self) -> SyncPage[ItemT]:
        """Fetch the next page.

        Raises:
            PaginationError: There is no next page, or its cursor was used before in this walk.
            CallError: The call failed.
        """
        return fetch_page(self._sender, self._next_position())

    def pages(self) -> Generator[SyncPage[ItemT]]:
        """This page and all the pages after it, each fetched when it is asked for, or one ahead.

        With `max_items`, no page is fetched once the pages given hold so many items.
        """
        return self._walk(self)

    def __iter__(self) -> Generator[ItemT]:
        return self._walk_items(self)

    def _following(self) -> Now[SyncPage[ItemT]] | Later[SyncPage[ItemT]]:
        return (Now if self._position.prefetch else Later)(self.next_page)

    # Static, because the `self` of a generator method would hold the first page as long as the walk lasts.

    @staticmethod
    def _walk(page: SyncPage[ItemT]) -> Generator[SyncPage[ItemT]]:
        while page._goes_on():
            with page._following() as following:
                yield page
                page = following.result()
            del following  # it holds the page before
        yield page

    @staticmethod
    def _walk_items(page: SyncPage[ItemT]) -> Generator[ItemT]:
        with closing(page.pages()) as pages:
            del page  # the walk goes on without the first one
            for each in pages:
                yield from each._wanted()


class AsyncPage(_PageBase[ItemT]):
    """One page of a list; implements `hms.AsyncPage`."""

    def __init__(self, sender: AsyncSender, position: _Position, response: Response[Any]) -> None:
        super().__init__(position, response)
        self._sender = sender

    async def next_page(self) -> AsyncPage[ItemT]:
        """Fetch the next page.

        Raises:
            PaginationError: There is no next page, or its cursor was used before in this walk.
            CallError: The call failed.
        """
        return await fetch_page_async(self._sender, self._next_position())

    def pages(self) -> AsyncGenerator[AsyncPage[ItemT]]:
        """This page and all the pages after it, each fetched when it is asked for, or one ahead.

        With `max_items`, no page is fetched once the pages given hold so many items.
        """
        return self._walk(self)

    def __aiter__(self) -> AsyncGenerator[ItemT]:
        return self._walk_items(self)

    def _following(self) -> AsyncNow[AsyncPage[ItemT]] | AsyncLater[AsyncPage[ItemT]]:
        return (AsyncNow if self._position.prefetch else AsyncLater)(self.next_page)

    # Static for the same reason as in `SyncPage`.

    @staticmethod
    async def _walk(page: AsyncPage[ItemT]) -> AsyncGenerator[AsyncPage[ItemT]]:
        while page._goes_on():
            async with page._following() as following:
                yield page
                page = await following.result()
            del following  # it holds the page before
        yield page

    @staticmethod
    async def _walk_items(page: AsyncPage[ItemT]) -> AsyncGenerator[ItemT]:
        async with aclosing(page.pages()) as pages:
            del page  # the walk goes on without the first one
            async for each in pages:
                for item in each._wanted():
                    yield item


class AsyncPageWalk(Generic[ItemT]):
    """A list that has not been asked for yet; implements `hms.AsyncPages`.

    Await it for the first page, or iterate it for all items. Each of the two sends the call anew.
    """

    def __init__(self, sender: AsyncSender, position: _Position) -> None:
        self._sender = sender
        self._position = position

    def __await__(self) -> Generator[Any, Any, AsyncPage[ItemT]]:
        return fetch_page_async(self._sender, self._position).__await__()

    async def __aiter__(self) -> AsyncGenerator[ItemT]:
        async with aclosing(aiter(await self)) as items:
            async for item in items:
                yield item


def fetch_page(sender: Sender, position: _Position) -> SyncPage[Any]:
    """Fetch the page at a position."""
    return SyncPage(sender, position, sender.send(position.call))


async def fetch_page_async(sender: AsyncSender, position: _Position) -> AsyncPage[Any]:
    """Fetch the page at a position."""
    return AsyncPage(sender, position, await sender.send(position.call))


def _read_items(position: _Position, response: Response[Any]) -> Sequence[Any]:
    name = position.pagination.items
    # A response that is not as documented may be anything here, so nothing is taken for granted.
    value: object = getattr(response.parsed, name, None)
    if isinstance(value, (list, tuple)):
        return cast("Sequence[Any]", value)
    if isinstance(value, Mapping):
        return list(cast("Mapping[str, Any]", value).values())
    if isinstance(value, (str, bytes, int, float)):
        raise _pagination_error(
            position, f"`{name}` of the answer is no list: it is a {type(value).__name__}", None
        )
    return ()


def _read_cursor(pagination: Pagination[Any, Any], response: Response[Any]) -> str | None:
    if pagination.pages is not None:
        numbers: object = getattr(response.parsed, pagination.pages, None)
        current: object = getattr(numbers, "current_page", None)
        more: object = getattr(numbers, "has_next", None)
        return str(current + 1) if more is True and isinstance(current, int) else None
    if pagination.cursor is None:
        return None
    value: object = getattr(response.parsed, pagination.cursor, None)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value else None


def _pagination_error(position: _Position, message: str, cursor: str | None) -> PaginationError:
    operation = position.call.operation
    return PaginationError(
        message,
        cursor=cursor,
        operation=operation.id,
        method=operation.method,
        path=position.call.path,
        documentation=operation.documentation,
    )
