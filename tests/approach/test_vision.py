from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction

from approach.actions import Changed, NotPossible, goal
from approach.actions import vision as acts
from approach.actions.vision import Incomplete, NotDraft, NotInForce
from approach.marks import mark_of
from approach.models.vision import Goal, Vision
from approach.steps import step
from audit.models import Entry
from sleutelfiguren import handover
from terms.models import Clock
from tests.factories.approach import GoalFactory, VisionFactory, adopted_vision
from tests.factories.keyfigures import AT, TODAY
from tests.threads import at_once

DAY = timedelta(days=1)
OTHER = "Iets heel anders."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def seen(row, number):
    return mark_of({name: getattr(row, name) for name in step(number).fields})


def adopt(row, by, *, at=AT, **other):
    given = {"adopted_by": "council", "adopted_on": TODAY, "document_number": "2026-40", "review_on": date(2028, 6, 9), "version": row.edits, **other}
    return acts.adopt(row, by=by, at=at, **given)


def fresh(row):
    return Vision.objects.get(pk=row.pk)


def forced(row, **wrong):
    Vision.objects.filter(pk=row.pk).update(**wrong)
    connection.check_constraints()


def values(text="Iedereen is gesproken.", **other):
    return {"text": text, "indicator": "", "target": None, "measure": "Wij tellen zelf.", "by_date": date(2027, 1, 1), **other}


class TestBeginning:
    def test_the_first_one_begins_empty(self, thijs):
        row = acts.begin(by=thijs, at=AT)

        assert (row.number, row.state, row.problem, row.written_by, row.begun_at) == (1, "draft", "", thijs, AT)
        assert not Goal.objects.exists()

    def test_a_new_one_is_a_copy_of_the_version_in_force_and_its_sub_goals_stay_the_same(self, waterveen, marieke):
        held = adopted_vision(waterveen, goals=2, links="Jeugdnota 2025", organisations=["youth"], roles=["mediate"])

        row = acts.begin(by=marieke, at=AT)

        assert (row.number, row.written_by, row.problem, row.links) == (2, marieke, held.problem, "Jeugdnota 2025")
        assert (row.organisations, row.roles, row.adopted_on, row.review_on) == (["youth"], ["mediate"], None, None)
        told = [list(Goal.objects.of(each).values_list("identity", "position", "text", "measure", "by_date")) for each in (held, row)]
        assert told[0] == told[1]

    def test_there_is_one_draft_at_a_time(self, draft, marieke):
        assert acts.begin(by=marieke, at=AT) == draft
        with pytest.raises(IntegrityError), transaction.atomic():
            VisionFactory(municipality=draft.municipality)

    def test_only_who_writes_on_the_approach_begins_one(self, annemarie, femke, robin):
        for by in (annemarie, femke, robin.member):
            with pytest.raises(PermissionDenied):
                acts.begin(by=by, at=AT)


class TestWriting:
    def test_a_step_is_kept_by_itself(self, thijs):
        row = acts.begin(by=thijs, at=AT)
        acts.save(row, number=2, values={"goal": "Rust.", "way": ""}, seen=seen(row, 2), by=thijs)

        assert (fresh(row).goal, fresh(row).problem, fresh(row).edits) == ("Rust.", "", 2)

    def test_two_who_write_in_different_steps_do_not_meet(self, draft, thijs, marieke):
        page = fresh(draft)
        acts.save(draft, number=1, values={"problem": "Van Thijs."}, seen=seen(page, 1), by=thijs)
        acts.save(draft, number=5, values={"functions": "Van Marieke.", "roles": []}, seen=seen(page, 5), by=marieke)

        assert (fresh(draft).problem, fresh(draft).functions) == ("Van Thijs.", "Van Marieke.")

    def test_who_comes_second_in_one_step_overwrites_nothing(self, draft, thijs, marieke):
        page = fresh(draft)
        acts.save(draft, number=1, values={"problem": "Van Thijs."}, seen=seen(page, 1), by=thijs)
        with pytest.raises(Changed):
            acts.save(draft, number=1, values={"problem": "Van Marieke."}, seen=seen(page, 1), by=marieke)

        assert fresh(draft).problem == "Van Thijs."

    def test_the_same_twice_changes_nothing(self, draft, thijs):
        mark = seen(draft, 1)
        for _each in range(2):
            acts.save(draft, number=1, values={"problem": OTHER}, seen=mark, by=thijs)

        assert fresh(draft).edits == 2

    def test_others_write_nothing(self, draft, annemarie, femke, robin, neighbour):
        for by in (annemarie, femke, robin.member, neighbour):
            with pytest.raises(PermissionDenied):
                acts.save(draft, number=1, values={"problem": OTHER}, seen=seen(draft, 1), by=by)


