from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, connection, transaction

from accounts.models import Membership
from keyfigures import renewal
from keyfigures import stages as way
from keyfigures.actions import NotPossible, agreement_text, stages
from keyfigures.actions import agreement as agreements
from keyfigures.models.agreement import Agreement, AgreementTemplate, mark_of
from keyfigures.models.figure import KeyFigure
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT, TODAY, AgreementFactory, AgreementTemplateFactory, KeyFigureFactory, PersonalTieFactory

DAY = timedelta(days=1)


@pytest.fixture
def noor(waterveen, marieke):
    """She had her introductory talk."""
    return KeyFigureFactory(municipality=waterveen, contact_person=marieke, introduction=True, member__user__name="Noor")


@pytest.fixture
def begun(noor, marieke):
    return agreements.begin(noor, by=marieke, at=AT)


def fresh(agreement):
    return Agreement.objects.for_detail().get(pk=agreement.pk)


def confirm(agreement, by, at=AT):
    return agreements.confirm(agreement, by=by, at=at, seen=fresh(agreement).mark)


def write(agreement, by, words, at=AT):
    now = fresh(agreement)
    seen = now.her_words if by.pk == now.key_figure.member_id else now.our_words
    return agreements.write(agreement, by=by, at=at, words=words, seen=mark_of(seen))


def told(member):
    return Message.objects.filter(recipient=member).count()


class TestBeginning:
    def test_after_the_introductory_talk_with_the_text_of_the_application(self, begun, noor):
        assert (begun.version, begun.key_figure.stage, begun.template.version) == (1, "agreement", 1)
        assert "112" in begun.template.concerns
        assert told(noor.member) == 1

    def test_twice_gives_the_same_one(self, begun, noor, pim):
        again = agreements.begin(noor, by=pim, at=AT)

        assert again == begun
        assert Agreement.objects.count() == 1

    def test_a_candidate_cannot_begin_before_her_talk(self, noor):
        with pytest.raises(NotPossible):
            agreements.begin(noor, by=noor.member, at=AT)

    def test_an_active_key_figure_can_begin_a_new_version_beside_the_one_that_holds(self, robin, marieke):
        new = agreements.begin(robin, by=robin.member, at=AT)

        assert (new.version, new.her_words) == (2, "Ik wil weten wat er met mijn ideeën gebeurt.")
        assert Agreement.objects.holding().get(key_figure=robin).version == 1
        assert told(marieke) == 1

    def test_not_by_somebody_else(self, noor, robin, neighbour, annemarie):
        for other in (robin.member, neighbour, annemarie):
            with pytest.raises(PermissionDenied):
                agreements.begin(noor, by=other, at=AT)

    def test_a_new_version_can_be_dropped_and_the_old_one_stays(self, robin, marieke):
        new = agreements.begin(robin, by=marieke, at=AT)

        agreements.drop(new, by=robin.member, at=AT)

        assert [each.version for each in Agreement.objects.of_figure(robin).shown()] == [1]
        with pytest.raises(NotPossible):
            confirm(new, marieke)

    def test_the_first_version_cannot_be_dropped(self, begun, marieke):
        with pytest.raises(NotPossible):
            agreements.drop(begun, by=marieke, at=AT)


