"""The operations tagged room_codes."""
