"""The report of a meeting as a tagged PDF: what was said and agreed, what was done with it, what was corrected. Nobody is named."""

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings.models.agenda import ActionPoint
from meetings.models.meeting import Meeting
from meetings.presentation import report as words_of
from meetings.presentation.action import rows_of
from meetings.presentation.meeting import when, where
from meetings.presentation.point import PointPart, parts
from terms.days import local_date
from ui import documents
from ui.phrases import Words

SOURCE = Path(__file__).parent / "typst" / "report.typ"


@dataclass(frozen=True, kw_only=True)
class Labels:
    said: str
    agreed: str
    not_taken: str
    done: str
    corrections: str
    actions: str


@dataclass(frozen=True, kw_only=True)
class PointOnPaper:
    title: str
    brought_by: str
    said: str
    agreed: str
    not_taken: str
    due: str
    answer: str
    corrections: list[tuple[str, str]]  # what was proposed, and what was done with it


@dataclass(frozen=True, kw_only=True)
class Report:
    """All words of the paper, in the language that is on."""

    title: str
    when: str
    where: str
    facts: list[str]
    points: list[PointOnPaper]
    actions: list[tuple[str, str]]
    labels: Labels
    place: str  # of the paper: what stands beside the municipality on top
    municipality: str
    brand: str
    language: str


def words_for(meeting: Meeting, *, reader: Membership, at: datetime) -> Report:
    """Of a report that is there; the caller asks. The same for every reader: also who organises gets no names on paper."""
    words = Words(local_date(at))
    actions = rows_of(ActionPoint.objects.of_meeting(meeting).with_people(), reader=None, is_led=False, today=words.today)
    return Report(
        title=meeting.title,
        when=when(meeting, words),
        where=where(meeting),
        facts=[words_of.how_many(meeting), words_of.until(meeting, at=at)],
        points=[_point(each) for each in parts(meeting, reader=reader, at=at)],
        actions=[(each.title, ". ".join(filter(None, [each.line.what, each.line.due]))) for each in actions],
        labels=Labels(
            said=_("What was said"), agreed=_("What was agreed"), not_taken=_("We did not get to this point"), done=_("What was done with it"),
            corrections=_("Corrections"), actions=_("Who does what"),
        ),
        place=_("Report of a meeting"),
        municipality=str(meeting.municipality),
        brand=meeting.municipality.brand,
        language=translation.get_language() or "nl",
    )


def pdf_of(words: Report) -> bytes:
    return documents.pdf_of(SOURCE, asdict(words))


def _point(part: PointPart) -> PointOnPaper:
    return PointOnPaper(
        title=f"{part.number}. {part.title}", brought_by=part.brought_by, said=part.said, agreed=part.agreed, not_taken=part.not_taken,
        due=part.answer.due if part.answer else "", answer=part.answer_text,
        corrections=[(each.text, " ".join(filter(None, [each.state, each.reply]))) for each in part.corrections],
    )
