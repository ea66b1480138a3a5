"""The operations tagged stream_keys."""
