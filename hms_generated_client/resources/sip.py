"""Sip and AsyncSip: the operations of one family as methods."""

from __future__ import annotations

import builtins

from ..api.sip import (
    create_outbound_trunk,
    send_dtmf,
    start_outbound_call,
    update_outbound_trunk,
)
from ..masking import masked
from ..models.create_outbound_trunk_request import CreateOutboundTrunkRequest
from ..models.outbound_call import OutboundCall
from ..models.outbound_trunk import OutboundTrunk
from ..models.send_dtmf_request import SendDtmfRequest
from ..models.start_outbound_call_request import StartOutboundCallRequest
from ..models.update_outbound_trunk_request import UpdateOutboundTrunkRequest
from ..operation import AsyncSender, Response, Sender
from ..types import UNSET, Unset


class Sip:
    """The telephone network. Call people out of a room through the SIP trunk of a provider, and press keys
    in such calls.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> SipWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return SipWithResponse(self._sender)

    def create_outbound_trunk(
        self,
        *,
        username: str,
        password: str,
        address: str,
        from_: str,
    ) -> OutboundTrunk:
        """Create an outbound trunk.

        Gives 100ms a way to call out of rooms: the SIP trunk of a provider such as Twilio or Telnyx,
        with the credentials and the telephone number that you have there. The `id` in the answer is the
        `trunk_id` of calls; keep it, as trunks can be neither listed nor read.

        100ms has to enable SIP for your account first.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound

        Args:
            username: The name of the SIP credentials that 100ms authenticates with at the provider.
            password: The password of the SIP credentials.
            address: The SIP address of the provider, a host name without `sip:`.
            from_: The telephone number that calls come from, in international form with `+` and
                country code. It is the one bought from the provider.

        Returns:
            The trunk, by its identifier.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        password = masked(password)
        return self._sender.send(
            create_outbound_trunk.build(
                body=CreateOutboundTrunkRequest(
                    username=username,
                    password=password,
                    address=address,
                    from_=from_,
                ),
            )
        ).parsed

    def update_outbound_trunk(
        self,
        trunk_id: str,
        *,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
        address: str | Unset = UNSET,
        from_: str | Unset = UNSET,
    ) -> OutboundTrunk:
        """Update an outbound trunk.

        Changes credentials, address or telephone number of a trunk. Send all four members, changed or
        not: whether those left out are kept is not documented.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound#update-an-outbound-trunk

        Args:
            trunk_id: Identifies the trunk, by the `id` from its creation. At least 1 characters.
            username: The name of the SIP credentials that 100ms authenticates with at the provider.
            password: The password of the SIP credentials.
            address: The SIP address of the provider, a host name without `sip:`.
            from_: The telephone number that calls come from, in international form with `+` and
                country code. It is the one bought from the provider.

        Returns:
            The trunk, by its identifier.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        password = masked(password)
        return self._sender.send(
            update_outbound_trunk.build(
                trunk_id,
                body=UpdateOutboundTrunkRequest(
                    username=username,
                    password=password,
                    address=address,
                    from_=from_,
                ),
            )
        ).parsed

    def start_outbound_call(
        self,
        *,
        to: str,
        name: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        room_code: str,
        trunk_id: str,
        video: bool | Unset = UNSET,
        headers: dict[str, str] | Unset = UNSET,
    ) -> OutboundCall:
        """Start an outbound call.

        Calls somebody by telephone and brings them into a room. Who takes the call joins as a peer in
        the role of the room code.

        The answer comes only when the call was taken or refused, so give the request a timeout longer
        than a telephone rings, and do not repeat it blindly: each request rings again. How the answer
        to a refused call differs from that to a taken one is not documented; the room's peers tell. A
        trunk carries several calls at once, so to call several people send several requests.

        100ms has to enable SIP for your account first.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound#initiating-an-outbound-call

        Args:
            to: Whom to call: as a rule a telephone number in international form, else whatever the
                provider of the trunk understands. At least 1 characters.
            name: The name that the others in the room see once the callee has joined.
            user_id: Who the callee is in your system. The peer carries it, so that you recognise it
                in sessions and events. Left out or an empty string: no user.
            room_code: The room that the callee joins, and the role it joins in: a room code stands
                for both. See the operations for room codes. At least 1 characters.
            trunk_id: The trunk to call through, by the `id` from its creation. At least 1
                characters.
            video: Whether the call carries video as well. Left out, it carries voice only.
            headers: SIP headers of your own for the INVITE, by name, for a destination that routes
                calls by them: the language of an interpreter, the number of a case. They arrive as
                sent.

                Names are SIP tokens: letters, digits and a few signs, no spaces. Begin them with `X-`,
                many providers pass on no others. Headers that SIP itself needs, such as `To`, `From`,
                `Via`, `Contact`, `Call-ID`, `CSeq`, `Max-Forwards`, `Route`, `Content-Type`,
                `Content-Length`, `Authorization`, `P-Asserted-Identity`, `Remote-Party-ID` or
                `Diversion`, and their short forms, are ignored. A line break in a name or value is
                refused. Keep them few and short, as an INVITE that is too large gets lost.

        Returns:
            The call, by its identifier.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: `to`, `room_code` or `trunk_id`
                is missing or empty, a member is of the wrong type, or a SIP header has a line break in
                its name or value.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            start_outbound_call.build(
                body=StartOutboundCallRequest(
                    to=to,
                    name=name,
                    user_id=user_id,
                    room_code=room_code,
                    trunk_id=trunk_id,
                    video=video,
                    headers=headers,
                ),
            )
        ).parsed

    def send_dtmf(
        self,
        *,
        client_token: str,
        digits: builtins.list[str],
    ) -> None:
        """Send DTMF tones.

        Presses telephone keys in a call: sends DTMF tones to all SIP participants of a room, to pass a
        phone menu or enter a number. Participants who joined otherwise do not hear them.

        This is the one operation that takes a client token, of type `app`, and refuses management
        tokens. The token says which room it is.

        Each tone lasts 100 milliseconds, with 100 milliseconds to the next. Requests queue up: the
        tones of one begin when those of the requests before it have ended.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-DTMF-transmission

        Args:
            client_token: The client token that this call is made with, see `create_client_token`.
            digits: The keys to press, in order, one a string: `0` to `9`, `*`, `#`, and `a`, `b`,
                `c`, `d` in lower case. At least 1 items.

        Returns:
            The tones are queued. The answer is an empty object, with nothing in it to read.

        Raises:
            hms.BadRequestError: `digits` is missing, or one of them is none of 0 to 9, `*`, `#`,
                `a`, `b`, `c` and `d`.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        client_token = masked(client_token)
        self._sender.send(
            send_dtmf.build(
                client_token=client_token,
                body=SendDtmfRequest(
                    digits=digits,
                ),
            )
        )


class AsyncSip:
    """The telephone network. Call people out of a room through the SIP trunk of a provider, and press keys
    in such calls.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncSipWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncSipWithResponse(self._sender)

    async def create_outbound_trunk(
        self,
        *,
        username: str,
        password: str,
        address: str,
        from_: str,
    ) -> OutboundTrunk:
        """Create an outbound trunk.

        Gives 100ms a way to call out of rooms: the SIP trunk of a provider such as Twilio or Telnyx,
        with the credentials and the telephone number that you have there. The `id` in the answer is the
        `trunk_id` of calls; keep it, as trunks can be neither listed nor read.

        100ms has to enable SIP for your account first.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound

        Args:
            username: The name of the SIP credentials that 100ms authenticates with at the provider.
            password: The password of the SIP credentials.
            address: The SIP address of the provider, a host name without `sip:`.
            from_: The telephone number that calls come from, in international form with `+` and
                country code. It is the one bought from the provider.

        Returns:
            The trunk, by its identifier.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        password = masked(password)
        return (
            await self._sender.send(
                create_outbound_trunk.build(
                    body=CreateOutboundTrunkRequest(
                        username=username,
                        password=password,
                        address=address,
                        from_=from_,
                    ),
                )
            )
        ).parsed

    async def update_outbound_trunk(
        self,
        trunk_id: str,
        *,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
        address: str | Unset = UNSET,
        from_: str | Unset = UNSET,
    ) -> OutboundTrunk:
        """Update an outbound trunk.

        Changes credentials, address or telephone number of a trunk. Send all four members, changed or
        not: whether those left out are kept is not documented.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound#update-an-outbound-trunk

        Args:
            trunk_id: Identifies the trunk, by the `id` from its creation. At least 1 characters.
            username: The name of the SIP credentials that 100ms authenticates with at the provider.
            password: The password of the SIP credentials.
            address: The SIP address of the provider, a host name without `sip:`.
            from_: The telephone number that calls come from, in international form with `+` and
                country code. It is the one bought from the provider.

        Returns:
            The trunk, by its identifier.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        password = masked(password)
        return (
            await self._sender.send(
                update_outbound_trunk.build(
                    trunk_id,
                    body=UpdateOutboundTrunkRequest(
                        username=username,
                        password=password,
                        address=address,
                        from_=from_,
                    ),
                )
            )
        ).parsed

    async def start_outbound_call(
        self,
        *,
        to: str,
        name: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        room_code: str,
        trunk_id: str,
        video: bool | Unset = UNSET,
        headers: dict[str, str] | Unset = UNSET,
    ) -> OutboundCall:
        """Start an outbound call.

        Calls somebody by telephone and brings them into a room. Who takes the call joins as a peer in
        the role of the room code.

        The answer comes only when the call was taken or refused, so give the request a timeout longer
        than a telephone rings, and do not repeat it blindly: each request rings again. How the answer
        to a refused call differs from that to a taken one is not documented; the room's peers tell. A
        trunk carries several calls at once, so to call several people send several requests.

        100ms has to enable SIP for your account first.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-Outbound#initiating-an-outbound-call

        Args:
            to: Whom to call: as a rule a telephone number in international form, else whatever the
                provider of the trunk understands. At least 1 characters.
            name: The name that the others in the room see once the callee has joined.
            user_id: Who the callee is in your system. The peer carries it, so that you recognise it
                in sessions and events. Left out or an empty string: no user.
            room_code: The room that the callee joins, and the role it joins in: a room code stands
                for both. See the operations for room codes. At least 1 characters.
            trunk_id: The trunk to call through, by the `id` from its creation. At least 1
                characters.
            video: Whether the call carries video as well. Left out, it carries voice only.
            headers: SIP headers of your own for the INVITE, by name, for a destination that routes
                calls by them: the language of an interpreter, the number of a case. They arrive as
                sent.

                Names are SIP tokens: letters, digits and a few signs, no spaces. Begin them with `X-`,
                many providers pass on no others. Headers that SIP itself needs, such as `To`, `From`,
                `Via`, `Contact`, `Call-ID`, `CSeq`, `Max-Forwards`, `Route`, `Content-Type`,
                `Content-Length`, `Authorization`, `P-Asserted-Identity`, `Remote-Party-ID` or
                `Diversion`, and their short forms, are ignored. A line break in a name or value is
                refused. Keep them few and short, as an INVITE that is too large gets lost.

        Returns:
            The call, by its identifier.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: `to`, `room_code` or `trunk_id`
                is missing or empty, a member is of the wrong type, or a SIP header has a line break in
                its name or value.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                start_outbound_call.build(
                    body=StartOutboundCallRequest(
                        to=to,
                        name=name,
                        user_id=user_id,
                        room_code=room_code,
                        trunk_id=trunk_id,
                        video=video,
                        headers=headers,
                    ),
                )
            )
        ).parsed

    async def send_dtmf(
        self,
        *,
        client_token: str,
        digits: builtins.list[str],
    ) -> None:
        """Send DTMF tones.

        Presses telephone keys in a call: sends DTMF tones to all SIP participants of a room, to pass a
        phone menu or enter a number. Participants who joined otherwise do not hear them.

        This is the one operation that takes a client token, of type `app`, and refuses management
        tokens. The token says which room it is.

        Each tone lasts 100 milliseconds, with 100 milliseconds to the next. Requests queue up: the
        tones of one begin when those of the requests before it have ended.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/Session%20Initiation%20Protocol%20(SIP)/SIP-DTMF-transmission

        Args:
            client_token: The client token that this call is made with, see `create_client_token`.
            digits: The keys to press, in order, one a string: `0` to `9`, `*`, `#`, and `a`, `b`,
                `c`, `d` in lower case. At least 1 items.

        Returns:
            The tones are queued. The answer is an empty object, with nothing in it to read.

        Raises:
            hms.BadRequestError: `digits` is missing, or one of them is none of 0 to 9, `*`, `#`,
                `a`, `b`, `c` and `d`.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        client_token = masked(client_token)
        await self._sender.send(
            send_dtmf.build(
                client_token=client_token,
                body=SendDtmfRequest(
                    digits=digits,
                ),
            )
        )


