"""The page of mayor and portfolio holder: one sheet that says how the network stands, what is late, and what is asked. Never a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Municipality
from approach import horizon
from approach.horizon import Ahead
from approach.presentation.figures import value_words
from approach.presentation.support import Register, body_words, register_of, sentence_of, state_of, steps_of
from approach.promise_counts import KindCount, open_promises
from indicators import measuring
from indicators.registry import Measured, Period, Unit, named
from terms.days import local_date
from ui.phrases import Words, lower_first, number, upper_first

SHOWN = (
    "keyfigures.active", "keyfigures.contact", "keyfigures.help_in_time", "meetings.held", "evaluations.trust", "initiatives.answered",
)  # six, so that it fits one sheet
THANKED = "keyfigures.thanked"
MOST = 5
AHEAD = timedelta(days=548)  # a year and a half: elections and the money of the year after come in sight


@dataclass(frozen=True, kw_only=True)
class Shown:
    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class BoardPage:
    """`late`: promises that are late, per kind; `more_late`: how many kinds do not fit. `asks`: what the board can do."""

    kicker: str
    title: str
    lead: str
    figures: Sequence[Shown]
    late: Sequence[KindCount]
    more_late: int
    thanks: str
    thanks_url: str
    ahead: Sequence[str]
    asks: Sequence[str]
    counted: str


def page_of(municipality: Municipality, *, at: datetime) -> BoardPage:
    today, words = local_date(at), Words(local_date(at))
    register = register_of(municipality, today=today)
    wanted = [each for each in map(named, (*SHOWN, THANKED)) if each is not None]
    measured = measuring.measure(municipality, Period.year_until(today), indicators=wanted)
    late = [each for each in open_promises(municipality, at=at) if each.late]
    return BoardPage(
        kicker=upper_first(words.day(today)),
        title=_title(late),
        lead=" ".join(state_of(register)) or _("Nobody wrote down yet who backs the approach."),
        figures=[_shown(measured[code]) for code in SHOWN if code in measured],
        late=late[:MOST],
        more_late=max(len(late) - MOST, 0),
        thanks=_thanks(measured.get(THANKED)),
        thanks_url=reverse("keyfigures:recognition_public", args=[municipality.slug]),
        ahead=_ahead(register, words)[:MOST],
        asks=_asks(register)[:MOST],
        counted=_("Counted over the last year. What counts people: over the year until the last quarter that ended, in steps."),
    )


def _title(late: Sequence[KindCount]) -> str:
    total = sum(each.late for each in late)
    if not total:
        return _("Everything that was promised is on time")
    told = ngettext("%(number)s promise of the municipality is late", "%(number)s promises of the municipality are late", total)
    return told % {"number": number(total)}


def _shown(measured: Measured) -> Shown:
    return Shown(value=value_words(measured.figure, unit=measured.indicator.unit), label=str(measured.indicator.label))


def _thanks(measured: Measured | None) -> str:
    """A share, never who: which key figure was thanked is hers."""
    if measured is None or measured.figure.value is None:
        return _("How many key figures were thanked cannot be told yet.")
    told = {"words": lower_first(value_words(measured.figure, unit=Unit.SHARE))}
    return _("Thanked in person in the last six months: %(words)s of the key figures.") % told


def _ahead(register: Register, words: Words) -> list[str]:
    """What ends or comes in a year and a half, and the moments that are planned, by their day."""
    last = words.today + AHEAD
    marks = [each for each in horizon.ahead_of(register.marks, today=words.today) if each.kind != horizon.MOMENT and words.today <= each.on <= last]
    found = [(each.on, _ends(each, words)) for each in marks]
    for each in register.planned:
        if each.planned_on >= words.today:
            told = {"body": body_words(each.body), "day": words.day(each.planned_on), "title": each.title}
            found.append((each.planned_on, _("%(body)s hears on %(day)s: %(title)s") % told))
    return [sentence for _day, sentence in sorted(found)]


def _ends(ahead: Ahead, words: Words) -> str:
    if ahead.kind == horizon.BUDGET:
        return _("There is money until and including %(year)s") % {"year": ahead.on.year}
    return sentence_of(ahead, words)


def _asks(register: Register) -> list[str]:
    """What asks for attention, and what was promised to college and council and is open."""
    promised = [
        _("Promised to college or council, by %(day)s: %(what)s") % {"day": Words(register.today).day_only(each.due_on), "what": each.what}
        for each in register.promises if each.due_on >= register.today
    ]
    return [*(each.sentence for each in steps_of(register)), *promised]
