"""The page of one key figure: the same for who works with her and for herself."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from audit.models import Entry
from keyfigures import deadlines
from terms import clocks
from terms.clocks import NewPromise
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import KeyFigureFactory


@pytest.fixture
def now():
    return timezone.now()


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def seen_by(member, figure):
    return log_in(Client(), member).get(f"/sleutelfiguren/{figure.uuid}/")


def own(figure):
    return log_in(Client(), figure.member).get("/mijn/")


def promise(kind, figure, owner, at, subject=None):
    new = NewPromise(kind=kind, subject=subject or uuid4(), owner=owner, waiter=figure.member)
    return clocks.start_all([new], municipality=figure.municipality, at=at)


def test_the_coordinator_reads_who_she_is_what_is_promised_and_that_she_sees_the_same(robin, marieke, now):
    promise(deadlines.HELP_FIRST_ANSWER, robin, marieke, now)
    page = text(seen_by(marieke, robin))

    assert "<h1 class=\"sf-h1\">Robin</h1>" in page
    assert "Actief sinds januari 2026." in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "Robin ziet deze pagina precies zo." in page
    assert "Beloften aan Robin" in page
    assert "Antwoord Robin" in page


def test_she_reads_the_same_promises_without_the_buttons(robin, marieke, now):
    promise(deadlines.HELP_FIRST_ANSWER, robin, marieke, now)
    page = text(own(robin))

    assert "Marieke ziet deze pagina precies zo." in page
    assert "U krijgt antwoord op uw vraag" in page
    assert "Antwoord Robin" not in page


def test_what_the_coordinator_may_not_know_stands_on_neither(robin, marieke, annemarie, now):
    promise(deadlines.COMPLAINT, robin, annemarie, now)
    promise(deadlines.DATA_REQUEST, robin, annemarie, now)
    promise("signals.first_feedback", robin, annemarie, now)

    for page in (text(seen_by(marieke, robin)), text(own(robin))):
        assert "Er staat geen belofte open." in page
        assert "Anne-Marie" not in page


def test_each_look_is_written_down_but_not_her_own(robin, marieke):
    seen_by(marieke, robin)
    own(robin)

    assert list(Entry.objects.values_list("actor", "verb", "subject")) == [(marieke.pk, "keyfigures.seen", robin.uuid)]


def test_nobody_else_finds_the_page(robin, sam, annemarie, neighbour, waterveen):
    official = MembershipFactory(official=True, municipality=waterveen)

    for other in (sam.member, robin.member, annemarie, neighbour, official):
        assert seen_by(other, robin).status_code == 404


def test_an_official_has_no_page_of_her_own_as_key_figure(marieke):
    assert log_in(Client(), marieke).get("/mijn/").status_code == 404


@pytest.mark.parametrize("trait", ["interested", "introduction", "agreeing", "paused", "ended"])
def test_every_stage_has_its_sentence(waterveen, marieke, trait):
    figure = KeyFigureFactory(municipality=waterveen, contact_person=marieke, **{trait: True})
    sentence = {
        "interested": "Liet belangstelling weten op", "introduction": "Het kennismakingsgesprek", "agreeing": "De afspraken worden nu gemaakt.",
        "paused": "Pauze sinds", "ended": "Gestopt op",
    }[trait]

    assert sentence in text(seen_by(marieke, figure))


def test_a_name_is_text_and_no_html(waterveen, marieke):
    figure = KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="<b>O'Brien</b> علي")

    assert "&lt;b&gt;O&#x27;Brien&lt;/b&gt; علي" in text(seen_by(marieke, figure))


def test_a_candidate_has_no_share_button_and_a_key_figure_has(waterveen, marieke, robin):
    candidate = KeyFigureFactory(municipality=waterveen, contact_person=marieke, introduction=True)

    assert "/meldingen/zorg-delen/" in text(own(robin))
    assert "/meldingen/zorg-delen/" not in text(own(candidate))
    assert "/meldingen/zorg-delen/" not in text(log_in(Client(), candidate.member).get("/"))
    assert "/meldingen/" not in text(log_in(Client(), candidate.member).get("/meer/"))