class TestSubGoals:
    def test_they_stand_in_the_order_that_was_chosen(self, draft, thijs):
        first = Goal.objects.get()
        second = goal.add(draft, values=values("Tweede."), identity=uuid4(), by=thijs)
        third = goal.add(draft, values=values("Derde."), identity=uuid4(), by=thijs)
        goal.move(draft, identity=third.identity, up=True, by=thijs)
        goal.move(draft, identity=first.identity, up=True, by=thijs)  # is on top already
        goal.move(draft, identity=first.identity, up=False, by=thijs)

        assert list(Goal.objects.of(draft)) == [third, first, second]

    def test_the_same_form_twice_is_one_sub_goal(self, draft, thijs):
        number = uuid4()
        for _each in range(2):
            goal.add(draft, values=values("Tweede."), identity=number, by=thijs)

        assert Goal.objects.of(draft).count() == 2

    def test_a_changed_one_stays_the_same_sub_goal(self, draft, thijs):
        row = Goal.objects.get()
        shown = {"indicator": "keyfigures.contact", "target": Decimal(80), "measure": ""}
        goal.change(draft, identity=row.identity, values=values("Anders.", **shown), seen=goal.seen_of(row), by=thijs)

        after = Goal.objects.get()
        assert (after.identity, after.text, after.indicator, after.target) == (row.identity, "Anders.", "keyfigures.contact", Decimal(80))

    def test_a_colleague_is_not_overwritten_nor_taken_away_unread(self, draft, thijs, marieke):
        row = Goal.objects.get()
        mark = goal.seen_of(row)
        goal.change(draft, identity=row.identity, values=values("Van Thijs."), seen=mark, by=thijs)
        with pytest.raises(Changed):
            goal.change(draft, identity=row.identity, values=values("Van Marieke."), seen=mark, by=marieke)
        with pytest.raises(Changed):
            goal.remove(draft, identity=row.identity, seen=mark, by=marieke)

        assert Goal.objects.get().text == "Van Thijs."

    def test_what_is_gone_cannot_be_changed(self, draft, thijs):
        row = Goal.objects.get()
        goal.remove(draft, identity=row.identity, seen=goal.seen_of(row), by=thijs)
        for late in (
            lambda: goal.change(draft, identity=row.identity, values=values(), seen="", by=thijs),
            lambda: goal.remove(draft, identity=row.identity, seen="", by=thijs),
            lambda: goal.move(draft, identity=row.identity, up=True, by=thijs),
        ):
            with pytest.raises(goal.Gone):
                late()

    def test_there_are_twelve_at_most(self, draft, thijs):
        for _each in range(11):
            GoalFactory(vision=draft)
        with pytest.raises(NotPossible):
            goal.add(draft, values=values("Te veel."), identity=uuid4(), by=thijs)

    def test_one_that_nobody_can_see_is_refused_by_postgres(self, draft):
        with pytest.raises(IntegrityError), transaction.atomic():
            GoalFactory(vision=draft, measure="", indicator="")


