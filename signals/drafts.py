"""What somebody is typing, kept sealed for half an hour after the last word, so that nothing is lost."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from accounts import sealing
from accounts.models import Membership
from accounts.prepared import Given, Prepared, rows_of
from signals.models import ConcernDraft


@dataclass(frozen=True, kw_only=True)
class Draft:
    submission: UUID
    answers: dict[str, Any]
    changed_at: datetime
    expires_at: datetime


def load(member: Membership, place: str, *, at: datetime) -> Draft | None:
    """None when there is none, when its half hour is over, and when no key opens it any more."""
    row = next(iter(_kept(member=member.pk, place=place, at=at)), None)
    return _opened(row) if row else None


_kept: Prepared[ConcernDraft] = Prepared(
    lambda: ConcernDraft.objects.filter(member=Given("member"), place=Given("place"), expires_at__gt=Given("at")),
)


def load_about(member: Membership, subject: UUID, *, at: datetime) -> dict[str, dict[str, Any]]:
    """The answers of every draft with a place "<form>:<subject>", by form. One statement."""
    rows = ConcernDraft.objects.filter(member=member, place__endswith=f":{subject}", expires_at__gt=at)
    opened = {row.place.partition(":")[0]: _opened(row) for row in rows}
    return {form: draft.answers for form, draft in opened.items() if draft is not None}


def take(member: Membership, place: str, *, at: datetime) -> Draft | None:
    """Load and delete with one statement. Of two who send at once the second waits, and finds nothing."""
    rows = rows_of(_TAKE, [member.pk, place, at])
    return _opened(ConcernDraft(member_id=member.pk, place=place, **dict(zip(_KEPT_OF_IT, rows[0], strict=True)))) if rows else None


_KEPT_OF_IT = ("submission", "sealed", "key_id", "changed_at", "expires_at")
_TAKE = f"DELETE FROM signals_concerndraft WHERE member_id = %s AND place = %s AND expires_at > %s RETURNING {', '.join(_KEPT_OF_IT)}"  # noqa: S608  names


def save(member: Membership, place: str, *, answers: Mapping[str, Any], at: datetime, submission: UUID | None = None) -> None:
    """Keep it, in place of what was there; the half hour begins again. A first draft gets its own `submission`."""
    sealed = sealing.seal(json.dumps(dict(answers)), bound_to=_bound_to(member.pk, place))
    ConcernDraft.objects.filter(member=member, place=place, expires_at__lte=at).delete()
    row = ConcernDraft(
        member=member,
        place=place,
        submission=submission or uuid.uuid4(),
        sealed=sealed.content,
        key_id=sealed.key_id,
        changed_at=at,
        expires_at=at + timedelta(minutes=settings.DRAFT_MINUTES),
    )
    changed = ["sealed", "key_id", "changed_at", "expires_at", *(["submission"] if submission else [])]
    ConcernDraft.objects.bulk_create([row], update_conflicts=True, unique_fields=["member", "place"], update_fields=changed)


def discard(member: Membership, place: str) -> None:
    ConcernDraft.objects.filter(member=member, place=place).delete()


def delete_expired(*, at: datetime) -> int:
    deleted, _per_model = ConcernDraft.objects.filter(expires_at__lte=at).delete()
    return deleted


def answers_of(row: ConcernDraft) -> dict[str, Any] | None:
    """What stands in it; None when no key opens it any more."""
    draft = _opened(row)
    return draft.answers if draft else None


def _opened(row: ConcernDraft) -> Draft | None:
    try:
        text = sealing.unseal(sealing.Sealed(row.key_id, bytes(row.sealed)), bound_to=_bound_to(row.member_id, row.place))
    except sealing.WrongKey:
        return None
    return Draft(submission=row.submission, answers=json.loads(text), changed_at=row.changed_at, expires_at=row.expires_at)


def _bound_to(member_pk: int, place: str) -> str:
    """There is one row per member and place, so these name the row."""
    return f"signals.concerndraft:{member_pk}:{place}"
