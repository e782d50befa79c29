"""Where the story is played: who is there, what there is so far, and one step at its moment."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from accounts.models import Membership
from demo.story.cast import Cast
from demo.story.script import HER_COORDINATOR, Step, Told, day_ago
from keyfigures.models.figure import KeyFigure
from signals.models import ConcernReport


@dataclass
class Stage:
    """The cast, and by the name they have in the script the reports and the things around key figures so far."""

    cast: Cast
    reports: dict[str, ConcernReport] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """One step at its moment."""

    stage: Stage
    told: Told
    step: Step
    at: datetime

    @property
    def actor(self) -> Membership:
        if self.step.by != HER_COORDINATOR:
            return self.member(self.step.by)
        coordinator = self.figure.contact_person
        assert coordinator is not None  # noqa: S101  somebody works on the network of Waterveen all year
        return coordinator

    def member(self, slug: str) -> Membership:
        return self.stage.cast.member(slug, self.told.place)

    @property
    def report(self) -> ConcernReport:
        return self.stage.reports[self.told.name]

    @cached_property
    def figure(self) -> KeyFigure:
        """The key figure whom it is about, as she was when the step began: every action reads her anew."""
        return self.figure_of(self.told.who)

    def figure_of(self, slug: str) -> KeyFigure:
        found: KeyFigure = KeyFigure.objects.for_detail().get(member=self.member(slug))
        return found

    @property
    def thing(self) -> Any:  # noqa: ANN401  whatever the first step of this name made
        return self.stage.things[self.told.name]

    def keep(self, thing: Any) -> None:  # noqa: ANN401  a row of any model
        self.stage.things[self.told.name] = thing

    def days_later(self, days: int) -> date:
        """So many working days after this step."""
        return day_ago(self.step.days_ago - days, self.stage.cast.today)

    def days_before_today(self, days: int) -> date:
        """So many days of the calendar before the first working day from today: what counts weeks is due on a weekday."""
        return day_ago(0, self.stage.cast.today) - timedelta(days=days)
