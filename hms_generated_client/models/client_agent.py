"""ClientAgent."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class ClientAgent(Model):
    """The device and the software of a peer, as its client SDK reports them. Other SDKs may report less
    than the one for the web.
    """

    sdk: str | Unset = UNSET
    """Which client SDK it is."""
    sdk_version: str | Unset = UNSET
    """The version of the client SDK."""
    os: str | Unset = UNSET
    """The operating system."""
    os_version: str | Unset = UNSET
    """The version of the operating system."""
    device_model: str | Unset = UNSET
    """The model of the device; on the web, the browser and its version."""
    framework: str | Unset = UNSET
    """The framework that the app is built with."""
    framework_version: str | Unset = UNSET
    """The version of the framework."""
    framework_sdk_version: str | Unset = UNSET
    """The version of the 100ms package for the framework."""
    is_prebuilt: bool | Unset = UNSET
    """Whether the app is the Prebuilt user interface of 100ms."""
    domain: str | Unset = UNSET
    """Whether the app is one of 100ms (`HMS`) or one of your own (`CUSTOM`)."""
    string: str | Unset = UNSET
    """All of it in one line, as pairs of a name and a value; the environment (`env`) is in this line only."""
