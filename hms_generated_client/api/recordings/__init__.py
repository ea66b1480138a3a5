"""The operations tagged recordings."""
