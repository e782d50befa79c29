"""What is kept of evaluations is there on its last day and gone on the next."""

from datetime import timedelta

import pytest

from audit.models import Entry
from evaluations.actions import erasing as words
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import OpenAnswer, Participant
from keyfigures.actions import erasing
from tests.factories.evaluations import EvaluationFactory, ImprovementFactory, ParticipantFactory
from tests.factories.keyfigures import AT

DAY = timedelta(days=1)


@pytest.fixture
def closed(waterveen, marieke):
    """Closed on 9 June 2026."""
    return EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, closed_at=AT)


def test_who_was_asked_goes_a_year_after_closing(closed):
    ParticipantFactory(evaluation=closed, has_answered=None)

    erasing.erase_expired(at=AT + 364 * DAY)
    assert Participant.objects.exists()
    erasing.erase_expired(at=AT + 365 * DAY)

    assert not Participant.objects.exists()
    assert Evaluation.objects.exists()


def test_answers_in_own_words_go_a_year_after_closing_with_a_proof_without_content(closed, marieke):
    OpenAnswer.objects.create(evaluation=closed, group="key_figures", identity="5d4a1a86-6b38-4a8f-8a63-8c9c1f1f0c11", text="Bel ons vaker terug.")

    assert words.erase_words(at=AT + 365 * DAY) == 0
    assert words.erase_words(at=AT + 365 * DAY + timedelta(minutes=1)) == 1

    assert not OpenAnswer.objects.exists()
    proof = Entry.objects.get(verb="evaluations.words_erased")
    assert proof.numbers == {"rows": 1}
    assert "terug" not in str(vars(proof))


def test_an_evaluation_goes_after_five_years_with_all_that_belongs_to_it(closed):
    improvement = ImprovementFactory(evaluation=closed)

    erasing.erase_expired(at=AT + 1824 * DAY)
    assert Evaluation.objects.exists()
    erasing.erase_expired(at=AT + 1825 * DAY)

    assert not Evaluation.objects.exists()
    assert not type(improvement).objects.exists()


def test_one_that_is_open_stays_however_old(waterveen, marieke):
    EvaluationFactory(municipality=waterveen, owner=marieke, opened=True)

    erasing.erase_expired(at=AT + 4000 * DAY)

    assert Evaluation.objects.exists()
