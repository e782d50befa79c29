from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from notifications.models import Message
from signals import actions, timeline
from signals.models import ConcernReport, SealedText
from terms.models import Clock, Term
from tests.factories.accounts import AbsenceFactory, MembershipFactory, MunicipalityFactory
from tests.factories.signals import ANSWERS, AT, SECRET, file_one


def test_it_gets_a_number_of_its_municipality_and_year(noor, ilse, joost):
    elsewhere = MunicipalityFactory(may_store=True)
    MembershipFactory(official=True, municipality=elsewhere)

    assert [file_one(noor).number for _each in range(2)] == ["2026-0001", "2026-0002"]
    assert file_one(MembershipFactory(key_figure=True, municipality=elsewhere)).number == "2026-0001"
    # Half past midnight on New Year's Day in Amsterdam is still the old year in UTC.
    assert file_one(noor, at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC)).number == "2027-0001"


def test_the_promises_are_two_and_ten_working_days(report):
    promises = {promise.kind: promise for promise in timeline.promises_of(report, AT)}

    assert promises["signals.personal_reply"].due_date == date(2026, 6, 11)
    assert promises["signals.first_feedback"].due_date == date(2026, 6, 23)
    assert promises["signals.next_feedback"].state == "later"
    assert report.next_due_at == datetime(2026, 6, 11, 21, 59, 59, tzinfo=UTC)


def test_after_closing_time_it_counts_from_the_next_working_day(noor, ilse):
    friday_evening = datetime(2026, 6, 12, 18, 40, tzinfo=UTC)
    report = file_one(noor, at=friday_evening)

    assert report.counted_from == datetime(2026, 6, 15, 7, tzinfo=UTC)
    assert min(promise.due_date for promise in timeline.promises_of(report, friday_evening)) == date(2026, 6, 17)


def test_a_municipality_can_promise_something_else(noor, ilse, waterveen):
    Term.objects.create(municipality=waterveen, kind="signals.personal_reply", working_days=1)

    assert min(clock.due_at for clock in Clock.objects.about(file_one(noor).uuid)) == datetime(2026, 6, 10, 21, 59, 59, tzinfo=UTC)


def test_the_receipt_goes_to_the_reporter_and_a_notice_to_the_contact_person(report, noor, ilse):
    told = set(Message.objects.filter(subject=report.uuid).values_list("kind", "recipient__user__name"))

    assert told == {("signals.receipt", "Noor"), ("signals.new_report", "Ilse")}


def test_sent_twice_is_one_report(noor, ilse):
    submission = uuid4()
    first = file_one(noor, submission=submission)

    assert file_one(noor, submission=submission, at=AT + timedelta(minutes=1)) == first
    assert ConcernReport.objects.count() == 1
    assert Message.objects.filter(kind="signals.receipt").count() == 1


def test_the_submission_of_somebody_else_shows_nothing(noor, ilse, waterveen):
    submission = file_one(noor).submission
    other = MembershipFactory(key_figure=True, municipality=waterveen)

    with pytest.raises(actions.AnotherReport):
        file_one(other, submission=submission)
    assert ConcernReport.objects.count() == 1


class TestHandlers:
    def test_the_official_with_the_fewest_open_reports_gets_it(self, noor, ilse, joost):
        contacts = [file_one(noor).contact_person for _each in range(3)]

        assert contacts == [ilse, joost, ilse]

    def test_who_is_away_gets_nothing_new(self, noor, ilse, joost):
        AbsenceFactory(member=ilse, municipality=ilse.municipality, deputy=joost)

        report = file_one(noor)

        assert (report.contact_person, report.deputy) == (joost, ilse)

    def test_the_chosen_deputy_before_another(self, noor, ilse, joost, joke):
        ilse.deputy = joke
        ilse.save()

        assert file_one(noor).deputy == joke

    def test_an_official_who_shares_a_concern_herself_does_not_handle_it(self, waterveen, joost, ilse):
        both = MembershipFactory(municipality=waterveen, roles=["key_figure", "report_official"])

        report = file_one(both)

        assert both not in {report.contact_person, report.deputy}

    def test_without_an_official_nobody_is_promised_anything(self, noor):
        with pytest.raises(actions.NobodyToReceive):
            file_one(noor)
        assert (ConcernReport.objects.count(), Clock.objects.count(), Message.objects.count()) == (0, 0, 0)


class TestRefused:
    def test_writing_without_dpia_and_advice(self, noor, ilse, waterveen):
        waterveen.fg_advice = "negative"
        waterveen.save()

        with pytest.raises(actions.WritingNotAllowed):
            file_one(noor)
        assert file_one(noor, way="talk", answers={"reach_how": "phone", "reach_phone": "06 12 34 56 78"}).way == "talk"
        assert set(SealedText.objects.values_list("name", flat=True)) == {"reach_how", "reach_phone"}

    def test_five_in_an_hour_and_twenty_in_a_day(self, noor, ilse, waterveen):
        for number in range(5):
            file_one(noor, at=AT + timedelta(minutes=number))

        with pytest.raises(actions.TooManyReports) as refused:
            file_one(noor, at=AT + timedelta(minutes=30))
        assert refused.value.retry_at == AT + timedelta(hours=1)
        assert file_one(noor, at=AT + timedelta(hours=1, seconds=1)).number == "2026-0006"

    def test_a_day_has_a_limit_of_its_own(self, noor, ilse, waterveen):
        waterveen.reports_per_day = 6
        waterveen.save()
        for hour in range(6):
            file_one(noor, at=AT + timedelta(hours=2 * hour))

        with pytest.raises(actions.TooManyReports) as refused:
            file_one(noor, at=AT + timedelta(hours=20))
        assert refused.value.retry_at == AT + timedelta(days=1)

    def test_an_official_may_write_down_what_more_people_tell(self, noor, ilse, joost):
        for _each in range(6):
            file_one(noor, way="phone", entered_by=joost)

        assert ConcernReport.objects.filter(entered_by=joost).count() == 6

    def test_only_who_may_report_and_only_in_her_own_municipality(self, noor, ilse, waterveen):
        stranger = MembershipFactory(official=True)
        coordinator = MembershipFactory(coordinator=True, municipality=waterveen)

        for wrong in ({"reporter": coordinator}, {"reporter": noor, "entered_by": stranger}, {"reporter": noor, "entered_by": coordinator}):
            with pytest.raises(PermissionDenied):
                actions.file_report(submission=uuid4(), way="phone", answers=ANSWERS, at=AT, **{"entered_by": None, **wrong})
        assert ConcernReport.objects.count() == 0


def test_postgres_refuses_people_of_another_municipality(report):
    stranger = MembershipFactory(official=True)

    ConcernReport.objects.filter(pk=report.pk).update(deputy=stranger)

    with pytest.raises(IntegrityError, match="deputy_in_same_municipality"), transaction.atomic():
        connection.check_constraints()
    ConcernReport.objects.filter(pk=report.pk).update(deputy=None)  # so that the test can end


def test_filing_takes_seven_statements(noor, ilse, joost):
    file_one(noor)
    with CaptureQueriesContext(connection) as captured:
        file_one(noor)

    own = [query["sql"] for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    # earlier reports, handlers, calendar, promises, report, event, texts, messages; the number is given by the trigger
    assert len(own) == 8
    assert not [sql for sql in own if SECRET in sql]
