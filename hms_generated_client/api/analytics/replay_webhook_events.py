"""Replay webhooks: POST /analytics/webhooks/replay."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.replay_webhook_events_request import ReplayWebhookEventsRequest
from ...models.started_webhook_replay import StartedWebhookReplay
from ...operation import AsyncSender, Call, Operation, Response, Sender

OPERATION: Final[Operation[StartedWebhookReplay]] = Operation(
    id="replayWebhookEvents",
    method="POST",
    path="/analytics/webhooks/replay",
    response=StartedWebhookReplay,
    request=ReplayWebhookEventsRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events",
)


def build(
    *,
    body: ReplayWebhookEventsRequest,
) -> Call[StartedWebhookReplay]:
    """Build the call without sending it.

    Sends webhooks to your endpoint again: after an outage those that failed, or, to process events once
    more, any of those that pass the filters. `{}` replays what failed in the last 24 hours.

    The replay runs in the background, at 10 webhooks per second, so 50000 of them, the most that one
    replay sends, take about an hour and a half. Each carries `is_replay: true`. Make sure that your
    endpoint can take them, and that it does no harm to receive an event twice.

    While a replay runs, asking for one with identical filters starts no other: the answer names the
    running one, with the status `already_running`. Once it is over, the same request starts a new
    replay.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events

    Args:
        body: Which webhooks to send again.
    """
    return Call(
        operation=OPERATION,
        path="/analytics/webhooks/replay",
        body=codec.encode(body),
    )


def sync_detailed(
    *,
    client: Sender,
    body: ReplayWebhookEventsRequest,
) -> Response[StartedWebhookReplay]:
    """Replay webhooks; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            body=body,
        )
    )


def sync(
    *,
    client: Sender,
    body: ReplayWebhookEventsRequest,
) -> StartedWebhookReplay:
    """Replay webhooks. See `build` for the arguments."""
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    body: ReplayWebhookEventsRequest,
) -> Response[StartedWebhookReplay]:
    """Replay webhooks; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            body=body,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    body: ReplayWebhookEventsRequest,
) -> StartedWebhookReplay:
    """Replay webhooks. See `build` for the arguments."""
    return (await asyncio_detailed(body=body, client=client)).parsed
