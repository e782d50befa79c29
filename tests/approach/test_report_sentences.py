"""What a report says of its figures, in Dutch."""

from datetime import date
from decimal import Decimal

import pytest

from approach import sentences
from approach.claims import SAYS_IT_FELL
from approach.frozen import Figures, Frozen, Money
from approach.report_template import Filling, Part, unknown_in
from approach.wordings import WORDINGS
from indicators.registry import Direction, Figure, Lack, Line, Unit

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
FEW, NOTHING, FAILED = (Figure(lack=lack) for lack in (Lack.TOO_FEW, Lack.NOTHING_YET, Lack.FAILED))


def frozen(code, figure, *, unit=Unit.SHARE, label="Beloften over zorgen"):
    return Frozen(code=code, label=label, definition="", unit=unit, direction=Direction.AT_LEAST, first=FIRST, last=LAST, figure=figure)


def share(part, of):
    return Figure(value=(Decimal(100) * part / of).quantize(Decimal("0.1")), part=part, of=of)


def number(value, *, rounded=False):
    return Figure(value=Decimal(value), is_rounded=rounded)


def said(code, figure, before=None, **more):
    then = frozen(code, before, **more) if before is not None else None
    return sentences.sentence(frozen(code, figure, **more), then, code=code)


def all_of(now=(), *, before=(), lines=None, money=(), visions=()):
    def by_code(some):
        return {each.code: each for each in some}

    return Figures(now=by_code(now), before=by_code(before), lines=lines or {}, money=money, goals=[], visions=visions)


@pytest.mark.parametrize(("part", "of", "words"), [
    (38, 44, "38 van de 44 beloften over zorgen zijn op tijd nagekomen. Dat is 86 procent."),
    (1, 44, "1 van de 44 beloften over zorgen is op tijd nagekomen. Dat is 2 procent."),
    (0, 44, "Geen van de 44 beloften over zorgen is op tijd nagekomen."),
    (33, 33, "Alle 33 beloften over zorgen zijn op tijd nagekomen."),
    (1, 1, "De enige belofte over een zorg is op tijd nagekomen."),
    (0, 1, "De enige belofte over een zorg is niet op tijd nagekomen."),
])
def test_a_share_in_good_dutch(part, of, words):
    assert said("signals.kept", share(part, of)) == words


def test_a_share_of_people_is_told_as_about_so_many_percent():
    assert said("keyfigures.contact", Figure(value=Decimal(80), is_rounded=True)) == (
        "80 procent of meer van de actieve sleutelfiguren is in 8 weken gesproken, ook als er niets was."
    )
    rounded = Figure(value=Decimal("50.0"), part=20, of=40, is_rounded=True)
    assert said("keyfigures.given", rounded) == "Ongeveer 20 van de 40 keren dat wij iets vroegen of gaven, gingen om geven."


@pytest.mark.parametrize(("figure", "words"), [
    (number(0), "Er was geen bijeenkomst in rustige tijd."),
    (number(1), "Er was één bijeenkomst in rustige tijd."),
    (number(4), "Er waren 4 bijeenkomsten in rustige tijd."),
])
def test_a_number_in_good_dutch(figure, words):
    assert said("meetings.held", figure, unit=Unit.NUMBER) == words


def test_rounded_people_say_that_there_can_be_more():
    assert said("keyfigures.active", number(35, rounded=True), unit=Unit.NUMBER) == "Er doen 35 of meer sleutelfiguren mee."


@pytest.mark.parametrize(("figure", "words"), [
    (FEW, "Beloften over zorgen: te weinig om te tonen, zodat niemand een persoon herkent."),
    (NOTHING, "Beloften over zorgen: er was in deze periode niets te tellen."),
    (FAILED, "Beloften over zorgen: dit kon niet worden geteld."),
])
def test_why_there_is_no_number(figure, words):
    assert said("signals.kept", figure) == words


