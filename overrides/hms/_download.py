"""What happens between asking for a file and having it, without any network of its own.

A download makes a pre-signed URL, and then as many attempts as it takes: each asks the storage for what is
still missing, and is over when that has come or the connection breaks. The storage is another server than
the API: it gets neither the token nor the headers that a caller adds to calls, and its URL is a credential
that is kept in a `Secret`.

The retries of the client hold for attempts that come to nothing: one that gets `_STEP_BYTES` further than
all before it takes them back. The timeouts of the client hold for each phase of an attempt, so the next
bytes must come within the read timeout, but there is no limit to the whole unless the caller sets one: how
long a file takes depends on its size.
"""

from __future__ import annotations

import functools
import logging
import math
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args
from urllib.parse import urljoin, urlsplit

import attrs

from hms_generated_client.files import DownloadedFile, IfExists

from ._engine import Close, EngineError, EngineRequest, EngineResponse, Sleep, open_stream, read, work
from ._errors import (
    DownloadError,
    DownloadFileError,
    DownloadInterruptedError,
    DownloadMismatchError,
    DownloadRefusedError,
)
from ._headers import Headers
from ._partial_file import PartialFile, Version, check_target
from ._pipeline import USER_AGENT
from ._redaction import Redactor, Secret
from ._refusals import retry_after
from ._retries import SHORTEST_SECONDS, Attempts, Failure, failure_of_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_generated_client.files import Progress
    from hms_generated_client.operation import PresignedFile

    from ._engine import AnyStream, Flow
    from ._pipeline import Pipeline

T = TypeVar("T")

logger = logging.getLogger("hms")

_BLOCK_BYTES = 1024 * 1024
"""How much is written at once: asynchronous clients write in a thread, and a change of thread for each
chunk of the network would take longer than the writing."""
_STEP_BYTES = 1024 * 1024
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_EXPIRED = frozenset({400, 401, 403})
"""What storages say when a URL has expired. Whether it has is only known once a new one is tried."""
_ERROR_BODY_BYTES = 64 * 1024

_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")
_STRONG_ETAG = re.compile(r'"[\x21\x23-\x7e]*"')
_LENGTH = re.compile(r"\d{1,18}")
_ERROR_CODE = re.compile(rb"<Code>([A-Za-z0-9._-]{1,100})</Code>")
# Separators, characters that some file system refuses, and halves of characters.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')
_NAME_BYTES = 150


def download(
    pipeline: Pipeline,
    file: PresignedFile,
    path: str | os.PathLike[str],
    *,
    if_exists: IfExists,
    progress: Progress | None,
    total_timeout: float | None,
) -> Flow[DownloadedFile]:
    """Fetch a file and store it under a path, or in it if it is a folder.

    Raises:
        ValueError: `if_exists` is none of its values, `total_timeout` is not positive, or `path` holds a
            null character.
        DownloadError: The flow raises it when the file cannot be fetched or stored.
        CallError: The flow raises it when there is no URL.
    """
    if if_exists not in get_args(IfExists):
        raise ValueError(f"if_exists must be one of {', '.join(get_args(IfExists))}; not {if_exists!r}")
    if total_timeout is not None and not 0 < total_timeout < math.inf:
        raise ValueError(
            f"total_timeout must be a positive number of seconds, or None for no limit; not {total_timeout!r}"
        )
    if "\0" in os.fspath(path):
        raise ValueError(f"path must not hold a null character: {os.fspath(path)!r}")
    return _Download(
        pipeline, file, Path(path), if_exists=if_exists, progress=progress, total_timeout=total_timeout
    ).run()


def file_name(identifier: str, storage_path: str) -> str:
    """A name for a file that no other identifier leads to, whatever the storage calls it.

    Args:
        identifier: Identifies the file.
        storage_path: Its path in the storage; the last part of it is the end of the name.
    """
    name = re.split(r"[/\\]", storage_path)[-1]
    while len(name.encode("utf-8", "replace")) > _NAME_BYTES:
        name = name[1:]  # the end has the extension
    return _UNSAFE.sub("_", f"{identifier}-{name}" if name else identifier).rstrip(". ") or "_"


@attrs.frozen
class _Source:
    """Where the file can be fetched for a while."""

    url: Secret
    path: str


@attrs.frozen(kw_only=True)
class _Setback:
    """Why an attempt did not complete the file."""

    failure: Failure
    message: str
    status: int | None = None
    code: str | None = None
    at_once: bool = False
    """Whether the next attempt will surely not meet it again, so that there is nothing to wait for."""