class TestWriting:
    def test_each_side_writes_only_its_own_words(self, begun, noor, marieke):
        write(begun, noor.member, "Ik wil terughoren wat er gebeurt.")
        write(begun, marieke, "Wij bellen u elke maand.")

        assert (fresh(begun).her_words, fresh(begun).our_words) == ("Ik wil terughoren wat er gebeurt.", "Wij bellen u elke maand.")

    def test_a_change_asks_both_again(self, begun, noor, marieke):
        confirm(begun, noor.member)

        write(begun, marieke, "Wij bellen u elke week.")

        assert (fresh(begun).confirmed_by_her_at, fresh(begun).confirmed_by_us_at) == (None, None)

    def test_the_same_words_change_nothing(self, begun, noor):
        write(begun, noor.member, "Ik denk mee.")
        confirm(begun, noor.member)

        write(begun, noor.member, "Ik denk mee.")

        assert fresh(begun).confirmed_by_her_at == AT

    def test_two_tabs_do_not_write_over_each_other(self, begun, marieke, pim):
        agreements.write(begun, by=marieke, at=AT, words="Van Marieke", seen=mark_of(""))

        with pytest.raises(NotPossible):
            agreements.write(begun, by=pim, at=AT, words="Van Pim", seen=mark_of(""))
        assert fresh(begun).our_words == "Van Marieke"

    def test_what_both_confirmed_is_not_written_in_any_more(self, robin, marieke):
        held = Agreement.objects.get(key_figure=robin)

        with pytest.raises(NotPossible):
            write(held, marieke, "Toch anders")


class TestConfirming:
    @pytest.mark.parametrize("she_is_first", [True, False])
    def test_the_second_of_the_two_makes_her_active(self, begun, noor, marieke, she_is_first):
        first, second = (noor.member, marieke) if she_is_first else (marieke, noor.member)

        confirm(begun, first)
        before = KeyFigure.objects.get(pk=noor.pk).stage
        confirm(begun, second, at=AT + DAY)

        assert (before, KeyFigure.objects.get(pk=noor.pk).stage) == ("agreement", "active")
        assert fresh(begun).holds_from == date(2026, 6, 10)
        assert "key_figure" in Membership.objects.get(pk=noor.member_id).roles

    def test_twice_is_once(self, begun, noor, marieke):
        confirm(begun, noor.member)
        confirm(begun, noor.member, at=AT + DAY)
        confirm(begun, marieke, at=AT + DAY)
        confirm(begun, marieke, at=AT + 2 * DAY)

        row = fresh(begun)
        assert (row.confirmed_by_her_at, row.confirmed_by_us_at, row.holds_from) == (AT, AT + DAY, date(2026, 6, 10))
        assert Clock.objects.about(begun.uuid).count() == 1

    def test_two_officials_are_not_both_sides(self, begun, marieke, pim):
        confirm(begun, marieke)
        confirm(begun, pim)

        assert fresh(begun).holds_from is None
        assert fresh(begun).confirmed_by == marieke

    def test_nobody_agrees_with_what_she_did_not_read(self, begun, noor, marieke):
        seen = fresh(begun).mark
        write(begun, marieke, "Er kwam iets bij.")

        with pytest.raises(NotPossible):
            agreements.confirm(begun, by=noor.member, at=AT, seen=seen)
        assert fresh(begun).confirmed_by_her_at is None

    def test_who_knows_her_privately_leaves_it_to_a_colleague(self, begun, noor, marieke, pim):
        PersonalTieFactory(key_figure=noor, official=marieke)

        with pytest.raises(NotPossible):
            confirm(begun, marieke)
        confirm(begun, pim)

    def test_an_official_who_is_the_key_figure_herself_confirms_only_as_herself(self, waterveen, marieke, pim):
        both = KeyFigureFactory(municipality=waterveen, contact_person=pim, agreeing=True, member=marieke)
        agreement = agreements.begin(both, by=pim, at=AT)

        confirm(agreement, marieke)

        assert fresh(agreement).confirmed_by_us_at is None

    def test_a_new_version_ends_the_old_one_on_the_same_day(self, robin, marieke):
        new = agreements.begin(robin, by=marieke, at=AT)
        confirm(new, robin.member)
        confirm(new, marieke)
        newer = agreements.begin(robin, by=marieke, at=AT)
        confirm(newer, robin.member)
        confirm(newer, marieke)

        periods = list(Agreement.objects.of_figure(robin).order_by("version").values_list("holds_from", "holds_until"))
        assert periods == [(date(2026, 1, 12), TODAY), (TODAY, TODAY), (TODAY, None)]


