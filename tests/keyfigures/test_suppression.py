from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keyfigures import suppression
from keyfigures.suppression import publish
from tests.keyfigures.attack import Attack, profiles

# A person can have two types and be active in two areas; an age comes once.
TRAITS = {"type": (("doer", "critic", "connector"), False), "area": (("north", "middle", "south"), False), "age": (("young", "old"), True)}
FEW = {"type": (("doer", "critic"), False), "area": (("north", "south", "west"), True), "age": (("young", "old"), True)}


def published(network, traits=TRAITS, left_out=()):
    return publish(network, traits={name: values for name, (values, _one) in traits.items()}, crosses=list(combinations(traits, 2)), left_out=left_out)


def by_lot(network, seed=1):
    return suppression.draw(network, lot=Random(seed))


def facts_of(report):
    """Every number that is told, by the values that it is about."""
    facts = {frozenset({(trait, value)}): shown for trait, values in report.traits.items() for value, shown in values.items()}
    for (rows, columns), cells in report.crosses.items():
        facts |= {frozenset({(rows, row), (columns, column)}): shown for (row, column), shown in cells.items()}
    return facts


def counted(network, key):
    return sum(key <= person for person in network)


def is_true(facts, network):
    """Whether all that is told holds for this network: "nobody" is nobody, "5 or more" is 5 or more."""
    return all(shown is None or (counted(network, key) == 0 if shown == 0 else counted(network, key) >= shown) for key, shown in facts.items())


def networks(traits, most=70):
    """Networks of all sizes, with many who are alike: those are where hidden numbers can be worked out."""
    ways = profiles(traits)

    @st.composite
    def draw_network(draw):
        kinds = draw(st.lists(st.sampled_from(ways), min_size=1, max_size=8, unique=True))
        sizes = draw(st.lists(st.sampled_from([1, 1, 2, 3, 4, 4, 5, 5, 6, 9, 10, 14, 15]), min_size=len(kinds), max_size=len(kinds)))
        return [kind for kind, size in zip(kinds, sizes, strict=True) for _ in range(size)][:most]

    return draw_network()


def some(count, *values):
    names = {value: trait for trait, (all_of_it, _one) in TRAITS.items() for value in all_of_it}
    return [frozenset((names[value], value) for value in values)] * count


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (9, 5), (10, 10), (53, 50)])
def test_a_number_alone_is_rounded_down_to_fives_and_hidden_below_five(count, shown):
    assert suppression.rounded(count) == shown


def test_small_numbers_are_hidden_and_nobody_is_told():
    network = some(7, "north") + some(3, "south")

    assert published(network).traits["area"] == {"north": 5, "middle": 0, "south": None}


def test_four_people_are_not_counted_so_a_number_just_above_the_limit_can_hide_with_the_small_ones():
    network = some(7, "north") + some(3, "south")

    assert published(network, left_out=[0, 1, 2, 7]).traits["area"] == {"north": None, "middle": 0, "south": None}


def test_that_nobody_is_somewhere_is_told_only_when_it_holds_for_those_who_were_left_out_too():
    network = some(12, "north") + some(2, "middle") + some(9, "south")

    assert published(network, left_out=[12, 13, 14, 15]).traits["area"] == {"north": 10, "middle": None, "south": 5}


def test_the_lot_takes_four_people_and_no_one_twice():
    network = some(30, "north") + some(1, "south")

    assert len(set(by_lot(network))) == 4
    assert 30 not in by_lot(network)  # she is the only one in the south
    assert sorted(by_lot(some(3, "north"))) == [0, 1, 2]


def test_that_nobody_has_a_value_is_not_told_of_four_people():
    assert published(some(2, "north") + some(2, "south")).traits["area"] == {"north": None, "middle": None, "south": None}


def test_that_nobody_has_a_value_is_not_told_when_all_who_answered_are_the_same():
    assert published(some(12, "north") + some(18, "doer")).traits["area"] == {"north": 10, "middle": None, "south": None}


def test_no_table_over_two_traits_below_twenty_people():
    assert published(some(10, "doer", "north") + some(9, "critic", "south")).crosses == {}
    assert len(published(some(10, "doer", "north") + some(10, "critic", "south")).crosses) == 3


def test_nobody_in_a_cell_is_told_when_five_or_more_are_in_its_row_and_in_its_column():
    network = some(7, "doer", "south") + some(6, "doer", "middle") + some(8, "critic", "north") + some(3, "connector", "north")

    assert published(network).crosses["type", "area"]["doer", "north"] == 0


def test_nobody_in_a_cell_is_not_told_of_a_small_group():
    """Who knows one of three connectors would learn that she is not in the south."""
    network = some(7, "doer", "south") + some(6, "doer", "middle") + some(8, "critic", "south") + some(2, "connector", "north") + some(1, "connector", "middle")

    assert published(network).crosses["type", "area"]["connector", "south"] is None


def test_nobody_in_a_cell_is_not_told_when_all_of_its_row_are_in_one_other_cell():
    """Else each of the eight critics would be told to be in the north."""
    network = some(7, "doer", "south") + some(6, "doer", "north") + some(8, "critic", "north")

    assert published(network).crosses["type", "area"]["critic", "south"] is None


