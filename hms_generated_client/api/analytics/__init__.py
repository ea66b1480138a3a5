"""The operations tagged analytics."""
