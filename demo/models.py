"""What the demo keeps: the mail that would have gone out, and the mark that the story was told."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from demo.querysets import SentMailQuerySet


class SentMail(models.Model):
    """One mail to one address, exactly as the application wrote it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    at = models.DateTimeField()
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)

    objects = SentMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("sent mail")
        verbose_name_plural = _("sent mails")
        indexes = (models.Index(fields=["-at", "-id"], name="sent_mail_newest"),)

    def __str__(self) -> str:
        return f"mail {self.uuid}"

    def get_absolute_url(self) -> str:
        return reverse("demo:mail", args=[self.uuid])

    @property
    def first_line(self) -> str:
        """What tells mails apart, as their subjects are all the same."""
        return self.text.partition("\n")[0]


class Story(models.Model):
    """One row once the demo municipality was loaded; written in the same transaction as everything it tells."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    told_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="story_is_told_once"),)

    def __str__(self) -> str:
        return f"story told at {self.told_at.isoformat()}"
