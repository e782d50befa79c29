"""Two officials, or two tabs, at the same moment: two real threads, each with a connection of its own."""

from uuid import uuid4

import pytest
from django.db import transaction

from keyfigures import deadlines
from keyfigures.actions import contact
from keyfigures.models.contact import ContactMoment
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people():
    waterveen = MunicipalityFactory(name="Waterveen", slug="waterveen")
    marieke, pim = (MembershipFactory(coordinator=True, municipality=waterveen, user__name=name) for name in ("Marieke", "Pim"))
    with transaction.atomic():
        robin = KeyFigureFactory(municipality=waterveen, contact_person=marieke)
    return robin, marieke, pim


def spoke(figure, by, **more):
    given = {"on": TODAY, "how": "call", "occasion": "quiet", "topic": "catching_up", "theme": "none", "official": by, **more}
    return contact.log(figure, by=by, at=AT, **given)


def test_a_form_that_is_sent_twice_at_once_makes_one_line_and_one_promise(people):
    robin, marieke, _pim = people
    submission = uuid4()

    first, second = at_once(*(lambda: spoke(robin, marieke, submission=submission) for _each in range(2)))

    assert first == second
    assert ContactMoment.objects.count() == 1
    assert Clock.objects.open().about(robin.uuid).filter(kind=deadlines.CONTACT).count() == 1


def test_two_who_spoke_her_on_one_day_leave_one_next_promise(people):
    robin, marieke, pim = people

    at_once(lambda: spoke(robin, marieke), lambda: spoke(robin, pim))

    assert ContactMoment.objects.count() == 2
    assert Clock.objects.open().about(robin.uuid).filter(kind=deadlines.CONTACT).count() == 1


def test_two_who_tick_off_the_same_step_do_it_once(people):
    robin, marieke, pim = people
    moment = spoke(robin, marieke, next_step="send", next_on=TODAY)

    results = at_once(*(lambda by=by: contact.tick_off(moment, by=by, at=AT) for by in (marieke, pim)))

    assert sum(isinstance(each, contact.NothingAgreed) for each in results) == 1
    assert results.count(None) == 1
