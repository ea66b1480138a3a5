"""List events of a room: GET /analytics/events."""

from __future__ import annotations

from typing import Final

from ...models.analytics_event import AnalyticsEvent
from ...models.analytics_event_list import AnalyticsEventList
from ...models.analytics_event_type import AnalyticsEventType
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[AnalyticsEventList]] = Operation(
    id="listAnalyticsEvents",
    method="GET",
    path="/analytics/events",
    response=AnalyticsEventList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/analytics/overview",
)

PAGINATION: Final[Pagination[AnalyticsEventList, AnalyticsEvent]] = Pagination(
    items="events",
    cursor="next",
    parameter="start",
)


def build(
    *,
    room_id: str,
    type: list[AnalyticsEventType] | Unset = UNSET,
    session_id: str | Unset = UNSET,
    peer_id: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    beam_id: str | Unset = UNSET,
    error: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[AnalyticsEventList]:
    """Build the call without sending it.

    What happened in a room within the last 30 days, page by page: tracks that were added, muted,
    unmuted and removed, browser recordings, and errors of clients. Filters can be combined; an event
    must pass them all.

    The members of `data` depend on `type`. To learn for how long a peer was unmuted, take the events of
    one `track_id` in the order of their `timestamp`, and add up the times from each event with `mute`
    false to the next one with `mute` true or the track's removal.

    The pages are a snapshot taken at the first query: events that come later are not in them, and the
    cursor `next` expires after 24 hours.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/overview

    Args:
        room_id: The room whose events to list. At least 1 characters.
        type: Only events of these types, one or several; in the URL the parameter is repeated for
            each. Left out, events of all types.
        session_id: Only events of this session.
        peer_id: Only events of this peer.
        user_id: Only events of peers who have this `user_id` in your system. Other than `peer_id`,
            it stays the same when somebody leaves and comes back.
        beam_id: Only the recording by this run of the recording browser. Of use with the type
            `beam.recording.success` alone.
        error: True for error events only. Default: False.
        limit: How many events a page holds at most. Default: 10. From 1 to 100.
        start: Where the page begins: the value of `next` from the answer before. Left out: the
            first page.
    """
    return Call(
        operation=OPERATION,
        path="/analytics/events",
        query=query_pairs(
            (
                ("room_id", room_id),
                ("type", type),
                ("session_id", session_id),
                ("peer_id", peer_id),
                ("user_id", user_id),
                ("beam_id", beam_id),
                ("error", error),
                ("limit", limit),
                ("start", start),
            )
        ),
    )


def sync_detailed(
    *,
    client: Sender,
    room_id: str,
    type: list[AnalyticsEventType] | Unset = UNSET,
    session_id: str | Unset = UNSET,
    peer_id: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    beam_id: str | Unset = UNSET,
    error: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[AnalyticsEventList]:
    """List events of a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id=room_id,
            type=type,
            session_id=session_id,
            peer_id=peer_id,
            user_id=user_id,
            beam_id=beam_id,
            error=error,
            limit=limit,
            start=start,
        )
    )


def sync(
    *,
    client: Sender,
    room_id: str,
    type: list[AnalyticsEventType] | Unset = UNSET,
    session_id: str | Unset = UNSET,
    peer_id: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    beam_id: str | Unset = UNSET,
    error: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> AnalyticsEventList:
    """List events of a room. See `build` for the arguments."""
    return sync_detailed(
        room_id=room_id,
        type=type,
        session_id=session_id,
        peer_id=peer_id,
        user_id=user_id,
        beam_id=beam_id,
        error=error,
        limit=limit,
        start=start,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    room_id: str,
    type: list[AnalyticsEventType] | Unset = UNSET,
    session_id: str | Unset = UNSET,
    peer_id: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    beam_id: str | Unset = UNSET,
    error: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[AnalyticsEventList]:
    """List events of a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id=room_id,
            type=type,
            session_id=session_id,
            peer_id=peer_id,
            user_id=user_id,
            beam_id=beam_id,
            error=error,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    room_id: str,
    type: list[AnalyticsEventType] | Unset = UNSET,
    session_id: str | Unset = UNSET,
    peer_id: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    beam_id: str | Unset = UNSET,
    error: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> AnalyticsEventList:
    """List events of a room. See `build` for the arguments."""
    return (
        await asyncio_detailed(
            room_id=room_id,
            type=type,
            session_id=session_id,
            peer_id=peer_id,
            user_id=user_id,
            beam_id=beam_id,
            error=error,
            limit=limit,
            start=start,
            client=client,
        )
    ).parsed
