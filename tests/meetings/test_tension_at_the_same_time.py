"""Two coordinators press at the same moment: two real threads, each with a connection of its own."""

import pytest
from django.db import transaction

from keyfigures.models.contact import ContactMoment
from meetings import deadlines
from meetings.actions import NotPossible, calling
from meetings.actions import tension as acts
from meetings.models.tension import Tension, TensionCall
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people():
    waterveen = MunicipalityFactory(name="Waterveen", slug="waterveen")
    marieke, pim = (MembershipFactory(coordinator=True, municipality=waterveen, user__name=name) for name in ("Marieke", "Pim"))
    with transaction.atomic():
        KeyFigureFactory(municipality=waterveen, contact_person=marieke, network_roles=["mediate"], member__phone="0612345678")
    return marieke, pim


def begin(by):
    return acts.begin(by=by, at=AT, theme="neighbourhood", area=None, phase="acute")


def test_two_who_begin_the_same_begin_it_once(people):
    marieke, pim = people

    first, second = at_once(lambda: begin(marieke), lambda: begin(pim))

    assert first == second
    assert Tension.objects.count() == TensionCall.objects.count() == 1


def test_two_who_say_reached_write_one_contact_and_one_promise(people):
    marieke, _pim = people
    call = begin(marieke).calls.get()

    results = at_once(*(lambda by=by: calling.reached(call, by=by, at=AT) for by in people))

    assert sum(isinstance(each, NotPossible) for each in results) == 1
    assert ContactMoment.objects.count() == 1
    assert Clock.objects.open().filter(kind=deadlines.AFTERCARE).count() == 1


def test_aftercare_by_two_is_one_contact(people):
    marieke, _pim = people
    call = begin(marieke).calls.get()
    calling.reached(call, by=marieke, at=AT)

    results = at_once(*(lambda by=by: calling.give_aftercare(call, by=by, at=AT, how="call", on=AT.date()) for by in people))

    assert sum(isinstance(each, NotPossible) for each in results) == 1
    assert ContactMoment.objects.count() == 2
