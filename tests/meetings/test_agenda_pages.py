from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from meetings.presentation.agenda import section
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import AgendaItemFactory, AttendeeFactory, MeetingFactory

CLOSED = datetime(2026, 6, 17, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def meeting(waterveen, marieke, joris, robin, sam):
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, invited=True, agenda_closes_on=date(2026, 6, 16))
    for figure in (robin, sam):
        AttendeeFactory(meeting=meeting, member=figure.member)
    return meeting


@pytest.fixture
def item(meeting, robin):
    return AgendaItemFactory(meeting=meeting, proposed_by=robin.member, title="Licht in het park", explanation="Het is er donker.", position=1)


def page(client, member, row, name="meeting_detail"):
    return log_in(client, member).get(reverse(f"meetings:{name}", args=[row.uuid]))


def post(client, member, row, name, **data):
    return log_in(client, member).post(reverse(f"meetings:{name}", args=[row.uuid]), data)


def answers(**other):
    return {"title": "Licht in het park", "aim": "ask", "minutes": "15", "explanation": "", "submission": str(uuid4()), **other}


class TestTheAgendaOnThePageOfTheMeeting:
    def test_everybody_who_is_invited_sees_it_and_who_proposed_reads_that_it_is_hers(self, client, item, robin, sam):
        hers, another = (page(client, figure.member, item.meeting).content.decode() for figure in (robin, sam))

        assert "Iets vragen, 10 minuten. Uw punt" in hers
        assert "Iets vragen, 10 minuten. Van een sleutelfiguur" in another
        assert "Het is er donker." in another

    def test_the_name_of_who_proposed_it_is_for_the_chair_and_the_organiser_only(self, client, waterveen, item, robin, sam, marieke, joris):
        lead = MembershipFactory(team_lead=True, municipality=waterveen)
        AttendeeFactory(meeting=item.meeting, member=lead)
        name = robin.member.name

        assert f"Van {name}" in page(client, marieke, item.meeting).content.decode()
        assert f"Van {name}" in page(client, joris, item.meeting).content.decode()
        for member in (sam.member, lead):
            for row, where in ((item.meeting, "meeting_detail"), (item, "point_detail")):
                assert name not in page(client, member, row, where).content.decode()

    def test_it_says_how_long_it_takes_and_warns_when_it_does_not_fit(self, client, item, robin):
        assert "Eén punt, samen 10 minuten. De bijeenkomst duurt 120 minuten." in page(client, robin.member, item.meeting).content.decode()

        AgendaItemFactory(meeting=item.meeting, minutes=111, position=2)

        assert "De punten duren 1 minuut langer dan de bijeenkomst." in page(client, robin.member, item.meeting).content.decode()

    def test_it_says_until_when_and_then_that_it_is_closed_and_whom_to_call(self, client, meeting, robin, time_machine):
        assert "tot en met dinsdag 16\N{NO-BREAK SPACE}juni" in page(client, robin.member, meeting).content.decode()

        time_machine.move_to(CLOSED, tick=False)
        closed = page(client, robin.member, meeting).content.decode()

        assert "De agenda is gesloten sinds dinsdag 16\N{NO-BREAK SPACE}juni. Kan een punt niet wachten? Bel Joris." in closed
        assert reverse("meetings:agenda_new", args=[meeting.uuid]) not in closed

    def test_what_was_taken_back_is_gone_for_all_who_are_invited(self, client, item, robin, sam):
        AgendaItem.objects.update(withdrawn_at=AT)

        for figure in (robin, sam):
            assert "Licht in het park" not in page(client, figure.member, item.meeting).content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_asks_the_same_number_for_one_point_and_for_three(self, meeting, robin, joris, number, django_assert_num_queries):
        for place in range(1, number + 1):
            AgendaItemFactory(meeting=meeting, position=place)
        meeting = Meeting.objects.with_people().get()

        for reader in (robin.member, joris):
            with django_assert_num_queries(1):
                assert len(section(meeting, reader=reader, at=AT).points) == number


