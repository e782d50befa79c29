"""Thanks and recognition. What is public is asked each time anew, and can be taken back in one click."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.recognition import RecognitionQuerySet


class RecognitionKind(models.TextChoices):
    THANKS = "thanks", _("Personal thanks")
    MOMENT = "moment", _("Recognition")


class Visibility(models.TextChoices):
    """Her choice. `none` means: not even inside the network; she herself always sees it."""

    NONE = "none", _("Only for me")
    INTERNAL = "internal", _("For the network")
    PUBLIC = "public", _("For everybody")


class Recognition(models.Model):
    """One word of thanks. `wanted` is what the municipality asks; nothing is wider than what she chose."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="recognitions")
    kind = models.CharField(_("kind"), max_length=10, choices=RecognitionKind)
    text = models.TextField(_("your words"), max_length=600)
    given_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    wanted = models.CharField(_("for whom"), max_length=10, choices=Visibility, default=Visibility.NONE)
    chosen = models.CharField(_("her choice"), max_length=10, choices=Visibility, default=Visibility.NONE)
    chosen_at = models.DateTimeField(null=True, blank=True)
    public_name = models.CharField(_("name to show"), max_length=100, blank=True)

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")
        constraints = (
            models.CheckConstraint(condition=Q(chosen="none") | Q(chosen_at__isnull=False), name="visible_only_after_her_choice"),
            models.CheckConstraint(condition=~Q(chosen="public") | Q(wanted="public"), name="public_was_asked"),
            models.CheckConstraint(condition=~Q(chosen="internal") | ~Q(wanted="none"), name="internal_was_asked"),
            models.CheckConstraint(condition=Q(public_name="") | Q(chosen="public"), name="name_only_when_public"),
        )
        indexes = (models.Index("municipality", F("given_at").desc(), F("id").desc(), name="recognition_list"),)

    def __str__(self) -> str:
        return f"recognition {self.uuid}"
