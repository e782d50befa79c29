"""Evaluations that follow from how often a municipality wants to hold them, and changing how often that is.

Level-triggered: it asks how it stands now, so it does not matter how long the scheduler stood still.
"""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Membership, Municipality
from evaluations import deadlines
from evaluations.actions import planning
from evaluations.kinds import Kind, State, Use
from evaluations.models.evaluation import Evaluation, EvaluationRhythm
from evaluations.models.questionnaire import Version
from evaluations.rhythm import Standing
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from terms.calendar import calendar_of
from terms.days import local_date
from ui.words import month_in_words


@transaction.atomic
def set_months(months: Mapping[str, int], *, by: Membership) -> None:
    """Months between two of a kind; 0: only when somebody plans one. What is planned already stays as it is."""
    if not by.may("evaluations.manage"):
        raise PermissionDenied
    for kind in Kind:
        EvaluationRhythm.objects.update_or_create(municipality=by.municipality, kind=kind, defaults={"months": months.get(kind, 0)})


def months_of(municipality: Municipality) -> dict[str, int]:
    """Its own numbers, else ours. One statement."""
    own = EvaluationRhythm.objects.of_municipality(municipality).values_list("kind", "months")
    return {**deadlines.MONTHS, **dict(own)}


def standings_of(municipality: Municipality) -> dict[str, Standing]:
    """How it stands with each kind. Two statements."""
    rows = list(Evaluation.objects.filter(municipality=municipality).exclude(state=State.CANCELLED).values_list("kind", "state", "opens_on"))
    begun = [(kind, day) for kind, state, day in rows if state != State.PLANNED]
    first = min((day for _kind, day in begun), default=None)
    return {
        kind: Standing(
            months=months, last=max((day for each, day in begun if each == kind), default=None), since=first,
            has_next=any(each == kind and state in {State.PLANNED, State.OPEN} for each, state, _day in rows),
        )
        for kind, months in months_of(municipality).items()
    }


def follow_all(*, at: datetime) -> int:
    """Plans what is due in every municipality where somebody holds evaluations; returns how many. Each in a transaction of its own."""
    planned, holders = 0, Membership.objects.active_on(local_date(at)).with_permission("evaluations.manage").order_by("pk")
    first = {each.municipality_id: each for each in holders.select_related("municipality", "user").order_by("-pk")}
    for owner in first.values():
        with translation.override("nl"):
            planned += _follow(owner, at=at)
    return planned


def ready_on(municipality: Municipality, at: datetime) -> date:
    """The first day on which one that is planned now can open: there is time to prepare it."""
    calendar = calendar_of(municipality)
    return calendar.add(local_date(at), calendar.working_days(deadlines.PREPARE, deadlines.WORKING_DAYS[deadlines.PREPARE]))


@transaction.atomic
def _follow(owner: Membership, *, at: datetime) -> int:
    """The lock on the municipality: two schedulers plan one."""
    municipality = Municipality.objects.select_for_update().get(pk=owner.municipality_id)
    standings = standings_of(municipality)
    if not any(each.months and not each.has_next for each in standings.values()):
        return 0
    ready = ready_on(municipality, at)
    due = [kind for kind, standing in standings.items() if standing.is_to_be_planned(ready) and _is_ripe(kind, standing, municipality)]
    for kind in due:
        _plan(kind, standings[kind].opens_on(ready), _keeper(owner, kind, on=local_date(at)), at=at)
    return len(due)


def _is_ripe(kind: str, standing: Standing, municipality: Municipality) -> bool:
    """The first of all is a survey, as soon as enough people take part to show what came out. The others follow after their months."""
    if standing.expected is not None:
        return True
    active = KeyFigure.objects.filter(municipality=municipality, stage=Stage.ACTIVE)
    return kind == Kind.SURVEY and active.count() >= deadlines.FEWEST_ANSWERS


def _keeper(owner: Membership, kind: str, *, on: date) -> Membership:
    """Who held the last one, while she works here; else who works longest on it."""
    last = Evaluation.objects.filter(municipality=owner.municipality_id, kind=kind).select_related("owner__user", "owner__municipality").order_by("-pk").first()
    return last.owner if last is not None and last.owner.is_active_on(on) and last.owner.may("evaluations.manage") else owner


def _plan(kind: str, opens_on: date, owner: Membership, *, at: datetime) -> Evaluation:
    closes_on = calendar_of(owner.municipality).add(opens_on, deadlines.ANSWER_DAYS)
    title = _("%(kind)s, %(month)s") % {"kind": Kind(kind).label, "month": month_in_words(opens_on)}
    questions = {
        Kind.SURVEY: {"questions": _newest(owner, Use.SURVEY), "mirror": _newest(owner, Use.MIRROR)}, Kind.PLAN: {"questions": _newest(owner, Use.PLAN)},
    }.get(Kind(kind), {})
    return planning.put(kind=kind, owner=owner, submission=uuid4(), at=at, title=title, opens_on=opens_on, closes_on=closes_on, **questions)


def _newest(owner: Membership, use: str) -> Version | None:
    """What was published last for this; none: the coordinator chooses while she prepares."""
    versions = Version.objects.published().filter(municipality=owner.municipality_id, questionnaire__use=use, questionnaire__put_away_at=None)
    return versions.order_by("-published_at", "-pk").first()
