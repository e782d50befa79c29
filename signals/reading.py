"""What was written about a report, opened for one reader: plain values for pages, nothing else is handed out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Membership
from signals import sentences
from signals.models import ConcernReport, Feedback, Purpose, SealedText
from signals.sealed_texts import Content, opened


@dataclass(frozen=True, kw_only=True)
class Note:
    """A message or a note. `text` is None when it is erased (`purged_at`) or does not open (`is_unreadable`)."""

    author: str
    is_mine: bool
    at: datetime
    text: str | None
    is_unreadable: bool
    purged_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class GivenFeedback:
    """An answer to the reporter. `at`: when it was given, or written while it waits for a colleague."""

    uuid: UUID
    at: datetime
    author: str
    author_is_reader: bool
    sentences: list[str]
    text: str | None
    is_unreadable: bool
    purged_at: datetime | None
    is_waiting: bool
    returned_reason: str
    helped: str | None
    in_time: bool | None


@dataclass(frozen=True, kw_only=True)
class ReportText:
    """Everything that this reader may read. `purge_on`: the day on which the first text of it is erased."""

    answers: dict[str, Content]
    messages: list[Note]
    notes: list[Note]
    feedbacks: list[GivenFeedback]
    is_unreadable: bool
    purge_on: date | None
    purged_at: datetime | None


def readable(report: ConcernReport, reader: Membership) -> ReportText:
    """Three statements, however much was written. The reporter gets no notes and no answer that was not given."""
    rows = list(SealedText.objects.filter(report=report).select_related("author__user").order_by("at", "pk"))
    answers = [row for row in rows if row.purpose == Purpose.ANSWER]
    content = {row.name: opened(row) for row in answers}
    is_reporter = report.reporter_id == reader.pk
    return ReportText(
        answers={name: value for name, value in content.items() if value is not None},
        messages=[_note(row, reader) for row in rows if row.purpose == Purpose.MESSAGE],
        notes=[] if is_reporter else [_note(row, reader) for row in rows if row.purpose == Purpose.NOTE and not row.name],
        feedbacks=_feedbacks(report, reader, rows, only_given=is_reporter),
        is_unreadable=any(row.purged_at is None and content[row.name] is None for row in answers),
        purge_on=min((row.purge_on for row in answers if row.purged_at is None), default=None),
        purged_at=max((row.purged_at for row in answers if row.purged_at), default=None),
    )


def _note(row: SealedText, reader: Membership) -> Note:
    text = opened(row)
    return Note(
        author=row.author.name if row.author else _("Somebody"),
        is_mine=row.author_id == reader.pk,
        at=row.at,
        text=None if text is None else str(text),
        is_unreadable=row.purged_at is None and text is None,
        purged_at=row.purged_at,
    )


def _feedbacks(report: ConcernReport, reader: Membership, rows: Sequence[SealedText], *, only_given: bool) -> list[GivenFeedback]:
    given = Feedback.objects.filter(report=report).select_related("author__user", "rating").order_by("written_at", "pk")
    feedbacks = [each for each in given if each.given_at is not None or not only_given]
    codes = {code for each in feedbacks for code in each.sentences}
    texts = sentences.texts_of(report.municipality, codes) if codes else {}
    by_pk = {row.pk: row for row in rows}
    return [_given(each, reader, by_pk, texts) for each in feedbacks]


def _given(feedback: Feedback, reader: Membership, rows: dict[UUID, SealedText], texts: dict[str, str]) -> GivenFeedback:
    row = rows.get(feedback.text_id) if feedback.text_id else None
    text, because = opened(row), opened(rows.get(feedback.returned_because_id) if feedback.returned_because_id else None)
    rating = getattr(feedback, "rating", None)
    return GivenFeedback(
        uuid=feedback.uuid,
        at=feedback.given_at or feedback.returned_at or feedback.written_at,
        author=feedback.author.name if feedback.author else _("Somebody"),
        author_is_reader=feedback.author_id == reader.pk,
        sentences=[texts[code] for code in feedback.sentences],
        text=None if text is None else str(text),
        is_unreadable=row is not None and row.purged_at is None and text is None,
        purged_at=row.purged_at if row else None,
        is_waiting=feedback.is_waiting,
        returned_reason=_returned(feedback, because),
        helped=rating.helped if rating else None,
        in_time=rating.in_time if rating else None,
    )


def _returned(feedback: Feedback, because: Content | None) -> str:
    if feedback.returned_at is None:
        return ""
    return str(because) if because else _("not sent")
