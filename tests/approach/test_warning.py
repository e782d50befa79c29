"""Long before something ends: a mail that says that it does, once, and a row on the start page."""

from datetime import timedelta

import pytest
from django.core import mail

from approach import deadlines
from approach.actions import known_date, warning
from approach.models.support import Budget, KnownDate
from approach.support_desk import coming_up
from approach.tasks import warn_of_dates
from notifications import delivery
from notifications.models import Message, State
from sleutelfiguren.today import today_of
from terms import clocks
from terms.clocks import NewPromise
from tests.factories.accounts import AbsenceFactory, MembershipFactory, log_in
from tests.factories.approach import adopted_vision
from tests.factories.keyfigures import AT, TODAY
from tests.factories.support import BudgetFactory, DecisionFactory, KnownDateFactory, MomentFactory, support_stands
from tests.threads import at_once

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def told():
    return sorted(Message.objects.filter(kind="approach.warning").values_list("recipient__user__name", "key"))


class TestMail:
    def test_everybody_who_works_on_the_approach_hears_once_per_occasion_whatever_is_missed_or_run_twice(self, waterveen, marieke, thijs, femke, robin):
        row = DecisionFactory(municipality=waterveen, written_by=marieke, until=TODAY + 180 * DAY)
        key = f"approach.warning:{row.uuid}:mandate-2026-12-06"
        for at in (AT - DAY, AT, AT, AT + 60 * DAY):  # the day before it is too early; two months later nobody is told anew
            warning.warn_all(at=at)

        assert told() == [("Marieke", key), ("Thijs", key)]

    def test_each_thing_that_ends_or_comes_is_an_occasion_of_its_own(self, waterveen, marieke):
        DecisionFactory(municipality=waterveen, written_by=marieke, until=TODAY + 10 * DAY)
        BudgetFactory(municipality=waterveen, year=2025)
        KnownDateFactory(municipality=waterveen, on=TODAY + 365 * DAY)
        KnownDateFactory(municipality=waterveen, kind="portfolio", on=TODAY + 180 * DAY)
        MomentFactory(municipality=waterveen, planned=True, planned_on=TODAY - DAY)  # said on the page, not by mail
        warning.warn_all(at=AT)

        found = sorted(key.split(":")[2] for _name, key in told() if _name == "Marieke")
        assert found == ["budget-2025-12-31", "elections-2027-06-09", "mandate-2026-06-19", "portfolio-2026-12-06"]

    def test_nothing_near_tells_nobody(self, waterveen, oeverland, marieke, neighbour):
        support_stands(waterveen, owner=marieke)
        warning.warn_all(at=AT)

        assert told() == []

    def test_elections_that_moved_are_told_anew_for_the_new_day_only(self, waterveen, marieke):
        row = KnownDateFactory(municipality=waterveen, on=TODAY + 100 * DAY)
        warning.warn_all(at=AT)
        known_date.move(row, on=TODAY + 107 * DAY, version=1, by=marieke, at=AT)
        warning.warn_all(at=AT)
        delivery.deliver_waiting(at=AT)

        states = dict(Message.objects.filter(kind="approach.warning").values_list("key", "state"))
        before, after = (f"approach.warning:{row.uuid}:elections-{day.isoformat()}" for day in (TODAY + 100 * DAY, TODAY + 107 * DAY))
        assert states == {before: State.CANCELLED, after: State.SENT}
        assert len(mail.outbox) == 1

    def test_elections_that_moved_far_away_are_told_when_they_come_near_again(self, waterveen, marieke):
        row = KnownDateFactory(municipality=waterveen, on=TODAY + 100 * DAY)
        known_date.move(row, on=TODAY + 500 * DAY, version=1, by=marieke, at=AT)
        warning.warn_all(at=AT)
        assert told() == []
        warning.warn_all(at=AT + 136 * DAY)

        assert len(told()) == 1

    @pytest.mark.parametrize("settle", [
        lambda row, by: known_date.finish(row, version=1, by=by, at=AT),
        lambda row, by: known_date.move(row, on=TODAY + 900 * DAY, version=1, by=by, at=AT),
    ])
    def test_what_is_done_before_the_mail_goes_is_not_sent(self, waterveen, marieke, settle):
        row = KnownDateFactory(municipality=waterveen, on=TODAY + 100 * DAY)
        warning.warn_all(at=AT)
        settle(KnownDate.objects.get(pk=row.pk), marieke)
        delivery.deliver_waiting(at=AT)

        assert mail.outbox == []

    def test_the_mail_says_neither_what_nor_about_whom(self, waterveen, marieke):
        DecisionFactory(municipality=waterveen, written_by=marieke, title="Stelselwijziging", until=TODAY + 10 * DAY)
        warning.warn_all(at=AT)
        delivery.deliver_waiting(at=AT)

        (sent,) = mail.outbox
        assert "Stelselwijziging" not in sent.body + sent.subject
        assert "/aanpak/draagvlak/" in sent.body

    def test_who_is_away_does_not_miss_it(self, waterveen, marieke, thijs):
        pim = MembershipFactory(coordinator=True, municipality=waterveen, user__name="Pim")
        AbsenceFactory(member=marieke, municipality=waterveen, deputy=pim, first_date=TODAY, last_date=TODAY + 5 * DAY)
        DecisionFactory(municipality=waterveen, written_by=marieke, until=TODAY + 10 * DAY)
        for _each in range(2):
            warning.warn_all(at=AT)
        assert [name for name, _key in told()] == ["Pim", "Thijs"]
        warning.warn_all(at=AT + 7 * DAY)

        assert [name for name, _key in told()] == ["Marieke", "Pim", "Thijs"]

    def test_the_beat_calls_it(self, waterveen, marieke):
        DecisionFactory(municipality=waterveen, written_by=marieke, until=TODAY + 10 * DAY)
        warn_of_dates()

        assert len(told()) == 1


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_at_the_same_moment_tell_once(waterveen, marieke):
    DecisionFactory(municipality=waterveen, written_by=marieke, until=TODAY + 10 * DAY)

    at_once(*(lambda: warning.warn_all(at=AT) for _each in range(2)))

    assert len(told()) == 1


