"""The version of the distribution, in a place of its own because looking up metadata is slow."""

__version__ = "0.1.0"