class TestAdopting:
    def test_it_is_in_force_and_looking_at_it_again_is_promised(self, draft, thijs, marieke):
        adopt(draft, marieke)

        row = Vision.objects.in_force(draft.municipality, on=TODAY)
        assert (row, row.adopted_by, row.adopted_on, row.document_number) == (draft, "council", TODAY, "2026-40")
        assert (row.recorded_by, row.recorded_at, row.written_by) == (marieke, AT, thijs)
        clock = Clock.objects.open().get()
        assert (clock.kind, clock.subject, clock.owner, clock.due_at.date()) == ("approach.review", row.uuid, thijs, date(2028, 6, 9))
        assert Entry.objects.get(verb="approach.vision_adopted").numbers == {"version": 1}

    def test_the_version_before_is_replaced_and_its_review_is_kept_by_who_owed_it(self, draft, thijs, marieke, pim):
        adopt(draft, thijs)
        Clock.objects.update(owner=pim)
        second = acts.begin(by=marieke, at=AT)
        adopt(second, marieke, at=AT + DAY, review_on=date(2028, 7, 1))

        assert Vision.objects.in_force(draft.municipality, on=TODAY) == second
        assert Clock.objects.get(subject=draft.uuid).kept_at == AT + DAY
        assert Clock.objects.get(subject=second.uuid).owner == pim

    def test_who_may_not_write_any_more_does_not_owe_it(self, draft, thijs, marieke):
        thijs.end_date = TODAY
        thijs.save()
        adopt(draft, marieke)

        assert Clock.objects.get().owner == marieke

    def test_only_a_complete_draft_can_be_adopted(self, waterveen, thijs):
        row = VisionFactory(municipality=waterveen, written_by=thijs, limits="", who="")
        with pytest.raises(Incomplete) as problem:
            adopt(row, thijs)

        assert problem.value.numbers == [4, 6, 7]
        assert fresh(row).state == "draft"

    def test_what_she_adopts_is_what_she_read(self, draft, thijs, marieke):
        read = fresh(draft).edits
        acts.save(draft, number=1, values={"problem": OTHER}, seen=seen(draft, 1), by=marieke)
        with pytest.raises(Changed):
            adopt(draft, thijs, version=read)

    @pytest.mark.parametrize("wrong", [{"adopted_on": TODAY + DAY}, {"review_on": TODAY}])
    def test_its_days_are_possible(self, draft, thijs, wrong):
        with pytest.raises(NotPossible):
            adopt(draft, thijs, **wrong)

    def test_not_before_the_version_that_it_replaces(self, draft, thijs):
        adopt(draft, thijs)
        second = acts.begin(by=thijs, at=AT)
        with pytest.raises(NotPossible):
            adopt(second, thijs, adopted_on=TODAY - DAY)

    def test_others_adopt_nothing(self, draft, annemarie, femke, robin, neighbour):
        for by in (annemarie, femke, robin.member, neighbour):
            with pytest.raises(PermissionDenied):
                adopt(draft, by)

    def test_after_that_nothing_changes_any_more(self, draft, thijs):
        row = Goal.objects.get()
        adopt(draft, thijs)
        for late in (
            lambda: acts.save(draft, number=1, values={"problem": OTHER}, seen=seen(draft, 1), by=thijs),
            lambda: adopt(draft, thijs),
            lambda: acts.discard(draft, version=draft.edits, by=thijs),
            lambda: goal.add(draft, values=values(), identity=uuid4(), by=thijs),
            lambda: goal.move(draft, identity=row.identity, up=True, by=thijs),
        ):
            with pytest.raises(NotDraft):
                late()

    def test_postgres_keeps_it_as_it_is(self, draft, thijs):
        adopt(draft, thijs)
        for late in (
            lambda: Vision.objects.filter(pk=draft.pk).update(problem=OTHER),
            lambda: Vision.objects.filter(pk=draft.pk).update(state="draft"),
            lambda: Goal.objects.update(text=OTHER),
            lambda: Goal.objects.all().delete(),
            lambda: GoalFactory(vision=draft),
            lambda: Vision.objects.get(pk=draft.pk).delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                late()


class TestThrowingAway:
    def test_the_draft_goes_and_what_is_in_force_stays(self, draft, thijs):
        adopt(draft, thijs)
        second = acts.begin(by=thijs, at=AT)
        acts.discard(second, version=second.edits, by=thijs)

        assert list(Vision.objects.all()) == [draft]
        with pytest.raises(NotDraft):
            acts.discard(second, version=1, by=thijs)

    def test_not_when_a_colleague_wrote_in_it_meanwhile(self, draft, thijs, marieke):
        acts.save(draft, number=1, values={"problem": OTHER}, seen=seen(draft, 1), by=marieke)
        with pytest.raises(Changed):
            acts.discard(draft, version=1, by=thijs)


class TestLookingAgain:
    @pytest.fixture
    def held(self, draft, thijs):
        return adopt(draft, thijs)

    def test_it_stays_until_a_new_day_and_the_next_review_is_promised(self, held, thijs, marieke):
        acts.keep_until(held, review_on=date(2029, 1, 1), seen=held.review_on, by=marieke, at=AT + DAY)

        assert (fresh(held).reviewed_at, fresh(held).review_on) == (AT + DAY, date(2029, 1, 1))
        old, new = Clock.objects.order_by("pk")
        assert (old.kept_at, new.kept_at, new.owner, new.due_at.date()) == (AT + DAY, None, thijs, date(2029, 1, 1))

    def test_another_day_keeps_nothing(self, held, thijs):
        acts.move(held, review_on=date(2028, 9, 1), seen=held.review_on, by=thijs, at=AT)

        clock = Clock.objects.get()
        assert (fresh(held).reviewed_at, fresh(held).review_on) == (None, date(2028, 9, 1))
        assert (clock.kept_at, clock.due_at.date()) == (None, date(2028, 9, 1))

    def test_who_saw_another_day_is_told(self, held, thijs, marieke):
        before = held.review_on
        acts.move(held, review_on=date(2028, 9, 1), seen=before, by=thijs, at=AT)
        with pytest.raises(Changed):
            acts.keep_until(held, review_on=date(2029, 1, 1), seen=before, by=marieke, at=AT)

    def test_only_the_version_in_force(self, held, thijs):
        adopt(acts.begin(by=thijs, at=AT), thijs)
        with pytest.raises(NotInForce):
            acts.keep_until(held, review_on=date(2029, 1, 1), seen=held.review_on, by=thijs, at=AT)

    def test_others_do_nothing(self, held, annemarie, femke, neighbour):
        for by in (annemarie, femke, neighbour):
            for act in (acts.keep_until, acts.move):
                with pytest.raises(PermissionDenied):
                    act(held, review_on=date(2029, 1, 1), seen=held.review_on, by=by, at=AT)

    def test_who_leaves_hands_it_over(self, held, thijs, marieke, annemarie):
        handover.hand_over(thijs, to=marieke, by=annemarie, at=AT)

        assert Clock.objects.open().get().owner == marieke


class TestWhoReadsIt:
    def test_a_draft_only_who_writes_and_an_adopted_version_who_reads_about_the_approach(self, draft, waterveen, marieke, thijs, annemarie, femke, robin, neighbour):
        for reader, sees in ((marieke, 1), (thijs, 1), (annemarie, 0), (femke, 0), (robin.member, 0), (neighbour, 0)):
            assert Vision.objects.visible_to(reader).count() == sees, reader
        adopt(draft, thijs)
        for reader, sees in ((marieke, 1), (thijs, 1), (annemarie, 1), (femke, 1), (robin.member, 0), (neighbour, 0)):
            assert Vision.objects.visible_to(reader).count() == sees, reader

    def test_in_force_is_asked_for_a_day(self, waterveen):
        first = adopted_vision(waterveen, adopted_on=date(2024, 1, 1))
        second = adopted_vision(waterveen, adopted_on=date(2026, 1, 1))

        on = Vision.objects.in_force
        assert [on(waterveen, on=day) for day in (date(2023, 12, 31), date(2024, 1, 1), date(2025, 12, 31), date(2026, 1, 1))] == [None, first, first, second]


@pytest.mark.django_db(transaction=True)
def test_two_who_adopt_the_same_draft_at_once_leave_one_adoption_with_one_promise(draft, thijs, marieke):
    ends = at_once(lambda: adopt(draft, thijs), lambda: adopt(draft, marieke, adopted_by="college"))

    assert sum(isinstance(each, NotDraft) for each in ends) == 1
    assert (Clock.objects.count(), Entry.objects.filter(verb="approach.vision_adopted").count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_who_begin_at_once_write_in_the_same_draft(waterveen, thijs, marieke):
    adopted_vision(waterveen, goals=2)

    one, two = at_once(lambda: acts.begin(by=thijs, at=AT), lambda: acts.begin(by=marieke, at=AT))

    assert one == two
    assert Goal.objects.of(one).count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_step_that_is_saved_while_it_is_adopted_changes_nothing_of_what_was_adopted(draft, thijs, marieke):
    adopted, saved = at_once(
        lambda: adopt(draft, thijs), lambda: acts.save(draft, number=1, values={"problem": OTHER}, seen=seen(draft, 1), by=marieke),
    )

    if isinstance(adopted, Vision):
        assert isinstance(saved, NotDraft)
        assert fresh(draft).problem != OTHER
    else:
        assert isinstance(adopted, Changed)
        assert (fresh(draft).state, fresh(draft).problem) == ("draft", OTHER)


def test_people_of_another_municipality_stand_on_no_vision(draft, neighbour):
    with pytest.raises(IntegrityError), transaction.atomic():
        forced(draft, written_by=neighbour)
