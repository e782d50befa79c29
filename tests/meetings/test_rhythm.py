from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meetings import deadlines
from meetings.actions import planning, rhythm
from meetings.models.rhythm import MeetingRhythm
from meetings.rhythm import Standing
from terms.days import local_date
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT
from tests.factories.meetings import MeetingFactory
from tests.meetings.test_planning import of, what

DAY = timedelta(days=1)
NEXT, AGO = deadlines.NEXT_MEETING, deadlines.TOO_LONG_AGO


def promises(municipality, kind=None):
    """Of each open promise its kind and last day."""
    rows = MeetingRhythm.objects.of_municipality(municipality)
    subjects = rows.filter(kind=kind) if kind else rows
    found = Clock.objects.open().filter(subject__in=subjects.values("uuid")).order_by("kind")
    return {clock.kind: local_date(clock.due_at) for clock in found}


def held(municipality, days_ago, **more):
    return MeetingFactory(municipality=municipality, starts_at=AT - days_ago * DAY, invited=True, **more)


class TestCounting:
    def test_four_a_year_is_one_in_91_days_planned_four_weeks_ahead(self):
        standing = Standing(per_year=4, last=date(2026, 3, 1), next=None)

        assert (standing.meet_by, standing.plan_by) == (date(2026, 5, 31), date(2026, 5, 3))

    @pytest.mark.parametrize(("per_year", "meet_by", "plan_by"), [(1, date(2027, 3, 1), date(2027, 2, 1)), (52, date(2026, 3, 8), date(2026, 3, 1))])
    def test_once_a_year_and_every_week(self, per_year, meet_by, plan_by):
        standing = Standing(per_year=per_year, last=date(2026, 3, 1), next=None)

        assert (standing.meet_by, standing.plan_by) == (meet_by, plan_by)

    def test_too_long_ago_begins_on_the_day_after(self):
        standing = Standing(per_year=4, last=date(2026, 3, 1), next=date(2026, 6, 20))

        assert [standing.is_too_long_ago(date(2026, 5, 31)), standing.is_too_long_ago(date(2026, 6, 1))] == [False, True]

    def test_without_a_number_or_a_meeting_nothing_is_counted(self):
        for standing in (Standing(per_year=0, last=date(2020, 1, 1), next=None), Standing(per_year=4, last=None, next=date(2026, 7, 1))):
            assert (standing.meet_by, standing.plan_by, standing.lacks_next, standing.is_too_long_ago(date(2026, 6, 9))) == (None, None, False, False)


class TestTheJob:
    def test_where_nobody_ever_met_a_meeting_is_planned_within_twenty_working_days(self, waterveen, marieke):
        rhythm.follow_all(at=AT)

        assert promises(waterveen) == {NEXT: date(2026, 7, 7)}
        assert Clock.objects.get().owner == marieke

    def test_it_asks_nothing_where_nobody_organises(self, oeverland):
        MembershipFactory(policy_adviser=True, municipality=oeverland)

        assert rhythm.follow_all(at=AT) == 0
        assert not MeetingRhythm.objects.exists()

    def test_after_a_meeting_the_next_is_planned_four_weeks_ahead(self, waterveen, marieke):
        held(waterveen, 10)  # 30 May; 91 days later is 29 August

        rhythm.follow_all(at=AT)

        assert promises(waterveen) == {NEXT: date(2026, 8, 1)}

    def test_too_long_ago_is_promised_within_ten_working_days_of_when_it_became_so(self, waterveen, marieke):
        held(waterveen, 93)  # 8 March; too long ago after 7 June

        rhythm.follow_all(at=AT)

        assert promises(waterveen) == {NEXT: date(2026, 6, 9), AGO: date(2026, 6, 19)}

    def test_after_the_scheduler_stood_still_for_months_it_is_right_at_once(self, waterveen, marieke):
        held(waterveen, 300)

        rhythm.follow_all(at=AT)

        assert promises(waterveen) == {NEXT: date(2026, 6, 9), AGO: date(2026, 6, 9)}

    def test_running_again_changes_nothing(self, waterveen, marieke, django_assert_num_queries):
        held(waterveen, 300)

        assert rhythm.follow_all(at=AT) == 1
        with django_assert_num_queries(2):
            assert rhythm.follow_all(at=AT + DAY) == 0
        assert Clock.objects.count() == 2

    def test_it_costs_the_same_for_three_municipalities_where_nothing_changed(self, waterveen, marieke, neighbour, django_assert_num_queries):
        MembershipFactory(coordinator=True)
        rhythm.follow_all(at=AT)

        with django_assert_num_queries(2):
            rhythm.follow_all(at=AT)

    def test_holding_the_meeting_keeps_the_promise(self, waterveen, marieke):
        held(waterveen, 300)
        rhythm.follow_all(at=AT)
        MeetingFactory(municipality=waterveen, starts_at=AT + DAY)

        rhythm.follow_all(at=AT + 2 * DAY)

        kept = Clock.objects.filter(kept_at=AT + 2 * DAY)
        assert sorted(kept.values_list("kind", flat=True)) == [AGO]
        assert promises(waterveen) == {NEXT: date(2026, 8, 12)}

    def test_other_kinds_municipalities_and_cancelled_ones_do_not_count(self, waterveen, marieke, oeverland):
        held(waterveen, 5, kind="training")
        held(waterveen, 5, cancelled=True)
        held(oeverland, 5)
        held(waterveen, 300)

        rhythm.follow_all(at=AT)

        assert set(promises(waterveen)) == {NEXT, AGO}

    def test_who_organised_the_last_one_owes_it_as_long_as_she_works_here(self, waterveen, marieke, pim):
        held(waterveen, 300, organiser=pim)
        held(waterveen, 5, kind="thanks", organiser=marieke)
        rhythm.follow_all(at=AT)
        assert {clock.owner for clock in Clock.objects.all()} == {pim}

        Clock.objects.all().delete()
        type(pim).objects.filter(pk=pim.pk).update(end_date=date(2026, 6, 1))
        rhythm.follow_all(at=AT)
        assert {clock.owner for clock in Clock.objects.all()} == {marieke}


