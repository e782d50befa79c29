"""The words in which the story is written: who does what, how many working days before today, at what time."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from demo.people import WATERVEEN
from terms.days import add_working_days, at_time, next_working_day

HER_COORDINATOR = "her coordinator"  # who does a step when it is the contact person, whoever that became


def day_ago(days_ago: int, today: date) -> date:
    """`days_ago` working days before `today`, or before the first working day after it; negative lies ahead.

    So everything of one day ago or more is past at any hour, also on a Sunday.
    """
    return add_working_days(next_working_day(today), -days_ago)


@dataclass(frozen=True)
class Step:
    """One action: its name in `demo.story.acts`, who does it, when, and what else it needs."""

    act: str
    by: str
    days_ago: int
    clock: time
    needs: dict[str, object] = field(default_factory=dict)
    minutes_ago: int = 0

    def moment(self, *, told_at: datetime, today: date) -> datetime:
        if self.minutes_ago:
            return told_at - timedelta(minutes=self.minutes_ago)
        return at_time(day_ago(self.days_ago, today), self.clock)


def step(act: str, by: str, days_ago: int, hour: int, minute: int = 0, **needs: object) -> Step:
    return Step(act, by, days_ago, time(hour, minute), needs)


def just_now(act: str, by: str, minutes_ago: int, **needs: object) -> Step:
    """What happened so shortly ago that no working day of the past will do."""
    return Step(act, by, 0, time(), needs, minutes_ago)


@dataclass(frozen=True)
class Told:
    """One concern, or one thing around a key figure (`who`), from the first step to the last."""

    name: str
    steps: tuple[Step, ...]
    place: str = WATERVEEN
    who: str = ""
