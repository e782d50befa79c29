"""The mail server of the demo: keeps every mail in the database and sends nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from demo.models import SentMail

# The story is told long after it happened: while it is told, mail carries the moment of the story.
_moment: ContextVar[datetime | None] = ContextVar("demo_mail_moment", default=None)


@contextmanager
def dated(at: datetime) -> Iterator[None]:
    """Mail sent inside this block is kept as sent `at`."""
    token = _moment.set(at)
    try:
        yield
    finally:
        _moment.reset(token)


class DemoMailbox(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        at = _moment.get() or timezone.now()
        SentMail.objects.bulk_create(
            SentMail(at=at, to=address, subject=str(mail.subject)[:300], text=str(mail.body), html=_html_of(mail))
            for mail in email_messages
            for address in mail.recipients()
        )
        return len(email_messages)


def _html_of(mail: EmailMessage) -> str:
    alternatives = mail.alternatives if isinstance(mail, EmailMultiAlternatives) else []
    return next((str(content) for content, mimetype in alternatives if mimetype == "text/html"), "")
