"""Handing over: everything that somebody owes goes to a colleague, over all apps, in one transaction. Nothing stays without an owner."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.actions import NotPossible, StillOwes
from accounts.deputies import deputy_of
from accounts.models import Membership
from audit import log, verbs
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.outbox import Notice, enqueue
from terms import handover
from terms.days import local_date
from terms.handover import Part

HANDED_OVER = "sleutelfiguren.handed_over"
KIND = "accounts.membership"
events = logging.getLogger(__name__)


class NothingToHandOver(NotPossible):
    sentence = _("There is nothing left that this colleague can take over. Somebody may have been first.")


class UnfitColleague(NotPossible):
    sentence = _("This colleague does not work here now.")


def register() -> None:
    """At the start of the application: the word in the log, and the mail to who takes over."""
    verbs.register(HANDED_OVER, _("Handed over the work of a colleague"), counted={"things": _("things")})
    kinds.register(NoticeKind(kind=HANDED_OVER, sentence=_("A colleague handed something over to you.")))


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Somebody who can take over: all of it, or only some."""

    member: Membership
    takes: int
    leaves: int


def may_hand_over(member: Membership, by: Membership) -> bool:
    """Herself, and who may hand over the work of others in her municipality."""
    return by.municipality_id == member.municipality_id and (by.may("accounts.absence") if by.pk == member.pk else by.may("accounts.hand_over"))


def colleagues(member: Membership, parts: list[Part], *, at: datetime) -> list[Colleague]:
    """Who works here and may take something over; who takes most stands first. One statement."""
    here = Membership.objects.of_municipality(member.municipality).active_on(local_date(at)).exclude(pk=member.pk)
    everybody = sum(part.number for part in parts)
    found = []
    for other in here.select_related("user").order_by("user__name", "pk"):
        takes = sum(part.number for part in parts if other.may(part.permission))
        if takes:
            found.append(Colleague(member=other, takes=takes, leaves=everybody - takes))
    return sorted(found, key=lambda each: each.leaves)


@transaction.atomic
def hand_over(member: Membership, *, to: Membership, by: Membership | None, at: datetime) -> int:
    """How many things went to `to`. What she may not have stays, and can go to another. `by` None: a job, or who is no member.

    Two at once wait for each other: the second finds nothing left. Raises NothingToHandOver, UnfitColleague, PermissionDenied.
    """
    if by is not None and not may_hand_over(member, by) and not by.may("accounts.administer"):
        raise PermissionDenied
    # Not the strongest lock: rows that only name her (a line in a log) are written meanwhile by who holds something of hers.
    list(Membership.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=[member.pk, to.pk]).order_by("pk"))
    if to.pk == member.pk or to.municipality_id != member.municipality_id or not to.is_active_on(local_date(at)):
        raise UnfitColleague
    before = handover.parts_of(member)
    for part in before:
        if to.may(part.permission):
            part.give(to, by, at)
    given = sum(part.number for part in before) - sum(part.number for part in handover.parts_of(member))
    if not given:
        raise NothingToHandOver
    log.record(HANDED_OVER, at=at, actor=by, municipality=member.municipality, kind=KIND, subject=member.uuid, numbers={"things": given})
    enqueue(Notice(key=f"{HANDED_OVER}:{member.uuid}:{at.isoformat()}", kind=HANDED_OVER, recipient=to, path="/", subject=member.uuid), at=at)
    return given


def before_leaving(member: Membership, still: frozenset[str], by: Membership | None, at: datetime) -> None:
    """She may do no more than `still`: the rest goes to her deputy, then to who else may do it. Raises StillOwes when nobody may."""
    if not _owed(member, still):
        return
    first = deputy_of(member, on=local_date(at))
    others = [each.member for each in colleagues(member, _owed(member, still), at=at)]
    for to in sorted(others, key=lambda other: first is None or other.pk != first.pk):
        try:
            hand_over(member, to=to, by=by, at=at)
        except NothingToHandOver:
            continue
        if not _owed(member, still):
            return
    raise StillOwes


def _owed(member: Membership, still: frozenset[str]) -> list[Part]:
    return [part for part in handover.parts_of(member) if part.permission not in still]


def hand_over_what_was_left(*, at: datetime) -> int:
    """Of everybody whose end came: by their deputies. Returns how many members' work was handed over."""
    done = 0
    for pk in sorted(handover.who_left(local_date(at))):
        member = Membership.objects.select_related("user", "municipality", "deputy__user").get(pk=pk)
        try:
            with transaction.atomic():
                before_leaving(member, frozenset(), None, at)
        except StillOwes:
            events.warning("work of a member who left has no new owner", extra={"municipality": member.municipality_id})
        else:
            done += 1
    return done
