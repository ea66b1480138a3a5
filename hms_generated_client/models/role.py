"""Role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .permissions import Permissions
from .publish_params import PublishParams
from .subscribe_params import SubscribeParams


@attrs.define(kw_only=True)
class Role(Model):
    """What a peer with this role may do in a room: what it publishes, whom it sees and hears, and what it
    is allowed to do to others. Members left out of a role that is being created take the server's
    defaults.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "max_peer_count": "maxPeerCount",
        "publish_params": "publishParams",
        "subscribe_params": "subscribeParams",
    }

    name: str | Unset = UNSET
    """Name of the role, unique in its template. Client tokens and `subscribeToRoles` refer to it. In a
    template it equals the key of the role in the map `roles`; sent to the operation that creates or
    updates one role, a name other than that of the path renames the role.
    """
    publish_params: PublishParams | Unset = UNSET
    """Which tracks a role may publish, and in what quality."""
    subscribe_params: SubscribeParams | Unset = UNSET
    """Whose tracks peers with a role receive, and in what quality."""
    permissions: Permissions | Unset = UNSET
    """What peers with a role may do beside publishing and subscribing. The server leaves some permissions
    that are false out of its answers.
    """
    priority: int | Unset = UNSET
    """Order in which roles lose quality on a poor network, from 1 (highest priority, degraded last) to 5
    (lowest, degraded first). From 1 to 5.
    """
    max_peer_count: int | Unset = UNSET
    """How many peers can be in a session with this role at the same time. 0, the default, sets no limit;
    -1 lets nobody join with this role. Default: 0. At least -1.
    """
