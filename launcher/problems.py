"""What can go wrong at a start, as a sentence for who typed the command."""


class CannotStart(Exception):
    """The sentence says what is wrong and what to do."""