class TestOurTurn:
    """What she does to a new version is answered by a day; nobody has to remember it."""

    def turns(self, figure):
        clocks = Clock.objects.filter(kind="keyfigures.agreement_turn", waiter=figure.member).order_by("pk")
        return [(clock.owner, clock.is_open, clock.working_days) for clock in clocks]

    def test_her_new_version_is_owed_an_answer_once_until_we_write_or_confirm(self, robin, marieke):
        version = agreements.begin(robin, by=robin.member, at=AT)
        write(version, robin.member, "Ik wil vaker horen hoe het gaat.")

        assert self.turns(robin) == [(marieke, True, 10)]

        write(version, marieke, "Wij bellen elke maand.", at=AT + DAY)

        assert self.turns(robin) == [(marieke, False, 10)]

    def test_when_she_confirms_it_is_our_turn_again_until_it_holds(self, robin, marieke):
        version = agreements.begin(robin, by=marieke, at=AT)
        assert self.turns(robin) == []

        confirm(version, robin.member)
        assert self.turns(robin) == [(marieke, True, 10)]

        confirm(version, marieke, at=AT + DAY)
        assert self.turns(robin) == [(marieke, False, 10)]

    def test_a_version_that_is_dropped_asks_nothing_any_more(self, robin, marieke):
        version = agreements.begin(robin, by=robin.member, at=AT)

        agreements.drop(version, by=robin.member, at=AT)

        assert self.turns(robin) == [(marieke, False, 10)]

    def test_the_first_agreement_has_the_clock_of_its_stage(self, begun, noor):
        write(begun, noor.member, "Ik denk graag mee.")

        assert self.turns(noor) == []


class TestReview:
    def test_a_year_later_unless_they_chose_a_day(self, begun, noor, marieke):
        confirm(begun, noor.member)
        confirm(begun, marieke)

        assert fresh(begun).review_on == date(2027, 6, 4)  # 250 working days after Tuesday 9 June 2026
        assert Clock.objects.open().about(begun.uuid).get().owner == marieke

    def test_the_chosen_day_is_part_of_what_both_confirm(self, begun, noor, marieke):
        confirm(begun, noor.member)
        agreements.set_review(begun, by=marieke, at=AT, on=date(2026, 12, 1))

        assert fresh(begun).confirmed_by_her_at is None
        confirm(begun, noor.member)
        confirm(begun, marieke)
        assert fresh(begun).review_on == date(2026, 12, 1)

    def test_a_day_that_is_over_gives_way_to_the_usual_term(self, begun, noor, marieke):
        agreements.set_review(begun, by=marieke, at=AT, on=TODAY)
        confirm(begun, noor.member, at=AT + DAY)
        confirm(begun, marieke, at=AT + DAY)

        assert fresh(begun).review_on > date(2027, 1, 1)

    def test_looked_at_again_without_a_change(self, robin, marieke):
        held = Agreement.objects.get(key_figure=robin)

        agreements.looked_again(held, by=marieke, at=AT, next_on=date(2027, 3, 1))

        assert fresh(held).review_on == date(2027, 3, 1)
        assert told(robin.member) == 1
        with pytest.raises(PermissionDenied):
            agreements.looked_again(held, by=robin.member, at=AT, next_on=None)

    def test_a_new_version_keeps_the_promise_to_look_again(self, begun, noor, marieke):
        confirm(begun, noor.member)
        confirm(begun, marieke)
        new = agreements.begin(noor, by=marieke, at=AT + DAY)
        confirm(new, noor.member, at=AT + DAY)
        confirm(new, marieke, at=AT + DAY)

        assert Clock.objects.about(begun.uuid).get().kept_at == AT + DAY
        assert Clock.objects.open().about(new.uuid).count() == 1


