"""Questions about the register of support."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import DateField, F, Func, Q, Value
from django.db.models.functions import Coalesce

from approach.kinds import DecisionKind, PromiseState

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from approach.models.support import Budget, CouncilPromise, Decision, KnownDate, Moment, PortfolioHolder  # noqa: F401  the type checker needs it


Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class _OfOneMunicipality(models.QuerySet[Row_co]):
    def visible_to(self, member: "Membership") -> Self:
        """Who reads the approach, of her municipality; to others there is nothing."""
        return self.filter(municipality=member.municipality_id) if member.may("approach.read") else self.none()

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)


class DecisionQuerySet(_OfOneMunicipality["Decision"]):
    def mandates(self, *, on: date) -> Self:
        """Decisions on the approach that were taken by that day, also those that ended."""
        return self.filter(kind=DecisionKind.MANDATE, decided_on__lte=on)

    def holding(self, *, on: date) -> Self:
        return self.mandates(on=on).filter(Q(until=None) | Q(until__gte=on))

    def for_list(self) -> Self:
        return self.order_by("-decided_on", "-pk")


class PortfolioHolderQuerySet(_OfOneMunicipality["PortfolioHolder"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def for_list(self) -> Self:
        return self.order_by("-since", "-pk")


class BudgetQuerySet(_OfOneMunicipality["Budget"]):
    def with_money(self) -> Self:
        return self.filter(amount__gt=0)

    def with_last_day(self) -> Self:
        """`last_day` of the year."""
        return self.annotate(last_day=Func(F("year"), Value(12), Value(31), function="make_date", output_field=DateField()))

    def for_list(self) -> Self:
        return self.order_by("-year")


class MomentQuerySet(_OfOneMunicipality["Moment"]):
    def planned(self) -> Self:
        """Not held and not cancelled, also when its day is over."""
        return self.filter(held_on=None, cancelled_at=None)

    def held(self) -> Self:
        return self.filter(held_on__isnull=False)

    def cancelled(self) -> Self:
        return self.filter(cancelled_at__isnull=False)

    def with_people(self) -> Self:
        return self.select_related("municipality", "owner__user", "owner__municipality")

    def by_day(self) -> Self:
        """With `day`, on which it was held or is planned."""
        return self.annotate(day=Coalesce("held_on", "planned_on"))


class CouncilPromiseQuerySet(_OfOneMunicipality["CouncilPromise"]):
    def open(self) -> Self:
        return self.filter(state=PromiseState.OPEN)

    def in_state(self, state: str) -> Self:
        return self.filter(state=state)

    def late_on(self, day: date) -> Self:
        return self.open().filter(due_on__lt=day)

    def ended_between(self, first: datetime, last: datetime) -> Self:
        return self.filter(ended_at__gte=first, ended_at__lt=last)

    def with_people(self) -> Self:
        return self.select_related("municipality", "moment", "owner__user", "owner__municipality")

    def for_list(self) -> Self:
        return self.select_related("moment", "owner__user", "owner__municipality").order_by("due_on", "pk")


class KnownDateQuerySet(_OfOneMunicipality["KnownDate"]):
    def ahead(self) -> Self:
        """Those with which nobody is done yet."""
        return self.filter(done_at=None)

    def for_list(self) -> Self:
        return self.order_by("on", "pk")
