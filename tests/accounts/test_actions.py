from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied

from accounts import actions
from accounts.models import Absence, Invitation, Membership, User
from accounts.outbound import NobodySends
from accounts.roles import Role
from tests.factories.accounts import AbsenceFactory, InvitationFactory, MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 9, 10, tzinfo=UTC)
TODAY = date(2026, 6, 9)


def invite(actor, **fields):
    return actions.invite(
        **{"actor": actor, "email": "Sam@voorbeeld.example", "name": "Sam", "roles": [Role.KEY_FIGURE], "at": AT, **fields}
    )


def authority(member):
    return actions.Authority(member=member, person=member.user)


class TestInvite:
    def test_the_offer_is_valid_for_thirty_days_and_the_mail_is_promised_with_it(self, coordinator, sent):
        invitation = invite(coordinator)

        assert invitation.email == "sam@voorbeeld.example"
        assert invitation.expires_at == datetime(2026, 7, 9, 10, tzinfo=UTC)
        assert sent == [(invitation, AT)]

    def test_nobody_can_accept_it_but_by_her_own_confirmation(self, coordinator, sent):
        invite(coordinator)

        assert not User.objects.filter(email="sam@voorbeeld.example").exists()

    @pytest.mark.parametrize("roles", [[Role.ADMINISTRATOR], [Role.KEY_FIGURE, Role.REPORT_OFFICIAL], [Role.COORDINATOR]])
    def test_a_coordinator_invites_key_figures_only(self, coordinator, sent, roles):
        with pytest.raises(PermissionDenied):
            invite(coordinator, roles=roles)

        assert sent == []

    @pytest.mark.parametrize("who", ["official", "key_figure"])
    def test_others_invite_nobody(self, who, sent, request):
        with pytest.raises(PermissionDenied):
            invite(request.getfixturevalue(who))

    def test_excluding_roles_need_a_reason(self, administrator, sent):
        both = [Role.COORDINATOR, Role.REPORT_OFFICIAL]
        with pytest.raises(actions.ReasonNeeded):
            invite(administrator, roles=both, exception_reason="  ")

        assert invite(administrator, roles=both, exception_reason="Wij zijn met zijn tweeën").roles == both

    def test_who_works_here_is_not_invited_again(self, coordinator, key_figure, sent):
        with pytest.raises(actions.AlreadyMember):
            invite(coordinator, email=key_figure.user.email.upper())

    def test_a_second_invitation_replaces_the_first(self, coordinator, sent):
        first, second = invite(coordinator), invite(coordinator)

        assert list(Invitation.objects.all()) == [second]
        assert first.uuid != second.uuid

    def test_without_anybody_who_sends_there_is_no_invitation(self, coordinator, monkeypatch):
        monkeypatch.setattr("accounts.outbound._senders", [])
        with pytest.raises(NobodySends):
            invite(coordinator)

        assert not Invitation.objects.exists()


