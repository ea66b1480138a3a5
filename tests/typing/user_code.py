"""Code as users write it, for the type checkers: mypy in `make test`, mypy and pyright in `make lint`.

`assert_type` says what must be inferred. Where a line must be refused, it carries an ignore comment for both
checkers; they are set to report ignores that ignore nothing, so a mistake that goes unseen fails as well.
"""

from __future__ import annotations

import datetime
import functools
import math
from contextlib import aclosing, closing
from pathlib import Path
from typing import assert_type

import hms
from hms_generated_client.api.recordings import get_recording
from hms_generated_client.api.rooms import get_room, list_rooms
from hms_generated_client.models import (
    JobStatus,
    LiveStream,
    Peer,
    Recording,
    RecordingConfig,
    Region,
    Role,
    Room,
    RoomCode,
    RoomList,
    RoomRegion,
    Session,
    Template,
    WebhookReplay,
    WebhookReplayStatus,
)


def rooms(client: hms.Client) -> None:
    room = client.rooms.create(name="physics", region=Region.EU, size=10)
    assert_type(room, Room)
    assert_type(room.id, str)
    assert_type(room.region, RoomRegion)
    assert_type(room.created_at, datetime.datetime)
    assert_type(room.size, int | hms.Unset)
    if room.size is not hms.UNSET:
        assert_type(room.size, int)
    assert_type(client.rooms.list(limit=10), hms.Page[Room])
    assert_type(client.rooms.list().items[0], Room)
    for each in client.rooms.list():
        assert_type(each, Room)
    for page in client.rooms.list().pages():
        assert_type(page.cursor, str | None)


def other_families(client: hms.Client) -> None:
    assert_type(client.room_codes.create("id"), hms.Page[RoomCode])
    assert_type(client.sessions.get("id"), Session)
    assert_type(client.active_rooms.list_peers("id"), hms.Page[Peer])
    assert_type(client.templates.create(roles={"host": Role(priority=1)}), Template)
    assert_type(client.templates.get_recordings("id"), list[RecordingConfig])


async def asynchronous(client: hms.AsyncClient) -> None:
    assert_type(await client.rooms.create(name="physics"), Room)
    assert_type(client.rooms.list(), hms.AsyncPages[Room])
    assert_type(await client.rooms.list(), hms.AsyncPage[Room])
    async for room in client.rooms.list():
        assert_type(room, Room)
    async for page in (await client.rooms.list()).pages():
        assert_type(page, hms.AsyncPage[Room])
    assert_type(await list_rooms.asyncio(client=client), RoomList)


def classic_functions(client: hms.Client, asynchronous_client: hms.AsyncClient) -> None:
    assert_type(list_rooms.sync(client=client, limit=10), RoomList)
    assert_type(get_room.sync_detailed("id", client=client), hms.Response[Room])
    assert_type(hms.paginate(list_rooms, client=client), hms.Page[Room])
    assert_type(hms.paginate(list_rooms, client=asynchronous_client), hms.AsyncPages[Room])


async def prefetching(client: hms.Client, asynchronous_client: hms.AsyncClient) -> None:
    assert_type(client.rooms.list(prefetch=True, max_items=5), hms.Page[Room])
    assert_type(hms.paginate(list_rooms, client=client, prefetch=True), hms.Page[Room])
    with closing(client.rooms.list(prefetch=True).pages()) as pages:
        assert_type(next(pages), hms.Page[Room])
    async with aclosing(aiter(asynchronous_client.rooms.list(prefetch=True))) as rooms:
        assert_type(await anext(rooms), Room)


async def waiting(client: hms.Client, asynchronous_client: hms.AsyncClient) -> None:
    assert_type(client.recordings.wait("id"), Recording)
    assert_type(await asynchronous_client.live_streams.wait("id", until=JobStatus.RUNNING), LiveStream)
    assert_type(client.analytics.wait_for_webhook_replay("id", timeout=math.inf), WebhookReplay)
    client.recordings.wait("id", on_poll=lambda recording: recording.status.upper())
    assert_type(client.wait(get_recording.build("id"), get_recording.WAITING, timeout=5), Recording)


def options(client: hms.Client, asynchronous_client: hms.AsyncClient) -> None:
    assert_type(client.with_options(timeout=2, headers={"X-Trace": "1"}, retries=0, strict=True), hms.Client)
    assert_type(client.with_options(timeout=hms.Timeout(read=60)).rooms.get("id"), Room)
    assert_type(asynchronous_client.with_options(retries=hms.Retry(max_retries=5)), hms.AsyncClient)
    hms.Client(retries=3, sleep=lambda _: None)


