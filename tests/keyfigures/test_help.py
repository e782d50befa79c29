from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from keyfigures.actions import NotPossible, ties
from keyfigures.actions import help as acts
from keyfigures.models.help import HelpMessage, HelpRequest
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import AbsenceFactory, log_in
from tests.factories.keyfigures import AT, HelpRequestFactory

SECRET = "De huur van ons clublokaal is opgezegd."


def ask(figure, *, at=AT, submission=None, text=SECRET, category="place"):
    return acts.ask(figure, submission=submission or uuid4(), category=category, text=text, by=figure.member, at=at)


def told(member):
    return Message.objects.filter(recipient=member).count()


def move(request, **values):
    """The keys to a municipality are checked at the end of a transaction."""
    HelpRequest.objects.filter(pk=request.pk).update(**values)
    connection.check_constraints()


def open_promises(request):
    return sorted(Clock.objects.open().about(request.uuid).values_list("kind", flat=True))


class TestAsking:
    def test_her_contact_person_owes_an_answer_in_five_and_an_outcome_in_twenty_working_days(self, robin, marieke):
        request = ask(robin)

        assert request.owner == marieke
        due = {clock.kind: clock.due_at.date().isoformat() for clock in Clock.objects.about(request.uuid)}
        assert due == {"keyfigures.help_first_answer": "2026-06-16", "keyfigures.help_outcome": "2026-07-07"}
        assert {(clock.owner, clock.waiter) for clock in Clock.objects.about(request.uuid)} == {(marieke, robin.member)}
        assert told(marieke) == 1

    def test_the_same_form_sent_twice_is_one_request(self, robin, marieke):
        submission = uuid4()

        first, second = ask(robin, submission=submission), ask(robin, submission=submission)

        assert first == second
        assert HelpRequest.objects.count() == 1
        assert Clock.objects.about(first.uuid).count() == 2
        assert told(marieke) == 1

    def test_nobody_asks_for_another(self, robin, sam, marieke):
        for other in (sam.member, marieke):
            with pytest.raises(PermissionDenied):
                acts.ask(robin, submission=uuid4(), category="place", text=SECRET, by=other, at=AT)

    def test_the_number_of_somebody_elses_form_gives_nothing_away(self, robin, sam):
        request = ask(robin)

        with pytest.raises(PermissionDenied):
            ask(sam, submission=request.submission)

    def test_where_nobody_works_on_the_network_she_hears_so(self, robin):
        robin.contact_person = None

        with pytest.raises(NotPossible):
            ask(robin)

    def test_who_stands_in_for_the_contact_person_is_told(self, robin, marieke, pim):
        AbsenceFactory(member=marieke, municipality=marieke.municipality, deputy=pim)

        ask(robin)

        assert (told(marieke), told(pim)) == (0, 1)


class TestTalking:
    def test_the_first_message_of_an_official_is_the_first_answer(self, robin, marieke):
        request = ask(robin)

        acts.say(request, text="Ik vraag het na.", by=marieke, at=AT + timedelta(days=1))

        request.refresh_from_db()
        assert (request.state, request.first_answer_at) == ("answered", AT + timedelta(days=1))
        assert open_promises(request) == ["keyfigures.help_outcome"]
        assert told(robin.member) == 1

    def test_her_own_message_is_no_answer(self, robin, marieke):
        request = ask(robin)

        acts.say(request, text="Het is voor dinsdag.", by=robin.member, at=AT)

        assert open_promises(request) == ["keyfigures.help_first_answer", "keyfigures.help_outcome"]
        assert told(marieke) == 2

    def test_another_key_figure_or_municipality_says_nothing(self, robin, sam, neighbour):
        request = ask(robin)

        for other in (sam.member, neighbour):
            with pytest.raises(PermissionDenied):
                acts.say(request, text="Hallo", by=other, at=AT)
        assert HelpMessage.objects.count() == 0


