from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from keyfigures import balance
from keyfigures.presentation import balance as words
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, TODAY, AskFactory, EnrolmentFactory, HelpRequestFactory, KeyFigureFactory, RecognitionFactory

MARCH = AT - timedelta(days=80)
YEAR = timedelta(days=366)


def sentence(robin, *, is_own=False):
    return words.picture(balance.of_figure(robin, until=TODAY), name="Robin", is_own=is_own).sentence


def numbers(counted):
    return {name: each.times for name, each in (counted.asked | counted.given).items() if each.times}


class TestOfOneKeyFigure:
    def test_asked_beside_given_of_the_last_year(self, robin, sam):
        for state in ("asked", "declined"):
            AskFactory(key_figure=robin, state=state)
        AskFactory(key_figure=robin, done=True, kind="explain", hours=Decimal("2.5"))
        HelpRequestFactory(key_figure=robin, done=True)
        EnrolmentFactory(key_figure=robin, state="attended", course__starts_at=AT - timedelta(days=3))
        RecognitionFactory(key_figure=robin)
        AskFactory(key_figure=sam)

        counted = balance.of_figure(robin, until=TODAY)

        assert numbers(counted) == {"think_along": 2, "explain": 1, "help": 1, "training": 1, "thanks": 1}
        assert (counted.times_asked, counted.times_given, counted.hours) == (3, 3, Decimal("2.5"))

    def test_what_counts_for_nothing(self, robin):
        AskFactory(key_figure=robin, state="withdrawn")
        AskFactory(key_figure=robin, asked_at=AT - YEAR)
        HelpRequestFactory(key_figure=robin)
        HelpRequestFactory(key_figure=robin, state="done", outcome="not_possible", closed_at=AT)
        EnrolmentFactory(key_figure=robin, state="absent", course__starts_at=AT - timedelta(days=3))
        EnrolmentFactory(key_figure=robin, state="attended", course__starts_at=AT - timedelta(days=3), course__cancelled_at=AT)
        RecognitionFactory(key_figure=robin, shown=True)

        assert numbers(balance.of_figure(robin, until=TODAY)) == {}

    def test_a_sentence_says_what_follows(self, robin):
        assert sentence(robin) == "Wij vroegen niets en gaven niets in het afgelopen jaar."
        AskFactory(key_figure=robin)
        assert sentence(robin) == "Wij vroegen meer van Robin dan wij gaven. Een training of hulp is nu aan de beurt."
        assert sentence(robin, is_own=True) == "Wij vroegen meer van u dan wij gaven. Een training of hulp is nu aan de beurt."
        RecognitionFactory(key_figure=robin)
        assert sentence(robin) == "Wij gaven Robin evenveel als wij vroegen."
        HelpRequestFactory(key_figure=robin, done=True)
        assert sentence(robin) == "Wij gaven Robin meer dan wij vroegen."

    def test_both_bars_stand_on_the_same_scale_with_their_numbers_in_words(self, robin):
        for _each in range(7):
            AskFactory(key_figure=robin)
        AskFactory(key_figure=robin, kind="explain", done=True, hours=Decimal("14.0"))
        RecognitionFactory(key_figure=robin)

        picture = words.picture(balance.of_figure(robin, until=TODAY), name="Robin", is_own=False)

        assert (picture.asked.width, picture.given.width) == ("100.0", "12.5")
        assert picture.asked.more == "7 keer meedenken en 1 keer uitleg geven of vertellen. Robin schat 14 uur."
        assert picture.given.more == "1 keer persoonlijk bedankt. Nog geen hulp. Nog geen training."

    def test_she_and_the_coordinator_see_the_same_numbers(self, client, robin, marieke, time_machine):
        time_machine.move_to(AT, tick=False)
        AskFactory(key_figure=robin, done=True, hours=Decimal(3))

        def part(member, address):
            page = log_in(client, member).get(address).content.decode()
            return page[page.index('id="balance"'):page.index('id="recognition"')]

        hers, ours = part(robin.member, reverse("keyfigures:own_page")), part(marieke, reverse("keyfigures:figure_detail", args=[robin.uuid]))

        for text in ("1 keer meedenken", "3 uur", "Nog geen training."):
            assert text in hers
            assert text in ours