async def raw_access(client: hms.Client, asynchronous_client: hms.AsyncClient) -> None:
    response = client.rooms.with_response.create(name="physics", region=Region.EU)
    assert_type(response, hms.Response[Room])
    assert_type(response.parsed.id, str)
    assert_type(response.elapsed, float)
    assert_type(response.attempts, int)
    assert_type(client.templates.with_response.delete_role("id", "host"), hms.Response[None])
    assert_type(client.templates.with_response.get_recordings("id"), hms.Response[list[RecordingConfig]])
    assert_type(await asynchronous_client.rooms.with_response.get("id"), hms.Response[Room])


async def many_calls(client: hms.AsyncClient, ids: list[str]) -> None:
    outcomes = await hms.map_concurrently(client.rooms.get, ids)
    assert_type(outcomes, list[hms.Outcome[str, Room]])
    assert_type(outcomes[0].value, Room)
    assert_type(outcomes[0].error, hms.CallError | None)
    every = hms.map_concurrently(
        lambda room: client.room_codes.create_for_role(room.id, "host"), client.rooms.list(), concurrency=4
    )
    async with every as iterator:
        async for outcome in iterator:
            assert_type(outcome, hms.Outcome[Room, RoomCode])
    disable = functools.partial(client.rooms.update, enabled=False)
    assert_type((await hms.map_concurrently(disable, ids))[0].value, Room)


def hooks() -> None:
    def start(attempt: hms.AttemptStarted) -> None:
        assert_type(attempt.path_template, str)

    def end(attempt: hms.AttemptEnded) -> None:
        assert_type(attempt.status, int | None)
        assert_type(attempt.retry_in, float | None)

    async def end_asynchronously(attempt: hms.AttemptEnded) -> None: ...

    hms.Client(on_attempt_start=start, on_attempt_end=end)
    hms.AsyncClient(on_attempt_start=start, on_attempt_end=end_asynchronously)
    hms.Client(on_attempt_end=end_asynchronously)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    hms.Client(on_attempt_start=end)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def downloads(client: hms.Client, asynchronous_client: hms.AsyncClient) -> None:
    file = client.recording_assets.download("id", "lesson.mp4", if_exists="replace", total_timeout=600)
    assert_type(file, hms.DownloadedFile)
    assert_type(file.path, Path)
    assert_type(file.size, int)
    assets = client.recording_assets.list(room_id="id")
    client.recording_assets.download(assets.items[0], Path("lesson.mp4"), progress=lambda done, total: None)
    report = client.recording_assets.download_many(assets, "lessons", concurrency=2)
    assert_type(report, hms.DownloadReport)
    assert_type(report.downloaded, tuple[hms.DownloadedFile, ...])
    for failed in report.failed:
        assert_type(failed.id, str)
        assert_type(failed.error, Exception)
    client.recording_assets.download_many(["id", assets.items[0]], "lessons")
    listed = asynchronous_client.recording_assets.list()
    assert_type(await asynchronous_client.recording_assets.download_many(listed, "a"), hms.DownloadReport)
    assert_type(await asynchronous_client.recording_assets.download("id", "a"), hms.DownloadedFile)


def errors(error: hms.HmsError) -> None:
    if isinstance(error, hms.CallError):
        assert_type(error.attempts, int)
        assert_type(error.outcome_known, bool)
    if isinstance(error, hms.RateLimitError):
        assert_type(error.retry_after, float | None)
    if isinstance(error, hms.DownloadError):
        assert_type(error.resumable, bool)
    if isinstance(error, hms.APIError):
        assert_type(error.details, tuple[str, ...])
    if isinstance(error, hms.WaitError):
        assert_type(error.state, str | None)


def mistakes(client: hms.Client, asynchronous_client: hms.AsyncClient) -> None:
    client.rooms.create(nome="physics")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.rooms.create(size="10")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.rooms.get()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.rooms.with_response.get(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.rooms.with_response.list()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue,reportUnknownMemberType]
    client.recording_assets.download("id", "a", if_exists="no")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.recording_assets.download_many("id")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.recording_assets.download_many(asynchronous_client.recording_assets.list(), "a")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.with_options(retry=0)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    hms.Client(retries="2")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.rooms.list(10)  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
    client.recordings.wait("id", until="running")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.recordings.wait("id", until=WebhookReplayStatus.RUNNING)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.room_codes.create("id", prefetch=True)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.roms  # type: ignore[attr-defined]  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue,reportUnknownMemberType]
    client.rooms.create(name="physics").size + 1  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue,reportUnusedExpression]
    list_rooms.sync(client=asynchronous_client)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    hms.Client(access_key=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    hms.map_concurrently(client.rooms.get, ["id"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    hms.map_concurrently(asynchronous_client.rooms.get, [1])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    hms.Clinet  # type: ignore[attr-defined]  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue,reportUnknownMemberType]
