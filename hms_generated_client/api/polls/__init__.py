"""The operations tagged polls."""