class TestEnding:
    def test_settling_keeps_both_promises_and_tells_her(self, robin, marieke):
        request = ask(robin)

        acts.finish(request, outcome="helped", text="De zaal is voor jullie.", by=marieke, at=AT + timedelta(days=2))

        request.refresh_from_db()
        assert (request.state, request.outcome) == ("done", "helped")
        assert request.first_answer_at == request.closed_at == AT + timedelta(days=2)
        assert open_promises(request) == []
        assert Clock.objects.about(request.uuid).filter(kept_at=None).count() == 0
        assert told(robin.member) == 1

    def test_the_second_of_two_colleagues_hears_that_it_is_settled(self, robin, marieke, pim):
        request = ask(robin)
        acts.finish(request, outcome="helped", text="Geregeld.", by=marieke, at=AT)

        with pytest.raises(NotPossible):
            acts.finish(request, outcome="not_possible", text="Het kan niet.", by=pim, at=AT)
        assert HelpMessage.objects.get().text == "Geregeld."

    def test_she_says_whether_it_helped_and_only_she(self, robin, sam, marieke):
        request = ask(robin)
        with pytest.raises(NotPossible):
            acts.rate(request, did_help=True, by=robin.member)
        acts.finish(request, outcome="helped", text="Geregeld.", by=marieke, at=AT)

        acts.rate(request, did_help=False, by=robin.member)

        request.refresh_from_db()
        assert request.did_help is False
        for other in (sam.member, marieke):
            with pytest.raises(PermissionDenied):
                acts.rate(request, did_help=True, by=other)

    def test_taking_it_back_erases_what_was_written_and_nothing_is_owed(self, robin, marieke):
        request = ask(robin)
        acts.say(request, text="Welk lokaal?", by=marieke, at=AT)

        acts.withdraw(request, by=robin.member, at=AT)

        request.refresh_from_db()
        assert (request.state, request.text) == ("withdrawn", "")
        assert HelpMessage.objects.count() == 0
        assert open_promises(request) == []

    def test_a_colleague_takes_over_by_the_same_days(self, robin, marieke, pim):
        request = ask(robin)
        before = list(Clock.objects.about(request.uuid).values_list("kind", "due_at"))

        acts.hand_over(request, to=pim, by=marieke, at=AT)

        assert list(Clock.objects.about(request.uuid).values_list("kind", "due_at")) == before
        assert {clock.owner for clock in Clock.objects.about(request.uuid)} == {pim}
        assert told(pim) == 1

    def test_it_is_not_handed_to_who_does_not_work_on_the_network_or_knows_her_privately(self, client, robin, sam, marieke, pim):
        request = ask(robin)
        ties.declare(robin, by=pim, at=AT)

        for other in (sam.member, pim):
            with pytest.raises(PermissionDenied):
                acts.hand_over(request, to=other, by=marieke, at=AT)
        page = log_in(client, marieke)
        assert "hand_over" not in page.get(reverse("keyfigures:help_detail", args=[request.uuid])).context["forms"]
        assert page.post(reverse("keyfigures:help_hand_over", args=[request.uuid]), {"to": str(pim.uuid)}).status_code == 400


class TestRulesOfTheDatabase:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"state": "done"},
            {"state": "withdrawn"},
            {"closed_at": AT},
            {"state": "done", "closed_at": AT},
            {"did_help": True},
        ],
    )
    def test_what_cannot_be_is_refused(self, robin, wrong):
        request = HelpRequestFactory(key_figure=robin)

        with pytest.raises(IntegrityError), transaction.atomic():
            HelpRequest.objects.filter(pk=request.pk).update(**wrong)

    def test_a_request_stays_in_its_municipality(self, robin, neighbour):
        request = HelpRequestFactory(key_figure=robin)

        with pytest.raises(IntegrityError), transaction.atomic():
            move(request, owner=neighbour)


