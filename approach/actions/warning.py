"""Who works on the approach is told long before a mandate, the money or a review ends, and before elections and another portfolio holder.

Level-triggered: it asks what is near now and was not told yet. A run too many tells nobody twice, a run that was missed is made good,
and a day that moved is told anew for the new day only.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.urls import reverse

from accounts.deputies import stand_in
from accounts.models import Membership
from approach import horizon
from approach.ahead import marks_of
from approach.warning_mail import WARNING, key_of
from notifications.models import Message
from notifications.outbox import Notice, enqueue
from terms.days import local_date


def warn_all(*, at: datetime) -> int:
    """Each municipality by itself; returns how many mails were promised."""
    managers = Membership.objects.active_on(local_date(at)).with_permission("approach.manage").select_related("user", "municipality")
    by_municipality = groupby(managers.order_by("municipality_id", "pk"), key=lambda each: each.municipality_id)
    return sum(_warn(list(people), at=at) for _pk, people in by_municipality)


@transaction.atomic
def _warn(managers: list[Membership], *, at: datetime) -> int:
    """One mail per occasion for each of them; who is away does not miss it: who stands in for her is told."""
    today = local_date(at)
    near = [each for each in horizon.near(marks_of(managers[0].municipality, today=today), today=today) if each.kind in horizon.TOLD_BY_MAIL]
    told = _told(key_of(each) for each in near)
    new = [(each, member) for each in near for member in managers if (key_of(each), member.pk) not in told]
    people = {member.pk: stand_in(member, on=today) for member in {member for _each, member in new}}
    path = reverse("approach:support")
    wanted = {(key_of(each), people[member.pk].pk): (each.subject, people[member.pk]) for each, member in new}
    notices = [
        Notice(key=key, kind=WARNING, recipient=to, path=path, subject=subject) for (key, pk), (subject, to) in wanted.items() if (key, pk) not in told
    ]
    enqueue(*notices, at=at)
    return len(notices)


def _told(keys: Iterable[str]) -> set[tuple[str, int | None]]:
    return set(Message.objects.filter(key__in=list(keys)).values_list("key", "recipient"))
