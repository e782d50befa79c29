"""Who is behind a change of rights or settings: the context that Postgres writes beside each changed row."""

from contextlib import AbstractContextManager

import pghistory

from accounts.models import Membership, User


def by(actor: Membership | None, *, person: User | None = None, verb: str) -> AbstractContextManager[object]:
    """Changes inside this block carry the member, or the person where she is no member, and the verb."""
    user_id = actor.user_id if actor else (person.pk if person else None)
    return pghistory.context(member=actor.pk if actor else None, person=user_id, verb=verb)
