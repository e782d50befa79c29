"""What every step shares: the lock on the report, the check of the process, the event, and the stored first due moment."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Min

from accounts.models import Membership
from signals import sealed_texts, workflow
from signals.models import ConcernReport, ReportEvent
from signals.workflow import REPORT, State, Step, StepNotAllowed
from terms import clocks
from terms.days import local_date
from terms.models import Clock


def locked(report: ConcernReport, *, wait: bool = True) -> ConcernReport | None:
    """The report as it is now, held until the transaction ends. None when somebody else holds it and we do not `wait`."""
    if not _hold(report, wait=wait):
        return None
    return ConcernReport.objects.for_detail().get(pk=report.pk)


def _hold(report: ConcernReport, *, wait: bool = True) -> bool:
    """Lock the row alone. It is read by the next statement: one that waited still joins the people of before."""
    held = ConcernReport.objects.select_for_update(skip_locked=not wait).filter(pk=report.pk)
    return held.values_list("pk", flat=True).first() is not None


def begin(report: ConcernReport, step: Step, *, actor: Membership, at: datetime) -> ConcernReport:
    """Lock the report and check that this member may take this step now.

    Raises StepNotAllowed with who took the last step, and PermissionDenied for who may not see the report or may never take it.
    """
    _hold(report)
    fresh = ConcernReport.objects.visible_to(actor, at=at).for_detail().filter(pk=report.pk).first()
    if fresh is None or not _is_hers(fresh, step, actor):
        raise PermissionDenied
    if not workflow.is_possible(step, fresh.facts):
        raise too_late(fresh, step)
    return fresh


def _is_hers(report: ConcernReport, step: Step, actor: Membership) -> bool:
    """Reporters do what is theirs on their own report; officials the rest, never on their own."""
    is_reporter = report.reporter_id == actor.pk
    if step.permission == REPORT:
        return is_reporter
    return step.permission == "" or (not is_reporter and actor.may(step.permission))


def may_handle(report: ConcernReport, member: Membership, *, at: datetime) -> bool:
    """Somebody who handles reports in this municipality today, and not about herself."""
    is_other = member.municipality_id == report.municipality_id and member.pk != report.reporter_id
    return is_other and member.may(workflow.HANDLE) and member.is_active_on(local_date(at))


def too_late(report: ConcernReport, step: Step, *, sentence: str = "") -> StepNotAllowed:
    """Why the step cannot be taken now, with who took the last one and when."""
    problem = StepNotAllowed(step, state=report.state, sentence=sentence)
    last = report.events.exclude(actor=None).select_related("actor__user").order_by("-pk").first()
    if last is not None and last.actor is not None:
        problem.by, problem.by_pk, problem.at = last.actor.name, last.actor.pk, last.at
    return problem


def move(report: ConcernReport, step: Step, *, actor: Membership | None, at: datetime, detail: str = "") -> ReportEvent:
    """Write the event and the state after the step. The caller saves the report by `finish`."""
    before = State(report.state)
    report.state = step.moves[before]
    return ReportEvent.objects.create(
        report=report, step=step.name, from_state=before, to_state=report.state, actor=actor, at=at, detail=detail,
    )


def note_event(report: ConcernReport, name: str, *, actor: Membership | None, at: datetime, detail: str = "") -> ReportEvent:
    """An event that moves nothing."""
    return ReportEvent.objects.create(
        report=report, step=name, from_state=report.state, to_state=report.state, actor=actor, at=at, detail=detail,
    )


def finish(report: ConcernReport, *fields: str) -> None:
    """Save the state, these fields, and when the first open promise is due."""
    report.next_due_at = None if report.is_ended else Clock.objects.open().about(report.uuid).aggregate(first=Min("due_at"))["first"]
    report.save(update_fields=["state", "next_due_at", *fields])


def erase(report: ConcernReport, *, at: datetime) -> None:
    """Every text goes now, with an answer that still waited for a colleague. A proof stays."""
    report.feedbacks.waiting().update(returned_at=at)
    sealed_texts.proofs([(report, sealed_texts.purge(report, at=at))], at=at)


def wake(report: ConcernReport, *, at: datetime) -> None:
    """Let the promises run again, when they stood still."""
    if report.is_paused:
        clocks.resume_all(report.uuid, at=at)
        report.paused_at = None
