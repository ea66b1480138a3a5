"""The operations tagged templates."""
