"""An extra meeting at a tension, in two steps: when and where, and then whom to invite of those who chose to mediate."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.models.contact import Occasion
from meetings.actions import NotPossible, invitations, planning
from meetings.actions.tension import going_on
from meetings.kinds import Kind
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.tension import Tension, TensionCall
from meetings.querysets.tension import chose_to_mediate


@transaction.atomic
def plan(tension: Tension, *, by: Membership, at: datetime, submission: UUID, starts_at: datetime, ends_at: datetime, place: str, link: str) -> Meeting:
    """Because of an incident: it never counts as a meeting in quiet time. One at a time. Raises NotPossible."""
    row = going_on(tension, by)
    if row.meeting is not None and row.meeting.submission != submission and planning.is_ahead(row.meeting, at):
        raise NotPossible(_("A colleague planned an extra meeting already."))
    row.meeting = planning.plan(
        by=by, at=at, submission=submission, kind=Kind.TENSION, title=_("Extra meeting"), starts_at=starts_at, ends_at=ends_at, occasion=Occasion.INCIDENT,
        place=place, link=link,
    )
    row.save(update_fields=["meeting"])
    return row.meeting


def chosen(tension: Tension) -> list[TensionCall]:
    """Whom it can be: on the list of calls, and still active and willing to mediate. A number is not needed to invite her."""
    calls = TensionCall.objects.of_tension(tension).filter(chose_to_mediate("key_figure__")).with_people()
    return list(calls.order_by("key_figure__member__user__name", "pk"))


def is_ahead(meeting: Meeting | None, at: datetime) -> bool:
    return meeting is not None and meeting.state != MeetingState.CANCELLED and meeting.starts_at > at


@transaction.atomic
def invite(tension: Tension, *, by: Membership, at: datetime, who: Collection[str]) -> int:
    """Those of the list whose call is in `who`; returns how many. Who is invited already is not told again. Raises NotPossible."""
    row = going_on(tension, by)
    if row.meeting is None or not is_ahead(row.meeting, at):
        raise NotPossible(_("There is no extra meeting ahead. Plan one first."))
    members = [call.key_figure.member for call in chosen(row) if str(call.uuid) in who]
    return invitations.invite(row.meeting, members=members, by=by, at=at)
