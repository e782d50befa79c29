import base64
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.actions import StillOwes
from accounts.models import Membership
from keyfigures import stages as way
from keyfigures import statements
from keyfigures.actions import NotPossible, erasing, stages
from keyfigures.actions import reconsideration as acts
from keyfigures.models.agreement import Agreement
from keyfigures.models.figure import KeyFigure
from keyfigures.models.reconsideration import Reconsideration, SealedStatement
from notifications import reminders
from notifications.models import Message
from sleutelfiguren import start, today
from sleutelfiguren.handover import NothingToHandOver, before_leaving, hand_over
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT, TODAY, PersonalTieFactory
from ui.phrases import Words

DAY = timedelta(days=1)
FACT = "Op 2 juni deelde u in de groep een bericht van een ander."
READING = "Ik dacht dat het bericht openbaar was."
REASON = "Wij spraken af hoe berichten gedeeld worden."
NEW, OLD = ("new:" + base64.b64encode(b"n" * 32).decode(), "old:" + base64.b64encode(b"o" * 32).decode())


@pytest.fixture
def raised(robin, marieke, pim, annemarie):
    return acts.raise_question(robin, by=marieke, at=AT, fact=FACT)


@pytest.fixture
def heard(raised, marieke):
    return acts.record_talk(raised, by=marieke, at=AT + DAY, talk_on=TODAY, her_reading=READING)


@pytest.fixture
def proposed(heard, annemarie):
    return acts.propose(heard, by=annemarie, at=AT + 2 * DAY, outcome="go_on", reason=REASON)


def fresh(row):
    return Reconsideration.objects.for_detail().get(pk=row.pk)


def told(member):
    return Message.objects.filter(recipient=member).count()


def texts(row):
    return [each.text for each in statements.readable(row.uuid, herself=row.key_figure.member, words=Words(TODAY))]


class TestRaising:
    def test_she_is_told_at_once_and_knows_who_decides(self, raised, robin, marieke, pim, annemarie):
        assert {each.pk for each in raised.deciders} == {pim.pk, annemarie.pk}
        assert [told(each) for each in (robin.member, pim, annemarie, marieke)] == [1, 1, 1, 0]
        assert Clock.objects.open().about(raised.uuid).get().kind == "keyfigures.reconsideration_talk"

    def test_one_runs_at_a_time(self, raised, robin, pim):
        with pytest.raises(NotPossible):
            acts.raise_question(robin, by=pim, at=AT, fact="Nog een")

    def test_who_is_not_in_it_learns_nothing_by_trying(self, raised, robin, waterveen):
        third = MembershipFactory(coordinator=True, municipality=waterveen)

        with pytest.raises(NotPossible) as refused:
            acts.raise_question(robin, by=third, at=AT, fact="Nog een")
        assert "loopt" not in str(refused.value)

    def test_not_without_two_others_to_decide(self, robin, marieke, pim):
        with pytest.raises(NotPossible):
            acts.raise_question(robin, by=marieke, at=AT, fact=FACT)
        assert not SealedStatement.objects.exists()

    def test_who_knows_her_privately_neither_raises_nor_decides(self, robin, waterveen, marieke, pim, annemarie):
        PersonalTieFactory(key_figure=robin, official=pim)
        other = MembershipFactory(team_lead=True, municipality=waterveen)

        row = acts.raise_question(robin, by=marieke, at=AT, fact=FACT)

        assert {each.pk for each in row.deciders} == {annemarie.pk, other.pk}
        with pytest.raises(NotPossible):
            acts.raise_question(robin, by=pim, at=AT, fact=FACT)

    def test_only_about_who_takes_part(self, robin, marieke, pim, annemarie):
        stages.move(robin, way.END, by=robin.member, at=AT)

        with pytest.raises(NotPossible):
            acts.raise_question(robin, by=marieke, at=AT, fact=FACT)

    def test_not_by_a_key_figure_or_another_municipality(self, robin, sam, neighbour, pim, annemarie):
        for other in (sam.member, robin.member, neighbour):
            with pytest.raises(PermissionDenied):
                acts.raise_question(robin, by=other, at=AT, fact=FACT)


