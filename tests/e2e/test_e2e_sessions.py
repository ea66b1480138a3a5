"""Room codes, tokens, sessions and everything that happens in an active room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import hms
from hms_generated_client.models import Role

if TYPE_CHECKING:
    from hms_mock import MockServer

pytestmark = pytest.mark.anyio


async def classroom(client: Any) -> Any:
    template = await client.templates.create(name="classroom", roles={"teacher": Role(), "student": Role()})
    return await client.rooms.create(name="physics", template_id=template.id)


@pytest.mark.public_api
async def test_codes_follow_the_roles_of_the_template(client: Any) -> None:
    room = await classroom(client)
    codes = {code.role: code.code async for code in client.room_codes.create(room.id)}
    assert set(codes) == {"teacher", "student"}
    assert {code.role: code.code async for code in client.room_codes.create(room.id)} == codes

    await client.templates.upsert_role(room.template_id, "observer")
    await client.templates.delete_role(room.template_id, "student")
    again = {code.role: code async for code in client.room_codes.create(room.id)}
    assert again["teacher"].code == codes["teacher"]
    assert again["observer"].enabled
    disabled = [code async for code in client.room_codes.list(room.id, enabled=False)]
    assert [code.code for code in disabled] == [codes["student"]]
    with pytest.raises(hms.PermissionDeniedError):
        await client.room_codes.update(code=codes["student"], enabled=True)


@pytest.mark.public_api
async def test_one_code_is_switched_off_and_on(client: Any) -> None:
    room = await classroom(client)
    code = await client.room_codes.create_for_role(room.id, "teacher")
    assert (await client.room_codes.update(code=code.code, enabled=False)).enabled is False
    assert [each.code async for each in client.room_codes.list(room.id, role="teacher", enabled=True)] == []
    assert (await client.room_codes.update(code=code.code, enabled=True)).enabled is True


@pytest.mark.public_api
async def test_a_disabled_room_refuses_new_codes(client: Any) -> None:
    room = await classroom(client)
    await client.rooms.update(room.id, enabled=False)
    with pytest.raises(hms.PermissionDeniedError):
        await client.room_codes.create(room.id)


async def test_a_session_lasts_from_the_first_peer_to_the_last(client: Any, hms_mock: MockServer) -> None:
    room = await classroom(client)
    token = client.create_client_token(room_id=room.id, role="teacher", user_id="ada")
    teacher = hms_mock.control.join(room.id, token=token, name="Ada")
    code = await client.room_codes.create_for_role(room.id, "student")
    student = hms_mock.control.join(room.id, code=code.code, name="Ben")

    running = [session async for session in client.sessions.list(active=True)]
    assert [session.room_id for session in running] == [room.id]
    active = await client.active_rooms.get(room.id)
    assert set(active.session.peers) == {teacher["id"], student["id"]}

    hms_mock.control.leave(room.id, student["id"])
    hms_mock.control.leave(room.id, teacher["id"])
    session = await client.sessions.get(running[0].id)
    assert session.active is False
    assert session.peers[teacher["id"]].user_id == "ada"
    assert session.peers[teacher["id"]].left_at >= session.peers[teacher["id"]].joined_at
    assert [each.id async for each in client.sessions.list(room_id=room.id, active=False)] == [session.id]
    with pytest.raises(hms.NotFoundError):
        await client.active_rooms.get(room.id)


async def test_sessions_page_by_page(client: Any, hms_mock: MockServer) -> None:
    room = await classroom(client)
    for _ in range(23):
        peer = hms_mock.control.join(room.id, role="student")
        hms_mock.control.leave(room.id, peer["id"])
    page = await client.sessions.list(room_id=room.id, limit=10)
    ids = [session.id async for session in page]
    assert len(ids) == len(set(ids)) == 23


async def test_what_can_be_done_to_a_peer(client: Any, hms_mock: MockServer) -> None:
    room = await classroom(client)
    teacher = hms_mock.control.join(room.id, role="teacher", name="Ada", user_id="ada")["id"]
    student = hms_mock.control.join(room.id, role="student", name="Ben", user_id="ben")["id"]

    peers = [peer async for peer in client.active_rooms.list_peers(room.id)]
    assert {peer.id for peer in peers} == {teacher, student}
    assert [peer.id async for peer in client.active_rooms.list_peers(room.id, user_id="ben")] == [student]
    assert [peer.id async for peer in client.active_rooms.list_peers(room.id, role="teacher")] == [teacher]

    await client.active_rooms.update_peer(
        room.id, student, role="teacher", name="Benjamin", metadata='{"hand": true}'
    )
    changed = await client.active_rooms.get_peer(room.id, student)
    assert (changed.role, changed.name, changed.metadata) == ("teacher", "Benjamin", '{"hand": true}')
    assert {track.type for track in changed.tracks.values()} == {"audio", "video"}

    await client.active_rooms.send_message(room.id, message="hello", type="chat", peer_id=student)
    await client.active_rooms.send_message(room.id, message="to all")
    received = [(message["message"], set(message["recipients"])) for message in messages(hms_mock)]
    assert received == [("hello", {student}), ("to all", {teacher, student})]

    await client.active_rooms.remove_peers(room.id, peer_id=student, reason="bye")
    assert [peer.id async for peer in client.active_rooms.list_peers(room.id)] == [teacher]
    with pytest.raises(hms.BadRequestError):
        await client.active_rooms.remove_peers(room.id)


def messages(hms_mock: MockServer) -> list[dict[str, Any]]:
    return hms_mock.control.messages()


async def test_ending_a_room_can_lock_it(client: Any, hms_mock: MockServer) -> None:
    room = await classroom(client)
    hms_mock.control.join(room.id, role="teacher")
    await client.active_rooms.end(room.id, reason="over", lock=True)
    assert (await client.rooms.get(room.id)).enabled is False
    assert [session.active async for session in client.sessions.list(room_id=room.id)] == [False]
