"""A message as a mail: neutral subject, one sentence, a link. Nothing of what it is about."""

from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from notifications import kinds
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
            {"sentence": kinds.named(m.kind).sentence, "link": settings.BASE_URL + kinds.named(m.kind).link(m)}
            for m in messages
        ]
        context = {
            "items": items,
            "municipality": first.municipality,
            "preferences": settings.BASE_URL + reverse("notifications:preferences") if first.recipient else "",
            "language": _language(first),
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
    return mail
