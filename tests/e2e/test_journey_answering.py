"""Answering questions about the cooperation: by the link of the mail on a phone, stopped halfway and gone on, and by a code on paper."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from evaluations import links
from evaluations.actions import counting
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Outcome, Participant, Sheet
from tests.e2e.visitors import KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.evaluations.test_answering import open_now
from tests.evaluations.test_sheet import two_pages
from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import GuestFactory, ParticipantFactory
from tests.factories.keyfigures import KeyFigureFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
HEARD, MEETINGS, BEGIN = "Ik voel mij gehoord.", "Wanneer komen wij bij elkaar?", "Waar moeten wij mee beginnen?"


@pytest.fixture
def survey(waterveen, marieke):
    days = {"kind": "several", "words": {"nl": MEETINGS}, "choices": [{"code": "a", "words": {"nl": "Overdag"}}, {"code": "b", "words": {"nl": "In de avond"}}]}
    return open_now(waterveen, marieke, two_pages(waterveen, {"words": {"nl": HEARD}}, days, {"kind": "open", "words": {"nl": BEGIN}}))


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor, KeyboardVisitor], ids=["phone", "no-javascript", "keyboard"])
def test_from_the_link_to_thanks_with_a_stop_halfway(enter, survey, robin, kind):
    row, she = ParticipantFactory(evaluation=survey, member=robin.member), enter(kind=kind)

    she.go(links.answer_link(row))
    she.reads("Vragen voor Robin", "Niemand kan zien wie wat antwoordt")
    she.link("Begin")
    she.choose_in(HEARD, "Oneens")
    she.button("Volgende stap")
    she.page.context.clear_cookies(name="asked")  # as when the browser was closed
    she.page.goto(she.page.url)
    she.reads("Open de link in de laatste mail opnieuw")
    she.go(links.answer_link(row))
    she.link("Ga verder")
    assert she.page.get_by_role("group", name=HEARD).get_by_label("Oneens", exact=True).is_checked()
    she.button("Volgende stap")
    she.choose_in(MEETINGS, "In de avond")
    she.button("Volgende stap")
    she.fill(BEGIN, "Met het plein.")
    she.button("Volgende stap")
    she.reads("Klopt dit?", "Oneens", "In de avond", "Met het plein.")
    she.button("Verstuur zonder naam")
    she.reads("De antwoorden zijn binnen")

    she.go(links.answer_link(row))
    she.reads("Er is niets veranderd")
    assert Sheet.objects.count() == 1


def test_a_code_is_printed_typed_on_a_phone_and_typed_in_from_paper(enter, waterveen, survey, marieke, robin):
    for name in ("Noor", "Sam", "Bo", "Kim"):
        ParticipantFactory(evaluation=survey, member=KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name=name).member)
    ParticipantFactory(evaluation=survey, member=robin.member)
    neutral = MembershipFactory(evaluator=True, municipality=waterveen, user__name="Esther")
    GuestFactory(evaluation=survey, member=neutral, part="paper", until=timezone.localdate())
    coordinator, she, outsider = enter(marieke), enter(), enter(neutral)

    coordinator.go(reverse("evaluations:evaluation_detail", args=[survey.uuid]))
    coordinator.link("Codes afdrukken")
    for name in ("Robin", "Noor", "Sam", "Bo", "Kim"):
        coordinator.choose(name)
    coordinator.button("Codes maken")
    coordinator.reads("Druk deze pagina nu af", "Robin")
    mine, *others = coordinator.page.locator("main .sf-h2").all_inner_texts()

    she.go(reverse("evaluations:answer_code"))
    she.fill("Code op het papier", "ABCDE FGHJK")
    she.button("Vragen openen")
    she.reads("Deze code kennen wij niet")
    she.fill("Code op het papier", mine.lower())
    she.button("Vragen openen")
    she.link("Begin")
    she.choose_in(HEARD, "Eens")
    for _page in range(3):
        she.button("Volgende stap")
    she.button("Verstuur zonder naam")
    she.reads("De antwoorden zijn binnen")

    outsider.go(reverse("evaluations:evaluation_detail", args=[survey.uuid]))
    outsider.link("Papier overtypen")
    for each in others:
        outsider.fill("Code op het papier", each)
        outsider.choose_in(HEARD, "Eens")
        outsider.button("Verstuur dit papier")
        outsider.reads("Dit papier is binnen")

    Evaluation.objects.filter(pk=survey.pk).update(state="closed", closed_at=timezone.now() - timedelta(hours=3))
    counting.count_all(at=timezone.now())
    assert Outcome.objects.get().counts == {"1": 0, "2": 0, "3": 0, "4": 5, "5": 0, "x": 0}
    assert set(Participant.objects.values_list("has_answered", flat=True)) == {None}
