"""Questions about many corrections."""

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.meeting import Meeting
    from meetings.models.report import Correction  # noqa: F401  the type checker needs it


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own; for who organises or leads the meeting all of it. Beside the report others read them without a name."""
        meetings: Any = apps.get_model("meetings", "Meeting")._default_manager  # noqa: SLF001  its models import this module
        return self.filter(Q(by=member) | Q(item__meeting__in=meetings.led_by(member)), municipality=member.municipality_id)

    def of_meeting(self, meeting: "Meeting") -> Self:
        return self.filter(item__meeting=meeting).order_by("at", "pk")

    def open(self) -> Self:
        return self.filter(state="proposed")

    def with_people(self) -> Self:
        return self.select_related(
            "item__meeting__municipality", "item__meeting__organiser__user", "item__meeting__chair__user", "by__user", "by__municipality", "decided_by__user",
        )
