from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY
from tests.factories.meetings import ActionPointFactory, AgendaItemFactory, AttendeeFactory, MeetingFactory


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def meeting(waterveen, marieke, joris):
    return MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, invited=True)


def page(member, meeting):
    return log_in(Client(), member).get(reverse("meetings:preparation", args=[meeting.uuid]))


def text(member, meeting):
    return page(member, meeting).content.decode()


class TestWhatItSays:
    def test_when_and_where_and_who_come_as_numbers_without_a_name(self, meeting, joris, robin, sam):
        AttendeeFactory(meeting=meeting, member=robin.member, comes=True, needs=["interpreter"])
        AttendeeFactory(meeting=meeting, member=sam.member)
        AttendeeFactory(meeting=meeting, declines=True, needs=["travel"])

        shown = text(joris, meeting)

        assert "Dinsdag 23\N{NO-BREAK SPACE}juni, 19.30 tot 21.30\N{NO-BREAK SPACE}uur" in shown
        assert "Buurthuis De Sluis" in shown
        assert "1 komt, 1 komt niet, 1 antwoordde nog niet." in shown
        assert "Een tolk: 1" in shown
        assert "reis" not in shown.lower().split("een tolk: 1")[1][:20]
        assert robin.member.name not in shown

    def test_who_waits_for_a_place_does_not_come_yet(self, meeting, joris):
        AttendeeFactory(meeting=meeting, comes=True)
        AttendeeFactory(meeting=meeting, waits=True)
        AttendeeFactory(meeting=meeting, answer="maybe", answered_at=AT, answered_by="site")

        assert "1 komt, 1 wacht op een plek, 1 komt misschien." in text(joris, meeting)

    def test_last_time_is_the_last_one_with_a_report(self, waterveen, meeting, joris):
        AgendaItemFactory(meeting=MeetingFactory(municipality=waterveen, chair=joris, closed=True, title="Lente"), agreed="Er komen twee bankjes.")
        MeetingFactory(municipality=waterveen, chair=joris, over=True, title="Zonder verslag", starts_at=AT - timedelta(days=2))

        shown = text(joris, meeting)

        assert "Er komen twee bankjes." in shown
        assert "Zonder verslag" not in shown

    def test_each_point_has_the_time_at_which_it_begins(self, meeting, joris):
        for place, (title, minutes) in enumerate((("Welkom", 15), ("Licht", 40), ("Rondvraag", 10)), start=1):
            AgendaItemFactory(meeting=meeting, title=title, minutes=minutes, position=place)

        shown = text(joris, meeting)

        for words in ("19.30\N{NO-BREAK SPACE}uur: Welkom", "19.45\N{NO-BREAK SPACE}uur: Licht", "20.25\N{NO-BREAK SPACE}uur: Rondvraag"):
            assert words in shown

    def test_what_was_agreed_last_time_and_what_became_of_it(self, waterveen, meeting, joris):
        last = MeetingFactory(municipality=waterveen, chair=joris, closed=True, title="Lente")
        organiser = last.organiser
        AgendaItemFactory(
            meeting=last, title="Bankjes", agreed="Er komen twee bankjes.", position=1, answer="Ze staan er.", answered_at=AT, answered_by=organiser,
        )
        AgendaItemFactory(meeting=last, title="Licht", agreed="Wij vragen het na.", position=2)
        AgendaItemFactory(meeting=last, title="Zonder afspraak", position=3)
        ActionPointFactory(meeting=last, text="De wijkagent bellen.", done_at=AT)
        ActionPointFactory(meeting=last, text="De sleutel halen.", due_on=TODAY + timedelta(days=3))
        ActionPointFactory(meeting=last, text="Nee gezegd.", accepted_at=None, declined_at=AT)

        shown = text(joris, meeting)

        assert "Lente, dinsdag 26\N{NO-BREAK SPACE}mei" in shown
        assert "Bankjes: Er komen twee bankjes." in shown
        assert "Ze staan er." in shown
        assert "De gemeente vertelde nog niet wat zij ermee deed." in shown
        assert "Gedaan op dinsdag 9\N{NO-BREAK SPACE}juni." in shown
        assert "Nog niet gedaan; de afspraak was uiterlijk vrijdag 12\N{NO-BREAK SPACE}juni." in shown
        assert "Zonder afspraak" not in shown
        assert "Nee gezegd." not in shown

    def test_a_meeting_that_somebody_else_led_is_not_shown_to_the_chair_but_is_to_the_organiser(self, waterveen, meeting, joris, marieke):
        AgendaItemFactory(meeting=MeetingFactory(municipality=waterveen, closed=True, title="Lente"), agreed="Er komen twee bankjes.")

        assert "Er komen twee bankjes." not in text(joris, meeting)
        assert "Je leidde nog niet eerder" in text(joris, meeting)
        assert "Er komen twee bankjes." in text(marieke, meeting)


class TestWhoOpensIt:
    def test_who_organises_or_leads_it_and_nobody_else(self, waterveen, meeting, marieke, joris, robin, annemarie, neighbour):
        AttendeeFactory(meeting=meeting, member=robin.member)
        other = MembershipFactory(neutral_chair=True, municipality=waterveen)

        assert [page(member, meeting).status_code for member in (marieke, joris)] == [200, 200]
        assert [page(member, meeting).status_code for member in (robin.member, annemarie, neighbour, other)] == [404] * 4


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_the_same_number_for_one_and_for_three_of_everything(waterveen, meeting, joris, client, number, django_assert_num_queries):
    last = MeetingFactory(municipality=waterveen, chair=joris, closed=True)
    for place in range(1, number + 1):
        AttendeeFactory(meeting=meeting, comes=True, needs=["travel"])
        AgendaItemFactory(meeting=meeting, position=place)
        ActionPointFactory(meeting=last, item=AgendaItemFactory(meeting=last, position=place, agreed="Wij vragen het na."))
    log_in(client, joris).get(reverse("meetings:preparation", args=[meeting.uuid]))

    # session, member; meeting, points, last meeting, answers, needs, agreed, actions
    with django_assert_num_queries(9):
        client.get(reverse("meetings:preparation", args=[meeting.uuid]))


class TestTheStartPageOfAChair:
    def test_it_names_her_next_meeting_and_leads_to_it(self, client, waterveen, meeting, joris):
        MeetingFactory(municipality=waterveen, chair=joris, title="Later", starts_at=AT + timedelta(days=60))
        MeetingFactory(municipality=waterveen, title="Van een ander", starts_at=AT + timedelta(days=2))

        shown = log_in(client, joris).get("/").content.decode()

        assert "Je volgende bijeenkomst" in shown
        assert meeting.title in shown
        assert reverse("meetings:preparation", args=[meeting.uuid]) in shown
        assert "Later" not in shown
        assert "Van een ander" not in shown

    def test_without_a_meeting_it_says_nothing_of_one_nor_to_who_leads_none(self, client, meeting, joris, marieke):
        meeting.state, meeting.cancelled_at = "cancelled", AT
        meeting.save()

        for member in (joris, marieke):
            assert "Je volgende bijeenkomst" not in log_in(client, member).get("/").content.decode()
