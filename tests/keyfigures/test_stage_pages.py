"""The steps on the way, the board, and coming and going: as pages."""

import re
import threading
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client

from accounts.models import Invitation, Membership
from keyfigures import deadlines
from keyfigures import stages as way
from keyfigures.actions import NotPossible, stages
from keyfigures.models.figure import KeyFigure, StageStep
from keyfigures.presentation.turnover import Time, times_of, turnover
from keyfigures.stages import StageNotAllowed
from notifications.delivery import deliver_waiting
from notifications.models import Message
from notifications.reminders import queue_clock_reminders
from terms.models import Clock
from tests.factories.accounts import AbsenceFactory, MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(AT, tick=False) as clock:
        yield clock


@pytest.fixture
def noor(waterveen, marieke):
    """Somebody who showed interest, and waits."""
    member = MembershipFactory(candidate=True, municipality=waterveen, user__name="Noor")
    return stages.begin(member, came_by="herself", at=AT)


def step(member, figure, name, **data):
    return log_in(Client(), member).post(f"/sleutelfiguren/{figure.uuid}/stap/{name}/", data)


def ask(member, figure, name):
    return log_in(Client(), member).get(f"/sleutelfiguren/{figure.uuid}/stap/{name}/")


def text(response):
    return re.sub(r"\s+", " ", response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def own_page(figure):
    return text(log_in(Client(), figure.member).get("/mijn/"))


def page_of(member, figure):
    return text(log_in(Client(), member).get(f"/sleutelfiguren/{figure.uuid}/"))


@pytest.mark.django_db
class TestHowItGoesOn:
    def test_who_is_interested_reads_who_contacts_her_until_when_and_what_comes_after(self, noor):
        page = own_page(noor)

        assert "Hoe het verder gaat" in page
        assert "Marieke neemt contact op." in page
        assert "Uiterlijk dinsdag 23 juni" in page
        assert "Opschrijven wat we van elkaar verwachten" in page
        assert "Zorg delen" not in page

    def test_she_can_stop_herself_but_takes_no_step_of_the_municipality(self, noor):
        page = own_page(noor)

        assert f"/sleutelfiguren/{noor.uuid}/stap/end/" in page
        assert "invite_to_talk" not in page
        assert step(noor.member, noor, "invite_to_talk").status_code == 409
        assert KeyFigure.objects.get().stage == "interested"

    def test_who_works_with_her_takes_the_next_step_by_one_button(self, noor, marieke):
        assert f"/sleutelfiguren/{noor.uuid}/stap/invite_to_talk/" in page_of(marieke, noor)

        response = step(marieke, noor, "invite_to_talk")

        assert (response.status_code, response.url) == (302, f"/sleutelfiguren/{noor.uuid}/")
        assert KeyFigure.objects.get().stage == "introduction"
        assert Message.objects.filter(recipient=noor.member).count() == 1

    def test_looking_at_a_step_without_questions_changes_nothing(self, noor, marieke):
        assert ask(marieke, noor, "invite_to_talk").status_code == 302
        assert KeyFigure.objects.get().stage == "interested"

    def test_making_the_agreement_leads_to_it(self, noor, marieke):
        response = step(marieke, noor, "to_agreement")

        assert response.url.startswith("/afspraken/")
        assert KeyFigure.objects.get().stage == "agreement"


@pytest.mark.django_db
class TestPausing:
    def test_until_a_day_after_which_she_is_asked_how_it_goes_on(self, robin, marieke):
        assert "Pauze met Robin?" in text(ask(marieke, robin, "pause"))

        step(marieke, robin, "pause", paused_until="2026-08-31")

        paused = KeyFigure.objects.get(pk=robin.pk)
        assert (paused.stage, paused.paused_until) == ("paused", date(2026, 8, 31))
        clock = Clock.objects.open().about(robin.uuid).get()
        assert (clock.kind, clock.due_at.date()) == (deadlines.PAUSE, date(2026, 8, 31))
        assert "stap/resume/" in page_of(marieke, paused)

    def test_at_the_end_the_start_page_says_who_pauses_and_the_button_asks_how_it_goes_on(self, robin, marieke, on_tuesday):
        step(marieke, robin, "pause", paused_until="2026-08-31")
        on_tuesday.move_to(datetime(2026, 8, 31, 8, tzinfo=UTC))

        page = text(log_in(Client(), marieke).get("/"))

        assert "Robin pauzeert" in page
        assert "Einde van de pauze." in page
        assert "Vraag hoe het verder gaat" in page
        assert "Sleutelfiguur worden" not in page
        assert "Wij vragen u hoe u verder wilt na de pauze" in own_page(robin)

    def test_going_on_keeps_the_promise_to_ask(self, robin, marieke):
        step(marieke, robin, "pause", paused_until="2026-08-31")

        step(marieke, robin, "resume")

        assert not Clock.objects.open().filter(kind=deadlines.PAUSE).exists()
        assert KeyFigure.objects.get(pk=robin.pk).stage == "active"

    def test_it_can_last_longer_than_was_said(self, robin, marieke):
        step(robin.member, robin, "pause", paused_until="2026-08-31")
        assert "Langer pauzeren" in page_of(marieke, robin)

        step(marieke, robin, "pause", paused_until="2026-10-31")

        paused = KeyFigure.objects.get(pk=robin.pk)
        assert (paused.stage, paused.paused_until) == ("paused", date(2026, 10, 31))
        assert Clock.objects.open().get(kind=deadlines.PAUSE).due_at.date() == date(2026, 10, 31)
        assert "Pauzeert langer" in own_page(robin)

    @pytest.mark.parametrize("day", ["2026-06-09", "2026-06-01", "2027-06-10", "niet", ""])
    def test_not_until_today_nor_before_nor_longer_than_a_year(self, robin, marieke, day):
        response = step(marieke, robin, "pause", paused_until=day)

        assert response.status_code == 400
        assert KeyFigure.objects.get(pk=robin.pk).stage == "active"

    def test_she_pauses_herself_and_her_contact_person_hears_it(self, robin, marieke):
        response = step(robin.member, robin, "pause", paused_until="2026-08-31")

        assert response.url == "/mijn/"
        assert Message.objects.filter(recipient=marieke).count() == 1


@pytest.mark.django_db
class TestEnding:
    def test_with_a_neutral_reason_and_an_exit_talk(self, robin, marieke):
        page = text(ask(marieke, robin, "end"))
        assert "woensdag 9 juni 2027" in page
        assert "heroverweging" not in page

        step(marieke, robin, "end", reason="moved", had_exit_talk="on")

        ended = KeyFigure.objects.get(pk=robin.pk)
        assert (ended.stage, ended.ended_on, ended.end_reason, ended.had_exit_talk) == ("ended", TODAY, "moved", True)
        deliver_waiting(at=AT + timedelta(minutes=1))
        assert mail.outbox[-1].to == [robin.member.user.email]
        assert "Dank u wel" in mail.outbox[-1].body

    @pytest.mark.parametrize("reason", ["", "decision", "ongeschikt"])
    def test_never_for_another_reason(self, robin, marieke, reason):
        assert step(marieke, robin, "end", reason=reason).status_code == 400
        assert KeyFigure.objects.get(pk=robin.pk).stage == "active"

    def test_she_stops_herself_and_lands_on_a_page_that_needs_no_log_in(self, robin, marieke):
        client = log_in(Client(), robin.member)
        response = client.post(f"/sleutelfiguren/{robin.uuid}/stap/end/", {"reason": "own_choice"})

        page = client.get(response.url)
        assert page.status_code == 200
        assert "Dank u wel voor wat wij samen deden" in text(page)
        assert client.get("/mijn/").status_code == 403
        assert Message.objects.filter(recipient=marieke).count() == 1

    def test_the_second_of_two_coordinators_reads_that_it_was_done(self, robin, marieke, pim):
        step(marieke, robin, "end", reason="time")

        response = step(pim, robin, "end", reason="moved")

        assert response.status_code == 409
        assert "Deze stap kan nu niet." in text(response)
        assert KeyFigure.objects.get(pk=robin.pk).end_reason == "time"

    def test_nobody_ends_before_she_began(self, robin):
        for wrong in ({"stage": "ended", "end_reason": "time", "ended_on": date(2026, 1, 11)}, {"expected_end": date(2026, 1, 11)}):
            with pytest.raises(IntegrityError), transaction.atomic():
                KeyFigure.objects.filter(pk=robin.pk).update(**wrong)
        with pytest.raises(IntegrityError), transaction.atomic():
            KeyFigure.objects.filter(pk=robin.pk).update(stage="paused", paused_until=date(2026, 1, 11))


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_who_end_at_the_same_moment_make_one_ending(waterveen, marieke, pim):
    with transaction.atomic():
        robin = KeyFigureFactory(municipality=waterveen, contact_person=marieke)
    barrier, outcomes = threading.Barrier(2), []

    def end(by):
        barrier.wait()
        try:
            outcomes.append(stages.move(robin, way.END, by=by, at=AT, reason="time").stage)
        except StageNotAllowed:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=end, args=(by,)) for by in (marieke, pim)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)

    assert sorted(outcomes) == ["ended", "refused"]
    assert StageStep.objects.filter(key_figure=robin, to_stage="ended").count() == 1


