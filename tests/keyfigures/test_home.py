"""The start pages with promises of all apps: Vandaag for who owes, the start page for who waits."""

import re
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone, translation

from keyfigures import deadlines
from keyfigures.actions import contact
from keyfigures.models.agreement import Agreement
from keyfigures.models.asking import Ask
from keyfigures.models.figure import KeyFigure
from keyfigures.models.recognition import Recognition
from notifications.reminders import queue_clock_reminders
from sleutelfiguren import today
from terms import clocks, promises
from terms.clocks import NewPromise
from terms.days import AMSTERDAM
from tests.factories.accounts import AbsenceFactory, MembershipFactory, log_in
from tests.factories.keyfigures import KeyFigureFactory
from tests.factories.signals import file_one

TUESDAY = datetime(2026, 6, 9, 10, tzinfo=AMSTERDAM)


@pytest.fixture
def now():
    return timezone.now()


def promise(figure, owner, *, at, kind=deadlines.HELP_FIRST_ANSWER, subject=None, due_on=None):
    new = NewPromise(kind=kind, subject=subject or uuid4(), owner=owner, waiter=figure.member, due_on=due_on)
    return clocks.start_all([new], municipality=figure.municipality, at=at)[0]


def start(member):
    return re.sub(r"\s+", " ", log_in(Client(), member).get("/").content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def titles(rows):
    return [row.title for row in rows]


class TestToday:
    def test_promises_of_every_app_stand_in_one_order(self, robin, sam, waterveen):
        reason = "klein team"
        both = MembershipFactory(municipality=waterveen, roles=["coordinator", "report_official"], exception_reason=reason, user__name="Jet")
        reported = file_one(sam.member, at=TUESDAY - timedelta(days=4), way="talk", answers={})
        promise(robin, both, at=TUESDAY - timedelta(days=20))
        promise(sam, both, at=TUESDAY, due_on=TUESDAY.date(), kind=deadlines.ASK_RESULT)
        promise(robin, both, at=TUESDAY, due_on=TUESDAY.date() + timedelta(days=2), kind=deadlines.REVIEW_AGREEMENT)
        promise(robin, both, at=TUESDAY, kind=deadlines.THANKS)

        groups = today.today_of(both, at=TUESDAY).groups

        with translation.override("nl"):
            assert [titles(rows) for rows in (groups.late, groups.today, groups.week, groups.later)] == [
                ["Robin vraagt om hulp"],
                ["Vertel Sam wat ermee is gedaan", f"Melding {reported.number}"],
                ["Bekijk de afspraken met Robin"],
                ["Bedank Robin"],
            ]

    def test_the_title_counts_people_and_the_lead_names_the_first(self, robin, sam, marieke, now):
        promise(robin, marieke, at=now - timedelta(days=40))
        promise(robin, marieke, at=now - timedelta(days=30), kind=deadlines.ASK_RESULT)
        promise(sam, marieke, at=now - timedelta(days=20))
        page = start(marieke)

        assert "Twee mensen wachten te lang" in page
        assert "Begin met Robin. Daarna zijn er vandaag nog twee dingen." in page
        assert page.count("button-link--primary") == 1

    def test_who_stands_in_for_a_colleague_sees_her_promises_and_says_for_whom(self, robin, marieke, pim, waterveen, now):
        promise(robin, marieke, at=now - timedelta(days=20))
        day = timezone.localdate(now)
        assert "Robin" not in start(pim)

        AbsenceFactory(member=marieke, municipality=waterveen, deputy=pim, first_date=day, last_date=day)

        assert "Antwoord Robin" in start(pim)
        assert "Jij vervangt Marieke." in start(pim)

    def test_the_work_of_who_left_is_on_the_desk_of_her_deputy(self, robin, marieke, pim, now):
        promise(robin, marieke, at=now - timedelta(days=20))
        marieke.deputy, marieke.end_date = pim, timezone.localdate(now)
        marieke.save()

        assert "Antwoord Robin" in start(pim)

    def test_the_ladder_asks_a_colleague_who_can_do_it_and_the_team_lead_who_sees_only_the_kind(self, robin, marieke, pim, annemarie, now):
        promise(robin, marieke, at=now - timedelta(days=40))
        queue_clock_reminders(at=now)

        assert "Antwoord Robin" in start(pim)
        page = start(annemarie)
        assert "Hulpvraag, eerste antwoord" in page
        assert "Dit is van Marieke." in page
        assert "Robin" not in page

    def test_what_nobody_asked_her_is_not_on_her_page(self, robin, marieke, pim, neighbour, now):
        promise(robin, marieke, at=now - timedelta(days=1))
        for other in (pim, neighbour):
            assert "Robin" not in start(other)

    def test_before_a_call_she_reads_how_long_ago_and_when_not_to(self, robin, marieke, now):
        day = timezone.localdate(now)
        KeyFigure.objects.filter(pk=robin.pk).update(last_quiet_contact_on=day - timedelta(days=57), not_times="op woensdag")
        promise(robin, marieke, at=now, kind=deadlines.CONTACT, subject=robin.uuid, due_on=day)
        page = start(marieke)

        assert "Bel Robin" in page
        assert "8 weken niet gesproken. Bel niet: op woensdag." in page
        assert f'href="/sleutelfiguren/{robin.uuid}/contact/"' in page

    def test_nobody_waits_and_somebody_was_not_spoken_for_long(self, robin, sam, marieke, now):
        day = timezone.localdate(now)
        KeyFigure.objects.filter(pk=robin.pk).update(last_quiet_contact_on=day - timedelta(days=20))
        KeyFigure.objects.filter(pk=sam.pk).update(last_quiet_contact_on=day - timedelta(days=50))
        page = start(marieke)

        assert "Niemand wacht op jou" in page
        assert "<strong>Sam</strong>: 7 weken niet gesproken." in page
        assert "Bel Sam" in page

    def test_a_button_has_her_first_name_and_who_hears_it_hears_the_whole_name(self, waterveen, marieke, now):
        fatima = KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Fatima El Idrissi")
        promise(fatima, marieke, at=now - timedelta(days=20))
        promise(fatima, marieke, at=now - timedelta(days=60), kind=deadlines.HELP_OUTCOME)
        page = start(marieke)

        assert ">Fatima El Idrissi vraagt om hulp</a>" in page
        assert '>Antwoord Fatima<span class="sf-hidden"> El Idrissi</span></a>' in page
        assert '>Rond af<span class="sf-hidden"> Fatima El Idrissi</span></a>' in page
        assert "Begin met Fatima." in page

    def test_a_call_without_a_reason_has_her_first_name_too(self, waterveen, marieke):
        KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Fatima El Idrissi")

        assert 'Bel Fatima<span class="sf-hidden"> El Idrissi</span></a>' in start(marieke)

    def test_kept_in_time_of_all_that_had_to_be_kept(self, robin, marieke, now):
        subjects = [promise(robin, marieke, at=now - timedelta(days=days)).subject for days in (60, 60, 60, 3)]
        clocks.keep(subjects[0], at=now - timedelta(days=58), kinds=[deadlines.HELP_FIRST_ANSWER])
        clocks.keep(subjects[1], at=now - timedelta(days=10), kinds=[deadlines.HELP_FIRST_ANSWER])

        assert "<strong>1 van de 3</strong>" in start(marieke)  # one in time, one too late, one late now

    def test_her_absence_stands_beside_it(self, marieke, pim, waterveen, now):
        day = timezone.localdate(now)
        AbsenceFactory(member=marieke, municipality=waterveen, deputy=pim, first_date=day, last_date=day + timedelta(days=3))

        assert "Je bent weg tot en met" in start(marieke)
        assert "Pim neemt je werk over." in start(marieke)

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_for_one_and_three_of_each(self, waterveen, marieke, pim, now, number, django_assert_num_queries):
        day = timezone.localdate(now)
        for place in range(number):
            figure = KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name=f"Sleutel {place}")
            promise(figure, marieke, at=now, kind=deadlines.CONTACT, subject=figure.uuid, due_on=day)
            contact.log(figure, by=marieke, at=now, on=day, how="call", occasion="incident", topic="tension", theme="none", official=marieke,
                        next_step="send", next_on=day)
            for kind in set(promises.with_task()) - {deadlines.CONTACT, deadlines.NEXT_STEP}:
                promise(figure, marieke, at=now - timedelta(days=200), kind=kind)
            promise(figure, pim, at=now - timedelta(days=40))
        AbsenceFactory(member=pim, municipality=waterveen, deputy=marieke, first_date=day, last_date=day)
        queue_clock_reminders(at=now)
        client = log_in(Client(), marieke)
        client.get("/")

        # session, person with member; asked, calendar, for whom, promises, ten kinds of details; clocks and calendar of reports; kept, away; tension; what the approach rests on
        with django_assert_num_queries(26):
            client.get("/")


