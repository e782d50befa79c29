"""The rows of the register that say what ends or comes, for `approach.horizon`."""

from datetime import date

from django.db.models import CharField, F, Value

from accounts.models import Municipality
from approach import horizon
from approach.horizon import Mark
from approach.models.support import Budget, Decision, KnownDate, Moment
from approach.models.vision import Vision


def marks_of(municipality: Municipality, *, today: date) -> list[Mark]:
    """One statement."""
    mandates = Decision.objects.of_municipality(municipality).mandates(on=today).annotate(what=_kind(horizon.MANDATE), day=F("until"))
    money = Budget.objects.of_municipality(municipality).with_money().with_last_day().annotate(what=_kind(horizon.BUDGET), day=F("last_day"))
    dates = KnownDate.objects.of_municipality(municipality).ahead().annotate(what=F("kind"), day=F("on"))
    moments = Moment.objects.of_municipality(municipality).planned().annotate(what=_kind(horizon.MOMENT), day=F("planned_on"))
    in_force = Vision.objects.adopted_until(today, municipality=municipality)[:1]
    visions = Vision.objects.filter(pk__in=in_force.values("pk")).annotate(what=_kind(horizon.REVIEW), day=F("review_on"))
    first, *others = (rows.order_by().values_list("what", "uuid", "day") for rows in (mandates, money, dates, moments, visions))
    return [Mark(kind, subject, day) for kind, subject, day in first.union(*others, all=True)]


def _kind(name: str) -> Value:
    return Value(name, CharField())
