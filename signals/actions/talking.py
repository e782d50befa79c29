"""What is said about a report: the conversation with the reporter, and notes that she does not see."""

from datetime import datetime

from django.db import transaction

from accounts.models import Membership
from signals import notices, sealed_texts, workflow
from signals.actions.moving import begin, finish, note_event, wake
from signals.models import ConcernReport, Purpose


def say(report: ConcernReport, text: str, *, author: Membership, at: datetime) -> None:
    """Add a text to the conversation; the step that it belongs to tells the other side."""
    sealed_texts.add(report, text, purpose=Purpose.MESSAGE, author=author, at=at)


@transaction.atomic
def send_message(report: ConcernReport, *, actor: Membership, at: datetime, text: str) -> None:
    """A message to the other side. One of the reporter lets promises that stood still run again."""
    fresh = begin(report, workflow.MESSAGE, actor=actor, at=at)
    say(fresh, text, author=actor, at=at)
    event = note_event(fresh, workflow.MESSAGE.name, actor=actor, at=at)
    if actor.pk != fresh.reporter_id:
        notices.tell_reporter(notices.MESSAGE, fresh, because=event, at=at)
        return
    wake(fresh, at=at)
    fresh.changed_at = at
    finish(fresh, "paused_at", "changed_at")
    notices.tell_handler(notices.REPORTER_NEWS, fresh, because=event, at=at)


@transaction.atomic
def add_note(report: ConcernReport, *, actor: Membership, at: datetime, text: str) -> None:
    """A note among officials; it is erased with the same term as every text."""
    fresh = begin(report, workflow.ADD_NOTE, actor=actor, at=at)
    sealed_texts.add(fresh, text, purpose=Purpose.NOTE, author=actor, at=at)
    note_event(fresh, workflow.ADD_NOTE.name, actor=actor, at=at)
