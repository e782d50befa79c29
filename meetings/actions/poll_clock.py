"""What the clock asks of date polls. Level-triggered: a run too many tells nobody twice, a run that was missed is made good."""

from datetime import datetime

from django.db import transaction

from meetings import poll_mail
from meetings.actions.poll_answer import owe_choice
from meetings.models.poll import DatePoll, PollInvitee
from meetings.poll_rules import BEFORE_LONG, remind_from
from notifications.outbox import enqueue
from terms.days import local_date

BATCH = 500  # people that one transaction promises a mail


def remind(*, at: datetime) -> int:
    """Who did not answer hears once per last day that it comes near; returns how many are due now. Memory is one batch."""
    today = local_date(at)
    near = DatePoll.objects.open().filter(last_day__gte=today, last_day__lte=local_date(at + BEFORE_LONG))
    people = PollInvitee.objects.waited_for().filter(poll__in=near, link_stopped_at=None).select_related("poll", "member").order_by("pk")
    due, last = 0, 0
    while batch := list(people.filter(pk__gt=last)[:BATCH]):
        wanted = [poll_mail.reminded(each) for each in batch if _is_due(each, at)]
        with transaction.atomic():
            enqueue(*wanted, at=at)
        due, last = due + len(wanted), batch[-1].pk
    return due


def owe_choices(*, at: datetime) -> int:
    """Polls whose last day is over: from now on the organiser owes a choice. Returns how many began to."""
    over = DatePoll.objects.open().filter(last_day__lt=local_date(at), choice_owed_at=None)
    began = 0
    for pk in list(over.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            poll = over.select_for_update(of=("self",)).select_related("municipality", "organiser__user").filter(pk=pk).first()
            if poll is not None:
                owe_choice(poll, at=at)
                began += 1
    return began


def _is_due(invitee: PollInvitee, at: datetime) -> bool:
    asked = max(invitee.asked_at, invitee.poll.dates_changed_at or invitee.asked_at) if invitee.must_look_again else invitee.asked_at
    moment = remind_from(asked, invitee.poll.last_day)
    return moment is not None and moment <= at
