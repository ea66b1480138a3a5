from __future__ import annotations

import _thread
import asyncio
import errno
import functools
import json
import os
import random
import tempfile
import threading
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hms_fakes import Driver, FakeStream, answer, law
from hms_storage_fakes import (
    ASSET_ID,
    STORAGE_URL,
    STORED_PATH,
    Fault,
    Storage,
    asset,
    break_after,
    change_to,
    expire,
    part_of,
    refuse_with,
    shifted,
    too_much,
    unreachable,
    with_header,
)
from hypothesis import given
from hypothesis import strategies as st

import hms
from hms._download import file_name
from hms._partial_file import PartialFile
from hms_generated_client import codec
from hms_generated_client.models import RecordingAsset

if TYPE_CHECKING:
    from collections.abc import Callable

CONTENT = random.Random(1).randbytes(1000)  # noqa: S311  # filling, not a secret
OTHER = random.Random(2).randbytes(1000)  # noqa: S311
NO_WAIT = hms.Retry(backoff_base=0)
NAME = f"{ASSET_ID}-Rec-1.mp4"


class Download:
    """Downloads the file of a storage through either client."""

    def __init__(self, drive: Callable[..., Driver], storage: Storage, **arguments: Any) -> None:
        arguments.setdefault("retries", NO_WAIT)
        self.driver = drive(storage.answer_call, storage=storage.serve, **arguments)

    def __call__(self, path: Path, asset: str | RecordingAsset = ASSET_ID, **options: Any) -> Any:
        return self.driver.do(self.driver.client.recording_assets.download, asset, path, **options)

    def many(self, assets: Any, directory: Path, **options: Any) -> Any:
        return self.driver.do(self.driver.client.recording_assets.download_many, assets, directory, **options)

    @property
    def asked(self) -> list[tuple[str | None, str | None]]:
        """The range that each request to the storage asked for, and under which condition."""
        return [
            (request.headers.get("Range"), request.headers.get("If-Range"))
            for request in self.driver.engine.streamed
        ]

    @property
    def open_streams(self) -> int:
        return sum(not stream.closed for stream in self.driver.engine.streams)


@pytest.fixture
def start(drive: Callable[..., Driver]) -> Callable[..., Download]:
    return functools.partial(Download, drive)


