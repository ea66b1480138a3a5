"""What the mock keeps: plain dataclasses, one module for each family, each able to write itself as JSON."""
