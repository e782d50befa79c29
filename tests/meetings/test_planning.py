from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from meetings.actions import NotPossible, planning
from meetings.actions.planning import ChangedMeanwhile, NotAhead
from meetings.models.meeting import Meeting
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import MeetingFactory

DAY = timedelta(days=1)
NEW = reverse("meetings:meeting_new")
# Tuesday 23 June 2026, 19.30 in Amsterdam
STARTS, ENDS = datetime(2026, 6, 23, 17, 30, tzinfo=UTC), datetime(2026, 6, 23, 19, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def what(**other):
    return {
        "kind": "network", "title": "Zomer", "starts_at": STARTS, "ends_at": ENDS, "occasion": "quiet", "place": "De Sluis", "link": "", "chair": None,
        "places": None, "agenda_closes_on": None, **other,
    }


def of(meeting, **other):
    return {name: getattr(meeting, name) for name in what()} | other


def posted(**other):
    return {
        "kind": "network", "title": "Zomer", "occasion": "quiet", "day": "2026-06-23", "begins": "19:30", "ends": "21:30", "place": "De Sluis", "link": "",
        "chair": "", "places": "", "agenda_closes_on": "", "hints_seen": "", **other,
    }


def move(meeting, **values):
    """The keys to a municipality are checked at the end of a transaction."""
    Meeting.objects.filter(pk=meeting.pk).update(**values)
    connection.check_constraints()


def page_of(meeting, name="detail"):
    return reverse(f"meetings:meeting_{name}", args=[meeting.uuid])


class TestPlanning:
    def test_a_planned_meeting_has_its_organiser_and_nobody_is_told(self, marieke, joris):
        meeting = planning.plan(by=marieke, at=AT, submission=uuid4(), **what(chair=joris, places=12))

        assert (meeting.organiser, meeting.chair, meeting.places, meeting.state) == (marieke, joris, 12, "planned")
        assert (meeting.sequence, meeting.version, meeting.invited_at, meeting.planned_at) == (0, 1, None, AT)

    def test_sending_it_twice_makes_one_meeting(self, marieke):
        number = uuid4()

        first, second = (planning.plan(by=marieke, at=AT, submission=number, **what()) for _time in range(2))

        assert first == second
        assert Meeting.objects.count() == 1

    def test_the_number_of_a_form_of_somebody_else_opens_nothing(self, marieke, pim):
        number = uuid4()
        planning.plan(by=marieke, at=AT, submission=number, **what())

        with pytest.raises(PermissionDenied):
            planning.plan(by=pim, at=AT, submission=number, **what())

    def test_what_is_over_is_not_planned(self, marieke):
        with pytest.raises(NotPossible):
            planning.plan(by=marieke, at=STARTS, submission=uuid4(), **what())

    def test_only_who_organises_plans_and_only_with_a_chair_of_her_own_municipality(self, marieke, joris, robin, annemarie, oeverland):
        for member in (joris, robin.member, annemarie):
            with pytest.raises(PermissionDenied):
                planning.plan(by=member, at=AT, submission=uuid4(), **what())
        for chair in (annemarie, MembershipFactory(neutral_chair=True, municipality=oeverland)):
            with pytest.raises(PermissionDenied):
                planning.plan(by=marieke, at=AT, submission=uuid4(), **what(chair=chair))


class TestChanging:
    @pytest.mark.parametrize(
        "other",
        [{"starts_at": STARTS - timedelta(hours=1)}, {"ends_at": ENDS + timedelta(hours=1)}, {"place": "Het Anker"}, {"link": "https://praat.example/1"}, {"chair": None}],
    )
    def test_time_place_link_and_chair_are_a_new_version_for_calendars(self, meeting, marieke, other):
        changed = planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting, **other))

        assert (changed.sequence, changed.version) == (1, 2)

    @pytest.mark.parametrize("other", [{"title": "Najaar"}, {"kind": "thanks"}, {"occasion": "incident"}, {"places": 3}, {"agenda_closes_on": date(2026, 6, 20)}])
    def test_other_things_are_not(self, meeting, marieke, other):
        changed = planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting, **other))

        assert (changed.sequence, changed.version) == (0, 2)

    def test_keeping_everything_as_it_was_is_no_new_version(self, meeting, marieke):
        assert planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting)).version == 1

    def test_two_who_change_it_do_not_overwrite_each_other(self, meeting, marieke, pim):
        planning.change(meeting, by=pim, at=AT, version=1, **of(meeting, place="Het Anker"))

        with pytest.raises(ChangedMeanwhile):
            planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting, title="Najaar"))

        meeting.refresh_from_db()
        assert (meeting.place, meeting.title) == ("Het Anker", "Netwerkbijeenkomst zomer")

    def test_sending_a_change_twice_is_once(self, meeting, marieke):
        for _time in range(2):
            planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting, place="Het Anker"))

        meeting.refresh_from_db()
        assert (meeting.sequence, meeting.version) == (1, 2)

    def test_what_has_begun_is_closed_or_cancelled_does_not_change(self, waterveen, marieke):
        for state in ({"over": True}, {"closed": True}, {"cancelled": True}):
            meeting = MeetingFactory(municipality=waterveen, **state)
            with pytest.raises(NotAhead):
                planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting, starts_at=STARTS, ends_at=ENDS))

    def test_others_do_not_change_or_cancel_it(self, meeting, joris, robin, neighbour):
        for member in (joris, robin.member, neighbour):
            for act in (planning.change, planning.replan):
                with pytest.raises(PermissionDenied):
                    act(meeting, by=member, at=AT, version=1, **of(meeting))
            with pytest.raises(PermissionDenied):
                planning.cancel(meeting, by=member, at=AT)


