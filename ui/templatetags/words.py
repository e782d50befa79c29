"""Words of the page: days and times, and the municipality's own word for a key figure. For settings' `builtins`."""

from datetime import date, datetime, time
from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ui import words

register = template.Library()


def _today(given: date | None) -> date:
    """A template is as much the edge as a view: it may look at the clock, if only to leave out this year."""
    return given or timezone.localdate(timezone=words.AMSTERDAM)


@register.filter
def day(value: date, today: date | None = None) -> str:
    """ "woensdag 24 juni". A moment counts as its day in the Netherlands. The argument is today, for tests."""
    return words.day_in_words(value, today=_today(today)) if value else ""


@register.filter
def day_short(value: date, today: date | None = None) -> str:
    """ "wo 24 jun", for narrow places beside the work."""
    return words.day_in_words(value, today=_today(today), short=True) if value else ""


@register.filter
def day_only(value: date, today: date | None = None) -> str:
    """ "24 juni", where the weekday stands already."""
    return words.day_in_words(value, today=_today(today), weekday=False) if value else ""


@register.filter
def by_day(value: date, today: date | None = None) -> str:
    """ "uiterlijk woensdag 24 juni"."""
    return _("by %(day)s at the latest") % {"day": words.day_in_words(value, today=_today(today))} if value else ""


@register.filter
def clock_time(value: datetime | time) -> str:
    """ "17.00 uur"."""
    return words.time_in_words(value) if value else ""


@register.filter
def moment(value: datetime, today: date | None = None) -> str:
    """ "dinsdag 9 juni, 17.00 uur"."""
    return words.moment_in_words(value, today=_today(today)) if value else ""


@register.filter
def working_days(value: int) -> str:
    """ "3 werkdagen"."""
    return words.working_days_in_words(value)


@register.filter
def days_late(value: int) -> str:
    """ "3 werkdagen te laat"."""
    return words.days_late_in_words(value)


@register.simple_tag(takes_context=True)
def key_figure(context: Context, *, plural: bool = False, capital: bool = False) -> str:
    """What the municipality calls a key figure: "sleutelfiguur", "bondgenoot". Ours where nobody is logged in."""
    municipality: Any = getattr(context.get("request"), "municipality", None)
    if municipality is None:
        label = ngettext("key figure", "key figures", 2 if plural else 1)
    else:
        label = municipality.key_figure_label_plural if plural else municipality.key_figure_label
    return capfirst(label) if capital else str(label)
