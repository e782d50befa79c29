"""Figures about initiatives: where they began, whether they were answered in time, what they are about.

They count what the municipality does with ideas, not people: exact. Nothing tells who filed or supports one.
"""

from collections.abc import Sequence
from datetime import time
from decimal import Decimal

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from indicators import registry
from indicators.registry import NOTHING_YET, Figure, Indicator, Line, Lines, Period, Unit, number, share
from initiatives import deadlines
from initiatives.kinds import Beginning
from initiatives.models.initiative import Initiative
from keyfigures.catalogue import Theme
from terms.days import at_time
from terms.kept import kept_in_time

MOST_LINES = 5


def community(municipality: Municipality, period: Period) -> Figure:
    """Of what went on in the period. One statement."""
    from_people = Q(beginning__in=[Beginning.COMMUNITY, Beginning.TOGETHER])
    went_on = Initiative.objects.filter(municipality=municipality).went_on_in(period).order_by()
    counted = went_on.aggregate(of=Count("pk"), part=Count("pk", filter=from_people))
    return share(counted["part"], counted["of"])


def answered(municipality: Municipality, period: Period) -> Figure:
    kept = kept_in_time(municipality, [deadlines.ANSWER], period)
    return share(kept.part, kept.of)


def filed(municipality: Municipality, period: Period) -> Figure:
    """Also what was taken back: it was filed. One statement."""
    first, last = at_time(period.first, time(0)), at_time(period.last, time.max)
    until = Initiative.objects.filter(municipality=municipality, filed_at__lte=last).exclude(beginning=Beginning.MUNICIPALITY).order_by()
    counted = until.aggregate(ever=Count("pk"), here=Count("pk", filter=Q(filed_at__gte=first)))
    return number(counted["here"]) if counted["ever"] else NOTHING_YET


def themes(municipality: Municipality, period: Period) -> Figure:
    """Different forms of extremism in what went on in the period. One statement."""
    chosen = list(Initiative.objects.filter(municipality=municipality).went_on_in(period).values_list("themes", flat=True))
    return number(len({theme for each in chosen for theme in each} - {Theme.NONE})) if chosen else NOTHING_YET


def done(municipality: Municipality, period: Period) -> Sequence[Line]:
    """Of what everybody may read already, in the words that everybody reads: a report says no more than was agreed. One statement."""
    told = Initiative.objects.filter(municipality=municipality, is_public=True).went_on_in(period).order_by("-filed_at", "-pk")[:MOST_LINES]
    last = at_time(period.last, time.max)
    return [Line(title=each.public_title, text=each.brought if each.ended_at and each.ended_at <= last and each.brought else each.public_text) for each in told]


INDICATORS = (
    Indicator(
        code="initiatives.community", label=_("Initiatives from the community"), unit=Unit.SHARE, measure=community, threshold=Decimal(50),
        definition=_(
            "Of the initiatives to which the municipality said yes and that went on in the year: "
            "how many the community began, alone or together with us."
        ),
        reason=_("What the community begins works better; less than half means that we mostly invent it ourselves."),
    ),
    Indicator(
        code="initiatives.answered", label=_("Ideas answered in time"), unit=Unit.SHARE, measure=answered, threshold=Decimal(90),
        definition=_("Of the ideas that were due for an answer in the year: how many got it by the promised day."),
        reason=_("Who files an idea is owed an answer; one in ten leaves room for what nobody could foresee."),
    ),
    Indicator(
        code="initiatives.filed", label=_("Ideas filed"), unit=Unit.NUMBER, measure=filed,
        definition=_("How many ideas the community filed in the year."),
    ),
    Indicator(
        code="initiatives.themes", label=_("Forms of extremism in initiatives"), unit=Unit.NUMBER, measure=themes,
        definition=_("How many different forms of extremism the initiatives of the year were about. An initiative may be about none."),
    ),
)
LINES = (Lines(code="initiatives.done", label=_("What came of initiatives"), tell=done),)


def register() -> None:
    registry.register(*INDICATORS)
    registry.register_lines(*LINES)
