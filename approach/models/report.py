"""The report to council and college: made from a template and the figures of a period, edited, offered, issued by a second person, frozen."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from approach.kinds import FileKind, ReportState
from approach.models.vision import Vision
from approach.querysets.report import CommentQuerySet, ReportFileQuerySet, ReportQuerySet, SectionQuerySet, TemplateQuerySet

_REFUSE_WHEN_ISSUED = """
IF EXISTS (SELECT 1 FROM approach_report WHERE id IN ({reports}) AND state = 'issued') THEN
    RAISE EXCEPTION 'an issued report stays as it is';
END IF;
RETURN {row};
"""
_CHANGES = (
    ("comes", pgtrigger.Insert, "NEW.report_id", "NEW"),
    ("changes", pgtrigger.Update, "OLD.report_id, NEW.report_id", "NEW"),
    ("goes", pgtrigger.Delete, "OLD.report_id", "OLD"),
)


def _stays_once_issued(what: str, verb: str, operation: pgtrigger.Operation, reports: str, row: str) -> pgtrigger.Trigger:
    func = _REFUSE_WHEN_ISSUED.format(reports=reports, row=row)
    return pgtrigger.Trigger(name=f"{what}_{verb}_before_issue", when=pgtrigger.Before, operation=operation, func=func)


class Template(models.Model):
    """A version of a municipality's own template: `[{"code", "title", "text"}, …]`; `{code}` in a text is a figure. Without a row ours holds."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField(_("version"))
    sections = models.JSONField(_("sections"))
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("template of a report")
        verbose_name_plural = _("templates of reports")
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="report_template_with_municipality"),
            models.UniqueConstraint(fields=["municipality", "number"], name="report_template_version_once"),
        )
        triggers = (pgtrigger.Protect(name="template_stays", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"template {self.uuid}"


class Report(models.Model):
    """Over whole quarters: `first` is the first day of one, `last` the last day of one.

    `figures` are measured once, when it is made: what they were then stays, and what changed since is shown beside. `progress` counts
    finished steps of the making, which can be resumed. `vision`: in force on the last day. Issued: by somebody else than who offered it,
    with its files and a `checksum` (SHA-256 over figures and sections); nothing changes after that.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    title = models.CharField(_("title"), max_length=120)
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    state = models.CharField(max_length=9, choices=ReportState, default=ReportState.MAKING, editable=False)
    template = models.ForeignKey(Template, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vision = models.ForeignKey(Vision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    progress = models.PositiveSmallIntegerField(default=0, editable=False)
    problem = models.CharField(max_length=300, blank=True, editable=False)
    figures = models.JSONField(default=dict, editable=False)
    asks = models.TextField(_("what is asked of the council"), max_length=1500, blank=True)
    begun_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    offered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    offered_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    number = models.CharField(max_length=12, blank=True, editable=False)
    checksum = models.CharField(max_length=64, blank=True, editable=False)
    submission = models.UUIDField(unique=True, editable=False)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report to the council")
        verbose_name_plural = _("reports to the council")
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="council_report_with_municipality"),
            models.UniqueConstraint(fields=["municipality", "number"], condition=~Q(number=""), name="council_report_number_once"),
            models.CheckConstraint(condition=Q(last__gt=F("first")), name="report_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(state="offered") | Q(offered_by__isnull=False, offered_at__isnull=False), name="offered_report_was_offered"),
            models.CheckConstraint(
                condition=~Q(state="issued")
                | Q(offered_by__isnull=False, issued_by__isnull=False, issued_at__isnull=False)
                & ~Q(checksum="") & ~Q(number="") & ~Q(issued_by=F("offered_by")),
                name="issued_report_has_four_eyes",
            ),
        )
        indexes = (models.Index("municipality", F("begun_at").desc(), F("id").desc(), name="council_report_list"),)
        triggers = (
            pgtrigger.Protect(name="issued_report_stays", operation=pgtrigger.Update, condition=pgtrigger.Q(old__state="issued")),
            pgtrigger.Protect(name="issued_report_is_kept", operation=pgtrigger.Delete, condition=pgtrigger.Q(old__state="issued")),
        )

    def __str__(self) -> str:
        return f"report {self.uuid}"


class Section(models.Model):
    """`made`: the sentences that the figures gave; `text`: what somebody made of them. Equal as long as nobody changed them."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    code = models.CharField(max_length=30)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=120)
    made = models.TextField(blank=True)
    text = models.TextField(_("text"), max_length=4000, blank=True)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section of a report")
        verbose_name_plural = _("sections of reports")
        constraints = (models.UniqueConstraint(fields=["report", "code"], name="section_once_in_a_report"),)
        triggers = tuple(_stays_once_issued("section", *change) for change in _CHANGES)

    def __str__(self) -> str:
        return f"section {self.code} of report {self.report_id}"


class Comment(models.Model):
    """What a colleague says of a draft. Gone when the report is issued."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="comments")
    section = models.CharField(max_length=30, blank=True)
    text = models.TextField(_("what would you change?"), max_length=1000)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a report")
        verbose_name_plural = _("comments on reports")
        indexes = (models.Index(fields=["report", "at", "id"], name="comment_list"),)

    def __str__(self) -> str:
        return f"comment {self.uuid}"


class ReportFile(models.Model):
    """An issued report as it was given out, byte for byte."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=4, choices=FileKind)
    content = models.BinaryField()
    checksum = models.CharField(max_length=64)

    objects = ReportFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a report")
        verbose_name_plural = _("files of reports")
        constraints = (models.UniqueConstraint(fields=["report", "kind"], name="one_file_of_a_kind"),)
        triggers = (
            pgtrigger.Protect(name="report_file_stays", operation=pgtrigger.Update),
            _stays_once_issued("report_file", *_CHANGES[-1]),
        )

    def __str__(self) -> str:
        return f"{self.kind} of report {self.report_id}"
