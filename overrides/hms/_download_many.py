"""Downloading several files at once: a few at a time, each to its own end.

Threads serve the synchronous client and tasks the asynchronous one; none of them outlives the call.
"""

from __future__ import annotations

import queue
import threading
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hms_generated_client.files import DownloadedFile, DownloadReport, FailedDownload

from ._errors import HmsError

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

    from hms_generated_client.files import FileProgress, Progress
    from hms_generated_client.operation import PresignedFile

ItemT = TypeVar("ItemT")

_LONGEST_SLEEP = 0.5
"""Seconds after which a thread that waits looks whether it is still wanted."""


class _Unwanted(Exception):  # noqa: N818  # no error, and never seen outside
    """Ends a download in a thread."""


def distinct_files(
    items: Iterable[ItemT], describe: Callable[[ItemT], PresignedFile], concurrency: int
) -> list[PresignedFile]:
    """The files of the items, each once: two downloads of the same one would meet at the same name.

    Raises:
        TypeError: `items` is a string, whose characters would be taken for identifiers.
        ValueError: `concurrency` is no whole number of 1 or more.
    """
    if isinstance(items, str):
        raise TypeError(f"several identifiers must be in a list, or the like; not the string {items!r}")
    if isinstance(concurrency, bool) or not isinstance(concurrency, int) or concurrency < 1:  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without types
        raise ValueError(f"concurrency must be a whole number of 1 or more, not {concurrency!r}")
    return list({file.id: file for file in map(describe, items)}.values())


def make_folder(path: str | os.PathLike[str]) -> None:
    """Make a folder, and those that it is in, unless they are there.

    Raises:
        OSError: It cannot be made.
    """
    Path(path).mkdir(parents=True, exist_ok=True)


def download_in_threads(
    files: Sequence[PresignedFile],
    download: Callable[[PresignedFile, Progress, Callable[[float], object]], DownloadedFile],
    *,
    concurrency: int,
    progress: FileProgress | None,
    sleep: Callable[[float], object],
) -> DownloadReport:
    """Download files in threads.

    What is raised in this thread, such as a KeyboardInterrupt, ends every download when its next bytes come
    or its read timeout passes, and is raised again after that.

    Args:
        files: What to download.
        download: Downloads one file, with a callback for its progress and a function to wait with.
        concurrency: How many at once.
        progress: Is told of the progress of every file, never by two threads at once.
        sleep: Waits for so many seconds.
    """
    waiting: queue.SimpleQueue[PresignedFile] = queue.SimpleQueue()
    for file in files:
        waiting.put(file)
    begin, stop, reporting = threading.Event(), threading.Event(), threading.Lock()
    outcomes: dict[str, DownloadedFile | FailedDownload] = {}
    raised: list[BaseException] = []

    def require_wanted() -> None:
        if stop.is_set():
            raise _Unwanted

    def wait(seconds: float) -> None:
        while seconds > 0:
            require_wanted()
            sleep(min(seconds, _LONGEST_SLEEP))
            seconds -= _LONGEST_SLEEP

    def fetch(file: PresignedFile) -> DownloadedFile | FailedDownload:
        def report(arrived: int, total: int | None) -> None:
            with reporting:
                require_wanted()
                if progress is not None:
                    progress(file.id, arrived, total)

        try:
            return download(file, report, wait)
        except HmsError as error:
            return FailedDownload(id=file.id, error=error)

    def work_off() -> None:
        begin.wait()
        try:
            while not stop.is_set():
                file = waiting.get_nowait()
                outcomes[file.id] = fetch(file)
        except (queue.Empty, _Unwanted):
            pass
        except BaseException as error:  # noqa: BLE001  # raised again in the thread of the caller
            raised.append(error)
            stop.set()

    # A ThreadPoolExecutor does not join a thread if it is interrupted while it starts that one. These do
    # nothing until all are started, so one that is missed ends at once.
    count = min(concurrency, len(files))
    workers = [threading.Thread(target=work_off, name=f"hms-download-{number}") for number in range(count)]
    try:
        for worker in workers:
            worker.start()
        begin.set()
        for worker in workers:
            worker.join()
    except BaseException:
        stop.set()
        begin.set()
        for worker in workers:
            if worker.is_alive():
                worker.join()
        raise
    if raised:
        raise raised[0]
    return _report(files, outcomes)


async def download_in_tasks(
    files: Sequence[PresignedFile],
    download: Callable[[PresignedFile, Progress], Awaitable[DownloadedFile]],
    *,
    concurrency: int,
    progress: FileProgress | None,
) -> DownloadReport:
    """Download files in tasks, which are cancelled and waited for when this one is.

    Args:
        files: What to download.
        download: Downloads one file, with a callback for its progress.
        concurrency: How many at once.
        progress: Is told of the progress of every file.
    """
    import asyncio  # noqa: PLC0415  # synchronous programs do not need it

    outcomes: dict[str, DownloadedFile | FailedDownload] = {}
    waiting = iter(files)

    async def work_off() -> None:
        for file in waiting:

            def report(arrived: int, total: int | None, identifier: str = file.id) -> None:
                if progress is not None:
                    progress(identifier, arrived, total)

            try:
                outcomes[file.id] = await download(file, report)
            except HmsError as error:
                outcomes[file.id] = FailedDownload(id=file.id, error=error)

    workers = [asyncio.ensure_future(work_off()) for _ in range(min(concurrency, len(files)))]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return _report(files, outcomes)


def _report(
    files: Sequence[PresignedFile], outcomes: Mapping[str, DownloadedFile | FailedDownload]
) -> DownloadReport:
    ended = [outcomes[file.id] for file in files]
    return DownloadReport(
        downloaded=tuple(one for one in ended if isinstance(one, DownloadedFile)),
        failed=tuple(one for one in ended if isinstance(one, FailedDownload)),
    )