class TestProposing:
    def test_she_proposes_a_point_and_lands_where_it_stands(self, client, meeting, robin):
        response = post(client, robin.member, meeting, "agenda_new", **answers(brought_by="municipality"))

        item = AgendaItem.objects.get()
        assert (item.title, item.aim, item.minutes, item.brought_by) == ("Licht in het park", "ask", 15, "key_figure")
        assert response.url == f"{reverse('meetings:meeting_detail', args=[meeting.uuid])}#punt-{item.uuid}"

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            ({"title": ""}, "Schrijf in een paar woorden waar het over gaat."), ({"aim": "shout"}, "Kies er één uit de lijst."),
            ({"minutes": "veel"}, "Schrijf een getal, bijvoorbeeld 10."), ({"minutes": "0"}, "Schrijf minstens 1 minuut."),
            ({"minutes": "241"}, "Schrijf hoogstens 240 minuten."), ({"title": "x" * 121}, "Dit is te lang"), ({"explanation": "nul\x00"}, "Er staat een teken in de tekst"),
        ],
    )
    def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(self, client, meeting, robin, wrong, message):
        response = post(client, robin.member, meeting, "agenda_new", **answers(**{"explanation": "Na zes uur is het donker.", **wrong}))

        assert response.status_code == 400
        assert message in response.content.decode()
        assert "explanation" in wrong or "Na zes uur is het donker." in response.content.decode()
        assert AgendaItem.objects.count() == 0

    @pytest.mark.parametrize(
        "text", ["Ik zag mevrouw De Wit daar.", "De jongens van Karim El Idrissi staan er.", "Bel 06 12 34 56 78 voor meer.", "Er staan vaak Polen."],
    )
    def test_a_name_of_a_person_or_an_origin_warns_once_and_never_blocks(self, client, meeting, robin, text):
        first = post(client, robin.member, meeting, "agenda_new", **answers(explanation=text))
        assert (first.status_code, AgendaItem.objects.count()) == (200, 0)
        form = first.context["form"]

        again = post(client, robin.member, meeting, "agenda_new", **answers(explanation=text, hints_seen=form.data["hints_seen"]))

        assert (again.status_code, AgendaItem.objects.count()) == (302, 1)

    @pytest.mark.parametrize("text", ["Het licht bij de Grote Kerkstraat is stuk.", "De gemeente Waterveen kan dit.", "Meer bankjes. De speeltuin is leeg."])
    def test_a_place_or_an_organisation_does_not_warn(self, client, meeting, robin, text):
        assert post(client, robin.member, meeting, "agenda_new", **answers(explanation=text)).status_code == 302

    def test_who_sends_it_just_after_closing_keeps_what_she_typed(self, client, meeting, robin, time_machine):
        time_machine.move_to(CLOSED, tick=False)

        response = post(client, robin.member, meeting, "agenda_new", **answers(explanation="Na zes uur is het donker."))

        assert response.status_code == 409
        assert "De agenda is gesloten. Kan een punt niet wachten? Bel Joris." in response.content.decode()
        assert "Na zes uur is het donker." in response.content.decode()
        assert AgendaItem.objects.count() == 0

    def test_after_closing_the_page_says_so_and_has_no_form_but_for_the_chair(self, client, meeting, robin, joris, time_machine):
        time_machine.move_to(CLOSED, tick=False)

        assert "<textarea" not in page(client, robin.member, meeting, "agenda_new").content.decode()
        assert "<textarea" in page(client, joris, meeting, "agenda_new").content.decode()


class TestWhoSees:
    @pytest.mark.parametrize("name", ["agenda_new", "meeting_detail"])
    def test_who_is_not_invited_finds_nothing_of_the_meeting(self, client, waterveen, item, annemarie, neighbour, name):
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)

        for member in (annemarie, neighbour, other_chair):
            assert page(client, member, item.meeting, name).status_code == 404

    def test_nor_a_point_of_it_nor_a_step_with_it(self, client, waterveen, item, annemarie, neighbour):
        for member in (annemarie, neighbour, MembershipFactory(neutral_chair=True, municipality=waterveen)):
            assert page(client, member, item, "point_detail").status_code == 404
            for step in ("point_order", "point_withdraw", "point_off", "point_move_on"):
                assert post(client, member, item, step, way="up", because="Zomaar.").status_code == 404

    def test_only_who_keeps_the_agenda_can_put_points_elsewhere(self, client, item, robin, sam, marieke):
        for member in (robin.member, sam.member, marieke):
            assert post(client, member, item, "point_order", way="first").status_code == 404
            assert post(client, member, item, "point_off", because="Zomaar.").status_code == 404
        assert AgendaItem.objects.get(withdrawn_at=None) == item

    def test_nobody_takes_back_the_point_of_somebody_else(self, client, item, sam, joris):
        for member in (sam.member, joris):
            assert post(client, member, item, "point_withdraw").status_code == 404


