from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from keyfigures import stages as way
from keyfigures.actions import NotPossible, stages, ties
from keyfigures.actions import asking as acts
from keyfigures.models.asking import Ask
from keyfigures.models.figure import KeyFigure
from keyfigures.models.recognition import Recognition
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, TODAY, AskFactory, KeyFigureFactory

SECRET = "Wilt u donderdag uitleg geven in de Veenschool?"
DAYS = timedelta(days=1)


def ask(figure, by, *, at=AT, **more):
    return acts.ask(figure, kind="explain", text=SECRET, by=by, at=at, **more)


def told(member):
    return Message.objects.filter(recipient=member).count()


def open_promises(row):
    return list(Clock.objects.open().about(row.uuid).values_list("kind", flat=True))


def move(row, **values):
    """The keys to a municipality are checked at the end of a transaction."""
    Ask.objects.filter(pk=row.pk).update(**values)
    connection.check_constraints()


class TestAsking:
    def test_she_is_told_and_owes_nothing(self, robin, marieke):
        row = ask(robin, marieke, wanted_on=date(2026, 6, 18))

        assert (row.state, told(robin.member), open_promises(row)) == ("asked", 1, [])

    @pytest.mark.parametrize("trait", ["paused", "ended", "introduction", "agreeing"])
    def test_only_who_is_active_is_asked_something(self, waterveen, marieke, trait):
        figure = KeyFigureFactory(municipality=waterveen, contact_person=marieke, **{trait: True})

        with pytest.raises(NotPossible):
            ask(figure, marieke)
        assert Ask.objects.count() == 0

    def test_who_knows_her_privately_asks_nothing(self, robin, sam, marieke, pim):
        ties.declare(robin, by=marieke, at=AT)

        with pytest.raises(NotPossible):
            ask(robin, marieke)
        assert ask(robin, pim).asked_by == pim
        assert ask(sam, marieke).asked_by == marieke

    def test_the_same_open_question_is_not_asked_twice(self, robin, marieke):
        assert ask(robin, marieke) == ask(robin, marieke)
        assert told(robin.member) == 1

    def test_key_figures_and_other_municipalities_ask_nothing(self, robin, sam, neighbour):
        for other in (robin.member, sam.member, neighbour):
            with pytest.raises(PermissionDenied):
                ask(robin, other)


class TestAnswering:
    def test_she_says_no_without_a_reason_also_after_a_yes(self, robin, marieke):
        row = ask(robin, marieke)

        acts.accept(row, by=robin.member, at=AT)
        acts.decline(row, by=robin.member, at=AT + DAYS)

        row.refresh_from_db()
        assert row.state == "declined"
        assert told(marieke) == 2

    def test_nobody_answers_for_her(self, robin, sam, marieke):
        row = ask(robin, marieke)

        for other in (sam.member, marieke):
            for answer in (acts.accept, acts.decline):
                with pytest.raises(PermissionDenied):
                    answer(row, by=other, at=AT)

    def test_what_was_taken_back_is_not_answered(self, robin, marieke):
        row = ask(robin, marieke)
        acts.take_back(row, by=marieke, at=AT)

        with pytest.raises(NotPossible):
            acts.accept(row, by=robin.member, at=AT)


