"""The lessons in words: all of them on one page, and one by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from accounts.models import Membership
from approach import lesson_states, lessons
from approach.actions.lesson import MANAGES
from approach.kinds import Standing
from approach.lesson_states import LessonFigure, LessonState
from approach.lessons import Step, Text
from approach.models.lesson import LessonSetting
from approach.presentation import figures as told
from indicators.measuring import tell
from indicators.registry import Lack, Line, Unit, lines_named
from terms.days import local_date
from ui.components.charts import Measure, Spark
from ui.components.lists import Share
from ui.phrases import Words, lower_first, number, upper_first

KINDS: Mapping[Standing, str] = {
    Standing.ON_COURSE: "course", Standing.ATTENTION: "attention", Standing.NOT_STARTED: "none", Standing.TOO_FEW: "few",
}
ASIDE, FAILED = "aside", "failed"  # beside the standings: what a lesson that is set aside, or could not be counted, is shown as
ENDS: Mapping[Unit, tuple[int, int]] = {Unit.SHARE: (0, 100), Unit.MEAN: (1, 5)}
DRAWN = 2  # numbers at least, to draw a line


@dataclass(frozen=True, kw_only=True)
class Next:
    """`kind`: primary and secondary are buttons, `link` is a link; without `url` it is somebody else's: `who`."""

    label: Text
    url: str
    kind: str
    who: Text = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    title: Text
    url: str
    status: str
    state: str
    words: Text
    value: str
    about: Sequence[str]
    spark: Spark | None
    next: Next | None


@dataclass(frozen=True, kw_only=True)
class Group:
    name: str
    title: Text
    rows: Sequence[Row]


@dataclass(frozen=True, kw_only=True)
class Page:
    title: str
    lead: str
    counts: Sequence[Share]
    groups: Sequence[Group]
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One figure on the page of its lesson."""

    code: str
    title: Text
    status: str
    state: str
    value: str
    definition: Text
    threshold: str
    ours: str
    reason: Text
    period: str
    words: str
    series: Sequence[str]
    columns: Sequence[Measure]
    ends: tuple[int, int] | None


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One decision about a lesson."""

    what: str
    who: str
    meta: str


def page_of(states: Sequence[LessonState], *, reader: Membership, today: date) -> Page:
    """The lessons as the text orders them; for who begins, in the order in which they are taken up. Without a statement."""
    is_new, waiting = lesson_states.nothing_began(states), lesson_states.to_do(states)
    first = _first(waiting, reader)
    rows = {each.lesson.code: row_of(each, reader=reader, is_first=each is first, today=today) for each in states}
    by_code = {each.code: each for each in lessons.LESSONS}
    order = lessons.ORDER if is_new else tuple(by_code)
    titles = lessons.MOMENTS if is_new else lessons.PHASES
    groups = [
        Group(name=part.value, title=title, rows=[rows[code] for code in order if part in {by_code[code].moment, by_code[code].phase}])
        for part, title in titles.items()
    ]
    return Page(title=_title(states, is_new=is_new), lead=_lead(states, first, is_new=is_new), counts=counts_of(states), groups=groups, is_new=is_new)


def row_of(state: LessonState, *, reader: Membership, is_first: bool, today: date) -> Row:
    figure = state.telling
    measured = figure.measured
    return Row(
        title=state.lesson.title, url=url_of(state.lesson.code), status=kind_of(state), state=state_words(state), words=words_of(state, today=today),
        value=told.value_words(measured.figure, unit=measured.indicator.unit), about=_about(figure, today=today), spark=_spark(figure),
        next=next_of(state, reader=reader, is_first=is_first),
    )


def next_of(state: LessonState, *, reader: Membership, is_first: bool = False) -> Next | None:
    """A button where something is to be done, a link where it is not; in words for who may not do it."""
    if state.is_aside:
        return None
    step = state.lesson.next_step(state.standing) if state.needs_something else state.lesson.look
    kind = "link" if not state.needs_something else "primary" if is_first else "secondary"
    may = reader.may(step.permission)
    url = _url_of(step) if may else ""
    if not url and (may or not state.needs_something):
        return None
    return Next(label=step.label, url=url, kind=kind, who="" if url else step.who)