def described(size: int, identifier: str = ASSET_ID) -> RecordingAsset:
    return codec.decode(RecordingAsset, json.dumps(asset(size, identifier)).encode()).value


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_is_downloaded(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    seen: list[tuple[int, int | None]] = []
    target = tmp_path / "lesson.mp4"
    result = download(target, progress=lambda *progress: seen.append(progress), presign_duration=60)
    assert target.read_bytes() == CONTENT
    assert result == hms.DownloadedFile(id=ASSET_ID, path=target, size=1000, attempts=1)
    assert names(tmp_path) == ["lesson.mp4"]
    assert seen[0] == (0, 1000)
    assert seen[-1] == (1000, 1000)
    assert seen == sorted(seen)
    assert download.driver.engine.requests[0].url.endswith("/presigned-url?presign_duration=60")
    assert download.open_streams == 0


def test_the_storage_gets_no_credentials(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    client = download.driver.client.with_options(headers={"X-Gateway": "for the API alone"})
    download.driver.do(client.recording_assets.download, ASSET_ID, tmp_path / "a.mp4")
    (request,) = download.driver.engine.streamed
    assert set(request.headers) == {"Accept", "Accept-Encoding", "User-Agent"}
    assert request.headers["Accept-Encoding"] == "identity"


@pytest.mark.parametrize("has_length", [True, False])
def test_an_empty_file(start: Callable[..., Download], tmp_path: Path, has_length: bool) -> None:
    result = start(Storage(b"", has_length=has_length))(tmp_path / "chat.csv")
    assert (result.size, (tmp_path / "chat.csv").read_bytes()) == (0, b"")


def test_a_file_of_unknown_length(start: Callable[..., Download], tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    download = start(Storage(CONTENT, has_length=False))
    download(tmp_path / "a.mp4", progress=lambda *progress: seen.append(progress))
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT
    assert seen[-1] == (1000, None)


def test_into_a_folder(start: Callable[..., Download], tmp_path: Path) -> None:
    assert start(Storage(CONTENT))(tmp_path).path == tmp_path / NAME
    assert names(tmp_path) == [NAME]


@pytest.mark.parametrize(
    ("stored", "name"),
    [
        ("s3://bucket/classes/Rec-1.mp4", "a1-Rec-1.mp4"),
        ("s3://bucket/../../etc/passwd", "a1-passwd"),
        ("..\\..\\win.ini", "a1-win.ini"),
        ("s3://bucket/..", "a1-.."),
        ("s3://bucket/", "a1"),
        ("", "a1"),
        ("s3://bucket/a:b\x00c?.mp4", "a1-a_b_c_.mp4"),
        ("s3://bucket/Größe 1.mp4. ", "a1-Größe 1.mp4"),
        ("s3://bucket/" + "ü" * 300 + ".mp4", "a1-" + "ü" * 73 + ".mp4"),
    ],
)
def test_names_of_files(stored: str, name: str) -> None:
    assert file_name("a1", stored).rstrip(".") == name.rstrip(".")


@pytest.mark.parametrize("identifier", ["../up", "a/b", "a\\b", "...", " "])
def test_no_name_leads_out_of_the_folder(identifier: str) -> None:
    name = file_name(identifier, "")
    assert name not in {"", ".", ".."}
    assert not set("/\\") & set(name)


def test_a_download_that_breaks_goes_on(start: Callable[..., Download], tmp_path: Path) -> None:
    storage = Storage(CONTENT, [break_after(300), break_after(100), unreachable])
    download = start(storage, retries=hms.Retry(max_retries=3, backoff_base=0))
    result = download(tmp_path / "a.mp4")
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT
    etag = storage.etag
    assert download.asked == [
        (None, None),
        ("bytes=300-", etag),
        ("bytes=400-", etag),
        ("bytes=400-", etag),
    ]
    assert (result.attempts, result.resumed_at, storage.urls) == (4, 0, 1)
    assert download.open_streams == 0


def test_a_body_that_ends_early_is_not_taken_for_the_whole(
    start: Callable[..., Download], tmp_path: Path
) -> None:
    download = start(Storage(CONTENT, [break_after(300, silently=True)]))
    assert download(tmp_path / "a.mp4").attempts == 2
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT


def test_the_waits_between_attempts(start: Callable[..., Download], tmp_path: Path) -> None:
    storage = Storage(CONTENT, [break_after(300), refuse_with(503, Retry_After="7")])
    download = start(storage, retries=hms.Retry(random=lambda: 1.0))
    download(tmp_path / "a.mp4")
    assert download.driver.time.sleeps == [0.5, 8.0]


def test_no_more_attempts_than_the_client_allows(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT, [break_after(300), break_after(10), break_after(10)]))
    with pytest.raises(hms.DownloadInterruptedError, match="after 320 of 1000 bytes: it broke") as caught:
        download(tmp_path / "a.mp4")
    error = caught.value
    assert (error.attempts, error.received, error.total, error.resumable) == (3, 320, 1000, True)
    assert "Calling again goes on where it stopped" in str(error)
    assert error.operation == "getRecordingAssetPresignedUrl"
    assert names(tmp_path) == ["a.mp4.part", "a.mp4.part.json"]


def test_an_attempt_that_comes_far_is_not_held_against_the_retries(
    start: Callable[..., Download], tmp_path: Path
) -> None:
    content = random.Random(3).randbytes(5 * 1024 * 1024)  # noqa: S311
    storage = Storage(content, [break_after(1024 * 1024) for _ in range(4)], piece=65536)
    result = start(storage, retries=hms.Retry(max_retries=1, backoff_base=0))(tmp_path / "a.mp4")
    assert result.attempts == 5
    assert (tmp_path / "a.mp4").read_bytes() == content


def test_a_later_call_goes_on(start: Callable[..., Download], tmp_path: Path) -> None:
    storage = Storage(CONTENT, [break_after(300)])
    with pytest.raises(hms.DownloadInterruptedError):
        start(storage, retries=0)(tmp_path / "a.mp4")
    download, seen = start(storage), list[tuple[int, int | None]]()
    result = download(tmp_path / "a.mp4", progress=lambda *progress: seen.append(progress))
    assert download.asked == [("bytes=300-", storage.etag)]
    assert (result.resumed_at, result.attempts, result.size) == (300, 1, 1000)
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT
    assert seen[0] == (300, 1000)
    assert names(tmp_path) == ["a.mp4"]


def leave_a_part(start: Callable[..., Download], target: Path, **arguments: Any) -> None:
    with pytest.raises(hms.DownloadInterruptedError):
        start(Storage(CONTENT, [break_after(300)]), retries=0)(target, **arguments)


def test_a_part_of_another_asset_is_not_gone_on_with(start: Callable[..., Download], tmp_path: Path) -> None:
    leave_a_part(start, tmp_path / "a.mp4")
    download = start(Storage(CONTENT))
    download(tmp_path / "a.mp4", "asset-2")
    assert download.asked == [(None, None)]


@pytest.mark.parametrize("heeds_if_range", [True, False])
def test_a_file_that_has_changed_begins_anew(
    start: Callable[..., Download], tmp_path: Path, heeds_if_range: bool
) -> None:
    leave_a_part(start, tmp_path / "a.mp4")
    # Even if the storage ignores the condition, its answer gives it away; no retry is spent on that.
    download = start(Storage(OTHER, heeds_if_range=heeds_if_range), retries=0)
    assert download(tmp_path / "a.mp4").resumed_at == 0
    assert (tmp_path / "a.mp4").read_bytes() == OTHER


def test_a_file_that_has_shrunk_begins_anew(start: Callable[..., Download], tmp_path: Path) -> None:
    leave_a_part(start, tmp_path / "a.mp4")
    download = start(Storage(CONTENT[:100], heeds_if_range=False), retries=0)
    assert download(tmp_path / "a.mp4").size == 100


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ETag", ""),
        ("ETag", 'W/"weak"'),
        ("Content-Range", "bytes 299-999/1000"),
        ("Content-Range", "bytes 300-999/1001"),
        ("Content-Range", "bytes 300-1000/1000"),
        ("Content-Range", "bytes 300-200/1000"),
        ("Content-Range", "bytes 300-999/*"),
        ("Content-Range", "nonsense"),
    ],
)
def test_a_part_that_does_not_fit_is_not_used(
    start: Callable[..., Download], tmp_path: Path, name: str, value: str
) -> None:
    leave_a_part(start, tmp_path / "a.mp4")
    download = start(Storage(CONTENT, [with_header(name, value)]), retries=0)
    download(tmp_path / "a.mp4")
    assert [asked for asked, _ in download.asked] == ["bytes=300-", None]
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT


