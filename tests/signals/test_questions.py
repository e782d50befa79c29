"""The questions as data: no form of extremism stands first, and nothing sensitive is asked."""

from django.utils import translation

from signals.questions import QUESTIONS, Phenomenon, in_words, ordered


def test_forms_of_extremism_follow_the_alphabet_of_the_reader():
    with translation.override("en"):
        labels = [label for _code, label in ordered(Phenomenon)]

    assert labels[:-2] == sorted(labels[:-2], key=str.casefold)
    assert [code for code, _label in ordered(Phenomenon)][-2:] == ["other", "unknown"]


def test_answers_become_words():
    with translation.override("en"):
        assert in_words("about", "group") == "A group"
        assert in_words("phenomenon", ["left_extremism", "right_extremism"]) == "Left-wing extremism, Right-wing extremism"
        assert in_words("name_may_be_mentioned", False) == "No, not without asking me first"
        assert in_words("saw", "Iemand riep iets.") == "Iemand riep iets."
        assert in_words("where", None) == ""


def test_a_code_of_an_older_version_is_shown_as_it_is():
    assert in_words("since", "ages") == "ages"


def test_only_what_she_saw_herself_is_a_fact():
    assert [question.name for question in QUESTIONS if question.mark == "fact"] == ["saw"]
    assert [question.name for question in QUESTIONS if question.mark == "view"] == ["worries", "contradicts"]
