"""The operations tagged rooms."""