@pytest.mark.django_db
class TestBeginningAgain:
    def test_only_by_her_own_confirmation(self, waterveen, marieke):
        gone = KeyFigureFactory(municipality=waterveen, contact_person=marieke, ended=True, member__user__name="Robin")

        assert step(marieke, gone, "invite_again").status_code == 302
        invitation = Invitation.objects.get()
        assert (invitation.email, invitation.roles) == (gone.member.user.email, ["candidate"])
        assert KeyFigure.objects.get().stage == "ended"
        assert step(marieke, gone, "begin_again").status_code == 404

    def test_not_for_who_takes_part(self, robin, marieke):
        with pytest.raises(StageNotAllowed):
            stages.invite_again(robin, by=marieke, at=AT)

    def test_who_works_here_in_another_part_is_told_so(self, waterveen, marieke):
        member = MembershipFactory(policy_adviser=True, municipality=waterveen)
        gone = KeyFigureFactory(municipality=waterveen, contact_person=marieke, member=member, stage="ended", ended_on=TODAY, end_reason="time")

        with pytest.raises(NotPossible):
            stages.invite_again(gone, by=marieke, at=AT)


@pytest.mark.django_db
class TestExpectedEnd:
    def test_sixty_days_before_we_look_for_somebody(self, robin, marieke):
        step(robin.member, robin, "expect_end", on="2026-12-31")

        clock = Clock.objects.open().get(kind=deadlines.SUCCESSOR)
        assert (clock.owner, clock.due_at.date()) == (marieke, date(2026, 11, 1))
        assert KeyFigure.objects.get(pk=robin.pk).expected_end == date(2026, 12, 31)
        step(marieke, robin, "successor_sought")
        assert not Clock.objects.open().filter(kind=deadlines.SUCCESSOR).exists()

    def test_she_may_take_it_back(self, robin):
        step(robin.member, robin, "expect_end", on="2026-12-31")
        step(robin.member, robin, "expect_end", on="")

        assert KeyFigure.objects.get(pk=robin.pk).expected_end is None
        assert not Clock.objects.open().filter(kind=deadlines.SUCCESSOR).exists()

    def test_not_in_the_past(self, robin):
        assert step(robin.member, robin, "expect_end", on="2026-06-08").status_code == 400


