from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from tests.factories.accounts import MembershipFactory, MunicipalityFactory, UserFactory, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
AT = datetime(2026, 6, 9, 10, tzinfo=UTC)


def who(client):
    return client.get("/wie/").json()


class TestMember:
    def test_a_stranger_is_nobody_and_costs_no_query(self, client, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert who(client) == {"member": None, "municipality": None, "all": []}

    @pytest.mark.parametrize("places", [1, 3])
    def test_who_is_logged_in_and_where_she_works_costs_one_query_beside_the_session(self, client, places, django_assert_num_queries):
        person = UserFactory()
        for _place in range(places):
            MembershipFactory(user=person)
        client.force_login(person)
        client.get("/wie/")  # writes when she was seen

        with django_assert_num_queries(2):
            assert len(who(client)["all"]) == places

    def test_she_works_where_she_chose(self, client):
        person = UserFactory()
        first = MembershipFactory(user=person, municipality=MunicipalityFactory(name="Aardenburg", slug="aardenburg"))
        second = MembershipFactory(user=person, municipality=MunicipalityFactory(name="Waterveen", slug="waterveen"))
        client.force_login(person)
        assert who(client)["municipality"] == "aardenburg"

        response = client.post("/gemeente/wisselen/", {"member": second.uuid})

        assert response.status_code == 302
        assert who(client) == {"member": second.pk, "municipality": "waterveen", "all": [first.pk, second.pk]}

    def test_a_membership_of_somebody_else_is_not_found(self, client, key_figure):
        stranger = MembershipFactory()
        client.force_login(key_figure.user)

        assert client.post("/gemeente/wisselen/", {"member": stranger.uuid}).status_code == 404
        assert client.post("/gemeente/wisselen/", {"member": "x"}).status_code == 404
        assert client.get("/gemeente/wisselen/").status_code == 405
        assert who(client)["member"] == key_figure.pk

    def test_a_changed_session_opens_no_other_municipality(self, client, key_figure):
        stranger = MembershipFactory()
        client.force_login(key_figure.user)
        session = client.session
        session["membership"] = stranger.pk
        session.save()

        assert who(client)["member"] == key_figure.pk

    def test_an_ended_membership_lapses_in_the_middle_of_a_session(self, client, key_figure):
        log_in(client, key_figure)
        with time_machine.travel(AT, tick=False):
            assert who(client)["member"] == key_figure.pk

            key_figure.end_date = AT.date()
            key_figure.save()

            assert who(client) == {"member": None, "municipality": None, "all": []}
            assert client.get("/lid/").status_code == 403

    def test_somebody_who_may_not_log_in_any_more_is_out_at_once(self, client, key_figure):
        log_in(client, key_figure)
        key_figure.user.is_active = False
        key_figure.user.save()

        assert client.get("/lid/").status_code == 302


class TestDecorators:
    @pytest.mark.parametrize("path", ["/lid/", "/meldpunt/", "/verborgen/", "/elders/"])
    def test_strangers_are_sent_to_log_in(self, client, path):
        response = client.get(path)

        assert (response.status_code, response.url) == (302, f"/inloggen/?next={path}")

    @pytest.mark.parametrize(("path", "status"), [("/lid/", 200), ("/meldpunt/", 403), ("/verborgen/", 404)])
    def test_a_key_figure_is_a_member_without_the_permission(self, client, key_figure, path, status):
        assert log_in(client, key_figure).get(path).status_code == status

    @pytest.mark.parametrize("path", ["/lid/", "/meldpunt/", "/verborgen/"])
    def test_an_official_has_it(self, client, official, path):
        assert log_in(client, official).get(path).status_code == 200

    def test_a_permission_counts_only_in_the_municipality_where_she_works_now(self, client, official):
        elsewhere = MembershipFactory(user=official.user, key_figure=True)

        assert log_in(client, elsewhere).get("/meldpunt/").status_code == 403
        assert log_in(client, official).get("/meldpunt/").status_code == 200


class TestIdle:
    @pytest.fixture
    def clock(self):
        with time_machine.travel(AT, tick=False) as clock:
            yield clock

    @pytest.fixture
    def hers(self, client, key_figure, clock):
        log_in(client, key_figure).get("/elders/")
        return client

    def test_until_fifteen_minutes_a_concern_page_opens(self, hers, clock):
        clock.shift(timedelta(minutes=15))

        assert hers.get("/meldingen/proef/").status_code == 200

    def test_after_fifteen_minutes_she_logs_in_again_and_goes_on_there(self, hers, clock):
        clock.shift(timedelta(minutes=15, seconds=1))

        response = hers.get("/meldingen/proef/?stap=2")

        assert (response.status_code, response.url) == (302, "/inloggen/?next=/meldingen/proef/%3Fstap%3D2")
        assert "_auth_user_id" not in hers.session

    def test_other_pages_stay_open(self, hers, clock):
        clock.shift(timedelta(minutes=40))

        assert hers.get("/elders/").status_code == 200

    def test_any_page_is_a_sign_of_life(self, hers, clock):
        for _quarter in range(3):
            clock.shift(timedelta(minutes=14))
            hers.get("/elders/")

        assert hers.get("/meldingen/proef/").status_code == 200

    def test_what_was_typed_is_handed_over_before_she_is_logged_out(self, hers, clock, key_figure, parked):
        clock.shift(timedelta(minutes=20))

        response = hers.post(
            "/meldingen/proef/", {"saw": "Ik zag het zelf"}, headers={"referer": "http://testserver/meldingen/proef/2/"}
        )

        assert parked == [(key_figure, {"saw": "Ik zag het zelf"})]
        assert response.url == "/inloggen/?next=/meldingen/proef/2/"
        assert "_auth_user_id" not in hers.session

    def test_a_stranger_who_posts_does_not_lose_it_either(self, client, parked):
        response = client.post("/meldingen/proef/", {"saw": "Ik zag het zelf"})

        assert parked == [(None, {"saw": "Ik zag het zelf"})]
        assert response.url == "/inloggen/?next=/meldingen/proef/"

    def test_a_page_elsewhere_is_not_kept(self, client, parked):
        client.post("/elders/", {"saw": "iets"})
        client.get("/meldingen/proef/")
        client.post("/meldingen/snel-weg/")

        assert parked == []

    def test_another_site_cannot_make_us_keep_anything(self, key_figure, parked):
        strict = Client(enforce_csrf_checks=True)

        assert strict.post("/meldingen/proef/", {"saw": "vals"}).status_code == 403
        assert parked == []

    def test_another_site_is_not_where_she_goes_on(self, client):
        response = client.post("/meldingen/proef/", {}, headers={"referer": "https://elders.example/meldingen/x/"})

        assert response.url == "/inloggen/?next=/meldingen/proef/"

    def test_the_mark_is_written_at_most_twice_a_minute(self, hers, clock, django_assert_num_queries):
        clock.shift(timedelta(seconds=29))
        with django_assert_num_queries(2):
            hers.get("/elders/")

        clock.shift(timedelta(seconds=1))
        hers.get("/elders/")
        assert hers.session["seen_at"] == int((AT + timedelta(seconds=30)).timestamp())


class TestSecondFactor:
    @pytest.mark.parametrize("who_is_it", ["official", "coordinator", "administrator"])
    def test_officials_reach_nothing_before_they_have_one(self, client, who_is_it, request):
        client.force_login(request.getfixturevalue(who_is_it).user)

        response = client.get("/elders/?a=1")

        assert (response.status_code, response.url) == (302, "/account/tweede-stap/?next=/elders/%3Fa%3D1")

    def test_a_key_figure_needs_none(self, client, key_figure):
        client.force_login(key_figure.user)

        assert client.get("/elders/").status_code == 200

    def test_a_key_figure_who_is_official_elsewhere_needs_one_everywhere(self, client, key_figure):
        MembershipFactory(user=key_figure.user, official=True)
        client.force_login(key_figure.user)

        assert client.get("/elders/").status_code == 302

    def test_the_technical_administrator_needs_one_without_any_membership(self, client):
        client.force_login(UserFactory(is_staff=True, is_superuser=True))

        assert client.get("/beheer/").status_code == 302

    def test_the_mark_of_another_person_counts_for_nothing(self, client, official, key_figure):
        client.force_login(official.user)
        session = client.session
        session["second_factor_of"] = key_figure.user_id
        session.save()

        assert client.get("/elders/").status_code == 302

    def test_pages_for_strangers_stay_open(self, client, official):
        client.force_login(official.user)

        assert client.get("/wie/").status_code == 200
