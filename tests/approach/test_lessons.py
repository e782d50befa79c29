"""The catalogue of lessons: every bullet of the text of the toolkit is found back, and every page that a lesson leads to is there."""

from collections import Counter

import pytest
from django.urls import reverse

from accounts.roles import PERMISSIONS, Role
from approach import lessons
from approach.kinds import Standing
from approach.lessons import LESSONS, Phase
from approach.models.lesson import LessonSetting
from indicators.registry import named
from tests.factories.accounts import MembershipFactory, log_in

# "Geleerde lessen Sleutelfiguren": each bullet, by how it begins, and the lesson in which it is found.
BULLETS = {
    "Het is belangrijk om eerst een heldere visie achter de aanpak": "vision",
    "Op welk maatschappelijk vraagstuk/probleem biedt het opzetten": "vision",
    "Wat wil de gemeente via de samenwerking met sleutelfiguren bereiken": "vision",
    "Welke personen en/of organisaties moeten bij de aanpak betrokken": "vision",
    "Welke rollen en functies vervullen deze personen": "vision",
    "Meedenken met de beleidsvorming over preventie radicalisering": "roles",
    "Interveniëren of bemiddelen bij oplopende spanningen": "roles",
    "Het leveren van een bijdrage aan het voorkomen van radicalisering": "roles",
    "Signaleren, delen en bespreken van zorgen over radicalisering": "roles",
    "Het creëren van bestuurlijk draagvlak voor de samenwerking": "support",
    "Verbinders, vertegenwoordigers, resultaatgerichte doeners en kritische denkers": "people",
    "Personen met diverse culturele, religieuze en professionele achtergronden": "people",
    "Het maken van heldere afspraken over het doel van de aanpak": "agreements",
    "Het inrichten van een eenduidig proces voor het melden van zorgelijke signalen": "concerns",
    "Het blijvend bouwen aan vertrouwen": "trust",
    "Het onderhouden van structureel contact": "contact",
    "Het regelmatig organiseren van bijeenkomsten": "meetings",
    "Het organiseren van wederkerigheid": "giving",
    "Het (publiekelijk) erkennen en waarderen": "thanks",
    "Periodiek reflecteren op en evalueren": "learning",
    "Bespreek vooraf welk proces wordt gevolgd": "ending",
    "Zorgen voor behoud van bestuurlijk draagvlak": "accounting",
    "Blijvend aandacht houden voor de werving": "joining",
    "Aandacht hebben en behouden voor de bejegening en diversiteit": "treatment",
    "Initiatieven die vanuit de gemeenschap komen": "initiatives",
}
# Handed in by apps that are being built.
COMING_ROUTES: set[str] = set()
STEPS = sorted({(step.route, step.permission) for each in LESSONS for step in (each.look, each.step, each.begin) if step is not None})


def test_every_bullet_of_the_text_is_found_in_its_lesson():
    assert Counter(BULLETS.values()) == {each.code: len(each.bullets) for each in LESSONS}


def test_there_are_four_lessons_of_the_start_and_thirteen_of_doing_it():
    assert Counter(each.phase for each in LESSONS) == {Phase.START: 4, Phase.DOING: 13}


def test_who_begins_finds_every_lesson_once_in_the_order_of_its_moments():
    places = [list(lessons.MOMENTS).index(each.moment) for each in lessons.in_order()]

    assert sorted(lessons.ORDER) == sorted(each.code for each in LESSONS)
    assert places == sorted(places)


def test_every_lesson_has_words_for_each_way_in_which_it_can_stand():
    assert all(set(each.words) == set(Standing) for each in LESSONS)


def test_a_code_fits_its_column():
    assert max(len(each.code) for each in LESSONS) <= LessonSetting._meta.get_field("lesson").max_length


@pytest.mark.parametrize("route", sorted({route for route, _permission in STEPS} - COMING_ROUTES))
def test_every_page_that_a_lesson_leads_to_exists(route):
    assert reverse(route)


@pytest.mark.parametrize(("route", "permission"), [each for each in STEPS if each[0] not in COMING_ROUTES])
def test_who_is_shown_a_step_may_open_its_page(client, waterveen, route, permission):
    readers = [role for role in Role.values if {"approach.read", permission} <= PERMISSIONS[role]]

    assert readers
    for role in readers:
        page = log_in(client, MembershipFactory(municipality=waterveen, roles=[role])).get(reverse(route), follow=True)
        assert page.status_code == 200, (role, route)


def test_every_figure_that_falls_short_has_a_threshold_by_which_it_does():
    judging = [each.code for lesson in LESSONS for each in lesson.beside if each.short]

    assert not [code for code in judging if named(code) is not None and named(code).threshold is None]
