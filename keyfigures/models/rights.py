"""What somebody asks about her own data: correct, object, stop, delete. Each with the term of the law (AVG art. 12(3))."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Membership, Municipality
from keyfigures.querysets.rights import DataRequestQuerySet


class Right(models.TextChoices):
    CORRECT = "correct", _("Correct something")
    OBJECT = "object", _("Object to the use of my data")
    STOP = "stop", _("Stop using my data for now")
    DELETE = "delete", _("Delete my data")


class Decision(models.TextChoices):
    DONE = "done", pgettext_lazy("decision", "Done")
    PARTLY = "partly", _("Done in part")
    REFUSED = "refused", _("Not done, and told why")


# What is decided, in the words of what was asked.
DECIDED: dict[str, dict[str, str | LazyText]] = {
    Right.CORRECT: {Decision.DONE: _("It is corrected"), Decision.PARTLY: _("It is corrected in part"), Decision.REFUSED: _("It is not corrected")},
    Right.OBJECT: {Decision.DONE: _("We stop with it"), Decision.PARTLY: _("We stop with a part of it"), Decision.REFUSED: _("We go on with it")},
    Right.STOP: {Decision.DONE: _("It is not used for now"), Decision.PARTLY: _("A part is not used for now"), Decision.REFUSED: _("It is still used")},
    Right.DELETE: {Decision.DONE: _("It is erased"), Decision.PARTLY: _("It is erased in part"), Decision.REFUSED: _("It is not erased")},
}


class DataRequest(models.Model):
    """One request of a member about her own data. An answer within one month, once longer by two months with a reason."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    right = models.CharField(_("what you ask"), max_length=10, choices=Right)
    text = models.TextField(_("what it is about"), max_length=1000, blank=True)
    handler = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    extended_at = models.DateTimeField(null=True, blank=True)
    extension_reason = models.CharField(_("why it takes longer"), max_length=300, blank=True)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, blank=True)
    answer = models.TextField(_("answer"), max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about own data")
        verbose_name_plural = _("requests about own data")
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None, decision="") | Q(answered_at__isnull=False) & ~Q(decision=""), name="answered_request_has_a_decision",
            ),
            models.CheckConstraint(condition=~Q(decision="refused") | ~Q(answer=""), name="refusal_says_why"),
            models.CheckConstraint(
                condition=Q(extended_at=None, extension_reason="") | Q(extended_at__isnull=False) & ~Q(extension_reason=""), name="longer_term_has_a_reason",
            ),
            models.UniqueConstraint(fields=["member", "right"], condition=Q(answered_at=None), name="one_open_request_per_right"),
        )

    def __str__(self) -> str:
        return f"data request {self.uuid}"

    @property
    def decided(self) -> str:
        """ "It is corrected": what became of it; empty as long as nothing is decided."""
        return str(DECIDED[self.right][self.decision]) if self.decision else ""