@pytest.mark.django_db
class TestNobodyWaitsUnseen:
    def test_owner_deputy_and_team_lead_hear_when_a_term_passes(self, waterveen, marieke, pim, annemarie, noor):
        marieke.deputy = pim
        marieke.save()
        queue_clock_reminders(at=AT + timedelta(days=60))

        told = set(Message.objects.exclude(kind="keyfigures.to_official").values_list("recipient", flat=True))
        assert told == {marieke.pk, pim.pk, annemarie.pk}

    def test_who_comes_while_nobody_works_here_gets_a_contact_person_as_soon_as_somebody_does(self, waterveen):
        member = MembershipFactory(candidate=True, municipality=waterveen)
        figure = stages.begin(member, came_by="herself", at=AT)
        assert stages.give_contact_persons(at=AT) == 0

        official = MembershipFactory(coordinator=True, municipality=waterveen)

        assert stages.give_contact_persons(at=AT + DAY) == 1
        assert stages.give_contact_persons(at=AT + DAY) == 0
        assert KeyFigure.objects.get(pk=figure.pk).contact_person == official
        assert Clock.objects.open().get().owner == official

    def test_who_is_away_gets_nobody_new(self, waterveen, marieke, pim):
        AbsenceFactory(member=marieke, municipality=waterveen, deputy=pim)
        member = MembershipFactory(candidate=True, municipality=waterveen)

        assert stages.begin(member, came_by="herself", at=AT).contact_person == pim


