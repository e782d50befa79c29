"""What could not be delivered, told to the administrators once a day."""

from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from accounts.roles import Role
from notifications import kinds
from notifications.models import Message, State
from notifications.outbox import Notice, enqueue
from terms.days import local_date

SUMMARY = "notifications.failures"
LATE = timedelta(hours=6)


def register_kinds() -> None:
    kinds.register(kinds.NoticeKind(kind=SUMMARY, sentence=_("Some messages could not be delivered. Please look at the list.")))


def send_summary(*, at: datetime) -> int:
    """Promise each administrator concerned one message a day while something failed; returns how many failed."""
    failed = Message.objects.filter(state=State.FAILED, queued_at__gte=at - timedelta(days=7)).exclude(kind=SUMMARY)
    stuck = Message.objects.filter(state__in=[State.WAITING, State.CLAIMED], not_before__lt=at - LATE).exclude(kind=SUMMARY)
    municipalities = set(failed.values_list("municipality_id", flat=True)) | set(stuck.values_list("municipality_id", flat=True))
    if not municipalities:
        return 0
    key, path = f"failures:{local_date(at).isoformat()}", reverse("admin:notifications_message_changelist") + "?state__exact=failed"
    administrators = Membership.objects.active_on(local_date(at)).with_role(Role.ADMINISTRATOR)
    notices = [
        Notice(key=key, kind=SUMMARY, recipient=member, path=path)
        for member in administrators.filter(municipality_id__in=[m for m in municipalities if m])
    ]
    notices += [Notice(key=key, kind=SUMMARY, recipient=None, address=address, path=path) for address in settings.ADMIN_EMAILS]
    enqueue(*notices, at=at)
    return failed.count() + stuck.count()
