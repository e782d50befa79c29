import subprocess
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from approach import vision_paper
from tests.factories.approach import GoalFactory, VisionFactory, adopted_vision
from tests.papers import facts_of, words_on


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


def structure_of(pdf):
    return subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, check=True, capture_output=True).stdout.decode()


def test_everything_that_was_written_stands_on_it(waterveen):
    row = VisionFactory(municipality=waterveen, organisations=["youth"], roles=["mediate"], links="Jeugdnota 2025")
    GoalFactory(vision=row, text="De visie blijft jong.", indicator="approach.vision_months", target=Decimal(24))

    words = words_on(vision_paper.pdf_of(row))

    for told in (
        "Waterveen", "Een concept: dit is nog door niemand vastgesteld.", row.problem, row.goal, row.way, row.who, row.functions, row.limits, "jongerenwerk",
        "bemiddelen als de spanning stijgt", "Jeugdnota 2025", "De visie blijft jong.", "ten hoogste 24 maanden", "Uiterlijk vrijdag 31 december 2027",
        "Hele maanden sinds de dag waarop de geldende visie is vastgesteld",
    ):
        assert " ".join(told.split()).lower() in words.lower(), told


def test_it_says_who_adopted_it_and_when_it_is_looked_at_again(waterveen):
    words = words_on(vision_paper.pdf_of(adopted_vision(waterveen, adopted_on=date(2026, 1, 26), review_on=date(2028, 1, 26))))

    assert "Vastgesteld op 26 januari 2026 door de raad, document 2026-12." in words
    assert "uiterlijk woensdag 26 januari 2028 opnieuw bekeken" in words


def test_it_is_tagged_with_its_title_and_its_headings(waterveen):
    row = adopted_vision(waterveen)
    pdf = vision_paper.pdf_of(row)

    facts = facts_of(pdf)
    assert (facts["Tagged"], facts["Title"]) == ("yes", "Visie op het werken met sleutelfiguren, versie 1")
    structure = structure_of(pdf)
    assert structure.count("H2") == 7
    assert b"/Lang(nl)" in pdf


def test_a_sub_goal_whose_figure_is_gone_is_told_and_breaks_nothing(waterveen):
    row = VisionFactory(municipality=waterveen)
    GoalFactory(vision=row, indicator="oud.cijfer", target=Decimal(10))

    assert "Het cijfer dat dit liet zien, bestaat niet meer (oud.cijfer)" in words_on(vision_paper.pdf_of(row))
