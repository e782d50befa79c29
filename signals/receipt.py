"""The receipt of a report: number, promised days, whom to call, what we may tell. Never what was written."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import Municipality
from signals.models import ConcernReport
from signals.presentation.promises import promised_to_reporter
from terms.days import local_date
from terms.presentation import Ring
from terms.standing import Promise
from ui import documents
from ui.phrases import Words as DayWords
from ui.phrases import time_of, upper_first

SOURCE = Path(__file__).parent / "typst" / "receipt.typ"


@dataclass(frozen=True, kw_only=True)
class PromisedDay:
    ring: Ring
    day: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom to call; `dial` is the number for a `tel:` link."""

    name: str
    place: str
    phone: str
    dial: str
    more: list[str]


@dataclass(frozen=True, kw_only=True)
class Words:
    """Everything that stands on a receipt, on screen and on paper."""

    title: str
    heading: str
    number_label: str
    number: str
    received: str
    promises_heading: str
    counted: str
    promises: list[PromisedDay]
    late: str
    contact_heading: str
    contact: Contact
    tell_heading: str
    may_tell: list[str]
    may_not_tell: list[str]
    danger: str
    without_content: str


def words_of(report: ConcernReport, promises: list[Promise], *, deputy: str, today: date) -> Words:
    """The receipt in the language that is on. `deputy` answers when the contact person is away; may be empty."""
    contact, days = report.contact_person.name if report.contact_person else "", DayWords(today)
    return Words(
        title=_("Receipt %(number)s") % {"number": report.number},
        heading=_("Thank you. We have your concern."),
        number_label=_("Your number is"),
        number=report.number,
        received=_("Received: %(moment)s") % {"moment": days.moment(report.received_at)},
        promises_heading=_("This is what we promise you"),
        counted=counted_in_words(report.received_at, local_date(report.counted_from), report.municipality, days),
        promises=[_promised(each, contact, days) for each in promises if each.state != "later"] + [_afterwards(promises)],
        late=_("Are we too late? Then you see that at your report, and also whom we asked to solve it."),
        contact_heading=_("Your contact person"),
        contact=_contact(report.municipality, contact, deputy),
        tell_heading=_("What we may tell you, and what not"),
        may_tell=[
            _("We do tell: who has your concern, and whether we do something with it."),
            _("We do tell: what we ask of you, and where you get help."),
        ],
        may_not_tell=[_("We do not tell: what was decided about another person. We may not say that.")],
        danger=_("Is there danger now? Call %(number)s.") % {"number": report.municipality.emergency_number},
        without_content=_("What you wrote is not in the PDF."),
    )


def counted_in_words(received_at: datetime, counted_from: date, municipality: Municipality, days: DayWords) -> str:
    """Why counting starts later; empty when it starts on the day itself."""
    received = timezone.localtime(received_at)
    if counted_from <= received.date():
        return ""
    words = {"day": days.day(received.date()), "closes": time_of(municipality.closes_at), "start": days.day(counted_from)}
    if received.time() >= municipality.closes_at:
        return _("You sent this on %(day)s after %(closes)s. That is why it counts as received on %(start)s.") % words
    return _("You sent this on %(day)s, on which we do not work. That is why it counts as received on %(start)s.") % words


def _promised(promise: Promise, contact: str, days: DayWords) -> PromisedDay:
    ring = Ring(state="run", number=promise.working_days)
    text = promised_to_reporter(promise, contact=contact)
    return PromisedDay(ring=ring, day=upper_first(days.by(promise.due_date)), text=f"{text}.")


def _afterwards(promises: list[Promise]) -> PromisedDay:
    every = next((each.working_days for each in promises if each.state == "later"), 20)
    when = _("After that every %(days)d working days") % {"days": every}
    return PromisedDay(ring=Ring(state="later"), day=when, text=_("Until all is done. The day stands at your report."))


def _contact(municipality: Municipality, name: str, deputy: str) -> Contact:
    hours = {"opens": time_of(municipality.opens_at), "closes": time_of(municipality.closes_at)}
    more = [_("On working days, %(opens)s until %(closes)s.") % hours]
    if deputy:
        more.append(_("Is %(name)s not there? Then %(deputy)s answers.") % {"name": name, "deputy": deputy})
    phone = municipality.contact_phone
    return Contact(name=name, place=str(municipality), phone=phone, dial="".join(sign for sign in phone if sign.isdigit() or sign == "+"), more=more)


def pdf_of(words: Words, municipality: Municipality) -> bytes:
    """One A4, tagged."""
    data = {**_plain(words), "municipality": municipality.name, "brand": municipality.brand, "language": translation.get_language() or "nl"}
    return documents.pdf_of(SOURCE, data)


def _plain(words: Words) -> dict[str, Any]:
    contact = vars(words.contact)
    promises = [{"day": each.day, "text": each.text} for each in words.promises]
    return {**vars(words), "contact": contact, "promises": promises, "place": words.title}
