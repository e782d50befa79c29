"""Nobody's answer is certain: not from a question, not from all of them, not from two rounds, not for who knows her own."""

from collections import defaultdict
from itertools import combinations_with_replacement, product
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluations import suppression
from evaluations.suppression import Asked, Bound, Number, Told

SCALE = ("1", "2", "3", "4", "5")
TEN = tuple(str(number) for number in range(11))
A, B, C = (UUID(int=number) for number in (1, 2, 3))


def counts_of(answers, codes):
    return {code: sum(code in answer for answer in answers) for code in codes}


def page_of(kind, answers, codes):
    """What everybody can read when these people answered this."""
    return suppression.told(kind, counts_of(answers, codes), len(answers))


def frozen(told):
    return (told.answered, told.unknown, tuple(sorted(told.bands.items(), key=str)), tuple(sorted(told.codes.items(), key=str)), told.mean)


def worlds(kind, possible, codes, people):
    """All that so many people can have answered, by what is told of it."""
    found = defaultdict(list)
    for answers in combinations_with_replacement(possible, people):
        found[frozen(page_of(kind, answers, codes))].append(answers)
    return found


def without(answers, one):
    rest = list(answers)
    rest.remove(one)
    return rest


def band_of(kind, answer, codes):
    return next(band for band, inside in suppression.bands_of(kind, codes).items() if answer in inside)


class TestNobodyIsRevealed:
    """Every possible set of answers of five, six and seven people, to each kind of question."""

    @pytest.mark.parametrize("people", [5, 6, 7])
    @pytest.mark.parametrize(("kind", "codes"), [("scale", SCALE), ("one", ("a", "b")), ("one", ("a", "b", "c", "d")), ("ten", TEN)])
    def test_by_one_answer(self, kind, codes, people):
        for same_page in worlds(kind, codes, codes, people).values():
            readers = {answer for answers in same_page for answer in answers}
            for own in [None, *readers]:
                seen = set()
                for answers in same_page:
                    if own is not None and own not in answers:
                        continue
                    others = without(answers, own) if own else answers
                    seen.add(frozenset(band_of(kind, other, codes) for other in others))
                assert any(len(bands) > 1 for bands in seen), (same_page, own)

    @pytest.mark.parametrize(("people", "choices"), [(5, 2), (6, 2), (9, 2), (5, 3), (6, 3), (7, 3)])
    def test_by_ticking_several(self, people, choices):
        codes = tuple("abc"[:choices])
        profiles = [tuple(code for code, ticked in zip(codes, bits, strict=True) if ticked) for bits in product([True, False], repeat=choices) if any(bits)]
        for same_page in worlds("several", profiles, codes, people).values():
            readers = {answer for answers in same_page for answer in answers}
            for own, code in product([None, *readers], codes):
                mine = [answers for answers in same_page if own is None or own in answers]
                others = [without(answers, own) if own else answers for answers in mine]
                assert {code in other for each in others for other in each} == {True, False}, (same_page, own, code)

    @given(st.data())
    def test_by_comparing_rounds_of_nearly_the_same_people(self, data):
        """In each round any of them can have said something else while all that is told, of all rounds, stays as it is."""
        rounds = [data.draw(st.lists(st.sampled_from(SCALE), min_size=5, max_size=12)) for _ in range(data.draw(st.integers(1, 4)))]
        pages = [frozen(page_of("scale", answers, SCALE)) for answers in rounds]

        for turn, answers in enumerate(rounds):
            person = data.draw(st.integers(0, len(answers) - 1))
            other = otherwise(answers, person)
            assert band_of("scale", other[person], SCALE) != band_of("scale", answers[person], SCALE)
            assert [frozen(page_of("scale", other if place == turn else each, SCALE)) for place, each in enumerate(rounds)] == pages


