"""Lists of questions in words: which there are, how far each is, and what stands in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from evaluations.flow import Item, Page, answers_in_words
from evaluations.kinds import QuestionKind, Use
from evaluations.languages import DUTCH, LANGUAGES, known
from evaluations.models.questionnaire import Questionnaire, Section, Version
from evaluations.shipped import LISTS, ShippedList
from meetings.agenda import DOWN, UP
from terms.days import local_date
from ui.phrases import Words

SECONDS = {QuestionKind.SCALE: 8, QuestionKind.TEN: 8, QuestionKind.ONE: 10, QuestionKind.SEVERAL: 15, QuestionKind.OPEN: 40}  # our estimate of answering


@dataclass(frozen=True, kw_only=True)
class ListRow:
    title: str
    url: str
    state: str
    meta: str


@dataclass(frozen=True, kw_only=True)
class VersionRow:
    """`is_draft`: it can still change."""

    title: str
    url: str
    state: str
    is_draft: bool


@dataclass(frozen=True, kw_only=True)
class QuestionRow:
    """`meta`: how it is asked. `condition`: of whom, when not of everybody."""

    title: str
    help: str
    meta: str
    condition: str
    answers: Sequence[str]
    uuid: str = ""
    ways: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, kw_only=True)
class SectionRow:
    title: str
    intro: str
    questions: Sequence[QuestionRow]
    uuid: str = ""
    ways: Sequence[tuple[str, str]] = ()


def rows(questionnaires: Iterable[Questionnaire], *, at: datetime) -> list[ListRow]:
    """Of lists that come with their versions."""
    return [
        ListRow(title=each.title, url=reverse("evaluations:questionnaire_detail", args=[each.uuid]), state=state_of(each, at=at), meta=str(Use(each.use).label))
        for each in questionnaires
    ]


def not_taken_over(questionnaires: Iterable[str]) -> list[ListRow]:
    """Lists of ours that are not among these codes yet."""
    known_codes = set(questionnaires)
    return [
        ListRow(title=title_of(each), url=reverse("evaluations:shipped_detail", args=[each.code]), state=size_of(each), meta=str(Use(each.use).label))
        for each in LISTS if each.code not in known_codes
    ]


def title_of(shipped: ShippedList) -> str:
    return shipped.title[DUTCH]


def size_of(shipped: ShippedList) -> str:
    return how_many([Item(identity=each.identity, kind=each.kind, words="") for each in shipped.questions], use=shipped.use)


def state_of(questionnaire: Questionnaire, *, at: datetime) -> str:
    """Of one that comes with its versions."""
    newest = newest_first(questionnaire)
    published = next((each for each in newest if each.published_at), None)
    words = Words(local_date(at))
    if published is None or published.published_at is None:
        return _("A draft: it cannot be asked yet.")
    day = words.day_only(local_date(published.published_at))
    said = _("Version %(number)d, published on %(day)s.") % {"number": published.number, "day": day}
    return said if newest[0] is published else said + " " + _("Version %(number)d is a draft.") % {"number": newest[0].number}


def newest_first(questionnaire: Questionnaire) -> list[Version]:
    return sorted(questionnaire.versions.all(), key=lambda each: -each.number)


def versions(questionnaire: Questionnaire, *, at: datetime) -> list[VersionRow]:
    words = Words(local_date(at))
    return [
        VersionRow(
            title=_("Version %(number)d") % {"number": each.number}, url=reverse("evaluations:version_detail", args=[each.uuid]),
            state=_("Published on %(day)s") % {"day": words.day_only(local_date(each.published_at))} if each.published_at else _("A draft"),
            is_draft=each.published_at is None,
        )
        for each in newest_first(questionnaire)
    ]


def how_many(items: Sequence[Item], *, use: str) -> str:
    """How many questions, and how long it takes about to answer them all."""
    said = ngettext("%(number)d question", "%(number)d questions", len(items)) % {"number": len(items)}
    if use == Use.INTERVIEW:
        return said + ". " + _("A talk of 30 to 45 minutes.")
    minutes = max(1, round(sum(SECONDS[QuestionKind(item.kind)] for item in items) / 60))
    return said + ". " + ngettext("About %(number)d minute.", "About %(number)d minutes.", minutes) % {"number": minutes}


def of_version(version: Version, pages: Sequence[Page]) -> list[SectionRow]:
    """What stands in it, in Dutch. With buttons for the order where it is a draft. Of a version that comes with its questions."""
    can_change, sections = version.published_at is None, list(version.sections.all())
    return [
        SectionRow(
            title=page.title, intro=page.intro, uuid=str(page.uuid), ways=_ways(up=place > 0, down=place < len(pages) - 1) if can_change else (),
            questions=_questions(page, pages, section=section, is_first=place == 0, is_last=place == len(pages) - 1, can_change=can_change),
        )
        for place, (page, section) in enumerate(zip(pages, sections, strict=True))
    ]


def of_pages(pages: Sequence[Page]) -> list[SectionRow]:
    """The same to read only."""
    return [
        SectionRow(title=page.title, intro=page.intro, questions=[_question(item, pages) for item in page.items], uuid=str(page.uuid))
        for page in pages
    ]


def condition_of(item: Item, pages: Sequence[Page], *, language: str = DUTCH) -> str:
    """ "Only after “Nee” to “Was u erbij?”"; empty for a question that everybody gets."""
    earlier = next((each for page in pages for each in page.items if each.identity == item.shown_if), None)
    if earlier is None:
        return ""
    labels = answers_in_words(earlier, known(language))
    answers = _(" or ").join(f"“{labels.get(code, code)}”" for code in item.shown_if_answers)
    return _("Only after %(answers)s to “%(question)s”") % {"answers": answers, "question": earlier.words}


def not_translated(version: Version) -> list[str]:
    """Per language how many questions have no words in it. Of a version that comes with its questions."""
    found = []
    for language in version.languages:
        missing = sum(not question.words.get(language) for section in version.sections.all() for question in section.questions.all())
        if missing:
            said = ngettext("%(language)s: %(number)d question is still in Dutch.", "%(language)s: %(number)d questions are still in Dutch.", missing)
            found.append(said % {"language": LANGUAGES[language].name, "number": missing})
    return found


def languages_in_words(version: Version) -> str:
    return ", ".join(LANGUAGES[each].name for each in [DUTCH, *version.languages])


def kind_in_words(item: Item) -> str:
    said = [str(QuestionKind(item.kind).label)]
    if item.is_required:
        said.append(_("must be answered"))
    if item.counts_for_trust:
        said.append(_("counts for the trust index"))
    return " · ".join(said)


def _questions(page: Page, pages: Sequence[Page], *, section: Section, is_first: bool, is_last: bool, can_change: bool) -> list[QuestionRow]:
    """The first of a section can go up to the one before it, the last down to the next."""
    found, last = [], len(page.items) - 1
    for place, (item, question) in enumerate(zip(page.items, section.questions.all(), strict=True)):
        ways = _ways(up=not is_first or place > 0, down=not is_last or place < last) if can_change else ()
        found.append(_question(item, pages, uuid=str(question.uuid), ways=ways))
    return found


def _question(item: Item, pages: Sequence[Page], *, uuid: str = "", ways: Sequence[tuple[str, str]] = ()) -> QuestionRow:
    answers = [choice.words for choice in item.choices]
    return QuestionRow(
        title=item.words, help=item.help, meta=kind_in_words(item), condition=condition_of(item, pages), answers=answers, uuid=uuid, ways=ways,
    )


def _ways(*, up: bool, down: bool) -> list[tuple[str, str]]:
    """Only what changes something."""
    return ([(UP, pgettext("order", "Up"))] if up else []) + ([(DOWN, pgettext("order", "Down"))] if down else [])