class TestCancelling:
    def test_it_is_a_new_version_for_calendars_and_doing_it_twice_is_once(self, meeting, marieke):
        for _time in range(2):
            planning.cancel(meeting, by=marieke, at=AT)

        meeting.refresh_from_db()
        assert (meeting.state, meeting.cancelled_at, meeting.sequence, meeting.version) == ("cancelled", AT, 1, 2)

    def test_what_has_begun_is_not_cancelled(self, meeting, marieke):
        with pytest.raises(NotPossible):
            planning.cancel(meeting, by=marieke, at=STARTS)

    def test_it_goes_on_after_all_under_a_new_uid_and_on_another_day(self, meeting, marieke):
        before = planning.cancel(meeting, by=marieke, at=AT)
        other_day = {"starts_at": STARTS + 7 * DAY, "ends_at": ENDS + 7 * DAY}

        again = planning.replan(meeting, by=marieke, at=AT + DAY, version=2, **of(meeting, **other_day))

        assert (again.state, again.cancelled_at, again.sequence, again.starts_at) == ("planned", None, 0, STARTS + 7 * DAY)
        assert again.ical_uid != meeting.ical_uid
        assert again.uuid == before.uuid
        assert planning.replan(meeting, by=marieke, at=AT + DAY, version=2, **of(meeting, **other_day)).ical_uid == again.ical_uid

    def test_not_on_a_day_that_is_over_and_not_over_what_a_colleague_made_of_it(self, meeting, marieke, pim):
        planning.cancel(meeting, by=marieke, at=AT)
        with pytest.raises(NotPossible):
            planning.replan(meeting, by=marieke, at=STARTS, version=2, **of(meeting))
        planning.replan(meeting, by=pim, at=AT, version=2, **of(meeting))
        with pytest.raises(NotPossible):
            planning.replan(meeting, by=marieke, at=AT, version=2, **of(meeting, place="Het Anker"))


class TestRulesOfTheDatabase:
    @pytest.mark.parametrize(
        "wrong",
        [{"ends_at": STARTS}, {"places": 0}, {"place": "", "link": ""}, {"state": "cancelled"}, {"cancelled_at": AT}, {"kind": "party"}, {"closed_at": AT}],
    )
    def test_a_meeting_is_somewhere_ends_later_and_says_when_it_was_cancelled(self, meeting, wrong):
        with pytest.raises(IntegrityError), transaction.atomic():
            Meeting.objects.filter(pk=meeting.pk).update(**wrong)

    def test_who_organises_and_leads_belongs_to_the_municipality(self, meeting, neighbour):
        for wrong in ({"organiser": neighbour}, {"chair": neighbour}):
            with pytest.raises(IntegrityError), transaction.atomic():
                move(meeting, **wrong)