OPENS = {
    "policy_adviser": ["Bijeenkomsten", "Evaluaties", "Ideeën", "Lessen", "Aanpak", "Draagvlak", "Verslagen", "Cijfers", "Contact", "Geven en nemen", "Verloop", "Bijeenkomsten in cijfers"],
    "neutral_chair": ["Bijeenkomsten", "Evaluaties"],
    "administrator": ["Mensen", "Ritme van bijeenkomsten", "Verwerkingsregister", "Overdragen", "Beheer"],
}


class TestStartOfWhoIsWaitedForByNobody:
    @pytest.mark.parametrize("role", OPENS)
    def test_she_reads_that_and_what_she_can_open(self, waterveen, role):
        client = log_in(Client(), MembershipFactory(municipality=waterveen, roles=[role]))
        page = client.get("/").content.decode()
        doors = re.findall(r'<h3 class="sf-row__title"><a class="[^"]+" href="([^"]+)">([^<]+)</a>', page)

        assert "Niemand wacht op jou" in page
        assert ("Je hebt hier niemand iets beloofd." in page) == (role == "administrator")  # others can take an action point upon them
        assert "belletje" not in page
        assert [label for _url, label in doors] == OPENS[role]
        assert {client.get(url).status_code for url, _label in doors if url != "/beheer/"} == {200}

    def test_who_owes_but_calls_nobody_is_not_told_to_call(self, waterveen):
        for role in ("report_official", "team_lead", "privacy_officer"):
            page = start(MembershipFactory(municipality=waterveen, roles=[role]))

            assert "Niemand wacht te lang." in page
            assert "bellen" not in page


