"""The webhook events, by the `type` that each of them carries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from . import models
from .model import Model

EVENTS: Final[Mapping[str, str]] = {}
"""The name of the model of each type of event."""


def event_model(event_type: str) -> type[Model] | None:
    """The model of a type of event; None for a type that the document does not know.

    Args:
        event_type: The `type` of the event, for example `peer.join.success`.
    """
    name = EVENTS.get(event_type)
    return None if name is None else getattr(models, name)
