"""Help that a key figure asks: a practical problem, or knowledge. Lesson "wederkerigheid"."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.help import HelpRequestQuerySet


class HelpCategory(models.TextChoices):
    PLACE = "place", _("A room or place")
    MONEY = "money", _("Money or a subsidy")
    PERMIT = "permit", _("A permit or rule")
    CONTACT = "contact", _("The right person at the municipality")
    KNOWLEDGE = "knowledge", _("Knowledge or advice")
    SUPPORT = "support", _("Support for myself")
    OTHER = "other", _("Something else")


class HelpState(models.TextChoices):
    ASKED = "asked", _("Asked")
    ANSWERED = "answered", _("Being worked on")
    DONE = "done", _("Done")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class HelpOutcome(models.TextChoices):
    HELPED = "helped", pgettext_lazy("help", "Arranged")
    REFERRED = "referred", _("Passed to who can help")
    NOT_POSSIBLE = "not_possible", _("Not possible, and told why")


class HelpRequest(models.Model):
    """A question of a key figure with a clock on the first answer, and one on the outcome."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="help_requests")
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField(unique=True)  # of the form: sending it twice makes one request
    category = models.CharField(_("about"), max_length=12, choices=HelpCategory)
    text = models.TextField(_("your question"), max_length=1500)
    state = models.CharField(max_length=10, choices=HelpState, default=HelpState.ASKED, editable=False)
    asked_at = models.DateTimeField()
    first_answer_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=14, choices=HelpOutcome, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    did_help = models.BooleanField(_("did it help?"), null=True, blank=True)

    objects = HelpRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("help request")
        verbose_name_plural = _("help requests")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["done", "withdrawn"], closed_at__isnull=False) | Q(state__in=["asked", "answered"], closed_at=None),
                name="ended_help_has_a_moment",
            ),
            models.CheckConstraint(condition=~Q(state="done") | ~Q(outcome=""), name="done_help_has_an_outcome"),
            models.CheckConstraint(condition=Q(did_help=None) | Q(state="done"), name="only_done_help_is_rated"),
        )
        indexes = (models.Index("municipality", "state", F("asked_at").desc(), F("id").desc(), name="help_list"),)

    def __str__(self) -> str:
        return f"help request {self.uuid}"


class HelpMessage(models.Model):
    """One message in the conversation about a help request."""

    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", db_index=False)
    text = models.TextField(max_length=1500)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("message about help")
        verbose_name_plural = _("messages about help")

    def __str__(self) -> str:
        return f"help message {self.pk}"
