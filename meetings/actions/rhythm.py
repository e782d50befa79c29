"""The promises that follow from how often a municipality wants to meet, and changing how often that is.

Level-triggered: each asks how it stands now, so it does not matter how long the scheduler stood still.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from accounts.models import Membership, Municipality
from meetings import deadlines
from meetings.kinds import Kind
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.rhythm import MeetingRhythm
from meetings.querysets.rhythm import DEFAULTS
from meetings.rhythm import Standing
from terms import clocks
from terms.calendar import calendar_of
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock

PROMISES = (deadlines.NEXT_MEETING, deadlines.TOO_LONG_AGO)


def may_set(member: Membership) -> bool:
    return member.may("keyfigures.settings") or member.may("meetings.organise")


@transaction.atomic
def set_targets(per_year: Mapping[str, int], *, by: Membership, at: datetime) -> None:
    """How many of each kind a year; 0: no number is wanted. Holds at once, also for what is promised already."""
    if not may_set(by):
        raise PermissionDenied
    MeetingRhythm.objects.bulk_create([MeetingRhythm(municipality=by.municipality, kind=kind, per_year=0) for kind in Kind], ignore_conflicts=True)
    for row in _locked(MeetingRhythm.objects.of_municipality(by.municipality)):
        MeetingRhythm.objects.filter(pk=row.pk).update(per_year=per_year.get(row.kind, 0))
        _follow(row, at=at)


@transaction.atomic
def follow(municipality: Municipality, *, kinds: set[str], at: datetime) -> None:
    """Something was planned, changed or cancelled: the promises are as they must be now. Within the transaction of what happened."""
    _make_default(municipality)
    for row in _locked(MeetingRhythm.objects.of_municipality(municipality).filter(kind__in=kinds)):
        _follow(row, at=at)


def follow_all(*, at: datetime) -> int:
    """Of every municipality with somebody who organises; returns how many kinds had a promise that began or was kept.

    A constant number of statements for those where nothing changed.
    """
    _make_defaults(at)
    changed = 0
    for row in with_standing(MeetingRhythm.objects.all(), at).order_by("pk").iterator(chunk_size=500):
        if _wanted(standing_of(row), at) == _open_of(row):
            continue
        with transaction.atomic():
            changed += sum(_follow(each, at=at) for each in _locked(MeetingRhythm.objects.filter(pk=row.pk)))
    return changed


def _locked(rows: "QuerySet[MeetingRhythm]") -> list[MeetingRhythm]:
    """Always in the same order, so that two never wait for each other."""
    return list(rows.select_for_update().order_by("pk"))


def _follow(row: MeetingRhythm, *, at: datetime) -> bool:
    """Whether a promise began or was kept. Callers hold the lock on the row."""
    now = with_standing(MeetingRhythm.objects.filter(pk=row.pk), at).select_related("municipality").get()
    standing, promised = standing_of(now), _open_of(now)
    wanted = _wanted(standing, at)
    if gone := promised - wanted:
        _stop(now, gone, standing, at=at)
    due = {kind: _due(kind, standing, now.municipality) for kind in sorted(wanted)}
    _move(now, {kind: due[kind] for kind in wanted & promised}, at=at)
    owner = _owner(now, at) if wanted - promised else None
    if owner is not None:
        new = [NewPromise(kind=kind, subject=now.uuid, owner=owner, waiter=None, due_on=day) for kind, day in due.items() if kind not in promised]
        clocks.start_all(new, municipality=now.municipality, at=at)
    return bool(gone) or owner is not None


def _move(row: Any, due: Mapping[str, date | None], *, at: datetime) -> None:  # noqa: ANN401  a row with its standing
    """Another number a year, or a meeting that was planned meanwhile. What is late stays late, and is not told again."""
    for clock in Clock.objects.open().filter(subject=row.uuid, kind__in=due):
        day, promised = due[clock.kind], local_date(clock.due_at)
        if day is not None and day != promised and (day > promised or promised > local_date(at)):
            clocks.move_all({row.uuid: day}, kind=clock.kind, at=at)


def _stop(row: Any, kinds: set[str], standing: Standing, *, at: datetime) -> None:  # noqa: ANN401  a row with its standing
    """Kept by planning and by meeting; no longer wanted when nothing is wanted any more."""
    if standing.per_year:
        clocks.keep(row.uuid, at=at, kinds=kinds)
    else:
        clocks.end(row.uuid, at=at, kinds=kinds)


def _wanted(standing: Standing, at: datetime) -> set[str]:
    wanted = {deadlines.NEXT_MEETING} if standing.lacks_next else set()
    return wanted | ({deadlines.TOO_LONG_AGO} if standing.is_too_long_ago(local_date(at)) else set())


def _due(kind: str, standing: Standing, municipality: Municipality) -> date | None:
    """None: the working days of the kind. A day that is over becomes today (terms.clocks). What is planned already is the day on which it is kept."""
    if kind == deadlines.NEXT_MEETING or standing.meet_by is None:
        return standing.plan_by
    last = calendar_of(municipality).add(standing.meet_by, deadlines.WORKING_DAYS[deadlines.TOO_LONG_AGO])
    return max(last, standing.next) if standing.next else last


def with_standing(rows: "QuerySet[MeetingRhythm]", at: datetime) -> "QuerySet[Any]":
    """With the last meeting that was held, the next that is planned, and which promises are open."""
    meetings = Meeting.objects.filter(municipality=OuterRef("municipality"), kind=OuterRef("kind")).order_by().values("kind")
    held = meetings.filter(ends_at__lte=at).exclude(state=MeetingState.CANCELLED).annotate(at=Max("starts_at")).values("at")
    ahead = meetings.filter(ends_at__gt=at, state=MeetingState.PLANNED).annotate(at=Min("starts_at")).values("at")
    promised = {kind: Exists(Clock.objects.open().filter(subject=OuterRef("uuid"), kind=kind)) for kind in PROMISES}
    return rows.annotate(
        last_held=Subquery(held), next_planned=Subquery(ahead),
        lacks_next_open=promised[deadlines.NEXT_MEETING], too_long_open=promised[deadlines.TOO_LONG_AGO],
    )


def standing_of(row: Any) -> Standing:  # noqa: ANN401  a row of with_standing
    days = [local_date(moment) if moment else None for moment in (row.last_held, row.next_planned)]
    return Standing(per_year=row.per_year, last=days[0], next=days[1])


def _open_of(row: Any) -> set[str]:  # noqa: ANN401  the same
    return {kind for kind, is_open in zip(PROMISES, (row.lacks_next_open, row.too_long_open), strict=True) if is_open}


def _owner(row: MeetingRhythm, at: datetime) -> Membership | None:
    """Who organised the last of this kind, while she works here; else the first who organises. None: nobody does."""
    here = _organisers(at).filter(municipality=row.municipality_id)
    last = Meeting.objects.filter(municipality=row.municipality_id, kind=row.kind).order_by("-starts_at", "-pk").values("organiser")[:1]
    return here.annotate(is_last=Q(pk__in=Subquery(last))).select_related("user", "municipality").order_by(F("is_last").desc(), "pk").first()


def _organisers(at: datetime) -> "QuerySet[Membership]":
    return Membership.objects.active_on(local_date(at)).with_permission("meetings.organise")


def _make_default(municipality: Municipality) -> None:
    missing = [MeetingRhythm(municipality=municipality, kind=kind, per_year=number) for kind, number in DEFAULTS.items()]
    MeetingRhythm.objects.bulk_create(missing, ignore_conflicts=True)


def _make_defaults(at: datetime) -> None:
    """For each municipality with somebody who organises: our number, until it chooses its own."""
    for kind, number in DEFAULTS.items():
        known = MeetingRhythm.objects.filter(kind=kind, municipality=OuterRef("municipality"))
        new = _organisers(at).filter(~Exists(known)).order_by().values_list("municipality", flat=True).distinct()
        MeetingRhythm.objects.bulk_create([MeetingRhythm(municipality_id=pk, kind=kind, per_year=number) for pk in new], ignore_conflicts=True)
