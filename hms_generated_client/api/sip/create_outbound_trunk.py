"""Create an outbound trunk: POST /sip/outbound/trunks."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.create_outbound_trunk_request import CreateOutboundTrunkRequest
from ...models.outbound_trunk import OutboundTrunk
from ...operation import AsyncSender, Call, Operation, Response, Sender

OPERATION: Final[Operation[OutboundTrunk]] = Operation(
    id="createOutboundTrunk",
    method="POST",
    path="/sip/outbound/trunks",
    response=OutboundTrunk,
    request=CreateOutboundTrunkRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound",
)


def build(
    *,
    body: CreateOutboundTrunkRequest,
) -> Call[OutboundTrunk]:
    """Build the call without sending it.

    Gives 100ms a way to call out of rooms: the SIP trunk of a provider such as Twilio or Telnyx, with
    the credentials and the telephone number that you have there. The `id` in the answer is the
    `trunk_id` of calls; keep it, as trunks can be neither listed nor read.

    100ms has to enable SIP for your account first.

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound

    Args:
        body: The trunk.
    """
    return Call(
        operation=OPERATION,
        path="/sip/outbound/trunks",
        body=codec.encode(body),
    )


def sync_detailed(
    *,
    client: Sender,
    body: CreateOutboundTrunkRequest,
) -> Response[OutboundTrunk]:
    """Create an outbound trunk; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            body=body,
        )
    )


def sync(
    *,
    client: Sender,
    body: CreateOutboundTrunkRequest,
) -> OutboundTrunk:
    """Create an outbound trunk. See `build` for the arguments."""
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    body: CreateOutboundTrunkRequest,
) -> Response[OutboundTrunk]:
    """Create an outbound trunk; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            body=body,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    body: CreateOutboundTrunkRequest,
) -> OutboundTrunk:
    """Create an outbound trunk. See `build` for the arguments."""
    return (await asyncio_detailed(body=body, client=client)).parsed
