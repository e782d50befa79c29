"""The start page of each role, and the ways to go from it."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation

from notifications.reminders import queue_clock_reminders
from signals import actions, desk
from sleutelfiguren.home import greeting
from terms import tasks
from terms.days import AMSTERDAM
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.signals import AT, bring_to, file_one


@pytest.fixture
def now():
    return timezone.now()


def start(member):
    response = log_in(Client(), member).get("/")
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.parametrize(
    ("hour", "words"), [(5, "Goedenavond"), (6, "Goedemorgen"), (11, "Goedemorgen"), (12, "Goedemiddag"), (17, "Goedemiddag"), (18, "Goedenavond")],
)
def test_the_greeting_follows_the_hour(hour, words):
    with translation.override("nl"):
        assert greeting(hour, "Ilse") == f"{words} Ilse."


def test_strangers_are_sent_to_the_log_in(client, db):
    assert client.get("/")["Location"].startswith("/inloggen/")


class TestKeyFigure:
    def test_who_never_shared_anything_reads_what_it_is_for(self, noor):
        page = start(noor)

        assert "Wat kunt u hier doen?" in page
        assert 'href="/meldingen/zorg-delen/"' in page

    def test_she_sees_her_reports_and_nobody_elses(self, noor, ilse, waterveen, now):
        other = MembershipFactory(key_figure=True, municipality=waterveen)
        mine, theirs = file_one(noor, at=now), file_one(other, at=now)
        page = start(noor)

        assert mine.number in page
        assert theirs.number not in page
        assert str(theirs.uuid) not in page

    def test_our_question_stands_on_top(self, noor, ilse, now):
        report = file_one(noor, at=now - timedelta(hours=2))
        actions.take_on(report, actor=ilse, at=now - timedelta(hours=1))
        actions.pause(report, actor=ilse, at=now, reason="question", question="Was u er zelf bij?", until=_later(now, 7))
        page = start(noor)

        assert "Wij hebben een vraag over uw melding" in page
        assert "Was u er zelf bij?" not in page  # a shared telephone shows that there is a question, not which

    def test_an_answer_of_which_we_want_to_know_whether_it_helped_waits_for_her(self, noor, ilse, now):
        report = bring_to(file_one(noor, at=now - timedelta(hours=9)), "informed", official=ilse, at=now - timedelta(hours=8))
        page = start(noor)

        assert "Er wacht één ding op u." in page
        assert "Heeft ons antwoord u geholpen?" in page
        assert "Er wacht niets op u" not in page
        actions.rate(report.feedbacks.get(), actor=noor, at=now, helped="yes", in_time=True)
        assert "Er wacht niets op u." in start(noor)

    def test_only_the_newest_answer_is_asked_about_and_not_for_ever(self, noor, ilse, now):
        report = bring_to(file_one(noor, at=now - timedelta(hours=9)), "answered", official=ilse, at=now - timedelta(hours=8))

        assert [each.about for each in desk.asks_opinion(noor, at=now)] == [report.number]
        assert desk.asks_opinion(ilse, at=now) == []
        assert desk.asks_opinion(noor, at=now + timedelta(days=28)) == []

    @pytest.mark.parametrize("reports", [1, 3])
    def test_it_costs_the_same_for_one_and_three(self, noor, ilse, now, reports, django_assert_num_queries):
        for _each in range(reports):
            file_one(noor, at=now)
        client = log_in(Client(), noor)
        client.get("/")

        with django_assert_num_queries(13):  # session, person with member; reports, promises, calendar; seven questions what waits and was promised; her row
            client.get("/")


class TestOfficial:
    def test_late_then_today_then_this_week_and_what_stands_still_last(self, noor, ilse, joost):
        tuesday = datetime(2026, 6, 9, 10, tzinfo=AMSTERDAM)
        late = file_one(noor, at=tuesday - timedelta(days=6))
        today = file_one(noor, at=tuesday - timedelta(days=4))
        week = file_one(noor, at=tuesday)
        paused = file_one(noor, at=tuesday)
        for each in (late, today, week, paused):
            actions.take_on(each, actor=ilse, at=tuesday)
        actions.pause(paused, actor=ilse, at=tuesday, reason="question", question="Wanneer was het?", until=date(2026, 6, 12))

        work = tasks.grouped(desk.waits_for(ilse, at=tuesday), tuesday.date())

        assert [[row.about for row in rows] for rows in (work.late, work.today, work.week)] == [
            [late.number], [today.number], [week.number, paused.number],
        ]
        assert len(work.now) == 2

    def test_nobody_waits_is_good_news(self, ilse):
        assert "Niemand wacht op jou" in start(ilse)

    def test_reports_of_a_colleague_are_not_on_her_desk(self, report, joke):
        assert desk.waits_for(joke, at=AT) == []

    @pytest.mark.parametrize("reports", [1, 3])
    def test_it_costs_the_same_for_one_and_three(self, noor, ilse, now, reports, django_assert_num_queries):
        for _each in range(reports):
            file_one(noor, at=now)
        client = log_in(Client(), ilse)
        client.get("/")

        with django_assert_num_queries(11):  # session, person with member; asked, calendar, for whom, promises; reports, promises, calendar; kept, away
            client.get("/")


class TestOthers:
    def test_the_coordinator_sees_that_a_promise_is_late_but_not_which(self, noor, ilse, waterveen, now):
        report = file_one(noor, at=now - timedelta(days=21))
        page = start(MembershipFactory(coordinator=True, municipality=waterveen))

        assert "te laat" in page
        for secret in (report.number, str(report.uuid), "Noor"):
            assert secret not in page

    def test_the_team_lead_reads_what_she_is_asked_and_the_coordinator_does_not(self, noor, ilse, waterveen, now):
        report = file_one(noor, at=now - timedelta(days=21))
        lead = MembershipFactory(team_lead=True, municipality=waterveen)
        assert "Blijft het te laat, dan vragen wij jou." in start(lead)
        queue_clock_reminders(at=now)
        client = log_in(Client(), lead)

        for page in (start(lead), re.sub(r"\s+", " ", client.get("/meldingen/klok/").content.decode())):
            assert "Jou is gevraagd te helpen" in page
            assert ilse.name in page
            assert "Er is niets dat vandaag moet" not in page
            for secret in (report.number, str(report.uuid), "Noor"):
                assert secret not in page
        assert "Jou is gevraagd te helpen" not in start(MembershipFactory(coordinator=True, municipality=waterveen))

    @pytest.mark.parametrize("reports", [1, 3])
    def test_what_she_is_asked_costs_the_same_for_one_and_three(self, noor, ilse, waterveen, now, reports, django_assert_num_queries):
        for _each in range(reports):
            file_one(noor, at=now - timedelta(days=21))
        lead = MembershipFactory(team_lead=True, municipality=waterveen)
        queue_clock_reminders(at=now)
        client = log_in(Client(), lead)
        client.get("/")

        with django_assert_num_queries(11):  # session, person with member; asked, calendar, for whom, promises; clocks, calendar twice; kept, away
            client.get("/")

    def test_nothing_of_another_municipality_counts(self, noor, ilse, now):
        file_one(noor, at=now - timedelta(days=21))

        assert "te laat" not in start(MembershipFactory(coordinator=True))

    @pytest.mark.parametrize(
        ("role", "goes_to", "never"),
        [
            ("key_figure", {"/meldingen/zorg-delen/", "/mijn/", "/meer/", "/account/"}, {"/meldingen/klok/", "/mensen/", "/logboek/", "/beheer/"}),
            ("candidate", {"/mijn/", "/meer/"}, {"/meldingen/zorg-delen/", "/meldingen/", "/mensen/"}),
            ("official", {"/meldingen/", "/account/afwezig/"}, {"/meldingen/klok/", "/meldingen/zorg-delen/", "/logboek/", "/beheer/"}),
            ("coordinator", {"/meldingen/klok/", "/mensen/"}, {"/meldingen/", "/logboek/", "/beheer/"}),
            ("team_lead", {"/meldingen/klok/"}, {"/meldingen/", "/mensen/", "/beheer/"}),
            ("policy_adviser", set(), {"/meldingen/", "/meldingen/klok/", "/logboek/", "/beheer/"}),
            ("privacy_officer", {"/logboek/"}, {"/meldingen/", "/meldingen/zorg-delen/", "/beheer/"}),
            ("administrator", {"/mensen/", "/beheer/"}, {"/meldingen/", "/logboek/"}),
        ],
    )
    def test_each_role_is_offered_what_is_hers_and_nothing_else(self, waterveen, role, goes_to, never):
        member = MembershipFactory(municipality=waterveen, **{role: True})
        offered = set(re.findall(r'href="(/[^"]*)"', start(member)))

        assert goes_to <= offered
        assert not never & offered

    def test_a_key_figure_finds_her_reports_behind_more_and_a_candidate_has_none(self, waterveen):
        for role, has_reports in (("key_figure", True), ("candidate", False)):
            page = log_in(Client(), MembershipFactory(municipality=waterveen, **{role: True})).get("/meer/").content.decode()

            assert ('href="/meldingen/"' in page) == has_reports
            assert 'href="/account/"' in page


def _later(at, days):
    return timezone.localdate(at) + timedelta(days=days)
