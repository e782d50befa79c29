"""Days, times and numbers in the words of the screen. Values in, words out."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

NO_BREAK = "\u00a0"


def day(when: date) -> str:
    """A weekday and a date, never broken between day and month."""
    weekday, rest = formats.date_format(when, "l j F").split(" ", 1)
    return f"{weekday} {rest.replace(' ', NO_BREAK)}"


def short_day(when: date) -> str:
    return formats.date_format(when, "D j M").lower()


def moment(at: datetime) -> str:
    """Day and time in Amsterdam: "donderdag 28 mei, 16.40 uur"."""
    local = timezone.localtime(at)
    return _("%(day)s, %(time)s") % {"day": day(local.date()), "time": time_of(local)}


def time_of(at: datetime) -> str:
    return _("%(time)s hours") % {"time": formats.date_format(timezone.localtime(at), "G.i")}


def late_by(days: int) -> str:
    return ngettext("%(days)d working day too late", "%(days)d working days too late", days) % {"days": days}


def days_ago(days: int) -> str:
    return ngettext("That is %(days)d working day ago.", "That is %(days)d working days ago.", days) % {"days": days}


def left(days: int) -> str:
    return ngettext("After that we have %(days)d working day left.", "After that we have %(days)d working days left.", days) % {"days": days}


def names(people: Sequence[str]) -> str:
    """ "Ilse Bakker en Joke Smit": for a sentence."""
    if len(people) < 2:  # noqa: PLR2004  one name stands alone
        return "".join(people)
    return _("%(first)s and %(last)s") % {"first": ", ".join(people[:-1]), "last": people[-1]}


def number(count: int) -> str:
    """Small numbers as a word, to begin a sentence with: "Twee"; others in digits."""
    small = (
        pgettext("number", "No"), pgettext("number", "One"), pgettext("number", "Two"), pgettext("number", "Three"), pgettext("number", "Four"),
        pgettext("number", "Five"), pgettext("number", "Six"), pgettext("number", "Seven"), pgettext("number", "Eight"),
        pgettext("number", "Nine"), pgettext("number", "Ten"), pgettext("number", "Eleven"), pgettext("number", "Twelve"),
    )
    return small[count] if count < len(small) else str(count)


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
