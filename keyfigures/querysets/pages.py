"""One page of a list by a moment and the row: as fast on the last page as on the first, and nothing is counted."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TypeVar

from django.db import models
from django.db.models import Q

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class Cursor:
    """The last row of a page: where the next one begins. Written in addresses as "<seconds>_<row>"."""

    at: datetime
    pk: int

    def __str__(self) -> str:
        return f"{self.at.timestamp():.6f}_{self.pk}"

    @classmethod
    def read(cls, text: str) -> "Cursor | None":
        """None for the first page, and for anything that is no cursor."""
        try:
            moment, pk = text.split("_")
            return cls(datetime.fromtimestamp(float(moment), tz=UTC), int(pk))
        except (ValueError, OverflowError, OSError):
            return None


def page_after(rows: "models.QuerySet[Row]", after: str, *, moment: str, size: int, oldest_first: bool = False) -> tuple[list[Row], str]:
    """At most `size` rows, and what to give as `after` for the next ones (empty at the end). `moment`: the field of their order, a moment or a day."""
    sign, way = ("", "gt") if oldest_first else ("-", "lt")
    rows = rows.order_by(f"{sign}{moment}", f"{sign}pk")
    cursor = Cursor.read(after)
    if cursor is not None:
        rows = rows.filter(Q(**{f"{moment}__{way}": cursor.at}) | Q(**{moment: cursor.at, f"pk__{way}": cursor.pk}))
    found = list(rows[: size + 1])
    last = found[size - 1] if len(found) > size else None
    return found[:size], str(Cursor(_moment(getattr(last, moment)), last.pk)) if last is not None else ""


def _moment(value: date) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time(12), tzinfo=UTC)