def test_what_nobody_hands_in_is_not_measured():
    assert sentences.sentence(None, None, code="signals.kept") == "Niet gemeten: signals.kept."


@pytest.mark.parametrize(("now", "before", "words"), [
    (share(38, 44), share(35, 43), "Dat is meer dan in de periode ervoor: toen 81 procent."),
    (share(35, 43), share(38, 44), "Dat is minder dan in de periode ervoor: toen 86 procent."),
    (share(38, 44), share(19, 22), "Dat is evenveel als in de periode ervoor."),
])
def test_beside_the_period_before(now, before, words):
    assert said("signals.kept", now, before).endswith(words)


@pytest.mark.parametrize("before", [FEW, NOTHING, FAILED])
def test_two_periods_are_compared_only_where_both_are_told(before):
    assert "periode ervoor" not in said("signals.kept", share(38, 44), before)
    assert "periode ervoor" not in said("signals.kept", before, share(38, 44))


def test_a_mean_is_higher_or_lower():
    assert said("evaluations.trust", Figure(value=Decimal("3.7")), Figure(value=Decimal("3.4")), unit=Unit.MEAN) == (
        "Sleutelfiguren geven hun vertrouwen in de gemeente 3,7 van de 5. Dat is hoger dan in de periode ervoor: toen 3,4 van de 5."
    )


def test_an_unknown_kind_of_figure_reads_as_its_label_and_value():
    assert said("other.code", number(3), unit=Unit.NUMBER, label="Iets nieuws") == "Iets nieuws: 3."


def test_two_numbers_that_are_rounded_themselves_are_about_so_much_percent_of_before():
    rounded = [Figure(value=Decimal(value), part=part, of=of, is_rounded=True) for value, part, of in (("50.0", 20, 40), ("66.7", 10, 15))]

    assert said("keyfigures.given", *rounded).endswith("Dat is minder dan in de periode ervoor: toen ongeveer 67 procent.")


def test_promises_stand_beside_each_other_where_one_of_them_is_rounded():
    rounded = Figure(value=Decimal(95), is_rounded=True)
    told = all_of([frozen("signals.kept", rounded), frozen("meetings.answered", share(33, 34)), frozen("initiatives.answered", FEW)])

    assert sentences.promises(told) == "Op tijd gehouden: zorgen 95 procent of meer, agendapunten 33 van 34."


def test_of_promises_that_may_not_be_told_it_does_not_say_that_there_were_none():
    assert sentences.promises(all_of([frozen("signals.kept", FEW), frozen("meetings.answered", NOTHING)])) == ""


def test_all_promises_are_added_up_in_one_sentence_without_what_is_not_told():
    told = all_of([
        frozen("signals.kept", share(38, 44)), frozen("meetings.answered", share(33, 33)),
        frozen("initiatives.answered", FEW),
    ])

    assert sentences.promises(told) == "Van de 77 beloften die hier zijn geteld, hielden wij er 71 op tijd. Dat is 92 procent."
    assert sentences.promises(all_of()) == "Nog geen belofte kwam aan haar dag."
    assert sentences.promises(all_of([frozen("signals.kept", share(1, 1))])) == "Onze enige belofte hielden wij op tijd."


def test_money_per_year():
    rows = [Money(year=2025, amount=86000, spent=79400, spent_until=LAST, note=""), Money(year=2026, amount=88000, spent=None, spent_until=None, note="")]

    assert sentences.money(rows, [2025, 2026, 2027]) == [
        "Begroot in 2025: €\N{NO-BREAK SPACE}86.000. Uitgegeven tot en met 31 december 2025: €\N{NO-BREAK SPACE}79.400.",
        "Begroot in 2026: €\N{NO-BREAK SPACE}88.000. Wat is uitgegeven, is nog niet ingevuld.",
        "Voor 2027 is geen begroting ingevuld.",
    ]


