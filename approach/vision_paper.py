"""A vision on paper: all its steps, its sub-goals with the figure that shows each, and who adopted it when."""

from collections.abc import Iterator
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from approach.kinds import VisionState
from approach.models.vision import Goal, Vision
from approach.presentation import vision as words_of
from approach.presentation.vision import StepWords
from ui import papers
from ui.papers import Paper, Section
from ui.phrases import Words


def words_for(vision: Vision) -> Paper:
    """The same for every reader. The caller asks whether she may read it. On paper each day has its year."""
    words = Words(date.min)
    lead = words_of.adopted(vision, words) if vision.state == VisionState.ADOPTED else _("A draft: nobody adopted this yet.")
    return Paper(
        title=_("Vision on working with key figures, version %(number)d") % {"number": vision.number},
        lead=lead,
        sections=[section for step in words_of.steps_of(vision, list(Goal.objects.of(vision)), today=date.min) for section in _sections(step)],
        place=_("Vision, version %(number)d") % {"number": vision.number},
        municipality=str(vision.municipality),
        brand=vision.municipality.brand,
        language=translation.get_language() or "nl",
        facts=[_("It is looked at again %(by)s.") % {"by": words.by(vision.review_on)}] if vision.review_on else [],
    )


def pdf_of(vision: Vision) -> bytes:
    return papers.pdf_of(words_for(vision))


def _sections(step: StepWords) -> Iterator[Section]:
    written = [each for each in step.answers if each.text]
    yield Section(title=f"{step.number}. {step.title}", text="" if written or step.goals else _("Nothing was written here."))
    for each in written:
        yield Section(title=each.label, text=each.text, level=3)
    for goal in step.goals:
        lines = [(each, "") for each in (goal.shown_by, goal.target, goal.by) if each]
        yield Section(title=goal.text, lines=lines, note=goal.definition, level=3)
