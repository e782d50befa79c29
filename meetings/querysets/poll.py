"""Questions about many date polls and the people who are asked. `visible_to` is the only rule for who sees which."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.poll import DatePoll, PollInvitee  # noqa: F401  the type checker needs them


class DatePollQuerySet(models.QuerySet["DatePoll"]):
    def visible_to(self, member: "Membership") -> Self:
        """Who organises sees all of her municipality; others those in which they are asked."""
        here = self.filter(municipality=member.municipality_id)
        return here if member.may("meetings.organise") else here.filter(invitees__member=member)

    def open(self) -> Self:
        return self.filter(state="open")

    def with_people(self) -> Self:
        return self.select_related("municipality", "organiser__user", "organiser__municipality", "chair__user", "chair__municipality", "meeting")


class PollInviteeQuerySet(models.QuerySet["PollInvitee"]):
    def of(self, member: "Membership") -> Self:
        return self.filter(member=member)

    def unanswered(self) -> Self:
        return self.filter(answered_at=None)

    def can_answer_on(self, day: date) -> Self:
        return self.filter(poll__state="open", poll__last_day__gte=day)

    def for_list(self) -> Self:
        return self.select_related("member__user", "member__municipality").order_by("member__user__name", "pk")
