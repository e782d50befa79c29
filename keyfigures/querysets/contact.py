"""Questions about many rows of keyfigures.models.contact."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.db import models
from django.db.models.functions import TruncMonth

from terms.models import Clock

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.contact import ContactMoment


SENT_TWICE = timedelta(minutes=10)


class ContactMomentQuerySet(models.QuerySet["ContactMoment"]):
    def for_list(self) -> Self:
        """Newest first, with who spoke and who wrote it down."""
        return self.select_related("official__user", "logged_by__user", "key_figure__member__user").order_by("-on", "-pk")

    def after(self, cursor: str) -> Self:
        """Those of `for_list` that come after the line with this cursor ("2026-06-09_12"); all for anything else."""
        day, _line, pk = cursor.partition("_")
        try:
            last, row = date.fromisoformat(day), int(pk)
        except ValueError:
            return self
        return self.filter(models.Q(on__lt=last) | models.Q(on=last, pk__lt=row))

    def sent_before(self, submission: UUID, *, at: datetime, **same: Any) -> Self:  # noqa: ANN401  the values of its fields
        """From this form, or the same words from another one within ten minutes: a second tab, or the back button."""
        return self.filter(models.Q(submission=submission) | models.Q(logged_at__gt=at - SENT_TWICE, **same))

    def since(self, day: date) -> Self:
        return self.filter(on__gte=day)

    def counted(self) -> "models.QuerySet[ContactMoment, Any]":
        """How many per month, occasion and official: rows of `month` (its first day), `occasion`, `official` and `number`."""
        per_month = self.annotate(month=TruncMonth("on")).values("month", "occasion", "official")
        return per_month.annotate(number=models.Count("pk")).order_by("month", "occasion", "official")

    def with_open_step(self) -> Self:
        """Those of which something that was agreed is still owed, due first on top."""
        owed = Clock.objects.open().filter(subject=models.OuterRef("uuid"))
        return self.filter(models.Exists(owed)).exclude(next_step="").order_by("next_on", "pk")

    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who works on the network those of her municipality. The only rule for who sees which row."""
        own = models.Q(key_figure__member=member)
        seen = own | models.Q(municipality=member.municipality_id) if member.may("keyfigures.manage") else own
        return self.filter(seen, municipality=member.municipality_id)
