"""When a key figure and the municipality spoke. Codes and days only: no note about anybody exists."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.catalogue import Theme
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.contact import ContactMomentQuerySet

TAKE_BACK = timedelta(days=1)


class How(models.TextChoices):
    CALL = "call", _("Called")
    VISIT = "visit", _("Met")
    MESSAGE = "message", _("Message or mail")
    MEETING = "meeting", _("At a meeting")


class Occasion(models.TextChoices):
    """Lesson "structureel contact in vredestijd": only contact in quiet time counts for the rhythm."""

    QUIET = "quiet", _("Quiet time")
    INCIDENT = "incident", _("Because of an incident")


class Topic(models.TextChoices):
    CATCHING_UP = "catching_up", _("How it goes")
    NEIGHBOURHOOD = "neighbourhood", _("The neighbourhood")
    ACTIVITY = "activity", _("An activity or idea")
    POLICY = "policy", _("Plans of the municipality")
    COOPERATION = "cooperation", _("Our cooperation")
    HELP = "help", _("A question or help")
    TENSION = "tension", _("Tension")


class NextStep(models.TextChoices):
    CALL_AGAIN = "call_again", _("Call again")
    SEND = "send", _("Send information")
    MEET = "meet", _("Meet")
    ARRANGE = "arrange", _("Arrange something")


class ContactMoment(models.Model):
    """One contact. Written down by an official or by the key figure herself; both see each line."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="contacts", db_index=False)
    official = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")  # who spoke for the municipality
    logged_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", db_index=False)
    logged_at = models.DateTimeField()
    submission = models.UUIDField(unique=True, null=True)  # of the form: sending it twice makes one line
    on = models.DateField(_("day"))
    how = models.CharField(_("how"), max_length=10, choices=How)
    occasion = models.CharField(_("quiet time or incident"), max_length=10, choices=Occasion)
    topic = models.CharField(_("about"), max_length=20, choices=Topic)
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.NONE)
    next_step = models.CharField(_("agreed next step"), max_length=12, choices=NextStep, blank=True)
    next_on = models.DateField(_("by which day"), null=True, blank=True)

    objects = ContactMomentQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = (
            models.CheckConstraint(
                condition=Q(next_step="", next_on=None) | (~Q(next_step="") & Q(next_on__isnull=False, next_on__gte=F("on"))),
                name="next_step_has_a_day",
            ),
        )
        indexes = (
            models.Index("key_figure", F("on").desc(), F("id").desc(), name="contact_of_key_figure"),
            models.Index(fields=["municipality", "on", "occasion", "official"], name="contact_figures"),
            models.Index(fields=["on", "id"], name="contact_to_erase"),
        )

    def __str__(self) -> str:
        return f"contact {self.uuid}"

    @property
    def is_quiet(self) -> bool:
        return self.occasion == Occasion.QUIET

    @property
    def cursor(self) -> str:
        """Where the next page of a list begins."""
        return f"{self.on.isoformat()}_{self.pk}"

    def may_be_taken_back(self, member: Membership, *, at: datetime) -> bool:
        """A wrong line goes within a day, by who wrote it down; after that it stays."""
        return self.logged_by_id == member.pk and at - self.logged_at < TAKE_BACK
