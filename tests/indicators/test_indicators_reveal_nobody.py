"""All figures about people together, over two quarters, beside the page of the mix: nobody can work out a number that is not told.

The networks are those of tests/keyfigures/test_suppression.py. For each number that is hidden we look for another network with another
number there, of which every page and every figure is the same to the letter.
"""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import measuring, registry
from indicators.registry import Period
from keyfigures import deadlines, suppression
from keyfigures.actions import mix
from keyfigures.models.contact import ContactMoment
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AskFactory, HelpRequestFactory, KeyFigureFactory, RecognitionFactory
from tests.keyfigures.test_indicators import promise
from tests.keyfigures.test_suppression import by_lot, counted, facts_of, networks, nobody_is_missed

ROLES = {"type": (("doer", "critic", "connector"), False), "area": (("north", "south"), False), "role": (("prevent", "mediate"), False)}
QUARTERS, SHARES = (1, 2), ("spoken", "agreed", "learned", "thanked")  # each of who is active, at the end of a quarter


# ── one share by itself: every group, every number ──────────────────────────


@pytest.mark.parametrize("whole", [*range(20, 61), 99, 150])
def test_each_share_that_is_told_fits_five_numbers_or_more_for_who_knows_the_size_of_the_group(whole):
    told = defaultdict(list)
    for part in range(whole + 1):
        told[suppression.share_of(part, whole)].append(part)

    for percent, parts in told.items():
        assert len(parts) >= 5
        assert parts == list(range(parts[0], parts[-1] + 1))
        assert percent <= 100 * parts[0] / whole
        assert percent % 5 == 0
    assert set(range(5)) <= set(told[0])
    assert set(range(whole - 4, whole + 1)) <= set(told[max(told)])


@pytest.mark.parametrize("whole", range(20))
def test_below_twenty_people_no_share_is_told(whole):
    assert {suppression.share_of(part, whole) for part in range(whole + 1)} == {None}


def test_a_share_of_promises_tells_neither_how_many_there_were_nor_how_many_were_late():
    fits = defaultdict(set)
    for whole in range(10, 200):
        for part in range(whole + 1):
            fits[suppression.share_kept(part, whole, about=5)].add((part, whole))

    for percent, pairs in fits.items():
        assert len({whole for _part, whole in pairs}) >= 100, percent
        assert percent == 100 or len({whole - part for part, whole in pairs}) >= 5


@pytest.mark.parametrize(("whole", "about"), [(0, 0), (9, 9), (40, 4), (10, 1)])
def test_of_few_promises_or_about_few_things_nothing_is_told(whole, about):
    assert {suppression.share_kept(part, whole, about=about) for part in range(whole + 1)} == {None}


# ── everything together ─────────────────────────────────────────────────────


def shown(network, done, left_out):
    """All that anybody reads of two quarters. `done`: per quarter and share which people; who is active is the whole network."""
    report = suppression.publish(
        network, traits={name: values for name, (values, _one) in ROLES.items()}, crosses=[("type", "area"), ("type", "role"), ("area", "role")], left_out=left_out,
    )
    with_role = suppression.told_any(network, "role", left_out=left_out)
    shares = {(quarter, share): suppression.share_of(len(done[quarter, share]), len(network)) for quarter in QUARTERS for share in SHARES}
    return report, with_role, shares


@st.composite
def years(draw):
    """A network, what was done with whom in two quarters, and the lot."""
    network = draw(networks(ROLES))
    lot = Random(draw(st.integers(0, 10_000)))
    often = {(quarter, share): draw(st.sampled_from([0, 0.1, 0.5, 0.9, 1])) for quarter in QUARTERS for share in SHARES}
    done = {key: {who for who in range(len(network)) if lot.random() < chance} for key, chance in often.items()}
    return network, done, by_lot(network, draw(st.integers(0, 99)))


@given(years())
@settings(max_examples=150)
def test_each_number_behind_a_share_can_be_another_one_with_everything_that_is_told_the_same(year):
    network, done, left_out = year
    before = shown(network, done, left_out)
    for key, people in done.items():
        values = {len(people)}
        for who in range(len(network)):
            other = {**done, key: people ^ {who}}
            if shown(network, other, left_out) == before:
                values.add(len(other[key]))
        assert len(values) >= 2


@given(years())
@settings(max_examples=150)
def test_each_hidden_cell_of_the_mix_can_be_five_numbers_with_everything_that_is_told_the_same(year):
    """Also with the number of who chose a role beside it: the four who are not counted may have one or none."""
    network, done, left_out = year
    rest = [person for who, person in enumerate(network) if who not in left_out]
    before = shown(network, done, left_out)
    if not nobody_is_missed(network, rest):
        return
    for key in [key for key, number in facts_of(before[0]).items() if number is None and counted(rest, key)]:
        numbers = set()
        for many in range(5):
            other = [person if who not in left_out else (key if left_out.index(who) < many else frozenset()) for who, person in enumerate(network)]
            numbers.add(counted(other, key))
            assert shown(other, done, left_out) == before
        assert len(numbers) == 5


