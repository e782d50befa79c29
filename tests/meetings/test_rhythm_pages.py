from datetime import timedelta

import pytest
from django.urls import reverse

from meetings.actions import rhythm
from meetings.models.rhythm import MeetingRhythm
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import MeetingFactory

DAY = timedelta(days=1)
YEAR, SETTINGS, HOME = reverse("meetings:meeting_year"), reverse("meetings:rhythm_settings"), reverse("home")
NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def year_of(client, member, query=""):
    return log_in(client, member).get(YEAR + query).context["year"]


class TestTheYear:
    def test_it_says_what_is_still_to_plan_and_counts_held_and_planned_beside_what_is_wanted(self, client, waterveen, marieke):
        for days in (-60, -20, 20):
            MeetingFactory(municipality=waterveen, starts_at=AT + days * DAY)
        MeetingFactory(municipality=waterveen, kind="tension", occasion="incident", starts_at=AT - 5 * DAY)
        MeetingFactory(municipality=waterveen, cancelled=True)

        year = year_of(client, marieke)

        assert year.title == "Eén bijeenkomst is nog te plannen in 2026"
        assert year.lead == "3 in rustige tijd, 1 bij een incident."
        assert [(bar.label, bar.value, bar.more) for bar in year.bars] == [
            ("Netwerkbijeenkomst", "2 gehouden", "Er is er nog 1 gepland. Het doel is 4 per jaar."),
            ("Bijeenkomst bij spanning", "1 gehouden", "Er is er geen gepland."),
        ]
        assert year.cancelled == "1 bijeenkomst is afgezegd."

    def test_each_month_names_its_meetings_and_twelve_months_stand_there(self, client, waterveen, marieke):
        MeetingFactory(municipality=waterveen, title="Zomer", occasion="incident")
        MeetingFactory(municipality=waterveen, starts_at=AT.replace(month=12, day=31, hour=23, minute=30))  # already January in Amsterdam

        months = year_of(client, marieke).months

        assert len(months) == 12
        assert [(entry.title, entry.words) for entry in months[5].entries] == [("Zomer", f"Di 23{NO_BREAK}jun, netwerkbijeenkomst, gepland, bij een incident")]
        assert months[11].entries == []
        assert [len(month.entries) for month in year_of(client, marieke, "?jaar=2027").months] == [1] + [0] * 11

    def test_a_year_that_is_over_says_how_it_went(self, client, waterveen, marieke):
        MeetingFactory(municipality=waterveen, starts_at=AT.replace(year=2025))

        assert year_of(client, marieke, "?jaar=2025").title == "1 van de 4 bijeenkomsten zijn gehouden in 2025"

    def test_when_all_are_there_it_says_so_and_more_of_one_kind_is_not_one_of_another(self, client, waterveen, marieke):
        rhythm.set_targets({"network": 1, "thanks": 1}, by=marieke, at=AT)
        for _each in range(2):
            MeetingFactory(municipality=waterveen)
        assert year_of(client, marieke).title == "Eén bijeenkomst is nog te plannen in 2026"

        MeetingFactory(municipality=waterveen, kind="thanks")
        assert year_of(client, marieke).title == "Alle bijeenkomsten van 2026 zijn gehouden of gepland"

    @pytest.mark.parametrize("year", ["", "nooit", "-1", "0", "99999999999999", "²"])
    def test_what_is_no_year_is_this_one(self, client, marieke, year):
        assert year_of(client, marieke, f"?jaar={year}").title.endswith("2026")

    def test_who_may_see_figures_reads_no_titles(self, client, waterveen, annemarie):
        meeting = MeetingFactory(municipality=waterveen, title="Zomer")

        page = log_in(client, annemarie).get(YEAR).content.decode()

        assert "netwerkbijeenkomst, gepland" in page
        assert "Zomer" not in page
        assert str(meeting.uuid) not in page

    def test_others_and_other_municipalities_see_nothing_of_it(self, client, waterveen, joris, robin, neighbour):
        MeetingFactory(municipality=waterveen)

        assert [month.entries for month in year_of(client, neighbour).months] == [[]] * 12
        for member in (joris, robin.member):
            assert log_in(client, member).get(YEAR).status_code == 404

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_asks_the_same_number_for_one_and_for_three(self, client, waterveen, marieke, number, django_assert_num_queries):
        MeetingFactory.create_batch(number, municipality=waterveen)
        log_in(client, marieke).get(YEAR)

        with django_assert_num_queries(4):
            client.get(YEAR)


class TestSettings:
    def test_the_administrator_and_the_coordinator_choose_how_often(self, client, waterveen, marieke):
        administrator = MembershipFactory(administrator=True, municipality=waterveen)
        for number, member in ((6, administrator), (3, marieke)):
            values = {"network": number, "bilateral": 0, "training": 0, "tension": 0, "thanks": 1}
            assert log_in(client, member).post(SETTINGS, values).status_code == 302

            assert MeetingRhythm.objects.per_year(waterveen) == values
        assert 'value="3"' in client.get(SETTINGS).content.decode()

    @pytest.mark.parametrize("wrong", ["", "-1", "53", "vaak", "1.5"])
    def test_what_is_no_number_of_meetings_stands_beside_its_field(self, client, marieke, wrong):
        answer = log_in(client, marieke).post(SETTINGS, {"network": wrong, "bilateral": 0, "training": 0, "tension": 0, "thanks": 0})

        assert answer.status_code == 400
        assert list(answer.context["form"].errors) == ["network"]
        assert not MeetingRhythm.objects.exists()

    def test_others_find_no_settings(self, client, joris, robin, annemarie):
        for member in (joris, robin.member, annemarie):
            assert log_in(client, member).get(SETTINGS).status_code == 404

    def test_one_municipality_changes_nothing_of_another(self, client, waterveen, marieke, oeverland):
        log_in(client, marieke).post(SETTINGS, {"network": 9, "bilateral": 0, "training": 0, "tension": 0, "thanks": 0})

        assert MeetingRhythm.objects.per_year(oeverland)["network"] == 4


class TestThePromiseOnThePage:
    def test_today_says_which_kind_and_since_when_and_leads_to_planning_it(self, client, waterveen, marieke):
        MeetingFactory(municipality=waterveen, organiser=marieke, starts_at=AT - 93 * DAY, invited=True)
        rhythm.follow_all(at=AT)

        page = log_in(client, marieke).get(HOME).content.decode()
        row = MeetingRhythm.objects.get()
        leads_to = client.get(reverse("meetings:rhythm_plan", args=[row.uuid]))

        assert "Er is geen volgende bijeenkomst gepland" in page
        assert f"Netwerkbijeenkomst. De laatste was op 8{NO_BREAK}maart." in page
        assert leads_to.url == "/bijeenkomsten/plannen/?soort=network"

    def test_another_municipality_and_who_organises_nothing_do_not_find_it(self, client, waterveen, marieke, neighbour, annemarie):
        rhythm.follow_all(at=AT)
        row = MeetingRhythm.objects.get(municipality=waterveen)

        for member in (neighbour, annemarie):
            assert log_in(client, member).get(reverse("meetings:rhythm_plan", args=[row.uuid])).status_code == 404
