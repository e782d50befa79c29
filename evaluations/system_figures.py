"""What the system counted, per step of a process evaluation: from the modules that count it, as they may be shown. Nobody is in it.

Values that JSON holds, because a step keeps what was shown (evaluations.models.process.ProcessStep.figures).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Municipality
from evaluations import nine_steps
from evaluations.kinds import ActionState, Group, Kind
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.sheet import Response
from keyfigures import balance, reporting
from keyfigures.mix import Figures
from keyfigures.models.mix import FrozenMix
from keyfigures.presentation import balance as balance_words
from keyfigures.presentation import mix as mix_words
from keyfigures.presentation.contact_figures import contact_figures
from keyfigures.presentation.shown import words_of
from keyfigures.suppression import rounded
from meetings.presentation import figures as meeting_words
from signals.reporting import clock_status
from terms.days import at_time, local_date
from terms.models import Clock
from ui.components.figures import Bar
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Part:
    """`lines`: what was counted, and how much in words."""

    title: str
    sentence: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)


def figures_of(number: int, evaluation: Evaluation, *, at: datetime) -> dict[str, Any]:
    """For this step; empty where nothing is counted."""
    counted = _COUNTED.get(number)
    parts = counted(evaluation, at) if counted is not None else []
    return {"day": local_date(at).isoformat(), "parts": [asdict(each) for each in parts]} if parts else {}


def _contact(evaluation: Evaluation, at: datetime) -> list[Part]:
    found = contact_figures(evaluation.municipality, at=at)
    quiet, incident = (sum(column.values[place] for column in found.columns) for place in (0, 1))
    lines = list(zip(found.series, (str(quiet), str(incident)), strict=True))
    return [Part(title=_("Contact in the last twelve months"), sentence=f"{found.title}.", lines=lines)]


def _promises(evaluation: Evaluation, at: datetime) -> list[Part]:
    """Of people, and answers to concerns above all: rounded, and what is small is not told."""
    until = balance.last_quarter_ended(local_date(at))
    first = until - balance.PERIOD + timedelta(days=1)
    treated = reporting.treatment_in(evaluation.municipality, first=first, last=until)
    status = clock_status(evaluation.municipality, at=at)
    open_ones, late = _of_which(len(status.rows), status.late)
    period = _("The year up to and including %(day)s") % {"day": Words(local_date(at)).day_only(until)}
    return [
        Part(title=_("Promises that were due"), sentence=f"{period}.", lines=_kept(evaluation.municipality, first=first, last=until)),
        Part(
            title=_("Complaints about how we treat key figures"), sentence=f"{period}.",
            lines=[(_("Answered"), words_of(treated.answered)), (_("In time"), words_of(treated.in_time))],
        ),
        Part(title=_("Promises about concerns that are open now"), lines=[(_("Open"), open_ones), (_("Late"), late)]),
    ]


def _kept(municipality: Municipality, *, first: date, last: date) -> list[tuple[str, str]]:
    """To somebody who waits for it, both days inclusive; without what was no longer wanted."""
    period = (at_time(first, time(0)), at_time(last, time.max))
    due = Clock.objects.filter(municipality=municipality, due_at__range=period, ended_at=None, waiter__isnull=False)
    counted = due.aggregate(of=Count("pk"), part=Count("pk", filter=Q(kept_at__lte=F("due_at"))))
    promised, in_time = _of_which(counted["of"], counted["part"])
    return [(_("Promised"), promised), (_("Kept in time"), in_time)]


def _of_which(whole: int, part: int) -> tuple[str, str]:
    """The part is told only when it and what is left over are both large enough."""
    rest_is_small = rounded(whole - part) is None
    return words_of(rounded(whole)), words_of(None if rest_is_small else rounded(part))


def _meetings(evaluation: Evaluation, at: datetime) -> list[Part]:
    found = meeting_words.figures_of(evaluation.owner, at=at)
    return [Part(title=each.title, sentence=each.sentence, lines=_lines(each.bars)) for each in found.parts]


def _reach(evaluation: Evaluation, at: datetime) -> list[Part]:
    frozen = FrozenMix.objects.latest_of(evaluation.municipality)
    if frozen is None:
        return [Part(title=_("Mix of the network"), sentence=_("There are too few key figures to show this."))]
    figures, words = Figures.from_json(frozen.figures), Words(local_date(at))
    counted = _("Counted on %(day)s.") % {"day": words.day_only(local_date(frozen.at))}
    gaps = [(each.who, each.how_many) for each in mix_words.gaps_of(figures)]
    return [
        Part(
            title=_("Mix of the network"), sentence=f"{mix_words.title_of(figures)}. {counted}",
            lines=[(_("Active key figures"), words_of(figures.people)), *gaps],
        ),
        Part(title=_("Coming and going"), sentence=" ".join([*mix_words.turnover_of(figures), mix_words.risk_of(figures)])),
    ]


def _balance(evaluation: Evaluation, at: datetime) -> list[Part]:
    found = balance_words.network(evaluation.municipality, at=at)
    period = _("The year up to and including %(day)s") % {"day": found.until}
    sentence = f"{found.title}. {period}. {found.hours}".strip()
    return [Part(title=_("Giving and taking"), sentence=sentence, lines=_lines([*found.sums, *found.asked, *found.given]))]


def _opinions(evaluation: Evaluation, at: datetime) -> list[Part]:
    """How many answered the last questions; what they answered stands on the page of those questions."""
    surveys = Evaluation.objects.filter(municipality=evaluation.municipality, counted_at__isnull=False).of_kind(Kind.SURVEY)
    last = surveys.order_by("-closed_at", "-pk").first()
    if last is None or last.closed_at is None:
        return [Part(title=_("Questions to the network"), sentence=_("No answers were counted yet."))]
    told = {each.group: each for each in Response.objects.filter(evaluation=last)}
    day = Words(local_date(at)).day_only(local_date(last.closed_at))
    lines = [(str(group.label), _answered(told[group.value])) for group in Group if group.value in told]
    return [Part(title=last.title, sentence=_("Closed on %(day)s.") % {"day": day}, lines=lines)]


def _answered(response: Response) -> str:
    if response.answered is None:
        return words_of(None)
    return _("%(answered)d of %(asked)d answered") % {"answered": response.answered, "asked": response.asked}


def _plan(evaluation: Evaluation, at: datetime) -> list[Part]:
    closed = Evaluation.objects.filter(municipality=evaluation.municipality).held().exclude(pk=evaluation.pk)
    words, lines = Words(local_date(at)), []
    for kind in Kind:
        last = closed.of_kind(kind).order_by("-closed_at").values_list("closed_at", flat=True).first()
        lines.append((str(kind.label), _("finished on %(day)s") % {"day": words.day_only(local_date(last))} if last else _("not yet")))
    return [Part(title=_("Earlier evaluations"), lines=lines)]


def _learning(evaluation: Evaluation, _at: datetime) -> list[Part]:
    counted = dict(Improvement.objects.filter(municipality=evaluation.municipality).values_list("state").annotate(Count("pk")).order_by())
    number = counted.get(ActionState.OPEN, 0)
    sentence = ngettext("%(number)d improvement is still open.", "%(number)d improvements are still open.", number) % {"number": number}
    lines = [(str(each.label), str(counted.get(each, 0))) for each in ActionState]
    return [Part(title=_("Improvements of earlier evaluations"), sentence=sentence, lines=lines)]


def _lines(bars: Iterable[Bar]) -> list[tuple[str, str]]:
    return [(each.label, f"{each.value}. {each.more}" if each.more else each.value) for each in bars]


_COUNTED: Mapping[int, Callable[[Evaluation, datetime], list[Part]]] = {
    nine_steps.PLAN: _plan, nine_steps.CONTACT: _contact, nine_steps.PROMISES: _promises, nine_steps.MEETINGS: _meetings, nine_steps.REACH: _reach,
    nine_steps.BALANCE: _balance, nine_steps.OPINIONS: _opinions, nine_steps.LEARNING: _learning,
}
