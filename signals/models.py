"""A concern report and all that belongs to it. Texts are sealed and live at most 28 days; what stays is dates and codes."""

from uuid import uuid4

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Membership, Municipality
from signals.querysets import RUNS, AccessGrantQuerySet, ConcernReportQuerySet, FeedbackQuerySet, SealedTextQuerySet
from signals.workflow import ENDED, OPEN, Facts, HandedTo, Outcome, State


class Way(models.TextChoices):
    """How a concern came in."""

    TALK = "talk", _("Asked for a talk")
    WRITTEN = "written", _("Written down")
    PHONE = "phone", _("Told by phone")


class ReportCounter(models.Model):
    """The last number given out by a municipality in a year; only the trigger of ConcernReport writes here."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("counter of reports")
        verbose_name_plural = _("counters of reports")
        constraints = (models.UniqueConstraint(fields=["municipality", "year"], name="one_counter_per_year"),)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


# Numbers without gaps, in the transaction of the report itself; two at once wait for each other here.
GIVE_NUMBER = """
    INSERT INTO signals_reportcounter AS counter (municipality_id, year, last) VALUES (NEW.municipality_id, NEW.year, 1)
    ON CONFLICT (municipality_id, year) DO UPDATE SET last = counter.last + 1
    RETURNING counter.last INTO NEW.sequence;
    RETURN NEW;
"""


class ConcernReport(models.Model):
    """A worry that somebody shared with the municipality. Its words are in SealedText; its promises are terms.Clock."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()  # of arrival, in Amsterdam
    sequence = models.PositiveIntegerField(db_default=0)  # given by the trigger
    submission = models.UUIDField(unique=True, null=True)  # of the form: sending it twice makes one report
    way = models.CharField(max_length=10, choices=Way)

    reporter = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    entered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    contact_person = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    deputy = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    name_may_be_mentioned = models.BooleanField(default=False)

    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    handed_to = models.CharField(max_length=20, choices=HandedTo, blank=True)

    received_at = models.DateTimeField()
    counted_from = models.DateTimeField()  # begin of the working day on which it counts as received
    changed_at = models.DateTimeField()  # last time that the reporter sent something
    seen_at = models.DateTimeField(null=True, blank=True)  # last time that an official opened it
    paused_at = models.DateTimeField(null=True, blank=True)
    next_due_at = models.DateTimeField(null=True, blank=True)  # of the first open promise; nothing is owed without one
    decided_at = models.DateTimeField(null=True, blank=True)
    final_feedback_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reopen_requested_at = models.DateTimeField(null=True, blank=True)
    anonymised_at = models.DateTimeField(null=True, blank=True)

    objects = ConcernReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("concern report")
        verbose_name_plural = _("concern reports")
        # A later migration adds composite foreign keys: all people of a report belong to its municipality.
        constraints = (
            models.UniqueConstraint(fields=["municipality", "year", "sequence"], name="report_number_once"),
            models.CheckConstraint(
                condition=Q(anonymised_at__isnull=False) | Q(reporter__isnull=False, contact_person__isnull=False),
                name="report_has_people_until_anonymised",
            ),
            models.CheckConstraint(
                condition=Q(anonymised_at=None) | Q(reporter=None, entered_by=None, contact_person=None, deputy=None, submission=None),
                name="anonymised_report_has_no_people",
            ),
            models.CheckConstraint(condition=~Q(contact_person=F("reporter")), name="nobody_handles_her_own_report"),
            models.CheckConstraint(condition=~Q(deputy=F("reporter")), name="nobody_is_deputy_of_her_own_report"),
            models.CheckConstraint(condition=~Q(way="phone") | Q(entered_by__isnull=False) | Q(anonymised_at__isnull=False), name="phone_report_was_entered"),
            models.CheckConstraint(condition=Q(state__in=OPEN) | Q(closed_at__isnull=False, next_due_at=None), name="ended_report_owes_nothing"),
            models.CheckConstraint(
                condition=~Q(state__in=["decided", "closed"]) | (~Q(outcome="") & Q(decided_at__isnull=False)), name="decided_report_has_an_outcome",
            ),
            models.CheckConstraint(condition=~Q(state="closed") | Q(final_feedback_at__isnull=False), name="closed_after_the_last_answer"),
            models.CheckConstraint(condition=~Q(outcome="passed_on") | ~Q(handed_to=""), name="passed_on_to_somebody"),
            models.CheckConstraint(condition=Q(reopen_requested_at=None) | Q(state="closed"), name="only_closed_reports_ask_to_reopen"),
            models.CheckConstraint(condition=Q(paused_at=None) | Q(state__in=["taken_on", "contacted", "informed"]), name="only_work_stands_still"),
        )
        indexes = (
            models.Index("municipality", RUNS.desc(), F("next_due_at").asc(nulls_last=True), F("id").desc(), name="report_work_list"),
            models.Index("reporter", F("received_at").desc(), name="report_of_reporter"),
            models.Index(fields=["closed_at", "id"], condition=Q(closed_at__isnull=False, anonymised_at=None), name="report_to_anonymise"),
        )
        triggers = (pgtrigger.Trigger(name="give_number", operation=pgtrigger.Insert, when=pgtrigger.Before, func=GIVE_NUMBER),)

    def __str__(self) -> str:
        return f"report {self.number}"

    @property
    def number(self) -> str:
        """Unique in the municipality: "2026-0042"."""
        return f"{self.year}-{self.sequence:04d}"

    @property
    def is_paused(self) -> bool:
        return self.paused_at is not None

    @property
    def is_ended(self) -> bool:
        return self.state in ENDED

    @property
    def has_news(self) -> bool:
        """The reporter sent something after an official last looked."""
        return self.seen_at is None or self.changed_at > self.seen_at

    @property
    def facts(self) -> Facts:
        return Facts(
            state=self.state,
            is_paused=self.is_paused,
            had_final_feedback=self.final_feedback_at is not None,
            was_asked_to_reopen=self.reopen_requested_at is not None,
        )


