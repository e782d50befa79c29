"""Questions about many invitations. Nobody but who organises or leads the meeting sees who else is invited."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.attendance import Attendee  # noqa: F401  the type checker needs it
    from meetings.models.meeting import Meeting


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

    def unanswered(self) -> Self:
        return self.filter(answer="")

    def present(self) -> Self:
        return self.filter(was_present=True)

    def for_list(self) -> Self:
        return self.select_related("member__user", "member__municipality").order_by("member__user__name", "pk")
