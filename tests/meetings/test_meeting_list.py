from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import AttendeeFactory, MeetingFactory

LIST = reverse("meetings:meeting_list")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def titles(client, member, query=""):
    return [row.title for row in log_in(client, member).get(LIST + query).context["rows"]]


def text(client, member, address=LIST):
    return log_in(client, member).get(address).content.decode()


class TestTheList:
    def test_the_next_comes_first_and_of_the_past_the_last_one(self, client, waterveen, marieke):
        for days, title in ((30, "Oktober"), (3, "Juni"), (-30, "Mei"), (-60, "April")):
            MeetingFactory(municipality=waterveen, title=title, starts_at=AT + timedelta(days=days))
        MeetingFactory(municipality=waterveen, title="Ging niet door", cancelled=True)

        assert titles(client, marieke) == ["Juni", "Oktober"]
        assert titles(client, marieke, "?toon=geweest") == ["Mei", "April"]
        assert titles(client, marieke, "?toon=afgezegd") == ["Ging niet door"]

    def test_a_meeting_that_goes_on_now_still_comes(self, client, waterveen, marieke):
        MeetingFactory(municipality=waterveen, title="Nu", starts_at=AT - timedelta(minutes=30))

        assert titles(client, marieke) == ["Nu"]

    def test_after_25_there_is_a_next_page(self, client, waterveen, marieke):
        for day in range(1, 28):
            MeetingFactory(municipality=waterveen, title=f"Dag {day}", starts_at=AT + timedelta(days=day))
        first = log_in(client, marieke).get(LIST).context

        second = client.get(LIST + first["page"].next_url).context

        assert [row.title for row in first["rows"]][-1] == "Dag 25"
        assert [row.title for row in second["rows"]] == ["Dag 26", "Dag 27"]
        assert second["page"].next_url == ""

    def test_the_organiser_reads_how_many_come_and_a_key_figure_what_she_answered(self, client, waterveen, marieke, robin, sam):
        meeting = MeetingFactory(municipality=waterveen, invited=True)
        AttendeeFactory(meeting=meeting, member=sam.member)
        assert "Nog niemand zei ja, 1 antwoordde nog niet" in text(client, marieke)
        AttendeeFactory(meeting=meeting, member=robin.member, comes=True)

        assert "1 persoon komt, 1 antwoordde nog niet" in text(client, marieke)
        assert "Ik kom" in text(client, robin.member)
        assert "Nog geen antwoord gegeven" in text(client, sam.member)
        assert "persoon komt" not in text(client, sam.member)

    def test_when_there_is_nothing_it_says_so(self, client, marieke):
        assert "Er is nu geen bijeenkomst gepland" in text(client, marieke)


class TestWhoSeesWhich:
    def test_others_see_those_to_which_they_were_invited_or_which_they_lead(self, client, waterveen, marieke, joris, robin, annemarie):
        AttendeeFactory(meeting=MeetingFactory(municipality=waterveen, title="Gestuurd", invited=True), member=robin.member)
        AttendeeFactory(meeting=MeetingFactory(municipality=waterveen, title="Nog niet gestuurd"), member=robin.member)
        MeetingFactory(municipality=waterveen, title="Geleid", chair=joris)
        MeetingFactory(municipality=waterveen, title="Van een ander", invited=True)

        assert sorted(titles(client, marieke)) == ["Geleid", "Gestuurd", "Nog niet gestuurd", "Van een ander"]
        assert titles(client, robin.member) == ["Gestuurd"]
        assert titles(client, joris) == ["Geleid"]
        assert titles(client, annemarie) == []

    def test_another_municipality_sees_nothing(self, client, meeting, neighbour):
        assert titles(client, neighbour) == []
        assert client.get(reverse("meetings:meeting_detail", args=[meeting.uuid])).status_code == 404

    def test_who_was_not_invited_or_leads_another_one_does_not_find_the_page(self, client, waterveen, meeting, robin, annemarie):
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)
        for member in (robin.member, annemarie, other_chair):
            assert log_in(client, member).get(reverse("meetings:meeting_detail", args=[meeting.uuid])).status_code == 404

    def test_the_privacy_officer_has_no_list(self, client, waterveen):
        assert log_in(client, MembershipFactory(privacy_officer=True, municipality=waterveen)).get(LIST).status_code == 404

    def test_a_key_figure_finds_it_under_more_and_a_chair_in_her_rail(self, client, robin, joris):
        assert f'href="{LIST}"' in text(client, robin.member, reverse("more"))
        assert f'href="{LIST}"' in text(client, joris, reverse("home"))


class TestThePage:
    def test_it_says_when_where_and_who_leads(self, client, meeting, marieke):
        page = text(client, marieke, reverse("meetings:meeting_detail", args=[meeting.uuid]))

        assert "Dinsdag 23\N{NO-BREAK SPACE}juni, 19.30 tot 21.30\N{NO-BREAK SPACE}uur" in page
        assert "Buurthuis De Sluis" in page
        assert "Joris" in page

    def test_only_who_organises_or_leads_reads_why_it_is_held(self, client, waterveen, marieke, joris, robin):
        meeting = MeetingFactory(municipality=waterveen, chair=joris, occasion="incident", invited=True)
        AttendeeFactory(meeting=meeting, member=robin.member)
        address = reverse("meetings:meeting_detail", args=[meeting.uuid])

        assert "incident" in text(client, marieke, address)
        assert "incident" in text(client, joris, address)
        assert "incident" not in text(client, robin.member, address)


class TestQuestionsToTheDatabase:
    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_asks_the_same_number_for_one_and_for_three(self, client, waterveen, marieke, robin, number, django_assert_num_queries):
        for _each in range(number):
            AttendeeFactory(meeting=MeetingFactory(municipality=waterveen, invited=True), member=robin.member, comes=True)
        log_in(client, marieke).get(LIST)

        with django_assert_num_queries(6):
            client.get(LIST)

        log_in(client, robin.member).get(LIST)
        with django_assert_num_queries(5):
            client.get(LIST)