def test_a_change_of_vision_is_said():
    assert sentences.visions(all_of(), first=FIRST) == "In deze periode gold geen visie."
    assert sentences.visions(all_of(visions=[date(2024, 10, 1)]), first=FIRST) == "De visie van 1 oktober 2024 gold."
    assert sentences.visions(all_of(visions=[date(2024, 10, 1), date(2025, 6, 3)]), first=FIRST) == (
        "Tot 3 juni 2025 gold de visie van 1 oktober 2024. Daarna geldt de visie van 3 juni 2025. De doelen zijn van die visie."
    )


@pytest.mark.parametrize(("first", "last", "words"), [
    (date(2025, 1, 1), date(2025, 12, 31), "2025"),
    (date(2025, 4, 1), date(2025, 6, 30), "het tweede kwartaal van 2025"),
    (date(2025, 7, 1), date(2026, 6, 30), "het derde kwartaal van 2025 tot en met het tweede kwartaal van 2026"),
])
def test_the_period_in_words(first, last, words):
    assert sentences.period_words(first, last) == words


@pytest.mark.parametrize("text", [
    "Er is minder radicalisering.", "Extremisme is gedaald.", "Wij voorkwamen een aanslag.", "Radicalisering is afgenomen in Noord.",
    "Less radicalisation was seen.", "De terreurdreiging, ook terrorisme, daalt.",
])
def test_a_text_that_claims_that_radicalisation_fell_is_seen(text):
    assert SAYS_IT_FELL.is_found(text)


@pytest.mark.parametrize("text", [
    "Wij houden meer beloften.", "Wij spraken over radicalisering. Er kwamen minder mensen dan vorig jaar.", "Een vorm van extremisme kreeg aandacht.",
    "Minder dan vijf mensen zijn jonger dan 27.",
])
def test_other_texts_are_left_alone(text):
    assert not SAYS_IT_FELL.is_found(text)


def filled(text, figures, code="own"):
    filling = Filling(figures=figures, municipality="Waterveen", period="2025", vision="De visie gold.", money=["A.", "B."])
    return filling.fill(Part(code=code, title="", text=text))


def test_a_template_becomes_sentences_and_lists():
    lines = {"evaluations.learned": [Line(title="Antwoord duurde te lang", text="Elk idee heeft nu een eigenaar.")]}
    told = all_of([frozen("signals.kept", share(33, 33))], lines=lines)

    assert filled("{municipality}, {period}. {signals.kept}\n{money}\n{evaluations.learned}\n{vision}", told) == (
        "Waterveen, 2025. Alle 33 beloften over zorgen zijn op tijd nagekomen.\nA.\nB.\n"
        "- Antwoord duurde te lang. Elk idee heeft nu een eigenaar.\nDe visie gold."
    )


def test_lines_that_fail_and_lines_that_nobody_tells_are_said():
    told = all_of(lines={"evaluations.learned": None, "initiatives.done": []})

    assert filled("{evaluations.learned}", told) == "Dit kon niet worden geteld."
    assert filled("{initiatives.done}", told) == "Over deze periode is niets te vertellen."
    assert filled("{keyfigures.mix}", told) == "Dit is niet gemeten."


def test_on_the_first_page_a_list_has_three_items_and_in_the_annex_all():
    told = all_of(lines={"keyfigures.mix": [Line(title=f"Regel {each}", text="") for each in range(5)]})

    assert filled("{keyfigures.mix}", told, code="network").count("- ") == 3
    assert filled("{keyfigures.mix}", told, code="diversity").count("- ") == 5


def test_a_code_that_disappeared_is_said_and_breaks_nothing():
    assert filled("Kijk: {oude.code}", all_of()) == "Kijk: Het cijfer “oude.code” uit het sjabloon bestaat niet meer."


def test_what_a_template_may_not_ask():
    known = {"signals.kept", *WORDINGS}

    assert unknown_in("{signals.kept} en {signals.keept}", known=known) == ["signals.keept"]
    assert unknown_in("Losse { accolade", known=known) == ["{"]
    assert unknown_in("Geen cijfers", known=known) == []
