"""UpdateTemplateRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .role import Role
from .template_destinations import TemplateDestinations
from .template_plugins import TemplatePlugins
from .template_settings import TemplateSettings


@attrs.define(kw_only=True)
class UpdateTemplateRequest(Model):
    """The complete new state of a template. An update overwrites every member: read the template, change
    what you want changed, and send all of it back.
    """

    name: str | Unset = UNSET
    """New name of the template: letters `a-z` and `A-Z`, digits, space, hyphen, dot, underscore and colon.
    The name of another existing template is refused. Left out: the template keeps its name.
    """
    roles: dict[str, Role]
    """All the roles that the template shall have, by role name, each complete. They take the place of the
    roles it has now.
    """
    settings: TemplateSettings
    """Settings that hold for all roles of a template, and for the rooms made from it."""
    destinations: TemplateDestinations | Unset = UNSET
    """Where the audio and video of rooms can go beside their peers: live streams, RTMP servers,
    transcripts. Every kind is a map from the name of a destination to its configuration. An empty
    object means that no destination is configured.
    """
    plugins: TemplatePlugins | Unset = UNSET
    """Who may use the whiteboard and the captions of a room."""
