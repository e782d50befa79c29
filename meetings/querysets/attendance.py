"""Questions about many invitations. Nobody but who organises or leads the meeting sees who else is invited."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.attendance import Attendee
    from meetings.models.meeting import Meeting


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Of one meeting: how many are invited, come (with a place), wait for a place, and did not answer."""

    invited: int = 0
    coming: int = 0
    waiting: int = 0
    unanswered: int = 0


class AttendeeQuerySet(models.QuerySet["Attendee"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own; for who organises those of her municipality; for a chair those of the meetings that she leads."""
        seen = Q(member=member)
        if member.may("meetings.organise"):
            seen |= Q(municipality=member.municipality_id)
        if member.may("meetings.chair"):
            seen |= Q(meeting__chair=member)
        return self.filter(seen, municipality=member.municipality_id)

    def of_meeting(self, meeting: "Meeting") -> Self:
        return self.filter(meeting=meeting)

    def of(self, member: "Membership") -> Self:
        return self.filter(member=member)

    def has_place(self) -> Self:
        return self.filter(seat="place")

    def waiting(self) -> Self:
        """In the order in which they get a place."""
        return self.filter(seat="waiting").order_by("seat_since", "pk")

    def before(self, row: "Attendee") -> Self:
        """Who waits and gets a place sooner than she."""
        earlier = Q(seat_since__lt=row.seat_since) | Q(seat_since=row.seat_since, pk__lt=row.pk)
        return self.filter(earlier, seat="waiting")

    def unanswered(self) -> Self:
        return self.filter(answer="")

    def present(self) -> Self:
        return self.filter(was_present=True)

    def may_give_pulse(self) -> Self:
        """Was there and did not answer the five questions yet; whether their last day is over is not asked here."""
        return self.filter(was_present=True, may_give_pulse=True, meeting__closed_at__isnull=False)

    def counts_of(self, meetings: "Iterable[Meeting]") -> dict[int, Counts]:
        """By the meeting, for those to which somebody is invited. One statement, of these meetings only."""
        place, waiting, unanswered = Q(seat="place"), Q(seat="waiting"), Q(answer="")
        found = self.filter(meeting__in=list(meetings)).order_by().values_list("meeting").annotate(
            invited=Count("pk"), coming=Count("pk", filter=place), waiting=Count("pk", filter=waiting), unanswered=Count("pk", filter=unanswered),
        )
        return {pk: Counts(invited=invited, coming=coming, waiting=waits, unanswered=silent) for pk, invited, coming, waits, silent in found}

    def with_all(self) -> Self:
        """For the page of one invitation."""
        return self.select_related("municipality", "member__user", "member__municipality", "meeting__municipality", "meeting__organiser__user")

    def for_names(self) -> Self:
        """In the order that the rows have already, else by name."""
        return self.select_related("member__user") if self.query.order_by else self.select_related("member__user").order_by("member__user__name", "pk")

    def for_list(self) -> Self:
        return self.select_related("member__user", "member__municipality").order_by("member__user__name", "pk")