class TestAcceptInvitation:
    def test_a_new_person_gets_an_account_with_the_address_that_the_mail_proved(self, coordinator):
        invitation = InvitationFactory(
            municipality=coordinator.municipality, invited_by=coordinator, email="sam@voorbeeld.example"
        )

        member = actions.accept_invitation(invitation, person=None, name="Sam", at=AT)

        assert (member.user.email, member.user.name, member.roles, member.start_date) == (
            "sam@voorbeeld.example",
            "Sam",
            ["key_figure"],
            TODAY,
        )
        assert not member.user.has_usable_password()
        assert EmailAddress.objects.get(user=member.user).verified
        assert member.history.get().pgh_context == {"member": None, "person": member.user_id, "verb": "accept_invitation"}

    def test_a_moment_in_the_evening_counts_for_the_dutch_day(self):
        member = actions.accept_invitation(InvitationFactory(), person=None, at=datetime(2026, 6, 9, 22, 30, tzinfo=UTC))

        assert member.start_date == date(2026, 6, 10)

    def test_it_works_once(self):
        invitation = InvitationFactory()
        actions.accept_invitation(invitation, person=None, at=AT)

        with pytest.raises(actions.InvitationOver):
            actions.accept_invitation(invitation, person=None, at=AT)

        assert Membership.objects.filter(user__email=invitation.email).count() == 1

    def test_it_works_until_the_last_second_of_thirty_days(self):
        invitation = InvitationFactory(invited_at=AT)

        with pytest.raises(actions.InvitationOver):
            actions.accept_invitation(invitation, person=None, at=AT + timedelta(days=30))
        assert actions.accept_invitation(invitation, person=None, at=AT + timedelta(days=30, seconds=-1))

    def test_somebody_with_an_account_logs_in_first(self):
        elsewhere = MembershipFactory()
        invitation = InvitationFactory(email=elsewhere.user.email)

        with pytest.raises(actions.LogInFirst):
            actions.accept_invitation(invitation, person=None, at=AT)
        member = actions.accept_invitation(invitation, person=elsewhere.user, at=AT)

        assert list(elsewhere.user.memberships.order_by("pk")) == [elsewhere, member]

    def test_another_person_cannot_take_it(self):
        with pytest.raises(actions.AnotherPerson):
            actions.accept_invitation(InvitationFactory(), person=UserFactory(), at=AT)

    def test_who_comes_back_gets_her_membership_with_the_new_roles(self, coordinator):
        gone = MembershipFactory(official=True, left=True, municipality=coordinator.municipality)
        invitation = InvitationFactory(municipality=coordinator.municipality, invited_by=coordinator, email=gone.user.email)

        member = actions.accept_invitation(invitation, person=gone.user, at=AT)

        assert (member.pk, member.roles, member.start_date, member.end_date) == (gone.pk, ["key_figure"], TODAY, None)

    def test_an_administrator_may_open_the_administration(self):
        member = actions.accept_invitation(InvitationFactory(roles=[Role.ADMINISTRATOR]), person=None, at=AT)

        assert member.user.is_staff
        assert not member.user.is_superuser


class TestWithdraw:
    def test_the_invitation_is_gone(self, coordinator):
        invitation = InvitationFactory(municipality=coordinator.municipality, invited_by=coordinator)

        actions.withdraw_invitation(invitation, actor=coordinator)

        assert not Invitation.objects.exists()

    def test_a_coordinator_of_another_municipality_cannot(self, coordinator):
        invitation = InvitationFactory()

        with pytest.raises(PermissionDenied):
            actions.withdraw_invitation(invitation, actor=coordinator)

        assert Invitation.objects.exists()


class TestRoles:
    def test_the_new_roles_count_and_the_history_says_who(self, administrator, key_figure):
        actions.change_roles(key_figure, by=authority(administrator), roles=[Role.COORDINATOR], at=AT)

        key_figure.refresh_from_db()
        assert key_figure.may("accounts.invite_key_figure")
        assert key_figure.history.order_by("pgh_id").last().pgh_context["member"] == administrator.pk

    @pytest.mark.parametrize("role", [Role.CANDIDATE, Role.KEY_FIGURE])
    def test_nobody_is_made_a_key_figure_without_her_own_confirmation(self, administrator, official, role):
        with pytest.raises(actions.ByInvitationOnly):
            actions.change_roles(official, by=authority(administrator), roles=[Role.REPORT_OFFICIAL, role], at=AT)

        official.refresh_from_db()
        assert official.roles == [Role.REPORT_OFFICIAL]

    def test_a_reason_is_kept_only_where_it_is_needed(self, administrator, official):
        both = [Role.COORDINATOR, Role.REPORT_OFFICIAL]
        with pytest.raises(actions.ReasonNeeded):
            actions.change_roles(official, by=authority(administrator), roles=both, at=AT)

        actions.change_roles(official, by=authority(administrator), roles=both, exception_reason="Vakantie", at=AT)
        assert Membership.objects.get(pk=official.pk).exception_reason == "Vakantie"
        actions.change_roles(
            official, by=authority(administrator), roles=[Role.REPORT_OFFICIAL], exception_reason="Vakantie", at=AT
        )
        assert Membership.objects.get(pk=official.pk).exception_reason == ""

    def test_nobody_changes_her_own(self, administrator):
        with pytest.raises(actions.OwnRights):
            actions.change_roles(administrator, by=authority(administrator), roles=[Role.REPORT_OFFICIAL], at=AT)

    def test_an_administrator_of_another_municipality_cannot(self, key_figure):
        with pytest.raises(PermissionDenied):
            actions.change_roles(key_figure, by=authority(MembershipFactory(administrator=True)), roles=[Role.COORDINATOR], at=AT)

    def test_a_coordinator_cannot(self, coordinator, key_figure):
        with pytest.raises(PermissionDenied):
            actions.end_membership(key_figure, by=authority(coordinator), on=TODAY, at=AT)

    def test_the_door_of_the_administration_follows_the_roles(self, administrator, official):
        actions.change_roles(official, by=authority(administrator), roles=[Role.ADMINISTRATOR], at=AT)
        assert User.objects.get(pk=official.user_id).is_staff

        actions.change_roles(official, by=authority(administrator), roles=[Role.REPORT_OFFICIAL], at=AT)
        assert not User.objects.get(pk=official.user_id).is_staff

    def test_the_technical_administrator_needs_no_membership(self, key_figure):
        superuser = User.objects.create_superuser("techniek@voorbeeld.example")

        actions.end_membership(key_figure, by=actions.Authority(member=None, person=superuser), on=TODAY, at=AT)

        assert not key_figure.is_active_on(TODAY)
        assert key_figure.is_active_on(date(2026, 6, 8))


