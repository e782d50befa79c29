"""Somebody who tries to work out what a report hides: exact linear programming over every network that fits what is told."""

from fractions import Fraction
from itertools import chain, combinations, product


def profiles(traits):
    """Every way a person can answer: {"type": {...values}} as a frozenset of (trait, value)."""
    ways = []
    for name, (values, one_each) in traits.items():
        subsets = [(), *((value,) for value in values)] if one_each else list(chain.from_iterable(combinations(values, n) for n in range(len(values) + 1)))
        ways.append([frozenset((name, value) for value in subset) for subset in subsets])
    return [frozenset().union(*parts) for parts in product(*ways)]


class Attack:
    """`told`: number of people with all of these values → (least, most or None)."""

    def __init__(self, everybody, told, people):
        rows = [({index: 1 for index, profile in enumerate(everybody) if key <= profile}, bound) for key, bound in told.items()]
        rows.append((dict.fromkeys(range(len(everybody)), 1), people))
        self.everybody = everybody
        self.solver = Solver(len(everybody), rows)

    def range_of(self, key):
        """The least and the most people that can have all values of `key`; the most is None when there is no end."""
        cells = {index for index, profile in enumerate(self.everybody) if key <= profile}
        return self.solver.least(cells), self.solver.most(cells)


class Solver:
    """A simplex in whole fractions. Variables are 0 or more; each row of numbers has a least and a most."""

    def __init__(self, count, rows):
        lines = []
        for coefficients, (least, most) in rows:
            lines.append(({index: -number for index, number in coefficients.items()}, -least))
            if most is not None:
                lines.append((dict(coefficients), most))
        self.count = count
        width = count + len(lines)
        self.table, self.basis = [], []
        for number, (coefficients, right) in enumerate(lines):
            row = [Fraction(0)] * (width + 1)
            for index, value in coefficients.items():
                row[index] = Fraction(value)
            row[count + number] = Fraction(1)
            row[width] = Fraction(right)
            self.table.append(row)
            self.basis.append(count + number)
        self._make_feasible()

    def _make_feasible(self):
        """Dual simplex with no goal: every row that asks for less than nothing is mended in turn (Bland's rule)."""
        while True:
            bad = [number for number, row in enumerate(self.table) if row[-1] < 0]
            if not bad:
                return
            number = min(bad, key=lambda each: self.basis[each])
            row = self.table[number]
            column = next((index for index in range(len(row) - 1) if row[index] < 0), None)
            assert column is not None, "nothing fits what is told"
            self._pivot(number, column)

    def _pivot(self, number, column):
        row = self.table[number]
        by = row[column]
        row = self.table[number] = [value / by if value else value for value in row]
        filled = [index for index, value in enumerate(row) if value]
        for other, line in enumerate(self.table):
            factor = line[column]
            if other != number and factor:
                for index in filled:
                    line[index] -= factor * row[index]
        self.basis[number] = column

    def most(self, cells):
        return self._most_of(dict.fromkeys(cells, 1))

    def least(self, cells):
        most = self._most_of(dict.fromkeys(cells, -1))
        return -most

    def _most_of(self, weights):
        goal = [Fraction(weights.get(index, 0)) for index in range(len(self.table[0]) - 1)] + [Fraction(0)]
        for number, basic in enumerate(self.basis):
            if goal[basic]:
                factor = goal[basic]
                goal = [left - factor * right for left, right in zip(goal, self.table[number], strict=True)]
        while True:
            column = next((index for index in range(len(goal) - 1) if goal[index] > 0), None)
            if column is None:
                return -goal[-1]
            limits = [(row[-1] / row[column], self.basis[number], number) for number, row in enumerate(self.table) if row[column] > 0]
            if not limits:
                return None
            self._pivot(min(limits)[2], column)
            pivot = next(number for number, basic in enumerate(self.basis) if basic == column)
            factor = goal[column]
            goal = [left - factor * right for left, right in zip(goal, self.table[pivot], strict=True)]
