"""Two real threads, each with a connection of its own, held back until both are ready."""

from uuid import uuid4

import pytest

from evaluations.actions import NotPossible
from evaluations.actions import question as questions
from evaluations.actions import questionnaire as lists
from evaluations.actions import version as versions
from evaluations.models.questionnaire import Question, Questionnaire, Version
from evaluations.shipped import SURVEY
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.evaluations import published_version
from tests.factories.keyfigures import AT
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def marieke():
    return MembershipFactory(coordinator=True, municipality=MunicipalityFactory(name="Waterveen", slug="waterveen"))


@pytest.fixture
def draft(marieke):
    return versions.begin(published_version(marieke.municipality).questionnaire, by=marieke, at=AT)


def outcome(act):
    try:
        act()
    except NotPossible:
        return "told"
    return "done"


def both(first, second):
    return sorted(at_once(lambda: outcome(first), lambda: outcome(second)))


def test_a_list_of_ours_that_two_take_over_at_once_is_one_list(marieke):
    at_once(*[lambda: lists.take_over(SURVEY, by=marieke, at=AT, submission=uuid4())] * 2)
    assert Questionnaire.objects.count() == 1
    assert Version.objects.count() == 1
    assert Question.objects.count() == 23


def test_two_who_begin_a_version_at_once_get_the_same_draft(marieke):
    row = published_version(marieke.municipality).questionnaire
    at_once(*[lambda: versions.begin(row, by=marieke, at=AT)] * 2)
    assert list(row.versions.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_of_two_who_write_one_question_at_once_one_is_told(marieke, draft):
    question = draft.questions.first()
    wrote = both(*[lambda words=words: questions.change(question, by=marieke, edits=1, words={"nl": words}, help={}) for words in ("Van de een.", "Van de ander.")])
    assert wrote == ["done", "told"]
    assert Version.objects.get(pk=draft.pk).edits == 2


def test_nothing_slips_into_a_version_that_is_published_at_once(marieke, draft):
    section = draft.sections.get()
    happened = both(
        lambda: versions.publish(draft, by=marieke, at=AT, edits=1),
        lambda: questions.add(section, by=marieke, edits=1, kind="open", words={"nl": "Nog iets?"}, help={}),
    )
    version = Version.objects.get(pk=draft.pk)
    assert happened == ["done", "told"]
    assert version.questions.count() == (2 if version.published_at else 3)
