"""Who is invited to a meeting, what she answered, and who was there. Shown to the organiser and the chair of it, to nobody else."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from meetings.kinds import Answer, AnsweredBy, Need
from meetings.models.meeting import Meeting
from meetings.querysets.attendance import AttendeeQuerySet


class Seat(models.TextChoices):
    """Whether she has a place. Empty: she does not come, or did not answer yet."""

    PLACE = "place", _("Has a place")
    WAITING = "waiting", _("Waits for a place")


class Attendee(models.Model):
    """One invitation. What she needs is kept for this meeting only, until the day after it.

    Who waits gets the first place that comes free, in the order of `seat_since`. `told_sequence` is the state of the meeting
    of which a mail was promised to her. The link in the mail is this row's `uuid`, signed when the mail is sent together with
    `link_number` (accounts.signed_links): it stops when somebody says "this is not me", and a new one has the next number.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendees")
    member = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    is_required = models.BooleanField(_("must be able to come"), default=False)

    answer = models.CharField(max_length=5, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=8, choices=AnsweredBy, blank=True)
    calendar_stamp = models.DateTimeField(null=True, blank=True, editable=False)  # DTSTAMP of the last reply of her calendar: older ones come too late
    seat = models.CharField(max_length=7, choices=Seat, blank=True)
    seat_since = models.DateTimeField(null=True, blank=True)
    was_present = models.BooleanField(null=True, blank=True)

    needs = ArrayField(models.CharField(max_length=11, choices=Need), verbose_name=_("what you need"), default=list, blank=True)
    food = models.CharField(_("what you like us to know about food"), max_length=100, blank=True)
    brings = models.CharField(_("what you bring"), max_length=200, blank=True)

    link_number = models.PositiveSmallIntegerField(default=1, editable=False)
    link_stopped_at = models.DateTimeField(null=True, blank=True, editable=False)
    told_sequence = models.PositiveIntegerField(null=True, blank=True, editable=False)
    may_give_pulse = models.BooleanField(default=False, editable=False)  # was there and did not answer the five questions yet

    objects = AttendeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("invited person")
        verbose_name_plural = _("invited people")
        # A later migration adds composite foreign keys: meeting and member belong to `municipality`.
        constraints = (
            models.UniqueConstraint(fields=["meeting", "member"], name="invited_once"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by="") | ~Q(answer="") & Q(answered_at__isnull=False) & ~Q(answered_by=""),
                name="answer_has_a_moment_and_a_way",
            ),
            models.CheckConstraint(
                condition=Q(seat="", seat_since=None) | Q(seat_since__isnull=False, answer__in=["yes", "maybe"]), name="only_who_comes_has_a_seat"
            ),
            models.CheckConstraint(condition=Q(needs__contained_by=list(Need.values)), name="needs_are_known"),
        )
        indexes = (models.Index(fields=["member", "meeting"], name="attendee_of_member"),)

    def __str__(self) -> str:
        return f"invitation {self.uuid}"


class CalendarFeed(models.Model):
    """The secret address at which a calendar program finds somebody's meetings. A new `uuid` makes the old address stop.

    The address is this `uuid`, signed and stored nowhere (accounts.signed_links): a copy of the database opens none.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    member = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="+")
    renewed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("calendar subscription")
        verbose_name_plural = _("calendar subscriptions")

    def __str__(self) -> str:
        return f"calendar of member {self.member_id}"
