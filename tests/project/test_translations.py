import re

import pytest

from tests.project import translations

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(scope="module")
def dutch():
    return [message for message in translations.read(translations.DUTCH) if message.id]


def texts(value):
    return list(value) if isinstance(value, tuple | list) else [value]


def test_every_text_of_the_code_has_its_dutch(dutch):
    wanted = {(message.context, message.id) for message in translations.of_the_code() if message.id}
    have = {(message.context, message.id) for message in dutch if translations.is_translated(message)}

    assert sorted(str(each) for each in wanted - have) == [], "run: make translations"
    assert sorted(str(each) for each in have - wanted) == [], "run: make translations"


def test_what_is_filled_in_stands_in_both(dutch):
    wrong = []
    for message in dutch:
        known = {each for text in texts(message.id) for each in PLACEHOLDER.findall(text)}
        for text in texts(message.string):
            used = set(PLACEHOLDER.findall(text))
            if not used <= known or (not isinstance(message.id, tuple) and used != known):
                wrong.append(message.id)

    assert wrong == []


def test_officials_are_not_addressed_with_u_and_je_in_one_text(dutch):
    both = re.compile(r"\b(?:je|jij|jouw)\b.*\b(?:u|uw)\b|\b(?:u|uw)\b.*\b(?:je|jij|jouw)\b", re.IGNORECASE | re.DOTALL)

    assert [message.id for message in dutch for text in texts(message.string) if both.search(text)] == []


def test_the_measure_itself_bites():
    assert translations.is_translated(next(message for message in translations.read(translations.DUTCH) if message.id))
    assert PLACEHOLDER.findall("%(number)d van %(name)s") == ["%(number)d", "%(name)s"]
