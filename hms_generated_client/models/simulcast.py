"""Simulcast."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .simulcast_track import SimulcastTrack


@attrs.define(kw_only=True)
class Simulcast(Model):
    """Simulcast: a publisher sends the same video in several qualities at once, and every subscriber gets
    the one that suits its network. Set separately for the camera and the shared screen.
    """

    video: SimulcastTrack | Unset = UNSET
    """The qualities in which the camera track is sent."""
    screen: SimulcastTrack | Unset = UNSET
    """The qualities in which the shared screen is sent. An empty object sends it in one quality."""
