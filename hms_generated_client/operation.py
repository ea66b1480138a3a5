"""What a generated operation is, and what it asks of the code that sends it.

The generated modules describe calls; they never open a connection. Whoever sends them (in practice
`hms.Client` and `hms.AsyncClient`) implements `Sender` or `AsyncSender` and keeps credentials,
timeouts, errors and page walking to itself.
"""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Callable,
    Generator,
    Mapping,
    Sequence,
)
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import attrs

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterable, Callable, Iterable

    from .files import DownloadedFile, DownloadReport, FileProgress, IfExists, Progress

T = TypeVar("T")
ItemT = TypeVar("ItemT")
ListT = TypeVar("ListT")
StateT = TypeVar("StateT", bound=str)
ItemT_co = TypeVar("ItemT_co", covariant=True)


@attrs.frozen(kw_only=True)
class Operation(Generic[T]):
    """One operation of the API, as the OpenAPI document describes it."""

    id: str
    """The operationId, for example `listRooms`."""
    method: str
    """The HTTP method in capitals."""
    path: str
    """The path template below the server's base URL, for example `/rooms/{room_id}`."""
    response: type[T]
    """The type that the body of a 2xx answer decodes to; `NoneType` when it has no body."""
    request: Any = None
    """The type of the body that it takes; None when it takes none."""
    security: str | None
    """The security scheme it needs: `managementToken`, `clientToken`, or None for none."""
    idempotent: bool
    """Whether sending the same call twice leaves the server as sending it once does."""
    documentation: str
    """The page of the official documentation."""


@attrs.frozen(kw_only=True)
class Pagination(Generic[ListT, ItemT]):
    """Where a list response keeps its items and its cursor. The names are Python attribute names."""

    items: str
    """The attribute of the response that holds the items: a list, or a map whose values are the items."""
    cursor: str | None = None
    """The attribute that holds the cursor of the next page; None when every response is complete."""
    pages: str | None = None
    """The attribute that holds `current_page` and `has_next`, where pages have numbers, not cursors."""
    parameter: str | None = None
    """The query parameter that takes the cursor or the number of the page."""


@attrs.frozen(kw_only=True)
class Waiting(Generic[T, StateT]):
    """Which states an object moves through. It can skip some of them, but never goes back."""

    state: str
    """The attribute of the response that holds the state."""
    passing: tuple[StateT, ...]
    """The states on the way, from the first to the last."""
    succeeded: tuple[StateT, ...]
    """The states in which it has ended well."""
    failed: tuple[StateT, ...]
    """The states in which it has ended, but not well."""


@attrs.frozen(kw_only=True)
class Call(Generic[T]):
    """One call of an operation with its arguments filled in, ready to be sent."""

    operation: Operation[T]
    path: str
    """The path with its parameters percent-encoded, below the base URL, beginning with a slash."""
    query: tuple[tuple[str, str], ...] = ()
    body: bytes | None = attrs.field(default=None, repr=False)
    """The JSON body. Not part of the repr, because it can hold the credentials of a storage bucket."""
    token: str | None = attrs.field(default=None, repr=False)
    """The bearer token of this one call, for operations that the tokens of a client do not open."""

    def with_query(self, name: str, value: str) -> Call[T]:
        """The same call with one query parameter set, in place of any value that it had."""
        kept = tuple(pair for pair in self.query if pair[0] != name)
        return attrs.evolve(self, query=(*kept, (name, value)))


@attrs.frozen(kw_only=True)
class PresignedFile:
    """A file that is fetched from a pre-signed URL. `url` and `path` are Python attribute names."""

    call: Call[Any]
    """The call that makes the URL."""
    id: str
    """Identifies what the file belongs to."""
    url: str
    """The attribute of the response that holds the URL."""
    path: str
    """The attribute of the response that holds the path in the storage, whose last part names the file."""
    size: int | None = None
    """The size that the file must have, in bytes; None when that is not known."""


