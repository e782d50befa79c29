"""Questions about many initiatives."""

from datetime import time
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from indicators.registry import Period
from terms.days import at_time

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from initiatives.models.initiative import Initiative, Step, Support  # noqa: F401  the type checker needs it


READS = ("initiatives.take_part", "initiatives.handle", "initiatives.read")


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def visible_to(self, member: "Membership") -> Self:
        """Ideas of her network, for who takes part, answers or reads figures. What was taken back is nobody's any more but hers."""
        if not any(member.may(each) for each in READS):
            return self.none()
        return self.filter(Q(withdrawn_at=None) | Q(proposer=member), municipality=member.municipality_id)

    def of(self, member: "Membership") -> Self:
        """Filed by her."""
        return self.filter(proposer=member)

    def waiting(self) -> Self:
        return self.filter(answer="", withdrawn_at=None)

    def going_on(self) -> Self:
        """Got a yes, and did not end."""
        return self.filter(answer__in=["yes", "yes_if"], ended_at=None)

    def ended(self) -> Self:
        return self.exclude(ended_at=None)

    def public_at(self, municipality: "Municipality") -> Self:
        """What everybody may read."""
        return self.filter(municipality=municipality, is_public=True)

    def asks_consent_of(self, member: "Membership") -> Self:
        """Of which a text waits for her yes."""
        return self.of(member).filter(is_public=False).exclude(public_text="")

    def with_people(self) -> Self:
        return self.select_related("municipality", "proposer__user", "owner__user", "owner__municipality")

    def with_supporters(self) -> Self:
        """`supporters`: how many, never who."""
        return self.annotate(supporters=models.Count("supports"))

    def went_on_in(self, period: Period) -> Self:
        """Got a yes before the end of the period, and did not end before it began."""
        first, last = at_time(period.first, time(0)), at_time(period.last, time.max)
        return self.filter(Q(ended_at=None) | Q(ended_at__gte=first), answer__in=["yes", "yes_if"], answered_at__lte=last, withdrawn_at=None)


class SupportQuerySet(models.QuerySet["Support"]):
    """Questions about many."""


class StepQuerySet(models.QuerySet["Step"]):
    def of_initiative(self, initiative: "Initiative") -> Self:
        return self.filter(initiative=initiative).order_by("at", "pk")
