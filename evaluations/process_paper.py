"""A process evaluation on paper: what was found in each step, with the figures that were kept."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from evaluations.kinds import Kind
from evaluations.models.evaluation import Evaluation
from evaluations.presentation.process import Written, overview
from ui import papers
from ui.papers import Paper, Section


def words_for(evaluation: Evaluation, *, at: datetime) -> Paper:
    """The same for every reader. The caller asks whether she may read it."""
    return Paper(
        title=evaluation.title,
        lead=_("Looked back in nine steps. That there are nine steps is of the toolkit of the government; the words of the steps are of this application."),
        sections=[section for step in overview(evaluation, works=False, at=at) for section in _sections(step)],
        place=str(Kind.PROCESS.label),
        municipality=str(evaluation.municipality),
        brand=evaluation.municipality.brand,
        language=translation.get_language() or "nl",
    )


def pdf_of(evaluation: Evaluation, *, at: datetime) -> bytes:
    return papers.pdf_of(words_for(evaluation, at=at))


def _sections(step: Written) -> Iterator[Section]:
    yield Section(title=f"{step.number}. {step.title}", text=step.text or _("Nothing was written."), note=step.figures.counted if step.figures else "")
    for part in step.figures.parts if step.figures else ():
        yield Section(title=part["title"], text=part["sentence"], lines=[(label, value) for label, value in part["lines"]], level=3)
