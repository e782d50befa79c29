from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from approach.models.vision import Goal, Vision
from approach.presentation.difference import parts

TODAY = date(2026, 6, 9)
ONE, TWO = uuid4(), uuid4()
texts = st.text(alphabet="abc \n", max_size=40)


def goal(identity, text, **other):
    return Goal(**{"identity": identity, "text": text, "measure": "Wij tellen zelf.", "position": 1, "by_date": date(2027, 1, 1), **other})


def told(old, new, *, old_goals=(), new_goals=()):
    return parts(old, new, old_goals=old_goals, new_goals=new_goals, today=TODAY)


def without(kind, part):
    return "".join(piece.text for piece in part.pieces if piece.kind != kind)


@given(texts, texts)
def test_both_texts_can_be_read_back_from_what_differs(before, after):
    found = told(Vision(problem=before), Vision(problem=after))

    if before == after:
        assert found == []
    else:
        assert [(each.name, without("in", each), without("out", each)) for each in found] == [("problem", before, after)]


def test_what_stayed_the_same_is_not_shown():
    same = {"goal": "Rust.", "form": "structural", "roles": ["mediate"], "organisations": ["youth"]}

    assert told(Vision(**same), Vision(**same)) == []


def test_choices_are_compared_in_the_words_of_the_screen():
    old = Vision(form="structural", roles=["mediate"], organisations=["youth", "care"])
    new = Vision(form="none", roles=["mediate", "prevent"], organisations=["youth", "care"])

    found = told(old, new)

    assert [each.title for each in found] == ["Vorm van de samenwerking", "Rollen van sleutelfiguren"]
    assert without("in", found[0]) == "Een blijvend netwerk: sleutelfiguren ontmoeten ook elkaar"
    assert without("out", found[1]) == "Bemiddelen als de spanning stijgt, activiteiten om radicalisering te voorkomen"


def test_a_sub_goal_is_new_changed_or_taken_away_by_what_it_is_and_not_by_its_words():
    kept, gone, came = goal(ONE, "Eerst."), goal(TWO, "Weg."), goal(uuid4(), "Weg.")
    changed = goal(ONE, "Later.", measure="", indicator="approach.vision_months", target=Decimal(24))

    found = told(Vision(), Vision(), old_goals=[kept, gone], new_goals=[changed, came])

    assert [(each.title, each.state) for each in found] == [("Subdoel 1", "Gewijzigd"), ("Subdoel 2", "Nieuw"), ("Subdoel 3", "Weggehaald")]
    assert "Eerst." in without("in", found[0])
    assert "ten hoogste 24 maanden" in without("out", found[0])


def test_another_order_of_the_same_sub_goals_is_no_difference():
    one, two = goal(ONE, "Eerst."), goal(TWO, "Dan.")

    assert told(Vision(), Vision(), old_goals=[one, two], new_goals=[two, one]) == []


@pytest.fixture(autouse=True)
def dutch():
    from django.utils import translation

    with translation.override("nl"):
        yield
