"""CreateTemplateRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .role import Role
from .template_destinations import TemplateDestinations
from .template_plugins import TemplatePlugins
from .template_settings import TemplateSettings


@attrs.define(kw_only=True)
class CreateTemplateRequest(Model):
    """A template to be created. Everything can be left out: the server then makes up a name and fills in
    its own defaults.
    """

    name: str | Unset = UNSET
    """Name of the template, unique in the workspace: letters `a-z` and `A-Z`, digits, space, hyphen, dot,
    underscore and colon. The name of an existing template overwrites that template. Left out: the
    server generates one.
    """
    roles: dict[str, Role] | Unset = UNSET
    """The roles of the template, by role name. An empty object as a role takes the server's defaults, and
    so does every member left out of a role.
    """
    settings: TemplateSettings | Unset = UNSET
    """Settings that hold for all roles of a template, and for the rooms made from it."""
    destinations: TemplateDestinations | Unset = UNSET
    """Where the audio and video of rooms can go beside their peers: live streams, RTMP servers,
    transcripts. Every kind is a map from the name of a destination to its configuration. An empty
    object means that no destination is configured.
    """
    plugins: TemplatePlugins | Unset = UNSET
    """Who may use the whiteboard and the captions of a room."""
