"""The questions after meetings, over the last ones: of few people nothing, and nothing that tells what one person said."""

from datetime import timedelta

import pytest
from django.urls import reverse

from evaluations.presentation import pulse as words
from meetings.models.pulse import PulseAnswer, PulseQuestion
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import MeetingFactory

SPREAD = [1, 1, 1, 4, 5, 5, 4, 3, 4, 2]  # mean 3.0
HIGHER = [5, 4, 4, 4, 5, 3, 3, 3, 4, 5]  # mean 4.0


def answered(municipality, scores, *, weeks=1, **more):
    meeting = MeetingFactory(municipality=municipality, closed=True, starts_at=AT - timedelta(weeks=weeks))
    given = dict.fromkeys(PulseQuestion.values, scores) | more
    PulseAnswer.objects.bulk_create(
        PulseAnswer(meeting=meeting, question=question, score=score) for question, all_scores in given.items() for score in all_scores
    )
    return meeting


def trend(reader):
    return words.trend_for(reader, at=AT)


def test_what_moved_since_the_time_before_in_words_and_oldest_first_in_the_chart(waterveen, marieke):
    answered(waterveen, SPREAD, weeks=8)
    answered(waterveen, HIGHER)

    found = trend(marieke)

    assert found.words == "Na de bijeenkomst van 2\xa0juni waren de antwoorden gemiddeld 4,0 van 5. De keer ervoor: 3,0."
    assert [column.values for column in found.columns] == [(3.0,), (4.0,)]
    assert [column.told for column in found.columns] == [("3,0",), ("4,0",)]
    assert found.latest[0] == ("Deze bijeenkomst was mijn tijd waard.", "Gemiddeld 4,0 van 5.")


def test_without_answers_there_is_nothing_and_not_those_of_a_neighbour(waterveen, oeverland, marieke):
    answered(oeverland, HIGHER)

    assert trend(marieke) is None


def test_a_question_that_fewer_than_five_answered_is_not_told_and_then_there_is_no_mean(waterveen, marieke):
    answered(waterveen, HIGHER, weeks=8)
    answered(waterveen, HIGHER, safe=[5, 5, 1, 2, None, None])

    found = trend(marieke)

    assert dict(found.latest)["Ik voelde mij veilig om dat te zeggen."] == "Antwoorden: te weinig om te tonen."
    assert [column.values for column in found.columns] == [(4.0,), (None,)]
    assert found.columns[-1].told == ("te weinig om te tonen",)
    assert "4,0" not in found.words


def test_when_all_but_one_say_the_same_it_reads_as_when_all_do(waterveen, oeverland, marieke, neighbour):
    answered(waterveen, [5] * 9 + [1])
    answered(oeverland, [5] * 10)

    assert trend(marieke) == trend(neighbour)


def test_at_most_ten_meetings_and_on_a_phone_every_other_name(waterveen, marieke):
    for weeks in range(1, 13):
        answered(waterveen, HIGHER, weeks=weeks)

    columns = trend(marieke).columns

    assert len(columns) == 10
    assert [bool(column.short) for column in columns] == [False, True] * 5


@pytest.mark.parametrize("role", ["coordinator", "team_lead", "policy_adviser"])
def test_who_may_see_results_sees_it(waterveen, role):
    answered(waterveen, HIGHER)

    assert trend(MembershipFactory(municipality=waterveen, **{role: True})) is not None


@pytest.mark.parametrize("role", ["evaluator", "neutral_chair", "key_figure", "official"])
def test_others_do_not(waterveen, role):
    answered(waterveen, HIGHER)

    assert trend(MembershipFactory(municipality=waterveen, **{role: True})) is None


@pytest.mark.parametrize("meetings", [1, 3])
def test_the_number_of_statements_does_not_grow(waterveen, marieke, meetings, django_assert_num_queries):
    for weeks in range(1, meetings + 1):
        answered(waterveen, HIGHER, weeks=weeks)

    with django_assert_num_queries(1):
        trend(marieke)


def test_it_stands_below_what_was_held_with_a_picture_and_the_same_numbers_in_a_table(client, time_machine, waterveen, marieke):
    time_machine.move_to(AT, tick=False)
    answered(waterveen, SPREAD, weeks=8)
    answered(waterveen, HIGHER)
    address = reverse("evaluations:evaluation_list")

    page = log_in(client, marieke).get(f"{address}?toon=klaar").content.decode()

    assert 'aria-labelledby="pulse-trend-title pulse-trend-words"' in page
    assert '<th role="rowheader" scope="row">2\xa0juni</th><td role="cell" class="sf-num"' in page
    assert "Na bijeenkomsten" not in client.get(address).content.decode()
