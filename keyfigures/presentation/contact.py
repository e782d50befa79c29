"""Contact in words and as a picture: the part of her page, the lines, and what one must know before calling."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from keyfigures import deadlines, rhythm
from keyfigures.catalogue import Theme
from keyfigures.models.contact import ContactMoment, How, NextStep, Occasion, Topic
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkSettings
from terms import tasks
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.presentation import Line
from ui.components.charts import Mark, Tick
from ui.phrases import Words, lower_first, upper_first
from ui.words import month_name

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class ContactPart:
    """The part about contact on her page: the last time and the rhythm in a sentence, a year as a strip, and where all lines stand."""

    sentence: str
    marks: Sequence[Mark]
    ticks: Sequence[Tick]
    chart_title: str
    chart_words: str
    legend: Sequence[tuple[str, str]]
    list_url: str


@dataclass(frozen=True, kw_only=True)
class ContactLine:
    """One contact in a list. `take_back_url` only for who wrote it, within a day."""

    moment: ContactMoment
    title: str
    meta: str
    step: str
    take_back_url: str


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> ContactPart:
    """Three statements: the contacts of a year, the settings of the network, and the promise of the next contact."""
    today = local_date(at)
    year = list(ContactMoment.objects.filter(key_figure=figure).since(today - A_YEAR).order_by("on", "pk").values_list("on", "occasion"))
    quiet = [day for day, occasion in year if occasion == Occasion.QUIET]
    own = reader.pk == figure.member_id
    return ContactPart(
        sentence=rhythm_sentence(figure, Words(today)),
        marks=[Mark(at=_share(day, today), is_first=occasion == Occasion.QUIET) for day, occasion in year],
        ticks=_ticks(today),
        chart_title=_("Contact with %(name)s in 12 months") % {"name": figure.name},
        chart_words=_counted(len(quiet), len(year) - len(quiet)),
        legend=[("first", _quiet_times(len(quiet))), ("second", _incident_times(len(year) - len(quiet)))],
        list_url=reverse("keyfigures:own_contacts") if own else reverse("keyfigures:figure_contacts", args=[figure.uuid]),
    )


def line(moment: ContactMoment, words: Words, *, reader: Membership, at: datetime) -> ContactLine:
    """The same words for both readers."""
    who = [moment.official.name] if moment.official else []
    occasion = _("because of an incident") if not moment.is_quiet else _("in quiet time")
    wrote = _("%(name)s wrote this down.") % {"name": moment.logged_by.name}
    theme = [str(Theme(moment.theme).label)] if moment.theme != Theme.NONE else []
    title = ", ".join([upper_first(words.day(moment.on)), lower_first(str(How(moment.how).label)), occasion])
    about = ", ".join([*who, lower_first(str(Topic(moment.topic).label)), *theme])
    step = step_words(moment, words)
    may = moment.may_be_taken_back(reader, at=at)
    return ContactLine(
        moment=moment, title=title, meta=f"{upper_first(about)}. {wrote}", step=_("Agreed: %(step)s.") % {"step": step} if step else "",
        take_back_url=reverse("keyfigures:contact_take_back", args=[moment.uuid]) if may else "",
    )


def step_words(moment: ContactMoment, words: Words) -> str:
    """ "bel weer, uiterlijk woensdag 24 juni"; empty when nothing was agreed."""
    if not moment.next_step or moment.next_on is None:
        return ""
    return f"{lower_first(str(NextStep(moment.next_step).label))}, {words.by(moment.next_on)}"


def calling(uuids: Collection[UUID], today: date) -> dict[UUID, str]:
    """What one must know before calling: how long ago it was, and when not to call. One statement."""
    figures = KeyFigure.objects.filter(uuid__in=uuids).only("uuid", "last_quiet_contact_on", "joined_on", "not_times", "good_times")
    return {figure.uuid: " ".join(filter(None, [since_words(figure, today), times_words(figure)])) for figure in figures}


def agreed(uuids: Collection[UUID], today: date) -> dict[UUID, str]:
    """What was agreed, and when. One statement."""
    words, moments = Words(today), ContactMoment.objects.filter(uuid__in=uuids)
    return {
        moment.uuid: _("%(step)s. Agreed on %(day)s.") % {"step": NextStep(moment.next_step).label, "day": words.day(moment.on)}
        for moment in moments if moment.next_step
    }


def since_words(figure: KeyFigure, today: date) -> str:
    """How long ago they spoke in quiet time."""
    if figure.last_quiet_contact_on is None:
        return _("Not spoken in quiet time yet.")
    weeks = rhythm.weeks_since(figure.last_quiet_contact_on, today)
    if weeks < 1:
        return _("Spoken this week.")
    return ngettext("Not spoken for %(weeks)d week.", "Not spoken for %(weeks)d weeks.", weeks) % {"weeks": weeks}


def times_words(figure: KeyFigure) -> str:
    """When to call and when not, in her own words; empty when she gave none."""
    good = [_("Call: %(times)s.") % {"times": figure.good_times.rstrip(".")}] if figure.good_times else []
    bad = [_("Do not call: %(times)s.") % {"times": figure.not_times.rstrip(".")}] if figure.not_times else []
    return " ".join([*good, *bad])


def rhythm_sentence(figure: KeyFigure, words: Words) -> str:
    """When they spoke last, how often that was agreed, and by which day the next time comes. Two statements."""
    last = figure.last_quiet_contact_on
    spoken = _("Last spoken on %(day)s, without a cause.") % {"day": words.day_only(last)} if last else _("Not spoken in quiet time yet.")
    if not figure.is_active:
        return spoken
    weeks = NetworkSettings.objects.weeks_of(figure)
    every = ngettext("every week", "every %(weeks)d weeks", weeks) % {"weeks": weeks}
    promise = Clock.objects.open().about(figure.uuid).filter(kind=deadlines.CONTACT).first()
    if promise is None:
        return _("%(spoken)s The agreement is %(every)s.") % {"spoken": spoken, "every": every}
    day = words.day_only(local_date(promise.due_at))
    return _("%(spoken)s The agreement is %(every)s, so by %(day)s at the latest.") % {"spoken": spoken, "every": every, "day": day}


def _counted(quiet: int, incident: int) -> str:
    return f"{_quiet_times(quiet)}. {_incident_times(incident)}."


def _quiet_times(number: int) -> str:
    return ngettext("Quiet contact: %(number)d time", "Quiet contact: %(number)d times", number) % {"number": number}


def _incident_times(number: int) -> str:
    return ngettext("Because of an incident: %(number)d time", "Because of an incident: %(number)d times", number) % {"number": number}


def _share(day: date, today: date) -> float:
    """Where a day stands in the last year, 0 to 100."""
    return 100 - 100 * (today - day).days / A_YEAR.days


def _ticks(today: date) -> list[Tick]:
    """The first of each third month of the last year."""
    firsts = [date(today.year - (today.month - back - 1 < 0), (today.month - back - 1) % 12 + 1, 1) for back in range(11, 0, -3)]
    return [Tick(at=_share(first, today), label=month_name(first)) for first in firsts]


@dataclass(frozen=True, kw_only=True)
class CallingCard:
    """What stands beside the form: her number, when to call and when not, and how long ago they spoke."""

    since: str
    phone: str
    channel: str
    good_times: str
    not_times: str


def calling_card(figure: KeyFigure, words: Words) -> CallingCard:
    return CallingCard(
        since=since_words(figure, words.today), phone=figure.member.phone, channel=str(figure.get_channel_display()) if figure.channel else "",
        good_times=figure.good_times, not_times=figure.not_times,
    )


def steps_to_choose(figure: KeyFigure, words: Words) -> list[tuple[UUID, str]]:
    """What was agreed before and is not done yet, to tick off with this contact. One statement."""
    return [(moment.uuid, upper_first(step_words(moment, words))) for moment in ContactMoment.objects.filter(key_figure=figure).with_open_step()]


def officials_first(figure: KeyFigure, *, on: date) -> list[Membership]:
    """Who can have spoken with her: her contact person first, then who else works on the network."""
    officials = Membership.objects.to_choose("keyfigures.manage", municipality=figure.municipality, on=on).exclude(pk=figure.member.pk)
    return sorted(officials, key=lambda official: official.pk != figure.contact_person_id)


@dataclass(frozen=True, kw_only=True)
class StepPage:
    """What was agreed, as one sentence and a line; `is_open` until it was ticked off."""

    title: str
    agreed: str
    line: Line | None

    @property
    def is_open(self) -> bool:
        return self.line is not None


def step_page(moment: ContactMoment, *, at: datetime) -> StepPage:
    words = Words(local_date(at))
    clock = Clock.objects.open().about(moment.uuid).filter(kind=deadlines.NEXT_STEP).for_rows().first()
    row = next(iter(tasks.owed([clock], calendar_of(moment.municipality), at)), None) if clock else None
    agreed = _("Agreed on %(day)s with %(name)s.") % {"day": words.day(moment.on), "name": moment.key_figure.name}
    title = str(NextStep(moment.next_step).label) if moment.next_step else _("Nothing was agreed")
    return StepPage(title=f"{title}: {moment.key_figure.name}", agreed=agreed, line=row.line if row else None)
