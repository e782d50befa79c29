"""A message as a mail: neutral subject, one sentence, a link. Nothing of what it is about.

Only an invitation says more, in a part of its own for the calendar of the recipient.
"""

from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from notifications import kinds
from notifications.kinds import CalendarPart
from notifications.models import Message


def _sender(message: Message) -> str:
    name = message.municipality.name if message.municipality else "Sleutelfiguren"
    return formataddr((name, settings.DEFAULT_FROM_EMAIL))


def _language(message: Message) -> str:
    return message.recipient.user.language if message.recipient else message.language or settings.LANGUAGE_CODE


def compose(messages: list[Message]) -> EmailMultiAlternatives:
    """One mail for the messages of one recipient. Its Message-ID follows from the first, so a repeat is recognised."""
    first = messages[0]
    with override(_language(first)):
        items = [
            {"sentence": kind.sentence, "button": kind.button, "link": settings.BASE_URL + kind.link(m)}
            for m, kind in ((m, kinds.named(m.kind)) for m in messages)
        ]
        calendar = kinds.named(first.kind).calendar(first) if len(messages) == 1 else None  # what is bundled is no invitation
        context = {
            "items": items,
            "municipality": first.municipality,
            "preferences": settings.BASE_URL + reverse("notifications:preferences") if first.recipient else "",
            "language": _language(first),
            "has_calendar": calendar is not None,
        }
        mail = EmailMultiAlternatives(
            subject=_("There is a message for you"),
            body=render_to_string("mail/message.txt", context),
            from_email=_sender(first),
            to=[first.recipient.user.email if first.recipient else first.address],
            headers={
                "Message-ID": f"<{first.uuid}@{urlsplit(settings.BASE_URL).hostname}>",
                "Auto-Submitted": "auto-generated",
            },
        )
        mail.attach_alternative(render_to_string("mail/message.html", context), "text/html")
        if calendar is not None:
            _add_calendar(mail, calendar)
    return mail


def _add_calendar(mail: EmailMultiAlternatives, calendar: CalendarPart) -> None:
    """Twice, as the programs want it: Outlook, Google and Thunderbird read the alternative (RFC 6047 2.4), Apple opens the file."""
    mail.attach_alternative(calendar.text.decode(), f"text/calendar; method={calendar.method}")
    mail.attach("invite.ics", calendar.text, "application/ics")