class SipWithResponse:
    """The methods of `Sip` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create_outbound_trunk(
        self,
        *,
        username: str,
        password: str,
        address: str,
        from_: str,
    ) -> Response[OutboundTrunk]:
        """Like `Sip.create_outbound_trunk`, returning the whole response."""
        password = masked(password)
        return self._sender.send(
            create_outbound_trunk.build(
                body=CreateOutboundTrunkRequest(
                    username=username,
                    password=password,
                    address=address,
                    from_=from_,
                ),
            )
        )

    def update_outbound_trunk(
        self,
        trunk_id: str,
        *,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
        address: str | Unset = UNSET,
        from_: str | Unset = UNSET,
    ) -> Response[OutboundTrunk]:
        """Like `Sip.update_outbound_trunk`, returning the whole response."""
        password = masked(password)
        return self._sender.send(
            update_outbound_trunk.build(
                trunk_id,
                body=UpdateOutboundTrunkRequest(
                    username=username,
                    password=password,
                    address=address,
                    from_=from_,
                ),
            )
        )

    def start_outbound_call(
        self,
        *,
        to: str,
        name: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        room_code: str,
        trunk_id: str,
        video: bool | Unset = UNSET,
        headers: dict[str, str] | Unset = UNSET,
    ) -> Response[OutboundCall]:
        """Like `Sip.start_outbound_call`, returning the whole response."""
        return self._sender.send(
            start_outbound_call.build(
                body=StartOutboundCallRequest(
                    to=to,
                    name=name,
                    user_id=user_id,
                    room_code=room_code,
                    trunk_id=trunk_id,
                    video=video,
                    headers=headers,
                ),
            )
        )

    def send_dtmf(
        self,
        *,
        client_token: str,
        digits: builtins.list[str],
    ) -> Response[None]:
        """Like `Sip.send_dtmf`, returning the whole response."""
        client_token = masked(client_token)
        return self._sender.send(
            send_dtmf.build(
                client_token=client_token,
                body=SendDtmfRequest(
                    digits=digits,
                ),
            )
        )


class AsyncSipWithResponse:
    """The methods of `AsyncSip` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create_outbound_trunk(
        self,
        *,
        username: str,
        password: str,
        address: str,
        from_: str,
    ) -> Response[OutboundTrunk]:
        """Like `AsyncSip.create_outbound_trunk`, returning the whole response."""
        password = masked(password)
        return await self._sender.send(
            create_outbound_trunk.build(
                body=CreateOutboundTrunkRequest(
                    username=username,
                    password=password,
                    address=address,
                    from_=from_,
                ),
            )
        )

    async def update_outbound_trunk(
        self,
        trunk_id: str,
        *,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
        address: str | Unset = UNSET,
        from_: str | Unset = UNSET,
    ) -> Response[OutboundTrunk]:
        """Like `AsyncSip.update_outbound_trunk`, returning the whole response."""
        password = masked(password)
        return await self._sender.send(
            update_outbound_trunk.build(
                trunk_id,
                body=UpdateOutboundTrunkRequest(
                    username=username,
                    password=password,
                    address=address,
                    from_=from_,
                ),
            )
        )

    async def start_outbound_call(
        self,
        *,
        to: str,
        name: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        room_code: str,
        trunk_id: str,
        video: bool | Unset = UNSET,
        headers: dict[str, str] | Unset = UNSET,
    ) -> Response[OutboundCall]:
        """Like `AsyncSip.start_outbound_call`, returning the whole response."""
        return await self._sender.send(
            start_outbound_call.build(
                body=StartOutboundCallRequest(
                    to=to,
                    name=name,
                    user_id=user_id,
                    room_code=room_code,
                    trunk_id=trunk_id,
                    video=video,
                    headers=headers,
                ),
            )
        )

    async def send_dtmf(
        self,
        *,
        client_token: str,
        digits: builtins.list[str],
    ) -> Response[None]:
        """Like `AsyncSip.send_dtmf`, returning the whole response."""
        client_token = masked(client_token)
        return await self._sender.send(
            send_dtmf.build(
                client_token=client_token,
                body=SendDtmfRequest(
                    digits=digits,
                ),
            )
        )
