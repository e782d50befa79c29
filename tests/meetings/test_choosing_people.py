"""Whom to ask or to invite, for a handful and for a network of hundreds, on the page of an invitation and on that of a date poll."""

import pytest
from django.urls import reverse

from keyfigures.models.figure import KeyFigure
from meetings.models.attendance import Attendee
from meetings.models.poll import DatePoll, PollInvitee
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, AreaFactory, KeyFigureFactory
from tests.meetings.polls import FIRST, SECOND, answered, answers_of, changed, made
from tests.meetings.test_poll_pages import NEW, posted

pytestmark = pytest.mark.django_db
NOTHING_SENT = "Er is nog niets verstuurd."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def page(client, marieke, meeting):
    """The page of the invitation, with who organises before it."""
    log_in(client, marieke)
    return reverse("meetings:invite", args=[meeting.uuid])


@pytest.fixture
def north(waterveen):
    return AreaFactory(municipality=waterveen, name="Noord")


@pytest.fixture
def many(waterveen, north):
    """Fifty key figures, "Persoon 00" to "Persoon 49", of whom the first forty-five in Noord; and José."""
    people = [KeyFigureFactory(municipality=waterveen, member__user__name=f"Persoon {number:02}") for number in range(50)]
    for each in people[:45]:
        each.areas.set([north])
    return [*people, KeyFigureFactory(municipality=waterveen, member__user__name="José")]


def uuids(*figures):
    return [str(each.member.uuid) for each in figures]


def drawn(answer, name="key_figures"):
    """Value → whether it is ticked, of the boxes that stand on the page."""
    found = {}
    for piece in answer.content.decode().split("<input ")[1:]:
        tag = piece.split(">")[0]
        if 'type="checkbox"' in tag and f'name="{name}"' in tag:
            found[tag.split('value="')[1].split('"')[0]] = "checked" in tag
    return found


def ticked(answer):
    return [value for value, is_ticked in drawn(answer).items() if is_ticked]


class TestAHandful:
    def test_they_stand_in_one_list_and_nobody_is_ticked(self, client, page, robin, sam):
        assert drawn(client.get(page)) == {uuids(robin)[0]: False, uuids(sam)[0]: False}

    def test_everybody_nobody_a_role_or_an_area_is_ticked_with_one_button_and_nothing_is_sent(self, client, page, north, robin, sam):
        robin.areas.set([north])
        KeyFigure.objects.filter(pk=sam.pk).update(network_roles=["mediate"])

        assert ticked(client.post(page, {"kies": "iedereen"})) == uuids(robin, sam)
        assert ticked(client.post(page, {"kies": "niemand", "key_figures": uuids(robin, sam)})) == []
        assert ticked(client.post(page, {"kies": "groep", "search_area": str(north.uuid)})) == uuids(robin)
        assert ticked(client.post(page, {"kies": "groep", "search_role": "mediate"})) == uuids(sam)
        assert ticked(client.post(page, {"kies": "groep", "search_role": "mediate", "search_area": str(north.uuid)})) == []
        assert not Attendee.objects.exists()

    def test_a_group_comes_beside_who_was_ticked_already(self, client, page, north, robin, sam):
        robin.areas.set([north])

        answer = client.post(page, {"kies": "groep", "search_area": str(north.uuid), "key_figures": uuids(sam)})

        assert ticked(answer) == uuids(robin, sam)

    def test_a_group_that_was_filled_in_and_not_chosen_holds_sending_up_once(self, client, page, north, robin, sam):
        data = {"key_figures": uuids(sam), "search_area": str(north.uuid), "searched": ""}
        held_up = client.post(page, data)

        assert held_up.status_code == 200
        assert NOTHING_SENT in held_up.content.decode()
        assert ticked(held_up) == uuids(sam)
        assert client.post(page, {**data, "searched": held_up.context["form"]["searched"].value()}).status_code == 302
        assert [each.member for each in Attendee.objects.all()] == [sam.member]

    @pytest.mark.parametrize(
        "wrong", [{"search_area": "geen-wijk"}, {"search_role": "koning"}, {"search_name": "\x00%"}, {"key_figures": "geen-uuid"}, {"kies": "wat"}],
    )
    def test_nonsense_does_no_harm(self, client, page, robin, wrong):
        answer = client.post(page, {"kies": "groep", **wrong})

        assert answer.status_code == 200
        assert ticked(answer) == []

    def test_nobody_of_elsewhere_comes_along_with_everybody(self, client, page, robin, oeverland, waterveen):
        KeyFigureFactory(municipality=oeverland)
        KeyFigureFactory(municipality=waterveen, paused=True)

        assert ticked(client.post(page, {"kies": "iedereen"})) == uuids(robin)


