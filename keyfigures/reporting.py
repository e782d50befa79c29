"""Figures about the network for reports: no person, and no number that is small enough to point at one."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Count, F, Q

from accounts.models import Municipality
from keyfigures import deadlines
from keyfigures.suppression import Shown, rounded
from terms.days import at_time
from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class Treatment:
    """Complaints about treatment that were answered in a period, and how many of them in time; None is too few to show."""

    answered: Shown
    in_time: Shown


def treatment_in(municipality: Municipality, *, first: date, last: date) -> Treatment:
    """Both days inclusive. From the promises, which stay when the complaints themselves are erased. One statement.

    Rounded down to fives; how many in time is told only when it and what is left over are both large enough.
    """
    begin, end = at_time(first, time(0)), at_time(last + timedelta(days=1), time(0))
    kept = Clock.objects.filter(municipality=municipality, kind=deadlines.COMPLAINT, kept_at__gte=begin, kept_at__lt=end)
    counted = kept.aggregate(answered=Count("pk"), in_time=Count("pk", filter=Q(kept_at__lte=F("due_at"))))
    answered, in_time = counted["answered"], counted["in_time"]
    late_is_small = answered - in_time > 0 and rounded(answered - in_time) is None
    return Treatment(answered=rounded(answered), in_time=None if late_is_small else rounded(in_time))