@attrs.frozen(kw_only=True)
class Response(Generic[T]):
    """An answer of the server: as it came, and parsed."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    """The response headers; names compare without regard to case. Not part of the repr, because a server can
    repeat the credentials that it was sent."""
    content: bytes = attrs.field(repr=False)
    """The body as it came, with every member that the document does not know."""
    parsed: T
    elapsed: float = 0.0
    """Seconds from the beginning of the call to the end of this answer, all attempts and waits included."""
    attempts: int = 1
    """How many requests were sent to get this answer."""


class Page(Protocol[ItemT_co]):
    """One page of a list, and the way to those after it.

    Iterating a page gives its items and then those of all the pages after it, fetched as they are needed.
    """

    @property
    def items(self) -> Sequence[ItemT_co]:
        """The items of this page alone."""
        ...

    @property
    def cursor(self) -> str | None:
        """The cursor of the next page, to be saved for a later `start=`; None on the last page."""
        ...

    @property
    def has_next(self) -> bool:
        """Whether the server names a page after this one."""
        ...

    @property
    def response(self) -> Response[Any]:
        """The response this page came in."""
        ...

    def next_page(self) -> Page[ItemT_co]:
        """Fetch the next page. Raises `hms.PaginationError` when there is none or its cursor repeats."""
        ...

    def pages(self) -> Generator[Page[ItemT_co]]:
        """This page and all the pages after it."""
        ...

    def __iter__(self) -> Generator[ItemT_co]: ...


class AsyncPage(Protocol[ItemT_co]):
    """One page of a list, and the way to those after it; the asynchronous twin of `Page`."""

    @property
    def items(self) -> Sequence[ItemT_co]:
        """The items of this page alone."""
        ...

    @property
    def cursor(self) -> str | None:
        """The cursor of the next page, to be saved for a later `start=`; None on the last page."""
        ...

    @property
    def has_next(self) -> bool:
        """Whether the server names a page after this one."""
        ...

    @property
    def response(self) -> Response[Any]:
        """The response this page came in."""
        ...

    async def next_page(self) -> AsyncPage[ItemT_co]:
        """Fetch the next page. Raises `hms.PaginationError` when there is none or its cursor repeats."""
        ...

    def pages(self) -> AsyncGenerator[AsyncPage[ItemT_co]]:
        """This page and all the pages after it."""
        ...

    def __aiter__(self) -> AsyncGenerator[ItemT_co]: ...


class AsyncPages(Awaitable[AsyncPage[ItemT_co]], Protocol[ItemT_co]):
    """A list that has not been asked for yet: await it for its first page, or iterate it for all items."""

    def __aiter__(self) -> AsyncGenerator[ItemT_co]: ...


class Sender(Protocol):
    """Sends calls, walks pages, waits and fetches files; implemented by `hms.Client`."""

    def send(self, call: Call[T]) -> Response[T]:
        """Send one call; returns the answer to a 2xx status and raises for everything else."""
        ...

    def paginate(
        self,
        call: Call[ListT],
        pagination: Pagination[ListT, ItemT],
        *,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[ItemT]:
        """Send the call of a list and return its first page."""
        ...

    def wait(
        self,
        call: Call[T],
        waiting: Waiting[T, StateT],
        *,
        timeout: float,
        until: StateT | None = None,
        on_poll: Callable[[T], object] | None = None,
    ) -> T:
        """Send a call again and again until the object has come to a state; returns it as it was then."""
        ...

    def download(
        self,
        file: PresignedFile,
        path: str | os.PathLike[str],
        *,
        if_exists: IfExists = "raise",
        progress: Progress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadedFile:
        """Fetch a file and store it under a path, or in it if it is a folder."""
        ...

    def download_many(
        self,
        items: Iterable[ItemT],
        describe: Callable[[ItemT], PresignedFile],
        directory: str | os.PathLike[str],
        *,
        concurrency: int = 4,
        if_exists: IfExists = "raise",
        progress: FileProgress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadReport:
        """Fetch the files of several items, a few at once, and store them in a folder."""
        ...


class AsyncSender(Protocol):
    """Sends calls, walks pages, waits and fetches files; implemented by `hms.AsyncClient`."""

    async def send(self, call: Call[T]) -> Response[T]:
        """Send one call; returns the answer to a 2xx status and raises for everything else."""
        ...

    def paginate(
        self,
        call: Call[ListT],
        pagination: Pagination[ListT, ItemT],
        *,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[ItemT]:
        """Prepare the call of a list; awaiting the result sends it."""
        ...

    async def wait(
        self,
        call: Call[T],
        waiting: Waiting[T, StateT],
        *,
        timeout: float,  # noqa: ASYNC109  # named as in the synchronous client; its error has the last answer
        until: StateT | None = None,
        on_poll: Callable[[T], object] | None = None,
    ) -> T:
        """Send a call again and again until the object has come to a state; returns it as it was then."""
        ...

    async def download(
        self,
        file: PresignedFile,
        path: str | os.PathLike[str],
        *,
        if_exists: IfExists = "raise",
        progress: Progress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadedFile:
        """Fetch a file and store it under a path, or in it if it is a folder."""
        ...

    async def download_many(
        self,
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        describe: Callable[[ItemT], PresignedFile],
        directory: str | os.PathLike[str],
        *,
        concurrency: int = 4,
        if_exists: IfExists = "raise",
        progress: FileProgress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadReport:
        """Fetch the files of several items, a few at once, and store them in a folder."""
        ...