class TestSteps:
    @pytest.fixture
    def second(self, meeting, sam):
        return AgendaItemFactory(meeting=meeting, proposed_by=sam.member, title="Bankjes", position=2)

    def test_the_chair_changes_the_order_with_plain_buttons(self, client, item, second, joris):
        assert '<button class="utrecht-button utrecht-button--subtle" type="submit" name="way" value="up">' in page(client, joris, item.meeting).content.decode()

        response = post(client, joris, second, "point_order", way="up")

        assert response.url.endswith(f"#punt-{second.uuid}")
        assert list(AgendaItem.objects.of_meeting(item.meeting).values_list("title", flat=True)) == ["Bankjes", "Licht in het park"]

    def test_another_way_does_not_exist(self, client, item, joris):
        assert post(client, joris, item, "point_order", way="sideways").status_code == 404

    def test_without_a_chair_the_organiser_has_the_buttons_and_with_one_not(self, client, item, second, marieke):
        assert 'name="way"' not in page(client, marieke, item.meeting).content.decode()
        Meeting.objects.update(chair=None)

        assert 'name="way"' in page(client, marieke, item.meeting).content.decode()

    def test_order_of_a_cancelled_meeting_stays_and_the_page_says_why(self, client, item, second, joris):
        Meeting.objects.update(state="cancelled", cancelled_at=AT)

        response = post(client, joris, second, "point_order", way="up")

        assert response.status_code == 409
        assert "De volgorde blijft." in response.content.decode()

    def test_she_takes_her_point_back_from_its_page(self, client, item, robin):
        assert "Neem mijn punt terug" in page(client, robin.member, item, "point_detail").content.decode()

        assert post(client, robin.member, item, "point_withdraw").status_code == 302
        assert "Dit punt is teruggenomen op dinsdag 9\N{NO-BREAK SPACE}juni." in page(client, robin.member, item, "point_detail").content.decode()

    def test_taking_off_asks_why_and_keeps_what_was_typed_when_it_is_too_late(self, client, item, robin, joris):
        assert post(client, joris, item, "point_off", because="").status_code == 400
        AgendaItem.objects.update(withdrawn_at=AT)

        response = post(client, joris, item, "point_off", because="Dit besprak de wijkraad al.")

        assert response.status_code == 409
        assert "Dit besprak de wijkraad al." in response.content.decode()

    def test_a_point_goes_to_a_later_meeting_that_the_chair_leads(self, client, waterveen, item, joris):
        later = MeetingFactory(municipality=waterveen, chair=joris, title="Najaar", starts_at=AT + timedelta(days=100))
        another = MeetingFactory(municipality=waterveen, title="Van een ander", starts_at=AT + timedelta(days=100))
        shown = page(client, joris, item, "point_detail").content.decode()
        assert "Najaar" in shown
        assert "Van een ander" not in shown

        assert post(client, joris, item, "point_move_on", to=str(another.uuid), because="Later.").status_code == 400
        assert post(client, joris, item, "point_move_on", to=str(later.uuid), because="Later.").status_code == 302
        assert AgendaItem.objects.get().meeting == later

    def test_without_a_later_meeting_it_can_only_be_taken_off(self, client, item, joris):
        shown = page(client, joris, item, "point_detail").content.decode()

        assert "Van de agenda halen" in shown
        assert "Naar een latere bijeenkomst" not in shown
        assert post(client, joris, item, "point_move_on", to=str(uuid4()), because="Later.").status_code == 400
