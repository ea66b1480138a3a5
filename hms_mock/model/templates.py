"""Templates, and the settings that the API fills in where a template says nothing."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds
from hms_mock.shapes import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

Json = dict[str, Any]

_TRACKS: Json = {
    "audio": {"bitRate": 32, "codec": "opus"},
    "video": {"bitRate": 256, "codec": "vp8", "frameRate": 25, "width": 320, "height": 180},
    "screen": {"bitRate": 1024, "codec": "vp8", "frameRate": 10, "width": 1280, "height": 720},
}
_DEGRADATION: Json = {
    "packetLossThreshold": 50,
    "degradeGracePeriodSeconds": 1,
    "recoverGracePeriodSeconds": 4,
}
_MAX_SUBSCRIBE_BIT_RATE = 3200
_PERMISSIONS: Json = {
    "endRoom": False,
    "removeOthers": False,
    "mute": False,
    "unmute": False,
    "changeRole": False,
    "sendRoomState": False,
    "pollRead": False,
    "pollWrite": False,
    "browserRecording": True,
    "rtmpStreaming": True,
    "hlsStreaming": True,
}
_MODERATOR = ("endRoom", "removeOthers", "mute", "unmute", "changeRole", "pollRead", "pollWrite")
_ROOM_STATE: Json = {
    "messageInterval": 5,
    "sendPeerList": False,
    "stopRoomStateOnJoin": True,
    "enabled": False,
}


def complete_role(name: str, given: Mapping[str, Any], all_roles: Iterable[str]) -> Json:
    """Fill in what a role leaves out.

    Args:
        name: the name of the role.
        given: the role as it was sent.
        all_roles: the names of all roles of the template, to which a role subscribes if it does not say.
    """
    role = copy.deepcopy(dict(given))
    role["name"] = name
    publish = role.setdefault("publishParams", {})
    publish.setdefault("allowed", ["audio", "video", "screen"])
    for track, defaults in _TRACKS.items():
        publish[track] = defaults | publish.get(track, {})
    subscribe = role.setdefault("subscribeParams", {})
    subscribe.setdefault("subscribeToRoles", list(all_roles))
    subscribe.setdefault("maxSubsBitRate", _MAX_SUBSCRIBE_BIT_RATE)
    subscribe["subscribeDegradation"] = _DEGRADATION | subscribe.get("subscribeDegradation", {})
    role["permissions"] = _PERMISSIONS | role.get("permissions", {})
    role.setdefault("priority", 1)
    role.setdefault("maxPeerCount", 0)
    return role


def complete_roles(given: Mapping[str, Any]) -> dict[str, Json]:
    """Fill in what the roles of a template leave out. The keys of the map are their names."""
    return {name: complete_role(name, role, given) for name, role in given.items()}


def complete_settings(given: Mapping[str, Any]) -> Json:
    """Fill in what the settings of a template leave out."""
    settings = copy.deepcopy(dict(given))
    settings.setdefault("region", "auto")
    settings.setdefault("recording", None)
    settings["roomState"] = _ROOM_STATE | settings.get("roomState", {})
    settings.setdefault("retry", {})
    return settings


def default_roles() -> dict[str, Json]:
    """The roles of the default template: a host who moderates, and a guest."""
    roles = complete_roles({"host": {}, "guest": {}})
    roles["host"]["permissions"] |= dict.fromkeys(_MODERATOR, True)
    return roles


def without_false(value: Any) -> Any:
    """Drop every member that is false, as the API does in recording configurations."""
    if is_object(value):
        return {name: without_false(member) for name, member in value.items() if member is not False}
    if is_array(value):
        return [without_false(item) for item in value]
    return value


@dataclass
class Template:
    """What rooms of one kind have in common.

    Attributes:
        subdomain: where the pages of its rooms are; "" for templates made through the API, which have none.
    """

    id: str
    name: str
    created_at: datetime
    updated_at: datetime
    roles: dict[str, Json] = field(default_factory=dict[str, Json])
    settings: Json = field(default_factory=dict[str, Any])
    destinations: Json = field(default_factory=dict[str, Any])
    plugins: Json | None = None
    recordings: list[Json] = field(default_factory=list[Json])
    subdomain: str = ""

    def overwrite(self, body: Mapping[str, Any]) -> None:
        """Take over roles, settings, destinations and plugins; what the body leaves out becomes empty."""
        self.roles = complete_roles(body.get("roles", {}))
        self.settings = complete_settings(body.get("settings", {}))
        self.destinations = copy.deepcopy(body.get("destinations", {}))
        self.plugins = copy.deepcopy(body.get("plugins"))

    def recording_info(self) -> Json:
        """The recording settings that a room of this template takes over, in the form of rooms."""
        recording: Json = self.settings.get("recording") or {}
        info: Json = {"enabled": bool(recording.get("enabled", False))}
        upload: Json = recording.get("upload", {})
        if upload:
            shown: Json = {name: member for name, member in upload.items() if name != "credentials"}
            credentials: Json = upload.get("credentials", {})
            if secret := credentials.get("secretKey", credentials.get("secret")):
                # Rooms call the secret by another name than templates do.
                shown["credentials"] = {"key": credentials["key"], "secret": secret}
            info["upload_info"] = shown
        return info

    def may_publish(self, role: str) -> list[str]:
        """The kinds of tracks that peers with a role may publish: of `audio`, `video` and `screen`."""
        allowed = self.roles.get(role, {}).get("publishParams", {}).get("allowed", [])
        return [kind for kind in ("audio", "video", "screen") if kind in allowed]

    def to_json(self, customer_id: str) -> Json:
        """The template as the API shows it."""
        shown: Json = {
            "id": self.id,
            "name": self.name,
            "customerId": customer_id,
            "roles": self.roles,
            "settings": self.settings,
            "destinations": self.destinations,
        }
        if self.plugins is not None:
            shown["plugins"] = self.plugins
        return shown | {
            "createdAt": format_milliseconds(self.created_at),
            "updatedAt": format_milliseconds(self.updated_at),
            "_id": self.id,
            "customer": customer_id,
        }
