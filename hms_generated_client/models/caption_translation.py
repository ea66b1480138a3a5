"""CaptionTranslation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class CaptionTranslation(Model):
    """Translation of captions, role by role. It works with the mode `caption` only."""

    __wire_names__: ClassVar[Mapping[str, str]] = {"role_languages": "roleLanguages"}

    enabled: bool | Unset = UNSET
    """Whether captions are translated."""
    role_languages: dict[str, str] | Unset = UNSET
    """The language in which each role gets its captions: role name to language code."""
