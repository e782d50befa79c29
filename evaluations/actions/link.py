"""A link that came to somebody else stops; a mail that goes out later carries a new one."""

from datetime import datetime

from evaluations.models.sheet import Participant


def stop(participant: Participant, *, at: datetime) -> None:
    """Who logs in, or has a code on paper, can still answer."""
    Participant.objects.filter(pk=participant.pk, link_stopped_at=None).update(link_stopped_at=at)
