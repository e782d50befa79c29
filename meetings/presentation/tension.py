"""A tension in words: who calls whom, how it stands as numbers, and what comes after. Never who causes it, nor a list per person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership, Municipality
from audit import verbs
from audit.models import Entry
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation.contact import times_words
from meetings import deadlines
from meetings.actions.tension import KIND
from meetings.kinds import Phase
from meetings.models.tension import CallState, Tension, TensionCall
from meetings.querysets.tension import chose_to_mediate
from terms import tasks
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.presentation import Line
from terms.tasks import TaskRow
from ui.names import called, rest_of
from ui.phrases import Words, time_of, upper_first

NEXT = {
    Phase.SIGNS: (Phase.ACUTE, Phase.AFTERCARE),
    Phase.ACUTE: (Phase.AFTERCARE, Phase.SIGNS),
    Phase.AFTERCARE: (Phase.ACUTE,),
    Phase.OVER: (),
}


@dataclass(frozen=True, kw_only=True)
class Call:
    """Whom to call, with her number and her own words about when. `called` and `rest`: her name on a button, and what is heard after it."""

    call: TensionCall
    name: str
    called: str
    rest: str
    phone: str
    times: str
    state: str
    is_near: bool


@dataclass(frozen=True, kw_only=True)
class Group:
    title: str
    calls: Sequence[Call]


@dataclass(frozen=True, kw_only=True)
class Page:
    """`groups`: who still has to be called, her own first. `settled`: reached or not needed. `unreachable`: who chose to mediate and gave no number."""

    title: str
    lead: str
    groups: Sequence[Group]
    settled: Sequence[Call]
    reached: str
    unreachable: str
    phases: Sequence[tuple[str, str]]
    aftercare: Sequence[TaskRow]
    history: Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Row:
    title: str
    url: str
    due: str
    meta: str


def page(tension: Tension, *, reader: Membership, at: datetime) -> Page:
    """A constant number of statements."""
    rows = list(TensionCall.objects.of_tension(tension).with_people().order_by("key_figure__member__user__name", "pk"))
    near = _near(tension, rows)
    waiting = _waiting(tension)
    told = [_call(each, words=Words(local_date(at)), is_near=each.key_figure_id in near) for each in rows]
    groups = _groups([each for each in told if each.call.pk in waiting], reader)
    aftercare = _aftercare(rows, tension.municipality, at=at)
    return Page(
        title=_title(tension, groups, reader, open_aftercare=len(aftercare)),
        lead=lead(tension, Words(local_date(at))),
        groups=groups,
        settled=[each for each in told if each.call.state in {CallState.REACHED, CallState.LEFT_OUT}],
        reached=reached_words(sum(each.state == CallState.REACHED for each in rows), sum(each.state != CallState.LEFT_OUT for each in rows)),
        unreachable=_unreachable(tension, rows),
        phases=[(phase.value, str(phase.label)) for phase in NEXT[Phase(tension.phase)]],
        aftercare=aftercare,
        history=_history(tension, Words(local_date(at))),
    )


def rows(tensions: Iterable[Tension], *, at: datetime) -> list[Row]:
    words = Words(local_date(at))
    return [
        Row(title=name(each), url=reverse("meetings:tension", args=[each.uuid]), due=_since(each, words), meta=_numbers(each))
        for each in tensions
    ]


def name(tension: Tension) -> str:
    """ "Spanning in de wijk, Noord"."""
    return f"{tension.get_theme_display()}, {tension.area.name}" if tension.area else str(tension.get_theme_display())


def lead(tension: Tension, words: Words) -> str:
    return f"{name(tension)}. {_since(tension, words)}"


def reached_words(reached: int, asked: int) -> str:
    """ "6 van de 9 bereikt"."""
    if not asked:
        return _("Nobody to call")
    return _("%(reached)d of %(asked)d reached") % {"reached": reached, "asked": asked}


def _since(tension: Tension, words: Words) -> str:
    return _("%(phase)s, since %(moment)s.") % {"phase": upper_first(str(Phase(tension.phase).label)), "moment": words.moment(tension.phase_since)}


def _numbers(tension: Any) -> str:  # noqa: ANN401  a row with numbers
    return f"{reached_words(tension.reached, tension.asked)}."


def _title(tension: Tension, groups: Sequence[Group], reader: Membership, *, open_aftercare: int) -> str:
    if tension.ended_at is not None:
        return _("This is over")
    mine = sum(each.call.caller_id == reader.pk for group in groups for each in group.calls)
    others = sum(len(group.calls) for group in groups) - mine
    if mine:
        return ngettext("You call %(number)d person", "You call %(number)d people", mine) % {"number": mine}
    if others:
        return ngettext("Colleagues call %(number)d person", "Colleagues call %(number)d people", others) % {"number": others}
    if open_aftercare:
        return _("Everybody was called. Aftercare is promised")
    return _("Nobody has to be called now")


def _waiting(tension: Tension) -> set[int]:
    return set(TensionCall.objects.of_tension(tension).to_do().values_list("pk", flat=True)) if tension.ended_at is None else set()


def _near(tension: Tension, calls: Sequence[TensionCall]) -> set[int]:
    """Who is active in the area of the tension: they are called first."""
    if tension.area_id is None:
        return set()
    return set(KeyFigure.objects.filter(pk__in=[each.key_figure_id for each in calls], areas=tension.area_id).values_list("pk", flat=True))


def _call(row: TensionCall, *, words: Words, is_near: bool) -> Call:
    figure = row.key_figure
    return Call(
        call=row, name=figure.name, called=called(figure.name), rest=rest_of(figure.name), phone=figure.member.phone, times=times_words(figure),
        state=_state(row, words), is_near=is_near,
    )


def _state(row: TensionCall, words: Words) -> str:
    if row.called_at is None:
        return str(CallState(row.state).label)
    when = time_of(row.called_at) if local_date(row.called_at) == words.today else words.moment(row.called_at)
    if row.state == CallState.REACHED:
        return _("Reached by %(name)s, %(when)s.") % {"name": row.caller.name, "when": when}
    return _("Not reached at %(when)s. Try again.") % {"when": when}


def _groups(calls: Sequence[Call], reader: Membership) -> list[Group]:
    """Of the reader first, then per colleague; who is active in the area on top, who was not reached yet below."""
    by_caller: dict[int, list[Call]] = {}
    for each in sorted(calls, key=lambda each: (each.call.state == CallState.NOT_REACHED, not each.is_near)):
        by_caller.setdefault(each.call.caller_id, []).append(each)
    ordered = sorted(by_caller.items(), key=lambda pair: (pair[0] != reader.pk, pair[1][0].call.caller.name.casefold()))
    return [
        Group(title=_("You call") if pk == reader.pk else _("%(name)s calls") % {"name": hers[0].call.caller.name}, calls=hers) for pk, hers in ordered
    ]


def _unreachable(tension: Tension, calls: Sequence[TensionCall]) -> str:
    """How many chose to mediate and cannot be called; not who."""
    chose = KeyFigure.objects.of_municipality(tension.municipality).filter(chose_to_mediate())
    left = chose.exclude(pk__in=[each.key_figure_id for each in calls]).count()
    if not left or tension.ended_at is not None:
        return ""
    return ngettext(
        "%(number)d person more wants to mediate, but cannot be called: she gave no number, or chose mail or a visit.",
        "%(number)d people more want to mediate, but cannot be called: they gave no number, or chose mail or a visit.", left,
    ) % {"number": left}


def _aftercare(calls: Sequence[TensionCall], municipality: Municipality, *, at: datetime) -> list[TaskRow]:
    clocks = Clock.objects.open().filter(kind=deadlines.AFTERCARE, subject__in=[each.uuid for each in calls]).for_rows()
    return tasks.owed(clocks, calendar_of(municipality), at)


def _history(tension: Tension, words: Words) -> list[tuple[str, str]]:
    entries = Entry.objects.about(KIND, tension.uuid).for_list()
    return [
        (str(verbs.named(each.verb).label), f"{words.moment(each.at)}, {each.actor.name}" if each.actor else words.moment(each.at)) for each in entries
    ]


@dataclass(frozen=True, kw_only=True)
class AftercareCard:
    """`line` is the promise with its clock, None when it is kept or not needed any more."""

    name: str
    phone: str
    times: str
    called: str
    tension_url: str
    line: Line | None


def aftercare_card(call: TensionCall, *, at: datetime) -> AftercareCard:
    figure = call.key_figure
    row = next(iter(_aftercare([call], call.municipality, at=at)), None)
    return AftercareCard(
        name=figure.name, phone=figure.member.phone, times=times_words(figure), called=_state(call, Words(local_date(at))),
        tension_url=reverse("meetings:tension", args=[call.tension.uuid]), line=row.line if row else None,
    )
