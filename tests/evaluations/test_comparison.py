from uuid import UUID

import pytest

from evaluations.comparison import compared

A, B, C, D = (UUID(int=number) for number in range(1, 5))


@pytest.mark.parametrize(
    ("answers", "gap", "unknown"),
    [(["1", "5"], 4, 0), (["2", "3", "5"], 3, 0), (["4", "4"], 0, 0), (["4", "x"], 0, 1), (["x", "x"], 0, 2), (["", "3"], 0, 0), ([], 0, 0)],
)
def test_the_gap_is_between_highest_and_lowest_and_not_knowing_is_no_answer(answers, gap, unknown):
    [row] = compared([A], {A: answers})

    assert (row.gap, row.unknown) == (gap, unknown)


def test_the_largest_gap_first_then_where_most_do_not_know_then_the_order_of_the_list():
    answers = {A: ["4", "4"], B: ["3", "x"], C: ["1", "5"], D: ["4", "5"]}

    assert [row.identity for row in compared([A, B, C, D], answers)] == [C, D, B, A]


def test_one_step_apart_is_no_difference_that_must_be_talked_about():
    near, far = compared([A, B], {A: ["4", "5"], B: ["3", "5"]})[::-1]

    assert (near.differs, far.differs) == (False, True)
