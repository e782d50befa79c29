"""The request to a bureau outside for an effect evaluation: guided text, and which figures there are (domain 3.1, outsourcing)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from evaluations.models.evaluation import Evaluation


class EffectRequest(models.Model):
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluation = models.OneToOneField(Evaluation, on_delete=models.CASCADE, related_name="request")
    reason = models.TextField(_("why now"), max_length=2000, blank=True)
    goal = models.TextField(_("what you want to know"), max_length=2000, blank=True)
    approach = models.TextField(_("what the network does"), max_length=2000, blank=True)
    who = models.TextField(_("who can be asked"), max_length=2000, blank=True)
    wishes = models.TextField(_("what the bureau must be able to do"), max_length=2000, blank=True)
    planning = models.TextField(_("planning and budget"), max_length=2000, blank=True)
    written_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    edits = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("request for an effect evaluation")
        verbose_name_plural = _("requests for an effect evaluation")

    def __str__(self) -> str:
        return f"request of evaluation {self.evaluation_id}"
