from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from meetings.actions import NotPossible
from meetings.actions import correction as acts
from meetings.actions import report as reports
from meetings.actions.report import ReportChanged
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from meetings.models.report import Correction
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.factories.meetings import AgendaItemFactory, AttendeeFactory, MeetingFactory
from tests.threads import at_once

DAYS = timedelta(days=1)
TEXT = "Het ging over het hele park."
LAST_MOMENT = AT.replace(hour=21, minute=59, second=59)  # 23.59.59 in Amsterdam


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def closed(waterveen, marieke, joris, robin, sam):
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, closed=True, correct_until=TODAY)
    for figure in (robin, sam):
        AttendeeFactory(meeting=meeting, member=figure.member, comes=True, was_present=True)
    return meeting


@pytest.fixture
def item(closed, sam):
    return AgendaItemFactory(meeting=closed, proposed_by=sam.member, said="De ingang is donker.", agreed="Wij kijken ernaar.")


def propose(item, by, *, at=AT, **more):
    return acts.propose(item, **{"by": by, "at": at, "submission": uuid4(), "text": TEXT, **more})


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def told(member):
    return Message.objects.filter(recipient=member).count()


class TestProposing:
    def test_the_chair_owes_an_answer_and_who_proposed_it_waits(self, item, joris, robin):
        row = propose(item, robin.member)

        clock = Clock.objects.open().about(row.uuid).get()
        assert (clock.kind, clock.owner, clock.waiter) == ("meetings.correction", joris, robin.member)
        assert told(joris) == 1

    def test_sending_the_form_twice_is_one(self, item, robin):
        number = uuid4()
        assert propose(item, robin.member, submission=number) == propose(item, robin.member, submission=number)

    def test_until_the_end_of_the_last_day(self, item, robin):
        assert propose(item, robin.member, at=LAST_MOMENT).state == "proposed"
        with pytest.raises(NotPossible):
            propose(item, robin.member, at=LAST_MOMENT + timedelta(seconds=1))

    def test_only_by_who_reads_the_report(self, waterveen, item, neighbour, annemarie):
        for by in (neighbour, annemarie, KeyFigureFactory(municipality=waterveen).member, MembershipFactory(neutral_chair=True, municipality=waterveen)):
            with pytest.raises(PermissionDenied):
                propose(item, by)
        assert Correction.objects.count() == 0

    def test_too_late_says_so_and_nothing_is_lost(self, client, item, closed, robin):
        Meeting.objects.filter(pk=closed.pk).update(correct_until=TODAY - DAYS)
        answer = log_in(client, robin.member).post(reverse("meetings:correction_new", args=[item.uuid]), {"text": TEXT})
        page = answer.content.decode()

        assert answer.status_code == 409
        assert "Het verslag verbeteren kon tot en met maandag 8\N{NO-BREAK SPACE}juni. Klopt er echt iets niet? Bel dan Marieke." in page
        assert TEXT in page


