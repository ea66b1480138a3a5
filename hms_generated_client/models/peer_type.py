"""PeerType."""

from __future__ import annotations

from ..types import OpenEnum


class PeerType(OpenEnum):
    """How a peer takes part.

    * `regular`: through an app or a browser.
    * `sip`: by telephone or other equipment, over the Session Initiation Protocol.
    """

    REGULAR = "regular"
    SIP = "sip"