class ReportEvent(models.Model):
    """What happened to a report, for good. Rows are only added; `detail` is a code or a number, never a text."""

    report = models.ForeignKey(ConcernReport, on_delete=models.PROTECT, related_name="events")
    step = models.CharField(max_length=20)
    from_state = models.CharField(max_length=12, choices=State, blank=True)
    to_state = models.CharField(max_length=12, choices=State)
    actor = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField()
    detail = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("event of a report")
        verbose_name_plural = _("events of reports")
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.step} {self.report_id}"


class Purpose(models.TextChoices):
    ANSWER = "answer", _("Answer in the form")
    MESSAGE = "message", _("Message in the conversation")
    NOTE = "note", _("Note of an official")
    FEEDBACK = "feedback", _("Own words in feedback")


class SealedText(models.Model):
    """One text, encrypted and bound to this row. Empty once it is erased; then only when and what kind is known."""

    uuid = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    report = models.ForeignKey(ConcernReport, on_delete=models.PROTECT, related_name="texts")
    purpose = models.CharField(max_length=10, choices=Purpose)
    name = models.CharField(max_length=30, blank=True)  # of the question, for answers
    author = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField()
    sealed = models.BinaryField()
    key_id = models.CharField(max_length=40, blank=True)
    purge_on = models.DateField()
    purged_at = models.DateTimeField(null=True, blank=True)

    objects = SealedTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("sealed text")
        verbose_name_plural = _("sealed texts")
        constraints = (
            models.CheckConstraint(
                condition=Q(purged_at=None) & ~Q(sealed=b"") & ~Q(key_id="") | Q(purged_at__isnull=False, sealed=b"", key_id=""),
                name="text_is_sealed_or_erased",
            ),
        )
        indexes = (
            models.Index(fields=["purge_on", "uuid"], condition=Q(purged_at=None), name="text_to_erase"),
            models.Index(fields=["key_id", "uuid"], condition=Q(purged_at=None), name="text_by_key"),
        )

    def __str__(self) -> str:
        return f"text {self.uuid}"

    @property
    def bound_to(self) -> str:
        """What the seal is bound to: moved to another row, report, kind or question, it does not open."""
        return f"signals.sealedtext:{self.uuid}:{self.report_id}:{self.purpose}:{self.name}"


