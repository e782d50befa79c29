"""The year of the approach: a vision that was adopted and one that is being written, and what was told about it."""
