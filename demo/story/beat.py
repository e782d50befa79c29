"""What the beat does all day long, done once a working day: nothing of it is due between two mornings."""

from datetime import datetime, timedelta

from keyfigures.actions import background, erasing, joining, mix, stages
from notifications import reminders
from signals import retention
from signals.models import SealedText
from terms.days import local_date

SOON = timedelta(days=14)  # before that nobody is warned that a text goes
MONDAY = 0


def begin_day(at: datetime) -> None:
    if SealedText.objects.readable().filter(purge_on__lte=local_date(at) + SOON).exists():
        retention.purge_expired(at=at)
        retention.warn_before_purge(at=at)
    reminders.queue_clock_reminders(at=at)
    if local_date(at).weekday() == MONDAY:  # nothing of the story waits for these by the day
        joining.delete_expired_interests(at=at)
        stages.give_contact_persons(at=at)
        background.open_envelopes()
        mix.freeze_all(at=at)
        erasing.warn_before_profile_goes(at=at)
        erasing.erase_expired(at=at)
