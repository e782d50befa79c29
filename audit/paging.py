"""The place where the next page begins, as a word in the address: moment and number of the last row shown."""

from datetime import datetime
from typing import NamedTuple


class Place(NamedTuple):
    at: datetime
    pk: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}_{self.pk}"


def place_in(word: str) -> Place | None:
    """None for what is no place: a changed address begins at the top."""
    moment, _separator, number = word.rpartition("_")
    try:
        at = datetime.fromisoformat(moment)
        return Place(at, int(number)) if at.tzinfo else None
    except ValueError:
        return None
