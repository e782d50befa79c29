"""Questions about many meetings. `visible_to` is the only rule for who sees which."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import ExtractYear, TruncDate

from accounts.roles import FROM_OUTSIDE
from meetings.deadlines import REPORT
from meetings.querysets.shares import Share
from terms.days import AMSTERDAM, at_time
from terms.models import Clock

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from meetings.models.meeting import Meeting  # noqa: F401  the type checker needs it


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, member: "Membership") -> Self:
        """Who organises sees all of her municipality; who leads one sees it; who was invited sees it from her invitation on."""
        here = self.filter(municipality=member.municipality_id)
        if member.may("meetings.organise"):
            return here
        attendees = self.model._meta.get_field("attendees").related_model  # attendance imports meeting  # noqa: SLF001
        invited = Exists(attendees._default_manager.filter(meeting=OuterRef("pk"), member=member))  # noqa: SLF001
        leads = Q(chair=member) if member.may("meetings.chair") else Q(pk=None)
        return here.filter(leads | Q(invited, invited_at__isnull=False))

    def led_by(self, member: "Membership") -> Self:
        """What is shown to who organises or leads: who comes, what people need, the report before it is there."""
        here = self.filter(municipality=member.municipality_id)
        if member.may("meetings.organise"):
            return here
        return here.filter(chair=member) if member.may("meetings.chair") else here.none()

    def ahead(self, at: datetime) -> Self:
        return self.filter(ends_at__gt=at, state="planned")

    def past(self, at: datetime) -> Self:
        """Over, and not cancelled."""
        return self.filter(ends_at__lte=at).exclude(state="cancelled")

    def in_year(self, year: int, municipality: "Municipality") -> Self:
        """That begin in it, cancelled ones too; for figures, so of a municipality and not of a reader."""
        begins, ends = (at_time(date(each, 1, 1), time(0)) for each in (year, year + 1))
        return self.filter(municipality=municipality, starts_at__gte=begins, starts_at__lt=ends).order_by("starts_at", "pk")

    def held(self, *, since: datetime, until: datetime) -> Self:
        """Begun in this time, over at its end, and not cancelled."""
        return self.past(until).filter(starts_at__gte=since, starts_at__lt=until)

    def without_report(self, at: datetime) -> Self:
        """Over, without a report, and nobody promised one yet. Not of a meeting to which nobody was invited."""
        promised = Exists(Clock.objects.filter(subject=OuterRef("uuid"), kind=REPORT))
        return self.filter(~promised, state="planned", ends_at__lte=at, invited_at__isnull=False).order_by("pk")

    def with_lost_chair(self, at: datetime) -> Self:
        """Not begun, with a chair who cannot lead it on its day (Meeting.is_led_on asks the same of one)."""
        members = apps.get_model("accounts", "Membership").objects
        able = members.filter(pk=OuterRef("chair")).active_on(OuterRef("held_on")).with_permission("meetings.chair")
        ahead = self.ahead(at).filter(starts_at__gt=at, chair__isnull=False)
        return ahead.annotate(held_on=TruncDate("starts_at", tzinfo=AMSTERDAM)).filter(~Exists(able))

    def cancelled(self) -> Self:
        return self.filter(state="cancelled")

    def with_independence(self) -> Self:
        """`is_declared`: the chair said that she is independent in the year of the meeting, as it is in Amsterdam."""
        declarations = apps.get_model("meetings", "IndependenceDeclaration").objects
        declared = Exists(declarations.filter(chair=OuterRef("chair"), year=OuterRef("of_year")))
        return self.annotate(of_year=ExtractYear("starts_at", tzinfo=AMSTERDAM)).annotate(is_declared=declared)

    def without_declaration(self) -> Self:
        return self.with_independence().filter(is_declared=False)

    def share_led_from_outside(self) -> Share:
        """How many of these meetings had an external chair (indicator I8). Not counted: who did not declare it, and who holds another role."""
        external = Q(is_declared=True, chair__roles=list(FROM_OUTSIDE))
        return Share(**self.with_independence().order_by().aggregate(of=Count("pk"), part=Count("pk", filter=external)))

    def with_people(self) -> Self:
        return self.select_related("municipality", "organiser__user", "organiser__municipality", "chair__user", "chair__municipality")

    def with_counts(self) -> Self:
        """`coming` with a place, `waiting` for one, and `unanswered`, in the same statement."""
        seat = "attendees__seat"
        return self.annotate(
            coming=Count("attendees", filter=Q(**{seat: "place"})),
            waiting=Count("attendees", filter=Q(**{seat: "waiting"})),
            unanswered=Count("attendees", filter=Q(attendees__answer="")),
        )
