"""Which numbers about people may be shown: one function for all tables of a report together. Pure: no database, no clock.

The rule, as the pages tell it (domain R9; docs/decisions/0013):

- before counting, four people are left out by lot; nobody knows who;
- a number is told as "5 or more", "10 or more": rounded down to fives;
- fewer than that is "too few to show", the same words for 1 to 4 and for what hides with them;
- "none" is told only where it says nothing about each person of a small or uniform group;
- how many left a question empty is told nowhere; no table over two traits below 20 people; no percentages.

Why that is enough. A reader learns "nobody" and "at least", and she may know exactly how many people there are. Each such
sentence is true already without the four. So the four can be anything she does not know: all of them in a hidden cell, or
needed because those whom she takes for one person are two. A hidden number can therefore be 1, 2, 3 or 4 in networks of which
the same is told, in all tables at once; tests/keyfigures/test_suppression.py makes those networks.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

SMALL = 5  # fewer are not shown; also the step of rounding
LEFT_OUT = SMALL - 1  # people who are not counted, by lot
CROSS = 20  # people that a table over two traits needs, and a share of a group
PERCENT = 10  # of fewer a percentage says too much about each

# "5 or more" is 5, nobody is 0, too few to show is None.
Shown = int | None
Value = tuple[str, str]  # trait and value: ("area", "noord")
Answers = frozenset[Value]  # what one person told; she can have two values of a trait, or none
Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Published:
    """What a report may show. `crosses` is empty when there are too few people for it."""

    people: Shown
    traits: dict[str, dict[str, Shown]]
    crosses: dict[Pair, dict[Pair, Shown]] = field(default_factory=dict)


def rounded(count: int) -> Shown:
    """A number that stands alone, such as how many joined in a year."""
    if count == 0:
        return 0
    return None if count < SMALL else count - count % SMALL


def share_of(part: int, whole: int) -> int | None:
    """So many percent of a group of people at least, in fives; None for a group below 20.

    Who knows how large the group is learns only in which five the others are: 0 to 4 of them, 5 to 9, … So a share of all, or of
    nearly all, is told with the same words, and so is none or nearly none. Neither the part nor the rest is ever certain.
    """
    if whole < CROSS:
        return None
    rest = whole - part
    at_least = whole - (rest - rest % SMALL + LEFT_OUT)
    return _in_fives(at_least, whole) if at_least >= SMALL else 0


def share_kept(part: int, whole: int, *, about: int) -> int | None:
    """So many percent at least, in fives, of promises to people: how many there were is not told. None below ten, or when `about` fewer than five.

    All is only told of all: that the municipality kept its word says nothing about anybody.
    """
    return None if whole < PERCENT or about < SMALL else _in_fives(part, whole)


def _in_fives(part: int, whole: int) -> int:
    percent = 100 * part // whole
    return percent - percent % SMALL


def told_any(people: Sequence[Answers], trait: str, *, left_out: Collection[int]) -> Shown:
    """How many told anything of a trait, counted as the tables of the same report are: without the four. Never "nobody"."""
    counted = [person for who, person in enumerate(people) if who not in left_out]
    return rounded(sum(any(name == trait for name, _value in person) for person in counted)) or None


def in_groups(people: Mapping[str, Collection[int]]) -> list[tuple[str, ...]]:
    """Which kinds can be told apart, as groups: each group is about nobody, or about five people or more together.

    `people`: who is in each kind; somebody can be in more than one. Small kinds are one group, with the smallest of the others
    where that is not enough; only when everybody together is fewer than five, that one group is too small as well. No two groups
    share a kind: so no sum or difference of their numbers is about fewer than five people either.
    """
    small = [kind for kind, who in people.items() if 0 < len(set(who)) < SMALL]
    large = sorted((kind for kind, who in people.items() if len(set(who)) >= SMALL), key=lambda kind: len(set(people[kind])))
    if small and len({who for kind in small for who in people[kind]}) < SMALL:
        small += large[:1]
    alone: list[tuple[str, ...]] = [(kind,) for kind in people if kind not in small]
    return [*alone, tuple(kind for kind in people if kind in small)] if small else alone


def draw(people: Sequence[Answers], *, lot: Random) -> list[int]:
    """Whom not to count: four places in `people`. First those who are nowhere the only one, so that few cells become empty."""
    alone = {who for members in _by_cell(people).values() if len(members) == 1 for who in members}
    crowd = [who for who in range(len(people)) if who not in alone]
    chosen = lot.sample(crowd, min(LEFT_OUT, len(crowd)))
    others = [who for who in range(len(people)) if who not in chosen]
    return chosen + lot.sample(others, min(LEFT_OUT - len(chosen), len(others)))


def publish(people: Sequence[Answers], *, traits: Mapping[str, Sequence[str]], crosses: Collection[Pair] = (), left_out: Collection[int]) -> Published:
    """Everything that may be shown of a group of people at one moment; all tables of a report are asked at once.

    `traits`: the values of each trait, in the order of the page. `crosses`: pairs of traits. `left_out`: as drawn.
    """
    counted = [person for who, person in enumerate(people) if who not in left_out]
    crosses = crosses if len(people) >= CROSS else ()
    singles = {name: _single(people, counted, name, values) for name, values in traits.items()}
    return Published(
        people=rounded(len(people)),
        traits=singles,
        crosses={(rows, columns): _cross(people, counted, (rows, columns), traits, singles) for rows, columns in crosses},
    )


def _single(people: Sequence[Answers], counted: Sequence[Answers], trait: str, values: Sequence[str]) -> dict[str, Shown]:
    present = {value for value in values if _count(people, (trait, value))}
    # Of fewer than five people, and when all who answered are the same, "none" would say something about each of them.
    tells_nothing = len(people) >= SMALL and len(present) > 1
    return {value: _shown(_count(counted, (trait, value)), empty=value not in present, tells_nothing=tells_nothing) for value in values}


def _cross(
    people: Sequence[Answers], counted: Sequence[Answers], pair: Pair, traits: Mapping[str, Sequence[str]], singles: Mapping[str, Mapping[str, Shown]],
) -> dict[Pair, Shown]:
    rows, columns = pair
    cells = [(row, column) for row in traits[rows] for column in traits[columns]]
    filled = {cell for cell in cells if _count(people, (rows, cell[0]), (columns, cell[1]))}
    shown = {}
    for row, column in cells:
        uniform = sum(cell[0] == row for cell in filled) < 2 or sum(cell[1] == column for cell in filled) < 2  # noqa: PLR2004  one cell holds them all
        margins = (singles[rows][row], singles[columns][column])
        # Nobody is in a row of nobody; that is told already. Of a small row or column it is not told who is elsewhere.
        tells_nothing = 0 in margins or (None not in margins and not uniform)
        number = _count(counted, (rows, row), (columns, column))
        shown[row, column] = _shown(number, empty=(row, column) not in filled, tells_nothing=tells_nothing)
    return shown


def _shown(number: int, *, empty: bool, tells_nothing: bool) -> Shown:
    if empty:
        return 0 if tells_nothing else None
    return rounded(number) or None


def _count(people: Sequence[Answers], *values: Value) -> int:
    return sum(person.issuperset(values) for person in people)


def _by_cell(people: Sequence[Answers]) -> dict[frozenset[Value], set[int]]:
    """Who is in each cell of any table over one or two traits."""
    cells: dict[frozenset[Value], set[int]] = {}
    for who, person in enumerate(people):
        for first in person:
            for second in person:
                cells.setdefault(frozenset({first, second}), set()).add(who)
    return cells
