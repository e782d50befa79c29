"""The questions as she answers them: how far she is, what she answered, in words. The same words for key figures and officials.

Nothing here says u or je: one page serves both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evaluations import flow
from evaluations.actions.sheet import GRACE, is_open, version_for
from evaluations.flow import Answers, Item, Page
from evaluations.forms.answers import name_of
from evaluations.kinds import DO_NOT_KNOW, QuestionKind, State
from evaluations.languages import DUTCH, LANGUAGES, Language, known
from evaluations.models.questionnaire import Version
from evaluations.models.sheet import Participant
from evaluations.versions import frozen_pages_of, languages_of
from terms.days import local_date
from ui.names import called
from ui.phrases import Words, time_of

MINUTES_A_QUESTION = 3  # questions in a minute, our estimate


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One person and her questions. `pages` are all pages; an address names one by its place among them."""

    row: Participant
    version: Version
    pages: Sequence[Page]
    answers: Answers
    language: Language

    @property
    def asked(self) -> list[tuple[int, Page]]:
        """What she has to go through, with the number in the address."""
        places = {page.uuid: place for place, page in enumerate(self.pages, start=1)}
        return [(places[page.uuid], page) for page in flow.asked(self.pages, self.answers)]

    def page(self, number: int) -> Page | None:
        return dict(self.asked).get(number)

    def url_before(self, number: int) -> str:
        before = [place for place, _page in self.asked if place < number]
        return self.page_url(before[-1]) if before else self._url("answer_begin")

    def url_after(self, number: int) -> str:
        after = [place for place, _page in self.asked if place > number]
        return self.page_url(after[0]) if after else self.check_url

    @property
    def check_url(self) -> str:
        return self._url("answer_check")

    def page_url(self, number: int) -> str:
        return self._url("answer_page", number)

    def _url(self, name: str, *more: int) -> str:
        return reverse(f"evaluations:{name}", args=[self.row.evaluation.uuid, *more])


def sitting_of(row: Participant, version: Version, *, answers: Answers, language: str) -> Sitting:
    """Answers of a question that is not asked any more are left out."""
    spoken = known(language if language in languages_of(version) else DUTCH)
    pages = frozen_pages_of(version, language=spoken.code)
    return Sitting(row=row, version=version, pages=pages, answers=flow.of_asked(pages, answers), language=spoken)


def version_of(row: Participant) -> Version | None:
    return version_for(row.evaluation, row.group)


def can_answer(row: Participant, at: datetime) -> bool:
    return row.has_answered is False and version_of(row) is not None and is_open(row.evaluation, at) and row.member.is_active_on(local_date(at))


@dataclass(frozen=True, kw_only=True)
class Ended:
    """Why there is nothing to answer. `is_done`: because she did."""

    title: str
    sentence: str
    is_done: bool


def ended(row: Participant) -> Ended:
    if row.has_answered:
        done = _("With this link or code the questions were answered. Nothing is changed, and there is nothing to do any more.")
        return Ended(title=_("The answers are in"), sentence=done, is_done=True)
    if row.evaluation.state == State.CANCELLED:
        cancelled = _("The municipality cancelled these questions. What was sent before that was thrown away, and nobody read it.")
        return Ended(title=_("These questions do not go on"), sentence=cancelled, is_done=False)
    if row.evaluation.state == State.PLANNED:
        return Ended(title=_("It has not begun yet"), sentence=_("The questions come later. A mail tells when."), is_done=False)
    return Ended(title=_("The days to answer are over"), sentence=_("The last day has passed. Nothing can be sent any more."), is_done=False)


@dataclass(frozen=True, kw_only=True)
class Beginning:
    title: str
    lead: str
    until: str
    button: str
    button_url: str
    may_skip: bool
    languages: Sequence[tuple[str, str, bool]]  # code, name, chosen now


def beginning(sitting: Sitting, *, at: datetime) -> Beginning:
    row, count = sitting.row, sum(len(page.items) for page in sitting.pages)
    minutes = max(1, round(count / MINUTES_A_QUESTION))
    first = sitting.asked[0][0] if sitting.asked else 1
    lead = ngettext("%(count)d short question, about %(minutes)d min.", "%(count)d short questions, about %(minutes)d min.", count)
    spoken = [(code, LANGUAGES[code].name, code == sitting.language.code) for code in languages_of(sitting.version) if code in LANGUAGES]
    return Beginning(
        title=_("Questions for %(name)s") % {"name": called(row.member.name)},
        lead=lead % {"count": count, "minutes": minutes},
        until=until(row, at=at),
        button=_("Go on") if sitting.answers else _("Begin"),
        button_url=sitting.page_url(first),
        may_skip=not any(item.is_required for page in sitting.pages for item in page.items),
        languages=spoken if len(spoken) > 1 else [],
    )


def until(row: Participant, *, at: datetime) -> str:
    """Also in the hours after closing, for who was answering."""
    evaluation, words = row.evaluation, Words(local_date(at))
    if evaluation.closed_at is not None:
        return _("The last day has passed. Who was answering can send until %(time)s.") % {"time": time_of(evaluation.closed_at + GRACE)}
    return _("Until and including %(day)s.") % {"day": words.day(evaluation.closes_on)}


@dataclass(frozen=True, kw_only=True)
class Step:
    """Where she is: the check at the end is the last step."""

    number: int
    count: int
    title: str
    intro: str


def step(sitting: Sitting, number: int) -> Step:
    """Of a page that is asked of her."""
    places = [place for place, _page in sitting.asked]
    page = dict(sitting.asked)[number]
    return Step(number=places.index(number) + 1, count=len(places) + 1, title=page.title, intro=page.intro)


@dataclass(frozen=True, kw_only=True)
class Line:
    label: str
    answer: str
    url: str
    must: bool


@dataclass(frozen=True, kw_only=True)
class Part:
    title: str
    lines: Sequence[Line]


def parts(sitting: Sitting) -> list[Part]:
    """All that she was asked, with what she answered, to check before sending."""
    return [
        Part(title=page.title, lines=[_line(sitting, number, item) for item in page.items]) for number, page in sitting.asked
    ]


def problem(sitting: Sitting) -> str:
    """Why it cannot be sent yet; empty when it can."""
    missing = flow.unanswered(sitting.pages, sitting.answers)
    if missing:
        return ngettext("%(count)d question must still be answered.", "%(count)d questions must still be answered.", len(missing)) % {"count": len(missing)}
    return "" if sitting.answers else _("Nothing was answered yet. Answer at least one question, or close this page.")


def other_questions() -> str:
    return _("The questions have changed since this page was opened. Look at them again, and then send.")


def in_words(item: Item, answer: Sequence[str], spoken: Language) -> str:
    """Empty when it was not answered."""
    told = {choice.code: choice.words for choice in item.choices}
    if item.kind == QuestionKind.SCALE:
        told = {str(score): words for score, words in enumerate(spoken.scale, start=1)} | {DO_NOT_KNOW: spoken.do_not_know}
    return ", ".join(told.get(each, each) for each in answer)


def _line(sitting: Sitting, number: int, item: Item) -> Line:
    answer: Sequence[str] = sitting.answers.get(item.identity, ())
    url = f"{sitting.page_url(number)}?wijzig#id_{name_of(item.identity)}"
    return Line(label=item.words, answer=in_words(item, answer, sitting.language), url=url, must=item.is_required and not answer)


def thanks(row: Participant, *, at: datetime) -> str:
    day = Words(local_date(at)).day(row.evaluation.closes_on)
    return _("After %(day)s all answers are counted together. Then the municipality tells what came out, and what happens with it.") % {"day": day}