def counts_of(states: Sequence[LessonState]) -> list[Share]:
    """How many stand how; what nobody is in is not there."""
    words = {
        "course": _("on course"), "attention": _("need attention"), "none": _("not started yet"), "few": _("too few data"),
        FAILED: _("could not be counted"), ASIDE: _("set aside"),
    }
    kinds = [ASIDE if each.is_aside else FAILED if each.has_failed else KINDS[each.standing] for each in states]
    return [Share(kind="few" if each == FAILED else each, number=kinds.count(each), label=label) for each, label in words.items() if each in kinds]


def kind_of(state: LessonState) -> str:
    return ASIDE if state.is_aside else KINDS[state.standing]


def state_words(state: LessonState) -> str:
    if state.is_aside:
        return _("Set aside")
    return _("Could not be counted") if state.has_failed else str(state.standing.label)


def words_of(state: LessonState, *, today: date) -> Text:
    if state.is_aside and state.setting is not None and state.setting.aside_until is not None:
        day = Words(today).day_only(state.setting.aside_until)
        return _("%(reason)s We look at it again on %(day)s.") % {"reason": _sentence(state.setting.aside_because), "day": day}
    if state.has_failed:
        return _("This figure could not be counted just now. The other figures are right.")
    if state.telling is not state.main:
        return state.lesson.short_of(state.telling.code)
    return state.lesson.words[state.standing]


def figures_of(state: LessonState, *, today: date) -> list[Shown]:
    """Every figure of one lesson, the main one first."""
    return [_shown(each, today=today) for each in state.figures]


def missing_of(state: LessonState) -> list[Text]:
    """What is not there yet, or falls short, of each figure that judges. Empty when all is well."""
    missing: list[Text] = []
    if state.main.standing != Standing.ON_COURSE:
        failed = _("%(figure)s: could not be counted.") % {"figure": state.main.measured.indicator.label}
        missing.append(failed if state.has_failed else state.lesson.words[state.main.standing])
    for each in state.figures[1:]:
        label, lack, short = each.measured.indicator.label, each.measured.figure.lack, state.lesson.short_of(each.code)
        if each.falls_short and short:
            missing.append(short)
        elif lack is not None and short:
            missing.append(_LACKS[lack]() % {"figure": label})
    return missing


def sentences_of(state: LessonState, *, reader: Membership) -> list[Line]:
    """What another app tells in words that belongs to this lesson. One that fails tells nothing."""
    lines = lines_named(state.lesson.lines) if state.lesson.lines else None
    return [] if lines is None else list(tell(lines, reader.municipality, state.main.period))


def threshold_of(state: LessonState) -> str:
    """Where it is well, and that it is ours or the municipality's own."""
    threshold, indicator = state.main.threshold, state.main.measured.indicator
    words = upper_first(told.well_words(threshold.value, indicator))
    return _("%(threshold)s (your own)") % {"threshold": words} if words and threshold.is_own else words


def history_of(settings: Sequence[LessonSetting], state: LessonState, *, today: date) -> list[Decided]:
    """Newest first, each as what it changed."""
    words, found = Words(today), []
    for newer, older in zip(settings, [*settings, None][1:], strict=True):
        meta = words.day(local_date(newer.decided_at))
        found.append(Decided(what=_decided(newer, older, state, words), who=newer.decided_by.name, meta=meta))
    return found


def may_decide(reader: Membership) -> bool:
    return reader.may(MANAGES)


def url_of(code: str) -> str:
    return reverse("approach:lesson_detail", args=[code])


def _first(waiting: Sequence[LessonState], reader: Membership) -> LessonState | None:
    """The first that she can do herself; the first of all when she can do none."""
    steps = ((each, each.lesson.next_step(each.standing)) for each in waiting)
    own = (each for each, step in steps if reader.may(step.permission) and _url_of(step))
    return next(own, waiting[0] if waiting else None)


def _title(states: Sequence[LessonState], *, is_new: bool) -> str:
    if is_new:
        return _("Here you begin")
    well, everything = sum(each.is_on_course for each in states), len(states)
    if well == everything:
        return _("All lessons are on course")
    if well == 0:
        return _("No lesson is on course yet")
    numbers = {"well": _number(well), "all": lower_first(_number(everything))}
    return ngettext("%(well)s of the %(all)s lessons is on course", "%(well)s of the %(all)s lessons are on course", well) % numbers