@pytest.mark.parametrize("storage", [{"has_etag": False}, {"has_length": False}])
def test_without_a_tag_or_a_length_nothing_is_gone_on_with(
    start: Callable[..., Download], tmp_path: Path, storage: dict[str, Any]
) -> None:
    download = start(Storage(CONTENT, [break_after(300)] * 3, **storage))
    with pytest.raises(hms.DownloadInterruptedError) as caught:
        download(tmp_path / "a.mp4")
    assert not caught.value.resumable
    assert download.asked == [(None, None)] * 3
    assert names(tmp_path) == []
    download(tmp_path / "a.mp4")
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT


def test_a_whole_file_that_only_lacks_its_name(start: Callable[..., Download], tmp_path: Path) -> None:
    target = tmp_path / "a.mp4"
    with pytest.raises(hms.DownloadFileError):
        start(Storage(CONTENT))(
            target, progress=lambda arrived, total: arrived == total and target.write_bytes(b"mine")
        )
    assert target.read_bytes() == b"mine"
    download = start(Storage(CONTENT))
    assert download(target, if_exists="replace").resumed_at == 1000
    assert [asked for asked, _ in download.asked] == ["bytes=999-"]
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize(
    "note", [b"", b"[]", b"{}", b"\xff", b'{"identity": "asset-1 s3://bucket/classes/Rec-1.mp4"}', b"1" * 99]
)
def test_a_note_that_makes_no_sense_is_ignored(
    start: Callable[..., Download], tmp_path: Path, note: bytes
) -> None:
    leave_a_part(start, tmp_path / "a.mp4")
    (tmp_path / "a.mp4.part.json").write_bytes(note)
    download = start(Storage(CONTENT))
    download(tmp_path / "a.mp4")
    assert download.asked == [(None, None)]
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT


@pytest.mark.parametrize(("length", "asked"), [(0, None), (200, "bytes=200-"), (900, "bytes=300-")])
def test_only_what_the_disk_confirmed_counts(
    start: Callable[..., Download], tmp_path: Path, length: int, asked: str | None
) -> None:
    leave_a_part(start, tmp_path / "a.mp4")
    part = tmp_path / "a.mp4.part"
    # After a power failure: less than was confirmed, or bytes after it that were never written.
    part.write_bytes(part.read_bytes()[:length].ljust(length, b"\0"))
    download = start(Storage(CONTENT))
    download(tmp_path / "a.mp4")
    assert [one for one, _ in download.asked] == [asked]
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT


