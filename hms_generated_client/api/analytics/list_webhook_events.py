"""List webhook deliveries: GET /analytics/webhooks."""

from __future__ import annotations

import datetime
from typing import Final

from ...models.webhook_delivery import WebhookDelivery
from ...models.webhook_delivery_list import WebhookDeliveryList
from ...models.webhook_delivery_status import WebhookDeliveryStatus
from ...models.webhook_event_name import WebhookEventName
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[WebhookDeliveryList]] = Operation(
    id="listWebhookEvents",
    method="GET",
    path="/analytics/webhooks",
    response=WebhookDeliveryList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/analytics/list-webhook-events",
)

PAGINATION: Final[Pagination[WebhookDeliveryList, WebhookDelivery]] = Pagination(
    items="events",
    pages="pagination",
    parameter="page",
)


def build(
    *,
    start_time: datetime.datetime | Unset = UNSET,
    end_time: datetime.datetime | Unset = UNSET,
    room_id: str | Unset = UNSET,
    status: WebhookDeliveryStatus | Unset = UNSET,
    event_names: list[WebhookEventName] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Call[WebhookDeliveryList]:
    """Build the call without sending it.

    The webhooks that were sent to your endpoint, whether or not they arrived, page by page. Use it to
    find out when and why deliveries failed, then replay them.

    Looks at the last 24 hours unless told otherwise; a range of time begins within the last 30 days and
    spans 14 days at most. Filters can be combined; a webhook must pass them all.

    Pages are numbered. While `pagination.has_next` is true, ask for the `page` of the next number. Name
    `end_time` when walking over several pages: without it the range goes on to the present, so what
    comes in meanwhile can shift the pages.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/list-webhook-events

    Args:
        start_time: Where the range of time begins. Not more than 30 days ago. Left out: 24 hours
            ago.
        end_time: Where the range of time ends. After `start_time`, by 14 days at most. Left out:
            now.
        room_id: Only webhooks about this room. Left out, those of all rooms.
        status: Only webhooks whose delivery ended this way. Default: 'all'.
        event_names: Only webhooks of these types, one or several; in the URL the parameter is
            repeated for each. Left out, those of all types.
        limit: How many deliveries a page holds at most. Default: 50. From 1 to 100.
        page: The number of the page. The first page is 1. Default: 1. At least 1.
    """
    return Call(
        operation=OPERATION,
        path="/analytics/webhooks",
        query=query_pairs(
            (
                ("start_time", start_time),
                ("end_time", end_time),
                ("room_id", room_id),
                ("status", status),
                ("event_names", event_names),
                ("limit", limit),
                ("page", page),
            )
        ),
    )


def sync_detailed(
    *,
    client: Sender,
    start_time: datetime.datetime | Unset = UNSET,
    end_time: datetime.datetime | Unset = UNSET,
    room_id: str | Unset = UNSET,
    status: WebhookDeliveryStatus | Unset = UNSET,
    event_names: list[WebhookEventName] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[WebhookDeliveryList]:
    """List webhook deliveries; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            start_time=start_time,
            end_time=end_time,
            room_id=room_id,
            status=status,
            event_names=event_names,
            limit=limit,
            page=page,
        )
    )


def sync(
    *,
    client: Sender,
    start_time: datetime.datetime | Unset = UNSET,
    end_time: datetime.datetime | Unset = UNSET,
    room_id: str | Unset = UNSET,
    status: WebhookDeliveryStatus | Unset = UNSET,
    event_names: list[WebhookEventName] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> WebhookDeliveryList:
    """List webhook deliveries. See `build` for the arguments."""
    return sync_detailed(
        start_time=start_time,
        end_time=end_time,
        room_id=room_id,
        status=status,
        event_names=event_names,
        limit=limit,
        page=page,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    start_time: datetime.datetime | Unset = UNSET,
    end_time: datetime.datetime | Unset = UNSET,
    room_id: str | Unset = UNSET,
    status: WebhookDeliveryStatus | Unset = UNSET,
    event_names: list[WebhookEventName] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[WebhookDeliveryList]:
    """List webhook deliveries; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            start_time=start_time,
            end_time=end_time,
            room_id=room_id,
            status=status,
            event_names=event_names,
            limit=limit,
            page=page,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    start_time: datetime.datetime | Unset = UNSET,
    end_time: datetime.datetime | Unset = UNSET,
    room_id: str | Unset = UNSET,
    status: WebhookDeliveryStatus | Unset = UNSET,
    event_names: list[WebhookEventName] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> WebhookDeliveryList:
    """List webhook deliveries. See `build` for the arguments."""
    return (
        await asyncio_detailed(
            start_time=start_time,
            end_time=end_time,
            room_id=room_id,
            status=status,
            event_names=event_names,
            limit=limit,
            page=page,
            client=client,
        )
    ).parsed
