"""The operations tagged external_streams."""