def otherwise(answers, person):
    """The same people, but this one in another band; what is told stays as it is."""
    mine = band_of("scale", answers[person], SCALE)
    for place, answer in enumerate(answers):  # two can have said what the other said
        if band_of("scale", answer, SCALE) != mine:
            swapped = list(answers)
            swapped[person], swapped[place] = answer, answers[person]
            return swapped
    page = frozen(page_of("scale", answers, SCALE))
    for changed in product(SCALE, repeat=2):  # she, and if need be one more so that the mean in halves stays
        for place in range(len(answers)):
            tried = list(answers)
            tried[place], tried[person] = changed[1], changed[0]
            if band_of("scale", changed[0], SCALE) != mine and frozen(page_of("scale", tried, SCALE)) == page:
                return tried
    raise AssertionError(answers)


class TestWhatIsTold:
    def test_exactly_when_people_differ(self):
        told = suppression.told("scale", {"1": 1, "2": 0, "3": 2, "4": 4, "5": 3, "x": 2}, 10)

        assert told == Told(
            kind="scale", answered=10, unknown=2, mean=3.8, bands={"high": Number(value=7), "middle": Number(value=2), "low": Number(value=1)},
            codes={"1": Number(value=1), "2": Number(value=0), "3": Number(value=2), "4": Number(value=4), "5": Number(value=3)},
        )
        assert not told.is_about

    @pytest.mark.parametrize("counts", [{"4": 5, "5": 5, "1": 0}, {"4": 4, "5": 5, "1": 1}, {"4": 4, "5": 4, "1": 1, "2": 1}])
    def test_all_alike_and_all_but_one_or_two_read_the_same(self, counts):
        told = suppression.told("scale", counts, 10)

        assert told == Told(kind="scale", answered=10, bands={"high": Number(value=8, bound=Bound.LEAST)}, mean=4.5)
        assert told.is_about

    def test_a_list_has_no_mean_and_each_answer_is_a_band(self):
        told = suppression.told("one", {"a": 4, "b": 3}, 7)

        assert (told.mean, told.bands) == (None, {"a": Number(value=4), "b": Number(value=3)})

    def test_of_several_few_and_nearly_all_are_told_as_a_bound(self):
        told = suppression.told("several", {"a": 10, "b": 5, "c": 1, "d": 0}, 10)

        assert told.bands == {
            "a": Number(value=8, bound=Bound.LEAST), "b": Number(value=5), "c": Number(value=2, bound=Bound.MOST), "d": Number(value=2, bound=Bound.MOST),
        }

    def test_from_0_to_10(self):
        told = suppression.told("ten", {"10": 1, "8": 2, "7": 2, "6": 1, "5": 1, "0": 1}, 8)

        assert told.bands == {"high": Number(value=3), "middle": Number(value=3), "low": Number(value=2)}
        assert told.mean == 6.375


class TestQuestionsThatFollowFromAnAnswer:
    def test_a_follow_up_is_told_when_the_answer_before_it_is_told_exactly(self):
        questions = [Asked(identity=A, kind="one"), Asked(identity=B, kind="scale", parent=A)]
        outcomes = {A: ({"yes": 6, "no": 5}, 11), B: ({"1": 3, "5": 3}, 6)}

        assert set(suppression.all_told(questions, outcomes)) == {A, B}

    def test_else_it_would_tell_how_many_gave_that_answer(self):
        questions = [Asked(identity=A, kind="one"), Asked(identity=B, kind="scale", parent=A), Asked(identity=C, kind="scale", parent=B)]
        outcomes = {A: ({"yes": 10, "no": 0}, 10), B: ({"1": 5, "5": 5}, 10), C: ({"1": 5, "5": 5}, 10)}

        assert set(suppression.all_told(questions, outcomes)) == {A}

    def test_also_when_nothing_is_told_of_the_answer_before_it(self):
        assert suppression.all_told([Asked(identity=B, kind="scale", parent=uuid4())], {B: ({"1": 3, "5": 3}, 6)}) == {}
