"""Two people, or two tabs, at the same moment."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import connection

from accounts import actions
from accounts.models import Invitation, Membership, User
from accounts.roles import Role
from tests.factories.accounts import InvitationFactory, MembershipFactory

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 6, 9, 10, tzinfo=UTC)


def together(*steps):
    """Do all steps at once, each in a thread and connection of its own; what each returned or raised."""
    barrier, outcomes = threading.Barrier(len(steps)), []

    def one(step):
        barrier.wait()
        try:
            outcomes.append(step())
        except actions.NotPossible as problem:
            outcomes.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return outcomes


def kinds(outcomes):
    return sorted(type(outcome).__name__ for outcome in outcomes)


def test_one_invitation_is_accepted_once():
    invitation = InvitationFactory()

    outcomes = together(*[lambda: actions.accept_invitation(invitation, person=None, name="Sam", at=AT)] * 2)

    assert kinds(outcomes) == ["InvitationOver", "Membership"]
    assert User.objects.filter(email=invitation.email).count() == 1
    assert Membership.objects.filter(user__email=invitation.email).count() == 1


@pytest.mark.usefixtures("sent")
def test_two_who_invite_the_same_person_make_one_invitation():
    first = MembershipFactory(coordinator=True)
    second = MembershipFactory(coordinator=True, municipality=first.municipality)

    def invite(actor):
        return actions.invite(actor=actor, email="sam@voorbeeld.example", name="", roles=[Role.KEY_FIGURE], at=AT)

    outcomes = together(lambda: invite(first), lambda: invite(second))

    assert kinds(outcomes) in (
        ["AlreadyInvited", "Invitation"],
        ["Invitation", "Invitation"],
    )  # the later may also replace the earlier
    assert Invitation.objects.count() == 1


def test_two_tabs_that_write_down_the_same_days_make_one_absence():
    official = MembershipFactory(official=True)
    deputy = MembershipFactory(official=True, municipality=official.municipality)

    def away():
        return actions.set_absence(official, first_date=AT.date(), last_date=AT.date(), deputy=deputy)

    assert kinds(together(away, away)) == ["Absence", "AbsentAlready"]
