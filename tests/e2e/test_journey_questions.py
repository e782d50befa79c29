"""A list of questions: begun with ours, changed, seen as respondents will, published; and the next version while a colleague writes too."""

import pytest
from django.urls import reverse

from evaluations.actions import question as question_actions
from evaluations.actions import version as version_actions
from evaluations.models.questionnaire import Question, Version
from tests.e2e.visitors import KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import SectionFactory, published_version
from tests.factories.keyfigures import AT

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor, KeyboardVisitor], ids=["phone", "no-javascript", "keyboard"])
def test_from_a_list_of_ours_to_one_that_can_be_asked(enter, marieke, kind):
    she = enter(marieke, kind=kind)
    she.go(reverse("evaluations:questionnaire_list"))
    she.link("Vragen aan sleutelfiguren")
    she.reads("Voorstel van Sleutelfiguren")
    she.button("Neem over")
    she.reads("Versie 1 is een concept")

    she.link_in("In uw eigen woorden", "Voeg vraag toe")
    she.link("Eén antwoord uit een lijst")
    she.fill("Wat vraag je?", "Hoe houdt u het liefst contact?")
    she.fill("Antwoord 1", "Bellen")
    she.button("Voeg vraag toe")
    she.reads("Schrijf minstens twee antwoorden.")
    she.fill("Antwoord 2", "Mailen")
    she.button("Voeg vraag toe")
    she.reads("De vraag staat erin.")
    she.button("Omhoog Hoe houdt u het liefst contact?")
    she.reads("De volgorde is veranderd.")

    she.link("Bekijk als invuller")
    she.reads("Ik weet wat de gemeente met het netwerk wil bereiken.")
    she.go(reverse("evaluations:version_detail", args=[Version.objects.get().uuid]))
    she.link("Stel vast")
    she.button("Stel vast")
    she.reads("Versie 1 is vastgesteld")
    she.link("Bekijk op papier")
    she.reads("Kruis aan wat past.")


def test_two_who_write_at_once_lose_nothing(enter, waterveen, marieke):
    pim = MembershipFactory(coordinator=True, municipality=waterveen, user__name="Pim Bos")
    she = enter(marieke)
    she.go(reverse("evaluations:shipped_detail", args=["mirror"]))
    she.button("Neem over")
    question = Question.objects.get(words__nl="Mijn rol is mij duidelijk.")
    she.go(reverse("evaluations:question_edit", args=[question.uuid]))
    question_actions.change(question, by=pim, edits=1, words={"nl": "Mijn rol is helder."}, help={})
    she.fill("Wat vraag je?", "Ik weet wat mijn rol is.")
    she.button("Bewaar vraag")
    she.reads("Een collega was je voor", "Mijn rol is helder.")
    she.button("Bewaar vraag")
    she.reads("De vraag is veranderd.", "Ik weet wat mijn rol is.")


def test_every_page_of_a_draft_fits_a_narrow_screen_also_from_right_to_left(enter, waterveen, marieke):
    choices = [{"code": "a", "words": {"nl": "Ja", "ar": "نعم"}}, {"code": "b", "words": {"nl": "Nee", "ar": "لا"}}]
    version = published_version(waterveen, {"kind": "one", "choices": choices}, {"kind": "open"}, {"kind": "ten"}, {"kind": "several", "choices": choices})
    draft = version_actions.begin(version.questionnaire, by=marieke, at=AT)
    version_actions.speak(draft, by=marieke, edits=1, languages=["ar"])
    first, second = draft.sections.get(), SectionFactory(version=draft, position=2)
    she = enter(marieke, screen={"width": 320, "height": 640})
    question = question_actions.add(second, by=marieke, edits=2, kind="scale", words={"nl": "Ik voel mij gehoord."}, help={})
    earlier = draft.questions.get(kind="one")
    pages = {"questionnaire_detail": version.questionnaire, "questionnaire_copy": version.questionnaire, "section_edit": first, "question_new": first, "question_edit": question}
    pages |= dict.fromkeys(["version_detail", "version_languages", "version_publish", "version_drop", "version_preview", "version_paper", "section_new"], draft)
    addresses = [reverse(f"evaluations:{name}", args=[row.uuid]) for name, row in pages.items()]
    when = reverse("evaluations:question_when", args=[question.uuid])
    preview, paper = (reverse(f"evaluations:{name}", args=[draft.uuid]) for name in ("version_preview", "version_paper"))
    for address in (*addresses, when, f"{when}?vraag={earlier.identity}", f"{preview}?taal=ar", f"{paper}?taal=ar", reverse("evaluations:questionnaire_new")):
        she.go(address)
        assert she.page.url.endswith(address)
