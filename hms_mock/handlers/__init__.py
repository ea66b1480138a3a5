"""What the operations do, one module for each family of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock.handlers import active_rooms, room_codes, rooms, sessions, templates

if TYPE_CHECKING:
    from hms_mock.registry import HandlerTable

TABLES: tuple[HandlerTable, ...] = (
    rooms.handler,
    room_codes.handler,
    sessions.handler,
    active_rooms.handler,
    templates.handler,
)
