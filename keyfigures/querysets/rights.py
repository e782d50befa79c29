"""Questions about many rows of keyfigures.models.rights."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.rights import DataRequest  # noqa: F401  the type checker needs it


class DataRequestQuerySet(models.QuerySet["DataRequest"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who works on the network those of her municipality. The only rule for who sees which row."""
        own = models.Q(member=member)
        seen = own | models.Q(municipality=member.municipality_id) if member.may("keyfigures.data_requests") else own
        return self.filter(seen, municipality=member.municipality_id)

    def open(self) -> Self:
        return self.filter(answered_at=None)

    def answered(self) -> Self:
        return self.filter(answered_at__isnull=False)

    def with_people(self) -> Self:
        return self.select_related("municipality", "member__user", "member__municipality", "handler__user", "handler__municipality")
