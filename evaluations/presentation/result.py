"""The page of what came out: the answer in a sentence, then who answered, trust, what is strong and weak, the mirror, and each question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations import results, statistics
from evaluations.deadlines import FEWEST_OPEN_ANSWERS
from evaluations.flow import Item, Page
from evaluations.kinds import Group, Kind, QuestionKind, State
from evaluations.languages import DUTCH
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import OpenAnswer, Response
from evaluations.presentation import outcome
from evaluations.presentation.mirror import Gap, gaps_of
from evaluations.presentation.outcome import Spread, mean_in_words
from evaluations.presentation.trend import Trust, earlier, trust_of
from evaluations.results import Round, Side
from evaluations.suppression import Asked, may_follow
from evaluations.versions import pages_of
from keyfigures.presentation.shown import words_of
from terms.days import local_date
from ui.phrases import lower_first, upper_first

MOST_EXTREMES = 5


@dataclass(frozen=True, kw_only=True)
class SideOfQuestion:
    """`anchor` is its place on the page. `before`: what the mean was in earlier rounds, in words."""

    anchor: str
    who: str
    spread: Spread
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionTold:
    """`answers`: in own words, in an order that says nothing; only for who may read them."""

    identity: UUID
    words: str
    is_open: bool
    sides: Sequence[SideOfQuestion]
    answers: Sequence[tuple[str, Sequence[str]]] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class SectionTold:
    title: str
    questions: Sequence[QuestionTold]


@dataclass(frozen=True, kw_only=True)
class Extreme:
    words: str
    told: str


@dataclass(frozen=True, kw_only=True)
class ResultPage:
    """`has_figures` is False when of no group anything may be told."""

    title: str
    lead: Sequence[str]
    has_figures: bool
    trust: Trust | None
    strongest: Sequence[Extreme]
    weakest: Sequence[Extreme]
    gaps: Sequence[Gap]
    sections: Sequence[SectionTold]
    has_own_words: bool


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The part on the page of the evaluation: who answered, and where to read on."""

    lead: Sequence[str]
    url: str


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Summary | None:
    """Of questions to the network that are closed. At most two statements."""
    if evaluation.kind != Kind.SURVEY or evaluation.state not in {State.CLOSED, State.SHARED}:
        return None
    if not Evaluation.objects.read_by(reader, today=local_date(at)).filter(pk=evaluation.pk).exists():
        return None
    if evaluation.counted_at is None:
        return Summary(lead=[_("The answers are counted within a few hours after closing.")], url="")
    rows = Response.objects.filter(evaluation=evaluation).values_list("group", "asked", "answered")
    told = {group: response_in_words(group, asked, answered) for group, asked, answered in rows}
    return Summary(lead=[told[each] for each in Group.values if each in told], url=reverse("evaluations:result", args=[evaluation.uuid]))


def response_in_words(group: str, asked: int, answered: int | None) -> str:
    who = lower_first(str(Group(group).label))
    if answered is None:
        return _("Of the %(asked)d %(who)s too few answered to show anything.") % {"asked": asked, "who": who}
    return _("%(answered)d of the %(asked)d %(who)s answered.") % {"answered": answered, "asked": asked, "who": who}


def page_for(evaluation: Evaluation, *, reader: Membership, at: datetime) -> ResultPage:
    """Of one that is counted. A constant number of statements, however many rounds there were."""
    today, language = local_date(at), translation.get_language() or DUTCH
    rounds = results.rounds_until(evaluation, among=Evaluation.objects.read_by(reader, today=today))
    now = rounds[0]
    ours, theirs = pages_of_both(evaluation, language=language)
    items = {item.identity: item for page in (*theirs, *ours) for item in page.items}
    texts = _own_words(evaluation) if Evaluation.objects.worked_on_by(reader, today=today).filter(pk=evaluation.pk).exists() else None
    told = _Telling(now=now, rounds=rounds, texts=texts, language=language, today=today)
    trust = trust_of([item for page in ours for item in page.items], rounds, today=today)
    strongest, weakest = _extremes(now.sides.get(Group.KEY_FIGURES), items)
    return ResultPage(
        title=title_of(now, trust), lead=[response_in_words(group, side.asked, side.answered) for group, side in now.sides.items()],
        has_figures=any(side.answered for side in now.sides.values()), trust=trust, strongest=strongest, weakest=weakest,
        gaps=gaps_of(now.sides, items), sections=told.sections(ours, theirs), has_own_words=texts is not None,
    )


