"""The operations tagged live_streams."""
