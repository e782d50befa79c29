"""A version of a list of questions, or one that comes with the application, as pages in one language."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

from django.db.models import prefetch_related_objects

from evaluations.flow import Choice, Item, Page
from evaluations.languages import DUTCH, in_language
from evaluations.models.questionnaire import Question, Version
from evaluations.shipped import NAMESPACE, ShippedList, ShippedQuestion


def pages_of(version: Version, *, language: str = DUTCH) -> list[Page]:
    """What was not translated stays Dutch. At most two statements; none with `Version.objects.with_questions()`."""
    prefetch_related_objects([version], "sections__questions")
    return [
        Page(
            uuid=section.uuid, title=in_language(section.title, language), intro=in_language(section.intro, language),
            items=tuple(_item(question, language) for question in section.questions.all()),
        )
        for section in version.sections.all()
    ]


def frozen_pages_of(version: Version, *, language: str = DUTCH) -> tuple[Page, ...]:
    """The same of a published version, read once by each process: Postgres refuses that it changes. No statement after that."""
    return _read_once(version.uuid, language)


@lru_cache(maxsize=1000)
def _read_once(version: UUID, language: str) -> tuple[Page, ...]:
    return tuple(pages_of(Version.objects.published().with_questions().get(uuid=version), language=language))


def pages_of_shipped(shipped: ShippedList, *, language: str = DUTCH) -> list[Page]:
    return [
        Page(
            uuid=uuid5(NAMESPACE, f"{shipped.code}:{number}"), title=in_language(section.title, language), intro=in_language(section.intro, language),
            items=tuple(_shipped_item(question, language) for question in section.questions),
        )
        for number, section in enumerate(shipped.sections, start=1)
    ]


def languages_of(version: Version) -> list[str]:
    """Dutch first."""
    return [DUTCH, *(each for each in version.languages if each != DUTCH)]


def choices_in(choices: Iterable[Mapping[str, Any]], language: str) -> tuple[Choice, ...]:
    return tuple(Choice(code=each["code"], words=in_language(each["words"], language)) for each in choices)


def _item(question: Question, language: str) -> Item:
    return Item(
        identity=question.identity, kind=question.kind, words=in_language(question.words, language), help=in_language(question.help, language),
        choices=choices_in(question.choices, language), is_required=question.is_required, shown_if=question.shown_if,
        shown_if_answers=tuple(question.shown_if_answers), counts_for_trust=question.counts_for_trust,
    )


def _shipped_item(question: ShippedQuestion, language: str) -> Item:
    choices = tuple(Choice(code=code, words=in_language(words, language)) for code, words in question.choices)
    return Item(
        identity=question.identity, kind=question.kind, words=in_language(question.words, language), help=in_language(question.help, language),
        choices=choices, counts_for_trust=question.counts_for_trust,
    )
