"""Questions about times of tension, and about the calls in them."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.tension import Tension, TensionCall  # noqa: F401  the type checker needs them


class TensionQuerySet(models.QuerySet["Tension"]):
    def visible_to(self, member: "Membership") -> Self:
        """For who works on the network. A key figure sees the call to herself as a contact on her own page."""
        return self.filter(municipality=member.municipality_id) if member.may("meetings.organise") else self.none()

    def going_on(self) -> Self:
        return self.filter(ended_at=None)

    def for_list(self) -> Self:
        return self.select_related("municipality", "area", "begun_by__user", "meeting").order_by("-begun_at", "-pk")


class TensionCallQuerySet(models.QuerySet["TensionCall"]):
    def of_tension(self, tension: "Tension") -> Self:
        return self.filter(tension=tension)

    def to_do(self) -> Self:
        return self.filter(state__in=["to_call", "not_reached"])

    def with_people(self) -> Self:
        return self.select_related("key_figure__member__user", "caller__user", "tension__municipality")