@pytest.mark.django_db
class TestMayNot:
    @pytest.mark.parametrize("role", ["candidate", "key_figure", "official", "team_lead", "policy_adviser", "neutral_chair", "privacy_officer", "administrator"])
    def test_others_take_no_step_and_see_no_board(self, waterveen, robin, role):
        member = MembershipFactory(municipality=waterveen, **{role: True})

        assert step(member, robin, "end", reason="time").status_code in {403, 404}
        assert log_in(Client(), member).get("/sleutelfiguren/fasen/").status_code == 404
        assert KeyFigure.objects.get(pk=robin.pk).stage == "active"

    def test_a_coordinator_next_door_finds_nobody(self, robin, neighbour):
        assert ask(neighbour, robin, "end").status_code == 404
        assert step(neighbour, robin, "end", reason="time").status_code == 404
        assert "Robin" not in text(log_in(Client(), neighbour).get("/sleutelfiguren/fasen/"))

    def test_a_step_that_does_not_exist_is_not_found(self, robin, marieke):
        assert step(marieke, robin, "activate").status_code == 404
        assert step(marieke, robin, "promote").status_code == 404


@pytest.mark.django_db
class TestBoard:
    def test_it_says_who_waits_since_when_by_whom_and_what_is_next(self, noor, marieke, robin, on_tuesday):
        page = text(log_in(Client(), marieke).get("/sleutelfiguren/fasen/"))

        assert "Eén persoon is onderweg" in page
        assert all(words in page for words in ("Belangstelling: 1", "Noor", "Sinds dinsdag 9 juni. Van Marieke.", "stap/invite_to_talk/", "Actief: 1."))
        assert "Robin" not in page

        on_tuesday.move_to(AT + timedelta(days=30))
        assert "Eén persoon wacht te lang op een volgende stap" in text(log_in(Client(), marieke).get("/sleutelfiguren/fasen/"))

    def test_who_is_active_stands_in_the_list(self, robin, marieke):
        page = text(log_in(Client(), marieke).get("/sleutelfiguren/fasen/"))

        assert "Niemand wacht op een volgende stap" in page
        assert "Nodig iemand uit" in page

    @pytest.mark.parametrize("people", [1, 3])
    def test_it_costs_the_same_for_any_number(self, waterveen, marieke, people, django_assert_num_queries):
        for _each in range(people):
            stages.begin(MembershipFactory(candidate=True, municipality=waterveen), came_by="herself", at=AT)
            KeyFigureFactory(municipality=waterveen, contact_person=marieke, paused=True)
        client = log_in(Client(), marieke)

        with django_assert_num_queries(7):
            client.get("/sleutelfiguren/fasen/")


