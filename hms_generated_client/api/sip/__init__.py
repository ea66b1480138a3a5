"""The operations tagged sip."""
