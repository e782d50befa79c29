"""Reading something that only some may read: written down each time, and shown to whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from audit import log
from audit.models import Entry
from ui.phrases import Words, upper_first

ONE_READING = timedelta(minutes=15)  # as long as such a page stays open: looking again meanwhile is one reading


@dataclass(frozen=True, kw_only=True)
class Opening:
    """One reader: how often, when last, and the reason of the first time."""

    member_id: int
    name: str
    roles: list[str]
    reason: str
    times: int
    last_at: datetime

    def is_reader(self, member: Membership) -> bool:
        return self.member_id == member.pk


@dataclass(frozen=True, kw_only=True)
class LogLine:
    """One reader in words: name and role; how often, when and why."""

    who: str
    what: str


def last_of(reader: Membership, *, kind: str, subject: UUID, verbs: Sequence[str]) -> Entry | None:
    """Her last reading of this thing."""
    return Entry.objects.about(kind, subject).filter(actor=reader, verb__in=verbs).order_by("-at").first()


def note(verb: str, *, reader: Membership, kind: str, subject: UUID, at: datetime) -> None:
    """Before a page shows it: write down that she reads it. Looking again within a quarter of an hour is the same reading."""
    last = last_of(reader, kind=kind, subject=subject, verbs=[verb])
    if last is None or at - last.at > ONE_READING:
        log.record(verb, at=at, actor=reader, kind=kind, subject=subject)


def openings_of(kind: str, subject: UUID, *, verbs: Sequence[str]) -> list[Opening]:
    """Who opened it; newest first, everybody once."""
    rows = Entry.objects.about(kind, subject).filter(verb__in=verbs, actor__isnull=False)
    by_reader: dict[Membership, list[Entry]] = {}
    for row in rows.select_related("actor__user", "actor__municipality").order_by("at", "pk"):
        if row.actor is not None:
            by_reader.setdefault(row.actor, []).append(row)
    openings = [_opening(reader, entries) for reader, entries in by_reader.items()]
    return sorted(openings, key=lambda each: each.last_at, reverse=True)


def _opening(reader: Membership, entries: list[Entry]) -> Opening:
    return Opening(
        member_id=reader.pk,
        name=reader.name,
        roles=reader.role_names,
        reason=next((entry.reason for entry in entries if entry.reason), ""),
        times=len(entries),
        last_at=entries[-1].at,
    )


def opened_by(openings: Sequence[Opening], words: Words) -> list[LogLine]:
    """Newest first; who opened more than once stands there once."""
    return [LogLine(who=", ".join([each.name, *each.roles]), what=opened(each, words)) for each in openings]


def opened(opening: Opening, words: Words) -> str:
    """How often, when last, and the reason of the first time."""
    when = words.moment(opening.last_at)
    often = ngettext("%(times)d time, last: %(when)s", "%(times)d times, last: %(when)s", opening.times) % {"times": opening.times, "when": when}
    said = upper_first(when) if opening.times == 1 else often
    return _("%(said)s. Reason: “%(reason)s”") % {"said": said, "reason": opening.reason} if opening.reason else f"{said}."
