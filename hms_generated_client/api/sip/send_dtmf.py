"""Send DTMF tones: POST /sip/dtmf."""

from __future__ import annotations

from types import NoneType
from typing import Final

from ... import codec
from ...masking import masked
from ...models.send_dtmf_request import SendDtmfRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender

OPERATION: Final[Operation[None]] = Operation(
    id="sendDtmf",
    method="POST",
    path="/sip/dtmf",
    response=NoneType,
    request=SendDtmfRequest,
    security="clientToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-DTMF-transmission",
)


def build(
    *,
    client_token: str,
    body: SendDtmfRequest,
) -> Call[None]:
    """Build the call without sending it.

    Presses telephone keys in a call: sends DTMF tones to all SIP participants of a room, to pass a
    phone menu or enter a number. Participants who joined otherwise do not hear them.

    This is the one operation that takes a client token, of type `app`, and refuses management tokens.
    The token says which room it is.

    Each tone lasts 100 milliseconds, with 100 milliseconds to the next. Requests queue up: the tones of
    one begin when those of the requests before it have ended.

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-DTMF-transmission

    Args:
        client_token: The client token that this call is made with, see `hms.create_client_token`.
        body: The tones.
    """
    client_token = masked(client_token)
    return Call(
        operation=OPERATION,
        path="/sip/dtmf",
        body=codec.encode(body),
        token=client_token,
    )


def sync_detailed(
    *,
    client: Sender,
    client_token: str,
    body: SendDtmfRequest,
) -> Response[None]:
    """Send DTMF tones; returns the whole response. See `build` for the arguments."""
    client_token = masked(client_token)
    return client.send(
        build(
            client_token=client_token,
            body=body,
        )
    )


def sync(
    *,
    client: Sender,
    client_token: str,
    body: SendDtmfRequest,
) -> None:
    """Send DTMF tones. See `build` for the arguments."""
    client_token = masked(client_token)
    return sync_detailed(client_token=client_token, body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    client_token: str,
    body: SendDtmfRequest,
) -> Response[None]:
    """Send DTMF tones; returns the whole response. See `build` for the arguments."""
    client_token = masked(client_token)
    return await client.send(
        build(
            client_token=client_token,
            body=body,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    client_token: str,
    body: SendDtmfRequest,
) -> None:
    """Send DTMF tones. See `build` for the arguments."""
    client_token = masked(client_token)
    return (await asyncio_detailed(client_token=client_token, body=body, client=client)).parsed
