"""From inviting people to an answer from the link of the mail, on the phone, without JavaScript and by keyboard; each page is read by axe."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from meetings.models.attendance import Attendee
from notifications import delivery
from tests.e2e.visitors import DESK, KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.factories.meetings import MeetingFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor, KeyboardVisitor], ids=["phone", "no-javascript", "keyboard"])
def test_invited_answered_by_the_link_and_told_what_she_needs(enter, waterveen, marieke, robin, kind):
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, starts_at=timezone.now() + timedelta(days=20), places=10)
    at_marieke, at_stranger, at_robin = enter(marieke, kind=kind, screen=DESK), enter(kind=kind), enter(robin.member, kind=kind)

    at_marieke.go(f"/bijeenkomsten/{meeting.uuid}/")
    at_marieke.link("Nodig mensen uit")
    at_marieke.button("Kies alle sleutelfiguren")
    at_marieke.button("Verstuur de uitnodigingen")
    at_marieke.reads("Robin", "De mail is nog niet verstuurd")

    delivery.deliver_waiting(at=timezone.now() + timedelta(days=1))
    link = re.search(r"https?://[^/]+(/bijeenkomsten/uitnodiging/\S+)", mail.outbox[-1].body).group(1)
    at_stranger.go(link)
    at_stranger.reads("voor Robin", "Buurthuis De Sluis")
    at_stranger.button("Ja, ik kom")
    at_stranger.reads("U komt. Uw plek is voor u bewaard.")

    at_robin.go(f"/bijeenkomsten/{meeting.uuid}/")
    at_robin.link("Zeg wat u nodig hebt om te kunnen komen")
    at_robin.choose("Hulp met de reis")
    at_robin.button("Vertel het")
    at_robin.go("/bijeenkomsten/in-mijn-agenda/")
    at_robin.button("Maak mijn adres")
    at_robin.reads("Het adres is geheim")

    at_marieke.go(f"/bijeenkomsten/{meeting.uuid}/nodig/")
    at_marieke.reads("Robin")
    at_stranger.go(f"/bijeenkomsten/uitnodiging/{Attendee.objects.get().uuid}/antwoord/")
    at_stranger.button("Dit ben ik niet")
    at_stranger.reads("Deze link werkt niet meer")
    at_stranger.go(link)
    at_stranger.reads("Deze link werkt niet")
    at_marieke.go(f"/bijeenkomsten/genodigde/{Attendee.objects.get().uuid}/")
    at_marieke.reads("Iemand anders heeft de link")
    at_marieke.button("Stuur een nieuwe uitnodiging")
    at_marieke.reads("De mail is nog niet verstuurd")
