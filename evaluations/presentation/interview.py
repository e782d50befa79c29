"""Themes of talks, on the page of the evaluation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.actions import interview as actions
from evaluations.models.evaluation import Evaluation
from evaluations.models.interview import InterviewTheme
from evaluations.presentation.evaluation import Step
from terms.days import local_date


@dataclass(frozen=True, kw_only=True)
class Theme:
    title: str
    text: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """`new_url` and the url of a theme for who holds the talks. `is_hers`: others read it only after closing."""

    themes: Sequence[Theme]
    new_url: str
    is_hers: bool


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Section | None:
    """Two statements. None for who neither holds talks nor finds a theme."""
    writes = actions.holds_talks(evaluation, reader, at=at) and actions.may_write(evaluation)
    found = list(InterviewTheme.objects.visible_to(reader, today=local_date(at)).of_evaluation(evaluation))
    if not found and not writes:
        return None
    themes = [Theme(title=each.theme, text=each.text, url=reverse("evaluations:theme_change", args=[each.uuid]) if writes else "") for each in found]
    return Section(themes=themes, new_url=reverse("evaluations:theme_new", args=[evaluation.uuid]) if writes else "", is_hers=writes)


def step(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Step | None:
    """One statement."""
    if not actions.may_write(evaluation) or not actions.holds_talks(evaluation, reader, at=at):
        return None
    return Step(label=_("Write down a theme"), url=reverse("evaluations:theme_new", args=[evaluation.uuid]))