class TestStartPage:
    def test_it_stands_on_vandaag_of_who_works_on_the_approach_with_a_step(self, client, waterveen, marieke, thijs, annemarie):
        support_stands(waterveen, owner=marieke)
        Budget.objects.all().delete()
        BudgetFactory(municipality=waterveen, year=2025)
        for member, reads in ((marieke, True), (thijs, True), (annemarie, False)):
            page = log_in(client, member).get("/").content.decode()
            assert ("Er is nog geen geld voor 2026" in page, "?jaar=2026" in page) == (reads, reads)

    def test_nothing_near_shows_nothing(self, client, waterveen, marieke):
        support_stands(waterveen, owner=marieke)

        assert "Waar de aanpak op rust" not in log_in(client, marieke).get("/").content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_one_statement(self, waterveen, marieke, number, django_assert_num_queries):
        for each in range(number):
            KnownDateFactory(municipality=waterveen, on=TODAY + each * DAY)
        with django_assert_num_queries(1):
            assert len(coming_up(marieke, today=TODAY)) == number


def test_a_review_that_she_owes_stands_on_her_start_page_once_and_on_that_of_a_colleague_as_what_comes(client, waterveen, marieke, thijs):
    row = adopted_vision(waterveen, by=thijs, review_on=TODAY + DAY)
    clocks.start_all([NewPromise(kind=deadlines.REVIEW, subject=row.uuid, owner=thijs, waiter=None, due_on=row.review_on)], municipality=waterveen, at=AT)
    of_thijs, of_marieke = (today_of(each, at=AT) for each in (thijs, marieke))
    asks = "Bekijk de visie op de aanpak opnieuw"

    assert ([each.title for each in of_thijs.groups.week], [each.title for each in of_thijs.coming]) == ([asks], [])
    assert [each.title for each in of_marieke.coming] == ["Op woensdag 10\N{NO-BREAK SPACE}juni wordt de visie opnieuw bekeken"]
