"""People and municipalities for tests. Dull by default; the traits are the roles."""

from datetime import UTC, date, datetime, timedelta

import factory
from django.contrib.auth.hashers import make_password
from django.test import Client

from accounts.models import Absence, Invitation, Membership, Municipality, User
from accounts.roles import Role
from accounts.second_factor import SESSION_KEY


class MunicipalityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Municipality

    name = factory.Sequence(lambda number: f"Gemeente {number}")
    slug = factory.Sequence(lambda number: f"gemeente-{number}")
    contact_phone = "010 123 45 67"
    contact_email = factory.LazyAttribute(lambda row: f"meldpunt@{row.slug}.example")

    class Params:
        may_store = factory.Trait(dpia_date=date(2026, 1, 5), fg_advice="positive", fg_advice_date=date(2026, 1, 12))


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda number: f"persoon{number}@voorbeeld.example")
    name = factory.Sequence(lambda number: f"Persoon {number}")
    password = factory.LazyFunction(lambda: make_password(None))


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    municipality = factory.SubFactory(MunicipalityFactory)
    roles = factory.LazyFunction(lambda: [Role.KEY_FIGURE])
    start_date = date(2025, 1, 1)

    class Params:
        candidate = factory.Trait(roles=[Role.CANDIDATE])
        key_figure = factory.Trait(roles=[Role.KEY_FIGURE])
        coordinator = factory.Trait(roles=[Role.COORDINATOR])
        official = factory.Trait(roles=[Role.REPORT_OFFICIAL])
        team_lead = factory.Trait(roles=[Role.TEAM_LEAD])
        policy_adviser = factory.Trait(roles=[Role.POLICY_ADVISER])
        board = factory.Trait(roles=[Role.BOARD])
        neutral_chair = factory.Trait(roles=[Role.NEUTRAL_CHAIR])
        evaluator = factory.Trait(roles=[Role.EVALUATOR])
        privacy_officer = factory.Trait(roles=[Role.PRIVACY_OFFICER])
        administrator = factory.Trait(roles=[Role.ADMINISTRATOR], user__is_staff=True)
        left = factory.Trait(end_date=date(2025, 6, 1))


class AbsenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Absence

    member = factory.SubFactory(MembershipFactory, official=True)
    municipality = factory.SelfAttribute("member.municipality")
    deputy = factory.SubFactory(MembershipFactory, official=True, municipality=factory.SelfAttribute("..municipality"))
    first_date = date(2026, 6, 8)
    last_date = date(2026, 6, 12)


class InvitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Invitation

    municipality = factory.SubFactory(MunicipalityFactory)
    email = factory.Sequence(lambda number: f"gast{number}@voorbeeld.example")
    roles = factory.LazyFunction(lambda: [Role.KEY_FIGURE])
    invited_by = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    invited_at = datetime(2026, 6, 1, 10, tzinfo=UTC)
    expires_at = factory.LazyAttribute(lambda row: row.invited_at + timedelta(days=30))


def log_in(client: Client, member: Membership) -> Client:
    """Log a member in, in her municipality, with the second factor that officials need."""
    client.force_login(member.user)
    session = client.session
    session[SESSION_KEY] = member.user_id
    session["membership"] = member.pk
    session.save()
    return client