class TestPlanningKeepsIt:
    @pytest.fixture(autouse=True)
    def owed(self, waterveen, marieke):
        held(waterveen, 93)
        rhythm.follow_all(at=AT)

    def plan(self, marieke, **other):
        return planning.plan(by=marieke, at=AT, submission="0" * 32, **what(**other))

    def test_planning_keeps_that_one_is_planned_and_moves_that_one_is_held_to_its_day(self, waterveen, marieke):
        self.plan(marieke)

        assert promises(waterveen) == {AGO: date(2026, 6, 23)}
        assert Clock.objects.get(kind=NEXT).kept_at == AT

    def test_planning_another_kind_does_not(self, waterveen, marieke):
        self.plan(marieke, kind="training")

        assert set(promises(waterveen)) == {NEXT, AGO}

    def test_cancelling_it_opens_the_promise_again_and_planning_again_keeps_it(self, waterveen, marieke):
        meeting = self.plan(marieke)
        planning.cancel(meeting, by=marieke, at=AT + DAY)
        assert promises(waterveen)[NEXT] == date(2026, 6, 10)

        planning.replan(meeting, by=marieke, at=AT + DAY, version=2, **of(meeting))
        assert set(promises(waterveen)) == {AGO}

    def test_making_it_another_kind_opens_the_promise_again(self, waterveen, marieke):
        meeting = self.plan(marieke)

        planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting, kind="thanks"))

        assert set(promises(waterveen)) == {NEXT, AGO}


class TestSettingTheNumbers:
    def test_another_number_moves_what_is_promised(self, waterveen, marieke):
        held(waterveen, 10)
        rhythm.follow_all(at=AT)

        rhythm.set_targets({"network": 6}, by=marieke, at=AT)  # one in 60 days

        assert promises(waterveen) == {NEXT: date(2026, 7, 1)}

    def test_a_kind_of_its_own_gets_a_promise_of_its_own_and_none_ends_it(self, waterveen, marieke):
        rhythm.set_targets({"network": 4, "thanks": 1}, by=marieke, at=AT)
        assert promises(waterveen, "thanks") == {NEXT: date(2026, 7, 7)}

        rhythm.set_targets({"network": 4}, by=marieke, at=AT)
        assert promises(waterveen, "thanks") == {}
        assert Clock.objects.filter(ended_at=AT).count() == 1
        assert set(promises(waterveen, "network")) == {NEXT}

    def test_the_administrator_may_too_and_nobody_else(self, waterveen, marieke, joris, annemarie, robin):
        administrator = MembershipFactory(administrator=True, municipality=waterveen)
        rhythm.set_targets({"network": 2}, by=administrator, at=AT)
        assert MeetingRhythm.objects.per_year(waterveen)["network"] == 2

        for member in (joris, annemarie, robin.member):
            with pytest.raises(PermissionDenied):
                rhythm.set_targets({"network": 1}, by=member, at=AT)

    def test_more_than_once_a_week_or_the_same_kind_twice_is_refused_by_the_database(self, waterveen, marieke):
        rhythm.set_targets({}, by=marieke, at=AT)
        row = MeetingRhythm.objects.get(kind="network")
        for wrong in ({"per_year": 53}, {"kind": "thanks"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                MeetingRhythm.objects.filter(pk=row.pk).update(**wrong)