class TestTooLong:
    def test_only_what_is_open_after_four_weeks_is_flagged(self, robin, sam, marieke):
        late, settled = ask(robin), ask(sam)
        acts.finish(settled, outcome="helped", text="Geregeld.", by=marieke, at=AT)
        ask(sam, at=AT + timedelta(days=7))

        at = AT + timedelta(days=29)

        assert list(HelpRequest.objects.open_too_long(at)) == [late]
        assert list(HelpRequest.objects.open_too_long(AT + timedelta(days=28))) == []

    def test_the_flag_stands_on_each_list_in_its_own_view_and_on_the_page_of_both(self, client, robin, sam, marieke, time_machine):
        late = ask(robin)
        acts.say(late, text="Ik vraag het na.", by=marieke, at=AT)
        ask(sam, at=AT + timedelta(days=27))
        flag, work = "Te lang open", reverse("keyfigures:help_list")
        pages = {marieke: [work, reverse("keyfigures:figure_detail", args=[robin.uuid])], robin.member: [work, reverse("keyfigures:own_page")]}

        def flagged(days):
            time_machine.move_to(AT + timedelta(days=days), tick=False)
            return [
                [row.title for row in log_in(client, marieke).get(work, {"toon": "te-lang"}).context["rows"]],
                *[log_in(client, member).get(page).content.decode().count(f">{flag}<") for member, those in pages.items() for page in those],
            ]

        assert flagged(28) == [[], 1, 0, 0, 0]  # the name of the view
        assert flagged(29) == [["Robin"], 2, 1, 1, 1]