class TestHearing:
    def test_her_reading_is_kept_in_her_words_and_she_can_write_it_herself(self, raised, robin, marieke):
        acts.write_reading(raised, by=robin.member, at=AT + timedelta(hours=1), text="Zo zie ik het.")
        acts.record_talk(raised, by=marieke, at=AT + DAY, talk_on=TODAY, her_reading="")

        assert fresh(raised).state == "heard"
        assert texts(raised) == [FACT, "Zo zie ik het."]

    def test_nobody_decides_before_she_was_heard(self, raised, annemarie):
        with pytest.raises(NotPossible):
            acts.propose(raised, by=annemarie, at=AT, outcome="end", reason=REASON)

    def test_a_talk_without_her_reading_is_not_recorded(self, raised, marieke):
        with pytest.raises(NotPossible):
            acts.record_talk(raised, by=marieke, at=AT + DAY, talk_on=TODAY, her_reading="")

    @pytest.mark.parametrize("day", [TODAY - DAY, TODAY + 2 * DAY])
    def test_the_talk_was_between_the_question_and_today(self, raised, marieke, day):
        with pytest.raises(NotPossible):
            acts.record_talk(raised, by=marieke, at=AT + DAY, talk_on=day, her_reading=READING)

    def test_the_promise_of_the_talk_is_kept_and_that_of_the_decision_begins(self, heard):
        clocks = {clock.kind: clock.is_open for clock in Clock.objects.about(heard.uuid)}

        assert clocks == {
            "keyfigures.reconsideration_talk": False, "keyfigures.reconsideration_decision": True, "keyfigures.reconsideration_second": True,
        }

    def test_nobody_else_writes_her_reading(self, raised, marieke, sam):
        for other in (marieke, sam.member):
            with pytest.raises(PermissionDenied):
                acts.write_reading(raised, by=other, at=AT, text="x")


class TestDeciding:
    def test_two_decide_and_she_gets_the_decision(self, proposed, robin, pim):
        before = told(robin.member)
        acts.agree(proposed, by=pim, at=AT + 3 * DAY)

        row = fresh(proposed)
        assert (row.state, row.outcome, row.first_decider.name, row.second_decider.name) == ("decided", "go_on", "Anne-Marie", "Pim")
        assert told(robin.member) == before + 1
        assert not Clock.objects.open().about(row.uuid).exists()

    def test_who_raised_it_does_not_decide(self, heard, proposed, marieke):
        with pytest.raises(PermissionDenied):
            acts.agree(proposed, by=marieke, at=AT)

    def test_one_is_not_two(self, proposed, annemarie):
        with pytest.raises(NotPossible):
            acts.agree(proposed, by=annemarie, at=AT)

    def test_who_does_not_agree_sends_it_back_and_all_is_readable(self, proposed, pim, annemarie):
        acts.disagree(proposed, by=pim, at=AT + 3 * DAY, reason="Ik mis wat er was afgesproken.")

        assert (fresh(proposed).state, fresh(proposed).outcome) == ("heard", "")
        assert texts(proposed) == [FACT, READING, REASON, "Ik mis wat er was afgesproken."]
        again = acts.propose(proposed, by=pim, at=AT + 3 * DAY, outcome="adapt", reason="Andere rol.")
        acts.agree(again, by=annemarie, at=AT + 4 * DAY)
        assert fresh(again).outcome == "adapt"

    def test_the_second_of_two_that_propose_hears_it(self, proposed, pim):
        with pytest.raises(NotPossible):
            acts.propose(proposed, by=pim, at=AT, outcome="end", reason="Anders")

    def test_adapting_begins_a_new_version_of_the_agreement(self, heard, robin, annemarie, pim):
        acts.agree(acts.propose(heard, by=annemarie, at=AT, outcome="adapt", reason=REASON), by=pim, at=AT)

        assert Agreement.objects.in_preparation().filter(key_figure=robin).count() == 1

    def test_a_pause(self, heard, robin, annemarie, pim):
        acts.agree(acts.propose(heard, by=annemarie, at=AT, outcome="pause", reason=REASON), by=pim, at=AT)

        assert KeyFigure.objects.get(pk=robin.pk).stage == "paused"

    def test_who_is_ended_can_still_read_the_decision_for_the_weeks_in_which_she_can_object(self, heard, robin, annemarie, pim):
        acts.agree(acts.propose(heard, by=annemarie, at=AT, outcome="end", reason=REASON), by=pim, at=AT)

        member = Membership.objects.get(pk=robin.member_id)
        assert KeyFigure.objects.get(pk=robin.pk).end_reason == "decision"
        assert (member.is_active_on(date(2026, 7, 20)), member.is_active_on(date(2026, 7, 21)), member.roles) == (True, False, ["candidate"])

    def test_who_leaves_herself_stops_it(self, proposed, robin, pim):
        stages.move(robin, way.END, by=robin.member, at=AT)

        assert fresh(proposed).state == "stopped"
        assert not Clock.objects.open().about(proposed.uuid).exists()
        with pytest.raises(NotPossible):
            acts.agree(proposed, by=pim, at=AT)


