from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from keyfigures import stages as way
from keyfigures.actions import NotPossible, stages
from keyfigures.actions import recognition as acts
from keyfigures.models.figure import KeyFigure
from keyfigures.models.recognition import Recognition
from notifications.models import Message
from notifications.reminders import queue_clock_reminders
from terms.models import Clock
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory, RecognitionFactory

WORDS = "Dank voor de avond in de Veenschool."
DAYS = timedelta(days=1)


def recognise(figure, by, *, wanted="public", at=AT):
    return acts.give(figure, kind="moment", text=WORDS, by=by, at=at, wanted=wanted)


def thank(figure, by, *, at=AT, text=WORDS):
    return acts.give(figure, kind="thanks", text=text, by=by, at=at)


def choose(row, chosen, *, name="Robin uit Noord"):
    acts.choose(row, chosen=chosen, public_name=name, by=row.key_figure.member, at=AT)


def thanks_clocks(figure):
    return Clock.objects.open().about(figure.uuid).filter(kind="keyfigures.thanks")


class TestThanking:
    def test_only_she_sees_it_and_she_is_told(self, robin, marieke):
        row = recognise(robin, marieke)

        assert (row.chosen, row.chosen_at, row.public_name) == ("none", None, "")
        assert Message.objects.filter(recipient=robin.member).count() == 1
        assert not Recognition.objects.shown_in_network(robin.municipality).exists()

    def test_the_same_words_twice_are_one(self, robin, marieke):
        assert thank(robin, marieke) == thank(robin, marieke)
        assert Recognition.objects.count() == 1

    def test_somebody_is_asked_to_thank_her_half_a_year_after_she_became_active(self, robin, marieke):
        acts.promise_thanks(robin, at=AT)

        clock = thanks_clocks(robin).get()
        assert (clock.owner, clock.working_days, clock.due_at.date().isoformat()) == (marieke, 125, "2026-12-01")

    def test_personal_thanks_start_the_half_year_again_and_recognition_does_not(self, robin, marieke):
        acts.promise_thanks(robin, at=AT)
        recognise(robin, marieke, at=AT + 9 * DAYS)
        assert thanks_clocks(robin).get().promised_at == AT

        thank(robin, marieke, at=AT + 10 * DAYS)

        assert thanks_clocks(robin).get().promised_at == AT + 10 * DAYS
        assert KeyFigure.objects.get(pk=robin.pk).last_thanked_on == TODAY + 10 * DAYS

    def test_pausing_ends_the_reminder_and_coming_back_starts_it(self, robin):
        acts.promise_thanks(robin, at=AT)

        stages.move(robin, way.PAUSE, by=robin.member, at=AT)
        assert not thanks_clocks(robin).exists()

        stages.move(robin, way.RESUME, by=robin.member, at=AT + 30 * DAYS)
        assert thanks_clocks(robin).get().due_at.date().isoformat() == "2027-01-04"  # Christmas and New Year are no working days

    @pytest.mark.parametrize(("away", "due"), [(30, "2026-12-01"), (200, "2026-12-26")])
    def test_who_comes_back_is_thanked_half_a_year_after_the_last_time_or_at_once(self, robin, marieke, away, due):
        thank(robin, marieke)
        stages.move(robin, way.PAUSE, by=robin.member, at=AT)

        stages.move(robin, way.RESUME, by=robin.member, at=AT + away * DAYS)

        assert thanks_clocks(robin).get().due_at.date().isoformat() == due

    def test_her_contact_person_is_reminded_and_finds_it_on_the_start_page_with_one_button(self, client, robin, marieke, time_machine):
        acts.promise_thanks(robin, at=AT)
        half_a_year_later = AT + 175 * DAYS

        assert queue_clock_reminders(at=AT + 170 * DAYS) == 0
        assert queue_clock_reminders(at=half_a_year_later) == 1

        assert [each.kind for each in Message.objects.filter(recipient=marieke, subject=robin.uuid)] == ["notifications.reminder"]
        time_machine.move_to(half_a_year_later, tick=False)
        assert reverse("keyfigures:recognition_new", args=[robin.uuid]) in log_in(client, marieke).get("/").content.decode()

    def test_only_who_works_on_the_network_thanks_and_nobody_herself(self, robin, sam, neighbour):
        for other in (robin.member, sam.member, neighbour):
            with pytest.raises(PermissionDenied):
                thank(robin, other)

    def test_who_ended_cannot_read_it_here(self, waterveen, marieke):
        with pytest.raises(NotPossible):
            thank(KeyFigureFactory(municipality=waterveen, ended=True), marieke)


