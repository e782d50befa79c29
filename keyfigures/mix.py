"""What is counted in the mix of a network, and the form in which figures are kept that may be shown. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Self

from keyfigures.catalogue import AgeBand, KnownBefore, ProfileType
from keyfigures.suppression import Pair, Published, Shown

TYPE, ROLE, AREA, AGE, KNOWN = "type", "role", "area", "age", "known"
TRAITS = (TYPE, ROLE, AREA, AGE, KNOWN)
PAIRS: tuple[Pair, ...] = tuple(combinations(TRAITS, 2))
# These are the same everywhere; roles and areas differ per municipality.
VALUES: dict[str, tuple[str, ...]] = {TYPE: tuple(ProfileType.values), AGE: tuple(AgeBand.values), KNOWN: tuple(KnownBefore.values)}
# In which order gaps are told: first whom the lesson names. Roles are no gap: what somebody chose not to do is nobody's loss.
GAPS = (TYPE, AREA, AGE, KNOWN)
GAP_PAIR: Pair = (TYPE, AREA)
MEDIAN_FROM = 10  # people; of fewer the middle one is somebody


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Only what may be shown: None is too few to show. `names`: those of areas and roles when it was counted. `with_role`: who chose a role.

    `joined` and `left` in twelve months, `ending`: expected to stop within twelve months, `median_years`: half of them takes
    part longer than this, `themes`: how often something was done on each theme in twelve months.
    """

    people: Shown
    traits: Mapping[str, Mapping[str, Shown]]
    crosses: Mapping[Pair, Mapping[Pair, Shown]]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    joined: Shown = None
    left: Shown = None
    ending: Shown = None
    with_role: Shown = None
    median_years: int | None = None
    themes: Mapping[str, Shown] = field(default_factory=dict)

    @classmethod
    def of(cls, published: Published, **more: Any) -> Self:  # noqa: ANN401  the other fields
        return cls(people=published.people, traits=published.traits, crosses=published.crosses, **more)

    def to_json(self) -> dict[str, Any]:
        """Everything that has an order as a list of pairs: the database keeps no order of names."""
        crosses = [[rows, columns, [[row, column, shown] for (row, column), shown in cells.items()]] for (rows, columns), cells in self.crosses.items()]
        numbers = {name: getattr(self, name) for name in ("people", "joined", "left", "ending", "with_role", "median_years")}
        return {**numbers, "traits": _listed(self.traits), "names": _listed(self.names), "crosses": crosses, "themes": list(self.themes.items())}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        crosses = {(rows, columns): {(row, column): shown for row, column, shown in cells} for rows, columns, cells in kept["crosses"]}
        named = {part: {name: dict(pairs) for name, pairs in kept[part]} for part in ("traits", "names")}
        return cls(**{**kept, **named, "crosses": crosses, "themes": dict(kept["themes"])})

    def gaps(self) -> Iterator[tuple[tuple[str, ...], Shown]]:
        """Whom the network misses, in the order in which it is told: value or (row, column) → nobody (0) or too few (None)."""
        singles = [((trait, value), shown) for trait in GAPS for value, shown in self.traits.get(trait, {}).items() if not shown]
        cells = [((*GAP_PAIR, row, column), 0) for (row, column), shown in self.crosses.get(GAP_PAIR, {}).items() if shown == 0 and self._both(row, column)]
        yield from ((key, shown) for key, shown in singles if shown == 0)
        yield from cells
        yield from ((key, shown) for key, shown in singles if shown is None)

    def _both(self, row: str, column: str) -> bool:
        """Where a whole row is empty, its cells are not told again."""
        return bool(self.traits[GAP_PAIR[0]][row] and self.traits[GAP_PAIR[1]][column])


def _listed(parts: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    return [[name, [list(pair) for pair in pairs.items()]] for name, pairs in parts.items()]