class TestTheTwoWhoDecide:
    """Both are asked from the talk on; from a proposal on only the other one."""

    def owners(self, row):
        return {clock.owner.name for clock in Clock.objects.open().about(row.uuid)}

    def rows(self, member, at):
        groups = today.today_of(member, at=at).groups
        return [(row.title, row.button, row.line.meta) for row in [*groups.now, *groups.week, *groups.later]]

    def test_each_finds_it_on_the_own_start_page_with_the_button(self, heard, pim, annemarie, marieke):
        both = "Heroverweging. Twee van jullie beslissen: de een stelt een uitkomst voor, de ander is het ermee eens of niet."
        for decider in (pim, annemarie):
            assert self.rows(decider, AT + DAY) == [("Robin wacht op een besluit", "Neem een besluit", both)]
        assert self.rows(marieke, AT + DAY) == []

    @pytest.mark.parametrize("proposer", ["pim", "annemarie"])
    def test_after_a_proposal_only_the_other_is_asked_until_the_same_day(self, heard, request, proposer, pim, annemarie):
        by = request.getfixturevalue(proposer)
        other = annemarie if by == pim else pim
        due = Clock.objects.open().about(heard.uuid).get(kind="keyfigures.reconsideration_decision").due_at
        acts.propose(heard, by=by, at=AT + 2 * DAY, outcome="go_on", reason=REASON)

        clock = Clock.objects.open().about(heard.uuid).get()
        assert (clock.owner, clock.due_at) == (other, due)
        assert self.rows(by, AT + 2 * DAY) == []
        assert self.rows(other, AT + 2 * DAY)[0][2] == f"Heroverweging. {by.name} stelde een uitkomst voor: je bent het ermee eens, of niet."

    def test_sent_back_both_are_asked_again_until_the_same_day(self, heard, proposed, pim):
        due = Clock.objects.open().about(heard.uuid).get().due_at
        acts.disagree(proposed, by=pim, at=AT + 3 * DAY, reason="Ik mis iets.")

        assert self.owners(heard) == {"Pim", "Anne-Marie"}
        assert set(Clock.objects.open().about(heard.uuid).values_list("due_at", flat=True)) == {due}

    def test_she_reads_one_promise_of_a_decision(self, heard, robin):
        shown = [row.title for row in start.start_of(robin.member, at=AT + DAY).promised]

        assert [title for title in shown if "besluit" in title] == ["U hoort het besluit, en waar u bezwaar kunt maken"]

    def test_who_takes_one_part_over_decides_with_who_kept_the_other(self, heard, waterveen, pim, annemarie):
        third = MembershipFactory(team_lead=True, municipality=waterveen, user__name="Joke")
        hand_over(annemarie, to=third, by=annemarie, at=AT + DAY)
        assert self.owners(heard) == {"Pim", "Joke"}

        acts.propose(heard, by=third, at=AT + 2 * DAY, outcome="go_on", reason=REASON)

        assert self.owners(heard) == {"Pim"}

    def test_nobody_gets_the_part_of_both_and_who_raised_it_gets_none(self, heard, pim, annemarie, marieke):
        for to in (pim, marieke):
            with pytest.raises(NothingToHandOver):
                hand_over(annemarie, to=to, by=annemarie, at=AT + DAY)
        assert self.owners(heard) == {"Pim", "Anne-Marie"}

    def test_who_leaves_before_she_decided_is_asked_for_somebody_else(self, heard, pim, marieke):
        with pytest.raises(StillOwes):
            before_leaving(pim, frozenset(), None, AT + DAY)

    def test_who_took_over_the_talk_can_still_read_it_when_it_is_recorded(self, raised, marieke, waterveen):
        third = MembershipFactory(coordinator=True, municipality=waterveen)
        hand_over(marieke, to=third, by=marieke, at=AT)
        acts.record_talk(raised, by=third, at=AT + DAY, talk_on=TODAY, her_reading=READING)

        assert Reconsideration.objects.visible_to(third).filter(pk=raised.pk).exists()

    def test_who_knows_her_privately_does_not_take_over_the_talk(self, raised, marieke, robin, waterveen):
        third = MembershipFactory(coordinator=True, municipality=waterveen)
        PersonalTieFactory(key_figure=robin, official=third)
        with pytest.raises(NothingToHandOver):
            hand_over(marieke, to=third, by=marieke, at=AT)
        assert self.owners(raised) == {"Marieke"}