class TestHerChoice:
    def test_she_chooses_for_each_one_anew(self, robin, marieke):
        first, second = recognise(robin, marieke), acts.give(robin, kind="moment", text="En nog eens.", by=marieke, at=AT, wanted="public")

        choose(first, "public")

        assert list(Recognition.objects.public(robin.municipality)) == [first]
        second.refresh_from_db()
        assert (second.chosen, second.chosen_at) == ("none", None)

    def test_nothing_becomes_wider_than_was_asked(self, robin, marieke):
        for row, wider in ((recognise(robin, marieke, wanted="internal"), "public"), (thank(robin, marieke), "internal")):
            with pytest.raises(NotPossible):
                choose(row, wider)

    def test_nobody_chooses_for_her(self, robin, sam, marieke):
        row = recognise(robin, marieke)

        for other in (sam.member, marieke):
            with pytest.raises(PermissionDenied):
                acts.choose(row, chosen="public", public_name="Robin", by=other, at=AT)
            with pytest.raises(PermissionDenied):
                acts.take_back(row, by=other, at=AT)

    def test_who_ends_stands_nowhere_any_more(self, robin, marieke):
        row = recognise(robin, marieke)
        choose(row, "public")

        stages.move(robin, way.END, by=robin.member, at=AT)

        row.refresh_from_db()
        assert (row.chosen, row.public_name) == ("none", "")
        assert not Recognition.objects.public(robin.municipality).exists()


class TestRulesOfTheDatabase:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"chosen": "public"},
            {"chosen": "public", "chosen_at": AT, "wanted": "internal"},
            {"chosen": "internal", "chosen_at": AT},
            {"public_name": "Robin"},
            {"chosen": "internal", "chosen_at": AT, "wanted": "public", "public_name": "Robin"},
        ],
    )
    def test_nothing_is_shown_without_being_asked_and_chosen(self, robin, wrong):
        row = RecognitionFactory(key_figure=robin)

        with pytest.raises(IntegrityError), transaction.atomic():
            Recognition.objects.filter(pk=row.pk).update(**wrong)