class TestPages:
    def test_she_plans_a_meeting_and_comes_to_its_page(self, client, marieke, joris):
        form = log_in(client, marieke).get(NEW + "?soort=thanks").content.decode()
        answer = client.post(NEW, posted(chair=str(joris.uuid), places="12", agenda_closes_on="2026-06-19"), follow=True)

        meeting = Meeting.objects.get()
        assert '<input type="radio" name="kind" value="thanks"' in form.replace("\n", " ")
        assert (meeting.starts_at, meeting.ends_at, meeting.chair, meeting.places) == (STARTS, ENDS, joris, 12)
        assert "Nog niemand heeft bericht gekregen" in answer.content.decode()

    def test_sending_the_same_form_twice_makes_one_meeting(self, client, marieke):
        number = str(uuid4())
        for _time in range(2):
            log_in(client, marieke).post(NEW, posted(submission=number))

        assert Meeting.objects.count() == 1

    def test_an_evening_that_goes_on_after_midnight_is_fine(self, client, marieke):
        answer = log_in(client, marieke).post(NEW, posted(begins="22:00", ends="00:30"), follow=True)

        assert Meeting.objects.get().ends_at == datetime(2026, 6, 23, 22, 30, tzinfo=UTC)
        assert "Dinsdag 23\N{NO-BREAK SPACE}juni, 22.00\N{NO-BREAK SPACE}uur tot woensdag 24\N{NO-BREAK SPACE}juni, 0.30" in answer.content.decode()

    @pytest.mark.parametrize(
        ("wrong", "field", "sentence"),
        [
            ({"ends": "19:30"}, "ends", "Kies een tijd na het begin."),
            ({"ends": "18:00"}, "ends", "Kies een tijd na het begin."),
            ({"day": "2026-06-08"}, "day", "Kies een dag van"),
            ({"day": "2026-06-09", "begins": "09:00"}, "begins", "Deze tijd is al voorbij."),
            ({"day": "2026-10-25", "begins": "02:30", "ends": "04:00"}, "begins", "Deze tijd komt twee keer"),
            ({"day": "2027-03-28", "begins": "02:30", "ends": "04:00"}, "begins", "Deze tijd bestaat niet"),
            ({"day": "2027-03-27", "begins": "23:00", "ends": "02:30"}, "ends", "Deze tijd bestaat niet"),
            ({"place": ""}, "place", "Vul in waar het is"),
            ({"link": "javascript:alert(1)"}, "link", "Neem de hele link over"),
            ({"link": "http://praat.example"}, "link", "Neem de hele link over"),
            ({"places": "0"}, "places", "Vul een getal in vanaf 1."),
            ({"places": "veel"}, "places", "Vul een getal in."),
            ({"agenda_closes_on": "2026-06-24"}, "agenda_closes_on", "Kies de dag van de bijeenkomst"),
            ({"agenda_closes_on": "2026-06-08"}, "agenda_closes_on", "Deze dag is al voorbij."),
            ({"title": " "}, "title", "Schrijf eerst een paar woorden."),
            ({"kind": "feest"}, "kind", "Kies er één uit de lijst."),
        ],
    )
    def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(self, client, marieke, wrong, field, sentence):
        answer = log_in(client, marieke).post(NEW, posted(**{"title": "Bewaar mij", **wrong}))

        assert answer.status_code == 400
        assert list(answer.context["form"].errors) == [field]
        assert sentence in str(answer.context["form"].errors[field])
        assert "title" in wrong or "Bewaar mij" in answer.content.decode()
        assert not Meeting.objects.exists()

    @pytest.mark.parametrize("of_whom", ["oeverland", "nobody"])
    def test_a_chair_of_elsewhere_cannot_be_chosen(self, client, marieke, oeverland, of_whom):
        chair = MembershipFactory(neutral_chair=True, municipality=oeverland) if of_whom == "oeverland" else None

        answer = log_in(client, marieke).post(NEW, posted(chair=str(chair.uuid if chair else uuid4())))

        assert answer.status_code == 400
        assert list(answer.context["form"].errors) == ["chair"]

    def test_she_changes_one_thing_and_the_rest_stays(self, client, meeting, marieke, joris):
        page = log_in(client, marieke).get(page_of(meeting, "edit"))
        form = page.context["form"]
        values = {name: form[name].value() for name in form.fields}
        shown = {**values, "day": "2026-06-23", "begins": "19:30", "ends": "21:30"}
        client.post(page_of(meeting, "edit"), {name: "" if value is None else value for name, value in shown.items()} | {"place": "Het Anker"})

        meeting.refresh_from_db()
        assert (meeting.place, meeting.chair, meeting.starts_at, meeting.version) == ("Het Anker", joris, STARTS, 2)

    def test_who_was_second_sees_both_texts_and_chooses(self, client, meeting, marieke, pim):
        planning.change(meeting, by=pim, at=AT, version=1, **of(meeting, place="Het Anker", places=20))
        mine = posted(title="Mijn titel", place="De Brug", version="1")

        answer = log_in(client, marieke).post(page_of(meeting, "edit"), mine)
        page = answer.content.decode()

        assert answer.status_code == 409
        assert [(each.theirs, each.yours) for each in answer.context["differences"]] == [
            ("Netwerkbijeenkomst zomer", "Mijn titel"), ("Het Anker", "De Brug"), ("Joris", "Iemand van de gemeente"), ("20", "Niets ingevuld"),
        ]
        assert 'value="De Brug"' in page
        assert 'name="version" value="2"' in page
        assert client.post(page_of(meeting, "edit"), {**mine, "version": "2"}).status_code == 302
        meeting.refresh_from_db()
        assert (meeting.title, meeting.place, meeting.version) == ("Mijn titel", "De Brug", 3)

    def test_changing_what_a_colleague_cancelled_shows_the_page_as_it_is_with_what_was_typed(self, client, meeting, marieke, pim):
        planning.cancel(meeting, by=pim, at=AT)

        answer = log_in(client, marieke).post(page_of(meeting, "edit"), posted(title="Mijn titel", version="1"))

        assert answer.status_code == 409
        assert "Mijn titel" in answer.content.decode()
        assert "Deze bijeenkomst gaat niet door." in answer.content.decode()

    def test_she_cancels_on_a_page_of_its_own_and_plans_it_again(self, client, meeting, marieke):
        question = log_in(client, marieke).get(page_of(meeting, "cancel")).content.decode()
        cancelled = client.post(page_of(meeting, "cancel"), follow=True).content.decode()
        form = client.get(page_of(meeting, "replan")).content.decode()
        again = client.post(page_of(meeting, "replan"), posted(day="2026-06-30", version="2"), follow=True).content.decode()

        assert "Er was niemand uitgenodigd" in question
        assert page_of(meeting, "replan") in cancelled
        assert "Buurthuis De Sluis" in form
        assert "Dinsdag 30" in again
        meeting.refresh_from_db()
        assert (meeting.state, meeting.starts_at) == ("planned", STARTS + 7 * DAY)

    def test_pages_for_what_is_over_lead_back_to_the_meeting(self, client, waterveen, marieke):
        meeting = MeetingFactory(municipality=waterveen, over=True)
        log_in(client, marieke)

        for name in ("edit", "cancel", "replan"):
            assert client.get(page_of(meeting, name)).url == page_of(meeting)
        assert client.post(page_of(meeting, "cancel")).status_code == 409

    def test_others_find_none_of_these_pages(self, client, meeting, joris, robin, annemarie, neighbour):
        for member in (joris, robin.member, annemarie, neighbour):
            log_in(client, member)
            for name in ("edit", "cancel", "replan"):
                assert client.get(page_of(meeting, name)).status_code == 404
                assert client.post(page_of(meeting, name), posted(version="1")).status_code == 404
            assert client.get(NEW).status_code == (200 if member == neighbour else 404)
        assert page_of(meeting, "edit") not in log_in(client, joris).get(page_of(meeting)).content.decode()
