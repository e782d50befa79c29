from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from accounts import actions, tasks
from accounts.forgetting import forget_old_history, forget_old_sessions, forget_people_who_left
from accounts.models import Invitation, Membership, User
from tests.factories.accounts import InvitationFactory, MembershipFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 9, 10, tzinfo=UTC)


def test_invitations_are_deleted_when_their_thirty_days_are_over_also_the_accepted_ones():
    InvitationFactory(invited_at=AT - timedelta(days=30))
    InvitationFactory(invited_at=AT - timedelta(days=31), accepted_at=AT - timedelta(days=20))
    young = InvitationFactory(invited_at=AT - timedelta(days=30, seconds=-1))

    assert actions.delete_expired_invitations(at=AT) == 2
    assert actions.delete_expired_invitations(at=AT) == 0

    assert list(Invitation.objects.all()) == [young]


def test_a_year_after_she_left_nobody_can_see_who_she_was():
    gone = MembershipFactory(
        end_date=date(2025, 6, 9), phone="06 12 34 56 78", user__name="Robin", user__email="robin@voorbeeld.example"
    )
    EmailAddress.objects.create(user=gone.user, email="robin@voorbeeld.example", verified=True, primary=True)
    Authenticator.objects.create(user=gone.user, type=Authenticator.Type.TOTP, data={})

    assert forget_people_who_left(at=AT) == 1

    person = User.objects.get(pk=gone.user_id)
    assert (person.name, person.is_active, "robin" in person.email) == ("", False, False)
    assert Membership.objects.get(pk=gone.pk).phone == ""
    assert not EmailAddress.objects.filter(user=person).exists()
    assert not Authenticator.objects.filter(user=person).exists()
    assert forget_people_who_left(at=AT) == 0


def test_who_left_less_than_a_year_ago_works_elsewhere_or_is_technical_stays():
    MembershipFactory(end_date=date(2025, 6, 10))
    elsewhere = MembershipFactory(left=True)
    MembershipFactory(user=elsewhere.user)
    MembershipFactory(left=True, user__is_superuser=True)

    assert forget_people_who_left(at=AT) == 0


def test_sessions_that_are_over_take_their_addresses_along():
    person = MembershipFactory().user
    for key, expires in (("over", AT - timedelta(seconds=1)), ("going-on", AT + timedelta(hours=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=expires)
        UserSession.objects.create(user=person, session_key=key, ip="192.0.2.1", user_agent="Telefoon")

    assert forget_old_sessions(at=AT) == 1

    assert list(UserSession.objects.values_list("session_key", flat=True)) == ["going-on"]


def test_the_history_of_rights_goes_after_three_years_and_not_before():
    member = MembershipFactory()
    written = member.history.get().pgh_created_at

    forget_old_history(at=written + timedelta(days=3 * 365))
    assert member.history.count() == 1
    assert forget_old_history(at=written + timedelta(days=3 * 365, seconds=1)) > 0
    assert member.history.count() == 0


def test_the_tasks_do_it():
    InvitationFactory(invited_at=datetime(2020, 1, 1, tzinfo=UTC))
    MembershipFactory(start_date=date(2019, 1, 1), end_date=date(2020, 1, 1))

    tasks.delete_expired_invitations(unknown_to_this_version=1)
    tasks.forget_people_and_traces(unknown_to_this_version=1)

    assert not Invitation.objects.exists()
    assert User.objects.filter(email__endswith="@forgotten.invalid").count() == 1
