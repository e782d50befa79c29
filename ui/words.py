"""Days, times and numbers as a person says them, in the language of the page. Pure: today is passed in.

Moments are told in Europe/Amsterdam, whatever zone they come in. Between day and month, and between number and unit,
stands a space that does not break.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NO_BREAK = "\N{NO-BREAK SPACE}"
# Babel's names: English as it is written on this side of the sea, day before month.
_LOCALES = {"nl": "nl_NL", "en": "en_GB"}
_CLOCK = {"nl": "H.mm", "en": "H:mm"}
_TIMES = {**_CLOCK, "nl": f"H.mm'{NO_BREAK}uur'"}


def day_in_words(day: date, *, today: date | None, weekday: bool = True, short: bool = False) -> str:
    """ "woensdag 24 juni"; the year only when it is not this one, or when it is always told (no `today`). `short`: "wo 24 jun"."""
    month = "MMM" if short else "MMMM"
    pattern = f"d{NO_BREAK}{month}" if today is not None and day.year == today.year else f"d{NO_BREAK}{month}{NO_BREAK}y"
    if weekday:
        pattern = ("EEE " if short else "EEEE ") + pattern
    words = format_date(_local_day(day), pattern, locale=_locale())
    return words.replace(".", "")


def month_in_words(day: date) -> str:
    """ "maart 2025"."""
    return format_date(_local_day(day), f"MMMM{NO_BREAK}y", locale=_locale())


def month_name(day: date) -> str:
    """ "mrt", where there is little room: below a chart, on a leaf."""
    return format_date(_local_day(day), "LLL", locale=_locale()).replace(".", "")


def leaf_of(day: date) -> dict[str, str | int]:
    """The words of a calendar leaf, which is narrow: month ("dec"), number of the day, and weekday ("do")."""
    weekday = format_date(_local_day(day), "EEE", locale=_locale()).replace(".", "")
    return {"month": month_name(day), "day": _local_day(day).day, "weekday": weekday}


def time_in_words(at: datetime | time) -> str:
    """ "17.00 uur"."""
    local = at.astimezone(AMSTERDAM).time() if isinstance(at, datetime) else at
    return format_time(local, _TIMES[_language()], locale=_locale())


def moment_in_words(at: datetime, *, today: date) -> str:
    """ "dinsdag 9 juni, 17.00 uur", or "vandaag, 9.05 uur"."""
    day = _local_day(at)
    words = _("today") if day == today else day_in_words(day, today=today)
    return f"{words}, {time_in_words(at)}"


def period_in_words(begins: datetime, ends: datetime, *, today: date | None) -> str:
    """ "dinsdag 23 juni, 19.30 tot 21.30 uur"; both days when it goes on after midnight. Without `today` always with its year."""
    first, last = _local_day(begins), _local_day(ends)
    day, until = day_in_words(first, today=today), time_in_words(ends)
    if last != first:
        until = f"{day_in_words(last, today=today)}, {until}"
    begin = format_time(begins.astimezone(AMSTERDAM).time(), _CLOCK[_language()], locale=_locale()) if last == first else time_in_words(begins)
    return _("%(day)s, %(from)s to %(until)s") % {"day": day, "from": begin, "until": until}


def working_days_in_words(days: int) -> str:
    """ "3 werkdagen"."""
    return ngettext("%(days)d working day", "%(days)d working days", days) % {"days": days}


def days_late_in_words(days: int) -> str:
    """ "3 werkdagen te laat"."""
    return ngettext("%(days)d working day late", "%(days)d working days late", days) % {"days": days}


def _local_day(value: date) -> date:
    return value.astimezone(AMSTERDAM).date() if isinstance(value, datetime) else value


def _language() -> str:
    language = (get_language() or "nl").split("-")[0]
    return language if language in _LOCALES else "nl"


def _locale() -> str:
    return _LOCALES[_language()]
