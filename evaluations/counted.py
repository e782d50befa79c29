"""What is kept of opened sheets, and nothing else: each question by itself, and only when enough people answered it. Pure.

So what is kept is the same whoever gave which answers together: exchanging two people's answers to one question changes nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from evaluations.deadlines import FEWEST_ANSWERS, FEWEST_OPEN_ANSWERS
from evaluations.flow import Item
from evaluations.kinds import DO_NOT_KNOW, QuestionKind
from evaluations.sheets import Content, given_to


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How often each answer was given to one question. `answered`: how many people knew an answer."""

    identity: UUID
    counts: Mapping[str, int]
    answered: int


def outcomes(items: Sequence[Item], contents: Sequence[Content]) -> list[Counted]:
    """Of each question that five people or more could answer. Who did not know stands beside it."""
    found = []
    for item, answers in given_to(items, contents):
        answered = sum(DO_NOT_KNOW not in answer for answer in answers)
        if item.kind != QuestionKind.OPEN and answered >= FEWEST_ANSWERS:
            chosen = Counter(code for answer in answers for code in answer)
            found.append(Counted(identity=item.identity, counts={code: chosen[code] for code in item.codes}, answered=answered))
    return found


def words(items: Sequence[Item], contents: Sequence[Content]) -> Iterator[tuple[UUID, str]]:
    """Of each question to which ten people or more wrote something. Whoever keeps them shuffles them."""
    for item, answers in given_to(items, contents):
        if item.kind == QuestionKind.OPEN and len(answers) >= FEWEST_OPEN_ANSWERS:
            yield from ((item.identity, text) for answer in answers for text in answer)
