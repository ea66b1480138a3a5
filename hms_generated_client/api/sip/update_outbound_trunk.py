"""Update an outbound trunk: POST /sip/outbound/trunks/{trunk_id}."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.outbound_trunk import OutboundTrunk
from ...models.update_outbound_trunk_request import UpdateOutboundTrunkRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[OutboundTrunk]] = Operation(
    id="updateOutboundTrunk",
    method="POST",
    path="/sip/outbound/trunks/{trunk_id}",
    response=OutboundTrunk,
    request=UpdateOutboundTrunkRequest,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound#update-an-outbound-trunk",
)


def build(
    trunk_id: str,
    *,
    body: UpdateOutboundTrunkRequest,
) -> Call[OutboundTrunk]:
    """Build the call without sending it.

    Changes credentials, address or telephone number of a trunk. Send all four members, changed or not:
    whether those left out are kept is not documented.

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound#update-an-outbound-trunk

    Args:
        trunk_id: Identifies the trunk, by the `id` from its creation. At least 1 characters.
        body: The complete trunk.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/sip/outbound/trunks/{trunk_id}",
            {
                "trunk_id": trunk_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    trunk_id: str,
    *,
    client: Sender,
    body: UpdateOutboundTrunkRequest,
) -> Response[OutboundTrunk]:
    """Update an outbound trunk; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            trunk_id,
            body=body,
        )
    )


def sync(
    trunk_id: str,
    *,
    client: Sender,
    body: UpdateOutboundTrunkRequest,
) -> OutboundTrunk:
    """Update an outbound trunk. See `build` for the arguments."""
    return sync_detailed(trunk_id, body=body, client=client).parsed


async def asyncio_detailed(
    trunk_id: str,
    *,
    client: AsyncSender,
    body: UpdateOutboundTrunkRequest,
) -> Response[OutboundTrunk]:
    """Update an outbound trunk; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            trunk_id,
            body=body,
        )
    )


async def asyncio(
    trunk_id: str,
    *,
    client: AsyncSender,
    body: UpdateOutboundTrunkRequest,
) -> OutboundTrunk:
    """Update an outbound trunk. See `build` for the arguments."""
    return (await asyncio_detailed(trunk_id, body=body, client=client)).parsed
