"""Two real threads, each with a connection of its own, held back until both are ready."""

from uuid import uuid4

import pytest
from django.db import transaction

from meetings.actions import agenda, independence
from meetings.models.agenda import AgendaItem
from meetings.models.independence import IndependenceDeclaration
from notifications.models import Message
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT
from tests.factories.meetings import AgendaItemFactory, AttendeeFactory, MeetingFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def chair():
    return MembershipFactory(neutral_chair=True, municipality=MunicipalityFactory(name="Waterveen", slug="waterveen"))


@pytest.fixture
def meeting(chair):
    with transaction.atomic():
        return MeetingFactory(municipality=chair.municipality, chair=chair, invited=True)


@pytest.fixture
def key_figure(meeting):
    with transaction.atomic():
        return AttendeeFactory(meeting=meeting).member


def places(meeting):
    return list(AgendaItem.objects.of_meeting(meeting).values_list("position", flat=True))


def propose(meeting, by, submission):
    return agenda.propose(meeting, by=by, at=AT, submission=submission, title="Licht in het park", aim="ask", minutes=10)


def test_one_form_sent_twice_at_once_is_one_point_and_one_message(meeting, key_figure, chair):
    submission = uuid4()

    first, second = at_once(*[lambda: propose(meeting, key_figure, submission)] * 2)

    assert first == second
    assert Message.objects.filter(recipient=chair).count() == 1


def test_points_that_come_at_once_each_have_their_own_place(meeting, key_figure, chair):
    at_once(*[lambda member=member: propose(meeting, member, uuid4()) for member in (key_figure, chair, key_figure, chair)])

    assert places(meeting) == [1, 2, 3, 4]


def test_two_who_put_points_elsewhere_at_once_leave_one_order(meeting, chair):
    with transaction.atomic():
        items = [AgendaItemFactory(meeting=meeting, position=place) for place in range(1, 5)]

    results = at_once(*[lambda item=item, way=way: agenda.move(item, way=way, by=chair, at=AT) for item, way in ((items[3], "first"), (items[0], "down"))])

    assert results == [None, None]
    assert places(meeting) == [1, 2, 3, 4]
    assert set(AgendaItem.objects.of_meeting(meeting)[:2]) >= {items[3]}


def test_points_that_go_from_one_meeting_to_another_and_back_at_once_do_not_wait_for_each_other(meeting, chair):
    with transaction.atomic():
        other = MeetingFactory(municipality=chair.municipality, chair=chair)
        first, second = AgendaItemFactory(meeting=meeting, position=1), AgendaItemFactory(meeting=other, position=1)

    results = at_once(
        lambda: agenda.move_on(first, to=other, because="Later.", by=chair, at=AT), lambda: agenda.move_on(second, to=meeting, because="Eerder.", by=chair, at=AT),
    )

    assert results == [None, None]
    assert [each.meeting_id for each in AgendaItem.objects.order_by("pk")] == [other.pk, meeting.pk]


def test_a_declaration_that_is_sent_twice_at_once_is_one(meeting, chair):
    given = {"not_employed": True, "not_paid_otherwise": True, "no_seat": True}

    first, second = at_once(*[lambda: independence.declare(meeting, by=chair, at=AT, **given)] * 2)

    assert first == second
    assert IndependenceDeclaration.objects.count() == 1
