from datetime import UTC, datetime

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection, send_mail

from demo import mailbox
from demo.models import SentMail

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 9, 8, tzinfo=UTC)


def test_mail_is_kept_for_each_recipient_and_goes_nowhere() -> None:
    mail = EmailMultiAlternatives(
        "Er is een nieuw bericht", "Lees het hier", to=["noor@waterveen.example"], bcc=["sam@waterveen.example"],
        connection=get_connection("demo.mailbox.DemoMailbox"),
    )
    mail.attach_alternative("<p>Lees het <a href='/x/'>hier</a></p>", "text/html")

    with mailbox.dated(AT):
        mail.send()

    assert list(SentMail.objects.order_by("pk").values_list("to", "subject", "text", "html", "at")) == [
        (address, "Er is een nieuw bericht", "Lees het hier", "<p>Lees het <a href='/x/'>hier</a></p>", AT)
        for address in ("noor@waterveen.example", "sam@waterveen.example")
    ]


def test_mail_without_html_and_without_a_given_moment_is_kept_as_of_now() -> None:
    before = datetime.now(tz=UTC)

    send_mail("Code", "123456", None, ["kim@waterveen.example"], connection=get_connection("demo.mailbox.DemoMailbox"))

    kept = SentMail.objects.get()
    assert kept.html == ""
    assert before <= kept.at <= datetime.now(tz=UTC)


def test_the_moment_of_the_story_ends_with_its_block() -> None:
    with mailbox.dated(AT):
        pass

    send_mail("Code", "123456", None, ["kim@waterveen.example"], connection=get_connection("demo.mailbox.DemoMailbox"))

    assert SentMail.objects.get().at > AT
