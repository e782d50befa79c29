"""Finding a date: the organiser asks, a key figure answers from the mail without log-in, the date becomes the meeting, and she says from its mail that she comes."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll
from notifications import delivery
from tests.e2e.visitors import KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import KeyFigureFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


def fill_date(she, number, day):
    row = she.page.get_by_role("group", name=f"Datum {number}")
    for label, value in (("Op welke dag?", day.isoformat()), ("Hoe laat begint het?", "19:30"), ("Hoe laat is het klaar?", "21:30")):
        she._fill(row.get_by_label(label).first, value)


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor, KeyboardVisitor], ids=["phone", "no-javascript", "keyboard"])
def test_from_dates_to_a_meeting(enter, waterveen, marieke, robin, kind):
    KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Sam")
    MembershipFactory(neutral_chair=True, municipality=waterveen, user__name="Joris")
    today = timezone.localdate()
    organiser, she = enter(marieke, kind=kind), enter(kind=kind)

    organiser.go(reverse("meetings:meeting_list"))
    organiser.link("Prik een datum")
    organiser.link("Prik een datum")
    organiser.fill("Hoe heet de bijeenkomst?", "Zomer")
    organiser.button("Haal weg")
    organiser.button("Nog een datum")
    assert organiser.page.get_by_role("group", name="Datum 3").count() == 1
    for number in (1, 2):
        fill_date(organiser, number, today + timedelta(days=20 + number))
    organiser.fill("Wat is de laatste dag om te antwoorden?", (today + timedelta(days=7)).isoformat())
    organiser.button("Vraag iedereen")
    organiser.reads("2 mensen antwoordden nog niet")

    delivery.deliver_waiting(at=timezone.now() + timedelta(days=1))
    by_address = {message.to[0]: re.search(r"https?://[^/]+(/\S+/wanneer/\S+)", message.body).group(1) for message in mail.outbox}
    she.go(by_address[robin.member.user.email])
    she.reads("Robin", "Bent u niet Robin?")
    first, second = DatePoll.objects.get().options.all()
    for option, answer in ((first, "yes"), (second, "if_needed")):
        she._choose(she.page.locator(f"input[name='datum_{option.uuid}'][value='{answer}']"))
    she.button("Bewaar antwoord")
    she.reads("Het antwoord is opgeschreven.")

    organiser.go(reverse("meetings:poll_detail", args=[DatePoll.objects.get().uuid]))
    organiser.reads("1 persoon antwoordde nog niet", "1 kan")
    organiser.link("Kies deze datum")
    organiser.fill("Waar is het?", "De Sluis")
    organiser.button("Kies deze datum")
    organiser.reads("Zomer", "De Sluis")
    assert Meeting.objects.get().starts_at == first.starts_at
    she.page.goto(she.base + by_address[robin.member.user.email])
    she.reads("Deze link werkt niet (meer)")
    she.look()

    delivery.deliver_waiting(at=timezone.now() + timedelta(days=2))
    bodies = [message.body for message in mail.outbox if message.to == [robin.member.user.email]]
    she.go(re.search(r"https?://[^/]+(/bijeenkomsten/uitnodiging/\S+)", bodies[-1]).group(1))
    she.reads("voor Robin", "De Sluis")
    she.button("Ja, ik kom")
    she.reads("U komt.")
