"""Whom an organiser can invite. The only rule: nobody who is paused or has ended, nobody of another municipality."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from accounts.models import Membership
from accounts.querysets import MembershipQuerySet
from accounts.roles import Role
from keyfigures.stages import Stage

if TYPE_CHECKING:
    from accounts.models import Municipality
    from meetings.models.meeting import Meeting

_KEY_FIGURE = Q(roles__contains=[Role.KEY_FIGURE])


def invitable(municipality: "Municipality", *, on: date) -> MembershipQuerySet:
    """Who works here on `on`, and of the key figures those who are active."""
    here = Membership.objects.of_municipality(municipality).active_on(on).with_permission("meetings.take_part")
    return here.filter(~_KEY_FIGURE | Q(key_figure__stage=Stage.ACTIVE))


def not_invited(meeting: "Meeting", *, on: date) -> MembershipQuerySet:
    return invitable(meeting.municipality, on=on).exclude(pk__in=meeting.attendees.values("member"))


def key_figures(people: MembershipQuerySet, *, roles: Collection[str] = (), areas: Collection[str] = ()) -> MembershipQuerySet:
    """Of these the key figures; with one of these roles of the network, and active in one of these areas, where they are chosen."""
    found = people.filter(_KEY_FIGURE)
    if roles:
        found = found.filter(key_figure__network_roles__overlap=list(roles))
    if areas:
        found = found.filter(pk__in=found.filter(key_figure__areas__uuid__in=list(areas)).values("pk"))
    return found


def officials(people: MembershipQuerySet) -> MembershipQuerySet:
    return people.exclude(_KEY_FIGURE)