@given(years())
@settings(max_examples=100)
def test_who_chose_a_role_is_true_and_can_be_several_numbers(year):
    network, _done, left_out = year
    with_role = suppression.told_any(network, "role", left_out=left_out)
    chosen = sum(any(trait == "role" for trait, _value in person) for person in network)
    others = [
        [person if who not in left_out else frozenset({("role", "prevent")} if many > left_out.index(who) else ()) for who, person in enumerate(network)]
        for many in range(len(left_out) + 1)
    ]

    assert with_role is None or (chosen >= with_role >= 5 and with_role % 5 == 0)
    assert {suppression.told_any(other, "role", left_out=left_out) for other in others} == {with_role}
    assert len({sum(any(trait == "role" for trait, _value in person) for person in other) for other in others}) == len(left_out) + 1


# ── the same through the database ───────────────────────────────────────────

MARCH, JUNE = date(2026, 3, 31), date(2026, 6, 30)
COUNTED = datetime(2026, 2, 3, 12, tzinfo=UTC)


def measured(municipality, *ends):
    people = [each for each in registry.all_indicators() if each.counts_people]
    found = [measuring.measure(municipality, Period.year_until(end), indicators=people) for end in ends]
    return [{code: each.figure for code, each in figures.items()} for figures in found]


@pytest.fixture
def network(waterveen, marieke):
    """Of 26 people: with some was spoken, some were asked, helped and thanked, in two quarters."""
    lot = Random(11)
    figures = KeyFigureFactory.create_batch(26, municipality=waterveen, contact_person=marieke, network_roles=["prevent"], known_before=True)
    for figure in figures:
        for day in (date(2026, 3, 20), date(2026, 6, 20)):
            if lot.random() < 0.7:
                spoken(figure, day)
            at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            if lot.random() < 0.5:
                RecognitionFactory(key_figure=figure, given_at=at)
            AskFactory(key_figure=figure, asked_at=at)
            HelpRequestFactory(key_figure=figure, done=True, closed_at=at)
            promise(marieke, deadlines.HELP_OUTCOME, due_at=at, kept_at=at)
    mix.freeze(waterveen, at=COUNTED, lot=Random(7))
    return figures


def spoken(figure, day):
    return ContactMoment.objects.create(
        municipality=figure.municipality, key_figure=figure, logged_by=figure.contact_person, logged_at=COUNTED, on=day, how="call", occasion="quiet", topic="help",
    )


def test_one_contact_or_one_thanks_more_or_less_can_leave_two_reports_and_the_mix_as_they_are(waterveen, network):
    before = measured(waterveen, MARCH, JUNE)
    assert all(figures["keyfigures.contact"].value is not None and figures["keyfigures.thanked"].value is not None for figures in before)

    for day in (date(2026, 3, 20), date(2026, 6, 20)):
        without = [figure for figure in network if not figure.contacts.filter(on=day).exists()]
        unchanged = 0
        for figure in (without[0], network[0]):
            line = figure.contacts.filter(on=day).first()
            if line is None:
                line = spoken(figure, day)
                unchanged += measured(waterveen, MARCH, JUNE) == before
                line.delete()
            else:
                line.delete()
                unchanged += measured(waterveen, MARCH, JUNE) == before
                spoken(figure, day)
        assert unchanged


def test_whatever_happens_in_a_quarter_no_report_of_a_day_in_it_changes(waterveen, network, marieke):
    """So two reports can never be subtracted to find what happened in between."""
    days = [MARCH, *(date(2026, 4, 1) + timedelta(days=each) for each in (0, 1, 40, 89))]
    before = measured(waterveen, *days)
    assert all(figures == before[0] for figures in before)

    newcomer = KeyFigureFactory(municipality=waterveen, contact_person=marieke, joined_on=date(2026, 4, 20), agreement__holds_from=date(2026, 4, 20))
    spoken(newcomer, date(2026, 4, 21))
    for figure in network:
        spoken(figure, date(2026, 5, 2))
        RecognitionFactory(key_figure=figure, given_at=datetime(2026, 5, 2, 12, tzinfo=UTC))

    assert measured(waterveen, *days) == before


def test_a_report_says_nothing_of_another_municipality(waterveen, oeverland, network):
    assert len({str(figure) for figures in measured(oeverland, MARCH, JUNE) for figure in figures.values() if figure.value is not None}) == 0


def test_the_figures_and_the_page_of_the_mix_are_the_same_count(waterveen, network):
    MembershipFactory(municipality=waterveen)
    (figures,) = measured(waterveen, MARCH)

    assert figures["keyfigures.active"].value == 25
    assert figures["keyfigures.roles_chosen"].part == 20
    assert figures["keyfigures.new_people"].lack is not None  # nobody told to be new: all told the same
