"""Recording assets downloaded from the mock server, over connections that can be made to break."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import threading
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

import hms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hms_mock import MockServer

    from .conftest import Connect


pytestmark = pytest.mark.anyio

AT_ONCE = hms.Retry(backoff_base=0)


class Relay(socketserver.ThreadingTCPServer):
    """Passes bytes to the mock server and back, and cuts connections that bring more of a file than they may.

    Attributes:
        budgets: how many bytes the next connections that ask for a file bring, one each; then all of them.
    """

    def __init__(self, target: tuple[str, int]) -> None:
        super().__init__(("127.0.0.1", 0), _Relayed)
        self.target = target
        self.budgets: list[int] = []
        self.sockets: list[socket.socket] = []

    def hang_up(self) -> None:
        """End the connections that clients keep for later."""
        for end in self.sockets:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v2"


class _Relayed(socketserver.BaseRequestHandler):
    server: Relay
    request: socket.socket

    def handle(self) -> None:
        with socket.create_connection(self.server.target) as upstream:
            self.server.sockets += upstream, self.request
            first = self.request.recv(65536)
            is_limited = first.startswith(b"GET /_mock/files/") and self.server.budgets
            budget = self.server.budgets.pop(0) if is_limited else 2**62
            upstream.sendall(first)
            upwards = threading.Thread(target=_pass, args=(self.request, upstream, 2**62))
            upwards.start()
            _pass(upstream, self.request, budget)
            for end in (upstream, self.request):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            upwards.join()


def _pass(source: socket.socket, target: socket.socket, budget: int) -> None:
    with contextlib.suppress(OSError):
        while budget and (chunk := source.recv(min(budget, 65536))):
            target.sendall(chunk)
            budget -= len(chunk)
        target.shutdown(socket.SHUT_WR)


@pytest.fixture
def relay(hms_mock: MockServer) -> Iterator[Relay]:
    parts = urlsplit(hms_mock.url)
    with Relay((str(parts.hostname), int(parts.port or 0))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
        server.hang_up()


async def record(client: Any, hms_mock: MockServer) -> list[Any]:
    """Record a room, and return the files that are left of it."""
    room = await client.rooms.create(name="physics")
    hms_mock.control.join(room.id, role="host", name="Ada")
    await client.recordings.start(room.id, meeting_url="https://acme.app.100ms.live/meeting/abc")
    hms_mock.control.advance(600)
    await client.recordings.stop_for_room(room.id)
    hms_mock.control.advance(600)
    return [asset async for asset in client.recording_assets.list(room_id=room.id)]


def video_of(assets: list[Any]) -> Any:
    (video,) = (asset for asset in assets if asset.type == "room-composite")
    return video


async def test_what_is_left_of_a_recording_is_downloaded(
    connect: Connect, hms_mock: MockServer, tmp_path: Path
) -> None:
    client = connect()
    assets = await record(client, hms_mock)
    report = await client.recording_assets.download_many(assets, tmp_path)
    assert report.failed == ()
    assert {file.id: file.size for file in report.downloaded} == {asset.id: asset.size for asset in assets}
    video = video_of(assets)
    single = await client.recording_assets.download(video, tmp_path / "lesson.mp4")
    (among_many,) = (file for file in report.downloaded if file.id == video.id)
    assert single.path.read_bytes() == among_many.path.read_bytes()
    assert single.path.read_bytes()[4:8] == b"ftyp"
    again = await client.recording_assets.download_many(
        [asset.id for asset in assets], tmp_path, if_exists="skip"
    )
    assert all(file.skipped for file in again.downloaded)


async def test_a_list_of_assets_is_downloaded_as_it_is(
    connect: Connect, hms_mock: MockServer, tmp_path: Path
) -> None:
    client = connect()
    assets = await record(client, hms_mock)
    listed = client.recording_assets.list()
    # The fixture wraps the pages of the synchronous client, whose methods take what they themselves return.
    listed = getattr(listed, "_value", listed)
    report = await client.recording_assets.download_many(listed, tmp_path / "all")
    assert len(report.downloaded) == len(assets) > 0


async def test_a_connection_that_breaks(
    connect: Connect, hms_mock: MockServer, relay: Relay, tmp_path: Path
) -> None:
    client = connect(base_url=relay.url, retries=AT_ONCE)
    video = video_of(await record(client, hms_mock))
    relay.budgets = [20_000, 0, 30_000]
    seen: list[tuple[int, int | None]] = []
    # A break spends a retry, and none of these gets a step further.
    patient = connect(base_url=relay.url, retries=hms.Retry(max_retries=3, backoff_base=0))
    result = await patient.recording_assets.download(
        video, tmp_path / "a.mp4", progress=lambda *progress: seen.append(progress)
    )
    assert (result.size, result.attempts) == (video.size, 4)
    assert [arrived for arrived, _ in seen] == sorted(arrived for arrived, _ in seen)
    whole = await client.recording_assets.download(video, tmp_path / "whole.mp4")
    assert (result.path.read_bytes(), whole.attempts) == (whole.path.read_bytes(), 1)


async def test_a_later_client_goes_on_with_a_new_url(
    connect: Connect, hms_mock: MockServer, relay: Relay, tmp_path: Path
) -> None:
    client = connect(base_url=relay.url)
    video = video_of(await record(client, hms_mock))
    relay.budgets = [20_000]
    with pytest.raises(hms.DownloadInterruptedError, match=r"Calling again goes on") as caught:
        await client.recording_assets.download(video, tmp_path / "a.mp4", presign_duration=60)
    assert 0 < caught.value.received < 20_000
    assert not (tmp_path / "a.mp4").exists()
    hms_mock.control.advance(61)
    other = connect(base_url=relay.url)
    result = await other.recording_assets.download(video, tmp_path / "a.mp4")
    assert (result.resumed_at, result.attempts) == (caught.value.received, 1)
    whole = await client.recording_assets.download(video, tmp_path / "whole.mp4")
    assert result.path.read_bytes() == whole.path.read_bytes()


async def test_a_url_that_expires_in_between(
    connect: Connect, hms_mock: MockServer, relay: Relay, tmp_path: Path
) -> None:
    client = connect(base_url=relay.url, retries=AT_ONCE)
    video = video_of(await record(client, hms_mock))
    relay.budgets = [20_000]
    expired: list[object] = []

    def expire(arrived: int, _: int | None) -> None:
        if arrived and not expired:
            expired.append(hms_mock.control.advance(61))

    result = await client.recording_assets.download(
        video, tmp_path / "a.mp4", presign_duration=60, progress=expire
    )
    assert (result.size, result.attempts) == (video.size, 3)
    urls = [request for request in hms_mock.control.requests() if request["path"].endswith("/presigned-url")]
    assert len(urls) == 2


async def test_a_file_that_is_not_ready(connect: Connect, hms_mock: MockServer, tmp_path: Path) -> None:
    client = connect()
    with pytest.raises(hms.NotFoundError):
        await client.recording_assets.download("000000000000000000000000", tmp_path / "a.mp4")
    report = await client.recording_assets.download_many(["000000000000000000000000"], tmp_path)
    assert [type(failed.error) for failed in report.failed] == [hms.NotFoundError]
    assert report.downloaded == ()
