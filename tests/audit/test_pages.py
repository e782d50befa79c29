"""What the privacy officer sees, and nobody else."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from accounts import actions
from accounts.roles import Role
from audit import verbs
from audit.log import record
from audit.paging import Place, place_in
from tests.factories.accounts import MembershipFactory, MunicipalityFactory, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
AT = datetime(2026, 6, 9, 10, tzinfo=UTC)
PATHS = ["/logboek/", "/logboek/noodtoegang/", "/logboek/uitzonderingen/", "/logboek/rechten/"]


@pytest.fixture(autouse=True)
def words(monkeypatch):
    monkeypatch.setattr(verbs, "_verbs", {})
    verbs.register("open", "geopend")
    verbs.register("break_glass", "noodtoegang gebruikt", alarming=True)


@pytest.fixture
def municipality():
    return MunicipalityFactory()


@pytest.fixture
def privacy_officer(municipality):
    return MembershipFactory(privacy_officer=True, municipality=municipality, user__name="Lena")


@pytest.fixture
def anna(municipality):
    return MembershipFactory(official=True, municipality=municipality, user__name="Anna")


@pytest.fixture
def inside(client, privacy_officer):
    return log_in(client, privacy_officer)


def lines(actor, number=1, verb="open", at=AT, **more):
    return [
        record(verb, at=at + timedelta(minutes=row), actor=actor, kind="accounts.membership", subject=uuid4(), **more)
        for row in range(number)
    ]


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


@pytest.mark.parametrize("path", PATHS)
class TestWho:
    def test_strangers_log_in_first(self, client, path):
        assert client.get(path).url == f"/inloggen/?next={path}"

    @pytest.mark.parametrize("role", ["key_figure", "official", "coordinator", "team_lead", "administrator"])
    def test_no_other_role_looks(self, client, municipality, role, path):
        assert log_in(client, MembershipFactory(municipality=municipality, **{role: True})).get(path).status_code == 403

    def test_the_privacy_officer_does(self, inside, path):
        assert inside.get(path).status_code == 200

    def test_nothing_of_another_municipality_is_there(self, inside, path):
        elsewhere = MembershipFactory(
            roles=[Role.COORDINATOR, Role.REPORT_OFFICIAL], exception_reason="Vreemde reden", user__name="Vreemdeling"
        )
        lines(elsewhere, verb="break_glass", reason="Vreemde reden")
        lines(elsewhere, reason="Vreemde reden")

        page = inside.get(f"{path}?wie={elsewhere.uuid}")

        assert not any(word in text(page) for word in ("Vreemdeling", "Vreemde reden"))

    def test_the_page_is_only_for_looking(self, inside, path):
        assert inside.post(path).status_code == 405


class TestLog:
    def test_a_line_names_who_what_and_why_and_when_in_dutch_time(self, inside, anna):
        lines(anna, reason="Vervanging")

        page = text(inside.get("/logboek/"))

        assert all(word in page for word in ("Anna", "geopend", "Vervanging", "9 juni 2026 12.00"))

    def test_fifty_to_a_page_and_the_next_begins_where_this_one_ends(self, inside, anna):
        lines(anna, 120)

        seen, path, sizes = [], "/logboek/", []
        while path:
            page = inside.get(path)
            sizes.append(len(page.context["rows"]))
            seen += [row["entry"].pk for row in page.context["rows"]]
            path = f"/logboek/?{page.context['next_page']}" if page.context["next_page"] else ""

        assert sizes == [50, 50, 20]
        assert seen == sorted(set(seen), reverse=True)

    def test_lines_of_one_moment_are_not_lost_between_pages(self, inside, anna):
        for _row in range(60):
            lines(anna)

        first = inside.get("/logboek/")
        second = inside.get(f"/logboek/?{first.context['next_page']}")

        assert len(first.context["rows"]) + len(second.context["rows"]) == 60

    @pytest.mark.parametrize("word", ["", "x", "2026-06-09_1", "2026-06-09T10:00:00+00:00_x", "_", "9999_9999"])
    def test_a_changed_address_begins_at_the_top(self, inside, anna, word):
        lines(anna, 3)

        assert len(inside.get("/logboek/", {"na": word}).context["rows"]) == 3

    def test_a_place_is_read_back_as_it_was_written(self):
        assert place_in(str(Place(AT, 7))) == Place(AT, 7)

    @pytest.mark.parametrize(
        ("question", "number"),
        [
            ({"wat": "break_glass"}, 1),
            ({"van": "2026-06-09"}, 3),
            ({"tot": "2026-06-08"}, 1),
            ({"van": "2026-06-08", "tot": "2026-06-08"}, 1),
            ({"wat": "nonsense"}, 4),
            ({"van": "31-02-2026"}, 4),
            ({"wie": "x"}, 4),
        ],
    )
    def test_it_is_narrowed_by_verb_and_dutch_day(self, inside, anna, question, number):
        lines(anna, 2)
        lines(anna, verb="break_glass")
        lines(anna, at=datetime(2026, 6, 8, 21, 59, tzinfo=UTC))

        assert len(inside.get("/logboek/", question).context["rows"]) == number

    def test_the_first_minute_of_a_dutch_day_belongs_to_it(self, inside, anna):
        lines(anna, at=datetime(2026, 6, 8, 22, 0, tzinfo=UTC))

        assert len(inside.get("/logboek/", {"van": "2026-06-09"}).context["rows"]) == 1

    def test_it_is_narrowed_to_one_person(self, inside, anna, municipality):
        lines(anna, 2)
        lines(MembershipFactory(municipality=municipality))

        assert len(inside.get("/logboek/", {"wie": anna.uuid}).context["rows"]) == 2

    def test_the_filter_goes_along_to_the_next_page(self, inside, anna):
        lines(anna, 60)
        lines(anna, 5, verb="break_glass")

        page = inside.get("/logboek/", {"wat": "open"})

        assert len(inside.get(f"/logboek/?{page.context['next_page']}").context["rows"]) == 10

    def test_an_unknown_verb_and_kind_are_shown_all_the_same(self, inside, anna):
        record("of_later", at=AT, actor=anna, kind="gone.thing")
        record("purge", at=AT, actor=None, municipality=anna.municipality, kind="nonsense", numbers={"texts": 7})

        page = text(inside.get("/logboek/"))

        assert "of_later" in page
        assert "texts: 7" in page

    def test_what_a_job_counted_is_said_in_words(self, inside, anna):
        verbs.register("purge", "Gewist", counted={"texts": "teksten", "reports": "meldingen"})
        record("purge", at=AT, actor=None, municipality=anna.municipality, kind="nonsense", numbers={"texts": 13, "reports": 1})

        assert "Gewist: iets anders, teksten: 13, meldingen: 1" in text(inside.get("/logboek/"))

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, inside, municipality, rows, django_assert_num_queries):
        for _row in range(rows):
            lines(MembershipFactory(official=True, municipality=municipality))
        inside.get("/logboek/")

        with django_assert_num_queries(3):
            inside.get("/logboek/")


class TestEmergencies:
    def test_only_what_rings_a_bell_is_there(self, inside, anna):
        lines(anna, 2, reason="gewoon")
        lines(anna, verb="break_glass", reason="Collega is ziek, melding over vandaag")

        page = text(inside.get("/logboek/noodtoegang/"))

        assert "Collega is ziek, melding over vandaag" in page
        assert "gewoon" not in page

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, inside, municipality, rows, django_assert_num_queries):
        for _row in range(rows):
            lines(MembershipFactory(official=True, municipality=municipality), verb="break_glass")
        inside.get("/logboek/noodtoegang/")

        with django_assert_num_queries(3):
            inside.get("/logboek/noodtoegang/")


class TestExceptions:
    def test_who_has_both_roles_and_why(self, inside, municipality, anna):
        MembershipFactory(
            municipality=municipality,
            roles=[Role.COORDINATOR, Role.REPORT_OFFICIAL],
            exception_reason="Klein team",
            user__name="Bo",
        )

        page = text(inside.get("/logboek/uitzonderingen/"))

        assert all(word in page for word in ("Bo", "Klein team"))
        assert "Anna" not in page

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, inside, municipality, rows, django_assert_num_queries):
        for _row in range(rows):
            MembershipFactory(
                municipality=municipality, roles=[Role.COORDINATOR, Role.REPORT_OFFICIAL], exception_reason="Klein team"
            )
        inside.get("/logboek/uitzonderingen/")

        with django_assert_num_queries(3):
            inside.get("/logboek/uitzonderingen/")


class TestRights:
    def test_a_change_shows_what_it_was_what_it_became_and_by_whom(self, inside, municipality, anna):
        administrator = MembershipFactory(administrator=True, municipality=municipality, user__name="Fatima")
        by = actions.Authority(member=administrator, person=administrator.user)
        actions.change_roles(anna, by=by, roles=[Role.POLICY_ADVISER], at=AT)
        actions.end_membership(anna, by=by, on=date(2026, 7, 1), at=AT)

        ended, changed = inside.get("/logboek/rechten/").context["changes"][:2]

        assert (changed.whose, len(changed.before), len(changed.after), changed.by) == ("Anna", 1, 1, "Fatima")
        assert changed.before != changed.after
        assert (ended.end_date, ended.by) == (date(2026, 7, 1), "Fatima")

    def test_a_change_past_the_application_has_no_name(self, inside, anna):
        type(anna).objects.filter(pk=anna.pk).update(roles=[Role.ADMINISTRATOR])

        assert inside.get("/logboek/rechten/").context["changes"][0].by == ""

    def test_choosing_a_deputy_is_no_change_of_rights(self, inside, municipality, anna):
        before = len(inside.get("/logboek/rechten/").context["changes"])
        actions.choose_deputy(anna, deputy=MembershipFactory(official=True, municipality=municipality), on=AT.date())

        assert len(inside.get("/logboek/rechten/").context["changes"]) == before + 1  # the colleague herself

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, inside, municipality, rows, django_assert_num_queries):
        administrator = MembershipFactory(administrator=True, municipality=municipality)
        for _row in range(rows):
            member = MembershipFactory(municipality=municipality)
            actions.change_roles(
                member, by=actions.Authority(member=administrator, person=administrator.user), roles=[Role.COORDINATOR], at=AT
            )
        inside.get("/logboek/rechten/")

        with django_assert_num_queries(4):
            inside.get("/logboek/rechten/")
