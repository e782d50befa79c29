"""How answers lie in a sealed sheet: each question in its place, and every sheet of a list of questions of one length. Pure."""

from collections.abc import Iterator, Sequence

from evaluations.flow import Answers, Item, Page
from evaluations.kinds import QuestionKind

LONGEST = 1000  # signs of an answer in own words

Content = Sequence[Sequence[str]]  # what was answered to each question; empty: nothing
_PER_SIGN = 4  # bytes: what UTF-8 needs for one sign at most, also when JSON puts a stroke before it
_AROUND = 4  # bytes: quotes, comma and space, or a pair of brackets


def items_of(pages: Sequence[Page]) -> list[Item]:
    return [item for page in pages for item in page.items]


def in_order(answers: Answers, items: Sequence[Item]) -> Content:
    """In the places of the questions; who did not answer one leaves its place empty."""
    return [list(answers.get(item.identity, ())) for item in items]


def given_to(items: Sequence[Item], contents: Sequence[Content]) -> Iterator[tuple[Item, list[Sequence[str]]]]:
    """The other way round, of many sheets: each question with all that was answered to it."""
    for place, item in enumerate(items):
        yield item, [content[place] for content in contents if content[place]]


def length(items: Sequence[Item]) -> int:
    """Bytes in which every possible answer to all of them fits."""
    return _AROUND + sum(_AROUND + _longest(item) for item in items)


def _longest(item: Item) -> int:
    if item.kind == QuestionKind.OPEN:
        return _AROUND + LONGEST * _PER_SIGN
    return sum(_AROUND + len(code) * _PER_SIGN for code in item.codes)
