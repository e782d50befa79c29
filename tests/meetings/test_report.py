from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from meetings import report_paper
from meetings.actions import NotPossible, planning
from meetings.actions import report as acts
from meetings.actions.report import NewAction, NewPoint, NotComplete, NotToBeWritten, ReportChanged
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.meeting import Meeting
from meetings.reports import Written
from notifications.models import Message
from terms.models import Clock, ClosingDay
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.factories.meetings import ActionPointFactory, AgendaItemFactory, AttendeeFactory, CorrectionFactory, MeetingFactory
from tests.threads import at_once

DAYS = timedelta(days=1)
SAID = "Het park is donker bij de ingang."
AGREED = "De gemeente kijkt of er licht bij kan."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def held(waterveen, marieke, joris, robin, sam):
    """Two weeks ago, led by Joris: Robin brought in a point and was there, Sam did not come."""
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, over=True)
    AttendeeFactory(meeting=meeting, member=robin.member, comes=True)
    AttendeeFactory(meeting=meeting, member=sam.member, declines=True)
    AgendaItemFactory(meeting=meeting, proposed_by=robin.member, title="Licht in het park")
    return meeting


def point(meeting):
    return AgendaItem.objects.of_meeting(meeting).first()


def written(meeting, **more):
    return [Written(**{"uuid": point(meeting).uuid, "said": SAID, "agreed": AGREED, **more})]


def there(meeting, *figures):
    return {each.uuid for each in meeting.attendees.filter(member__in=[figure.member for figure in figures])}


def save(meeting, by, robin, *, version=None, **more):
    fresh = Meeting.objects.get(pk=meeting.pk)
    what = {"present": there(meeting, robin), "points": written(meeting), **more}
    return acts.save(meeting, by=by, at=AT, version=fresh.version if version is None else version, **what)


def close(meeting, by, *, at=AT):
    return acts.close(meeting, by=by, at=at, version=Meeting.objects.get(pk=meeting.pk).version)


def kinds(subject):
    return sorted(Clock.objects.open().about(subject).values_list("kind", flat=True))


class TestDraft:
    def test_what_is_written_stays_and_nobody_else_reads_it(self, client, held, joris, robin):
        save(held, joris, robin)

        assert (point(held).said, point(held).agreed) == (SAID, AGREED)
        assert [each.was_present for each in held.attendees.order_by("member__user__name")] == [True, False]
        assert Message.objects.count() == 0
        for name in ("report_detail", "report_pdf", "report_edit", "report_check"):
            assert log_in(client, robin.member).get(reverse(f"meetings:{name}", args=[held.uuid])).status_code == 404
        for name, uuid in (("meeting_detail", held.uuid), ("point_detail", point(held).uuid)):
            assert SAID not in client.get(reverse(f"meetings:{name}", args=[uuid])).content.decode()

    def test_a_point_that_came_up_and_what_somebody_does_are_added_once(self, held, joris, robin, marieke):
        new = {
            "new_points": [NewPoint(title="Fietsen op de stoep", brought_by="key_figure", proposed_by=robin.member, said="Het is druk.")],
            "new_actions": [NewAction(text="De wijkagent bellen.", owner=marieke, due_on=TODAY + 7 * DAYS)],
        }
        save(held, joris, robin, **new)
        save(held, joris, robin, version=1, **new)

        assert list(AgendaItem.objects.of_meeting(held).values_list("title", "position").order_by("title")) == [
            ("Fietsen op de stoep", point(held).position + 1), ("Licht in het park", point(held).position),
        ]
        assert ActionPoint.objects.get().accepted_at is None

    def test_who_does_something_works_or_takes_part_in_the_same_municipality(self, held, joris, robin, neighbour):
        with pytest.raises(PermissionDenied):
            save(held, joris, robin, new_actions=[NewAction(text="Bellen.", owner=neighbour, due_on=TODAY)])

    def test_two_who_write_do_not_overwrite_each_other(self, held, joris, marieke, robin):
        save(held, joris, robin, version=1)

        with pytest.raises(ReportChanged):
            save(held, marieke, robin, version=1, points=written(held, said="Iets anders."))
        assert point(held).said == SAID

    def test_nothing_is_written_before_it_begins_or_after_it_is_cancelled(self, waterveen, marieke, robin):
        for meeting in (MeetingFactory(municipality=waterveen), MeetingFactory(municipality=waterveen, over=True, cancelled=True)):
            with pytest.raises(NotToBeWritten):
                acts.save(meeting, by=marieke, at=AT, version=1, present=set(), points=[])

    def test_others_write_nothing(self, client, waterveen, held, robin, annemarie, neighbour):
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)
        for by in (robin.member, annemarie, neighbour, other_chair):
            with pytest.raises(PermissionDenied):
                save(held, by, robin)
            for name in ("report_edit", "report_check"):
                assert log_in(client, by).post(reverse(f"meetings:{name}", args=[held.uuid]), {"version": 1}).status_code == 404


