"""Retrieve a replay of webhooks: GET /analytics/webhooks/replay/{workflow_id}."""

from __future__ import annotations

from typing import Final

from ...models.webhook_replay import WebhookReplay
from ...models.webhook_replay_status import WebhookReplayStatus
from ...operation import (
    AsyncSender,
    Call,
    Operation,
    Response,
    Sender,
    Waiting,
)
from ...request import expand_path

OPERATION: Final[Operation[WebhookReplay]] = Operation(
    id="getWebhookReplay",
    method="GET",
    path="/analytics/webhooks/replay/{workflow_id}",
    response=WebhookReplay,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events",
)


WAITING: Final[Waiting[WebhookReplay, WebhookReplayStatus]] = Waiting(
    state="status",
    passing=(WebhookReplayStatus.RUNNING,),
    succeeded=(
        WebhookReplayStatus.COMPLETED,
        WebhookReplayStatus.COMPLETED_WITH_FAILURES,
    ),
    failed=(
        WebhookReplayStatus.FAILED,
        WebhookReplayStatus.CANCELED,
        WebhookReplayStatus.TERMINATED,
    ),
)


def build(
    workflow_id: str,
) -> Call[WebhookReplay]:
    """Build the call without sending it.

    How far a replay is and, once it is over, how many webhooks arrived and which did not.

    A replay is over when its status is anything but `Running`. Judge its success by the figure `failed`
    in `result`, not by the status alone.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events

    Args:
        workflow_id: Identifies the replay, by the `workflow_id` from the answer that started it. At
            least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/analytics/webhooks/replay/{workflow_id}",
            {
                "workflow_id": workflow_id,
            },
        ),
    )


def sync_detailed(
    workflow_id: str,
    *,
    client: Sender,
) -> Response[WebhookReplay]:
    """Retrieve a replay of webhooks; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            workflow_id,
        )
    )


def sync(
    workflow_id: str,
    *,
    client: Sender,
) -> WebhookReplay:
    """Retrieve a replay of webhooks. See `build` for the arguments."""
    return sync_detailed(workflow_id, client=client).parsed


async def asyncio_detailed(
    workflow_id: str,
    *,
    client: AsyncSender,
) -> Response[WebhookReplay]:
    """Retrieve a replay of webhooks; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            workflow_id,
        )
    )


async def asyncio(
    workflow_id: str,
    *,
    client: AsyncSender,
) -> WebhookReplay:
    """Retrieve a replay of webhooks. See `build` for the arguments."""
    return (await asyncio_detailed(workflow_id, client=client)).parsed