def test_the_disk_confirms_now_and_then(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("hms._partial_file._CHECKPOINT_BYTES", 100)
    target = tmp_path / "a.mp4"

    class Killed(BaseException):
        pass

    def kill(arrived: int, _: int | None) -> None:
        if arrived > 900:
            raise Killed

    monkeypatch.setattr("hms._download._BLOCK_BYTES", 50)
    start = functools.partial(Download, functools.partial(Driver, asynchronous=False))
    with pytest.raises(Killed):
        start(Storage(CONTENT))(target, progress=kill)
    download = start(Storage(CONTENT))
    download(target)
    ((asked, _),) = download.asked
    assert asked is not None
    assert 800 <= int(asked[6:-1]) <= 900
    assert target.read_bytes() == CONTENT


def test_a_url_that_expires_in_between_is_replaced(start: Callable[..., Download], tmp_path: Path) -> None:
    storage = Storage(CONTENT, [break_after(300), expire, break_after(100), refuse_with(400)])
    download = start(storage)
    result = download(tmp_path / "a.mp4")
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT
    assert (storage.urls, result.attempts) == (3, 5)
    numbers = [request.url.partition("number=")[2][0] for request in download.driver.engine.streamed]
    assert numbers == ["1", "1", "2", "2", "3"]


def test_a_new_url_that_is_refused_is_not_made_again(start: Callable[..., Download], tmp_path: Path) -> None:
    storage = Storage(CONTENT, [break_after(300), expire, expire])
    with pytest.raises(hms.DownloadRefusedError) as caught:
        start(storage)(tmp_path / "a.mp4")
    error = caught.value
    assert (error.status, error.code, error.attempts, error.resumable) == (403, "AccessDenied", 3, True)
    assert storage.urls == 2


@pytest.mark.parametrize(
    ("status", "attempts"),
    [(400, 1), (401, 1), (403, 1), (404, 1), (410, 1), (204, 1), (304, 1), (429, 3), (500, 3), (503, 3)],
)
def test_refusals(start: Callable[..., Download], tmp_path: Path, status: int, attempts: int) -> None:
    body = b"<?xml?><Error><Code>NoSuchKey</Code><HostId>secret</HostId></Error>"
    download = start(Storage(CONTENT, [refuse_with(status, body)] * 3))
    with pytest.raises(hms.DownloadRefusedError, match=f"{status} .NoSuchKey") as caught:
        download(tmp_path / "a.mp4")
    assert (caught.value.status, caught.value.code, caught.value.attempts) == (status, "NoSuchKey", attempts)
    assert "secret" not in repr(vars(caught.value))
    assert names(tmp_path) == []
    assert download.open_streams == 0


def test_a_long_refusal_is_not_read_to_its_end(start: Callable[..., Download], tmp_path: Path) -> None:
    read = 0

    def endless(_: Storage, __: hms.EngineRequest) -> FakeStream:
        def pieces() -> Any:
            nonlocal read
            while True:
                read += 1024
                yield b" " * 1024

        return FakeStream(404, {}, pieces())

    with pytest.raises(hms.DownloadRefusedError) as caught:
        start(Storage(CONTENT, [endless]))(tmp_path / "a.mp4")
    assert caught.value.code is None
    assert read <= 128 * 1024


def test_redirects_are_followed_without_credentials(start: Callable[..., Download], tmp_path: Path) -> None:
    storage = Storage(
        CONTENT,
        [
            break_after(300),
            refuse_with(307, Location="https://eu.storage.test/Rec-1.mp4?moved=1"),
            refuse_with(302, Location="/other?moved=2"),
        ],
    )
    download = start(storage)
    result = download(tmp_path / "a.mp4")
    urls = [request.url for request in download.driver.engine.streamed]
    assert urls[2:] == ["https://eu.storage.test/Rec-1.mp4?moved=1", "https://eu.storage.test/other?moved=2"]
    assert download.asked[1:] == [("bytes=300-", storage.etag)] * 3
    assert result.attempts == 2
    assert download.open_streams == 0


@pytest.mark.parametrize(
    "location", ["http://storage.test/in-the-open", "ftp://storage.test/", "https://[", "file:///etc"]
)
def test_redirects_that_are_not_followed(
    start: Callable[..., Download], tmp_path: Path, location: str
) -> None:
    download = start(Storage(CONTENT, [refuse_with(302, Location=location)]))
    with pytest.raises(hms.DownloadRefusedError) as caught:
        download(tmp_path / "a.mp4")
    assert caught.value.status == 302
    assert len(download.driver.engine.streamed) == 1


def test_redirects_in_a_circle(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT, [refuse_with(307, Location=STORAGE_URL)] * 9))
    with pytest.raises(hms.DownloadRefusedError) as caught:
        download(tmp_path / "a.mp4")
    assert caught.value.status == 307
    assert len(download.driver.engine.streamed) == 6


