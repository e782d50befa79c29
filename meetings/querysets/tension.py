"""Questions about times of tension, and about the calls in them."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q

from keyfigures.catalogue import Channel, ShippedRole
from keyfigures.stages import Stage

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.tension import Tension, TensionCall  # noqa: F401  the type checker needs them

WAITS = ("to_call", "not_reached")


def chose_to_mediate(before: str = "") -> Q:
    """Active now, and she chose it herself; `before`: the way to the key figure."""
    return Q(**{f"{before}stage": Stage.ACTIVE, f"{before}network_roles__contains": [ShippedRole.MEDIATE]})


def may_be_called(before: str = "") -> Q:
    """She chose to mediate, gave a number, and did not choose mail or a visit as the way to reach her."""
    by_phone = Q(**{f"{before}channel__in": ["", Channel.CALL, Channel.TEXT]})
    return chose_to_mediate(before) & by_phone & ~Q(**{f"{before}member__phone": ""})


class TensionQuerySet(models.QuerySet["Tension"]):
    def visible_to(self, member: "Membership") -> Self:
        """For who works on the network. A key figure sees the call to herself as a contact on her own page."""
        return self.filter(municipality=member.municipality_id) if member.may("meetings.organise") else self.none()

    def going_on(self) -> Self:
        return self.filter(ended_at=None)

    def over(self) -> Self:
        return self.filter(ended_at__isnull=False)

    def with_numbers(self) -> Self:
        """`reached`, of how many `asked` who were to be called; numbers, never who. In the same statement."""
        reached = Q(calls__state="reached")
        return self.annotate(asked=Count("calls", filter=~Q(calls__state="left_out")), reached=Count("calls", filter=reached))

    def with_calls_of(self, member: "Membership") -> Self:
        """`mine`: how many she still has to call."""
        return self.annotate(mine=Count("calls", filter=Q(calls__caller=member, calls__state__in=WAITS) & may_be_called("calls__key_figure__")))

    def for_list(self) -> Self:
        return self.select_related("municipality", "area", "begun_by__user", "meeting").order_by("-begun_at", "-pk")


class TensionCallQuerySet(models.QuerySet["TensionCall"]):
    def visible_to(self, member: "Membership") -> Self:
        return self.filter(municipality=member.municipality_id) if member.may("meetings.organise") else self.none()

    def of_tension(self, tension: "Tension") -> Self:
        return self.filter(tension=tension)

    def to_do(self) -> Self:
        """Not who left, paused or does not choose to mediate any more since the calls were divided."""
        return self.filter(may_be_called("key_figure__"), state__in=WAITS)

    def done(self) -> Self:
        return self.filter(state__in=["reached", "left_out"])

    def with_people(self) -> Self:
        return self.select_related("key_figure__member__user", "key_figure__municipality", "caller__user", "tension__municipality", "tension__area")
