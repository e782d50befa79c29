"""What can be done with an evaluation before it opens and while it is open; when the next ones come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from evaluations import deadlines
from evaluations.actions.rounds import remind_on
from evaluations.kinds import Group, Kind, State
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.models.sheet import Participant
from evaluations.presentation.evaluation import Step
from evaluations.rhythm import Standing
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from ui.phrases import Words
from ui.words import month_in_words

ROUNDED_TO = 5  # how many answered is told in steps, so that nobody sees one person answer


@dataclass(frozen=True, kw_only=True)
class ByItself:
    """`lines`: what the clock does, in sentences. `prepare_url`: where she says that it is ready, as long as that waits."""

    lines: Sequence[str]
    prepare_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One kind in the calendar of evaluations."""

    kind: str
    last: str
    next: str
    rhythm: str
    url: str = ""


def step(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Step | None:  # noqa: ARG001  as of every step
    """Questions first: without them a survey does not open."""
    if evaluation.kind != Kind.SURVEY or evaluation.state != State.PLANNED or evaluation.questions_id or not reader.may("evaluations.manage"):
        return None
    return Step(label=_("Choose the questions"), url=reverse("evaluations:evaluation_edit", args=[evaluation.uuid]))


def by_itself(evaluation: Evaluation, *, reader: Membership, at: datetime) -> ByItself | None:
    """For who holds evaluations. At most two statements."""
    if not reader.may("evaluations.manage") or evaluation.state not in {State.PLANNED, State.OPEN}:
        return None
    can_be_ready = evaluation.state == State.PLANNED and (evaluation.kind != Kind.SURVEY or evaluation.questions_id is not None)
    waits = can_be_ready and Clock.objects.open().about(evaluation.uuid).filter(kind=deadlines.PREPARE).exists()
    lines = _lines(evaluation, at)
    if not lines and not waits:
        return None
    return ByItself(lines=lines, prepare_url=reverse("evaluations:evaluation_prepared", args=[evaluation.uuid]) if waits else "")


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Sequence[tuple[str, str]] | None:  # noqa: ARG001  as of every part
    """Links for who holds evaluations, until it is closed."""
    if not reader.may("evaluations.manage") or evaluation.state not in {State.PLANNED, State.OPEN}:
        return None
    pages = [(_("Cancel the evaluation"), "evaluations:evaluation_cancel")]
    if evaluation.state == State.PLANNED:
        pages = [(_("Change the evaluation"), "evaluations:evaluation_edit"), *pages]
    return [(label, reverse(route, args=[evaluation.uuid])) for label, route in pages]


def response(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Sequence[str] | None:  # noqa: ARG001  as of every part
    """How many were asked and, from five on and in steps of five, how many answered. Never who. Two statements."""
    if evaluation.kind != Kind.SURVEY or evaluation.state != State.OPEN or not reader.may("evaluations.manage"):
        return None
    asked = Participant.objects.filter(evaluation=evaluation)
    told = []
    for group, label in ((Group.KEY_FIGURES, _("Key figures")), (Group.OFFICIALS, _("Officials"))):
        number, answered = asked.filter(group=group).count(), asked.filter(group=group, has_answered=True).count()
        if number:
            told.append(_("%(group)s: %(progress)s") % {"group": label, "progress": _progress(number, answered)})
    return told or [_("Nobody takes part yet, so nobody was asked.")]


def guests(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Mapping[str, object] | None:
    """Who from outside helps, for who holds evaluations; what she does herself, for a guest. One statement."""
    words, today = Words(local_date(at)), local_date(at)
    rows = Guest.objects.filter(evaluation=evaluation).for_names()
    if reader.may("evaluations.manage"):
        lines = [_guest(row, words, today) for row in rows]
        is_over = evaluation.state in {State.SHARED, State.CANCELLED}
        if is_over and not lines:
            return None
        return {"lines": lines, "new_url": "" if is_over else reverse("evaluations:guest_new", args=[evaluation.uuid])}
    own = [_own(row, words) for row in rows if row.member_id == reader.pk]
    return {"own": own} if own else None


def calendar_lines(standings: Mapping[str, Standing], planned: Mapping[str, Evaluation], *, opens: bool, ready: date, today: date) -> list[Line]:
    """Per kind: when the last one was, when the next one comes, and how often. `opens`: whether the reader may open what is planned. No statement."""
    return [_line(kind, standing, planned.get(kind), opens=opens, ready=ready, today=today) for kind, standing in standings.items()]


def _line(kind: str, standing: Standing, planned: Evaluation | None, *, opens: bool, ready: date, today: date) -> Line:
    words = Words(today)
    if planned is not None and planned.state == State.OPEN:
        following = _("Open now: %(title)s") % {"title": planned.title}
    elif planned is not None:
        following = _("%(day)s: %(title)s") % {"day": words.day_only(planned.opens_on), "title": planned.title}
    elif standing.expected is not None:
        following = _("About %(month)s") % {"month": month_in_words(max(standing.expected, ready))}
    elif standing.months and kind == Kind.SURVEY:
        following = _("As soon as five key figures take part")
    elif standing.months:
        following = _("After the first questions to the network")
    else:
        following = _("When you plan one")
    return Line(
        kind=str(Kind(kind).label), last=words.day_only(standing.last) if standing.last else _("Not held yet"), next=following, rhythm=_rhythm(standing.months),
        url=reverse("evaluations:evaluation_detail", args=[planned.uuid]) if planned and opens else "",
    )


def _rhythm(months: int) -> str:
    if not months:
        return _("Only when you plan one")
    if months % 12 == 0:
        return ngettext("Every year", "Every %(years)d years", months // 12) % {"years": months // 12}
    return ngettext("Every month", "Every %(months)d months", months) % {"months": months}


def _lines(evaluation: Evaluation, at: datetime) -> list[str]:
    """What the clock does, and when."""
    words = Words(local_date(at))
    if evaluation.kind != Kind.SURVEY:
        return [_("You can begin on the first day. Nobody is asked anything by itself.")] if evaluation.state == State.PLANNED else []
    lines = []
    if evaluation.state == State.PLANNED and evaluation.questions_id is None:
        return [_("It does not open before you choose the questions.")]
    if evaluation.state == State.PLANNED:
        asked = _("all active key figures, and the officials who work with them") if evaluation.mirror_id else _("all active key figures")
        lines.append(_("It opens by itself on %(day)s and asks %(people)s.") % {"day": words.day_only(evaluation.opens_on), "people": asked})
    if evaluation.reminded_at is None:
        remind = remind_on(evaluation, calendar_of(evaluation.municipality))
        lines.append(_("Who did not answer gets one reminder, on %(day)s.") % {"day": words.day_only(remind)})
    closes = _("It closes by itself after %(day)s. Who is answering at that moment can still send for two hours.")
    return [*lines, closes % {"day": words.day_only(evaluation.closes_on)}]


def _progress(asked: int, answered: int) -> str:
    told = answered - answered % ROUNDED_TO
    if not told:
        words = ngettext(
            "%(asked)d person was asked. How many answered is shown from five on.",
            "%(asked)d people were asked. How many answered is shown from five on.", asked,
        )
        return words % {"asked": asked}
    return _("%(asked)d people were asked, at least %(answered)d answered.") % {"asked": asked, "answered": told}


def _own(row: Guest, words: Words) -> str:
    return _("You: %(part)s, until and including %(day)s.") % {"part": row.get_part_display(), "day": words.day_only(row.until)}


def _guest(row: Guest, words: Words, today: date) -> dict[str, str]:
    until = _("until and including %(day)s") if row.until >= today else _("ended on %(day)s")
    return {
        "text": f"{row.member.name}: {row.get_part_display()}, {until % {'day': words.day_only(row.until)}}",
        "url": reverse("evaluations:guest_end", args=[row.uuid]) if row.until >= today else "",
    }
