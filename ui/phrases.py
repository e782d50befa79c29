"""Days, times and numbers in the words of the screen, seen from one day. Values in, words out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ui import words


@dataclass(frozen=True)
class Words:
    """How days are told on `today`: a day of this year without its year."""

    today: date

    def day(self, when: date) -> str:
        """ "woensdag 24 juni"."""
        return words.day_in_words(when, today=self.today)

    def short_day(self, when: date) -> str:
        """ "wo 24 jun"."""
        return words.day_in_words(when, today=self.today, short=True)

    def day_only(self, when: date) -> str:
        """ "24 juni"."""
        return words.day_in_words(when, today=self.today, weekday=False)

    def moment(self, at: datetime) -> str:
        """ "donderdag 28 mei, 16.40 uur", or "vandaag, 9.05 uur"."""
        return words.moment_in_words(at, today=self.today)

    def period(self, begins: datetime, ends: datetime) -> str:
        """ "dinsdag 23 juni, 19.30 tot 21.30 uur"."""
        return words.period_in_words(begins, ends, today=self.today)

    def full_period(self, begins: datetime, ends: datetime) -> str:
        """ "dinsdag 23 juni 2026, 19.30 tot 21.30 uur": where dates are compared that may lie in two years."""
        return words.period_in_words(begins, ends, today=None)

    def by(self, when: date) -> str:
        """ "uiterlijk woensdag 24 juni"."""
        return _("by %(day)s at the latest") % {"day": self.day(when)}


def late_by(days: int) -> str:
    return words.days_late_in_words(days)


def time_of(at: datetime | time) -> str:
    return words.time_in_words(at)


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


def number_within(count: int) -> str:
    """The same inside a sentence: "twee". One has an accent in Dutch that its capital has not."""
    return pgettext("number within", "one") if count == 1 else lower_first(number(count))


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """For inside a sentence; an abbreviation ("MT-lid") stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
