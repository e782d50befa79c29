"""Tells the story: every step in the order of time, and between the steps the jobs that the beat would have run."""

from datetime import date, datetime, time

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts import actions
from accounts.models import Municipality
from demo import mailbox
from demo.models import Story
from demo.story import acts, beat, cast
from demo.story.finished import FINISHED
from demo.story.network import settings
from demo.story.network.story import NETWORK
from demo.story.running import RUNNING
from demo.story.script import Step, Told, day_ago
from demo.story.stage import Scene, Stage
from notifications import delivery
from notifications.models import Message, State
from terms.days import at_time, local_date

LOCK = 7_204_311  # any number; the same for everybody who tells


class NotEmpty(Exception):
    """The demo is only told to a database without municipalities."""

    def __str__(self) -> str:
        return _("This database holds municipalities already. The demo needs a database of its own.")


@transaction.atomic
def tell_once(*, at: datetime) -> bool:
    """Everything or nothing, in one transaction; False when it was told before. Two at once: the second waits and sees."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    if Story.objects.exists():
        return False
    if Municipality.objects.exists():
        raise NotEmpty
    _tell(at)
    Story.objects.create(told_at=at)
    return True


def _tell(at: datetime) -> None:
    today = local_date(at)
    stage = Stage(cast.assemble(today))
    settings.decide({slug: stage.cast.municipality(slug) for slug in cast.FIRST}, years=range(day_ago(cast.BEGAN, today).year, today.year + 1))
    cast.invite_somebody_who_waits(stage.cast)
    for moment, told, step in _in_order(at, today):
        # Mail is kept as sent at that moment, so starting the demo sends no flood.
        with mailbox.dated(moment):
            if told is not None and step is not None:
                acts.play(Scene(stage, told, step, moment))
            else:
                beat.begin_day(moment)
            if Message.objects.filter(state=State.WAITING, not_before__lte=moment).exists():
                delivery.deliver_waiting(at=moment)
    actions.delete_expired_invitations(at=at)


def _in_order(at: datetime, today: date) -> list[tuple[datetime, Told | None, Step | None]]:
    """Every step, and every working day of the year a minute after opening."""
    steps = [(step.moment(told_at=at, today=today), told, step) for told in (*FINISHED, *RUNNING, *NETWORK) for step in told.steps]
    mornings = [(at_time(day_ago(n, today), time(9, 1)), None, None) for n in range(cast.BEGAN)]
    return sorted([*steps, *[row for row in mornings if row[0] < at]], key=lambda row: row[0])
