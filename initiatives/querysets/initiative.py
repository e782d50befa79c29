"""Questions about many initiatives."""

from datetime import time
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from indicators.registry import Period
from terms.days import at_time

if TYPE_CHECKING:
    from initiatives.models.initiative import Initiative, Step, Support  # noqa: F401  the type checker needs it


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def went_on_in(self, period: Period) -> Self:
        """Got a yes before the end of the period, and did not end before it began."""
        first, last = at_time(period.first, time(0)), at_time(period.last, time.max)
        return self.filter(Q(ended_at=None) | Q(ended_at__gte=first), answer__in=["yes", "yes_if"], answered_at__lte=last, withdrawn_at=None)


class SupportQuerySet(models.QuerySet["Support"]):
    """Questions about many."""


class StepQuerySet(models.QuerySet["Step"]):
    """Questions about many."""
