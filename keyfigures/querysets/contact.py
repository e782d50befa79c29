"""Questions about many rows of keyfigures.models.contact."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.contact import ContactMoment  # noqa: F401  the type checker needs it


class ContactMomentQuerySet(models.QuerySet["ContactMoment"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who works on the network those of her municipality. The only rule for who sees which row."""
        own = models.Q(key_figure__member=member)
        seen = own | models.Q(municipality=member.municipality_id) if member.may("keyfigures.manage") else own
        return self.filter(seen, municipality=member.municipality_id)
