"""The operations tagged active_rooms."""
