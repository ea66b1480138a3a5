"""What the operations do, one module for each family of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock.handlers import (
    active_rooms,
    analytics,
    external_streams,
    live_streams,
    polls,
    recording_assets,
    recordings,
    room_codes,
    rooms,
    sessions,
    sip,
    stream_keys,
    templates,
)

if TYPE_CHECKING:
    from hms_mock.registry import HandlerTable

TABLES: tuple[HandlerTable, ...] = (
    rooms.handler,
    room_codes.handler,
    sessions.handler,
    active_rooms.handler,
    templates.handler,
    recordings.handler,
    recording_assets.handler,
    live_streams.handler,
    external_streams.handler,
    stream_keys.handler,
    polls.handler,
    analytics.handler,
    sip.handler,
)
