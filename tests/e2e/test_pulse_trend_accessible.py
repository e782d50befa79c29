"""How answers after meetings move, as who reads results sees it: the drawing is checked by axe, at a desk and on a narrow phone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models.pulse import PulseAnswer, PulseQuestion
from tests.e2e.visitors import DESK
from tests.factories.meetings import MeetingFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
ANSWERS = ([5, 4, 4, 3, 5, 2, 4], [4, 4, 3, 3, 2, 2, 4], [1, 2, 3, 4, 5, 3, 2])


@pytest.mark.parametrize("screen", [DESK, {"width": 360, "height": 740}, {"width": 320, "height": 640}], ids=["desk", "phone", "zoomed"])
def test_ten_meetings(enter, marieke, screen):
    for weeks in range(1, 11):
        meeting = MeetingFactory(municipality=marieke.municipality, closed=True, starts_at=timezone.now() - timedelta(weeks=3 * weeks))
        scores = [(question, score) for question in PulseQuestion.values for score in ANSWERS[weeks % 3]]
        PulseAnswer.objects.bulk_create(PulseAnswer(meeting=meeting, question=question, score=score) for question, score in scores)
    she = enter(marieke, screen=screen)

    she.go(reverse("evaluations:evaluation_list"))
    she.link("Klaar")
    she.reads("Na bijeenkomsten")
    she.open("Bekijk als tabel")
    she.look()
