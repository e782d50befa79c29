"""The Celery app and what runs when. UTC, and nothing only around midnight: clock changes must not matter."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sleutelfiguren.settings.production")

app = Celery("sleutelfiguren")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Each task asks what is due and not yet done, so a run too many or a run missed does no harm.
app.conf.beat_schedule = {
    "beat": {"task": "notifications.tasks.record_heartbeat", "schedule": 60.0},
    "deliver waiting messages": {"task": "notifications.tasks.deliver_waiting", "schedule": 30.0},
    "remind about promises": {"task": "notifications.tasks.queue_clock_reminders", "schedule": 300.0},
    "summary of failures": {"task": "notifications.tasks.send_failure_summary", "schedule": crontab(hour="5-20", minute=15)},
    "erase old messages": {"task": "notifications.tasks.delete_old_messages", "schedule": crontab(minute=20)},
    "erase old invitations": {"task": "accounts.tasks.delete_expired_invitations", "schedule": crontab(minute=25)},
    "forget who did not confirm": {"task": "keyfigures.tasks.delete_expired_interests", "schedule": crontab(minute=30)},
    "give contact persons": {"task": "keyfigures.tasks.give_contact_persons", "schedule": crontab(minute=10)},
    "hand over what was left": {"task": "sleutelfiguren.tasks.hand_over_what_was_left", "schedule": crontab(minute=5)},
    "forget people who left": {"task": "accounts.tasks.forget_people_and_traces", "schedule": crontab(minute=35)},
    "erase old log entries": {"task": "audit.tasks.delete_old_entries", "schedule": crontab(minute=45)},
    "ask for new confirmations": {"task": "keyfigures.tasks.ask_for_new_confirmations", "schedule": crontab(minute="*/10")},
    "erase sealed text": {"task": "signals.tasks.purge_expired", "schedule": crontab(minute="*/10")},
    "warn before erasing": {"task": "signals.tasks.warn_before_purge", "schedule": crontab(minute=40)},
    "erase what was kept about key figures": {"task": "keyfigures.tasks.erase_expired", "schedule": crontab(minute=30)},
    "warn before a profile goes": {"task": "keyfigures.tasks.warn_before_profile_goes", "schedule": crontab(minute=55)},
    "forget old reports": {"task": "signals.tasks.anonymise_old", "schedule": crontab(minute=50)},
    "erase what people needed for a meeting": {"task": "meetings.tasks.erase_needs", "schedule": crontab(minute=3)},
    "promise the rhythm of meetings": {"task": "meetings.tasks.follow_rhythm", "schedule": crontab(minute=15)},
    "ask chairs whether they are independent": {"task": "meetings.tasks.ask_for_declarations", "schedule": crontab(minute=20)},
    "seek chairs of meetings": {"task": "meetings.tasks.seek_chairs", "schedule": crontab(minute=25)},
    "remind of meetings": {"task": "meetings.tasks.queue_reminders", "schedule": crontab(minute=0)},
    "read replies of calendars": {"task": "meetings.tasks.read_calendar_replies", "schedule": crontab(minute="*/5")},
    "count the mix of networks": {"task": "keyfigures.tasks.count_the_mix", "schedule": crontab(hour="4-20", minute=10)},
    "promise reports of meetings": {"task": "meetings.tasks.promise_reports", "schedule": crontab(minute="*/10")},
    "make reports of meetings final": {"task": "meetings.tasks.fix_reports", "schedule": crontab(minute=15)},
    "remind who did not answer a date poll": {"task": "meetings.tasks.remind_of_polls", "schedule": crontab(minute="*/10")},
    "ask for the choice of a date": {"task": "meetings.tasks.ask_for_choices", "schedule": crontab(minute=15)},
    "open envelopes with anonymous answers": {"task": "keyfigures.tasks.open_envelopes", "schedule": crontab(minute=55)},
    "seal and count answers after meetings": {"task": "meetings.tasks.shuffle_and_publish_pulse", "schedule": crontab(minute=50)},
    "open, remind and close evaluations": {"task": "evaluations.tasks.hold_rounds", "schedule": crontab(hour="4-20", minute="*/10")},
    "erase answers in own words": {"task": "evaluations.tasks.erase_words", "schedule": crontab(minute=38)},
    "plan evaluations": {"task": "evaluations.tasks.follow_rhythm", "schedule": crontab(minute=35)},
    "warn of what the approach rests on": {"task": "approach.tasks.warn_of_dates", "schedule": crontab(hour="5-20", minute=42)},
    "keep the figures of ended quarters": {"task": "approach.tasks.freeze_figures", "schedule": crontab(minute=28)},
    "make reports to the council": {"task": "approach.tasks.make_reports", "schedule": crontab(minute="*/2")},
    "seal and count answers to evaluations": {"task": "evaluations.tasks.seal_and_count", "schedule": crontab(minute=52)},
}
