"""Questions about many date polls and the people who are asked. `visible_to` is the only rule for who sees which."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q

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

    def ended(self) -> Self:
        """A date was chosen, or it was stopped."""
        return self.exclude(state="open")

    def with_counts(self) -> Self:
        """`asked` and `waited_for`: how many people, in the same statement."""
        silent = Q(invitees__answered_at=None) | Q(invitees__must_look_again=True)
        return self.annotate(asked=Count("invitees"), waited_for=Count("invitees", filter=Q(invitees__isnull=False) & silent))

    def with_people(self) -> Self:
        return self.select_related("municipality", "organiser__user", "organiser__municipality", "chair__user", "chair__municipality", "meeting")


class PollInviteeQuerySet(models.QuerySet["PollInvitee"]):
    def of(self, member: "Membership") -> Self:
        return self.filter(member=member)

    def waited_for(self) -> Self:
        """Did not answer, or not to a date that came later."""
        return self.filter(Q(answered_at=None) | Q(must_look_again=True))

    def can_answer_on(self, day: date) -> Self:
        return self.filter(poll__state="open", poll__last_day__gte=day)

    def with_poll(self) -> Self:
        """All that her own page shows."""
        return self.select_related("municipality", "member__user", "member__municipality", "poll__organiser__user", "poll__municipality", "poll__meeting")

    def for_list(self) -> Self:
        return self.select_related("member__user", "member__municipality").order_by("member__user__name", "pk")
