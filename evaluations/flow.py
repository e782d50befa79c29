"""What of a list of questions is asked of somebody, given what she answered so far. Values only.

A question may look at one question of an earlier page; so what stands on a page is known before she sees it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from evaluations.kinds import DO_NOT_KNOW, SCORES, QuestionKind
from evaluations.languages import Language

# Identity of a question → what was answered: one value, several codes of a list, or a text. Without a value: not answered.
Answers = Mapping[UUID, Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Choice:
    code: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """One question, with its words in one language."""

    identity: UUID
    kind: str
    words: str
    help: str = ""
    choices: tuple[Choice, ...] = ()
    is_required: bool = False
    shown_if: UUID | None = None
    shown_if_answers: tuple[str, ...] = ()
    counts_for_trust: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """What can be answered to it; empty for own words."""
        if self.kind == QuestionKind.SCALE:
            return (*(str(score) for score in SCORES[QuestionKind.SCALE]), DO_NOT_KNOW)
        if self.kind == QuestionKind.TEN:
            return tuple(str(score) for score in SCORES[QuestionKind.TEN])
        return tuple(choice.code for choice in self.choices)


@dataclass(frozen=True, kw_only=True)
class Page:
    """A section: the questions that stand on one page."""

    uuid: UUID
    title: str
    intro: str = ""
    items: tuple[Item, ...] = ()


def answers_in_words(item: Item, spoken: Language) -> dict[str, str]:
    """What can be answered, in its order: the code that is kept → its words. Empty for own words."""
    if item.kind == QuestionKind.SCALE:
        return dict(zip(item.codes, (*spoken.scale, spoken.do_not_know), strict=True))
    if item.kind == QuestionKind.TEN:
        return {code: code for code in item.codes}
    return {choice.code: choice.words for choice in item.choices}


def asked(pages: Sequence[Page], answers: Answers) -> list[Page]:
    """The pages with something to answer, each with only the questions that are asked of her. Pages after the one that she is at count as not answered."""
    found: list[Page] = []
    given: dict[UUID, Sequence[str]] = {}
    for page in pages:
        items = tuple(item for item in page.items if _is_asked(item, given))
        given |= {item.identity: answers.get(item.identity, ()) for item in items}
        if items:
            found.append(replace(page, items=items))
    return found


def of_asked(pages: Sequence[Page], answers: Answers) -> dict[UUID, tuple[str, ...]]:
    """Her answers without those to questions that are not asked of her any more, because she changed an earlier answer."""
    items = [item for page in asked(pages, answers) for item in page.items]
    return {item.identity: tuple(answers[item.identity]) for item in items if answers.get(item.identity)}


def unanswered(pages: Sequence[Page], answers: Answers) -> list[tuple[Page, Item]]:
    """What must be answered and is not, with its page."""
    return [(page, item) for page in asked(pages, answers) for item in page.items if item.is_required and not any(answers.get(item.identity, ()))]


def broken(pages: Sequence[Page]) -> list[Item]:
    """Questions that would never be asked: what they look at does not stand on an earlier page, or cannot be answered like that."""
    known: dict[UUID, Item] = {}
    wrong: list[Item] = []
    for page in pages:
        wrong += [item for item in page.items if item.shown_if is not None and not _can_hold(item, known.get(item.shown_if))]
        known |= {item.identity: item for item in page.items}
    return wrong


def _is_asked(item: Item, given: Answers) -> bool:
    return item.shown_if is None or not set(item.shown_if_answers).isdisjoint(given.get(item.shown_if, ()))


def _can_hold(item: Item, earlier: Item | None) -> bool:
    return earlier is not None and set(item.shown_if_answers) <= set(earlier.codes)