class TestEnding:
    def test_the_agreement_ends_with_the_cooperation(self, robin, marieke):
        agreements.looked_again(Agreement.objects.get(key_figure=robin), by=marieke, at=AT, next_on=None)
        waiting = agreements.begin(robin, by=marieke, at=AT)

        stages.move(robin, way.END, by=robin.member, at=AT)

        held = Agreement.objects.get(key_figure=robin, version=1)
        assert (held.holds_until, fresh(waiting).replaced_at) == (TODAY, AT)
        assert not Clock.objects.open().about(held.uuid).exists()

    def test_who_comes_back_makes_a_new_agreement(self, robin, marieke):
        stages.move(robin, way.END, by=marieke, at=AT)
        back = stages.move(robin, way.BEGIN_AGAIN, by=robin.member, at=AT + DAY)

        assert agreements.begin(back, by=marieke, at=AT + DAY).version == 2


class TestTexts:
    def test_a_version_is_prepared_as_a_copy_and_published_once(self, waterveen, marieke):
        AgreementTemplateFactory(municipality=waterveen)
        draft = agreement_text.prepare(by=marieke, at=AT)
        draft = agreement_text.save(by=marieke, at=AT, texts={**draft.texts, "goal": "Een nieuw doel."}, seen=draft.mark)

        agreement_text.publish(by=marieke, at=AT, seen=draft.mark)

        newest = AgreementTemplate.objects.newest(waterveen)
        assert (newest.version, newest.goal, newest.written_by) == (2, "Een nieuw doel.", marieke)
        with pytest.raises(NotPossible):
            agreement_text.publish(by=marieke, at=AT, seen=draft.mark)

    def test_nobody_writes_over_a_colleague_and_nobody_publishes_what_she_did_not_read(self, marieke, pim):
        seen = agreement_text.prepare(by=marieke, at=AT).mark
        texts = agreement_text.prepare(by=marieke, at=AT).texts
        agreement_text.save(by=marieke, at=AT, texts={**texts, "goal": "Van Marieke"}, seen=seen)

        with pytest.raises(NotPossible):
            agreement_text.save(by=pim, at=AT, texts={**texts, "goal": "Van Pim"}, seen=seen)
        with pytest.raises(NotPossible):
            agreement_text.publish(by=pim, at=AT, seen=seen)

    def test_only_who_works_on_the_network(self, robin, annemarie):
        for other in (robin.member, annemarie):
            with pytest.raises(PermissionDenied):
                agreement_text.prepare(by=other, at=AT)

    @pytest.mark.parametrize("change", ["update", "delete"])
    def test_postgres_keeps_what_was_published(self, waterveen, change):
        rows = AgreementTemplate.objects.filter(pk=AgreementTemplateFactory(municipality=waterveen).pk)

        with pytest.raises(ProgrammingError), transaction.atomic():
            rows.update(goal="Anders") if change == "update" else rows.delete()


class TestRenewal:
    @pytest.fixture
    def published(self, robin, sam, marieke):
        draft = agreement_text.prepare(by=marieke, at=AT)
        return agreement_text.publish(by=marieke, at=AT, seen=draft.mark)

    def test_everybody_who_is_active_is_asked_once(self, published, robin, sam, waterveen, oeverland):
        paused = KeyFigureFactory(municipality=waterveen, paused=True)
        elsewhere = KeyFigureFactory(municipality=oeverland)

        assert renewal.ask_all(at=AT) == 2
        assert renewal.ask_all(at=AT + DAY) == 0

        asked = Agreement.objects.in_preparation().filter(template=published)
        assert {each.key_figure_id for each in asked} == {robin.pk, sam.pk}
        assert [told(each.member) for each in (robin, sam, paused, elsewhere)] == [1, 1, 0, 0]

    def test_it_may_stop_after_any_batch(self, published, monkeypatch, robin, sam):
        monkeypatch.setattr(renewal, "BATCH", 1)
        stopped = renewal._ask_batch(AT)

        assert (stopped, renewal.ask_all(at=AT)) == (1, 1)
        assert [told(each.member) for each in (robin, sam)] == [1, 1]

    def test_who_pauses_is_asked_when_she_is_back(self, published, waterveen, marieke):
        paused = KeyFigureFactory(municipality=waterveen, paused=True, contact_person=marieke)
        renewal.ask_all(at=AT)

        stages.move(paused, way.RESUME, by=marieke, at=AT + DAY)

        assert renewal.ask_all(at=AT + DAY) == 1

    def test_an_agreement_in_preparation_gets_the_new_text_and_both_are_asked_again(self, robin, marieke):
        waiting = agreements.begin(robin, by=marieke, at=AT)
        confirm(waiting, robin.member)
        draft = agreement_text.prepare(by=marieke, at=AT)
        published = agreement_text.publish(by=marieke, at=AT, seen=draft.mark)

        assert renewal.ask_all(at=AT) == 1
        assert (fresh(waiting).template, fresh(waiting).confirmed_by_her_at) == (published, None)

    def test_a_version_with_the_newest_text_cannot_be_dropped(self, published, robin):
        renewal.ask_all(at=AT)

        with pytest.raises(NotPossible):
            agreements.drop(Agreement.objects.in_preparation().get(key_figure=robin), by=robin.member, at=AT)