class TestOfTheNetwork:
    @pytest.fixture
    def figures(self, waterveen, marieke):
        return [KeyFigureFactory(municipality=waterveen, contact_person=marieke) for _each in range(6)]

    def shown(self, municipality):
        network = words.network(municipality, at=AT)
        return {bar.label: bar.value for bar in [*network.asked, *network.given]}

    def test_numbers_are_rounded_down_to_fives(self, waterveen, figures):
        for figure in [*figures, *figures, figures[0]]:
            AskFactory(key_figure=figure, asked_at=MARCH)

        assert self.shown(waterveen)["Meedenken"] == "10 of meer"

    def test_fewer_than_five_people_together_are_too_few_to_show_however_often(self, waterveen, figures):
        for figure in figures[:4] * 5:
            AskFactory(key_figure=figure, asked_at=MARCH, kind="mediate")
            AskFactory(key_figure=figure, asked_at=MARCH, kind="explain")
            RecognitionFactory(key_figure=figure, given_at=MARCH)

        shown = self.shown(waterveen)

        assert shown["Bemiddelen en uitleg geven of vertellen, samen"] == shown["Persoonlijk bedankje"] == "te weinig om te tonen"
        assert shown["Meedenken"] == "geen"
        assert {bar.value for bar in words.network(waterveen, at=AT).sums} == {"te weinig om te tonen"}

    def test_small_kinds_are_counted_together_and_with_the_smallest_other_where_they_are_too_few(self, waterveen, figures):
        for figure in figures:
            AskFactory(key_figure=figure, asked_at=MARCH)
        for figure in figures[:5] * 2:
            AskFactory(key_figure=figure, asked_at=MARCH, kind="explain")
        AskFactory(key_figure=figures[5], asked_at=MARCH, kind="mediate")
        HelpRequestFactory(key_figure=figures[0], done=True, asked_at=MARCH, closed_at=MARCH)
        for figure in figures[1:]:
            RecognitionFactory(key_figure=figure, given_at=MARCH)

        network = words.network(waterveen, at=AT)

        assert [(bar.label, bar.value) for bar in network.asked] == [
            ("Meedenken", "5 of meer"), ("Ons in contact brengen", "geen"), ("Helpen organiseren", "geen"), ("Bijeenkomsten", "geen"),
            ("Bemiddelen en uitleg geven of vertellen, samen", "10 of meer"),
        ]
        assert [(bar.label, bar.value) for bar in network.given] == [
            ("Trainingen", "geen"), ("Vergoedingen", "geen"), ("Bijeenkomsten als bedankje", "geen"), ("Hulp en persoonlijk bedankje, samen", "5 of meer"),
        ]
        assert [(bar.label, bar.value, bar.width) for bar in network.sums] == [("Wij vroegen", "15 of meer", "100.0"), ("Wij gaven", "5 of meer", "33.3")]
        assert network.title == "Wij vragen meer van onze sleutelfiguren dan wij geven"

    def test_a_small_network_shows_nothing_at_all(self, waterveen, robin):
        AskFactory(key_figure=robin, asked_at=MARCH)

        network = words.network(waterveen, at=AT)

        assert (network.sums, network.asked, network.given, network.hours) == ([], [], [], "")

    def test_what_happened_this_quarter_changes_no_number(self, waterveen, figures):
        before = words.network(waterveen, at=AT)
        for figure in figures:
            AskFactory(key_figure=figure, asked_at=AT)

        assert words.network(waterveen, at=AT) == before

    def test_hours_are_told_only_when_five_people_estimated_them(self, waterveen, figures):
        for figure in figures[:4]:
            AskFactory(key_figure=figure, asked_at=MARCH, done=True, hours=Decimal(3))
        assert words.network(waterveen, at=AT).hours == ""

        AskFactory(key_figure=figures[4], asked_at=MARCH, done=True, hours=Decimal(1))
        assert "10 uur" in words.network(waterveen, at=AT).hours

    @pytest.mark.parametrize(
        ("today", "ended"),
        [
            (date(2026, 1, 1), date(2025, 12, 31)), (date(2026, 3, 31), date(2025, 12, 31)), (date(2026, 6, 9), date(2026, 3, 31)),
            (date(2026, 12, 31), date(2026, 9, 30)),
        ],
    )
    def test_a_quarter_counts_when_it_is_over(self, today, ended):
        assert balance.last_quarter_ended(today) == ended

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_page_is_for_who_reads_figures_and_costs_the_same(
        self, client, waterveen, figures, annemarie, robin, neighbour, time_machine, count, django_assert_num_queries,
    ):
        time_machine.move_to(AT, tick=False)
        for figure in figures * count:
            AskFactory(key_figure=figure, asked_at=MARCH)
        address = reverse("keyfigures:network_balance")
        page = log_in(client, annemarie)
        page.get("/")

        with django_assert_num_queries(13):  # session, person with member, key figures, requests, hours, help, trainings, allowances, thanks, complaints; meetings, of three kinds
            text = page.get(address).content.decode()

        assert "of meer" in text
        assert "of meer" not in log_in(client, neighbour).get(address).content.decode()
        assert log_in(client, robin.member).get(address).status_code == 404

    def test_the_title_claims_nothing_that_a_hidden_number_could_deny(self, waterveen, figures):
        for figure in figures:
            AskFactory(key_figure=figure, asked_at=MARCH)
        assert words.network(waterveen, at=AT).title == "Wij vragen meer van onze sleutelfiguren dan wij geven"

        for figure in figures[:4] * 3:
            RecognitionFactory(key_figure=figure, given_at=MARCH)

        assert words.network(waterveen, at=AT).title == "Wat wij van sleutelfiguren vroegen, en wat wij gaven"
