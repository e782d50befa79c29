"""What the functional administrator decides about the network: her own municipality only, terms only shorter."""

import pytest
from django.test import Client
from django.urls import reverse

from keyfigures.models.settings import Area, NetworkRole, NetworkSettings
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AreaFactory, KeyFigureFactory, NetworkRoleFactory, NetworkSettingsFactory


@pytest.fixture
def administrator(waterveen):
    return log_in(Client(), MembershipFactory(administrator=True, municipality=waterveen))


def address(model, *args, action="change"):
    return reverse(f"admin:keyfigures_{model}_{action}", args=args)


def settings_of(municipality, **changed):
    return {
        "municipality": municipality.pk, "contact_weeks": 8, "keep_profile_days": 365, "keep_contact_days": 730, "keep_help_days": 730,
        "keep_request_days": 365, "keep_agreement_days": 1825, **changed,
    }


def test_she_sets_the_rhythm_hides_a_role_and_makes_a_term_shorter(administrator, waterveen):
    response = administrator.post(
        address("networksettings", action="add"), settings_of(waterveen, contact_weeks=6, hidden_roles=["mediate", "share_concerns"], keep_profile_days=90),
    )

    assert response.status_code == 302
    kept = NetworkSettings.objects.of(waterveen)
    assert (kept.contact_weeks, kept.hidden_roles, kept.keep_profile_days) == (6, ["mediate", "share_concerns"], 90)


@pytest.mark.parametrize("changed", [
    {"keep_profile_days": 366}, {"keep_help_days": 731}, {"keep_request_days": 366}, {"keep_contact_days": 731}, {"keep_agreement_days": 1826}, {"contact_weeks": 0}, {"contact_weeks": 53}, {"hidden_roles": ["baas"]},
])
def test_a_longer_term_and_nonsense_are_refused_with_a_sentence(administrator, waterveen, changed):
    NetworkSettingsFactory(municipality=waterveen)

    response = administrator.post(address("networksettings", waterveen.pk), settings_of(waterveen, **changed))

    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == list(changed)
    assert NetworkSettings.objects.of(waterveen).contact_weeks == 8


def test_she_adds_an_area_and_a_role_of_their_own(administrator, waterveen):
    assert administrator.post(address("area", action="add"), {"municipality": waterveen.pk, "name": "Noord", "is_active": "on"}).status_code == 302
    new_role = {"municipality": waterveen.pk, "code": "buurtfeest", "name": "Buurtfeest organiseren", "is_active": "on"}
    assert administrator.post(address("networkrole", action="add"), new_role).status_code == 302

    assert Area.objects.get().name == "Noord"
    assert NetworkRole.objects.get().municipality == waterveen


def test_a_role_with_the_short_name_of_one_of_ours_and_an_area_twice_are_refused(administrator, waterveen):
    AreaFactory(municipality=waterveen, name="Noord")

    role = administrator.post(address("networkrole", action="add"), {"municipality": waterveen.pk, "code": "mediate", "name": "Bemiddelen", "is_active": "on"})
    area = administrator.post(address("area", action="add"), {"municipality": waterveen.pk, "name": "Noord"})

    assert (role.status_code, area.status_code) == (200, 200)
    assert not NetworkRole.objects.exists()
    assert Area.objects.count() == 1


@pytest.mark.parametrize("model", ["area", "networkrole", "networksettings"])
def test_another_municipality_does_not_exist_for_her(administrator, oeverland, model):
    row = {"area": AreaFactory, "networkrole": NetworkRoleFactory, "networksettings": NetworkSettingsFactory}[model](municipality=oeverland)

    assert administrator.get(address(model, row.pk)).status_code == 302
    assert administrator.post(address(model, row.pk), {"name": "Overgenomen", "municipality": oeverland.pk}).status_code == 302
    assert "Oeverland" not in administrator.get(address(model, action="changelist")).content.decode()
    row.refresh_from_db()
    assert getattr(row, "name", "") != "Overgenomen"


def test_she_makes_nothing_in_another_municipality(administrator, oeverland):
    assert administrator.post(address("area", action="add"), {"municipality": oeverland.pk, "name": "Noord", "is_active": "on"}).status_code == 200
    assert not Area.objects.exists()


@pytest.mark.parametrize("role", ["coordinator", "policy_adviser", "team_lead", "key_figure"])
def test_nobody_else_comes_in(waterveen, role):
    client = log_in(Client(), MembershipFactory(municipality=waterveen, **{role: True}))

    assert client.get(address("area", action="changelist")).status_code in {302, 403}
    assert client.post(address("area", action="add"), {"municipality": waterveen.pk, "name": "Noord"}).status_code in {302, 403}
    assert not Area.objects.exists()


def test_no_key_figure_stands_in_the_administration(administrator, waterveen):
    figure = KeyFigureFactory(municipality=waterveen, member__user__name="Robin", areas=[AreaFactory(municipality=waterveen, name="Noord")])
    pages = [administrator.get(address(model, action="changelist")).content.decode() for model in ("area", "networkrole", "networksettings")]

    assert not [page for page in pages if "Robin" in page or str(figure.uuid) in page]
