"""Questions about many tasks."""

from typing import TYPE_CHECKING, Self

from django.db import models

from initiatives.querysets.initiative import READS

if TYPE_CHECKING:
    from accounts.models import Membership
    from initiatives.models.initiative import Initiative
    from initiatives.models.task import Task  # noqa: F401  the type checker needs it


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, member: "Membership") -> Self:
        """For everybody who sees the initiative."""
        return self.filter(municipality=member.municipality_id) if any(member.may(each) for each in READS) else self.none()

    def open(self) -> Self:
        return self.filter(done_at=None, dropped_at=None)

    def of_initiative(self, initiative: "Initiative") -> Self:
        return self.filter(initiative=initiative)

    def with_people(self) -> Self:
        return self.select_related("municipality", "initiative__municipality", "owner__user", "owner__municipality")

    def for_list(self) -> Self:
        return self.select_related("owner__user", "owner__municipality").order_by("due_on", "pk")
