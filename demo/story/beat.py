"""What the beat does all day long, done once a working day: nothing of it is due between two mornings."""

from datetime import datetime, timedelta

from approach.actions import freezing, warning
from evaluations.actions import counting, rounds
from keyfigures.actions import background, erasing, joining, mix, stages
from meetings.actions import poll_clock, pulse, report
from meetings.actions.erasing import erase_needs
from notifications import reminders
from signals import retention
from signals.models import SealedText
from terms.days import add_working_days, local_date

SOON = timedelta(days=14)  # before that nobody is warned that a text goes


def begin_day(at: datetime) -> None:
    """What counts by weeks or months is done on the first working day of each: nothing of the story waits for it by the day."""
    today = local_date(at)
    before = add_working_days(today, -1)
    if SealedText.objects.readable().filter(purge_on__lte=today + SOON).exists():
        retention.purge_expired(at=at)
        retention.warn_before_purge(at=at)
    report.promise_reports(at=at)
    report.fix_reports(at=at)
    poll_clock.owe_choices(at=at)
    poll_clock.remind(at=at)
    rounds.close_due(at=at)
    rounds.open_due(at=at)
    rounds.remind_due(at=at)
    counting.count_all(at=at)
    reminders.queue_clock_reminders(at=at)
    if before.isocalendar().week != today.isocalendar().week:
        background.open_envelopes()
        pulse.shuffle_and_publish(at=at)
        mix.freeze_all(at=at)
        erase_needs(at=at)
    if before.month != today.month:
        joining.delete_expired_interests(at=at)
        stages.give_contact_persons(at=at)
        erasing.warn_before_profile_goes(at=at)
        warning.warn_all(at=at)
        erasing.erase_expired(at=at)
        freezing.freeze_all(at=at)
