"""Whatever was answered: what is kept is about five people or more, and ties no two answers of one person to each other."""

from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from evaluations import counted
from evaluations.flow import Choice, Item

CHOICES = (Choice(code="a", words="A"), Choice(code="b", words="B"), Choice(code="x", words="X"))
ITEMS = [
    Item(identity=UUID(int=1), kind="scale", words="Ik voel mij gehoord."),
    Item(identity=UUID(int=2), kind="ten", words="Zou u het aanraden?"),
    Item(identity=UUID(int=3), kind="one", words="Wanneer?", choices=CHOICES[:2]),
    Item(identity=UUID(int=4), kind="several", words="Wat nog meer?", choices=CHOICES[:2]),
    Item(identity=UUID(int=5), kind="open", words="Waar beginnen wij mee?"),
]


def answer_to(item):
    if item.kind == "open":
        return st.one_of(st.just([]), st.text(min_size=1, max_size=5).map(lambda text: [text]))
    if item.kind == "several":
        return st.lists(st.sampled_from(item.codes), unique=True)
    return st.one_of(st.just([]), st.sampled_from(item.codes).map(lambda code: [code]))


SHEET = st.tuples(*(answer_to(item) for item in ITEMS)).map(list)
SHEETS = st.lists(SHEET, max_size=16)


def kept(sheets):
    """All that is stored, without an order."""
    outcomes = {each.identity: (dict(each.counts), each.answered) for each in counted.outcomes(ITEMS, sheets)}
    return outcomes, Counter(counted.words(ITEMS, sheets))


@given(SHEETS)
def test_each_number_that_is_kept_is_about_five_people_or_more_who_knew_an_answer(sheets):
    for each in counted.outcomes(ITEMS, sheets):
        place = [item.identity for item in ITEMS].index(each.identity)
        answered = [sheet[place] for sheet in sheets if sheet[place] and sheet[place] != ["x"]]
        assert each.answered == len(answered) >= 5
        assert each.counts == {code: sum(code in sheet[place] for sheet in sheets) for code in ITEMS[place].codes}


@given(SHEETS)
def test_own_words_are_kept_of_ten_or_more_and_all_of_them(sheets):
    written = [sheet[4][0] for sheet in sheets if sheet[4]]

    assert Counter(text for _identity, text in counted.words(ITEMS, sheets)) == (Counter(written) if len(written) >= 10 else Counter())


@given(SHEETS, st.data())
def test_what_is_kept_is_the_same_whoever_gave_which_answers_together(sheets, data):
    columns = [data.draw(st.permutations([sheet[place] for sheet in sheets])) for place in range(len(ITEMS))]
    mixed = [list(row) for row in zip(*columns, strict=True)]

    assert kept(mixed) == kept(sheets)


@given(st.lists(SHEET, max_size=4))
def test_of_four_nothing_is_kept_whatever_they_answered(sheets):
    assert kept(sheets) == ({}, Counter())


@given(SHEETS, SHEET)
def test_one_person_more_shows_nothing_of_a_question_that_too_few_answered_before_and_after(sheets, one):
    before, after = kept(sheets)[0], kept([*sheets, one])[0]

    assert set(before) <= set(after)
    assert all(after[identity][1] - before[identity][1] in {0, 1} for identity in before)
    assert all(after[identity][1] == 5 for identity in set(after) - set(before))
