"""Promises to tell somebody something: the outbox. A message holds no content, only where to read it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import LANGUAGES, Membership, Municipality
from terms.models import Clock


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    CLAIMED = "claimed", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("No longer needed")


class Necessity(models.TextChoices):
    """Whether a person can switch a kind of message off, or have it later."""

    NECESSARY = "necessary", _("Always sent, at once")
    REMINDER = "reminder", _("Sent unless only necessary messages are wanted")


class Message(models.Model):
    """One mail to one person about one promise. `key` is that promise: unique for ever per recipient."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=60)
    necessity = models.CharField(max_length=10, choices=Necessity, default=Necessity.NECESSARY)
    recipient = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    address = models.EmailField(blank=True)  # only for who is no member yet, or no longer
    language = models.CharField(max_length=5, choices=LANGUAGES, blank=True, db_default="")  # of who reads at `address`, where it is known
    path = models.CharField(max_length=300)
    subject = models.UUIDField(null=True)
    clock = models.ForeignKey(Clock, on_delete=models.SET_NULL, null=True, related_name="+")

    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    queued_at = models.DateTimeField()
    not_before = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.UUIDField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = (
            models.UniqueConstraint(
                fields=["key", "recipient", "address"], nulls_distinct=False, name="told_once",
            ),
            models.CheckConstraint(
                condition=Q(recipient__isnull=False, address="") | (Q(recipient=None) & ~Q(address="")),
                name="message_has_one_recipient",
            ),
            models.CheckConstraint(condition=~Q(state="sent") | Q(sent_at__isnull=False), name="sent_has_a_moment"),
        )
        indexes = (
            models.Index(fields=["not_before", "id"], condition=Q(state="waiting"), name="message_waiting"),
            models.Index(fields=["claimed_at"], condition=Q(state="claimed"), name="message_claimed"),
            models.Index(fields=["clock"], condition=Q(clock__isnull=False), name="message_clock"),
            models.Index(fields=["subject"], condition=Q(subject__isnull=False), name="message_subject"),  # invitations: sent, waiting or failed
        )

    def __str__(self) -> str:
        return f"message {self.uuid}"


class Frequency(models.TextChoices):
    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day, together")
    NECESSARY = "necessary", _("Only what is necessary")


class Preference(models.Model):
    """How a member wants to be told; without a row: at once, quiet from 21.00 until 8.00."""

    member = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="message_preference")
    frequency = models.CharField(_("how often"), max_length=10, choices=Frequency, default=Frequency.AT_ONCE)
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("quiet until"), null=True, blank=True)

    class Meta:
        verbose_name = _("message preference")
        verbose_name_plural = _("message preferences")
        constraints = (
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None) | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="quiet_hours_have_two_ends",
            ),
        )

    def __str__(self) -> str:
        return f"preference of member {self.member_id}"


class Heartbeat(models.Model):
    """When a periodic job last ran; `beat` is written each minute and read by the health page."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self) -> str:
        return self.name
