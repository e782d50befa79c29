"""Two real threads, each with a connection of its own, held back until both are ready."""

import pytest
from django.db import transaction

from indicators.quarters import Quarter
from keyfigures.actions import background, learning, mix
from keyfigures.models.background import BackgroundAnswer
from keyfigures.models.learning import Enrolment
from keyfigures.models.mix import FrozenMix
from notifications.models import Message
from tests.factories.accounts import MunicipalityFactory
from tests.factories.keyfigures import AT, CourseFactory, KeyFigureFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def waterveen():
    return MunicipalityFactory(name="Waterveen", slug="waterveen")


@pytest.fixture
def figures(waterveen):
    return [KeyFigureFactory(municipality=waterveen, agreeing=True) for _each in range(3)]


def test_the_last_place_is_given_once(waterveen, figures):
    course = CourseFactory(municipality=waterveen, places=1)

    at_once(*(lambda figure=figure: learning.sign_up(course, figure=figure, at=AT) for figure in figures))

    assert sorted(Enrolment.objects.values_list("state", flat=True)) == ["place", "waiting", "waiting"]


def test_two_who_leave_at_once_make_room_for_two_who_are_each_told_once(waterveen, figures):
    course = CourseFactory(municipality=waterveen, places=2)
    waiting = [*figures[2:], KeyFigureFactory(municipality=waterveen, agreeing=True)]
    for figure in [*figures[:2], *waiting]:
        learning.sign_up(course, figure=figure, at=AT)

    at_once(*(lambda figure=figure: learning.leave(course, figure=figure, at=AT) for figure in figures[:2]))

    assert set(Enrolment.objects.filter(state="place").values_list("key_figure", flat=True)) == {figure.pk for figure in waiting}
    assert sorted(Message.objects.values_list("recipient", flat=True)) == sorted(figure.member_id for figure in waiting)


def test_the_mix_is_counted_once_when_two_jobs_count_it(waterveen):
    with transaction.atomic():  # who is active has an agreement at the end of it
        KeyFigureFactory.create_batch(6, municipality=waterveen)

    made = at_once(*[lambda: mix.freeze(waterveen, at=AT)] * 2)

    assert [each for each in made if each is not None] == [FrozenMix.objects.get()]


def test_each_anonymous_answer_is_counted_once_when_two_jobs_open_the_envelopes(waterveen):
    for _each in range(6):
        background.send(waterveen, quarter=Quarter(2026, 2), answers={"work": "care"})

    opened = at_once(background.open_envelopes, background.open_envelopes)

    assert sorted(opened) == [0, 6]
    assert BackgroundAnswer.objects.count() == 6