class TestStart:
    def test_what_waits_for_her_stands_on_top(self, robin, marieke, now):
        held = Agreement.objects.get(key_figure=robin)
        agreement = Agreement.objects.create(
            municipality=robin.municipality, key_figure=robin, template=held.template, version=2, begun_at=now, begun_by=marieke,
        )
        ask = Ask.objects.create(municipality=robin.municipality, key_figure=robin, asked_by=marieke, kind="explain", text="Wilt u komen?", asked_at=now)
        Recognition.objects.create(
            municipality=robin.municipality, key_figure=robin, kind="moment", text="Dank", given_by=marieke, given_at=now, wanted="public",
        )
        page = start(robin.member)

        assert "Drie dingen wachten op u." in page
        assert f'href="/afspraken/{agreement.uuid}/"' in page
        assert f'href="/verzoeken/{ask.uuid}/"' in page
        assert "Wij willen u bedanken waar anderen het zien" in page
        assert "Wilt u komen?" not in page  # a shared telephone shows that there is something, not what
        assert "Er wacht niets op u." in start(KeyFigureFactory(municipality=robin.municipality).member)

    def test_what_was_promised_her_stands_in_one_order_with_her_reports(self, robin, marieke, waterveen, now):
        MembershipFactory(official=True, municipality=waterveen)
        report = file_one(robin.member, at=now, way="talk", answers={})
        promise(robin, marieke, at=now - timedelta(days=30))
        page = start(robin.member)

        assert page.index("U krijgt antwoord op uw vraag") < page.index(f"Melding {report.number}")
        assert "Van Marieke." in page

    def test_a_complaint_is_hers_to_see_on_her_start_page(self, robin, annemarie, now):
        promise(robin, annemarie, at=now, kind=deadlines.COMPLAINT)

        assert "U krijgt antwoord op uw klacht" in start(robin.member)

    def test_nothing_of_another_key_figure(self, robin, sam, marieke, now):
        promise(robin, marieke, at=now)

        assert "U krijgt antwoord op uw vraag" not in start(sam.member)

    def test_her_contact_person_can_be_called(self, robin, marieke):
        marieke.phone = "06 12 34 56 78"
        marieke.save()

        assert 'href="tel:0612345678"' in start(robin.member)

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_for_one_and_three(self, robin, marieke, now, number, django_assert_num_queries):
        for _each in range(number):
            for kind in promises.with_task():
                promise(robin, marieke, at=now, kind=kind)
            recognised = {"kind": "moment", "text": "Dank", "given_by": marieke, "given_at": now, "wanted": "public"}
            Recognition.objects.create(municipality=robin.municipality, key_figure=robin, **recognised)
            Ask.objects.create(municipality=robin.municipality, key_figure=robin, asked_by=marieke, kind="explain", text="…", asked_at=now)
        client = log_in(Client(), robin.member)
        client.get("/")

        with django_assert_num_queries(12):  # session, person with member; reports, opinions, what waits, what waits after meetings (2), promises, calendar, her row, questions to her, texts that wait for her yes
            client.get("/")
