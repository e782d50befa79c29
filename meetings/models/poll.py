"""Finding a date: a poll with some dates, and who can when."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.contact import Occasion
from meetings.kinds import AnsweredBy, Availability, Kind
from meetings.models.meeting import Meeting
from meetings.querysets.poll import DatePollQuerySet, PollInviteeQuerySet


class PollState(models.TextChoices):
    OPEN = "open", _("Waits for answers")
    CHOSEN = "chosen", _("A date was chosen")
    STOPPED = "stopped", _("Stopped")


class DatePoll(models.Model):
    """The dates among which people can say when they can come. Answers of others are hidden unless `answers_are_open`.

    The date that is chosen becomes `meeting`. `version` goes up with each change, so that two organisers do not overwrite each other.
    From `choice_owed_at` on the organiser owes a choice: everybody answered, or the last day is over.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    occasion = models.CharField(_("why"), max_length=8, choices=Occasion, default=Occasion.QUIET)
    title = models.CharField(_("title"), max_length=120)
    place = models.CharField(_("where"), max_length=200, blank=True)
    organiser = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    chair = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chair"))
    last_day = models.DateField(_("last day to answer"))
    answers_are_open = models.BooleanField(_("everybody sees how many can come when"), default=False)
    submission = models.UUIDField(unique=True, editable=False)
    state = models.CharField(max_length=7, choices=PollState, default=PollState.OPEN, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    made_at = models.DateTimeField()
    dates_changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    choice_owed_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    meeting = models.OneToOneField(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="poll")

    objects = DatePollQuerySet.as_manager()

    class Meta:
        verbose_name = _("date poll")
        verbose_name_plural = _("date polls")
        # A later migration adds composite foreign keys: organiser and chair belong to `municipality`.
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="poll_with_municipality"),
            models.CheckConstraint(condition=Q(state="open", ended_at=None) | ~Q(state="open") & Q(ended_at__isnull=False), name="ended_poll_has_a_moment"),
            models.CheckConstraint(condition=Q(meeting=None) | Q(state="chosen"), name="only_a_chosen_date_is_a_meeting"),
        )
        indexes = (
            models.Index("municipality", F("made_at").desc(), F("id").desc(), name="poll_list"),
            models.Index(fields=["last_day"], condition=Q(state="open"), name="poll_open_until"),
        )

    def __str__(self) -> str:
        return f"poll {self.uuid}"


class PollOption(models.Model):
    """One date with its begin and end. Taking it away takes its answers with it; the others keep theirs."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="options")
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))

    class Meta:
        verbose_name = _("date of a poll")
        verbose_name_plural = _("dates of a poll")
        constraints = (
            models.UniqueConstraint(fields=["poll", "starts_at", "ends_at"], name="date_once_in_a_poll"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="poll_date_ends_after_it_begins"),
        )
        ordering = ("starts_at", "ends_at")

    def __str__(self) -> str:
        return f"date {self.uuid}"


class PollInvitee(models.Model):
    """Who is asked. Her link in the mail is this row's `uuid`, signed when the mail is sent with `link_number` (accounts.signed_links).

    It stops when somebody says "this is not me"; a new one has the next number.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="invitees")
    member = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    is_required = models.BooleanField(_("must be able to come"), default=False)
    asked_at = models.DateTimeField(editable=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=8, choices=AnsweredBy, blank=True)
    must_look_again = models.BooleanField(default=False)  # a date came after she answered
    link_number = models.PositiveSmallIntegerField(default=1, editable=False)
    link_stopped_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PollInviteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("person asked for a date")
        verbose_name_plural = _("people asked for a date")
        constraints = (
            models.UniqueConstraint(fields=["poll", "member"], name="asked_once_for_a_date"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by="") | Q(answered_at__isnull=False) & ~Q(answered_by=""), name="poll_answer_has_a_way"
            ),
        )
        indexes = (models.Index(fields=["member", "poll"], name="poll_of_member"),)

    def __str__(self) -> str:
        return f"asked for a date {self.uuid}"


class PollAnswer(models.Model):
    invitee = models.ForeignKey(PollInvitee, on_delete=models.CASCADE, related_name="answers")
    option = models.ForeignKey(PollOption, on_delete=models.CASCADE, related_name="answers")
    availability = models.CharField(max_length=9, choices=Availability)

    class Meta:
        verbose_name = _("answer to a date")
        verbose_name_plural = _("answers to a date")
        constraints = (models.UniqueConstraint(fields=["invitee", "option"], name="one_answer_per_date"),)

    def __str__(self) -> str:
        return f"answer {self.pk}"
