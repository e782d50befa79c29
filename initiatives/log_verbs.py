"""The words that this app adds to the log."""


def register() -> None:
    """None yet."""
