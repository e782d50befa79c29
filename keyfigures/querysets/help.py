"""Questions about many help requests. `visible_to` is the only rule for who sees which."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef

from keyfigures import deadlines
from terms.models import Clock

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.help import HelpRequest  # noqa: F401  the type checker needs it

OPEN = ("asked", "answered")


class HelpRequestQuerySet(models.QuerySet["HelpRequest"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who works on the network those of her municipality."""
        own = models.Q(key_figure__member=member)
        seen = own | models.Q(municipality=member.municipality_id) if member.may("keyfigures.manage") else own
        return self.filter(seen, municipality=member.municipality_id)

    def of(self, member: "Membership") -> Self:
        """Asked by this key figure."""
        return self.filter(key_figure__member=member)

    def owed_by(self, member: "Membership") -> Self:
        return self.filter(owner=member)

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def ended(self) -> Self:
        return self.exclude(state__in=OPEN)

    def open_too_long(self, at: datetime) -> Self:
        """The promise of an outcome (four weeks unless the municipality chose otherwise) is late."""
        late = Clock.objects.late_at(at).filter(kind=deadlines.HELP_OUTCOME, subject=OuterRef("uuid"))
        return self.open().filter(Exists(late))

    def with_people(self) -> Self:
        return self.select_related("municipality", "key_figure__member__user", "owner__user", "owner__municipality")
