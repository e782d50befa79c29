"""A process evaluation in words: the part of the page, one step, and all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from evaluations.actions.process import missing_steps
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.process import ProcessStep
from evaluations.nine_steps import STEPS
from evaluations.nine_steps import Step as OneOfNine
from evaluations.presentation.evaluation import Step
from evaluations.system_figures import figures_of
from terms.days import local_date
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Row:
    number: int
    title: str
    state: str
    is_done: bool
    url: str


@dataclass(frozen=True, kw_only=True)
class Process:
    """The part of the page. `url` leads to all steps together."""

    lead: str
    rows: Sequence[Row]
    url: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Figures as they are shown: `counted` says when, and whether they stay so."""

    counted: str
    parts: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Written:
    """One step as everybody reads it."""

    number: int
    title: str
    text: str
    figures: Shown | None
    url: str


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Process | None:
    """Who has another part in it sees nothing of it. Two statements."""
    if evaluation.kind != Kind.PROCESS or evaluation.state == State.CANCELLED:
        return None
    works = _works_on(evaluation, reader, at)
    if not works and not (reader.may("evaluations.results") and evaluation.state in {State.CLOSED, State.SHARED}):
        return None
    missing = missing_steps(evaluation)
    may_write = works and evaluation.state in {State.PLANNED, State.OPEN}
    rows = [_row(evaluation, each, is_done=each.number not in missing, works=may_write) for each in STEPS]
    return Process(lead=_lead(evaluation, len(missing)), rows=rows, url=reverse("evaluations:process_overview", args=[evaluation.uuid]))


def step(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Step | None:
    """The first step that is not written yet, else all of them together. Two statements."""
    if evaluation.kind != Kind.PROCESS or evaluation.state not in {State.PLANNED, State.OPEN} or not _works_on(evaluation, reader, at):
        return None
    missing = missing_steps(evaluation)
    if not missing:
        return Step(label=_("Read all steps together"), url=reverse("evaluations:process_overview", args=[evaluation.uuid]))
    label = _("Begin with step 1") if len(missing) == len(STEPS) else _("Go on with step %(number)d") % {"number": missing[0]}
    return Step(label=label, url=_url(evaluation, STEPS[missing[0] - 1]))


def overview(evaluation: Evaluation, *, works: bool, at: datetime) -> list[Written]:
    """All nine, written or not. One statement."""
    kept = {each.number: each for each in ProcessStep.objects.of_evaluation(evaluation)}
    return [
        Written(
            number=each.number, title=str(each.title), text=kept[each.number].text if each.number in kept else "",
            figures=_kept(kept[each.number], Words(local_date(at))) if each.number in kept else None,
            url=_url(evaluation, each) if works else "",
        )
        for each in STEPS
    ]


def figures(evaluation: Evaluation, number: int, kept: ProcessStep | None, *, at: datetime) -> Shown | None:
    """What was kept with the step, else as it is counted now."""
    if kept is not None:
        return _kept(kept, Words(local_date(at)))
    found = figures_of(number, evaluation, at=at)
    return Shown(counted=_("As counted today. They are kept like this when you save."), parts=found["parts"]) if found else None


def _kept(step: ProcessStep, words: Words) -> Shown | None:
    if not step.figures:
        return None
    day = words.day_only(date.fromisoformat(step.figures["day"]))
    return Shown(counted=_("As counted on %(day)s.") % {"day": day}, parts=step.figures["parts"])


def _works_on(evaluation: Evaluation, reader: Membership, at: datetime) -> bool:
    return Evaluation.objects.worked_on_by(reader, today=local_date(at)).filter(pk=evaluation.pk).exists()


def _lead(evaluation: Evaluation, missing: int) -> str:
    if evaluation.state in {State.CLOSED, State.SHARED}:
        return _("All nine steps are written. Read them together, or print them.")
    if not missing:
        return _("All nine steps are written. Read them together, and finish the evaluation.")
    done = len(STEPS) - missing
    return ngettext("%(done)d of the nine steps is written.", "%(done)d of the nine steps are written.", done) % {"done": done}


def _row(evaluation: Evaluation, step: OneOfNine, *, is_done: bool, works: bool) -> Row:
    return Row(
        number=step.number, title=f"{step.number}. {step.title}", state=_("Written") if is_done else _("Not written yet"), is_done=is_done,
        url=_url(evaluation, step) if works else "",
    )


def _url(evaluation: Evaluation, step: OneOfNine) -> str:
    return reverse("evaluations:process_step", args=[evaluation.uuid, step.number])