class _Download:
    def __init__(
        self,
        pipeline: Pipeline,
        file: PresignedFile,
        path: Path,
        *,
        if_exists: IfExists,
        progress: Progress | None,
        total_timeout: float | None,
    ) -> None:
        self._pipeline = pipeline
        self._file = file
        self._target = path
        self._if_exists: IfExists = if_exists
        self._progress = progress
        # Nothing is taken for granted: an asset that is not as documented may have anything there.
        size: object = file.size
        self._expected = size if isinstance(size, int) and size > 0 else None
        self._part: PartialFile | None = None
        self._resumed_at = 0
        deadline = math.inf if total_timeout is None else total_timeout
        self._attempts = Attempts(
            attrs.evolve(pipeline.retry, max_elapsed=deadline),
            idempotent=True,
            timeout=pipeline.timeout,
            timer=pipeline.timer,
        )

    def run(self) -> Flow[DownloadedFile]:
        folder = self._target if (yield from self._on_disk(self._target.is_dir)) else None
        if folder is None and (found := (yield from self._on_disk(self._find))) is not None:
            return found
        source = yield from self._presign()
        if folder is not None:
            self._target = folder / file_name(self._file.id, source.path)
            if (found := (yield from self._on_disk(self._find))) is not None:
                return found
        identity = f"{self._file.id} {source.path}"
        self._part = part = PartialFile(self._target, identity)
        try:
            yield from self._on_disk(part.open)
            self._resumed_at = part.length
            yield from self._fill(part, source)
            yield from self._on_disk(functools.partial(part.finish, replace=self._if_exists == "replace"))
        except DownloadError as error:
            error.resumable = yield from work(part.keep)
            raise
        except Exception:
            yield from work(part.keep)
            raise
        finally:
            # Not `keep`, which waits for the disk: this may be a cancellation, and on an event loop.
            part.close()
        return DownloadedFile(
            id=self._file.id,
            path=self._target,
            size=part.length,
            resumed_at=self._resumed_at,
            attempts=self._attempts.count,
        )

    def _find(self) -> DownloadedFile | None:
        """The file that is there already, where it is to be left as it is."""
        check_target(self._target, may_exist=self._if_exists != "raise")
        if self._if_exists != "skip" or not self._target.exists():
            return None
        size = self._target.stat().st_size
        return DownloadedFile(id=self._file.id, path=self._target, size=size, skipped=True)

    def _presign(self) -> Flow[_Source]:
        left = self._attempts.left
        pipeline = self._pipeline
        if left is not None:
            usual = pipeline.retry.seconds_for(pipeline.timeout)
            limit = max(left if usual is None else min(left, usual), SHORTEST_SECONDS)
            pipeline = attrs.evolve(pipeline, retry=attrs.evolve(pipeline.retry, max_elapsed=limit))
        # The answer is never a local variable: where it is not as documented, its repr shows the URL.
        source = _read_source((yield from pipeline.exchange(self._file.call)).parsed, self._file)
        if source is None:
            raise self._error(DownloadError, f"the answer has no URL in `{self._file.url}`")
        return source

    def _fill(self, part: PartialFile, source: _Source) -> Flow[None]:
        """Make attempts until the file is complete."""
        furthest = part.length
        is_new = True  # a URL that is refused when it is first used has not expired
        while True:
            setback = yield from self._attempt(part, source)
            if setback is None:
                return
            if part.length >= furthest + _STEP_BYTES:
                furthest = part.length
                self._attempts.start_over()
            if setback.status in _EXPIRED and not is_new:
                logger.info("download of %s: the URL is no longer accepted; making a new one", self._file.id)
                source, is_new = (yield from self._presign()), True
                continue
            is_new = False
            if setback.at_once:
                continue
            wait = self._attempts.wait_after(setback.failure)
            if wait is None:
                raise self._give_up(setback) from None  # an engine may have told too much
            logger.info("download of %s: the next attempt is in %.2f s", self._file.id, wait)
            yield Sleep(wait)

    def _attempt(self, part: PartialFile, source: _Source) -> Flow[_Setback | None]:
        """Ask the storage for what is missing, once; returns None when nothing is any more."""
        offset = 0
        if part.version.resumable:
            offset = yield from self._on_disk(part.step_back)
        self._attempts.count += 1
        started = self._pipeline.timer()
        try:
            stream = yield from self._open(self._request(source, part.version, offset))
        except EngineError as error:
            setback: _Setback | None = self._broken(error, source)
        else:
            setback = yield from self._receive(stream, part, offset, source)
            yield Close()
        logger.debug(
            "download of %s: attempt %d: %s after %.0f ms, with %d bytes",
            self._file.id,
            self._attempts.count,
            "complete" if setback is None else setback.failure.reason,
            (self._pipeline.timer() - started) * 1000,
            part.length,
        )
        return setback

    def _request(self, source: _Source, version: Version, offset: int) -> EngineRequest:
        # Without content encoding, so that the bytes are those that sizes and ranges count.
        headers = Headers({"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": USER_AGENT})
        if offset and version.etag is not None:
            headers = headers.replace("Range", f"bytes={offset}-").replace("If-Range", version.etag)
        left, timeout = self._attempts.left, self._pipeline.timeout
        if left is not None:
            left = max(left, SHORTEST_SECONDS)
            timeout = timeout.cut_to(left)
        return EngineRequest(
            method="GET", url=source.url.reveal(), headers=headers, timeout=timeout, time_left=left
        )

    def _open(self, request: EngineRequest) -> Flow[AnyStream]:
        """Open the response to a request, through redirects: a storage names others of its hosts by them."""
        stream = yield from open_stream(request)
        for _ in range(_MOST_REDIRECTS):
            redirected = _redirected(request, stream)
            if redirected is None:
                break
            request = redirected
            stream = yield from open_stream(request)
        return stream

    def _receive(
        self, stream: AnyStream, part: PartialFile, offset: int, source: _Source
    ) -> Flow[_Setback | None]:
        """Write what a response brings."""
        headers = stream.headers
        if stream.status == 206 and offset and (end := _end_of_rest(headers, part.version, offset)):
            self._check_size(part.version.total)
        elif stream.status == 200:
            version = Version(total=_content_length(headers), etag=_strong_etag(headers))
            self._check_size(version.total)
            self._resumed_at = 0
            yield from self._on_disk(functools.partial(part.restart, version))
            end = version.total
        elif stream.status in {206, 416}:
            self._resumed_at = 0
            yield from self._on_disk(functools.partial(part.restart, Version()))
            # Asked for the whole file, it will answer with 200 if it knows what it does.
            return self._garbled(f"{stream.status} for another part than was asked for", at_once=offset > 0)
        else:
            return (yield from self._refused(stream))
        setback = yield from self._receive_body(part, end, source)
        if setback is not None:
            return setback
        total = part.version.total
        if total is None:
            total = self._expected
        if total is not None and part.length < total:
            return self._garbled("the body ended early")
        return None

    def _receive_body(self, part: PartialFile, end: int | None, source: _Source) -> Flow[_Setback | None]:
        block = bytearray()
        setback: _Setback | None = None
        self._report(part.length, part.version.total)
        while setback is None:
            try:
                chunk = yield from read(self._attempts.left)
            except EngineError as error:
                setback = self._broken(error, source)
                break
            if not chunk:
                break
            block += chunk
            arrived = part.length + len(block)
            if end is not None and arrived > end:
                yield from self._on_disk(functools.partial(part.restart, Version()))
                return self._garbled("the storage sent more than it had announced")
            if part.version.total is None:
                self._check_size(arrived, complete=False)
            self._report(arrived, part.version.total)
            if len(block) >= _BLOCK_BYTES:
                yield from self._on_disk(functools.partial(part.write, bytes(block)))
                block.clear()
            left = self._attempts.left
            if left is not None and left <= 0 and arrived != end:
                setback = self._garbled("the total timeout passed")
        if block:
            yield from self._on_disk(functools.partial(part.write, bytes(block)))
        return setback

    def _refused(self, stream: AnyStream) -> Flow[_Setback]:
        body = b""
        try:
            while len(body) < _ERROR_BODY_BYTES and (chunk := (yield from read(self._attempts.left))):
                body += chunk[:_ERROR_BODY_BYTES]
        except EngineError:
            pass  # the status says enough
        # Nothing else of it is kept: a storage repeats what was signed, and the signature.
        code = match[1].decode() if (match := _ERROR_CODE.search(body)) else None
        head = EngineResponse(status=stream.status, headers=stream.headers, body=b"")
        return _Setback(
            failure=failure_of_status(stream.status, retry_after(head, self._pipeline.clock())),
            message=f"the storage answered with {stream.status}" + (f" ({code})" if code else ""),
            status=stream.status,
            code=code,
        )

    def _broken(self, error: EngineError, source: _Source) -> _Setback:
        # Not every engine may keep what it promises.
        text = Redactor([source.url, Secret(urlsplit(source.url.reveal()).query)]).text(str(error))
        return _Setback(
            failure=Failure(reason=type(error).__name__, passing=True, acted=False),
            message=self._pipeline.redactor.text(text),
        )

    @staticmethod
    def _garbled(message: str, *, at_once: bool = False) -> _Setback:
        return _Setback(
            failure=Failure(reason=message, passing=True, acted=False), message=message, at_once=at_once
        )

    def _check_size(self, size: int | None, *, complete: bool = True) -> None:
        """Refuse a file that has another size than it must have.

        Args:
            size: How many bytes it has, or has at least.
            complete: Whether it has no more than that.
        """
        expected = self._expected
        if expected is None or size is None or size == expected or (not complete and size < expected):
            return
        more = "" if complete else " or more"
        raise self._error(
            DownloadMismatchError,
            f"it has {size}{more} bytes in the storage, but must have {expected}",
            expected=expected,
            total=size,
            advice="Pass the identifier alone to download it in spite of that.",
        )

    def _report(self, arrived: int, total: int | None) -> None:
        if self._progress is not None:
            self._progress(arrived, total)

    def _give_up(self, setback: _Setback) -> DownloadError:
        if setback.status is None:
            return self._error(
                DownloadInterruptedError,
                setback.message,
                advice="Check the network, or allow more `retries` or time.",
            )
        return self._error(
            DownloadRefusedError,
            setback.message,
            status=setback.status,
            code=setback.code,
            advice="Check that the storage still has the file, and that it can be read from here.",
        )

    def _on_disk(self, function: Callable[[], T]) -> Flow[T]:
        try:
            return (yield from work(function))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise self._error(DownloadFileError, reason, advice=_disk_advice(error)) from error

    def _error(self, error_class: type[DownloadError], message: str, **more: Any) -> DownloadError:
        call, part = self._file.call, self._part
        more.setdefault("total", part.version.total if part else None)
        return error_class(
            message,
            target=str(self._target),
            received=part.length if part else 0,
            attempts=self._attempts.count,
            operation=call.operation.id,
            method=call.operation.method,
            path=call.path,
            documentation=call.operation.documentation,
            **more,
        )


