"""The rules of a date poll: when somebody is reminded, and which dates stand on top. Values in, values out."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from meetings.kinds import Availability
from terms.days import end_of

# How long somebody has to answer → how long before the end she is reminded (the rule of Nextcloud Polls).
LONG, MEDIUM = timedelta(days=5), timedelta(days=2)
BEFORE_LONG, BEFORE_MEDIUM = timedelta(hours=48), timedelta(hours=36)


def remind_from(asked_at: datetime, last_day: date) -> datetime | None:
    """From when on she is reminded, until the end of the last day. None: she was asked so shortly before it that she still knows."""
    end = end_of(last_day).astimezone(UTC)  # hours are counted, not the clock on the wall
    if end - asked_at > LONG:
        return end - BEFORE_LONG
    return end - BEFORE_MEDIUM if end - asked_at >= MEDIUM else None


@dataclass
class Tally:
    """The answers to one date, of everybody and of who must be able to come (`chair`: of the chair, empty when she did not answer)."""

    starts_at: datetime
    yes: int = 0
    if_needed: int = 0
    no: int = 0
    has_chair: bool = False
    chair: str = ""
    required: dict[str, int] = field(default_factory=dict)  # answer ("" for none) → how many

    def add(self, availability: str, *, is_chair: bool, is_required: bool) -> None:
        """`availability` is empty for who did not answer to this date."""
        if availability:
            setattr(self, availability, getattr(self, availability) + 1)
        if is_chair:
            self.chair = availability
        elif is_required:
            self.required[availability] = self.required.get(availability, 0) + 1

    @property
    def nobody_can(self) -> bool:
        """Somebody answered, and nobody can."""
        return self.no > 0 and self.yes == 0 and self.if_needed == 0

    @property
    def rank(self) -> tuple[int, ...]:
        """The best date has the lowest: the chair can, then who must be there, then most yes, then the first day."""
        required = [self.required.get(each, 0) for each in (Availability.NO, "", Availability.IF_NEEDED)]
        chair = [Availability.YES, Availability.IF_NEEDED, "", Availability.NO].index(self.chair) if self.has_chair else 0
        return (chair, *required, -self.yes, -self.if_needed, int(self.starts_at.timestamp()))

