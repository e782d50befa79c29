"""One meeting: planned, held and closed with a report, or cancelled."""

import uuid
from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.contact import Occasion
from meetings.kinds import Kind
from meetings.querysets.meeting import MeetingQuerySet
from terms.days import local_date


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    CLOSED = "closed", _("Report can be corrected")
    FIXED = "fixed", _("Report is final")
    CANCELLED = "cancelled", _("Cancelled")


class Meeting(models.Model):
    """When, where and who leads. Nobody is told of it before `invited_at`.

    `sequence` goes up with each change that a calendar must know (time, place, link, chair; RFC 5546 2.1.4); `version` with
    each change at all, so that two organisers do not overwrite each other. A meeting that is planned again after it was
    cancelled gets a new `ical_uid`: calendars forget a cancelled one.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    occasion = models.CharField(_("why"), max_length=8, choices=Occasion, default=Occasion.QUIET)
    title = models.CharField(_("title"), max_length=120)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    link = models.URLField(_("link to take part online"), max_length=300, blank=True)
    organiser = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    chair = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chair"))
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)  # none: as many as want to
    agenda_closes_on = models.DateField(_("last day to propose a point"), null=True, blank=True)
    submission = models.UUIDField(unique=True, editable=False)  # of the form: sending it twice makes one meeting

    state = models.CharField(max_length=9, choices=MeetingState, default=MeetingState.PLANNED, editable=False)
    ical_uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    planned_at = models.DateTimeField()
    invited_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # the report is there
    correct_until = models.DateField(null=True, blank=True)  # last day to correct the report, inclusive
    fixed_at = models.DateTimeField(null=True, blank=True)
    unknown_reply_at = models.DateTimeField(null=True, blank=True, editable=False)  # last reply of a calendar from an address that was not invited
    needs_erased_at = models.DateTimeField(null=True, blank=True)  # what people needed is kept until the day after it

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        # A later migration adds composite foreign keys: organiser and chair belong to `municipality`.
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="meeting_with_municipality"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="meeting_kind_is_known"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(places=None) | Q(places__gte=1), name="meeting_has_places"),
            models.CheckConstraint(condition=~Q(place="") | ~Q(link=""), name="meeting_is_somewhere"),
            models.CheckConstraint(
                condition=Q(state="cancelled", cancelled_at__isnull=False) | ~Q(state="cancelled") & Q(cancelled_at=None), name="cancelled_meeting_has_a_moment"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["closed", "fixed"], closed_at__isnull=False, correct_until__isnull=False)
                | Q(state__in=["planned", "cancelled"], closed_at=None),
                name="closed_meeting_has_a_moment",
            ),
            models.CheckConstraint(condition=Q(state="fixed", fixed_at__isnull=False) | ~Q(state="fixed") & Q(fixed_at=None), name="fixed_report_has_a_moment"),
        )
        indexes = (
            models.Index(fields=["municipality", "starts_at", "id"], name="meeting_list"),
            models.Index(fields=["ends_at", "id"], name="meeting_by_end"),
            # What the clock asks every few minutes; nearly all meetings are closed or fixed.
            models.Index(fields=["ends_at", "id"], condition=Q(state="planned"), name="planned_meeting_by_end"),
            models.Index(fields=["starts_at", "id"], condition=Q(state="planned"), name="planned_meeting_by_start"),
            models.Index(fields=["correct_until", "id"], condition=Q(state="closed"), name="closed_meeting_by_last_day"),
            models.Index(fields=["ends_at", "id"], condition=Q(needs_erased_at=None), name="meeting_with_needs_by_end"),
        )

    def __str__(self) -> str:
        return f"meeting {self.uuid}"

    def is_led_on(self, day: date) -> bool:
        """It has a chair who can lead it on that day: who works here then, and still in that role."""
        return self.chair is not None and self.chair.may("meetings.chair") and self.chair.is_active_on(day)

    @property
    def year(self) -> int:
        """In which it is held, in Amsterdam: for that year its chair declares to be independent."""
        return local_date(self.starts_at).year