def _lead(states: Sequence[LessonState], first: LessonState | None, *, is_new: bool) -> str:
    if first is None:
        is_calm = all(each.is_on_course for each in states)
        return _("Keep it like this. Each figure is counted again every time you look.") if is_calm else _("There is nothing to begin with today.")
    begin = _("Begin with one thing: %(what)s.") % {"what": first.lesson.to_do}
    if is_new:
        rest = _("Then follow the list from top to bottom.")
        return f"{begin} {rest}"
    short = first.lesson.short_of(first.telling.code) if first.telling is not first.main else first.lesson.words[first.standing]
    if first.standing == Standing.NOT_STARTED:
        return f"{begin} {short}"
    return _("Begin with one lesson: %(title)s. %(words)s") % {"title": lower_first(str(first.lesson.title)), "words": short}


def _about(figure: LessonFigure, *, today: date) -> list[str]:
    indicator = figure.measured.indicator
    threshold = told.threshold_words(figure.threshold.value, indicator)
    if threshold and figure.threshold.is_own:
        threshold = _("%(threshold)s (your own)") % {"threshold": threshold}
    period = told.period_words(figure.period.last, today=today) if figure.measured.figure.value is not None else ""
    lines = [str(indicator.definition), " ".join(f"{each}." for each in (threshold, period) if each), _trend(figure)]
    return [each for each in lines if each]


def _trend(figure: LessonFigure) -> str:
    trend = figure.trend
    return told.trend_words(trend, quarters=sum(value is not None for value in figure.values)) if trend is not None else ""


def _spark(figure: LessonFigure) -> Spark | None:
    return Spark.of([None if value is None else float(value) for value in figure.values]) if figure.trend is not None else None


def _shown(figure: LessonFigure, *, today: date) -> Shown:
    indicator, unit = figure.measured.indicator, figure.measured.indicator.unit
    failed, threshold = figure.has_failed, figure.threshold
    judged = threshold.value is not None or figure.measured.figure.value is None
    columns = [
        Measure(
            label=told.quarter_words(quarter), short=told.quarter_short(quarter), values=(None if row is None or row.value is None else float(row.value),),
            told=("–" if row is None else told.value_words(row.figure, unit=unit),),
        )
        for quarter, row in figure.past
    ]
    enough = unit not in {Unit.YES} and sum(value is not None for value in figure.values) >= DRAWN
    return Shown(
        code=figure.code.replace(".", "-"), title=indicator.label, status=KINDS[figure.standing] if judged else "",
        state=_("Could not be counted") if failed else str(figure.standing.label), value=told.value_words(figure.measured.figure, unit=unit),
        definition=indicator.definition, threshold=upper_first(told.well_words(threshold.value, indicator)),
        ours=told.well_words(threshold.ours, indicator) if threshold.is_own else "", reason=threshold.reason,
        period=told.period_words(figure.period.last, today=today),
        words=_trend(figure) or _("No rise or fall can be seen."), series=[str(indicator.label)], columns=columns if enough else [], ends=ENDS.get(unit),
    )


def _decided(newer: LessonSetting, older: LessonSetting | None, state: LessonState, words: Words) -> str:
    indicator = state.main.measured.indicator
    if newer.threshold != (older.threshold if older is not None else None):
        own = told.threshold_words(newer.threshold, indicator)
        return own or _("Our proposal for the threshold again")
    if newer.aside_until is None:
        return _("Taken up again")
    told_aside = {"day": words.day_only(newer.aside_until), "reason": newer.aside_because}
    return _("Set aside until %(day)s: %(reason)s") % told_aside


def _url_of(step: Step) -> str:
    """Empty when the page is not there: a test fails then, not this page."""
    try:
        return reverse(step.route)
    except NoReverseMatch:
        return ""


def _number(count: int) -> str:
    """ "Zeventien": as `number` goes on."""
    after, more = 12, (
        pgettext("number", "Thirteen"), pgettext("number", "Fourteen"), pgettext("number", "Fifteen"), pgettext("number", "Sixteen"),
        pgettext("number", "Seventeen"),
    )
    return more[count - after - 1] if after < count <= after + len(more) else number(count)


def _sentence(text: str) -> str:
    return upper_first(text) if text.endswith((".", "?")) else f"{upper_first(text)}."


_LACKS = {
    Lack.NOTHING_YET: lambda: _("%(figure)s: there is nothing to count yet."),
    Lack.TOO_FEW: lambda: _("%(figure)s: too few to show."),
    Lack.FAILED: lambda: _("%(figure)s: could not be counted."),
}