@pytest.mark.parametrize("url", [None, 7, "", "no url", "ftp://storage.test/a", "https://", "https://[a"])
def test_an_answer_without_a_url(start: Callable[..., Download], tmp_path: Path, url: object) -> None:
    download = start(Storage(CONTENT))
    download.driver.engine._script = [answer({"id": "a", "path": "p", "url": url, "expiry": 1})]
    with pytest.raises(hms.DownloadError, match="has no URL in `url`"):
        download(tmp_path / "a.mp4")
    assert names(tmp_path) == []


def test_an_answer_that_is_nothing_as_documented(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    download.driver.engine._script = [answer(["url"])]
    with pytest.raises(hms.DownloadError, match="has no URL"):
        download(tmp_path / "a.mp4")


def test_a_call_that_fails_has_its_usual_error(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    download.driver.engine._script = [answer({"code": 404, "message": "asset not found"}, status=404)]
    with pytest.raises(hms.NotFoundError, match="asset not found"):
        download(tmp_path / "a.mp4")


def test_the_size_of_the_asset_is_checked(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    assert download(tmp_path / "a.mp4", described(1000)).size == 1000
    for size in (999, 1001):
        with pytest.raises(hms.DownloadMismatchError, match=f"1000 bytes in the storage.*{size}") as caught:
            download(tmp_path / "b.mp4", described(size))
        assert (caught.value.expected, caught.value.total) == (size, 1000)
    assert names(tmp_path) == ["a.mp4"]
    assert download.open_streams == 0


def test_an_asset_without_a_size_is_downloaded(start: Callable[..., Download], tmp_path: Path) -> None:
    stored = asset(1000)
    for size in ("large", None, 0, -1):
        known = codec.decode(RecordingAsset, json.dumps({**stored, "size": size}).encode()).value
        assert start(Storage(CONTENT))(tmp_path / "a.mp4", known, if_exists="replace").size == 1000
    del stored["size"]
    known = codec.decode(RecordingAsset, json.dumps(stored).encode()).value
    assert start(Storage(CONTENT))(tmp_path / "a.mp4", known, if_exists="replace").size == 1000


def test_the_size_of_the_asset_is_checked_where_the_storage_says_none(
    start: Callable[..., Download], tmp_path: Path
) -> None:
    download = start(Storage(CONTENT, has_length=False), retries=0)
    assert download(tmp_path / "a.mp4", described(1000)).size == 1000
    with pytest.raises(hms.DownloadMismatchError, match="or more"):
        download(tmp_path / "b.mp4", described(900))
    with pytest.raises(hms.DownloadInterruptedError, match="ended early"):
        download(tmp_path / "b.mp4", described(1100))
    assert names(tmp_path) == ["a.mp4"]


def test_more_than_was_announced_is_not_kept(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT, [break_after(300), too_much]))
    assert download(tmp_path / "a.mp4").attempts == 3
    assert [asked for asked, _ in download.asked] == [None, "bytes=300-", None]
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT


def test_a_file_that_is_there_already(start: Callable[..., Download], tmp_path: Path) -> None:
    target = tmp_path / "a.mp4"
    target.write_bytes(b"mine")
    download = start(Storage(CONTENT))
    with pytest.raises(hms.DownloadFileError, match=r"there already.*if_exists") as caught:
        download(target)
    assert isinstance(caught.value.__cause__, FileExistsError)
    assert download(target, if_exists="skip") == hms.DownloadedFile(
        id=ASSET_ID, path=target, size=4, skipped=True
    )
    assert download.driver.engine.requests == []
    assert target.read_bytes() == b"mine"
    assert download(target, if_exists="replace").size == 1000
    assert target.read_bytes() == CONTENT


def test_a_file_that_is_there_already_in_a_folder(start: Callable[..., Download], tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"mine")
    download = start(Storage(CONTENT))
    with pytest.raises(hms.DownloadFileError, match="there already"):
        download(tmp_path)
    assert download(tmp_path, if_exists="skip").skipped
    assert download.driver.engine.streamed == []


def test_a_file_stays_until_the_new_one_is_complete(start: Callable[..., Download], tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"mine")
    with pytest.raises(hms.DownloadInterruptedError):
        start(Storage(CONTENT, [break_after(300)] * 3))(tmp_path / "a.mp4", if_exists="replace")
    assert (tmp_path / "a.mp4").read_bytes() == b"mine"


def test_a_folder_that_is_missing(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    with pytest.raises(hms.DownloadFileError, match=r"no such folder.*Make the folder first"):
        download(tmp_path / "videos" / "a.mp4")
    assert download.driver.engine.requests == []


def test_a_disk_that_is_full(
    start: Callable[..., Download], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hms._download._BLOCK_BYTES", 100)
    write = PartialFile.write

    def full(part: PartialFile, data: bytes) -> None:
        if part.length >= 500:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(part, data)

    with monkeypatch.context() as patch:
        patch.setattr(PartialFile, "write", full)
        with pytest.raises(hms.DownloadFileError, match=r"No space left.*space on the disk") as caught:
            start(Storage(CONTENT))(tmp_path / "a.mp4")
    assert caught.value.resumable
    assert caught.value.received >= 500
    assert names(tmp_path) == ["a.mp4.part", "a.mp4.part.json"]
    assert start(Storage(CONTENT))(tmp_path / "a.mp4").resumed_at == caught.value.received
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT


def test_two_downloads_into_one_file(start: Callable[..., Download], tmp_path: Path) -> None:
    target = tmp_path / "a.mp4"
    errors: list[hms.DownloadFileError] = []
    other = Download(functools.partial(Driver, asynchronous=False), Storage(OTHER))

    def meanwhile(arrived: int, _: int | None) -> None:
        if arrived == 0:
            with pytest.raises(hms.DownloadFileError, match="another download is writing it") as caught:
                other(target)
            errors.append(caught.value)

    start(Storage(CONTENT))(target, progress=meanwhile)
    assert len(errors) == 1
    assert target.read_bytes() == CONTENT
    assert names(tmp_path) == ["a.mp4"]


def test_what_the_callback_raises_ends_the_download(start: Callable[..., Download], tmp_path: Path) -> None:
    def stop(arrived: int, _: int | None) -> None:
        if arrived > 500:
            raise OSError("enough")

    download = start(Storage(CONTENT))
    with pytest.raises(OSError, match="enough"):
        download(tmp_path / "a.mp4", progress=stop)
    assert not (tmp_path / "a.mp4").exists()
    assert download.open_streams == 0
    download(tmp_path / "a.mp4")
    assert (tmp_path / "a.mp4").read_bytes() == CONTENT


def test_the_total_timeout(start: Callable[..., Download], tmp_path: Path) -> None:
    storage = Storage(CONTENT, piece=100)
    download = start(storage)

    def pass_time(_: int, __: int | None) -> None:
        download.driver.time.now += 2

    with pytest.raises(hms.DownloadInterruptedError, match=r"timeout|deadline") as caught:
        download(tmp_path / "a.mp4", progress=pass_time, total_timeout=9)
    assert 0 < caught.value.received < 1000
    assert caught.value.resumable
    (request,) = download.driver.engine.streamed
    assert request.time_left == 9
    assert request.timeout.read == 9


def test_without_a_total_timeout_it_may_take_for_ever(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT, piece=100), retries=hms.Retry(max_elapsed=5))

    def pass_time(_: int, __: int | None) -> None:
        download.driver.time.now += 3600

    assert download(tmp_path / "a.mp4", progress=pass_time).size == 1000
    assert download.driver.engine.streamed[0].time_left is None


@pytest.mark.parametrize(
    "options",
    [
        {"if_exists": "overwrite"},
        {"total_timeout": 0},
        {"total_timeout": float("inf")},
        {"total_timeout": -1},
    ],
)
def test_options_out_of_bounds(
    start: Callable[..., Download], tmp_path: Path, options: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        start(Storage(CONTENT))(tmp_path / "a.mp4", **options)


def test_a_path_that_none_can_be(start: Callable[..., Download], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="null character"):
        start(Storage(CONTENT))(tmp_path / "a\0.mp4")


def test_the_memory_it_takes_does_not_grow_with_the_file(
    start: Callable[..., Download], tmp_path: Path
) -> None:
    size = 64 * 1024 * 1024
    piece = bytes(64 * 1024)
    storage = Storage(b"")
    storage.faults = [
        lambda _, __: FakeStream(
            200, {"Content-Length": str(size)}, (piece for _ in range(size // len(piece)))
        )
    ]
    download = start(storage)
    tracemalloc.start()
    try:
        download(tmp_path / "a.mp4")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (tmp_path / "a.mp4").stat().st_size == size
    assert peak < 8 * 1024 * 1024


FAULTS = st.one_of(
    st.integers(0, 1100).map(break_after),
    st.integers(0, 1100).map(lambda count: break_after(count, silently=True)),
    st.sampled_from([400, 403, 404, 416, 429, 500, 206, 200]).map(refuse_with),
    st.sampled_from([CONTENT, OTHER, CONTENT[:400], b""]).map(change_to),
    st.sampled_from([OTHER, CONTENT[:400]]).map(part_of),
    st.sampled_from([-1, 1, 100]).map(shifted),
    st.sampled_from(
        [
            ("Content-Range", "bytes 0-999/1000"),
            ("Content-Range", "bytes 300-500/1000"),
            ("Content-Length", "700"),
            ("ETag", '"other"'),
            ("ETag", ""),
        ]
    ).map(lambda header: with_header(*header)),
    st.sampled_from([expire, too_much, unreachable, None]),
)

BROKEN_AND_WORSE = st.tuples(st.integers(1, 999).map(break_after), FAULTS).map(list)


@law
@given(
    calls=st.lists(st.one_of(BROKEN_AND_WORSE, st.lists(FAULTS, max_size=4)), min_size=1, max_size=3),
    asynchronous=st.booleans(),
    has_etag=st.booleans(),
    heeds_if_range=st.booleans(),
)
def test_whatever_happens_the_file_is_whole_or_not_there(
    calls: list[list[Fault | None]], asynchronous: bool, has_etag: bool, heeds_if_range: bool
) -> None:
    storage = Storage(CONTENT, has_etag=has_etag, heeds_if_range=heeds_if_range)
    served: list[bytes] = [CONTENT, OTHER, CONTENT[:400], b""]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "a.mp4"
        for faults in calls:
            storage.faults = list(faults)
            download = Download(functools.partial(Driver, asynchronous=asynchronous), storage)
            try:
                result = download(target, if_exists="replace")
            except hms.DownloadError:
                assert not target.exists()
            else:
                assert target.read_bytes() in served
                assert result.size == target.stat().st_size
                assert names(target.parent) == ["a.mp4"]
                target.unlink()
            assert download.open_streams == 0


def test_many_files(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    seen: dict[str, tuple[int, int | None]] = {}
    report = download.many(
        ["a1", described(1000, "a2"), "a1", described(7, "a3"), "a4"],
        tmp_path / "new" / "folder",
        concurrency=2,
        progress=lambda identifier, *progress: seen.update({identifier: progress}),
    )
    folder = tmp_path / "new" / "folder"
    assert [file.id for file in report.downloaded] == ["a1", "a2", "a4"]
    (failed,) = report.failed
    assert (failed.id, type(failed.error)) == ("a3", hms.DownloadMismatchError)
    assert names(folder) == ["a1-Rec-1.mp4", "a2-Rec-1.mp4", "a4-Rec-1.mp4"]
    assert all(file.path.read_bytes() == CONTENT for file in report.downloaded)
    assert seen == dict.fromkeys(["a1", "a2", "a4"], (1000, 1000))


def test_many_files_again(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    download.many(["a1"], tmp_path)
    again = download.many(["a1", "a2"], tmp_path)
    assert [failed.id for failed in again.failed] == ["a1"]
    skipped = download.many(["a1", "a2"], tmp_path, if_exists="skip")
    assert [file.skipped for file in skipped.downloaded] == [True, True]


def test_the_waits_of_many_files(start: Callable[..., Download], tmp_path: Path) -> None:
    storage = Storage(CONTENT, [refuse_with(503, Retry_After="2")])
    download = start(storage, retries=hms.Retry(random=lambda: 0.5))
    assert download.many(["a1"], tmp_path).downloaded[0].attempts == 2
    sleeps = download.driver.time.sleeps
    assert sum(sleeps) == 2.25
    # A thread that waits looks up now and then; a task can be cancelled at any time.
    assert max(sleeps) == (2.25 if download.driver.asynchronous else 0.5)


def test_one_identifier_in_place_of_several(start: Callable[..., Download], tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="must be in a list"):
        start(Storage(CONTENT)).many("a1", tmp_path / "new")
    assert names(tmp_path) == []


def test_no_files(start: Callable[..., Download], tmp_path: Path) -> None:
    assert start(Storage(CONTENT)).many([], tmp_path) == hms.DownloadReport(downloaded=(), failed=())


@pytest.mark.parametrize("concurrency", [0, -1, True, 1.5])
def test_no_concurrency(start: Callable[..., Download], tmp_path: Path, concurrency: Any) -> None:
    with pytest.raises(ValueError, match="concurrency"):
        start(Storage(CONTENT)).many(["a1"], tmp_path, concurrency=concurrency)


def test_an_id_that_none_can_be_stops_all_before_they_begin(
    start: Callable[..., Download], tmp_path: Path
) -> None:
    download = start(Storage(CONTENT))
    with pytest.raises(ValueError, match="asset_id"):
        download.many(["a1", ""], tmp_path / "new")
    assert download.driver.engine.requests == []
    assert names(tmp_path) == []


def test_what_the_callback_raises_ends_all(start: Callable[..., Download], tmp_path: Path) -> None:
    def stop(identifier: str, arrived: int, _: int | None) -> None:
        if identifier == "a2" and arrived > 500:
            raise LookupError("enough")

    download = start(Storage(CONTENT))
    with pytest.raises(LookupError, match="enough"):
        download.many([f"a{number}" for number in range(9)], tmp_path, concurrency=3, progress=stop)
    assert not (tmp_path / "a2-Rec-1.mp4").exists()
    assert all(path.read_bytes() == CONTENT for path in tmp_path.glob("*.mp4"))
    assert download.open_streams == 0


def test_a_cancellation_leaves_nothing_behind(tmp_path: Path) -> None:
    driver = Driver(Storage(CONTENT).answer_call, storage=Storage(CONTENT).serve, asynchronous=True)

    async def scenario() -> None:
        begun = asyncio.Event()

        def progress(_: str, arrived: int, __: int | None) -> None:
            if arrived > 300:
                begun.set()

        assets = [f"a{number}" for number in range(9)]
        task = asyncio.ensure_future(
            driver.client.recording_assets.download_many(assets, tmp_path, progress=progress)
        )
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(scenario())
    assert sum(not stream.closed for stream in driver.engine.streams) == 0
    assert all(path.read_bytes() == CONTENT for path in tmp_path.glob("*.mp4"))
    assert list(tmp_path.glob("*.part")) == []


def test_a_keyboard_interrupt_leaves_nothing_behind(tmp_path: Path) -> None:
    driver = Driver(Storage(CONTENT).answer_call, storage=Storage(CONTENT).serve, asynchronous=False)
    interrupted = threading.Event()

    def progress(_: str, arrived: int, __: int | None) -> None:
        if arrived > 300 and not interrupted.is_set():
            interrupted.set()
            _thread.interrupt_main()

    with pytest.raises(KeyboardInterrupt):
        driver.client.recording_assets.download_many(
            [f"a{number}" for number in range(200)], tmp_path, progress=progress
        )
    assert [thread for thread in threading.enumerate() if thread.name.startswith("hms-")] == []
    assert sum(not stream.closed for stream in driver.engine.streams) == 0
    assert all(path.read_bytes() == CONTENT for path in tmp_path.glob("*.mp4"))


def test_a_closed_client_downloads_nothing(start: Callable[..., Download], tmp_path: Path) -> None:
    download = start(Storage(CONTENT))
    client = download.driver.client
    download.driver.do(client.aclose if download.driver.asynchronous else client.close)
    with pytest.raises(hms.ConfigurationError, match="closed"):
        download(tmp_path / "a.mp4")
    with pytest.raises(hms.ConfigurationError, match="closed"):
        download.many([], tmp_path)


def test_the_file_is_named_after_what_the_storage_calls_it() -> None:
    assert file_name(ASSET_ID, STORED_PATH) == NAME
