"""Code as users write it, for the type checkers; see `user_code.py`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, assert_type

import hms
from hms.webhooks import Event, MemoryStore, Result, Router, UnknownEvent, parse
from hms_generated_client.models import PeerJoinSuccessEvent, PeerLeaveSuccessEvent, RoomEndSuccessEvent

if TYPE_CHECKING:
    from http import HTTPStatus

router = Router(secret_headers={"x-hook-secret": ["new", "old"]}, source_networks=True, store=MemoryStore())


@router.on(PeerJoinSuccessEvent)
def joined(event: PeerJoinSuccessEvent) -> None:
    assert_type(event.data.user_name, str)
    assert_type(event.timestamp, datetime.datetime)


@router.on("peer.leave.success", "room.end.success")
async def left(event: PeerLeaveSuccessEvent | RoomEndSuccessEvent) -> None:
    assert_type(event.data.session_id, str)


@router.fallback
def other(event: Event | UnknownEvent) -> None:
    assert_type(event.id, str)
    if isinstance(event, UnknownEvent):
        assert_type(event.timestamp, datetime.datetime | hms.Unset)


@router.on(RoomEndSuccessEvent)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
def wrong(event: PeerJoinSuccessEvent) -> None:
    """Refused: the handler takes another event."""


def plain(headers: dict[str, str], body: bytes) -> HTTPStatus:
    assert_type(parse(body), Event | UnknownEvent)
    result = router.handle(headers, body, client_address="203.0.113.7")
    assert_type(result, Result)
    assert_type(joined(event), None) if isinstance(event := result.event, PeerJoinSuccessEvent) else None
    return result.status


async def asynchronous(headers: list[tuple[str, str]], body: bytes) -> HTTPStatus:
    return (await router.handle_async(headers, body)).status
