"""From which day messages are gone."""

from datetime import datetime, timedelta

from notifications.models import Message, State

KEEP = timedelta(days=365)
BATCH = 1000


def delete_old_messages(*, at: datetime) -> int:
    """Delete messages of more than a year ago that nobody waits for, in batches; returns how many went."""
    gone = 0
    done = [State.SENT, State.CANCELLED, State.FAILED]
    while ids := list(Message.objects.filter(queued_at__lt=at - KEEP, state__in=done).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        gone += Message.objects.filter(pk__in=ids).delete()[0]
    return gone