class TestDone:
    def test_she_says_it_is_done_and_how_long_it_took_and_hears_back_within_twenty_working_days(self, robin, marieke):
        row = ask(robin, marieke)
        acts.accept(row, by=robin.member, at=AT)

        acts.report_done(row, by=robin.member, at=AT, done_on=TODAY, hours=Decimal("2.5"))

        row.refresh_from_db()
        clock = Clock.objects.open().about(row.uuid).get()
        assert (row.state, row.hours) == ("done", Decimal("2.5"))
        assert (clock.kind, clock.owner, clock.waiter, clock.due_at.date()) == ("keyfigures.ask_result", marieke, robin.member, date(2026, 7, 7))

    def test_an_official_never_fills_in_her_hours(self, robin, marieke):
        row = ask(robin, marieke)

        with pytest.raises(PermissionDenied):
            acts.report_done(row, by=marieke, at=AT, done_on=TODAY, hours=Decimal(2))
        acts.report_done(row, by=marieke, at=AT, done_on=TODAY)
        acts.estimate_hours(row, hours=Decimal(3), by=robin.member)
        with pytest.raises(PermissionDenied):
            acts.estimate_hours(row, hours=Decimal(1), by=marieke)

        row.refresh_from_db()
        assert row.hours == 3

    def test_the_result_comes_with_personal_thanks_and_keeps_the_promise(self, robin, marieke, pim):
        row = ask(robin, marieke)
        acts.report_done(row, by=robin.member, at=AT, done_on=TODAY)

        acts.tell_result(row, thanks_text="Dank voor de uitleg.", result="De school doet het elk jaar.", by=marieke, at=AT + DAYS)

        row.refresh_from_db()
        assert (row.result, open_promises(row)) == ("De school doet het elk jaar.", [])
        thanks = Recognition.objects.get()
        assert (thanks.kind, thanks.text, thanks.chosen, thanks.wanted) == ("thanks", "Dank voor de uitleg.", "none", "none")
        assert KeyFigure.objects.get(pk=robin.pk).last_thanked_on == TODAY + DAYS
        with pytest.raises(NotPossible):
            acts.tell_result(row, thanks_text="Dank.", result="Iets anders.", by=pim, at=AT + DAYS)

    def test_nothing_is_told_before_it_is_done(self, robin, marieke):
        with pytest.raises(NotPossible):
            acts.tell_result(ask(robin, marieke), thanks_text="Dank.", result="Iets.", by=marieke, at=AT)


class TestPausingAndEnding:
    @pytest.mark.parametrize("step", [way.PAUSE, way.END])
    def test_what_was_asked_is_taken_back(self, robin, marieke, step):
        asked, accepted = ask(robin, marieke), acts.ask(robin, kind="organise", text="Helpt u?", by=marieke, at=AT)
        acts.accept(accepted, by=robin.member, at=AT)

        stages.move(robin, step, by=robin.member, at=AT)

        assert set(Ask.objects.values_list("state", flat=True)) == {"withdrawn"}
        assert Message.objects.filter(recipient=marieke, subject=asked.uuid).count() == 1

    def test_who_ended_is_promised_no_result(self, robin, marieke):
        row = ask(robin, marieke)
        acts.report_done(row, by=robin.member, at=AT, done_on=TODAY)

        stages.move(robin, way.END, by=robin.member, at=AT)

        assert open_promises(row) == []


class TestRulesOfTheDatabase:
    @pytest.mark.parametrize(
        "wrong", [{"state": "done"}, {"result_at": AT}, {"result": "x", "result_at": AT}, {"hours": -1}, {"hours": 1000}],
    )
    def test_what_cannot_be_is_refused(self, robin, wrong):
        row = AskFactory(key_figure=robin)

        with pytest.raises(IntegrityError), transaction.atomic():
            Ask.objects.filter(pk=row.pk).update(**wrong)

    def test_a_request_stays_in_its_municipality(self, robin, neighbour):
        row = AskFactory(key_figure=robin)

        with pytest.raises(IntegrityError), transaction.atomic():
            move(row, asked_by=neighbour)


