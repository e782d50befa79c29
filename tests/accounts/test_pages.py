"""The pages about oneself, about being away and about the people of a municipality."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from accounts.models import Absence, Invitation, Membership
from tests.factories.accounts import AbsenceFactory, InvitationFactory, MembershipFactory, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
TODAY = date(2026, 6, 9)


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(datetime(2026, 6, 9, 10, tzinfo=UTC)):
        yield


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


class TestAccount:
    def test_she_changes_what_is_hers(self, client, key_figure):
        log_in(client, key_figure).post("/account/", {"name": " Robin  de Vries ", "phone": "06 12 34 56 78", "language": "en"})

        key_figure.refresh_from_db()
        assert (key_figure.user.name, key_figure.user.language, key_figure.phone) == ("Robin de Vries", "en", "06 12 34 56 78")

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("name", "Robin\x00"),
            ("name", "Robin\u202e"),
            ("name", "x" * 201),
            ("name", " "),
            ("phone", "bel mij"),
            ("language", "xx"),
        ],
    )
    def test_what_is_no_name_or_number_is_refused_and_stays_on_the_page(self, client, key_figure, field, value):
        page = log_in(client, key_figure).post("/account/", {"name": "Robin", "phone": "", "language": "nl", field: value})

        assert page.status_code == 400
        assert page.context["form"].errors.keys() == {field}

    def test_the_other_municipalities_are_there_to_go_to(self, client, key_figure):
        MembershipFactory(user=key_figure.user, municipality__name="Zandwijk")

        assert "Zandwijk" in text(log_in(client, key_figure).get("/account/"))

    def test_only_officials_read_about_being_away(self, client, key_figure, official):
        assert "/account/afwezig/" not in log_in(client, key_figure).get("/account/").content.decode()
        assert "/account/afwezig/" in log_in(client, official).get("/account/").content.decode()


class TestAbsence:
    @pytest.fixture
    def colleague(self, official):
        return MembershipFactory(official=True, municipality=official.municipality, user__name="Bo")

    def test_she_writes_down_that_she_is_away(self, client, official, colleague):
        page = log_in(client, official).post(
            "/account/afwezig/",
            {"first_date": "2026-06-10", "last_date": "2026-06-12", "deputy": colleague.uuid},
            follow=True,
        )

        absence = Absence.objects.get()
        assert (absence.member, absence.deputy, absence.first_date, absence.last_date) == (
            official,
            colleague,
            date(2026, 6, 10),
            date(2026, 6, 12),
        )
        assert "Bo" in text(page)

    @pytest.mark.parametrize(
        "days",
        [
            ("2026-06-12", "2026-06-10", "last_date"),
            ("2026-06-01", "2026-06-08", "last_date"),
            ("31-02-2026", "2026-06-12", "first_date"),
            ("", "", "first_date"),
        ],
    )
    def test_wrong_dates_are_said_at_the_field(self, client, official, colleague, days):
        first, last, wrong = days
        page = log_in(client, official).post(
            "/account/afwezig/", {"first_date": first, "last_date": last, "deputy": colleague.uuid}
        )

        assert page.status_code == 400
        assert wrong in page.context["form"].errors
        assert not Absence.objects.exists()

    def test_days_that_overlap_are_said_on_the_page(self, client, official, colleague):
        AbsenceFactory(member=official, deputy=colleague, first_date=TODAY, last_date=date(2026, 6, 12))

        page = log_in(client, official).post(
            "/account/afwezig/", {"first_date": "2026-06-12", "last_date": "2026-06-14", "deputy": colleague.uuid}
        )

        assert page.status_code == 400
        assert Absence.objects.count() == 1

    def test_somebody_of_another_municipality_is_no_choice(self, client, official, colleague):
        stranger = MembershipFactory(official=True, user__name="Vreemdeling")
        log_in(client, official)

        assert "Vreemdeling" not in client.get("/account/afwezig/").content.decode()
        page = client.post("/account/afwezig/", {"first_date": "2026-06-10", "last_date": "2026-06-12", "deputy": stranger.uuid})
        assert page.context["form"].errors.keys() == {"deputy"}

    def test_what_was_left_open_is_said_in_words_of_its_own(self, client, official, colleague):
        page = log_in(client, official).post("/account/afwezig/", {}).content.decode()

        assert page.count("Kies een dag.") == 4
        assert page.count("Kies iemand uit de lijst.") == 2
        assert "verplicht" not in page

    def test_she_is_back_earlier(self, client, official, colleague):
        absence = AbsenceFactory(member=official, deputy=colleague, first_date=date(2026, 6, 8), last_date=date(2026, 6, 12))

        log_in(client, official).post(f"/account/afwezig/{absence.uuid}/beeindigen/")

        assert Absence.objects.get().last_date == date(2026, 6, 8)

    def test_an_absence_of_somebody_else_is_not_found(self, client, official, colleague):
        hers = AbsenceFactory(member=colleague, deputy=official, first_date=TODAY, last_date=date(2026, 6, 12))
        log_in(client, official)

        assert client.post(f"/account/afwezig/{hers.uuid}/beeindigen/").status_code == 404
        assert str(hers.uuid) not in client.get("/account/afwezig/").content.decode()

    def test_she_chooses_a_fixed_deputy(self, client, official, colleague):
        log_in(client, official).post("/account/afwezig/vervanger/", {"deputy": colleague.uuid})

        assert Membership.objects.get(pk=official.pk).deputy == colleague

    def test_a_deputy_who_is_none_is_said_at_the_field(self, client, official, key_figure):
        page = log_in(client, official).post("/account/afwezig/vervanger/", {"deputy": key_figure.uuid})

        assert page.status_code == 400

    def test_key_figures_have_no_such_page(self, client, key_figure):
        assert log_in(client, key_figure).get("/account/afwezig/").status_code == 403

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_page_costs_the_same_for_one_and_three(self, client, official, colleague, rows, django_assert_num_queries):
        for row in range(rows):
            AbsenceFactory(
                member=official, deputy=colleague, first_date=date(2026, 7, 1 + 2 * row), last_date=date(2026, 7, 1 + 2 * row)
            )
        log_in(client, official).get("/account/afwezig/")

        with django_assert_num_queries(8):
            client.get("/account/afwezig/")


class TestPeople:
    def test_an_administrator_sees_all_of_her_municipality_and_none_of_another(self, client, administrator, official, key_figure):
        MembershipFactory(user__name="Vreemdeling")
        InvitationFactory(email="vreemd@elders.example", name="Vreemdeling")

        page = text(log_in(client, administrator).get("/mensen/"))

        assert all(name in page for name in ("Anna", "Robin", "Fatima"))
        assert not any(word in page for word in ("Vreemdeling", "vreemd@elders.example"))

    def test_a_coordinator_sees_key_figures_only(self, client, coordinator, official, key_figure):
        InvitationFactory(
            municipality=coordinator.municipality,
            invited_by=coordinator,
            roles=["report_official"],
            email="ambtenaar@voorbeeld.example",
        )

        page = text(log_in(client, coordinator).get("/mensen/"))

        assert "Robin" in page
        assert not any(word in page for word in ("Anna", "ambtenaar@voorbeeld.example"))

    def test_who_left_is_not_among_them(self, client, administrator):
        MembershipFactory(municipality=administrator.municipality, left=True, user__name="Vertrokken")

        assert "Vertrokken" not in text(log_in(client, administrator).get("/mensen/"))

    @pytest.mark.parametrize("who", ["official", "key_figure"])
    @pytest.mark.parametrize("path", ["/mensen/", "/mensen/uitnodigen/"])
    def test_others_may_not_look(self, client, who, path, request):
        assert log_in(client, request.getfixturevalue(who)).get(path).status_code == 403

    def test_a_coordinator_invites_somebody_who_may_become_a_key_figure(self, client, coordinator, sent):
        log_in(client, coordinator).post(
            "/mensen/uitnodigen/", {"email": "sam@voorbeeld.example", "name": "Sam", "roles": ["administrator"]}
        )

        invitation = Invitation.objects.get()
        assert (invitation.email, invitation.roles, invitation.invited_by) == (
            "sam@voorbeeld.example",
            ["candidate"],
            coordinator,
        )
        assert [row for row, _at in sent] == [invitation]

    def test_an_administrator_chooses_roles_and_gives_a_reason(self, client, administrator, sent):
        log_in(client, administrator)
        fields = {"email": "sam@voorbeeld.example", "name": "Sam", "roles": ["coordinator", "report_official"]}

        page = client.post("/mensen/uitnodigen/", fields)
        assert page.context["form"].errors.keys() == {"exception_reason"}

        client.post("/mensen/uitnodigen/", {**fields, "exception_reason": "Klein team"})
        assert Invitation.objects.get().exception_reason == "Klein team"

    def test_who_works_here_already_is_said_on_the_page(self, client, coordinator, key_figure, sent):
        page = log_in(client, coordinator).post("/mensen/uitnodigen/", {"email": key_figure.user.email})

        assert page.status_code == 400
        assert page.context["form"].non_field_errors()

    def test_an_invitation_is_withdrawn(self, client, coordinator):
        invitation = InvitationFactory(municipality=coordinator.municipality, invited_by=coordinator)

        log_in(client, coordinator).post(f"/mensen/uitnodiging/{invitation.uuid}/intrekken/")

        assert not Invitation.objects.exists()

    def test_rows_of_another_municipality_are_not_found(self, client, administrator):
        stranger, invitation = MembershipFactory(), InvitationFactory()
        log_in(client, administrator)

        assert client.get(f"/mensen/{stranger.uuid}/").status_code == 404
        assert client.post(f"/mensen/{stranger.uuid}/", {"roles": ["coordinator"]}).status_code == 404
        assert client.post(f"/mensen/{stranger.uuid}/beeindigen/", {"on": "2026-06-09"}).status_code == 404
        assert client.post(f"/mensen/uitnodiging/{invitation.uuid}/intrekken/").status_code == 404
        assert Membership.objects.get(pk=stranger.pk).end_date is None
        assert Invitation.objects.exists()

    def test_a_coordinator_does_not_change_roles(self, client, coordinator, key_figure):
        log_in(client, coordinator)

        assert client.get(f"/mensen/{key_figure.uuid}/").status_code == 403
        assert client.post(f"/mensen/{key_figure.uuid}/beeindigen/", {"on": "2026-06-09"}).status_code == 403

    def test_an_administrator_changes_roles(self, client, administrator, key_figure):
        log_in(client, administrator).post(f"/mensen/{key_figure.uuid}/", {"roles": ["policy_adviser"], "exception_reason": ""})

        assert Membership.objects.get(pk=key_figure.pk).roles == ["policy_adviser"]

    def test_and_reads_why_it_cannot_be_done(self, client, administrator):
        page = log_in(client, administrator).post(f"/mensen/{administrator.uuid}/", {"roles": ["report_official"]})

        assert page.status_code == 400
        assert Membership.objects.get(pk=administrator.pk).roles == ["administrator"]

    def test_somebody_stops(self, client, administrator, key_figure):
        log_in(client, administrator).post(f"/mensen/{key_figure.uuid}/beeindigen/", {"on": "2026-06-12"})

        assert Membership.objects.get(pk=key_figure.pk).end_date == date(2026, 6, 12)

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, administrator, rows, django_assert_num_queries):
        for _row in range(rows):
            InvitationFactory(municipality=administrator.municipality, invited_by=administrator)
        for _row in range(rows - 1):
            MembershipFactory(municipality=administrator.municipality)
        log_in(client, administrator).get("/mensen/")

        with django_assert_num_queries(5):
            client.get("/mensen/")

    def test_a_hundred_fit_on_a_page(self, client, administrator):
        for _row in range(100):
            MembershipFactory(municipality=administrator.municipality)
        log_in(client, administrator)

        assert len(client.get("/mensen/").context["page"]) == 100
        assert len(client.get("/mensen/?pagina=2").context["page"]) == 1


@pytest.mark.parametrize(
    "name", ["accounts:account", "accounts:absence_list", "accounts:member_list", "accounts:invite", "accounts:welcome"]
)
def test_strangers_are_sent_to_log_in(client, name):
    path = reverse(name)

    assert client.get(path).url == f"/inloggen/?next={path}"
    assert client.post(path).url == f"/inloggen/?next={path}"