class TestClosing:
    def test_it_can_be_corrected_for_ten_working_days_of_the_municipality(self, held, joris, robin, waterveen):
        ClosingDay.objects.create(municipality=waterveen, date=date(2026, 6, 19), reason="Gesloten")
        save(held, joris, robin)

        row = close(held, joris)

        assert (row.state, row.closed_at, row.correct_until) == ("closed", AT, date(2026, 6, 24))
        assert [each.member for each in held.attendees.filter(may_give_pulse=True)] == [robin.member]

    def test_what_is_missing_is_said_first(self, held, joris):
        with pytest.raises(NotComplete) as problem:
            close(held, joris)

        assert [(each.what, each.point) for each in problem.value.missing] == [("present", ""), ("said", "Licht in het park")]

    def test_who_did_not_get_to_a_point_says_why_and_owes_no_answer(self, held, joris, robin):
        save(held, joris, robin, points=written(held, was_taken=False, said="", agreed=""))
        with pytest.raises(NotComplete):
            close(held, joris)
        save(held, joris, robin, points=written(held, was_taken=False, said="", agreed="", not_taken_because="Er was geen tijd meer."))

        close(held, joris)

        assert kinds(point(held).uuid) == []

    def test_from_then_on_the_municipality_owes_an_answer_to_each_point(self, held, joris, robin, marieke):
        AgendaItemFactory(meeting=held, brought_by="municipality", proposed_by=marieke, title="Nieuwe wijkagent", said="Zij begint in juli.")
        save(held, joris, robin)
        close(held, joris)

        clocks = Clock.objects.open().filter(kind="meetings.point_answer").order_by("pk")
        assert [(each.owner, each.waiter, each.due_at.date()) for each in clocks] == [
            (marieke, robin.member, date(2026, 7, 7)), (marieke, None, date(2026, 7, 7)),
        ]

    def test_everybody_who_was_invited_is_told_once_and_reads_thanks_or_a_summary(self, client, held, joris, robin, sam):
        save(held, joris, robin)
        close(held, joris)

        assert list(Message.objects.filter(subject=held.uuid).values_list("recipient", "kind", "path").order_by("recipient__user__name")) == [
            (each.member.pk, "meetings.to_invited", f"/bijeenkomsten/{held.uuid}/verslag/") for each in (robin, sam)
        ]
        address = reverse("meetings:report_detail", args=[held.uuid])
        assert "Bedankt dat u er was" in log_in(client, robin.member).get(address).content.decode()
        assert "U was er niet bij" in log_in(client, sam.member).get(address).content.decode()

    def test_what_was_read_is_what_is_closed(self, held, joris, marieke, robin):
        save(held, joris, robin)
        seen = Meeting.objects.get(pk=held.pk).version
        save(held, marieke, robin, points=written(held, said="Toch anders."))

        with pytest.raises(ReportChanged):
            acts.close(held, by=joris, at=AT, version=seen)

    def test_closed_is_closed(self, held, joris, robin):
        save(held, joris, robin)
        close(held, joris)

        for act in (lambda: close(held, joris), lambda: save(held, joris, robin, points=written(held, said="Later."))):
            with pytest.raises(NotPossible):
                act()

    def test_a_report_that_is_there_has_a_last_day_and_a_moment(self, held):
        for wrong in ({"state": "closed"}, {"state": "fixed", "closed_at": AT, "correct_until": TODAY}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Meeting.objects.filter(pk=held.pk).update(**wrong)


class TestPromise:
    def test_it_starts_when_the_meeting_is_over_and_is_kept_by_closing(self, held, joris, robin):
        assert (acts.promise_reports(at=AT), acts.promise_reports(at=AT)) == (1, 0)

        clock = Clock.objects.open().get()
        assert (clock.kind, clock.subject, clock.owner) == ("meetings.report", held.uuid, joris)
        assert (clock.promised_at, clock.due_at.date()) == (held.ends_at, date(2026, 6, 9))
        save(held, joris, robin)
        close(held, joris)
        clock.refresh_from_db()
        assert clock.kept_at == AT
        assert acts.promise_reports(at=AT) == 0

    def test_the_organiser_owes_it_without_a_chair_or_when_the_chair_left(self, waterveen, marieke):
        gone = MembershipFactory(neutral_chair=True, municipality=waterveen, left=True)
        for chair in (None, gone):
            MeetingFactory(municipality=waterveen, organiser=marieke, chair=chair, over=True)

        acts.promise_reports(at=AT)

        assert [each.owner for each in Clock.objects.open()] == [marieke, marieke]

    @pytest.mark.parametrize("wrong", [{}, {"over": True, "cancelled": True}, {"over": True, "invited_at": None}])
    def test_not_of_what_is_ahead_cancelled_or_to_which_nobody_was_invited(self, waterveen, wrong):
        MeetingFactory(municipality=waterveen, **wrong)

        assert acts.promise_reports(at=AT) == 0

    def test_a_meeting_that_moves_owes_it_after_its_new_day(self, waterveen, marieke):
        meeting = MeetingFactory(municipality=waterveen, organiser=marieke, invited=True)
        later = {"starts_at": meeting.starts_at + 30 * DAYS, "ends_at": meeting.ends_at + 30 * DAYS, "place": meeting.place, "chair": None}
        planning.change(meeting, by=marieke, at=AT, version=1, **later)

        assert acts.promise_reports(at=AT + 20 * DAYS) == 0
        assert acts.promise_reports(at=AT + 45 * DAYS) == 1


class TestFixing:
    def test_the_last_day_counts_and_after_it_the_report_is_final(self, waterveen):
        meeting = MeetingFactory(municipality=waterveen, closed=True, correct_until=TODAY)

        assert acts.fix_reports(at=AT) == 0
        assert acts.fix_reports(at=AT + DAYS) == 1
        assert Meeting.objects.get(pk=meeting.pk).state == "fixed"


@pytest.mark.django_db(transaction=True)
def test_two_who_close_at_the_same_moment_close_once(waterveen, marieke, pim):
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, over=True)
    AgendaItemFactory(meeting=meeting, said=SAID)

    results = at_once(*(lambda by=by: acts.close(meeting, by=by, at=AT, version=1) for by in (marieke, pim)))

    assert sorted(type(each).__name__ for each in results) == ["Meeting", "NotToBeWritten"]
    assert Clock.objects.filter(kind="meetings.point_answer").count() == 1