class TestPostgres:
    """Each rule tried with a plain UPDATE, behind the back of the actions."""

    def refuses(self, rows, **values):
        with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():  # noqa: PT012  some rules wait for the end
            rows.update(**values)
            connection.check_constraints()

    def test_two_agreements_of_one_key_figure_do_not_overlap(self, robin):
        other = AgreementFactory(key_figure=robin, version=2, holds_from=date(2025, 1, 1), holds_until=date(2026, 1, 12), review_on=None)

        self.refuses(Agreement.objects.filter(pk=other.pk), holds_until=date(2026, 1, 13))
        self.refuses(Agreement.objects.filter(pk=other.pk), holds_until=None)

    def test_an_agreement_does_not_hold_before_both_confirmed(self, begun):
        self.refuses(Agreement.objects.filter(pk=begun.pk), holds_from=TODAY)
        self.refuses(Agreement.objects.filter(pk=begun.pk), holds_from=TODAY, confirmed_by_her_at=AT)

    def test_it_does_not_end_before_it_begins(self, robin):
        self.refuses(Agreement.objects.filter(key_figure=robin), holds_until=date(2026, 1, 11))

    @pytest.mark.parametrize("field", ["her_words", "our_words"])
    def test_what_both_confirmed_stays(self, robin, field):
        self.refuses(Agreement.objects.filter(key_figure=robin), **{field: "Anders"})

    def test_active_needs_an_agreement_that_holds(self, noor, robin):
        self.refuses(KeyFigure.objects.filter(pk=noor.pk), stage="active", joined_on=TODAY)
        self.refuses(Agreement.objects.filter(key_figure=robin), holds_until=TODAY)

    def test_a_text_of_another_municipality_is_refused(self, begun, oeverland):
        theirs = AgreementTemplateFactory(municipality=oeverland)

        self.refuses(Agreement.objects.filter(pk=begun.pk), template=theirs)

    def test_one_in_preparation_at_a_time(self, begun, noor):
        with pytest.raises(IntegrityError), transaction.atomic():
            AgreementFactory(key_figure=noor, in_preparation=True, version=2, template=begun.template)


def test_the_actions_say_it_in_words_too(noor, marieke):
    stages.move(noor, way.TO_AGREEMENT, by=marieke, at=AT)

    with pytest.raises(NotPossible, match="allebei"):
        stages.move(noor, way.ACTIVATE, by=marieke, at=AT)


def test_each_sees_only_what_is_hers(robin, sam, marieke, neighbour, annemarie, waterveen):
    adviser = MembershipFactory(policy_adviser=True, municipality=waterveen)
    seen = {
        who: set(Agreement.objects.visible_to(member).values_list("key_figure__member__user__name", flat=True))
        for who, member in (("robin", robin.member), ("marieke", marieke), ("els", neighbour), ("adviser", adviser), ("lead", annemarie))
    }

    assert seen == {"robin": {"Robin"}, "marieke": {"Robin", "Sam"}, "els": set(), "adviser": set(), "lead": set()}
