import pytest

from approach.models.vision import TEXTS
from approach.steps import NUMBERS, STEPS, missing, step

ALL = {"problem": "a", "goal": "a", "way": "a", "form": "structural", "form_because": "a", "who": "a", "functions": "a", "limits": "a"}


def test_the_four_questions_of_the_lessons_are_steps():
    assert NUMBERS == (1, 2, 3, 4, 5, 6, 7)
    needed = {name for each in STEPS for name in each.needed}
    assert {"problem", "goal", "way", "who", "functions"} <= needed


def test_every_text_of_a_vision_is_written_in_one_step():
    fields = [name for each in STEPS for name in each.fields]

    assert sorted(fields) == sorted({*TEXTS, "form", "organisations", "roles"})


def test_every_step_says_why_it_is_asked_and_what_to_think_of():
    assert all(each.title and each.help and each.asks for each in STEPS)


@pytest.mark.parametrize(
    "lacks, goals, expected",
    [
        ({}, 1, []),
        ({}, 0, [6]),
        ({"problem": ""}, 1, [1]),
        ({"way": ""}, 1, [2]),
        ({"form": "", "form_because": ""}, 1, [3]),
        ({"form_because": ""}, 0, [3, 6]),
        ({"who": "", "functions": "", "limits": ""}, 1, [4, 5, 7]),
        ({"form": "none"}, 0, []),
    ],
)
def test_what_is_missing_is_named_by_step_and_no_network_needs_no_sub_goals(lacks, goals, expected):
    assert missing({**ALL, **lacks}, goals=goals) == expected
    assert step(1).number == 1
