"""What a list that comes with the application is made of. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from evaluations.kinds import QuestionKind

NAMESPACE = UUID("6f3d3b0e-5f2a-4d0a-9b53-0c7a4f3f1e52")
Words = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ShippedQuestion:
    """`code` names it for good: a question that asks something else gets another code."""

    code: str
    words: Words
    kind: str = QuestionKind.SCALE
    help: Words = field(default_factory=dict)
    choices: Sequence[tuple[str, Words]] = ()
    counts_for_trust: bool = False

    @property
    def identity(self) -> UUID:
        return uuid5(NAMESPACE, self.code)


@dataclass(frozen=True, kw_only=True)
class ShippedSection:
    title: Words
    questions: Sequence[ShippedQuestion]
    intro: Words = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShippedList:
    code: str
    use: str
    title: Words
    sections: Sequence[ShippedSection]
    languages: tuple[str, ...] = ("en",)  # beside Dutch

    @property
    def questions(self) -> list[ShippedQuestion]:
        return [question for section in self.sections for question in section.questions]


def scale(code: str, nl: str, en: str, *, trust: bool = False) -> ShippedQuestion:
    return ShippedQuestion(code=code, words={"nl": nl, "en": en}, counts_for_trust=trust)


def own_words(code: str, nl: str, en: str) -> ShippedQuestion:
    return ShippedQuestion(code=code, kind=QuestionKind.OPEN, words={"nl": nl, "en": en})