@given(networks(TRAITS), st.integers(0, 99))
@settings(max_examples=200)
def test_what_is_told_is_true_and_no_small_number_is_told(network, seed):
    facts = facts_of(published(network, left_out=by_lot(network, seed)))

    assert is_true(facts, network)
    assert all(shown in {0, None} or (shown % 5 == 0 and shown >= 5) for shown in facts.values())


@given(networks(TRAITS), st.integers(0, 99))
@settings(max_examples=100)
def test_each_hidden_number_can_be_one_to_four_in_networks_of_the_same_size_of_which_the_same_is_told(network, seed):
    """All tables together: for each hidden number and each of 1 to 4 we make a network of which all that is told is true."""
    left_out = by_lot(network, seed)
    rest = [person for who, person in enumerate(network) if who not in left_out]
    facts = facts_of(published(network, left_out=left_out))
    for key, shown in facts.items():
        if shown is None and len(network) >= 5:
            for wanted in range(1, 5):
                other = another_network(rest, key, wanted)
                assert len(other) == len(network)
                assert counted(other, key) == wanted
                assert is_true(facts, other)


def another_network(rest, key, wanted):
    """`rest` and four people more. Who has all of `key` can be two people with one value each; who is added has nothing else."""
    other, here = list(rest), counted(rest, key)
    for _ in range(max(0, here - wanted)):
        person = next(person for person in other if key <= person)
        first, *_others = sorted(key)
        other.remove(person)
        other += [person - {first}, person - (key - {first})] if len(key) > 1 else [person - key]
    other += [key] * max(0, wanted - here)
    return other + [frozenset()] * (len(rest) + 4 - len(other))


@given(networks(TRAITS), st.integers(0, 99))
@settings(max_examples=100)
def test_the_very_same_page_is_made_of_five_different_numbers_in_a_hidden_cell(network, seed):
    """Also for who knows exactly how we count, and how large the network is: not known to her is only who the four are."""
    left_out = by_lot(network, seed)
    rest = [person for who, person in enumerate(network) if who not in left_out]
    report = published(network, left_out=left_out)
    for key in [key for key, shown in facts_of(report).items() if shown is None and counted(rest, key) and nobody_is_missed(network, rest)]:
        numbers = set()
        for many in range(5):
            other = [person if who not in left_out else (key if left_out.index(who) < many else frozenset()) for who, person in enumerate(network)]
            numbers.add(counted(other, key))
            assert published(other, left_out=left_out) == report
        assert len(numbers) == 5


def nobody_is_missed(network, rest):
    """The four are nowhere the only ones: the lot sees to that where there are enough people."""
    cells = [frozenset(cell) for person in network for size in (1, 2) for cell in combinations(person, size)]
    return len(network) - len(rest) == 4 and all(counted(rest, cell) for cell in cells)


@given(networks(FEW, most=60), st.integers(0, 99))
@settings(max_examples=25, derandomize=True)
def test_who_solves_for_a_hidden_number_with_all_tables_and_the_exact_size_finds_one_to_four(network, seed):
    """Linear programming over every way to answer: an attack that knows nothing of how the proof above is made."""
    facts = facts_of(published(network, FEW, left_out=by_lot(network, seed)))
    told = {key: (0, 0) if shown == 0 else (shown or 0, None) for key, shown in facts.items()}
    attack = Attack(profiles(FEW), told, (len(network), len(network)))
    for key in [key for key, shown in facts.items() if shown is None]:
        least, most = attack.range_of(key)
        assert least <= 1
        assert most >= min(4, len(network))


def test_the_attack_bites():
    """Without leaving people out, 20 of 21 in the north would tell that one at the most is in the south."""
    told = {frozenset({("area", "north")}): (20, None), frozenset({("area", "south")}): (0, None)}
    attack = Attack(profiles({"area": (("north", "south"), True)}), told, (21, 21))

    assert attack.range_of(frozenset({("area", "south")})) == (0, 1)


@given(st.dictionaries(st.sampled_from("abcdefg"), st.sets(st.integers(0, 30)), max_size=7))
def test_no_group_of_kinds_nor_any_sum_or_difference_is_about_one_to_four_people_unless_all_are(people):
    groups = suppression.in_groups(people)

    assert sorted(kind for group in groups for kind in group) == sorted(people)
    everybody = set().union(*people.values())
    for size in range(1, len(groups) + 1):
        for some in combinations(groups, size):
            about = set().union(*(people[kind] for group in some for kind in group))
            assert len(about) not in {1, 2, 3, 4} or about == everybody


def test_kinds_of_five_people_or_more_stand_alone():
    five, six, two = set(range(5)), set(range(6)), {7, 8}

    assert suppression.in_groups({"a": six, "b": five, "c": set()}) == [("a",), ("b",), ("c",)]
    assert suppression.in_groups({"a": six, "b": two, "c": five}) == [("a",), ("b", "c")]
    assert suppression.in_groups({"a": six, "b": two, "c": {1, 2, 3}}) == [("a",), ("b", "c")]
    assert suppression.in_groups({"a": two, "b": set()}) == [("b",), ("a",)]
