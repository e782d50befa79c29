"""Making a report, step by step. The row is the truth: who is killed halfway is followed up by the next run, and each step is done once."""

import logging
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach import gathering, log_verbs, sentences
from approach.actions import NotPossible, check_manages
from approach.frozen import Figures
from approach.kinds import ReportState
from approach.models.report import Report, Section, Template
from approach.presentation.template import parts_of
from approach.report_template import Filling
from audit import log
from indicators.quarters import Quarter

logger = logging.getLogger(__name__)
STEPS = len(gathering.STEPS) + 1  # the last one writes the sentences


class NotFailed(NotPossible):
    def __str__(self) -> str:
        return _("This report is being made again, or was thrown away.")


@transaction.atomic
def begin(*, first: Quarter, last: Quarter, submission: UUID, by: Membership, at: datetime) -> Report:
    """One click: the rest is done by the clock. The same form sent twice is one report."""
    check_manages(by, by.municipality_id)
    row, is_new = Report.objects.get_or_create(
        submission=submission,
        defaults={
            "municipality": by.municipality, "title": _title(first.first, last.last), "first": first.first, "last": last.last,
            "template": Template.objects.of(by.municipality).first(), "begun_by": by, "begun_at": at,
        },
    )
    if row.municipality_id != by.municipality_id:
        raise PermissionDenied
    if is_new:
        log.record(log_verbs.REPORT_BEGUN, at=at, actor=by, kind="approach.report", subject=row.uuid)
        transaction.on_commit(_make_soon, robust=True)
    return row


@transaction.atomic
def resume(report: Report, *, by: Membership, at: datetime) -> Report:  # noqa: ARG001  as every verb
    """From the step that failed; what was measured before it stays."""
    check_manages(by, report.municipality_id)
    row = Report.objects.select_for_update().get(pk=report.pk)
    if row.state != ReportState.FAILED:
        raise NotFailed
    row.state, row.problem = ReportState.MAKING, ""
    row.save(update_fields=["state", "problem"])
    transaction.on_commit(_make_soon, robust=True)
    return row


def make_all() -> int:
    """Every report that waits to be made, oldest first. Returns how many were finished."""
    return sum(_make(pk) for pk in Report.objects.being_made().values_list("pk", flat=True))


def _make(pk: int) -> bool:
    for _each in range(STEPS + 1):
        try:
            state = _one_step(pk)
        except Exception:  # whatever goes wrong in a step is told on the page, and found in the log
            logger.exception("report_step_failed", extra={"report": pk})
            _fail(pk)
            return False
        if state != ReportState.MAKING:
            return state == ReportState.DRAFT
    return False


@transaction.atomic
def _one_step(pk: int) -> str | None:
    """The state after it. None when another worker has this report in hands."""
    with translation.override(settings.LANGUAGE_CODE):
        row = _locked(pk)
        if row is None or row.state != ReportState.MAKING:
            return None
        if row.progress < len(gathering.STEPS):
            row.figures = {**row.figures, **gathering.STEPS[row.progress](row)}
        else:
            _write(row)
            row.state = ReportState.DRAFT
        row.progress += 1
        row.save(update_fields=["figures", "vision", "progress", "state"])
        return row.state


@transaction.atomic
def _fail(pk: int) -> None:
    """Which step, in plain words; never what was in it."""
    row = _locked(pk)
    if row is not None and row.state == ReportState.MAKING:
        with translation.override(settings.LANGUAGE_CODE):
            told = {"number": row.progress + 1, "of": STEPS}
            row.problem = _("Step %(number)d of %(of)d did not succeed. What was measured before it is kept.") % told
        row.state = ReportState.FAILED
        row.save(update_fields=["state", "problem"])


def _locked(pk: int) -> Report | None:
    return Report.objects.select_for_update(of=("self",), skip_locked=True).select_related("municipality", "template").filter(pk=pk).first()


def _write(row: Report) -> None:
    """The sections of the template, with the sentences that the figures give."""
    filling = filling_of(row)
    made = [(part, filling.fill(part)) for part in parts_of(row.template)]
    Section.objects.bulk_create(
        Section(
            municipality=row.municipality, report=row, code=part.code, position=position, title=str(part.title), made=text, text=text,
        )
        for position, (part, text) in enumerate(made, start=1)
    )


def filling_of(row: Report) -> Filling:
    figures = Figures.from_json(row.figures)
    years = range(row.first.year, row.last.year + 1)
    return Filling(
        figures=figures, municipality=row.municipality.name, period=sentences.period_words(row.first, row.last),
        vision=sentences.visions(figures, first=row.first), money=sentences.money(figures.money, years),
    )


def _title(first: date, last: date) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        years = str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
        return _("Working with key figures, %(years)s") % {"years": years}


def _make_soon() -> None:
    from approach.tasks import wake_making  # noqa: PLC0415  tasks stand above actions and import them

    wake_making()
