"""What this app tells people by mail: that something waits, never what. Every message leads to a page behind log-in."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.deputies import stand_in
from accounts.models import Membership
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.models import Message
from notifications.outbox import Notice, enqueue
from signals.models import ConcernReport, ReportEvent
from terms.days import local_date

RECEIPT = "signals.receipt"
NEW_REPORT = "signals.new_report"
NEW_CONTACT = "signals.new_contact"
MESSAGE = "signals.message"
FEEDBACK = "signals.feedback"
REPORTER_NEWS = "signals.reporter_news"
REVIEW = "signals.review"
RETURNED = "signals.returned"
HANDED_OVER = "signals.handed_over"
ACCESS = "signals.access"
EMERGENCY = "signals.emergency"
EMERGENCY_TOLD = "signals.emergency_told"
PURGE_SOON = "signals.purge_soon"

# To a key figure her telephone may say no more than this: who looks over her shoulder learns nothing.
_TO_REPORTER = _("The municipality has something for you. Log in to read it.")
SENTENCES = {
    RECEIPT: _("Your message has arrived. Log in to read what we promise you."),
    NEW_CONTACT: _TO_REPORTER,
    MESSAGE: _TO_REPORTER,
    FEEDBACK: _TO_REPORTER,
    NEW_REPORT: _("Something new came in for you. Log in to take it on."),
    REPORTER_NEWS: _("Somebody answered you. Log in to read it."),
    REVIEW: _("A colleague asks you to read along."),
    RETURNED: _("A colleague gave something back to you."),
    HANDED_OVER: _("A colleague handed something over to you."),
    ACCESS: _("A colleague asks you to read along."),
    EMERGENCY: _("Somebody used emergency access. Please look at the log."),
    EMERGENCY_TOLD: _TO_REPORTER,
    PURGE_SOON: _("A text that you work with is erased in three working days."),
}
AT_ONCE = {RECEIPT, EMERGENCY}  # she is waiting for it; and a privacy officer must know


def register() -> None:
    kinds.register(
        *(NoticeKind(kind=kind, sentence=sentence, quiet=kind not in AT_ONCE, still_wanted=_may_still_read) for kind, sentence in SENTENCES.items()),
    )


def _may_still_read(message: Message) -> bool:
    """Who lost access meanwhile is not sent to a page that does not exist for her."""
    if message.kind == EMERGENCY or message.recipient is None or message.subject is None:
        return True
    return ConcernReport.objects.visible_to(message.recipient, at=message.queued_at).filter(uuid=message.subject).exists()


def log_path() -> str:
    return reverse("audit:emergency_list")


def path_of(report: ConcernReport) -> str:
    return reverse("signals:report_detail", args=[report.uuid])


def handler_of(report: ConcernReport, *, at: datetime) -> Membership:
    """The contact person, or who stands in for her today."""
    if report.contact_person is None:
        raise ValueError(report.pk)  # anonymised: nobody is told anything about it any more
    return stand_in(report.contact_person, on=local_date(at))


def notice(kind: str, report: ConcernReport, *, to: Membership, because: ReportEvent | str, path: str = "") -> Notice:
    """`because` names the occasion: the same occasion is told to the same person once."""
    occasion = because if isinstance(because, str) else f"event-{because.pk}"
    return Notice(key=f"{kind}:{report.uuid}:{occasion}", kind=kind, recipient=to, path=path or path_of(report), subject=report.uuid)


def tell_reporter(kind: str, report: ConcernReport, *, because: ReportEvent, at: datetime) -> None:
    if report.reporter is not None:
        enqueue(notice(kind, report, to=report.reporter, because=because), at=at)


def tell_handler(kind: str, report: ConcernReport, *, because: ReportEvent, at: datetime) -> None:
    enqueue(notice(kind, report, to=handler_of(report, at=at), because=because), at=at)
