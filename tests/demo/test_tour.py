"""The tours of the README: a new concern of Lina, answered by Ilse with Joke's help, read by Lina; a day of the network, and an idea that everybody reads."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from demo.models import SentMail
from initiatives.models.initiative import Initiative
from keyfigures.models.agreement import Agreement, mark_of
from keyfigures.models.figure import KeyFigure
from notifications import delivery
from signals.models import ConcernReport
from tests.demo.conftest import TOLD_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("story")]

SAW = "Op het schoolplein deelde iemand een filmpje waarin iemand een winkel vernielt."
OWN_WORDS = "Ik kom dinsdag bij u langs op school."
PAGES = {
    "gezien": {"saw": SAW},
    "zorg": {"worries": "Twee leerlingen willen het nadoen.", "contradicts": "Zij maakten ook grapjes."},
    "waar": {"where": "Schoolplein", "since": "days", "how_often": "once", "about": "online", "phenomenon": "unknown"},
    "contact": {"reach_how": "phone", "reach_phone": "06 12 00 00 08", "name_may_be_mentioned": "no"},
}


def _as(slug: str) -> Client:
    client = Client(headers={"Accept-Language": "nl"})
    client.post(reverse("demo:log_in_as", args=[slug]))
    return client


def _share_a_concern(lina: Client) -> ConcernReport:
    for page, answers in PAGES.items():
        lina.post(reverse("signals:share_write", args=[page]), {**answers, "go": "next"})
    lina.post(reverse("signals:share_check"))
    return ConcernReport.objects.get(reporter__user__email="lina@waterveen.example")


def _step(client: Client, report: ConcernReport, name: str, **fields: object) -> None:
    answer = client.post(reverse("signals:report_step", args=[report.uuid, name]), fields)
    assert answer.status_code == 302, name


def test_a_newcomer_can_follow_a_report_through_all_roles(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "demo.mailbox.DemoMailbox"
    with time_machine.travel(TOLD_AT, tick=False) as clock:
        lina, ilse, joke = _as("lina"), _as("ilse.bakker"), _as("joke.smit")
        report = _share_a_concern(lina)

        delivery.deliver_waiting(at=TOLD_AT)
        new = SentMail.objects.filter(at=TOLD_AT)
        assert new.filter(to="lina@waterveen.example").count() == 1
        assert new.filter(to="joke.smit@waterveen.example").count() == 1
        assert not new.filter(text__contains="filmpje").exists()

        path = reverse("signals:report_detail", args=[report.uuid])
        assert ilse.get(path)["Location"] == reverse("signals:report_reason", args=[report.uuid])
        ilse.post(reverse("signals:report_reason", args=[report.uuid]), {"reason": "Ik vervang Joke."})
        assert SAW in ilse.get(path).content.decode()
        _step(ilse, report, "take_on")
        _step(ilse, report, "contact", how="phone", on="2026-06-09")
        _step(ilse, report, "give_feedback", sentences=["looked_together"], text=OWN_WORDS)

        assert OWN_WORDS not in lina.get(path).content.decode()
        joke.post(reverse("signals:report_reason", args=[report.uuid]), {"reason": "Ik lees mee."})
        review = reverse("signals:feedback_review", args=[report.uuid, report.feedbacks.get().uuid])
        assert OWN_WORDS in joke.get(review).content.decode()
        joke.post(review, {"decision": "approve"})

        clock.shift(timedelta(minutes=1))
        hers = lina.get(path).content.decode()
        assert OWN_WORDS in hers
        assert "Ik vervang Joke." in hers

        delivery.deliver_waiting(at=TOLD_AT + timedelta(minutes=1))
        assert SentMail.objects.filter(to="lina@waterveen.example", at__gte=TOLD_AT).count() >= 2


def test_a_newcomer_can_follow_a_day_of_the_network(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "demo.mailbox.DemoMailbox"
    with time_machine.travel(TOLD_AT, tick=False):
        marieke, yara, ruud, thijs = _as("marieke.dewit"), _as("yara"), _as("ruud"), _as("thijs.vanleeuwen")
        alex = KeyFigure.objects.get(member__user__email="alex@waterveen.example")
        form = reverse("keyfigures:contact_new", args=[alex.uuid])

        assert f'href="{form}"' in marieke.get("/").content.decode()
        said = {"how": "call", "occasion": "quiet", "topic": "catching_up", "theme": "none", "on": "2026-06-09", "next_step": "meet", "next_on": "2026-06-16"}
        assert marieke.post(form, {**said, "official": str(alex.contact_person.uuid), "submission": str(uuid4())}).status_code == 302
        assert f'href="{form}"' not in marieke.get("/").content.decode()

        waiting = Agreement.objects.in_preparation().get(key_figure__member__user__email="yara@waterveen.example")
        path = reverse("keyfigures:agreement_detail", args=[waiting.uuid])
        assert f'href="{path}"' in yara.get("/").content.decode()
        yara.post(reverse("keyfigures:agreement_confirm", args=[waiting.uuid]), {"words": waiting.her_words, "seen": mark_of(waiting.her_words), "whole": waiting.mark})
        assert KeyFigure.objects.get(pk=waiting.key_figure_id).is_active

        known = ruud.get(reverse("keyfigures:own_data")).content.decode()
        assert "Pim Aalders" in known
        mix = thijs.get(reverse("keyfigures:mix")).content.decode()
        assert "Ruud" not in mix


def test_a_newcomer_can_follow_an_idea_to_the_public_page_and_the_council() -> None:
    with time_machine.travel(TOLD_AT, tick=False):
        noor, robin, marieke, thijs, femke = (_as(slug) for slug in ("noor", "robin", "marieke.dewit", "thijs.vanleeuwen", "femke.visser"))
        given = {"what": "Een middag plantjes ruilen", "for_whom": "Iedereen uit de straat", "needs": "", "submission": str(uuid4())}
        filed = noor.post(reverse("initiatives:initiative_new"), given, follow=True).content.decode()
        assert "U krijgt antwoord uiterlijk" in filed

        row = Initiative.objects.get(proposer__user__email="robin@waterveen.example")
        assert "Mag iedereen over uw idee lezen?" in robin.get("/").content.decode()
        robin.post(reverse("initiatives:public_agree", args=[row.uuid]), {"version": str(row.edits)})
        everybody = Client(headers={"Accept-Language": "nl"}).get(reverse("initiatives:public_initiatives", args=["waterveen"])).content.decode()
        assert "Samen aan tafel" in everybody
        assert "Sporten na school" in everybody
        assert "Robin" not in everybody

        assert "Ideeën uit de gemeenschap" in marieke.get(reverse("approach:lesson_list")).content.decode()
        reports = thijs.get(reverse("approach:report_list"), {"toon": "uit"}).content.decode()
        assert "Wij leren het netwerk kennen." in reports
        sheet = femke.get("/").content.decode()
        assert not any(name in sheet for name in ("Noor", "Robin", "Marieke"))
