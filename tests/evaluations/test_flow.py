from uuid import UUID

from evaluations.flow import Choice, Item, Page, asked, broken, of_asked, unanswered

GOES, WHY, HOW, END = (UUID(int=number) for number in range(1, 5))
YES_NO = (Choice(code="a", words="Ja"), Choice(code="b", words="Nee"))


def page(number, *items):
    return Page(uuid=UUID(int=100 + number), title=f"Deel {number}", items=items)


def question(identity, kind="scale", **values):
    return Item(identity=identity, kind=kind, words=f"Vraag {identity.int}", **values)


def looking_at_the_first(identity, *answers, **values):
    return question(identity, shown_if=GOES, shown_if_answers=answers, **values)


PAGES = [
    page(1, question(GOES, "one", choices=YES_NO, is_required=True)),
    page(2, looking_at_the_first(WHY, "b", is_required=True)),
    page(3, question(HOW, "several", choices=YES_NO), question(END, "open")),
]


def identities(pages):
    return [[item.identity.int for item in each.items] for each in pages]


def test_a_question_that_looks_at_another_is_asked_with_the_right_answer_only():
    assert identities(asked(PAGES, {GOES: ("b",)})) == [[1], [2], [3, 4]]
    assert identities(asked(PAGES, {GOES: ("a",)})) == [[1], [3, 4]]


def test_without_an_answer_to_the_earlier_one_it_is_not_asked():
    assert identities(asked(PAGES, {})) == [[1], [3, 4]]


def test_a_page_keeps_the_questions_that_are_asked_always():
    pages = [PAGES[0], page(2, looking_at_the_first(WHY, "b"), question(END))]
    assert identities(asked(pages, {GOES: ("a",)})) == [[1], [4]]


def test_what_looks_at_a_question_that_is_not_asked_is_not_asked_either():
    chain = [*PAGES[:2], page(3, question(HOW, shown_if=WHY, shown_if_answers=("1", "2")))]
    assert identities(asked(chain, {GOES: ("b",), WHY: ("2",)})) == [[1], [2], [3]]
    assert identities(asked(chain, {GOES: ("a",), WHY: ("2",)})) == [[1]]


def test_of_several_answers_one_is_enough():
    pages = [page(1, question(HOW, "several", choices=YES_NO)), page(2, question(END, shown_if=HOW, shown_if_answers=("b",)))]
    assert identities(asked(pages, {HOW: ("a", "b")})) == [[3], [4]]


def test_an_answer_given_before_she_changed_her_mind_is_left_out():
    answers = {GOES: ("a",), WHY: ("4",), END: ("Bel vaker",), HOW: ()}
    assert of_asked(PAGES, answers) == {GOES: ("a",), END: ("Bel vaker",)}


def test_what_must_be_answered_and_is_not_is_named_with_its_page():
    assert [(each.title, item.identity.int) for each, item in unanswered(PAGES, {GOES: ("b",), WHY: ("",)})] == [("Deel 2", 2)]
    assert unanswered(PAGES, {GOES: ("a",)}) == []


def test_a_question_can_only_look_at_an_earlier_page():
    same_page = [page(1, question(GOES, "one", choices=YES_NO), looking_at_the_first(WHY, "b"))]
    assert [item.identity.int for item in broken(same_page)] == [2]
    assert [item.identity.int for item in broken([PAGES[1], PAGES[0]])] == [2]
    assert broken(PAGES) == []


def test_a_question_cannot_wait_for_an_answer_that_nobody_can_give():
    pages = [PAGES[0], page(2, looking_at_the_first(WHY, "b", "z"))]
    assert [item.identity.int for item in broken(pages)] == [2]
    own_words = [page(1, question(GOES, "open")), page(2, looking_at_the_first(WHY, "a"))]
    assert [item.identity.int for item in broken(own_words)] == [2]