class TestAbsence:
    def test_it_is_kept_with_both_days(self, official):
        colleague = MembershipFactory(official=True, municipality=official.municipality)

        absence = actions.set_absence(official, first_date=TODAY, last_date=TODAY, deputy=colleague)

        assert list(Absence.objects.covering(TODAY)) == [absence]

    def test_a_deputy_may_do_all_that_she_may_and_works_here(self, official, key_figure):
        for unfit in (key_figure, official, MembershipFactory(official=True)):
            with pytest.raises(actions.UnfitDeputy):
                actions.set_absence(official, first_date=TODAY, last_date=TODAY, deputy=unfit)

    def test_a_key_figure_has_none(self, key_figure):
        colleague = MembershipFactory(key_figure=True, municipality=key_figure.municipality)
        with pytest.raises(PermissionDenied):
            actions.set_absence(key_figure, first_date=TODAY, last_date=TODAY, deputy=colleague)

    def test_two_that_overlap_are_one_too_many(self, official):
        colleague = MembershipFactory(official=True, municipality=official.municipality)
        actions.set_absence(official, first_date=TODAY, last_date=date(2026, 6, 12), deputy=colleague)

        with pytest.raises(actions.AbsentAlready):
            actions.set_absence(official, first_date=date(2026, 6, 12), last_date=date(2026, 6, 20), deputy=colleague)

    def test_who_is_back_earlier_was_away_until_yesterday(self):
        absence = AbsenceFactory(first_date=date(2026, 6, 8), last_date=date(2026, 6, 12))

        actions.end_absence(absence, on=TODAY)

        assert Absence.objects.get().last_date == date(2026, 6, 8)

    def test_who_never_left_was_not_away(self):
        absence = AbsenceFactory(first_date=TODAY, last_date=date(2026, 6, 12))

        actions.end_absence(absence, on=TODAY)

        assert not Absence.objects.exists()

    def test_a_standing_deputy_is_chosen_and_dropped(self, official, key_figure):
        colleague = MembershipFactory(official=True, municipality=official.municipality)

        actions.choose_deputy(official, deputy=colleague, on=TODAY)
        assert Membership.objects.get(pk=official.pk).deputy == colleague
        with pytest.raises(actions.UnfitDeputy):
            actions.choose_deputy(official, deputy=key_figure, on=TODAY)
        actions.choose_deputy(official, deputy=None, on=TODAY)
        assert Membership.objects.get(pk=official.pk).deputy is None


def test_only_the_technical_administrator_changes_an_address(administrator, key_figure):
    with pytest.raises(PermissionDenied):
        actions.change_address(key_figure.user, by=authority(administrator), email="ander@voorbeeld.example")

    superuser = User.objects.create_superuser("techniek@voorbeeld.example")
    actions.change_address(key_figure.user, by=actions.Authority(member=None, person=superuser), email="Ander@voorbeeld.example")

    assert User.objects.get(pk=key_figure.user_id).email == "ander@voorbeeld.example"
    assert EmailAddress.objects.get(user=key_figure.user_id).email == "ander@voorbeeld.example"
