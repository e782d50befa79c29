"""Contact in quiet time: written down in a moment, seen by both, with a rhythm that is a promise."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone, translation

from audit.models import Entry
from keyfigures import deadlines, rhythm
from keyfigures import stages as way
from keyfigures.actions import contact, profile, stages
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkSettings
from keyfigures.presentation import contact_figures
from notifications.models import Message
from terms.days import local_date
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from ui.components import charts


def spoke(figure, by, *, at=AT, **more):
    given = {"on": local_date(at), "how": "call", "occasion": "quiet", "topic": "catching_up", "theme": "none", "official": by, **more}
    return contact.log(figure, by=by, at=at, **given)


def rhythm_clock(figure):
    return Clock.objects.open().about(figure.uuid).filter(kind=deadlines.CONTACT).get()


def due_day(figure):
    return local_date(rhythm_clock(figure).due_at)


class TestRhythm:
    @pytest.mark.parametrize(
        ("last", "weeks", "due"),
        [
            (date(2026, 5, 26), 8, date(2026, 7, 21)),  # Tuesday to Tuesday
            (date(2026, 4, 14), 8, date(2026, 6, 9)),
            (date(2026, 2, 23), 6, date(2026, 4, 2)),  # Easter Monday is no working day, nor is Good Friday before it
            (date(2026, 6, 6), 1, date(2026, 6, 12)),  # Saturday: the Friday before
        ],
    )
    def test_the_next_contact_comes_on_the_same_weekday_or_the_last_working_day_before_it(self, last, weeks, due):
        assert rhythm.due(last, weeks) == due

    def test_contact_in_quiet_time_keeps_the_promise_and_starts_the_next(self, robin, marieke):
        stages.promise_contact(robin, at=AT - timedelta(days=50))
        first = rhythm_clock(robin)

        spoke(robin, marieke)

        first.refresh_from_db()
        assert first.kept_at == AT
        assert due_day(robin) == date(2026, 8, 4)
        assert KeyFigure.objects.get(pk=robin.pk).last_quiet_contact_on == TODAY

    def test_contact_because_of_an_incident_does_not(self, robin, marieke):
        stages.promise_contact(robin, at=AT - timedelta(days=50))
        first = rhythm_clock(robin)

        spoke(robin, marieke, occasion="incident", topic="tension")

        assert rhythm_clock(robin) == first
        assert KeyFigure.objects.get(pk=robin.pk).last_quiet_contact_on is None

    def test_a_contact_of_some_days_ago_counts_from_its_own_day(self, robin, marieke):
        spoke(robin, marieke, on=TODAY - timedelta(days=7))

        assert due_day(robin) == date(2026, 7, 28)

    def test_a_contact_before_the_last_one_changes_nothing(self, robin, marieke):
        spoke(robin, marieke)
        before = rhythm_clock(robin)

        spoke(robin, marieke, at=AT + timedelta(hours=1), on=TODAY - timedelta(days=20))

        assert rhythm_clock(robin) == before
        assert KeyFigure.objects.get(pk=robin.pk).last_quiet_contact_on == TODAY

    def test_the_network_sets_the_rhythm_and_a_key_figure_can_have_her_own(self, robin, sam, marieke):
        NetworkSettings.objects.create(municipality=robin.municipality, contact_weeks=6)
        spoke(robin, marieke)
        spoke(sam, marieke)

        profile.plan(sam, by=marieke, at=AT, expected_end=None, contact_weeks=2)

        assert (due_day(robin), due_day(sam)) == (date(2026, 7, 21), date(2026, 6, 23))
        assert not Clock.objects.about(sam.uuid).filter(kept_at__isnull=False).exists()

    @pytest.mark.parametrize("weeks", [0, 53])
    def test_no_rhythm_outside_a_year(self, robin, weeks):
        with pytest.raises(IntegrityError), transaction.atomic():
            KeyFigure.objects.filter(pk=robin.pk).update(contact_weeks=weeks)

    def test_who_pauses_is_promised_no_contact_and_who_comes_back_is(self, robin, marieke):
        spoke(robin, marieke)
        paused = stages.move(robin, way.PAUSE, by=marieke, at=AT + timedelta(days=1), paused_until=TODAY + timedelta(days=300))
        assert not Clock.objects.open().about(robin.uuid).filter(kind=deadlines.CONTACT).exists()

        stages.move(paused, way.RESUME, by=marieke, at=AT + timedelta(days=200))

        assert due_day(robin) == local_date(AT + timedelta(days=200))


class TestLogging:
    def test_sending_the_form_twice_makes_one_line(self, robin, marieke):
        submission = uuid4()

        first, second = (spoke(robin, marieke, submission=submission) for _each in range(2))

        assert first == second
        assert ContactMoment.objects.count() == 1

    def test_the_same_contact_from_another_tab_is_one_line_and_later_or_otherwise_it_is_two(self, robin, marieke, pim):
        for minutes, extra in ((0, {}), (9, {}), (9, {"how": "text"}), (11, {})):
            spoke(robin, marieke, submission=uuid4(), at=AT + timedelta(minutes=minutes), **extra)
        spoke(robin, pim, submission=uuid4())

        assert ContactMoment.objects.filter(logged_by=marieke).count() == 3
        assert ContactMoment.objects.filter(logged_by=pim).count() == 1

    @pytest.mark.parametrize("on", [TODAY + timedelta(days=1), TODAY - timedelta(days=61)])
    def test_not_ahead_and_not_long_ago(self, robin, marieke, on):
        with pytest.raises(ValueError):
            spoke(robin, marieke, on=on)
        assert not ContactMoment.objects.exists()

    def test_nobody_else_writes_a_line(self, robin, sam, annemarie, neighbour, waterveen):
        official = MembershipFactory(official=True, municipality=waterveen)

        for other in (sam.member, annemarie, neighbour, official):
            with pytest.raises(PermissionDenied):
                spoke(robin, other)
        assert not ContactMoment.objects.exists()

    def test_after_the_end_no_contact_is_written_down(self, robin, marieke):
        ended = stages.move(robin, way.END, by=marieke, at=AT)

        with pytest.raises(contact.HasEnded):
            spoke(ended, marieke)

    def test_an_agreed_step_is_a_promise_with_its_day(self, robin, marieke):
        moment = spoke(robin, marieke, next_step="send", next_on=date(2026, 6, 12))
        clock = Clock.objects.open().about(moment.uuid).get()

        assert (clock.kind, clock.owner, clock.waiter, local_date(clock.due_at)) == (deadlines.NEXT_STEP, marieke, robin.member, date(2026, 6, 12))

    def test_a_step_has_a_day_and_never_before_the_contact(self, robin, marieke):
        moment = spoke(robin, marieke, next_step="send", next_on=TODAY)

        for wrong in ({"next_on": None}, {"next_step": ""}, {"next_on": TODAY - timedelta(days=1)}):
            with pytest.raises(IntegrityError), transaction.atomic():
                ContactMoment.objects.filter(pk=moment.pk).update(**wrong)

    def test_what_was_agreed_is_ticked_off_once(self, robin, marieke, pim):
        moment = spoke(robin, marieke, next_step="send", next_on=TODAY)

        contact.tick_off(moment, by=pim, at=AT + timedelta(hours=1))

        assert Clock.objects.about(moment.uuid).get().kept_at == AT + timedelta(hours=1)
        for act in (contact.tick_off, contact.drop_step):
            with pytest.raises(contact.NothingAgreed):
                act(moment, by=marieke, at=AT + timedelta(hours=2))

    def test_what_is_not_needed_any_more_ends_and_she_hears_of_it(self, robin, marieke):
        moment = spoke(robin, marieke, next_step="meet", next_on=TODAY)

        contact.drop_step(moment, by=marieke, at=AT)

        assert Clock.objects.about(moment.uuid).get().ended_at == AT
        assert list(Message.objects.filter(recipient=robin.member).values_list("kind", "path")) == [("keyfigures.to_key_figure", "/mijn/")]

    def test_a_next_contact_ticks_off_what_was_agreed_before_and_only_of_her(self, robin, sam, marieke):
        mine, other = (spoke(who, marieke, next_step="send", next_on=TODAY) for who in (robin, sam))

        spoke(robin, marieke, at=AT + timedelta(hours=1), done=[mine.uuid, other.uuid])

        assert not Clock.objects.open().about(mine.uuid).exists()
        assert Clock.objects.open().about(other.uuid).exists()


class TestTakingBack:
    def test_within_a_day_all_is_as_if_the_line_had_never_been_there(self, robin, marieke):
        spoke(robin, marieke, at=AT - timedelta(days=30))
        before = rhythm_clock(robin)
        wrong = spoke(robin, marieke, next_step="send", next_on=TODAY)

        contact.take_back(wrong, by=marieke, at=AT + timedelta(hours=23))

        assert rhythm_clock(robin) == before
        assert KeyFigure.objects.get(pk=robin.pk).last_quiet_contact_on == TODAY - timedelta(days=30)
        assert not Clock.objects.open().about(wrong.uuid).exists()
        assert Entry.objects.filter(verb="keyfigures.contact_taken_back", actor=marieke, subject=robin.uuid).count() == 1

    def test_the_first_of_two_on_one_day_leaves_the_promise_of_the_second(self, robin, marieke):
        first = spoke(robin, marieke)
        spoke(robin, marieke, at=AT + timedelta(hours=1))
        kept = rhythm_clock(robin)

        contact.take_back(first, by=marieke, at=AT + timedelta(hours=2))

        assert rhythm_clock(robin) == kept

    def test_the_only_contact_leaves_the_rhythm_as_it_was(self, robin, marieke):
        stages.promise_contact(robin, at=AT - timedelta(days=50))
        before = rhythm_clock(robin)
        wrong = spoke(robin, marieke)

        contact.take_back(wrong, by=marieke, at=AT)

        assert rhythm_clock(robin) == before
        assert KeyFigure.objects.get(pk=robin.pk).last_quiet_contact_on is None

    def test_not_after_a_day_and_not_by_another(self, robin, marieke, pim):
        wrong = spoke(robin, marieke)

        for who, at in ((marieke, AT + timedelta(days=1)), (pim, AT), (robin.member, AT)):
            with pytest.raises(contact.TooLateToTakeBack):
                contact.take_back(wrong, by=who, at=at)

    def test_she_takes_back_her_own_line(self, robin, marieke):
        hers = spoke(robin, robin.member, official=marieke)

        contact.take_back(hers, by=robin.member, at=AT)
        contact.take_back(hers, by=robin.member, at=AT)  # twice is once

        assert not ContactMoment.objects.exists()


def text(response):
    return re.sub(r"\s+", " ", response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def open_page(member, path):
    return log_in(Client(), member).get(path)


class TestPages:
    def form(self, page):
        return dict(re.findall(r'name="(submission)" value="([^"]+)"', page))

    def test_everything_that_is_usual_is_chosen_so_that_one_tap_saves(self, robin, marieke):
        client = log_in(Client(), marieke)
        page = text(client.get(f"/sleutelfiguren/{robin.uuid}/contact/"))
        chosen = re.findall(r'type="radio" name="(\w+)" value="(\w+)"[^>]*checked', page)

        assert dict(chosen) == {"how": "call", "occasion": "quiet", "topic": "catching_up"}
        today = timezone.localdate().isoformat()
        answer = client.post(f"/sleutelfiguren/{robin.uuid}/contact/", {**dict(chosen), **self.form(page), "on": today, "theme": "none", "next_step": ""})
        assert answer.status_code == 302
        moment = ContactMoment.objects.get()
        assert (moment.official, moment.logged_by, moment.occasion, moment.next_on) == (marieke, marieke, "quiet", None)

    def test_there_is_no_place_for_words(self, robin, marieke):
        page = text(open_page(marieke, f"/sleutelfiguren/{robin.uuid}/contact/"))

        assert "<textarea" not in page
        assert 'type="text"' not in page

    def test_what_she_said_about_calling_stands_beside_the_form(self, robin, marieke):
        KeyFigure.objects.filter(pk=robin.pk).update(not_times="op <woensdag>", good_times="na 18.00 uur")
        page = text(open_page(marieke, f"/sleutelfiguren/{robin.uuid}/contact/"))

        assert "op &lt;woensdag&gt;" in page
        assert "na 18.00 uur" in page

    def test_a_step_without_a_day_is_asked_for_and_nothing_chosen_is_lost(self, robin, marieke):
        client = log_in(Client(), marieke)
        given = {"how": "visit", "occasion": "incident", "topic": "tension", "on": timezone.localdate().isoformat(), "theme": "online",
                 "next_step": "meet", "next_on": "", "submission": str(uuid4())}
        answer = client.post(f"/sleutelfiguren/{robin.uuid}/contact/", given)

        assert answer.status_code == 400
        assert "Kies op welke dag je dit uiterlijk doet." in text(answer)
        assert re.search(r'value="tension"[^>]*checked', text(answer))
        assert not ContactMoment.objects.exists()

    def test_both_read_the_same_lines(self, robin, marieke):
        moment = spoke(robin, marieke, at=timezone.now(), next_step="send", next_on=timezone.localdate())

        for page in (text(open_page(marieke, f"/sleutelfiguren/{robin.uuid}/contacten/")), text(open_page(robin.member, "/mijn/contact/"))):
            assert "Marieke legde dit vast." in page
            assert "Afgesproken: " in page
        assert str(moment.uuid) not in text(open_page(robin.member, "/mijn/contact/"))  # only who wrote it takes it back

    def test_she_adds_her_own_line_and_takes_it_back(self, robin, marieke, pim):
        client = log_in(Client(), robin.member)
        page = text(client.get("/mijn/contact/"))
        assert page.index("Marieke") < page.index("Pim")
        given = {"how": "call", "occasion": "quiet", "topic": "neighbourhood", "on": timezone.localdate().isoformat(), "official": str(pim.uuid)}
        client.post("/mijn/contact/", {**given, **self.form(page)})
        moment = ContactMoment.objects.get()
        assert (moment.official, moment.logged_by) == (pim, robin.member)

        client.post(f"/contact/{moment.uuid}/terugnemen/")

        assert not ContactMoment.objects.exists()

    def test_the_strip_counts_both_kinds_of_contact(self, robin, marieke):
        now = timezone.now()
        for days, occasion in ((2, "quiet"), (30, "quiet"), (40, "incident")):
            spoke(robin, marieke, at=now, on=timezone.localdate() - timedelta(days=days), occasion=occasion)
        page = text(open_page(marieke, f"/sleutelfiguren/{robin.uuid}/"))

        assert "Rustig contact: 2 keer" in page
        assert "Bij een incident: 1 keer" in page

    def test_ticking_off_on_its_page_and_a_second_time_says_so(self, robin, marieke):
        moment = spoke(robin, marieke, at=timezone.now(), next_step="send", next_on=timezone.localdate())
        client = log_in(Client(), marieke)
        path = f"/contact/{moment.uuid}/stap/"
        assert "Vandaag" in text(client.get(path))

        assert client.post(path, {"what": "done"}).status_code == 302
        assert client.post(path, {"what": "done"}).status_code == 409
        assert "Dit is afgevinkt." in text(client.get(path))

    def test_nobody_else_finds_any_of_it(self, robin, sam, annemarie, neighbour, marieke):
        moment = spoke(robin, marieke, next_step="send", next_on=TODAY)
        paths = [f"/sleutelfiguren/{robin.uuid}/{part}/" for part in ("contact", "contacten")] + [f"/contact/{moment.uuid}/stap/"]

        for other in (sam.member, annemarie, neighbour):
            client = log_in(Client(), other)
            for path in paths:
                assert client.get(path).status_code == 404
                assert client.post(path, {}).status_code in {404, 405}
            assert client.post(f"/contact/{moment.uuid}/terugnemen/").status_code == 404
        assert "Robin" not in text(open_page(sam.member, "/mijn/contact/"))

    def test_a_line_that_is_not_hers_to_take_back_stays(self, robin, marieke, pim):
        moment = spoke(robin, marieke, at=timezone.now())
        answer = log_in(Client(), pim).post(f"/contact/{moment.uuid}/terugnemen/", follow=True)

        assert "Een regel terugnemen kan binnen een dag" in text(answer)
        assert ContactMoment.objects.exists()

    @pytest.mark.parametrize("lines", [1, 3])
    def test_her_lines_cost_the_same_for_one_and_three(self, robin, marieke, lines, django_assert_num_queries):
        for _each in range(lines):
            spoke(robin, marieke)
        client = log_in(Client(), robin.member)
        client.get("/mijn/contact/")

        with django_assert_num_queries(5):  # session, person with member, key figure, officials, lines
            client.get("/mijn/contact/")

    @pytest.mark.parametrize("lines", [1, 3])
    def test_her_page_costs_the_same_for_one_and_three(self, robin, marieke, lines, django_assert_num_queries):
        for _each in range(lines):
            spoke(robin, marieke, next_step="send", next_on=TODAY)
        client = log_in(Client(), robin.member)
        client.get("/mijn/")
        client.get("/mijn/")

        with django_assert_num_queries(30):  # with every part that a noun adds to the page
            client.get("/mijn/")


class TestFigures:
    def test_quiet_and_incident_are_counted_of_the_network_and_per_official(self, robin, sam, marieke, pim, neighbour):
        now, day = timezone.now(), timezone.localdate()
        for figure, by, occasion in ((robin, marieke, "quiet"), (sam, marieke, "quiet"), (robin, marieke, "incident"), (robin, pim, "quiet")):
            spoke(figure, by, at=now, on=day, occasion=occasion)
        other = KeyFigureFactory(municipality=neighbour.municipality, contact_person=neighbour)
        spoke(other, neighbour, at=now, on=day)

        counted = contact_figures.contact_figures(robin.municipality, at=now)

        with translation.override("nl"):
            assert contact_figures.contact_figures(robin.municipality, at=now).title == "3 van de 4 contacten waren in rustige tijd"
        assert [(each.name, each.quiet, each.incident) for each in counted.officials] == [("Marieke", 2, 1), ("Pim", 1, 0)]
        assert counted.columns[-1].values == (3, 1)
        assert len(counted.columns) == 12

    def test_who_sees_figures_without_persons_sees_no_name_of_a_key_figure(self, robin, marieke, waterveen):
        spoke(robin, marieke, at=timezone.now(), on=timezone.localdate(), next_step="send", next_on=timezone.localdate())
        adviser = MembershipFactory(policy_adviser=True, municipality=waterveen)
        page = text(open_page(adviser, "/sleutelfiguren/contact/"))

        assert "Marieke" in page
        assert "Robin" not in page
        assert "Robin" in text(open_page(marieke, "/sleutelfiguren/contact/"))  # what she agreed

    def test_to_others_the_page_does_not_exist(self, robin, waterveen):
        for other in (robin.member, MembershipFactory(official=True, municipality=waterveen)):
            assert open_page(other, "/sleutelfiguren/contact/").status_code == 404

    def test_without_contact_it_says_so_kindly(self, marieke):
        assert "Er is nog geen contact vastgelegd" in text(open_page(marieke, "/sleutelfiguren/contact/"))

    @pytest.mark.parametrize("lines", [1, 3])
    def test_it_costs_the_same_for_one_and_three(self, robin, marieke, lines, django_assert_num_queries):
        now, day = timezone.now(), timezone.localdate()
        for _each in range(lines):
            spoke(robin, marieke, at=now, on=day, next_step="send", next_on=day)
        client = log_in(Client(), marieke)
        client.get("/sleutelfiguren/contact/")

        with django_assert_num_queries(7):  # session, person with member; contacts, officials; promises, what was agreed, calendar
            client.get("/sleutelfiguren/contact/")

    @pytest.mark.parametrize(("highest", "top"), [(0, 1), (1, 1), (3, 5), (6, 10), (11, 20), (99, 100), (101, 200)])
    def test_the_scale_of_a_chart_is_a_round_number(self, highest, top):
        assert charts.scale(highest) == top
