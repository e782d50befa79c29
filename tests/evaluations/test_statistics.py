"""Our figures beside those of a second tool."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from evaluations import statistics

SCORES = st.dictionaries(st.integers(0, 10), st.integers(1, 40), min_size=1)


def spread_out(counts):
    return [score for score, number in counts.items() for _ in range(number)]


@given(SCORES)
def test_the_mean_is_that_of_scipy(counts):
    assert statistics.mean(counts) == pytest.approx(stats.tmean(spread_out(counts)))


@given(SCORES)
def test_shares_are_the_relative_frequencies_of_scipy(counts):
    number = sum(counts.values())
    theirs = stats.relfreq(spread_out(counts), numbins=11, defaultreallimits=(-0.5, 10.5)).frequency

    assert [statistics.share(counts.get(score, 0), number) for score in range(11)] == pytest.approx(list(theirs))


@given(st.lists(st.floats(1, 5), min_size=1, max_size=20))
def test_the_index_is_the_mean_of_the_means(means):
    assert statistics.index(means) == pytest.approx(stats.tmean(means))


def test_there_is_no_index_when_a_question_cannot_be_told():
    assert statistics.index([4.0, None, 3.0]) is None
    assert statistics.index([]) is None


@given(st.dictionaries(st.integers(0, 30), st.floats(1, 5)), st.dictionaries(st.integers(0, 30), st.floats(1, 5)))
def test_the_largest_gap_comes_first_as_scipy_ranks_them(ours, theirs):
    found = statistics.gaps(ours, theirs)

    ranks = stats.rankdata([-abs(gap) for _key, gap in found], method="min")
    assert list(ranks) == sorted(ranks)
    assert {key for key, _gap in found} == ours.keys() & theirs.keys()
    assert all(gap == theirs[key] - ours[key] for key, gap in found)


def test_the_gap_tells_who_is_higher():
    assert statistics.gaps({"a": 3.0, "b": 2.0, "only ours": 1.0}, {"a": 3.5, "b": 1.0, "only theirs": 5.0}) == [("b", -1.0), ("a", 0.5)]


def test_no_question_is_both_strong_and_weak():
    means = {"a": 4.5, "b": 4.0, "c": 3.0, "d": 2.0, "e": 1.0}

    assert statistics.extremes(means, most=5) == (["a", "b"], ["e", "d"])
    assert statistics.extremes(means, most=1) == (["a"], ["e"])
    assert statistics.extremes({"a": 4.5}, most=5) == ([], [])


@pytest.mark.parametrize(("number", "half"), [(4.0, 4.0), (4.2, 4.0), (4.25, 4.0), (4.26, 4.5), (4.74, 4.5), (4.75, 5.0), (0.1, 0.0)])
def test_halves(number, half):
    assert statistics.nearest_half(number) == half


def test_a_share_of_nothing_is_nothing():
    assert statistics.share(0, 0) == 0
