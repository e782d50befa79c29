"""Who did and who looked. Rows are only added; Postgres refuses to change or delete them."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from audit.querysets import EntryQuerySet


class Entry(models.Model):
    """One act or one reading. `subject` is an app label and model plus public id; never a name, never content."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    actor = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=60)
    subject = models.UUIDField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    numbers = models.JSONField(default=dict, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        indexes = (
            models.Index(fields=["subject_kind", "subject", "-at"], name="audit_subject"),
            models.Index(fields=["municipality", "-at", "-id"], name="audit_municipality"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject}"
