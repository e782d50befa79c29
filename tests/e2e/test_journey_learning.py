"""From what came out to what becomes of it: an improvement, shared back to who was asked, done, and told again in the next round."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from evaluations import deadlines
from evaluations.models.sheet import Response
from notifications import delivery
from terms import clocks
from terms.clocks import NewPromise
from tests.e2e.visitors import DESK, KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.factories.evaluations import EvaluationFactory, ParticipantFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
BETTER, HEARD, BECAME = "Wij bellen binnen een week terug.", "U wacht te lang op een antwoord.", "Sinds deze maand belt elke week iemand."


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor, KeyboardVisitor], ids=["phone", "no-javascript", "keyboard"])
def test_from_what_was_heard_to_what_became_of_it(enter, waterveen, marieke, robin, kind):
    at, week = timezone.now(), timedelta(days=7)
    days = {"opens_on": timezone.localdate(at) - 5 * week, "opened_at": at - 5 * week}
    now = EvaluationFactory(municipality=waterveen, owner=marieke, title="Najaar", state="closed", closed_at=at - week, counted_at=at - week, **days)
    ParticipantFactory(evaluation=now, member=robin.member)
    Response.objects.create(evaluation=now, group="key_figures", asked=20, answered=12)
    clocks.start_all([NewPromise(kind=deadlines.SHARE_BACK, subject=now.uuid, owner=marieke, waiter=None)], municipality=waterveen, at=at - week)
    official, she = enter(marieke, kind=kind, screen=DESK), enter(robin.member, kind=kind)

    she.go(reverse("more"))
    she.link("Wat is er met onze antwoorden gedaan?")
    she.link("Najaar")
    she.reads("staat hier wat wij hoorden")

    official.go(reverse("evaluations:result", args=[now.uuid]))
    official.link("Hier een verbeteractie van maken")
    official.fill("Wat wordt er beter?", BETTER)
    official.fill("Waarom?", "Twaalf mensen wachtten te lang.")
    official.button("Op de lijst zetten")
    official.reads("Afspraken komen wij na.")
    official.go(reverse("evaluations:evaluation_detail", args=[now.uuid]))
    official.link("Vertellen wat je hoorde")
    official.fill("Wat hoorden jullie?", HEARD)
    official.fill("Wat doen jullie ermee?", "Wij bellen sneller terug.")
    official.choose(BETTER)
    official.button("Bekijk het")
    official.reads(HEARD, BETTER, "12 van de 20 sleutelfiguren gaven antwoord.")
    she.go(reverse("evaluations:shared_detail", args=[now.uuid]))
    she.does_not_read(HEARD)
    official.button("Delen met iedereen die gevraagd was")

    delivery.deliver_waiting(at=timezone.now() + timedelta(days=1))
    body = next(each.body for each in mail.outbox if each.to == [robin.member.user.email])
    assert HEARD not in body
    she.go(re.search(r"https?://[^/]+(/\S*onze-antwoorden/\S+)", body).group(1))
    she.reads("Dit hoorden wij, dit doen wij", HEARD, BETTER)

    official.go(reverse("evaluations:improvement_list"))
    official.link(BETTER)
    official.fill("Wat is ervan geworden?", BECAME)
    official.button("Het is klaar")
    official.reads(BECAME)

    following = EvaluationFactory(municipality=waterveen, owner=marieke, title="Voorjaar", state="open", **days)
    ParticipantFactory(evaluation=following, member=robin.member)
    she.go(reverse("evaluations:shared_list"))
    she.link("Voorjaar")
    she.reads("Wat is er geworden van wat wij eerder vertelden?", BETTER, BECAME)
