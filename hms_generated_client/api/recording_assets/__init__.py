"""The operations tagged recording_assets."""
