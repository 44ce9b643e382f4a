"""A personal learning log and development plan for care workers, in the terminal."""

__version__ = "0.1.0"