class Feedback(models.Model):
    """An answer to the reporter: fixed sentences by their code, own words sealed. Given, waiting for a colleague, or returned."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    report = models.ForeignKey(ConcernReport, on_delete=models.PROTECT, related_name="feedbacks")
    sentences = ArrayField(models.CharField(max_length=40), default=list)
    text = models.OneToOneField(SealedText, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    author = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    written_at = models.DateTimeField()
    approved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    given_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.OneToOneField(SealedText, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        constraints = (
            models.CheckConstraint(condition=Q(text__isnull=False) | ~Q(sentences=[]), name="feedback_says_something"),
            models.CheckConstraint(condition=Q(given_at=None) | Q(returned_at=None), name="feedback_is_given_or_returned"),
            models.CheckConstraint(condition=Q(approved_by=None) | ~Q(approved_by=F("author")), name="second_pair_of_eyes"),
            # One answer at a time waits for a colleague.
            models.UniqueConstraint(fields=["report"], condition=Q(given_at=None, returned_at=None), name="one_feedback_waits"),
        )

    def __str__(self) -> str:
        return f"feedback {self.uuid}"

    @property
    def is_waiting(self) -> bool:
        return self.given_at is None and self.returned_at is None


class Helped(models.TextChoices):
    YES = "yes", pgettext_lazy("helped", "Yes")
    PARTLY = "partly", pgettext_lazy("helped", "A little")
    NO = "no", pgettext_lazy("helped", "No")


class Rating(models.Model):
    """What the reporter thought of one feedback."""

    feedback = models.OneToOneField(Feedback, on_delete=models.PROTECT, related_name="rating")
    helped = models.CharField(max_length=10, choices=Helped)
    in_time = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")

    def __str__(self) -> str:
        return f"rating of feedback {self.feedback_id}"


class AccessGrant(models.Model):
    """Reading a report that is not yours: by whom, why, until when. An emergency is one of them and lasts 24 hours."""

    report = models.ForeignKey(ConcernReport, on_delete=models.CASCADE, related_name="grants")
    member = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    granted_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    is_emergency = models.BooleanField(default=False)

    objects = AccessGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("access to a report")
        verbose_name_plural = _("access to reports")
        constraints = (
            models.CheckConstraint(condition=Q(expires_at__gt=F("at")), name="access_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(reason=""), name="access_has_a_reason"),
            models.CheckConstraint(condition=Q(is_emergency=False) | Q(member=F("granted_by")), name="emergency_is_ones_own"),
        )

    def __str__(self) -> str:
        return f"access {self.pk}"


class ConcernDraft(models.Model):
    """What a member is typing, sealed, for half an hour after the last word: one per place."""

    uuid = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+", db_index=False)
    place = models.CharField(max_length=70)
    submission = models.UUIDField(default=uuid4)
    sealed = models.BinaryField()
    key_id = models.CharField(max_length=40)
    changed_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = (models.UniqueConstraint(fields=["member", "place"], name="one_draft_per_place"),)
        indexes = (models.Index(fields=["expires_at"], name="draft_expires"),)

    def __str__(self) -> str:
        return f"draft {self.uuid}"


class FixedSentence(models.Model):
    """A municipality's own sentence for feedback: in place of the one that came with the application, or beside them."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    code = models.SlugField(_("short name"), max_length=40, help_text=_("The short name of a sentence of ours puts yours in its place."))
    text_nl = models.CharField(_("sentence in Dutch"), max_length=300)
    text_en = models.CharField(_("sentence in English"), max_length=300)
    order = models.PositiveSmallIntegerField(_("place in the list"), default=100)
    is_active = models.BooleanField(_("can be chosen"), default=True)

    class Meta:
        verbose_name = _("fixed sentence")
        verbose_name_plural = _("fixed sentences")
        constraints = (models.UniqueConstraint(fields=["municipality", "code"], name="one_sentence_per_code"),)

    def __str__(self) -> str:
        return self.code
