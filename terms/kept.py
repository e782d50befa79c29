"""How many promises of a kind were kept in time: for figures. Told apart from whom they were made to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import time

from django.db.models import Count, F, Q

from accounts.models import Municipality
from indicators.registry import Period
from terms.days import ONE_DAY, at_time
from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class Kept:
    """`part` of `of` promises; `subjects`: about how many different things they were."""

    part: int
    of: int
    subjects: int


def kept_in_time(municipality: Municipality, kinds: Collection[str], period: Period) -> Kept:
    """Of promises of which the last day was over in the period. One statement.

    A day is over the day after it: what is due on the last day of the period belongs to the next one, so it is never too early to say that
    it is late, and each promise is in one of two periods that follow each other. What stands still, or was ended before its day, is not
    counted; what was late stays late, also when it is ended after that.
    """
    first, last = at_time(period.first - ONE_DAY, time(0)), at_time(period.last, time(0))
    was_wanted = Q(ended_at=None) | Q(ended_at__gt=F("due_at"))
    runs = Q(paused_at=None) | Q(kept_at__isnull=False)
    due = Clock.objects.filter(was_wanted, runs, municipality=municipality, kind__in=list(kinds), due_at__gte=first, due_at__lt=last)
    return Kept(**due.aggregate(of=Count("pk"), part=Count("pk", filter=Q(kept_at__lte=F("due_at"))), subjects=Count("subject", distinct=True)))
