from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

import hms
from hms_generated_client.models import (
    RecordingInfo,
    Region,
    RoomWebhook,
    UploadCredentials,
    UploadInfo,
    UploadType,
)

if TYPE_CHECKING:
    from hms_mock import MockServer

pytestmark = pytest.mark.anyio


@pytest.mark.public_api
async def test_a_created_room_is_read_back_as_it_was_made(client: Any) -> None:
    created = await client.rooms.create(
        name="physics-monday",
        description="Physics, 9th grade",
        region=Region.EU,
        size=40,
        max_duration_seconds=3600,
        webhook=RoomWebhook(url="https://example.com/hooks", headers={"x-secret": "s3cret"}),
    )
    read = await client.rooms.get(created.id)
    assert read == created
    assert (read.name, read.size, read.max_duration_seconds, read.region) == (
        "physics-monday",
        40,
        3600,
        "eu",
    )
    assert read.enabled
    assert read.webhook.headers == {"x-secret": "s3cret"}
    assert "s3cret" not in repr(read)
    assert read.created_at.tzinfo is not None


@pytest.mark.public_api
async def test_creating_a_room_of_a_known_name_updates_it_whatever_the_case(client: Any) -> None:
    first = await client.rooms.create(name="Town-Hall", description="first")
    second = await client.rooms.create(name="town-hall", description="second")
    assert second.id == first.id
    assert (await client.rooms.get(first.id)).description == "second"


@pytest.mark.public_api
async def test_an_update_changes_what_it_names_and_nothing_else(client: Any) -> None:
    room = await client.rooms.create(name="lab", description="before", size=10)
    await client.rooms.update(room.id, description="after")
    read = await client.rooms.get(room.id)
    assert (read.name, read.description, read.size) == ("lab", "after", 10)


@pytest.mark.public_api
async def test_bucket_credentials_arrive_and_never_show(client: Any) -> None:
    upload = UploadInfo(
        type=UploadType.S3,
        location="bucket",
        credentials=UploadCredentials(key="AKEY", secret="top-secret-value"),
    )
    room = await client.rooms.create(recording_info=RecordingInfo(enabled=True, upload_info=upload))
    assert room.recording_info.upload_info.credentials.secret == "top-secret-value"
    assert "top-secret-value" not in repr(room)
    assert room.recording_source_template is False


@pytest.mark.public_api
async def test_pages_together_are_the_list_newest_first(client: Any) -> None:
    made = [(await client.rooms.create(name=f"room-{number}")).id for number in range(25)]
    page = await client.rooms.list(limit=10)
    assert len(page.items) == 10
    assert page.has_next
    assert [room.id async for room in client.rooms.list(limit=10)] == made[::-1]
    assert [room.id async for room in page] == made[::-1]
    assert [room.id async for room in client.rooms.list(limit=10, max_items=13)] == made[::-1][:13]
    resumed = await client.rooms.list(limit=10, start=page.cursor)
    assert [room.id for room in resumed.items] == made[::-1][10:20]
    assert [len(each.items) async for each in page.pages()][:3] == [10, 10, 5]
    following = await page.next_page()
    assert [room.id for room in following.items] == made[::-1][10:20]


async def test_filters_of_the_list(client: Any, hms_mock: MockServer) -> None:
    old = await client.rooms.create(name="old")
    hms_mock.control.advance(3600)
    new = await client.rooms.create(name="new")
    await client.rooms.update(new.id, enabled=False)
    assert [room.id async for room in client.rooms.list()] == [old.id]
    assert [room.id async for room in client.rooms.list(enabled=False)] == [new.id]
    assert [room.id async for room in client.rooms.list(name="old")] == [old.id]
    assert [room.id async for room in client.rooms.list(after=old.created_at + timedelta(seconds=1))] == []
    assert [room.id async for room in client.rooms.list(before=old.created_at)] == [old.id]
    assert [room.id async for room in client.rooms.list(before=datetime(2001, 1, 1, tzinfo=UTC))] == []


@pytest.mark.public_api
async def test_a_bad_argument_is_refused_with_the_server_s_words(client: Any) -> None:
    with pytest.raises(hms.BadRequestError) as caught:
        await client.rooms.create(size=3000)
    assert caught.value.status == 400
    assert caught.value.operation == "createRoom"
    assert any("2500" in detail for detail in caught.value.details)
    assert "api-reference/Rooms/create-via-api" in str(caught.value)


@pytest.mark.public_api
async def test_an_unknown_room_is_not_found(client: Any) -> None:
    with pytest.raises(hms.NotFoundError) as caught:
        await client.rooms.get("627cda81ab4f3b56a077dc33")
    assert (caught.value.status, caught.value.code) == (404, 404)


@pytest.mark.parametrize("room_id", ["", ".", ".."])
async def test_an_empty_id_never_reaches_another_operation(
    client: Any, room_id: str, hms_mock: MockServer
) -> None:
    with pytest.raises(ValueError, match="room_id"):
        await client.rooms.get(room_id)
    assert hms_mock.control.requests() == []


@pytest.mark.parametrize("prefetch", [False, True])
async def test_prefetching_changes_neither_the_items_nor_the_calls(
    client: Any, hms_mock: MockServer, prefetch: bool
) -> None:
    names = [(await client.rooms.create(name=f"room-{number}")).name for number in range(25)]
    listed = [room.name async for room in client.rooms.list(limit=10, prefetch=prefetch)]
    assert sorted(listed) == sorted(names)
    assert (
        len(hms_mock.control.requests()) == 25 + 4
    )  # only the empty page at the end tells that it is the last
