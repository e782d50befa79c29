"""Questions about many reports. `visible_to` is the only rule for who sees which report."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q

from accounts.models import Absence
from signals.workflow import ENDED, OPEN
from terms.days import local_date

if TYPE_CHECKING:
    from accounts.models import Membership
    from signals.models import AccessGrant, ConcernReport, Feedback, SealedText  # noqa: F401  the type checker needs them


# A promise that counts down, or is late. What stands still or owes nothing comes below these in a list, on all its pages.
RUNS = ExpressionWrapper(Q(paused_at=None, next_due_at__isnull=False), output_field=BooleanField())


@dataclass(frozen=True)
class Cursor:
    """The last row of a page: where the next page begins. Written in addresses as "<runs>_<seconds>_<row>"."""

    runs: bool
    due_at: datetime | None
    pk: int

    def __str__(self) -> str:
        moment = f"{self.due_at.timestamp():.6f}" if self.due_at else ""
        return f"{self.runs:d}_{moment}_{self.pk}"

    @classmethod
    def of(cls, report: "ConcernReport") -> "Cursor":
        return cls(not report.is_paused and report.next_due_at is not None, report.next_due_at, report.pk)

    @classmethod
    def read(cls, text: str) -> "Cursor | None":
        """None for the first page, and for anything that is no cursor."""
        try:
            runs, moment, pk = text.split("_")
            return cls(runs == "1", datetime.fromtimestamp(float(moment), tz=UTC) if moment else None, int(pk))
        except (ValueError, OverflowError, OSError):
            return None


class ConcernReportQuerySet(models.QuerySet["ConcernReport"]):
    def visible_to(self, member: "Membership", *, at: datetime) -> Self:
        """What `member` may see at that moment: her own reports, and as an official those that she must know of.

        Need to know: contact person, deputy (of the report or of its contact person), who stands in for one of these
        today, and who was granted access that is not over. Nobody else, also not a superuser.
        """
        seen = Q(pk__in=[])
        if member.may("signals.report"):
            seen |= Q(reporter=member)
        if member.may("signals.handle"):
            seen |= self._handled_by(member, at)
        return self.filter(seen, municipality=member.municipality_id)

    @staticmethod
    def _handled_by(member: "Membership", at: datetime) -> Q:
        stands_in_for = Absence.objects.covering(local_date(at)).filter(deputy=member).values("member")
        grants = apps.get_model("signals", "AccessGrant").objects.valid_at(at).filter(report=OuterRef("pk"), member=member)
        hers = Q(contact_person=member) | Q(deputy=member) | Q(contact_person__deputy=member)
        return hers | Q(contact_person__in=stands_in_for) | Q(deputy__in=stands_in_for) | Q(Exists(grants))

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def waiting(self) -> Self:
        """Standing still, because we asked the reporter something."""
        return self.filter(paused_at__isnull=False)

    def late_at(self, at: datetime) -> Self:
        return self.filter(next_due_at__lt=at, paused_at=None)

    def closed(self) -> Self:
        return self.filter(state__in=ENDED)

    def for_list(self) -> Self:
        """What is late or due first on top, then what stands still, then what owes nothing."""
        people = ("municipality", "reporter__user", "contact_person__user")
        rows = self.select_related(*people).alias(runs=RUNS)
        return rows.order_by(F("runs").desc(), F("next_due_at").asc(nulls_last=True), F("pk").desc())

    def for_detail(self) -> Self:
        return self.select_related("municipality", "reporter__user", "contact_person__user", "deputy__user", "entered_by__user")

    def page_after(self, cursor: Cursor | None, size: int) -> Self:
        """At most `size` rows of `for_list` that come after the cursor; as fast on the last page as on the first."""
        if cursor is None:
            return self[:size]
        if cursor.due_at is None:
            return self.filter(next_due_at=None, pk__lt=cursor.pk)[:size]
        later = Q(next_due_at__gt=cursor.due_at) | Q(next_due_at=cursor.due_at, pk__lt=cursor.pk) | Q(next_due_at=None)
        below = Q(runs=False) if cursor.runs else Q(pk__in=[])
        return self.filter(Q(later, runs=cursor.runs) | below)[:size]


class SealedTextQuerySet(models.QuerySet["SealedText"]):
    def readable(self) -> Self:
        """Not erased yet."""
        return self.filter(purged_at=None)

    def to_purge(self, on: date) -> Self:
        return self.readable().filter(purge_on__lte=on)


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    def waiting(self) -> Self:
        """Written, and not read by a colleague yet."""
        return self.filter(given_at=None, returned_at=None)

    def newest(self) -> Self:
        """Given, and the last one of its report."""
        given = self.filter(given_at__isnull=False)
        later = given.filter(report=OuterRef("report"), given_at__gt=OuterRef("given_at"))
        return given.exclude(Exists(later))


class AccessGrantQuerySet(models.QuerySet["AccessGrant"]):
    def valid_at(self, at: datetime) -> Self:
        return self.filter(at__lte=at, expires_at__gt=at, revoked_at=None)