class TestDeciding:
    def test_taken_over_the_text_becomes_what_the_chair_makes_of_it(self, item, closed, joris, robin):
        row = propose(item, robin.member)

        acts.take_over(row, by=joris, at=AT, version=closed.version, said=TEXT, agreed="Wij kijken ernaar.")

        assert (fresh(item).said, fresh(row).state, fresh(row).decided_by) == (TEXT, "taken", joris)
        assert Clock.objects.about(row.uuid).get().kept_at == AT
        assert told(robin.member) == 1

    def test_not_taken_over_says_why(self, item, joris, robin):
        row = propose(item, robin.member)

        acts.leave_out(row, by=joris, at=AT, reply="Dat is niet zo besproken.")

        assert (fresh(row).state, fresh(row).reply, fresh(item).said) == ("not_taken", "Dat is niet zo besproken.", "De ingang is donker.")
        for wrong in ({"reply": ""}, {"decided_at": None}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Correction.objects.filter(pk=row.pk).update(**wrong)

    def test_a_text_that_another_correction_changed_is_not_overwritten(self, item, closed, joris, marieke, robin, sam):
        first, second = propose(item, robin.member), propose(item, sam.member)
        acts.take_over(first, by=joris, at=AT, version=1, said=TEXT)

        with pytest.raises(ReportChanged):
            acts.take_over(second, by=marieke, at=AT, version=1, said="De ingang is donker en smal.")
        assert fresh(item).said == TEXT

    def test_others_decide_nothing(self, client, waterveen, item, robin, sam, neighbour, annemarie):
        row = propose(item, robin.member)
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)
        for by in (robin.member, sam.member, neighbour, annemarie, other_chair):
            with pytest.raises(PermissionDenied):
                acts.leave_out(row, by=by, at=AT, reply="Nee.")
            for name in ("correction_take_over", "correction_leave_out"):
                assert log_in(client, by).post(reverse(f"meetings:{name}", args=[row.uuid]), {"said": "Nee.", "reply": "Nee."}).status_code == 404

    def test_both_texts_are_shown_when_the_report_changed_meanwhile(self, client, item, closed, joris, robin, sam):
        first, second = propose(item, robin.member), propose(item, sam.member)
        acts.take_over(first, by=joris, at=AT, version=1, said="De tekst van nu.")
        data = {"version": 1, "said": "Mijn tekst."}

        answer = log_in(client, joris).post(reverse("meetings:correction_take_over", args=[second.uuid]), data)

        assert answer.status_code == 409
        assert "De tekst van nu." in answer.content.decode()
        assert "Mijn tekst." in answer.content.decode()
        data["version"] = answer.context["forms"]["take_over"]["version"].value()
        assert client.post(reverse("meetings:correction_take_over", args=[second.uuid]), data).status_code == 302
        assert fresh(item).said == "Mijn tekst."


class TestFixing:
    def test_a_correction_that_waits_keeps_the_report_open_and_who_leads_hears_so_once(self, item, closed, joris, robin):
        row = propose(item, robin.member)
        before = told(joris)

        for day in (1, 2, 3):
            assert reports.fix_reports(at=AT + day * DAYS) == 0
        assert (fresh(closed).state, told(joris) - before) == ("closed", 1)

        acts.leave_out(row, by=joris, at=AT + 3 * DAYS, reply="Nee.")
        assert (fresh(closed).state, fresh(closed).fixed_at) == ("fixed", AT + 3 * DAYS)


@pytest.mark.django_db(transaction=True)
def test_two_who_decide_at_the_same_moment_decide_once(waterveen, marieke, pim):
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, closed=True)
    row = propose(AgendaItemFactory(meeting=meeting, said="Zo."), pim)

    results = at_once(
        lambda: acts.leave_out(row, by=marieke, at=AT, reply="Nee."), lambda: acts.take_over(row, by=pim, at=AT, version=1, said=TEXT),
    )

    assert sorted(type(each).__name__ for each in results) == ["Correction", "NotPossible"]


class TestWhoReadsIt:
    def test_it_stands_beside_the_point_with_what_was_done_and_without_a_name(self, client, item, closed, joris, robin, sam):
        row = propose(item, robin.member)
        acts.leave_out(row, by=joris, at=AT, reply="Dat is niet zo besproken.")
        report = reverse("meetings:report_detail", args=[closed.uuid])
        page = log_in(client, sam.member).get(report).content.decode()

        assert TEXT in page
        assert "Niet overgenomen. Dat is niet zo besproken." in page
        assert "Robin" not in page
        assert "Robin" in log_in(client, joris).get(report).content.decode()

    def test_its_page_is_for_who_proposed_it_and_who_decides(self, client, waterveen, item, joris, robin, sam, neighbour, annemarie):
        address = reverse("meetings:correction_decide", args=[propose(item, robin.member).uuid])
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)
        found = {each: log_in(client, each).get(address).status_code for each in (robin.member, joris, sam.member, neighbour, annemarie, other_chair)}

        assert list(found.values()) == [200, 200, 404, 404, 404, 404]

    def test_pages_of_the_form(self, client, item, robin):
        address = reverse("meetings:correction_new", args=[item.uuid])
        log_in(client, robin.member)

        assert "De ingang is donker." in client.get(address).content.decode()
        assert client.post(address, {"text": ""}).status_code == 400
        assert client.post(address, {"text": TEXT}).status_code == 302
        assert AgendaItem.objects.get().corrections.count() == 1