def posted(meeting, *, version=1, then="save", **more):
    end = point(meeting).uuid.hex
    present = [str(uuid) for uuid in more.pop("present", [])]
    return {"version": version, "then": then, "present": present, f"said_{end}": SAID, f"agreed_{end}": AGREED, **more}


class TestPages:
    def test_she_writes_checks_and_closes(self, client, held, joris, robin, sam):
        edit, check = (reverse(f"meetings:{name}", args=[held.uuid]) for name in ("report_edit", "report_check"))
        log_in(client, joris)

        answer = client.post(edit, posted(held, then="check", present=there(held, robin)))
        assert answer.url == check
        page = client.get(check).content.decode()
        assert SAID in page
        assert "Robin" in page
        version = Meeting.objects.get(pk=held.pk).version
        assert client.post(check, {"version": version}).url == reverse("meetings:report_detail", args=[held.uuid])
        assert Meeting.objects.get(pk=held.pk).state == "closed"

    def test_both_texts_are_shown_when_a_colleague_wrote_meanwhile(self, client, held, joris, marieke, robin):
        save(held, joris, robin)
        answer = log_in(client, marieke).post(reverse("meetings:report_edit", args=[held.uuid]), posted(held, **{f"said_{point(held).uuid.hex}": "Iets anders."}))
        page = answer.content.decode()

        assert answer.status_code == 409
        assert SAID in page
        assert "Iets anders." in page
        assert point(held).said == SAID

    def test_sending_again_does_not_erase_what_a_colleague_wrote_where_nothing_was_typed(self, client, held, joris, marieke, robin):
        save(held, joris, robin)
        address, agreed = reverse("meetings:report_edit", args=[held.uuid]), f"agreed_{point(held).uuid.hex}"
        data = posted(held, **{f"said_{point(held).uuid.hex}": "Iets anders.", agreed: ""})
        form = log_in(client, marieke).post(address, data).context["form"]
        assert form[agreed].value() == AGREED

        again = client.post(address, {**data, agreed: form[agreed].value(), "version": form["version"].value()})

        assert again.status_code == 302
        assert (point(held).said, point(held).agreed) == ("Iets anders.", AGREED)

    def test_a_name_a_citizen_number_and_religion_are_asked_about_once(self, client, held, joris):
        log_in(client, joris)
        data = posted(held, **{f"said_{point(held).uuid.hex}": "Robin zei iets over 111222333 en de moskee."})
        answer = client.post(reverse("meetings:report_edit", args=[held.uuid]), data)
        page = answer.content.decode()

        assert answer.status_code == 200
        for question in ("Staat er een naam in deze tekst?", "burgerservicenummer", "geloof"):
            assert question in page
        seen = answer.context["form"]["hints_seen"].value()
        assert client.post(reverse("meetings:report_edit", args=[held.uuid]), {**data, "hints_seen": seen}).status_code == 302

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"action_text_1": "Bellen."}, "Kies wie het doet."),
            ({"action_due_1": "2026-07-01"}, "Schrijf op wat er gebeurt."),
            ({"action_text_1": "Bellen.", "action_due_1": "2020-01-01"}, "Kies een dag van"),
            ({"point_said": "Iets."}, "Schrijf op waar het over ging."),
            ({"present": ["00000000-0000-4000-8000-000000000000"]}, "Kies er één uit de lijst."),
            ({"point_title": "Punt", "point_from": "koning"}, "Kies er één uit de lijst."),
        ],
    )
    def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(self, client, held, joris, wrong, sentence):
        answer = log_in(client, joris).post(reverse("meetings:report_edit", args=[held.uuid]), posted(held, **wrong))

        assert answer.status_code == 400
        assert sentence in answer.content.decode()
        assert SAID in answer.content.decode()
        assert point(held).said == ""

    @pytest.mark.parametrize("version", ["", "x", "99999999999999999999", "²"])
    def test_a_version_that_is_no_number_is_a_version_that_nobody_has(self, client, held, joris, version):
        answer = log_in(client, joris).post(reverse("meetings:report_edit", args=[held.uuid]), posted(held, version=version))

        assert answer.status_code == 409

    def test_closed_meanwhile_shows_the_report_and_what_she_typed(self, client, held, joris, marieke, robin):
        save(held, joris, robin)
        close(held, joris)
        data = posted(held, **{f"said_{point(held).uuid.hex}": "Nog iets van mij."})

        answer = log_in(client, marieke).post(reverse("meetings:report_edit", args=[held.uuid]), data)

        assert answer.status_code == 409
        assert "Nog iets van mij." in answer.content.decode()
        assert AGREED in answer.content.decode()

    def test_on_the_web_and_on_paper_nobody_is_named(self, client, held, joris, robin, sam):
        save(held, joris, robin)
        close(held, joris)
        log_in(client, sam.member)
        page = client.get(reverse("meetings:report_detail", args=[held.uuid])).content.decode()
        paper = client.get(reverse("meetings:report_pdf", args=[held.uuid]))

        assert SAID in page
        assert "Robin" not in page
        assert "Er waren minder dan 5 mensen." in page
        assert paper.content.startswith(b"%PDF")
        assert paper["Content-Disposition"] == 'attachment; filename="verslag.pdf"'
        assert paper["Content-Type"] == "application/pdf"

    def test_the_paper_is_tagged_and_the_same_for_every_reader(self, held, joris, robin, sam, marieke):
        save(held, joris, robin, new_actions=[NewAction(text="Ouders bellen.", owner=robin.member, due_on=TODAY + DAYS)])
        meeting = close(held, joris)
        papers = [report_paper.words_for(meeting, reader=each, at=AT) for each in (robin.member, sam.member, joris, marieke)]

        assert papers[1:] == papers[:-1]
        assert papers[0].actions == [("Ouders bellen.", "Een sleutelfiguur. Gevraagd, nog geen antwoord")]
        assert papers[0].points[0].brought_by == "Van een sleutelfiguur"
        assert b"/StructTreeRoot" in report_paper.pdf_of(papers[0])

    def test_other_municipalities_and_who_was_not_invited_find_nothing(self, client, waterveen, held, joris, robin, neighbour, annemarie):
        save(held, joris, robin)
        close(held, joris)
        stranger = KeyFigureFactory(municipality=waterveen).member
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)

        for member in (neighbour, annemarie, stranger, other_chair):
            log_in(client, member)
            for name in ("report_detail", "report_pdf"):
                assert client.get(reverse(f"meetings:{name}", args=[held.uuid])).status_code == 404
            assert client.get(reverse("meetings:point_result", args=[point(held).uuid])).status_code == 404

    @pytest.mark.parametrize("number", [1, 3])
    @pytest.mark.parametrize(
        ("reads", "name", "statements"), [(True, "report_detail", 10), (True, "meeting_detail", 14), (False, "report_edit", 7), (False, "report_check", 8)],
    )
    def test_a_page_asks_the_same_number_for_one_and_for_three(
        self, client, waterveen, marieke, robin, reads, name, statements, number, django_assert_num_queries,
    ):
        meeting = MeetingFactory(municipality=waterveen, organiser=marieke, **{"closed" if reads else "over": True})
        AttendeeFactory(meeting=meeting, member=robin.member, comes=True, was_present=True)
        for _each in range(number):
            item = AgendaItemFactory(meeting=meeting, said=SAID)
            AttendeeFactory(meeting=meeting, comes=True)
            ActionPointFactory(meeting=meeting, item=item, owner=KeyFigureFactory(municipality=waterveen).member)
            CorrectionFactory(item=item)
        address = reverse(f"meetings:{name}", args=[meeting.uuid])
        log_in(client, robin.member if reads else marieke).get(address)

        with django_assert_num_queries(statements):
            client.get(address)
