"""A municipality that begins: the lessons are its checklist, the first step leads to the vision, and once that is adopted the next step comes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.e2e.visitors import DESK, KeyboardVisitor, ScriptlessVisitor
from tests.factories.approach import adopted_vision

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
LIST = reverse("approach:lesson_list")


def title(she):
    return she.page.get_by_role("heading", level=1).inner_text()


def primary(she):
    """What stands on the filled buttons, without what only a screen reader hears."""
    return [each.split("\n")[0].strip() for each in she.page.locator("main .utrecht-button-link--primary-action").all_inner_texts()]


@pytest.mark.parametrize("kind", [KeyboardVisitor, ScriptlessVisitor])
def test_a_new_municipality_begins_with_the_lessons_and_goes_on_when_its_vision_is_adopted(enter, marieke, kind):
    marieke_here = enter(marieke, kind=kind, screen=DESK)
    marieke_here.go("/")
    marieke_here.link("Lessen")
    assert title(marieke_here) == "Hier begin je"
    assert primary(marieke_here) == ["Schrijf de visie"]

    marieke_here.link("Schrijf de visie")
    expect(marieke_here.page.get_by_role("button", name="Begin met de visie")).to_be_visible()

    adopted_vision(marieke.municipality, by=marieke, adopted_on=timezone.localdate())
    marieke_here.go(LIST)

    assert title(marieke_here) == "Eén van de zeventien lessen is op koers"
    assert primary(marieke_here) == ["Leg het besluit vast"]


def test_a_lesson_is_set_aside_and_taken_up_again_on_a_phone(enter, marieke):
    she = enter(marieke)
    she.go(LIST)
    she.link("Contact als er niets aan de hand is")
    she.link("Verander de grens, of zet de les opzij")
    she.open("Zet deze les een tijd opzij")
    she.fill("Waarom telt deze les nu niet mee?", "We beginnen pas in de herfst.")
    she.fill("Op welke dag kijk je er opnieuw naar?", (timezone.localdate() + timedelta(days=60)).isoformat())
    she.button("Zet opzij")
    expect(she.page.locator("main")).to_contain_text("Opzij gezet")

    she.link("Verander de grens, of zet de les opzij")
    she.button("Laat weer meetellen")

    expect(she.page.locator("main")).to_contain_text("Telt weer mee")
