"""StartExternalStreamRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .external_stream_resolution import ExternalStreamResolution


@attrs.define(kw_only=True)
class StartExternalStreamRequest(Model):
    """Where to stream the room to, and how. Of the members that are left out, the settings of the room's
    template hold.
    """

    meeting_url: str | Unset = UNSET
    """The address at which the browser gets into the room without anybody clicking: a link of 100ms with
    `skip_preview=true`, or the page of a web app of your own, which then decides how the stream looks.
    The role in the link decides who is seen and heard in it.

    Left out, the server makes the address. It is needed when external streaming is switched off on the
    dashboard, and when the template has no subdomain, as those made over this API do not.

    Links of 100ms take these query parameters:

    * `skip_preview=true`: join at once, without the controls of the page.
    * `skip_preview_headful=true`: join at once, with the controls.
    * `auth_token`: a client token to join with. Whoever may read the external stream can read it, too.
    * `ui_mode=activespeaker`: show the one who speaks in large.
    * `name`: the name of the bot.
    """
    rtmp_urls: list[str] = attrs.field(repr=False)
    """Where to stream to, five at most. Another page of the documentation says three. At most 5 items."""
    recording: bool | Unset = UNSET
    """Whether to record the stream, too: one asset of the type `room-composite` when it is over."""
    resolution: ExternalStreamResolution | Unset = UNSET
    """The size of the streamed picture. Left out: that of the template, or 1280 x 720 pixels."""
    destination: str | Unset = UNSET
    """The destination of the template to take settings from, by its name. Needed only when the template
    has several for external streams.
    """