class TestPages:
    @pytest.fixture
    def now(self, time_machine):
        time_machine.move_to(AT, tick=False)

    def test_from_asking_to_what_was_done_with_it(self, client, robin, marieke, now):
        work, typed = log_in(client, marieke), {"kind": "explain", "text": SECRET, "theme": "none", "wanted_on": "2026-06-18"}
        work.post(reverse("keyfigures:ask_new", args=[robin.uuid]), typed)
        row = Ask.objects.get()

        def post(who, step, **values):
            return log_in(client, who).post(reverse(f"keyfigures:ask_{step}", args=[row.uuid]), values, follow=True)

        read = log_in(client, robin.member).get(reverse("keyfigures:ask_detail", args=[row.uuid])).content.decode()
        post(robin.member, "accept")
        post(robin.member, "done", done_on="2026-06-09", hours="2,5")
        post(marieke, "result", thanks_text="Dank.", result="De school doet het elk jaar.")
        after = log_in(client, robin.member).get(reverse("keyfigures:ask_detail", args=[row.uuid])).content.decode()

        assert SECRET in read
        assert "Nee, deze keer niet" in read
        assert "De school doet het elk jaar." in after
        assert Ask.objects.get().hours == Decimal("2.5")

    def test_no_is_one_tap_and_asks_nothing(self, client, robin, marieke, now):
        row = ask(robin, marieke)

        answer = log_in(client, robin.member).post(reverse("keyfigures:ask_decline", args=[row.uuid]))

        assert answer.status_code == 302
        assert Ask.objects.get().state == "declined"

    def test_too_late_is_told_and_nothing_typed_is_lost(self, client, robin, marieke, pim, now):
        row = ask(robin, marieke)
        acts.report_done(row, by=marieke, at=AT, done_on=TODAY)
        acts.tell_result(row, thanks_text="Dank.", result="De school doet het elk jaar.", by=pim, at=AT)

        answer = log_in(client, marieke).post(reverse("keyfigures:ask_result", args=[row.uuid]), {"thanks_text": "Veel dank.", "result": "Het lukte."})

        assert answer.status_code == 409
        for text in ("Veel dank.", "Het lukte.", "De school doet het elk jaar."):
            assert text in answer.content.decode()

    def test_a_tie_is_told_on_the_form(self, client, robin, marieke, now):
        ties.declare(robin, by=marieke, at=AT)

        answer = log_in(client, marieke).post(reverse("keyfigures:ask_new", args=[robin.uuid]), {"kind": "explain", "text": SECRET, "theme": "none"})

        assert answer.status_code == 409
        assert SECRET in answer.content.decode()

    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({"done_on": "2026-06-10"}, "done_on"), ({"done_on": "2026-06-08"}, "done_on"), ({"done_on": ""}, "done_on"),
            ({"done_on": "2026-06-09", "hours": "-1"}, "hours"), ({"done_on": "2026-06-09", "hours": "NaN"}, "hours"),
            ({"done_on": "2026-06-09", "hours": "1000"}, "hours"), ({"done_on": "2026-06-09", "hours": "veel"}, "hours"),
        ],
    )
    def test_what_is_wrong_is_said_beside_its_field(self, client, robin, marieke, now, typed, field):
        row = ask(robin, marieke)
        acts.accept(row, by=robin.member, at=AT)

        answer = log_in(client, robin.member).post(reverse("keyfigures:ask_done", args=[row.uuid]), typed)

        assert answer.status_code == 400
        assert list(answer.context["forms"]["done"].errors) == [field]

    @pytest.mark.parametrize("route", ["detail", "accept", "decline", "take_back", "done", "hours", "result"])
    def test_who_may_not_see_it_finds_nothing(self, client, robin, sam, marieke, neighbour, annemarie, now, route):
        address = reverse(f"keyfigures:ask_{route}", args=[ask(robin, marieke).uuid])

        for other in (sam.member, neighbour, annemarie):
            page = log_in(client, other)
            for answer in (page.get(address), page.post(address)):
                assert answer.status_code in {404, 405}
                assert SECRET not in answer.content.decode()
        assert Ask.objects.get().state == "asked"

    def test_nobody_else_finds_the_form_to_ask(self, client, robin, sam, neighbour, now):
        for other in (robin.member, sam.member, neighbour):
            assert log_in(client, other).get(reverse("keyfigures:ask_new", args=[robin.uuid])).status_code == 404

    def test_the_list_shows_each_only_what_is_hers_to_see(self, client, robin, sam, marieke, neighbour, now):
        ask(robin, marieke)
        ask(sam, marieke)

        def titles(member, **query):
            return [row.title for row in log_in(client, member).get(reverse("keyfigures:ask_list"), query).context["rows"]]

        assert titles(robin.member) == ["Uitleg geven of vertellen"]
        assert sorted(titles(marieke)) == ["Robin", "Sam"]
        assert titles(marieke, toon="vertellen") == titles(marieke, toon="klaar") == titles(neighbour) == []

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, robin, marieke, now, count, django_assert_num_queries):
        for _each in range(count):
            AskFactory(key_figure=robin)
        page = log_in(client, marieke)
        page.get("/")

        with django_assert_num_queries(5):  # session, person with member, requests, calendar, promises
            page.get(reverse("keyfigures:ask_list"))
