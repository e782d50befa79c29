"""The list of key figures in words: who was not spoken to for too long, and what is promised next; and the same as a table for a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Municipality
from audit.spreadsheets import Table
from keyfigures import deadlines, rhythm
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.figure import KeyFigureQuerySet
from keyfigures.stages import Stage
from terms import promises
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.standing import Promise, place, promise_of
from ui.names import called
from ui.phrases import Words, number_within, upper_first

# A doubt about the cooperation stands in no list of people.
_NOT_IN_A_LIST = {deadlines.RECONSIDERATION_TALK, deadlines.RECONSIDERATION_DECISION, deadlines.RECONSIDERATION_SECOND}
_IN_DAYS = 14  # until then it is told in days, after that in weeks


@dataclass(frozen=True, kw_only=True)
class Row:
    """`status`: late, attention or empty. `step_url` is empty where nothing has to be done now."""

    name: str
    url: str
    stage: str
    roles: str
    areas: str
    spoken: str
    status: str
    step: str
    step_url: str


def title_and_lead(municipality: Municipality, *, at: datetime) -> tuple[str, str]:
    """How it stands with all active key figures of the municipality, whatever is chosen below. One statement."""
    counted = KeyFigure.objects.of_municipality(municipality).active().with_rhythm().aggregate(
        active=Count("pk"), late=Count("pk", filter=Q(contact_due__lt=at)),
    )
    active, late = counted["active"], counted["late"]
    if not active:
        return _("Nobody takes part yet"), _("Invite somebody, or open the page on which people leave their name.")
    told = {"number": number_within(late), "place": municipality.name, "active": active, "spoken": active - late}
    told["label"] = municipality.key_figure_label_plural
    title = ngettext(
        "%(number)s person was not spoken to for too long", "%(number)s people were not spoken to for too long", late,
    ) if late else _("Everybody was spoken to in time")
    return upper_first(title % told), _("%(place)s has %(active)d active %(label)s. With %(spoken)d of them there was quiet contact in time.") % told


def rows(figures: Sequence[KeyFigure], *, roles: Mapping[str, str], municipality: Municipality, at: datetime) -> list[Row]:
    """`figures` with their areas and `contact_due`. Two statements more, for any number of rows."""
    steps = _next_steps(figures, municipality, at=at)
    words = Words(local_date(at))
    return [_row(figure, roles, steps.get(figure.member.pk), words, at=at) for figure in figures]


def table(figures: KeyFigureQuerySet, *, roles: Mapping[str, str]) -> Table:
    """For a file: no free text, no languages, none of her own words, and no mail address."""
    columns = [_("Name"), _("Stage"), _("Since"), _("Roles"), _("Areas"), _("Contact person"), _("Active since"), _("Last contact in quiet time")]
    return Table(title=_("Key figures"), columns=columns, rows=[_cells(figure, roles) for figure in figures])


def _row(figure: KeyFigure, roles: Mapping[str, str], first: tuple[Clock, Promise] | None, words: Words, *, at: datetime) -> Row:
    status = _status(figure, at=at)
    label, url = _step(figure.name, first, words)
    return Row(
        name=figure.name,
        url=reverse("keyfigures:figure_detail", args=[figure.uuid]),
        stage=str(Stage(figure.stage).label),
        roles=_roles(figure, roles),
        areas=_areas(figure),
        spoken=_spoken(figure, words.today, is_today=status == "attention"),
        status=status,
        step=label,
        step_url=url,
    )


def _status(figure: KeyFigure, *, at: datetime) -> str:
    due: datetime = figure.contact_due  # type: ignore[attr-defined]  # annotated by with_rhythm
    if due < at:
        return "late"
    return "attention" if local_date(due) == local_date(at) else ""


def _spoken(figure: KeyFigure, today: date, *, is_today: bool) -> str:
    last = figure.last_quiet_contact_on
    if last is None:
        ago = _("Not spoken to yet")
    elif last == today:
        ago = _("Today")
    elif (today - last).days < _IN_DAYS:
        ago = ngettext("%(days)d day ago", "%(days)d days ago", (today - last).days) % {"days": (today - last).days}
    else:
        weeks = rhythm.weeks_since(last, today)
        ago = ngettext("%(weeks)d week ago", "%(weeks)d weeks ago", weeks) % {"weeks": weeks}
    return _("%(ago)s, call today") % {"ago": ago} if is_today else ago


def _next_steps(figures: Iterable[KeyFigure], municipality: Municipality, *, at: datetime) -> dict[int, tuple[Clock, Promise]]:
    """Member → the promise to her that matters first."""
    kinds = [kind for kind in promises.with_task({"keyfigures.manage"}) if kind not in _NOT_IN_A_LIST]
    members = [figure.member_id for figure in figures]
    calendar = calendar_of(municipality)
    clocks = Clock.objects.open().filter(waiter__in=members, municipality=municipality, kind__in=kinds).order_by("due_at", "pk")
    open_ones = sorted(((clock, promise_of(clock, calendar, at)) for clock in clocks), key=lambda one: place(one[1]), reverse=True)
    return {clock.waiter_id: (clock, promise) for clock, promise in open_ones if clock.waiter_id is not None}  # the first of each is written last


def _step(name: str, first: tuple[Clock, Promise] | None, words: Words) -> tuple[str, str]:
    """What is due is a link that does it; what comes is a sentence."""
    task = promises.named(first[0].kind).task if first else None
    if first is None or task is None:
        return "", ""
    clock, promise = first
    if promise.state in {"late", "today"}:
        verb = task.title if clock.kind == deadlines.CONTACT else task.button  # "Call Jona"; "Answer Jona"
        return verb % {"name": called(name)}, task.url(clock.subject)
    return _("%(what)s, %(day)s") % {"what": task.what, "day": words.day_only(promise.due_date)}, ""


def _cells(figure: KeyFigure, roles: Mapping[str, str]) -> list[str | date | None]:
    contact = figure.contact_person.name if figure.contact_person else ""
    stage = str(Stage(figure.stage).label)
    return [figure.name, stage, figure.stage_since, _roles(figure, roles), _areas(figure), contact, figure.joined_on, figure.last_quiet_contact_on]


def _roles(figure: KeyFigure, names: Mapping[str, str]) -> str:
    return ", ".join(name for code, name in names.items() if code in figure.network_roles)


def _areas(figure: KeyFigure) -> str:
    return ", ".join(sorted(area.name for area in figure.areas.all()))
