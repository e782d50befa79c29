from uuid import UUID

import pytest

from evaluations.flow import Choice, Item, Page
from evaluations.forms.answers import PageForm, name_of
from evaluations.languages import LANGUAGES
from evaluations.shipped import SURVEY
from evaluations.versions import pages_of, pages_of_shipped
from tests.factories.evaluations import published_version

FIRST, SECOND = UUID(int=1), UUID(int=2)
TWO = (Choice(code="a", words="Bellen"), Choice(code="b", words="Mailen"))


def form(*items, posted=None, **values):
    return PageForm(posted, page=Page(uuid=UUID(int=9), title="Samen", items=items), **values)


def labels(form, identity):
    return [str(label) for _value, label in form.fields[name_of(identity)].choices]


def test_the_scale_has_an_answer_for_who_does_not_know():
    scale = form(Item(identity=FIRST, kind="scale", words="Ik voel mij gehoord."))
    assert labels(scale, FIRST) == ["Helemaal oneens", "Oneens", "Niet eens, niet oneens", "Eens", "Helemaal eens", "Weet ik niet, of past niet bij mij"]
    filled = form(Item(identity=FIRST, kind="scale", words="Ik voel mij gehoord."), posted={name_of(FIRST): "x"})
    assert filled.is_valid()
    assert filled.answers() == {FIRST: ("x",)}


def test_the_words_of_the_scale_follow_the_language():
    assert labels(form(Item(identity=FIRST, kind="scale", words="…"), language="tr"), FIRST)[4] == "Tamamen katılıyorum"
    assert all(len(each.scale) == 5 and each.do_not_know and each.no_answer for each in LANGUAGES.values())


def test_a_choice_that_may_stay_empty_can_be_taken_back():
    ten = form(Item(identity=FIRST, kind="ten", words="Aanraden?"))
    assert labels(ten, FIRST) == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "Geen antwoord"]
    must = form(Item(identity=FIRST, kind="one", words="Hoe?", choices=TWO, is_required=True))
    assert labels(must, FIRST) == ["Bellen", "Mailen"]


def test_several_answers_and_own_words_come_out_as_they_were_given():
    filled = form(
        Item(identity=FIRST, kind="several", words="Hoe?", choices=TWO), Item(identity=SECOND, kind="open", words="Wat nog?"),
        posted={name_of(FIRST): ["a", "b"], name_of(SECOND): " Koffie \r\n"},
    )
    assert filled.is_valid()
    assert filled.answers() == {FIRST: ("a", "b"), SECOND: ("Koffie",)}


def test_what_is_left_empty_is_an_empty_answer():
    filled = form(Item(identity=FIRST, kind="scale", words="…"), Item(identity=SECOND, kind="open", words="…"), posted={})
    assert filled.is_valid()
    assert filled.answers() == {FIRST: (), SECOND: ()}


@pytest.mark.parametrize(("kind", "sentence"), [("scale", "Kies een antwoord."), ("several", "Kies een antwoord."), ("open", "Schrijf een antwoord.")])
def test_what_must_be_answered_says_so_beside_the_question(kind, sentence):
    empty = form(Item(identity=FIRST, kind=kind, words="…", choices=TWO, is_required=True), posted={})
    assert empty.errors[name_of(FIRST)] == [sentence]


@pytest.mark.parametrize("value", ["6", "0", "-1", "z", "1 OR 1"])
def test_an_answer_that_is_not_on_the_scale_is_refused(value):
    assert not form(Item(identity=FIRST, kind="scale", words="…"), posted={name_of(FIRST): value}).is_valid()


def test_a_thousand_signs_are_kept_and_one_more_is_refused_beside_the_question():
    assert form(Item(identity=FIRST, kind="open", words="…"), posted={name_of(FIRST): "é" * 1000}).is_valid()
    longer = form(Item(identity=FIRST, kind="open", words="…"), posted={name_of(FIRST): "a" * 50_000})
    assert longer.errors[name_of(FIRST)] == ["Dit is te lang: maak er hoogstens 1000 tekens van. Nu zijn het er 50000."]
    assert "a" * 50_000 in str(longer[name_of(FIRST)])


def test_what_was_answered_before_stands_in_the_form():
    again = form(
        Item(identity=FIRST, kind="scale", words="…"), Item(identity=SECOND, kind="several", words="…", choices=TWO), given={FIRST: ("4",), SECOND: ("b",)},
    )
    assert (again[name_of(FIRST)].value(), again[name_of(SECOND)].value()) == ("4", ["b"])


def test_help_that_somebody_typed_is_text_and_no_page():
    shown = form(Item(identity=FIRST, kind="open", words="…", help="<script>x</script>"))
    assert shown[name_of(FIRST)].help_text == "&lt;script&gt;x&lt;/script&gt;"


@pytest.mark.django_db
def test_a_version_is_told_in_one_language_and_in_dutch_where_there_is_none(waterveen, django_assert_num_queries):
    version = published_version(waterveen, {"words": {"nl": "Ik word gehoord.", "en": "I am heard."}}, {"words": {"nl": "Alleen Nederlands."}})
    with django_assert_num_queries(2):
        (page,) = pages_of(version, language="en")
    assert (page.title, [item.words for item in page.items]) == ("Samenwerken", ["I am heard.", "Alleen Nederlands."])


def test_a_list_that_comes_along_can_be_told_too():
    pages = pages_of_shipped(SURVEY, language="en")
    assert pages[0].items[0].words == "I know what the municipality wants to reach with the network."
    assert len({item.identity for page in pages for item in page.items}) == 23
