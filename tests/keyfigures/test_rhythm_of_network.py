"""The municipality chooses another rhythm: promised contacts move with it, with their reminders."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from keyfigures import deadlines
from keyfigures.actions import profile, settings, stages
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkSettings
from notifications.models import Message
from notifications.reminders import queue_clock_reminders
from terms.days import local_date
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory, NetworkSettingsFactory


def promised(figure, *, spoken_on, at=AT):
    KeyFigure.objects.filter(pk=figure.pk).update(last_quiet_contact_on=spoken_on)
    figure.refresh_from_db()
    stages.promise_contact(figure, at=at)
    return clock_of(figure)


def clock_of(figure):
    return Clock.objects.open().about(figure.uuid).get(kind=deadlines.CONTACT)


def due_day(figure):
    return local_date(clock_of(figure).due_at)


def change(municipality, weeks, *, at=AT):
    row = NetworkSettings.objects.of(municipality)
    row.contact_weeks = weeks
    settings.change(row, at=at)


def test_the_promised_contact_comes_by_the_new_rhythm_counted_from_the_last(robin, waterveen):
    before = promised(robin, spoken_on=date(2026, 5, 26))
    assert due_day(robin) == date(2026, 7, 21)

    change(waterveen, 4)

    assert due_day(robin) == date(2026, 6, 23)
    assert clock_of(robin).pk == before.pk
    assert clock_of(robin).promised_at == AT

    change(waterveen, 8)

    assert due_day(robin) == date(2026, 7, 21)


def test_who_was_not_spoken_yet_keeps_the_day_on_which_it_was_promised(robin, waterveen):
    promised(robin, spoken_on=None)

    change(waterveen, 4, at=AT + timedelta(days=7))

    assert due_day(robin) == date(2026, 7, 7)


def test_a_day_that_is_over_by_the_new_rhythm_becomes_today_and_no_promise_is_late_by_it(robin, marieke, waterveen):
    promised(robin, spoken_on=date(2026, 4, 21))
    assert due_day(robin) == date(2026, 6, 16)

    change(waterveen, 4)

    assert due_day(robin) == TODAY
    queue_clock_reminders(at=AT + timedelta(minutes=1))
    assert [(each.recipient, each.kind) for each in Message.objects.filter(subject=robin.uuid)] == [(marieke, "notifications.reminder")]


def test_what_was_late_stays_late_when_the_rhythm_becomes_shorter(robin, waterveen):
    promised(robin, spoken_on=date(2026, 3, 31), at=AT - timedelta(days=60))
    assert due_day(robin) == date(2026, 5, 26)

    change(waterveen, 4)

    assert due_day(robin) == date(2026, 5, 26)


def test_her_own_rhythm_other_municipalities_and_other_promises_stay(robin, sam, marieke, waterveen, oeverland):
    far = KeyFigureFactory(municipality=oeverland, contact_person=MembershipFactory(coordinator=True, municipality=oeverland))
    profile.plan(sam, by=marieke, at=AT, expected_end=date(2026, 12, 1), contact_weeks=10)
    for figure in (robin, far):
        promised(figure, spoken_on=date(2026, 5, 26))
    before = set(Clock.objects.exclude(pk=clock_of(robin).pk).values_list("pk", "due_at", "look_again_at"))

    change(waterveen, 4)

    assert set(Clock.objects.exclude(pk=clock_of(robin).pk).values_list("pk", "due_at", "look_again_at")) == before


def test_another_setting_touches_no_promise(robin, waterveen, django_assert_num_queries):
    promised(robin, spoken_on=date(2026, 5, 26))
    row = NetworkSettingsFactory(municipality=waterveen)
    before = clock_of(robin).look_again_at
    row.join_text = "Kom erbij."

    with django_assert_num_queries(4):  # savepoint, as it was, as it is, release
        settings.change(row, at=AT)

    assert clock_of(robin).look_again_at == before


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_for_one_and_three(waterveen, marieke, count, django_assert_num_queries):
    for _each in range(count):
        promised(KeyFigureFactory(municipality=waterveen, contact_person=marieke), spoken_on=date(2026, 5, 26))
    row = NetworkSettingsFactory(municipality=waterveen)
    row.contact_weeks = 4

    with django_assert_num_queries(10):
        settings.change(row, at=AT)


def test_the_administrator_changes_it_on_the_page_of_settings_and_the_key_figure_reads_the_new_day(robin, waterveen, time_machine):
    time_machine.move_to(AT, tick=False)
    promised(robin, spoken_on=date(2026, 5, 26))
    NetworkSettingsFactory(municipality=waterveen)
    terms = {"keep_profile_days": 365, "keep_contact_days": 730, "keep_help_days": 730, "keep_request_days": 365, "keep_agreement_days": 1825}

    answer = log_in(Client(), MembershipFactory(administrator=True, municipality=waterveen)).post(
        reverse("admin:keyfigures_networksettings_change", args=[waterveen.pk]), {"contact_weeks": 4, **terms},
    )

    assert answer.status_code == 302
    hers = log_in(Client(), robin.member).get("/mijn/").content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "elke 4 weken, dus uiterlijk 23 juni" in hers