class TestHundreds:
    def test_nobody_stands_there_before_somebody_is_looked_for(self, client, page, many):
        assert drawn(client.get(page)) == {}

    def test_a_name_is_found_without_its_accent_and_by_its_parts(self, client, page, many):
        def found(name):
            return list(drawn(client.post(page, {"kies": "zoek", "search_name": name})))

        assert found("jose") == uuids(many[-1])
        assert found("7 PERSOON") == uuids(many[7], many[17], many[27], many[37], many[47])
        assert found("zzz") == []

    def test_who_is_ticked_stays_while_others_are_looked_for(self, client, page, many):
        answer = client.post(page, {"kies": "zoek", "search_name": "jose", "key_figures": uuids(many[3])})

        assert drawn(answer) == {uuids(many[3])[0]: True, uuids(many[-1])[0]: False}
        assert "1 van de 51 is gekozen." in answer.content.decode()

    def test_of_more_than_fit_on_a_page_the_rest_is_counted_and_the_whole_group_can_be_chosen(self, client, page, north, many):
        looked = {"search_area": str(north.uuid)}
        answer = client.post(page, {"kies": "zoek", **looked})

        assert len(drawn(answer)) == 40
        assert "45 mensen passen en zijn nog niet gekozen." in answer.content.decode()
        assert "5 staan hier niet bij." in answer.content.decode()
        assert ticked(client.post(page, {"kies": "groep", **looked})) == uuids(*many[:45])

    def test_everybody_is_invited_with_two_buttons(self, client, page, many):
        chosen = client.post(page, {"kies": "iedereen"})
        assert "Alle 51 actieve sleutelfiguren zijn gekozen." in chosen.content.decode()

        assert client.post(page, {"key_figures": ticked(chosen)}).status_code == 302
        assert Attendee.objects.count() == 51

    def test_the_enter_key_in_the_name_sends_nothing_and_looks(self, client, page, many):
        answer = client.post(page, {"key_figures": uuids(many[0]), "search_name": "jose", "searched": ""})

        assert answer.status_code == 200
        assert NOTHING_SENT in answer.content.decode()
        assert drawn(answer) == {uuids(many[0])[0]: True, uuids(many[-1])[0]: False}
        assert not Attendee.objects.exists()

    def test_the_error_leads_to_the_list_and_not_to_a_box_that_is_not_there(self, client, page, many):
        answer = client.post(page, {"key_figures": []})

        assert answer.status_code == 400
        assert f'href="#{answer.context["form"]["key_figures"].auto_id}"' in answer.content.decode()

    def test_the_page_asks_the_same_number_for_a_handful_and_for_many(self, client, page, robin, django_assert_num_queries, request):
        client.get(page)
        for _times in range(2):
            with django_assert_num_queries(7):
                client.get(page)
            request.getfixturevalue("many")


class TestInADatePoll:
    def test_everybody_is_chosen_beforehand_and_looking_keeps_all_that_was_typed(self, client, marieke, many):
        log_in(client, marieke)
        assert len(ticked(client.get(NEW))) == 51

        answer = client.post(NEW, posted(many[1].member, title="Half af", last_day="", kies="zoek", search_name="jose", days=("2026-06-23", "")))

        assert answer.status_code == 200
        assert drawn(answer) == {uuids(many[1])[0]: True, uuids(many[-1])[0]: False}
        assert [form["day"].value() for form in answer.context["dates"].forms] == ["2026-06-23", ""]
        assert 'value="Half af"' in answer.content.decode()
        assert not DatePoll.objects.exists()

    def test_who_must_be_able_to_come_is_chosen_of_officials_and_of_who_was_found(self, client, waterveen, marieke, many):
        official = MembershipFactory(team_lead=True, municipality=waterveen)
        answer = log_in(client, marieke).post(NEW, posted(many[1].member, kies="zoek", search_name="jose", required=uuids(many[5])))

        boxes = drawn(answer, "required")
        assert str(official.uuid) in boxes
        assert {value: boxes[value] for value in boxes if value in uuids(*many)} == {uuids(many[5])[0]: True, uuids(many[-1])[0]: False}

    def test_fields_to_look_with_are_no_part_of_the_poll(self, client, marieke, many):
        log_in(client, marieke).post(NEW, posted(many[1].member, search_name="jose", searched="jose||"))

        assert [each.member for each in PollInvitee.objects.all()] == [many[1].member]

    def test_who_answered_and_who_did_not_stand_by_their_first_letter_when_they_are_many(self, client, marieke, many):
        poll = made(marieke, *(each.member for each in many))
        page = log_in(client, marieke).get(reverse("meetings:poll_detail", args=[poll.uuid]))

        assert [(group.letter, len(group.people)) for group in page.context["waited_for"]] == [("J", 1), ("P", 50)]
        assert [each.who for each in page.context["results"]] == [[("Geen antwoord", "51 mensen")]] * 2

    def test_of_two_long_lists_that_differ_only_the_names_that_differ_are_told(self, client, marieke, pim, many):
        members = [each.member for each in many]
        poll = made(marieke, *members[:40])
        changed(poll, pim, *members[:39])

        answer = log_in(client, marieke).post(reverse("meetings:poll_edit", args=[poll.uuid]), posted(*members[:41], version="1"))

        (told,) = answer.context["differences"]
        assert (answer.status_code, told.theirs, told.yours) == (409, "39 mensen", "41 mensen. Alleen hier: Persoon 39, Persoon 40")

    def test_who_paused_after_she_was_asked_stays_with_her_answer_when_something_else_changes(self, client, marieke, robin, sam):
        poll = made(marieke, robin.member, sam.member)
        answered(poll, robin.member, "yes", "no")
        KeyFigure.objects.filter(pk=robin.pk).update(stage="paused")
        page = log_in(client, marieke).get(reverse("meetings:poll_edit", args=[poll.uuid]))
        assert ticked(page) == uuids(sam)

        client.post(reverse("meetings:poll_edit", args=[poll.uuid]), posted(sam.member, title="Herfst", version="1"))

        poll.refresh_from_db()
        assert poll.title == "Herfst"
        assert answers_of(poll, robin.member) == [(FIRST[0], "yes"), (SECOND[0], "no")]