class TestPages:
    @pytest.fixture
    def now(self, time_machine):
        time_machine.move_to(AT, tick=False)

    @pytest.fixture
    def public(self, waterveen):
        return reverse("keyfigures:recognition_public", args=[waterveen.slug])

    def test_everybody_reads_what_was_chosen_and_nothing_else(self, client, robin, sam, marieke, public, now):
        choose(recognise(robin, marieke), "public")
        choose(acts.give(robin, kind="moment", text="Voor het netwerk.", by=marieke, at=AT, wanted="internal"), "internal")
        thank(sam, marieke, text="Alleen voor Sam.")
        acts.give(sam, kind="moment", text="Nog niet gekozen.", by=marieke, at=AT, wanted="public")

        answer = client.get(public)

        text = answer.content.decode()
        assert answer.status_code == 200
        assert "Robin uit Noord" in text
        assert WORDS in text
        for hidden in ("Voor het netwerk.", "Alleen voor Sam.", "Nog niet gekozen.", "Sam"):
            assert hidden not in text

    def test_taken_back_in_one_click_it_is_gone_at_once_and_no_cache_keeps_it(self, client, robin, marieke, public, now):
        row = recognise(robin, marieke)
        choose(row, "public")
        before = client.get(public)

        log_in(client, robin.member).post(reverse("keyfigures:recognition_take_back", args=[row.uuid]))
        client.logout()
        after = client.get(public, headers={"If-None-Match": before.headers.get("ETag", ""), "If-Modified-Since": "Tue, 09 Jun 2026 08:00:00 GMT"})

        assert "no-store" in before["Cache-Control"]
        assert after.status_code == 200
        assert "Robin" not in after.content.decode()
        assert WORDS not in after.content.decode()

    def test_a_municipality_shows_only_its_own_and_one_that_is_not_there_nothing(self, client, robin, marieke, oeverland, now):
        choose(recognise(robin, marieke), "public")

        assert WORDS not in client.get(reverse("keyfigures:recognition_public", args=[oeverland.slug])).content.decode()
        assert client.get("/waardering/nergens/").status_code == 404

    def test_the_network_reads_what_was_chosen_for_it(self, client, robin, sam, marieke, neighbour, annemarie, now):
        choose(acts.give(robin, kind="moment", text="Voor het netwerk.", by=marieke, at=AT, wanted="internal"), "internal")
        thank(robin, marieke, text="Alleen voor Robin.")
        address = reverse("keyfigures:recognition_list")

        for reader in (sam.member, marieke, annemarie):
            text = log_in(client, reader).get(address).content.decode()
            assert "Voor het netwerk." in text
            assert "Alleen voor Robin." not in text
        assert "Voor het netwerk." not in log_in(client, neighbour).get(address).content.decode()

    def test_she_reads_chooses_and_changes_her_mind(self, client, robin, marieke, now):
        row, page = recognise(robin, marieke), log_in(client, robin.member)
        address = reverse("keyfigures:recognition_detail", args=[row.uuid])

        empty = page.get(address).content.decode()
        wrong = page.post(address, {})
        nameless = page.post(address, {"chosen": "public"})
        page.post(address, {"chosen": "public", "public_name": "Robin uit Noord"})
        row.refresh_from_db()
        assert (row.chosen, row.public_name) == ("public", "Robin uit Noord")
        page.post(address, {"chosen": "internal", "public_name": "Robin uit Noord"})

        row.refresh_from_db()
        assert (row.chosen, row.public_name) == ("internal", "")
        assert " checked" not in empty
        assert (wrong.status_code, nameless.status_code) == (400, 400)
        assert list(nameless.context["form"].errors) == ["public_name"]

    def test_the_coordinator_thanks_on_one_page(self, client, robin, marieke, now):
        page, address = log_in(client, marieke), reverse("keyfigures:recognition_new", args=[robin.uuid])

        assert page.get(address).status_code == 200
        assert page.post(address, {"kind": "thanks"}).status_code == 400
        page.post(address, {"kind": "thanks", "text": WORDS, "wanted": "public"})

        row = Recognition.objects.get()
        assert (row.kind, row.wanted) == ("thanks", "none")

    def test_hers_is_found_by_nobody_else(self, client, robin, sam, marieke, neighbour, now):
        row = recognise(robin, marieke)
        addresses = [reverse(f"keyfigures:{route}", args=[row.uuid]) for route in ("recognition_detail", "recognition_take_back")]

        for other in (sam.member, marieke, neighbour):
            page = log_in(client, other)
            for address in addresses:
                for answer in (page.get(address), page.post(address, {"chosen": "public", "public_name": "x"})):
                    assert answer.status_code in {404, 405}
                    assert WORDS not in answer.content.decode()
        for other in (robin.member, sam.member, neighbour):
            assert log_in(client, other).post(reverse("keyfigures:recognition_new", args=[robin.uuid]), {"kind": "thanks", "text": "x"}).status_code == 404

    def test_all_of_hers_stand_on_one_page(self, client, robin, sam, marieke, now):
        thank(robin, marieke)
        thank(sam, marieke, text="Alleen voor Sam.")

        text = log_in(client, robin.member).get(reverse("keyfigures:own_recognitions")).content.decode()

        assert WORDS in text
        assert "Alleen voor Sam." not in text

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_pages_cost_the_same_for_one_and_three(self, client, robin, public, now, count, django_assert_num_queries):
        for _each in range(count):
            RecognitionFactory(key_figure=robin, shown=True)

        with django_assert_num_queries(2):  # municipality, words
            client.get(public)
        page = log_in(client, robin.member)
        page.get("/")
        with django_assert_num_queries(3):  # session, person with member, words
            page.get(reverse("keyfigures:recognition_list"))
        with django_assert_num_queries(3):
            page.get(reverse("keyfigures:own_recognitions"))
