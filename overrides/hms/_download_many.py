"""Downloading several files at once: a few at a time, each to its own end.

Threads serve the synchronous client and tasks the asynchronous one; none of them outlives the call.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from hms_generated_client.files import DownloadedFile, DownloadReport, FailedDownload

from ._errors import HmsError

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable, Iterable, Sequence

    from hms_generated_client.files import FileProgress, Progress
    from hms_generated_client.operation import PresignedFile

_LONGEST_SLEEP = 0.5
"""Seconds after which a thread that waits looks whether it is still wanted."""


class _Unwanted(Exception):  # noqa: N818  # no error, and never seen outside
    """Ends a download in a thread."""


def check_many(files: Iterable[PresignedFile], concurrency: int) -> list[PresignedFile]:
    """The files, each once: two downloads of the same one would meet at the same name.

    Raises:
        ValueError: `concurrency` is no whole number of 1 or more.
    """
    if isinstance(concurrency, bool) or not isinstance(concurrency, int) or concurrency < 1:  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without types
        raise ValueError(f"concurrency must be a whole number of 1 or more, not {concurrency!r}")
    return list({file.id: file for file in files}.values())


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
    # Imported here: most programs never get here, and it takes its time.
    from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor  # noqa: PLC0415
    from concurrent.futures import wait as wait_for  # noqa: PLC0415

    stop, reporting = threading.Event(), threading.Lock()

    def require_wanted() -> None:
        if stop.is_set():
            raise _Unwanted

    def wait(seconds: float) -> None:
        while seconds > 0:
            require_wanted()
            sleep(min(seconds, _LONGEST_SLEEP))
            seconds -= _LONGEST_SLEEP

    def one(file: PresignedFile) -> DownloadedFile | FailedDownload:
        def report(arrived: int, total: int | None) -> None:
            require_wanted()
            if progress is not None:
                with reporting:
                    progress(file.id, arrived, total)

        require_wanted()
        try:
            return download(file, report, wait)
        except HmsError as error:
            return FailedDownload(id=file.id, error=error)

    with ThreadPoolExecutor(concurrency, "hms-download") as pool:
        futures = [pool.submit(one, file) for file in files]
        try:
            wait_for(futures, return_when=FIRST_EXCEPTION)
            # All are done, unless one of those that are done raises here.
            return _report([future.result() for future in futures if future.done()])
        except BaseException:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise


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
    return _report([outcomes[file.id] for file in files])


def _report(outcomes: Iterable[DownloadedFile | FailedDownload]) -> DownloadReport:
    ended = list(outcomes)
    return DownloadReport(
        downloaded=tuple(one for one in ended if isinstance(one, DownloadedFile)),
        failed=tuple(one for one in ended if isinstance(one, FailedDownload)),
    )