class TestTimes:
    def test_a_pause_does_not_end_a_time_and_who_came_back_has_two(self):
        from datetime import UTC, datetime

        def on(day):
            return datetime(2025, day, 1, 12, tzinfo=UTC)

        steps = [
            (1, "agreement", "active", on(1)), (1, "active", "paused", on(2)), (1, "paused", "active", on(3)), (1, "active", "ended", on(4)),
            (2, "interested", "ended", on(4)), (1, "agreement", "active", on(6)),
        ]

        assert list(times_of(steps)) == [Time(date(2025, 1, 1), date(2025, 4, 1)), Time(date(2025, 6, 1), None)]


@pytest.mark.django_db
class TestTurnover:
    def come_and_go(self, municipality, contact, count, began, stopped=None):
        for _each in range(count):
            figure = KeyFigureFactory(municipality=municipality, contact_person=contact)
            StageStep.objects.create(key_figure=figure, from_stage="agreement", to_stage="active", at=began)
            if stopped:
                StageStep.objects.create(key_figure=figure, from_stage="active", to_stage="ended", at=stopped)

    def test_small_numbers_are_not_told(self, waterveen, marieke):
        self.come_and_go(waterveen, marieke, 6, AT - timedelta(days=700), AT - DAY)
        self.come_and_go(waterveen, marieke, 4, AT - DAY)

        this_year, last_year, two_years_ago = turnover(waterveen, reader=marieke, today=TODAY).years

        assert (this_year.year, this_year.joined, this_year.left, this_year.how_long) == (2026, "te weinig om te tonen", "5 of meer", "ongeveer 2 jaar")
        assert (last_year.joined, last_year.left, last_year.how_long) == ("geen", "geen", "–")
        assert two_years_ago.joined == "5 of meer"

    def test_how_long_is_not_told_of_a_few(self, waterveen, marieke):
        self.come_and_go(waterveen, marieke, 4, AT - timedelta(days=700), AT - DAY)

        assert turnover(waterveen, reader=marieke, today=TODAY).years[0].how_long == "te weinig om te tonen"

    def test_who_works_with_them_reads_who_expects_to_stop_and_others_only_how_many(self, waterveen, robin, marieke, annemarie):
        KeyFigure.objects.filter(pk=robin.pk).update(expected_end=date(2026, 9, 1))
        KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Sam", expected_end=date(2027, 9, 1))

        named, counted = (text(log_in(Client(), member).get("/sleutelfiguren/verloop/")) for member in (marieke, annemarie))

        assert "Robin" in named
        assert "Sam" not in named
        assert "Robin" not in counted
        assert "Te weinig om te tonen" in counted

    def test_others_have_no_such_page(self, robin):
        assert log_in(Client(), robin.member).get("/sleutelfiguren/verloop/").status_code == 404

    @pytest.mark.parametrize("people", [1, 3])
    def test_it_costs_the_same_for_any_number(self, waterveen, marieke, people, django_assert_num_queries):
        self.come_and_go(waterveen, marieke, people, AT - DAY)
        KeyFigure.objects.update(expected_end=date(2026, 9, 1))
        client = log_in(Client(), marieke)

        with django_assert_num_queries(5):
            client.get("/sleutelfiguren/verloop/")


@pytest.mark.django_db
def test_a_membership_that_ended_comes_back_only_by_her_own_step(waterveen, marieke):
    gone = KeyFigureFactory(municipality=waterveen, contact_person=marieke, ended=True)

    with pytest.raises(PermissionDenied):
        stages.move(gone, way.BEGIN_AGAIN, by=marieke, at=AT)
    assert Membership.objects.get(pk=gone.member_id).end_date == date(2026, 5, 1)
