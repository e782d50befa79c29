"""A list of questions on paper: to fill in with a pen, or, as a guide, to hold a talk with. On the web, to print, and as a tagged PDF."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from evaluations.flow import Item, Page, answers_in_words
from evaluations.kinds import QuestionKind, Use
from evaluations.languages import DUTCH, known
from evaluations.models.questionnaire import Version
from evaluations.presentation.questionnaire import condition_of
from evaluations.versions import pages_of
from ui import documents

SOURCE = Path(__file__).parent / "typst" / "questions.typ"
LINES = {Use.INTERVIEW: 7}  # to write on, below a question in own words
FEW_LINES = 4
# What our fonts on paper can write. The web page has those of the browser.
NOT_ON_PDF = frozenset({"ar"})


@dataclass(frozen=True, kw_only=True)
class QuestionOnPaper:
    """`answers`: words beside a box; short ones stand beside each other. `lines`: to write on."""

    number: int
    words: str
    help: str
    hint: str
    condition: str
    answers: list[str]
    is_short: bool
    lines: int


@dataclass(frozen=True, kw_only=True)
class PartOnPaper:
    title: str
    intro: str
    questions: list[QuestionOnPaper]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """All words of the paper."""

    title: str
    lead: str
    origin: str
    parts: list[PartOnPaper]
    place: str  # of the paper: what stands beside the municipality on top
    municipality: str
    brand: str
    language: str


def words_for(version: Version, *, language: str = DUTCH) -> Paper:
    """Of a version that comes with its questions and municipality."""
    pages, use = pages_of(version, language=language), version.questionnaire.use
    parts, number = [], 0
    for page in pages:
        questions = [_question(item, number + place, pages, use=use, language=language) for place, item in enumerate(page.items, start=1)]
        number += len(questions)
        parts.append(PartOnPaper(title=page.title, intro=page.intro, questions=questions))
    return Paper(
        title=version.questionnaire.title, lead=_lead(use), origin=origin_of(version), parts=parts, place=_place(version),
        municipality=str(version.municipality), brand=version.municipality.brand, language=language,
    )


def pdf_of(words: Paper) -> bytes:
    return documents.pdf_of(SOURCE, asdict(words))


def origin_of(version: Version) -> str:
    """Whose text it is: a list of ours is a proposal, no official instrument."""
    if not version.questionnaire.shipped:
        return ""
    return _("Made from a proposal of Sleutelfiguren, after the learned lessons. It is no text of the toolkit.")


def _lead(use: str) -> str:
    if use == Use.INTERVIEW:
        return _("For a talk of 30 to 45 minutes. Do not write names, and nothing that tells who it was. Only what several people say goes on.")
    if use == Use.PLAN:
        return _("Read the plan alone first, and answer each sentence. After that you put your answers side by side.")
    return _("Tick what fits. You may skip questions. Do not write your name.")


def _place(version: Version) -> str:
    draft = "" if version.published_at else _("Draft, not to hand out")
    return draft or _("Version %(number)d") % {"number": version.number}


def _question(item: Item, number: int, pages: Sequence[Page], *, use: str, language: str) -> QuestionOnPaper:
    is_open = item.kind == QuestionKind.OPEN
    return QuestionOnPaper(
        number=number, words=item.words, help=item.help, hint=_("You may tick several.") if item.kind == QuestionKind.SEVERAL else "",
        condition=condition_of(item, pages, language=language), answers=list(answers_in_words(item, known(language)).values()),
        is_short=item.kind in {QuestionKind.SCALE, QuestionKind.TEN}, lines=LINES.get(Use(use), FEW_LINES) if is_open else 0,
    )
