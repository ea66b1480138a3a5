"""The asynchronous client."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterable
from typing import TYPE_CHECKING, Self, TypeVar

from hms_generated_client.masking import masked
from hms_generated_client.resources import AsyncResources

from ._client_base import ClientBase
from ._credentials import Environment
from ._engine import run_async
from ._errors import ConfigurationError
from ._hooks import Hooks
from ._pages import AsyncPageWalk, first_position
from ._redaction import Secret
from ._retries import DEFAULT_RETRY, Retry
from ._timeouts import DEFAULT_TIMEOUT, Timeout

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from types import TracebackType

    import httpx

    from hms_generated_client.files import DownloadedFile, DownloadReport, FileProgress, IfExists, Progress
    from hms_generated_client.operation import Call, Pagination, PresignedFile, Response, Waiting

    from ._engine import AsyncEngine
    from ._hooks import AttemptEnded, AttemptStarted

T = TypeVar("T")
ItemT = TypeVar("ItemT")
ListT = TypeVar("ListT")
StateT = TypeVar("StateT", bound=str)


class AsyncClient(ClientBase, AsyncResources):
    """The asynchronous client of the 100ms REST API.

    Use it from one event loop; another is refused. Keep one for the life of the loop: it holds the
    connections and the management token. Close it with `aclose()`, or use it as an asynchronous context
    manager.

    Credentials come whole from the arguments or whole from the environment: `access_key` and `secret`,
    or `management_token`; otherwise HMS_ACCESS_KEY and HMS_SECRET, otherwise HMS_MANAGEMENT_TOKEN. With
    a key pair the client mints its management tokens and renews them; a management token that was
    passed in cannot be renewed.

    Args:
        access_key: The access key of the workspace.
        secret: The secret of the workspace.
        management_token: A management token minted elsewhere, without "Bearer".
        base_url: Where the API is; HMS_BASE_URL or https://api.100ms.live/v2 when left out.
        timeout: Seconds for each phase of a request, or a `Timeout` with a limit for each: by default
            5 seconds to connect, and 30 each to read, to write and to wait for a free connection.
        retries: When and how often a call that failed is repeated, and how long all of it may take: a
            `Retry`, or how many repetitions there are at most, 0 for none. By default 2 within 60 seconds.
        strict: Whether an answer that is not as documented raises `DecodeError`, also one with undocumented
            members or enum values. Meant for tests; by default such an answer is kept as it came, and logged
            once on the logger `hms.decode` where a value is missing or has another type.
        on_attempt_start: Called with an `AttemptStarted` before each request of each call.
        on_attempt_end: Called with an `AttemptEnded` after each request, whether it was answered or not. An
            error that a hook raises is logged on the logger `hms`, and the call goes on. Both hooks may be
            asynchronous functions, and are awaited then.
        http_client: A `httpx.AsyncClient` to send through, which is never closed here. Its own
            authentication, timeouts and redirects do not apply.
        engine: Sends the requests in place of httpx, and is never closed here.
        clock: Returns the current time in seconds since 1970-01-01 UTC; tokens are dated by it.
        timer: Returns seconds that never run backwards; deadlines are kept by it.
        sleep: Waits for so many seconds, between calls that wait for a job and the attempts of each;
            `asyncio.sleep` by default.

    Raises:
        ConfigurationError: There are no credentials or only half a pair, or an argument is invalid.

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/make-api-calls
    """

    def __init__(
        self,
        *,
        access_key: str | None = None,
        secret: str | Secret | None = None,
        management_token: str | Secret | None = None,
        base_url: str | None = None,
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        retries: Retry | int = DEFAULT_RETRY,
        strict: bool = False,
        on_attempt_start: Callable[[AttemptStarted], Awaitable[None] | None] | None = None,
        on_attempt_end: Callable[[AttemptEnded], Awaitable[None] | None] | None = None,
        http_client: httpx.AsyncClient | None = None,
        engine: AsyncEngine | None = None,
        clock: Callable[[], float] = time.time,
        timer: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] | None = None,
    ) -> None:
        # Rebound at once, so that tools that print local variables of a traceback find masks.
        secret = None if secret is None else Secret.of(secret)
        management_token = None if management_token is None else Secret.of(management_token)
        base_url = masked(base_url)  # it is refused if there is a password in it
        self._set_up(
            access_key=access_key,
            secret=secret,
            management_token=management_token,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            strict=strict,
            hooks=Hooks(on_attempt_start=on_attempt_start, on_attempt_end=on_attempt_end).check(
                asynchronous=True
            ),
            clock=clock,
            timer=timer,
            environment=Environment(os.environ),
        )
        if engine is not None and http_client is not None:
            raise ConfigurationError("pass either http_client= or engine=, but not both")
        self._owns_engine = engine is None
        self._sleep = asyncio.sleep if sleep is None else sleep
        self._engine: AsyncEngine = _default_engine(http_client) if engine is None else engine

    async def send(self, call: Call[T]) -> Response[T]:
        """Send one call.

        Args:
            call: A call, as the `build` function of a generated module makes it.

        Returns:
            The answer, as it came and parsed.

        Raises:
            APIError: The status of the answer is not 2xx.
            APIConnectionError: There was no answer.
            DecodeError: The answer is no JSON; or, when strict, it is not as documented.
            ConfigurationError: The client is closed, or was used in another event loop.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/make-api-calls
        """
        self._require_open()
        return await run_async(self._pipeline.exchange(call), self._engine, self._sleep)

    def paginate(
        self,
        call: Call[ListT],
        pagination: Pagination[ListT, ItemT],
        *,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPageWalk[ItemT]:
        """Prepare the call of a list.

        Args:
            call: A call, as the `build` function of a generated module makes it.
            pagination: The `PAGINATION` of that module.
            max_items: How many items iterating gives at most; None for all.
            prefetch: Whether iterating fetches the next page while the caller works on one.

        Returns:
            A walk: await it for the first page, or iterate it for all items.

        Raises:
            ValueError: `max_items` is negative.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/make-api-calls
        """
        return AsyncPageWalk(self, first_position(call, pagination, max_items, prefetch=prefetch))

    async def wait(
        self,
        call: Call[T],
        waiting: Waiting[T, StateT],
        *,
        timeout: float,  # noqa: ASYNC109  # named as in the synchronous client; its error has the last answer
        until: StateT | None = None,
        on_poll: Callable[[T], object] | None = None,
    ) -> T:
        """Send a call again and again until the object that it answers with has come to a state.

        Each call has the options of this client, so what fails in passing is repeated within it; any other
        error of a call ends the wait. The pauses between calls grow from 1 to 10 seconds, and are up to a
        fifth shorter at random.

        Args:
            call: A call, as the `build` function of a generated module makes it.
            waiting: The `WAITING` of that module.
            timeout: Seconds to wait at most, all calls and pauses included; `math.inf` for no limit.
            until: The state to wait for, which is none of failure. Any state after it will do, because
                states can be skipped; None for the end.
            on_poll: Called with each answer.

        Returns:
            The answer that had such a state.

        Raises:
            JobFailedError: The object is in a state of failure.
            WaitTimeoutError: The object has not come so far in time.
            CallError: A call failed.
            ValueError: `until` is no state to wait for, or `timeout` is not above 0.
            ConfigurationError: The client is closed.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/make-api-calls
        """
        return await run_async(
            self._wait(call, waiting, timeout=timeout, until=until, on_poll=on_poll),
            self._engine,
            self._sleep,
        )

    async def download(
        self,
        file: PresignedFile,
        path: str | os.PathLike[str],
        *,
        if_exists: IfExists = "raise",
        progress: Progress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadedFile:
        """Fetch a file from its pre-signed URL; `recording_assets.download` is the usual way to it.

        Args:
            file: A file, as the `presigned_file` function of a generated module describes it.
            path: The name of the file to write, in a folder that exists; or a folder, in which the file is
                named after its identifier and the name it has in the storage.
            if_exists: What to do when there is such a file: `raise`, `replace` it when the new one is
                complete, or `skip` the download.
            progress: Is called with the bytes that are there and the bytes of the whole file (None when that
                is not known) whenever some arrive. What it raises ends the download.
            total_timeout: Seconds that all of it may take; None for no limit.

        Returns:
            Where the file is, its size, and how it got there.

        Raises:
            DownloadError: The file cannot be fetched or stored.
            CallError: There is no URL.
            ConfigurationError: The client is closed.
            ValueError: An argument is out of bounds.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url
        """
        flow = self._download(file, path, if_exists=if_exists, progress=progress, total_timeout=total_timeout)
        return await run_async(flow, self._engine, self._sleep)

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
        """Fetch the files of several items, a few at once; see `recording_assets.download_many`.

        Args:
            items: What to download. It is read to its end first.
            describe: Returns the file of an item, as `presigned_file` of a generated module does.
            directory: The folder to store them in; it is made when it is missing.
            concurrency: How many files are fetched at once.
            if_exists: What to do about a file that is there already, see `download`.
            progress: Is called with the identifier of a file, the bytes of it that are there, and the bytes
                of the whole file, whenever some arrive; never twice at once.
            total_timeout: Seconds that each of the files may take; None for no limit.

        Returns:
            Which files are complete, and which failed with which error.

        Raises:
            OSError: The folder cannot be made.
            TypeError: `items` is a single identifier.
            ConfigurationError: The client is closed.
            ValueError: An argument is out of bounds.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url
        """
        self._require_open()
        from ._download_many import distinct_files, download_in_tasks, make_folder  # noqa: PLC0415  # see _download

        listed = [item async for item in items] if isinstance(items, AsyncIterable) else items
        files = distinct_files(listed, describe, concurrency)
        make_folder(directory)

        async def download(file: PresignedFile, report: Progress) -> DownloadedFile:
            flow = self._download(
                file, directory, if_exists=if_exists, progress=report, total_timeout=total_timeout
            )
            return await run_async(flow, self._engine, self._sleep)

        return await download_in_tasks(files, download, concurrency=concurrency, progress=progress)

    async def aclose(self) -> None:
        """Close the connections. An `http_client` or `engine` that was passed in stays open."""
        if self._is_view:
            return
        self._lifetime.closed = True
        if self._owns_engine:
            await self._engine.aclose()

    async def __aenter__(self) -> Self:
        self._require_open()
        return self

    async def __aexit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


def _default_engine(http_client: httpx.AsyncClient | None) -> AsyncEngine:
    # As in `_client`.
    from ._httpx_engine import AsyncHttpxEngine  # noqa: PLC0415

    return AsyncHttpxEngine(http_client)
