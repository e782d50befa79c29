"""The calendar subscription of one person: made, renewed, stopped. Of each address only the newest works."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from accounts.models import Membership
from meetings.models.attendance import CalendarFeed


@transaction.atomic
def renew(member: Membership, *, at: datetime) -> CalendarFeed:
    """A first address, or a new one: the old one stops."""
    feed, _is_new = CalendarFeed.objects.update_or_create(member=member, defaults={"uuid": uuid4(), "renewed_at": at})
    return feed


@transaction.atomic
def stop(member: Membership) -> None:
    CalendarFeed.objects.filter(member=member).delete()
