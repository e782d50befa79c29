"""Rules that Postgres keeps: each is tested by trying to break it."""

from datetime import date, time

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F

from accounts.history import by
from accounts.models import Absence, Membership, Municipality, User
from accounts.roles import Role
from tests.factories.accounts import AbsenceFactory, InvitationFactory, MembershipFactory, MunicipalityFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wrong",
    [
        {"sealed_text_days": 29},
        {"sealed_text_days": 0},
        {"opens_at": time(18)},
        {"reports_per_hour": 0},
        {"reports_per_day": 1},
        {"brand": "red"},
        {"honey": "#F2B632"},
    ],
)
def test_municipality_settings_that_make_no_sense_are_refused(wrong):
    municipality = MunicipalityFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Municipality.objects.filter(pk=municipality.pk).update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"roles": []},
        {"roles": ["mayor"]},
        {"roles": [Role.COORDINATOR, Role.REPORT_OFFICIAL]},
        {"end_date": date(2024, 12, 31)},
        {"deputy": F("pk")},
    ],
)
def test_membership_that_breaks_a_rule_is_refused(wrong):
    member = MembershipFactory(start_date=date(2025, 1, 1))

    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(pk=member.pk).update(**wrong)


def test_excluding_roles_are_possible_with_a_reason():
    member = MembershipFactory(roles=[Role.COORDINATOR, Role.REPORT_OFFICIAL], exception_reason="Kleine gemeente, één ambtenaar")

    assert member.may("signals.handle")


def test_a_person_has_one_membership_per_municipality():
    member = MembershipFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(user=member.user, municipality=member.municipality)


def test_mail_addresses_differ_in_more_than_capitals():
    UserFactory(email="amina@voorbeeld.example")

    for address in ("AMINA@voorbeeld.example", "amina@voorbeeld.example"):
        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.create(email=address)
    with pytest.raises(IntegrityError):
        User.objects.create_user("Amina@Voorbeeld.example")


def change(row, **fields):
    """Change a row past its model, and let Postgres check at once what it would check at the end of the transaction."""
    with transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**fields)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_deputy_of_another_municipality_is_refused():
    member, stranger = MembershipFactory(), MembershipFactory()

    with pytest.raises(IntegrityError):
        change(member, deputy=stranger)


@pytest.mark.parametrize("column", ["member", "deputy"])
def test_an_absence_across_municipalities_is_refused(column):
    absence, stranger = AbsenceFactory(), MembershipFactory()

    with pytest.raises(IntegrityError):
        change(absence, **{column: stranger})


def test_an_invitation_by_somebody_of_another_municipality_is_refused():
    invitation, stranger = InvitationFactory(), MembershipFactory()

    with pytest.raises(IntegrityError):
        change(invitation, invited_by=stranger)


def test_absences_of_one_member_do_not_overlap_by_a_single_day():
    absence = AbsenceFactory(first_date=date(2026, 6, 8), last_date=date(2026, 6, 12))

    with pytest.raises(IntegrityError), transaction.atomic():
        AbsenceFactory(member=absence.member, deputy=absence.deputy, first_date=date(2026, 6, 12), last_date=date(2026, 6, 15))


def test_absences_may_follow_each_other_and_overlap_those_of_a_colleague():
    absence = AbsenceFactory(first_date=date(2026, 6, 8), last_date=date(2026, 6, 12))

    AbsenceFactory(member=absence.member, deputy=absence.deputy, first_date=date(2026, 6, 13), last_date=date(2026, 6, 15))
    AbsenceFactory(first_date=date(2026, 6, 8), last_date=date(2026, 6, 12))

    assert Absence.objects.count() == 3


def test_one_open_invitation_per_address():
    invitation = InvitationFactory(email="sam@voorbeeld.example")

    with pytest.raises(IntegrityError), transaction.atomic():
        InvitationFactory(municipality=invitation.municipality, invited_by=invitation.invited_by, email="Sam@voorbeeld.example")


def test_each_change_of_roles_is_kept_with_who_did_it():
    member, administrator = MembershipFactory(key_figure=True), MembershipFactory(administrator=True)

    with by(administrator, verb="change_roles"):
        Membership.objects.filter(pk=member.pk).update(roles=[Role.COORDINATOR])

    changed = member.history.order_by("pgh_id").last()
    assert changed.pgh_label == "update"
    assert changed.roles == [Role.COORDINATOR]
    assert changed.pgh_context == {"member": administrator.pk, "person": administrator.user_id, "verb": "change_roles"}


def test_the_history_of_rights_cannot_be_changed():
    member = MembershipFactory()

    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        member.history.update(roles=[Role.ADMINISTRATOR])


def test_the_history_holds_no_phone_number():
    names = {field.name for field in Membership.history.rel.related_model._meta.get_fields()}

    assert "roles" in names
    assert "phone" not in names


def test_the_history_of_a_person_holds_her_rights_only():
    person = UserFactory()

    User.objects.filter(pk=person.pk).update(is_staff=True, name="Nieuwe naam")

    assert [row.is_staff for row in person.history.order_by("pgh_id")] == [False, True]


def test_writing_needs_a_dpia_and_an_advice_that_is_not_negative():
    before = MunicipalityFactory()
    after = MunicipalityFactory(may_store=True)
    negative = MunicipalityFactory(may_store=True, fg_advice="negative")

    assert [row.may_store_text for row in (before, after, negative)] == [False, True, False]


def test_roles_are_shown_in_the_words_of_the_municipality_and_the_order_of_the_table():
    municipality = MunicipalityFactory(role_labels={"coordinator": "Netwerkregisseur"})
    member = MembershipFactory(municipality=municipality, roles=[Role.POLICY_ADVISER, Role.COORDINATOR])

    assert member.role_names[0] == "Netwerkregisseur"
    assert len(member.role_names) == 2


def test_texts_about_rows_hold_no_names():
    member = MembershipFactory(user__name="Robin")
    absence = AbsenceFactory(member=member, municipality=member.municipality)
    invitation = InvitationFactory(name="Robin")

    assert not any("Robin" in str(row) for row in (member.user, member, absence, invitation))
