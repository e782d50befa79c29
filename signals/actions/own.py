"""What a reporter does with her own report, beside talking: rate an answer, ask to open it again, withdraw it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from signals import notices
from signals.actions.moving import begin, erase, finish, locked, move, too_late
from signals.actions.talking import say
from signals.models import ConcernReport, Feedback, Rating
from signals.workflow import ASK_REOPEN, GIVE_FEEDBACK, WITHDRAW
from terms import clocks


@transaction.atomic
def rate(feedback: Feedback, *, actor: Membership, at: datetime, helped: str, in_time: bool) -> Rating:
    """Did this answer help, and was it in time? Once per answer; StepNotAllowed the second time."""
    report = locked(feedback.report)
    if report is None or report.reporter_id != actor.pk or feedback.given_at is None:
        raise PermissionDenied
    if Rating.objects.filter(feedback=feedback).exists():
        raise too_late(report, GIVE_FEEDBACK, sentence=_("You answered this already. Thank you."))
    return Rating.objects.create(feedback=feedback, helped=helped, in_time=in_time, at=at)


@transaction.atomic
def ask_reopen(report: ConcernReport, *, actor: Membership, at: datetime, reason: str) -> None:
    """A request: the reporting point decides, and answers."""
    fresh = begin(report, ASK_REOPEN, actor=actor, at=at)
    event = move(fresh, ASK_REOPEN, actor=actor, at=at)
    say(fresh, reason, author=actor, at=at)
    fresh.reopen_requested_at = fresh.changed_at = at
    finish(fresh, "reopen_requested_at", "changed_at")
    notices.tell_handler(notices.REPORTER_NEWS, fresh, because=event, at=at)


@transaction.atomic
def withdraw(report: ConcernReport, *, actor: Membership, at: datetime) -> None:
    """Every text is erased and every promise ends; who handled it is told. Cannot be undone."""
    fresh = begin(report, WITHDRAW, actor=actor, at=at)
    event = move(fresh, WITHDRAW, actor=actor, at=at)
    clocks.end(fresh.uuid, at=at)
    erase(fresh, at=at)
    fresh.paused_at, fresh.closed_at, fresh.changed_at = None, at, at
    finish(fresh, "paused_at", "closed_at", "changed_at")
    notices.tell_handler(notices.REPORTER_NEWS, fresh, because=event, at=at)
