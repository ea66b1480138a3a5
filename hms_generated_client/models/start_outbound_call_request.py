"""StartOutboundCallRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class StartOutboundCallRequest(Model):
    """Whom to call, through which trunk, and into which room."""

    to: str
    """Whom to call: as a rule a telephone number in international form, else whatever the provider of the
    trunk understands. At least 1 characters.
    """
    name: str | Unset = UNSET
    """The name that the others in the room see once the callee has joined."""
    user_id: str | Unset = UNSET
    """Who the callee is in your system. The peer carries it, so that you recognise it in sessions and
    events. Left out or an empty string: no user.
    """
    room_code: str
    """The room that the callee joins, and the role it joins in: a room code stands for both. See the
    operations for room codes. At least 1 characters.
    """
    trunk_id: str
    """The trunk to call through, by the `id` from its creation. At least 1 characters."""
    video: bool | Unset = UNSET
    """Whether the call carries video as well. Left out, it carries voice only."""
    headers: dict[str, str] | Unset = UNSET
    """SIP headers of your own for the INVITE, by name, for a destination that routes calls by them: the
    language of an interpreter, the number of a case. They arrive as sent.

    Names are SIP tokens: letters, digits and a few signs, no spaces. Begin them with `X-`, many
    providers pass on no others. Headers that SIP itself needs, such as `To`, `From`, `Via`, `Contact`,
    `Call-ID`, `CSeq`, `Max-Forwards`, `Route`, `Content-Type`, `Content-Length`, `Authorization`,
    `P-Asserted-Identity`, `Remote-Party-ID` or `Diversion`, and their short forms, are ignored. A line
    break in a name or value is refused. Keep them few and short, as an INVITE that is too large gets
    lost.
    """
