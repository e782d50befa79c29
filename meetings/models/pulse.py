"""Five questions after a meeting, answered without a name: no key to a person, no moment finer than the meeting.

How answers come here without a trace is the way of keyfigures.models.background: docs/decisions/0015.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from meetings.models.meeting import Meeting
from meetings.querysets.pulse import PulseAnswerQuerySet


class PulseQuestion(models.TextChoices):
    """Our proposal, after domain part 3 (pulse of five items)."""

    WORTH = "worth", _("This meeting was worth my time.")
    HEARD = "heard", _("I could say what I wanted to say.")
    SAFE = "safe", _("I felt safe to say it.")
    CHAIR = "chair", _("The chair was neutral.")
    NEXT = "next", _("I know what happens now.")


class PulseAnswer(models.Model):
    """One answer, from 1 (not at all) to 5 (fully); empty: does not apply. Answers of one person are not tied to each other either."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    question = models.CharField(max_length=5, choices=PulseQuestion)
    score = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = PulseAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("anonymous answer after a meeting")
        verbose_name_plural = _("anonymous answers after a meeting")
        constraints = (models.CheckConstraint(condition=Q(score=None) | Q(score__gte=1) & Q(score__lte=5), name="pulse_is_one_to_five"),)

    def __str__(self) -> str:
        return f"pulse {self.question}"


class PulseEnvelope(models.Model):
    """Answers that were sent, sealed and all of one length, until the term is over: then all are counted together. Sealed anew each hour."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()
    key_id = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("sealed anonymous answers after a meeting")
        verbose_name_plural = _("sealed anonymous answers after a meeting")

    def __str__(self) -> str:
        return "pulse envelope"

    @property
    def bound_to(self) -> str:
        return f"meetings.pulseenvelope:{self.uuid}:{self.municipality_id}:{self.meeting_id}"