def pages_of_both(evaluation: Evaluation, *, language: str) -> tuple[list[Page], list[Page]]:
    """What key figures were asked, and officials. Two statements."""
    versions = [each for each in (evaluation.questions, evaluation.mirror) if each is not None]
    prefetch_related_objects(versions, "sections__questions")
    ours, theirs = (pages_of(each, language=language) if each is not None else [] for each in (evaluation.questions, evaluation.mirror))
    return ours, theirs


def title_of(now: Round, trust: Trust | None) -> str:
    if trust is not None and trust.now is not None:
        return _("Key figures give trust a %(mean)s out of 5") % {"mean": mean_in_words(trust.now)}
    ours = now.sides.get(Group.KEY_FIGURES)
    if ours is not None and ours.answered:
        return _("%(answered)d of the %(asked)d key figures answered") % {"answered": ours.answered, "asked": ours.asked}
    return _("Too few answered to show what key figures find")


def _own_words(evaluation: Evaluation) -> dict[tuple[UUID, str], list[str]]:
    """Their keys are random, and so is their order. One statement."""
    found: dict[tuple[UUID, str], list[str]] = {}
    for identity, group, text in OpenAnswer.objects.filter(evaluation=evaluation).values_list("identity", "group", "text"):
        found.setdefault((identity, group), []).append(text)
    return found


def _extremes(side: Side | None, items: Mapping[UUID, Item]) -> tuple[list[Extreme], list[Extreme]]:
    if side is None:
        return [], []
    means = {identity: mean for identity, mean in side.means.items() if identity in items}
    both = statistics.extremes(means, most=MOST_EXTREMES)
    strongest, weakest = ([Extreme(words=items[each].words, told=outcome.mean_sentence(side.told[each])) for each in some] for some in both)
    return strongest, weakest


@dataclass(frozen=True, kw_only=True)
class _Telling:
    """All that is needed to tell of a question. `texts` is None for who may not read answers in own words."""

    now: Round
    rounds: Sequence[Round]
    texts: Mapping[tuple[UUID, str], Sequence[str]] | None
    language: str
    today: date

    def sections(self, ours: Sequence[Page], theirs: Sequence[Page]) -> list[SectionTold]:
        """The list of key figures, with the same questions of officials beside it; then what only officials were asked."""
        mine = {item.identity for page in ours for item in page.items}
        rest = [(page, [item for item in page.items if item.identity not in mine]) for page in theirs]
        both = [(page, list(page.items)) for page in ours] + [(page, items) for page, items in rest if items]
        asked = {Group.KEY_FIGURES.value: mine, Group.OFFICIALS.value: {item.identity for page in theirs for item in page.items}}
        return [SectionTold(title=page.title, questions=[self._question(item, asked) for item in items]) for page, items in both]

    def _question(self, item: Item, asked: Mapping[str, set[UUID]]) -> QuestionTold:
        sides = [(group, side) for group, side in self.now.sides.items() if item.identity in asked[group] and side.answered]
        if item.kind == QuestionKind.OPEN:
            return self._open(item, sides)
        return QuestionTold(identity=item.identity, words=item.words, is_open=False, sides=[self._side(item, group, side) for group, side in sides])

    def _side(self, item: Item, group: str, side: Side) -> SideOfQuestion:
        told = side.told.get(item.identity)
        spread = outcome.too_few() if told is None else outcome.spread(item, told, language=self.language)
        return SideOfQuestion(
            anchor=f"{group}-{item.identity}", who=str(Group(group).label), spread=spread,
            before=earlier(item.identity, group, self.rounds, today=self.today),
        )

    def _open(self, item: Item, sides: Sequence[tuple[str, Side]]) -> QuestionTold:
        if self.texts is None:
            note = _("Answers in own words are read by who plans the evaluation, and by who evaluates it from outside.")
            return QuestionTold(identity=item.identity, words=item.words, is_open=True, sides=[], note=note)
        question = Asked(identity=item.identity, kind=item.kind, parent=item.shown_if)
        told = {group: self.texts.get((item.identity, group), ()) for group, side in sides if may_follow(question, side.told)}
        answers = [(str(Group(group).label), texts) for group, texts in told.items() if len(texts) >= FEWEST_OPEN_ANSWERS]
        number = upper_first(words_of(None))
        note = "" if answers else _("%(number)s: own words are shown from ten answers on, and go a year after closing.") % {"number": number}
        return QuestionTold(identity=item.identity, words=item.words, is_open=True, sides=[], answers=answers, note=note)
