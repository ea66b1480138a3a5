"""Start an outbound call: POST /sip/outbound/call."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.outbound_call import OutboundCall
from ...models.start_outbound_call_request import StartOutboundCallRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender

OPERATION: Final[Operation[OutboundCall]] = Operation(
    id="startOutboundCall",
    method="POST",
    path="/sip/outbound/call",
    response=OutboundCall,
    request=StartOutboundCallRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound#initiating-an-outbound-call",
)


def build(
    *,
    body: StartOutboundCallRequest,
) -> Call[OutboundCall]:
    """Build the call without sending it.

    Calls somebody by telephone and brings them into a room. Who takes the call joins as a peer in the
    role of the room code.

    The answer comes only when the call was taken or refused, so give the request a timeout longer than
    a telephone rings, and do not repeat it blindly: each request rings again. How the answer to a
    refused call differs from that to a taken one is not documented; the room's peers tell. A trunk
    carries several calls at once, so to call several people send several requests.

    100ms has to enable SIP for your account first.

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound#initiating-an-outbound-call

    Args:
        body: Whom to call, and into which room.
    """
    return Call(
        operation=OPERATION,
        path="/sip/outbound/call",
        body=codec.encode(body),
    )


def sync_detailed(
    *,
    client: Sender,
    body: StartOutboundCallRequest,
) -> Response[OutboundCall]:
    """Start an outbound call; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            body=body,
        )
    )


def sync(
    *,
    client: Sender,
    body: StartOutboundCallRequest,
) -> OutboundCall:
    """Start an outbound call. See `build` for the arguments."""
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    body: StartOutboundCallRequest,
) -> Response[OutboundCall]:
    """Start an outbound call; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            body=body,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    body: StartOutboundCallRequest,
) -> OutboundCall:
    """Start an outbound call. See `build` for the arguments."""
    return (await asyncio_detailed(body=body, client=client)).parsed
