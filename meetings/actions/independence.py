"""A chair says each year that she is independent, takes it back when it is no longer so, and is asked for it before her first meeting of a year."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.roles import FROM_OUTSIDE, is_from_outside
from meetings import deadlines
from meetings.actions import NotPossible
from meetings.models.independence import IndependenceDeclaration
from meetings.models.meeting import Meeting
from meetings.notices import TO_ORGANISER
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.days import ONE_DAY, local_date
from terms.models import Clock

AHEAD = timedelta(weeks=6)  # nobody is asked earlier: a year further nobody knows for whom she works


@transaction.atomic
def declare(
    meeting: Meeting, *, by: Membership, at: datetime, not_employed: bool, not_paid_otherwise: bool, no_seat: bool, own_words: str = "",
) -> IndependenceDeclaration:
    """For the year of this meeting, which she leads. All three or nothing. Sent twice it is one; the first one stays."""
    _check_leads(meeting, by)
    if not is_from_outside(by.roles):
        raise NotPossible(_("You also have another role in this municipality. So you are not an independent chair here."))
    if not (not_employed and not_paid_otherwise and no_seat):
        raise NotPossible(_("You can only declare this when all three are true."))
    declared, _is_new = IndependenceDeclaration.objects.get_or_create(
        chair=by, year=meeting.year,
        defaults={
            "municipality": by.municipality, "not_employed": True, "not_paid_otherwise": True, "no_seat": True, "own_words": own_words, "declared_at": at,
        },
    )
    for subject in _asked(by, year=declared.year):
        clocks.keep(subject, at=at, kinds=[deadlines.DECLARATION])
    return declared


@transaction.atomic
def take_back(meeting: Meeting, *, by: Membership) -> None:
    """It is not true any more, or she wants to say it in other words. Who is invited reads that there is none."""
    _check_leads(meeting, by)
    IndependenceDeclaration.objects.of(by).of_year(meeting.year).delete()


def ask_all(*, at: datetime) -> None:
    """Who leads a meeting soon and did not declare for its year, owes it the day before; who does not lead it any more owes nothing."""
    soon = Meeting.objects.ahead(at).filter(starts_at__gt=at, starts_at__lte=at + AHEAD, chair__roles=list(FROM_OUTSIDE))
    owing = Clock.objects.open().filter(kind=deadlines.DECLARATION)
    chairs = {*soon.without_declaration().values_list("chair", flat=True), *owing.values_list("owner", flat=True)}
    for chair in Membership.objects.filter(pk__in=chairs).select_related("user", "municipality").order_by("pk"):
        _ask(chair, soon.filter(chair=chair).without_declaration().order_by("starts_at"), at=at)


@transaction.atomic
def _ask(chair: Membership, meetings: Iterable[Meeting], *, at: datetime) -> None:
    """For the first meeting of each year. One at a time for one chair."""
    Membership.objects.select_for_update().get(pk=chair.pk)
    first: dict[int, Meeting] = {}
    for meeting in meetings if chair.is_active_on(local_date(at)) else ():
        first.setdefault(meeting.year, meeting)
    wanted = {meeting.uuid: meeting for meeting in first.values()}
    asked = set(Clock.objects.open().filter(kind=deadlines.DECLARATION, owner=chair).values_list("subject", flat=True))
    for subject in asked - set(wanted):
        clocks.end(subject, at=at, kinds=[deadlines.DECLARATION])
    new = [meeting for uuid, meeting in wanted.items() if uuid not in asked]
    clocks.start_all([_promise(meeting, chair) for meeting in new], municipality=chair.municipality, at=at)
    for meeting in new:
        path = reverse("meetings:declaration", args=[meeting.uuid])
        tell(TO_ORGANISER, to=chair, subject=chair.uuid, because=f"declaration {meeting.year}", path=path, at=at)


def _promise(meeting: Meeting, chair: Membership) -> NewPromise:
    return NewPromise(kind=deadlines.DECLARATION, subject=meeting.uuid, owner=chair, waiter=None, due_on=_day_before(meeting))


def _asked(chair: Membership, *, year: int) -> list[UUID]:
    """The meetings of that year for which she was asked."""
    asked = Clock.objects.open().filter(kind=deadlines.DECLARATION, owner=chair).values_list("subject", flat=True)
    return [meeting.uuid for meeting in Meeting.objects.filter(uuid__in=list(asked)) if meeting.year == year]


def _day_before(meeting: Meeting) -> date:
    return local_date(meeting.starts_at) - ONE_DAY


def _check_leads(meeting: Meeting, by: Membership) -> None:
    if meeting.chair_id != by.pk or not by.may("meetings.chair"):
        raise PermissionDenied
