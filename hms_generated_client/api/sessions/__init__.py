"""The operations tagged sessions."""