class TestNeedToKnow:
    def test_only_those_in_the_procedure_see_that_it_exists(self, raised, robin, sam, marieke, pim, annemarie, neighbour, waterveen):
        third = MembershipFactory(coordinator=True, municipality=waterveen)
        adviser = MembershipFactory(privacy_officer=True, municipality=waterveen)
        sees = {member.pk: Reconsideration.objects.visible_to(member).exists() for member in (robin.member, marieke, pim, annemarie, sam.member, neighbour, third, adviser)}

        assert [sees[each.pk] for each in (robin.member, marieke, pim, annemarie)] == [True] * 4
        assert [sees[each.pk] for each in (sam.member, neighbour, third, adviser)] == [False] * 4

    def test_who_takes_over_a_promise_can_go_on(self, heard, waterveen, annemarie, pim):
        third = MembershipFactory(coordinator=True, municipality=waterveen)
        with pytest.raises(PermissionDenied):
            acts.propose(heard, by=third, at=AT, outcome="go_on", reason=REASON)

        Clock.objects.open().about(heard.uuid).filter(owner=annemarie).update(owner=third)

        assert acts.propose(heard, by=third, at=AT, outcome="go_on", reason=REASON).first_decider == third

    def test_a_colleague_hears_nothing_by_mail_also_when_it_is_late(self, raised, waterveen, marieke, annemarie):
        third = MembershipFactory(coordinator=True, municipality=waterveen)
        Membership.objects.filter(pk=marieke.pk).update(deputy=third)
        reminders.queue_clock_reminders(at=AT + 60 * DAY)

        assert told(third) == 0

    def test_the_log_and_the_mails_hold_no_word_of_it(self, proposed):
        with connection.cursor() as cursor:
            cursor.execute("SELECT string_agg(row_to_json(m)::text, '') FROM notifications_message m")
            mails = cursor.fetchone()[0]
            cursor.execute("SELECT coalesce(string_agg(row_to_json(e)::text, ''), '') FROM audit_entry e")
            lines = cursor.fetchone()[0]

        for word in ("bericht", "openbaar", "Robin"):
            assert word not in mails + lines

    def test_the_tables_hold_no_word_of_it(self, proposed):
        with connection.cursor() as cursor:
            cursor.execute("SELECT string_agg(row_to_json(s)::text, '') FROM keyfigures_sealedstatement s")
            rows = cursor.fetchone()[0]

        assert "bericht" not in rows
        assert FACT.encode().hex() not in rows


class TestSealing:
    def test_moved_to_another_row_it_does_not_open_and_the_rest_does(self, heard, caplog):
        first, second = SealedStatement.objects.in_order()
        SealedStatement.objects.filter(pk=first.pk).update(sealed=second.sealed, key_id=second.key_id)

        assert texts(heard) == ["", READING]
        assert "a sealed text does not open" in caplog.text
        assert READING not in caplog.text

    def test_the_command_brings_statements_to_the_first_key(self, robin, marieke, pim, annemarie, settings, capsys):
        settings.SEALED_TEXT_KEYS = [OLD]
        row = acts.raise_question(robin, by=marieke, at=AT, fact=FACT)
        settings.SEALED_TEXT_KEYS = [NEW, OLD]
        call_command("rotate_keys")
        settings.SEALED_TEXT_KEYS = [NEW]

        assert texts(row) == [FACT]
        assert "Ready: 1 texts" in capsys.readouterr().out

    def test_one_year_after_the_outcome_nothing_is_left(self, proposed, pim, waterveen):
        from audit.models import Entry

        acts.agree(proposed, by=pim, at=AT)
        erasing.erase_expired(at=AT + 364 * DAY)
        assert texts(proposed)[0] == FACT

        erasing.erase_expired(at=AT + 366 * DAY)

        assert not Reconsideration.objects.exists()
        assert not SealedStatement.objects.exists()
        assert Entry.objects.filter(verb="keyfigures.erased", municipality=waterveen).exists()


class TestPostgres:
    def refuses(self, row, **values):
        with pytest.raises(IntegrityError), transaction.atomic():  # noqa: PT012  some rules wait for the end
            Reconsideration.objects.filter(pk=row.pk).update(**values)
            connection.check_constraints()

    def test_who_raised_it_does_not_decide(self, proposed, marieke):
        self.refuses(proposed, first_decider=marieke)
        self.refuses(proposed, second_decider=marieke)

    def test_one_is_not_two(self, proposed, annemarie):
        self.refuses(proposed, second_decider=annemarie)

    def test_nobody_is_decided_about_unheard(self, raised):
        self.refuses(raised, state="proposed")
        self.refuses(raised, state="decided", outcome="end", decided_at=AT)

    def test_decided_needs_an_outcome_and_a_moment(self, proposed):
        self.refuses(proposed, state="decided")
        self.refuses(proposed, state="decided", decided_at=AT, outcome="")

    def test_nobody_of_another_municipality_decides(self, proposed, neighbour):
        self.refuses(proposed, second_decider=neighbour)


@pytest.mark.parametrize("name", ["Vandaag", "her page"])
def test_no_page_of_a_colleague_shows_that_it_runs(client, raised, robin, waterveen, name):
    from tests.factories.accounts import log_in

    third = MembershipFactory(coordinator=True, municipality=waterveen)
    page = reverse("home") if name == "Vandaag" else reverse("keyfigures:figure_detail", args=[robin.uuid])
    shown = log_in(client, third).get(page).content.decode().lower()

    assert "er loopt een heroverweging" not in shown
    assert "praat met robin" not in shown
    assert str(raised.uuid) not in shown