def _disk_advice(error: OSError) -> str:
    if isinstance(error, FileExistsError):
        return 'Choose another path, or pass if_exists="replace" or "skip".'
    if isinstance(error, FileNotFoundError):
        return "Make the folder first."
    if isinstance(error, BlockingIOError):
        return "Wait for the other download to end, or choose another path."
    return "Check the path, its permissions and the space on the disk."


def _read_source(parsed: object, file: PresignedFile) -> _Source | None:
    # Nothing is taken for granted: a response that is not as documented may be anything.
    url: object = getattr(parsed, file.url, None)
    path: object = getattr(parsed, file.path, None)
    if not isinstance(url, str) or not _is_http(url):
        return None
    return _Source(Secret(url), path if isinstance(path, str) else "")


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _redirected(request: EngineRequest, stream: AnyStream) -> EngineRequest | None:
    """The request to follow a redirect with; None where there is none, or one that must not be followed."""
    location = stream.headers.get("Location")
    if stream.status not in _REDIRECTS or location is None:
        return None
    try:
        url = urljoin(request.url, location)
    except ValueError:
        return None
    # What was asked for in secret is not asked for in the open.
    if not _is_http(url) or (request.url.startswith("https:") and not url.startswith("https:")):
        return None
    return attrs.evolve(request, url=url)


def _content_length(headers: Headers) -> int | None:
    length = headers.get("Content-Length", "")
    return int(length) if _LENGTH.fullmatch(length) else None


def _strong_etag(headers: Headers) -> str | None:
    etag = headers.get("ETag", "")
    return etag if _STRONG_ETAG.fullmatch(etag) else None


def _end_of_rest(headers: Headers, version: Version, offset: int) -> int | None:
    """Where a part ends that goes on exactly where this version stopped; None for any other part."""
    match = _CONTENT_RANGE.fullmatch(headers.get("Content-Range", ""))
    if match is None:
        return None
    first, last, total = map(int, match.groups())
    if first != offset or total != version.total or _strong_etag(headers) != version.etag:
        return None
    return last + 1 if first <= last < total else None