class TestPages:
    @pytest.mark.parametrize("state", ["asked", "answered"])
    def test_the_page_stands_also_without_a_promise(self, client, robin, marieke, state):
        request = HelpRequestFactory(key_figure=robin, state=state)

        for member, told in ((robin.member, "U krijgt antwoord op uw vraag"), (marieke, "Robin")):
            answer = log_in(client, member).get(reverse("keyfigures:help_detail", args=[request.uuid]))
            assert answer.status_code == 200
            assert told in answer.content.decode()

    @pytest.fixture
    def now(self, time_machine):
        time_machine.move_to(AT, tick=False)

    def test_she_asks_on_one_page_and_sees_the_promised_day_and_the_name(self, client, robin, now):
        page = log_in(client, robin.member)
        form = page.get(reverse("keyfigures:help_new"))
        submission = str(form.context["form"]["submission"].value())

        answer = page.post(reverse("keyfigures:help_new"), {"submission": submission, "category": "place", "text": SECRET}, follow=True)
        again = page.post(reverse("keyfigures:help_new"), {"submission": submission, "category": "place", "text": SECRET}, follow=True)

        for each in (answer, again):
            text = each.content.decode()
            assert "uiterlijk dinsdag 16" in text
            assert "Marieke" in text
            assert SECRET in text
        assert HelpRequest.objects.count() == 1

    def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(self, client, robin, now):
        answer = log_in(client, robin.member).post(reverse("keyfigures:help_new"), {"submission": "kapot", "text": SECRET})

        assert answer.status_code == 400
        assert answer.context["form"].errors.keys() == {"category"}
        assert SECRET in answer.content.decode()
        assert HelpRequest.objects.count() == 0

    def test_a_text_about_somebodys_religion_is_asked_about_once_and_then_let_through(self, client, robin, now):
        page, address = log_in(client, robin.member), reverse("keyfigures:help_new")
        typed = {"submission": str(uuid4()), "category": "place", "text": "De moskee zoekt een zaal."}

        first = page.post(address, typed)
        second = page.post(address, {**typed, "hints_seen": first.context["form"].data["hints_seen"]})

        assert (first.status_code, second.status_code) == (200, 302)
        assert HelpRequest.objects.get().text == "De moskee zoekt een zaal."

    def test_what_was_typed_too_late_stands_on_the_page_as_it_is_now(self, client, robin, marieke, pim, now):
        request = ask(robin)
        acts.finish(request, outcome="helped", text="Geregeld.", by=pim, at=AT)

        answer = log_in(client, marieke).post(reverse("keyfigures:help_say", args=[request.uuid]), {"text": "Ik kijk ernaar."})

        assert answer.status_code == 409
        assert "Ik kijk ernaar." in answer.content.decode()
        assert "Geregeld." in answer.content.decode()

    def test_each_step_of_the_official_comes_back_to_a_page_that_is_true(self, client, robin, marieke, pim, now):
        request, page = ask(robin), log_in(client, marieke)

        said = page.post(reverse("keyfigures:help_say", args=[request.uuid]), {"text": "Ik vraag het na."}, follow=True)
        given = page.post(reverse("keyfigures:help_hand_over", args=[request.uuid]), {"to": str(pim.uuid)}, follow=True)
        settled = page.post(reverse("keyfigures:help_finish", args=[request.uuid]), {"outcome": "referred", "text": "Bel de club."}, follow=True)

        assert "Ik vraag het na." in said.content.decode()
        assert HelpRequest.objects.get().owner == pim
        assert given.status_code == 200
        assert "Bel de club." in settled.content.decode()

    def test_her_steps_come_back_to_a_page_that_is_true(self, client, robin, marieke, now):
        page, request, other = log_in(client, robin.member), ask(robin), ask(robin)
        acts.finish(request, outcome="helped", text="Geregeld.", by=marieke, at=AT)

        page.post(reverse("keyfigures:help_rate", args=[request.uuid]), {"did_help": "yes"})
        asked = page.get(reverse("keyfigures:help_withdraw", args=[other.uuid]))
        page.post(reverse("keyfigures:help_withdraw", args=[other.uuid]))

        assert asked.status_code == 200
        assert HelpRequest.objects.get(pk=request.pk).did_help is True
        assert HelpRequest.objects.get(pk=other.pk).state == "withdrawn"
        assert page.get(reverse("keyfigures:help_withdraw", args=[other.uuid])).status_code == 302

    @pytest.mark.parametrize("route", ["help_detail", "help_say", "help_finish", "help_hand_over", "help_rate", "help_withdraw"])
    def test_who_may_not_see_it_finds_nothing(self, client, robin, sam, neighbour, annemarie, now, route):
        address = reverse(f"keyfigures:{route}", args=[ask(robin).uuid])

        for other in (sam.member, neighbour, annemarie):
            page = log_in(client, other)
            for answer in (page.get(address), page.post(address, {"text": "x"})):
                assert answer.status_code in {404, 405}
                assert SECRET not in answer.content.decode()
        assert HelpRequest.objects.get().state == "asked"

    def test_the_list_shows_each_only_what_is_hers_to_see(self, client, robin, sam, marieke, neighbour, annemarie, now):
        ask(robin, category="money")
        ask(sam, category="permit")
        address = reverse("keyfigures:help_list")

        own = log_in(client, robin.member).get(address).content.decode()
        work = log_in(client, marieke).get(address).content.decode()

        assert ("Geld of subsidie" in own, "Een vergunning of regel" in own, "Sam" in own) == (True, False, False)
        assert "Robin" in work
        assert "Sam" in work
        assert "Robin" not in log_in(client, neighbour).get(address).content.decode()
        assert log_in(client, annemarie).get(address).status_code == 404

    def test_views_and_subjects_narrow_the_list(self, client, robin, sam, marieke, pim, now):
        ask(robin, category="money")
        acts.hand_over(ask(sam, category="permit"), to=pim, by=marieke, at=AT)
        page, address = log_in(client, marieke), reverse("keyfigures:help_list")

        def names(**query):
            return [row.title for row in page.get(address, query).context["rows"]]

        assert names(toon="van-mij") == ["Robin"]
        assert names(over="permit") == ["Sam"]
        assert names(over="hacked") == ["Robin", "Sam"]
        assert names(toon="te-lang") == []
        assert names(toon="klaar") == []

    def test_pages_follow_each_other_without_gap_or_double(self, client, robin, marieke, now):
        for minutes in range(30):
            HelpRequestFactory(key_figure=robin, asked_at=AT - timedelta(minutes=minutes))
        page, address = log_in(client, marieke), reverse("keyfigures:help_list")

        first = page.get(address)
        second = page.get(address + first.context["page"].next_url)

        urls = [row.url for answer in (first, second) for row in answer.context["rows"]]
        assert len(urls) == len(set(urls)) == 30
        assert second.context["page"].next_url == ""
        assert page.get(address, {"na": "onzin"}).status_code == 200

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, robin, marieke, now, count, django_assert_num_queries):
        for _each in range(count):
            ask(robin)
        page = log_in(client, marieke)
        page.get("/")

        with django_assert_num_queries(5):  # session, person with member, requests, calendar, promises
            page.get(reverse("keyfigures:help_list"))
