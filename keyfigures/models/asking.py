"""What the municipality asks of a key figure: "wilt u …". She may say no without a reason, and hears what was done with it."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.catalogue import Theme
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.asking import AskQuerySet


class AskKind(models.TextChoices):
    THINK_ALONG = "think_along", _("Think along")
    MEDIATE = "mediate", _("Mediate")
    EXPLAIN = "explain", _("Explain or tell")
    INTRODUCE = "introduce", _("Bring us into contact")
    ORGANISE = "organise", _("Help to organise")


class AskState(models.TextChoices):
    ASKED = "asked", _("Asked")
    ACCEPTED = "accepted", _("Said yes")
    DECLINED = "declined", _("Said no")
    DONE = "done", _("Done")
    WITHDRAWN = "withdrawn", _("Taken back")


class Ask(models.Model):
    """One request. After she did it she is thanked, and told what was done with it: both have a day."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="asks")
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("what"), max_length=12, choices=AskKind)
    text = models.TextField(_("your request"), max_length=1000)
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.NONE)
    wanted_on = models.DateField(_("for which day"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=AskState, default=AskState.ASKED, editable=False)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    hours = models.DecimalField(_("hours, as she estimates"), max_digits=5, decimal_places=1, null=True, blank=True)
    result = models.TextField(_("what was done with it"), max_length=1000, blank=True)
    result_at = models.DateTimeField(null=True, blank=True)

    objects = AskQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to a key figure")
        verbose_name_plural = _("requests to key figures")
        constraints = (
            models.CheckConstraint(condition=~Q(state="done") | Q(done_on__isnull=False), name="done_ask_has_a_day"),
            models.CheckConstraint(condition=Q(result_at=None) | (~Q(result="") & Q(state="done")), name="result_says_something"),
            models.CheckConstraint(condition=Q(hours=None) | Q(hours__gte=0) & Q(hours__lte=999), name="hours_are_sensible"),
        )
        indexes = (models.Index("municipality", "state", F("asked_at").desc(), F("id").desc(), name="ask_list"),)

    def __str__(self) -> str:
        return f"ask {self.uuid}"
