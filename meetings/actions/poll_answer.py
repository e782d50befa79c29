"""An answer to a date poll: by her own link, on this site, or by phone through the organiser. It can change until the last day."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings import deadlines, notices, poll_mail
from meetings.actions import NotPossible
from meetings.kinds import AnsweredBy
from meetings.models.poll import DatePoll, PollAnswer, PollInvitee, PollOption, PollState
from notifications import telling
from notifications.outbox import enqueue
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from ui.phrases import Words

Answers = Mapping[PollOption, str]


class Closed(NotPossible):
    """Nobody can answer any more: a date was chosen, it was stopped, or the last day is over."""

    def __init__(self, poll: DatePoll, at: datetime) -> None:
        super().__init__()
        self.poll, self.at = poll, at

    def __str__(self) -> str:
        if self.poll.state == PollState.CHOSEN:
            return _("A date was chosen. Your answer cannot change any more.")
        if self.poll.state == PollState.STOPPED:
            return _("This date poll was stopped. Your answer cannot change any more.")
        day = Words(local_date(self.at)).day(self.poll.last_day)
        return _("The last day to answer was %(day)s. Your answer cannot change any more.") % {"day": day}


def is_open(poll: DatePoll, at: datetime) -> bool:
    """The last day counts until its end."""
    return poll.state == PollState.OPEN and poll.last_day >= local_date(at)


@transaction.atomic
def answer_by_link(invitee: PollInvitee, *, answers: Answers, at: datetime) -> PollInvitee:
    """Whoever has the link; the page said whose it is. Raises NotPossible for a link that was stopped or replaced."""
    poll, row = _locked(invitee, at)
    if row.link_stopped_at is not None or row.link_number != invitee.link_number:
        raise NotPossible(_("This link does not work any more. Use the link in the last mail."))
    return _answer(poll, row, answers, way=AnsweredBy.LINK, at=at)


@transaction.atomic
def answer_on_site(invitee: PollInvitee, *, by: Membership, answers: Answers, at: datetime) -> PollInvitee:
    poll, row = _locked(invitee, at)
    if row.member_id != by.pk:
        raise PermissionDenied
    return _answer(poll, row, answers, way=AnsweredBy.SITE, at=at)


@transaction.atomic
def write_down(invitee: PollInvitee, *, by: Membership, answers: Answers, at: datetime) -> PollInvitee:
    """She phoned; the organiser writes down what she said."""
    poll, row = _locked(invitee, at)
    _check_organises(by, poll)
    return _answer(poll, row, answers, way=AnsweredBy.PHONE, at=at)


@transaction.atomic
def stop_link(invitee: PollInvitee, *, at: datetime) -> None:
    """ "This is not me": somebody else has the link. It answers nothing any more, and the organiser can send a new one."""
    row = PollInvitee.objects.select_for_update(of=("self",)).select_related("poll__organiser__user").get(pk=invitee.pk)
    if row.link_stopped_at is not None or row.link_number != invitee.link_number:
        return
    row.link_stopped_at = at
    row.save(update_fields=["link_stopped_at"])
    path = reverse("meetings:poll_invitee", args=[row.uuid])
    telling.tell(notices.TO_ORGANISER, to=row.poll.organiser, subject=row.uuid, because=f"not-me-{row.link_number}", path=path, at=at)


@transaction.atomic
def send_again(invitee: PollInvitee, *, by: Membership, at: datetime) -> None:
    """A new link: the one that she had stops."""
    poll, row = _locked(invitee, at)
    _check_organises(by, poll)
    row.link_number, row.link_stopped_at = row.link_number + 1, None
    row.save(update_fields=["link_number", "link_stopped_at"])
    enqueue(poll_mail.asked(row), at=at)


def leave_all(member: Membership, still: frozenset[str], _by: Membership | None, at: datetime) -> None:
    """She takes part no longer: nobody waits for her answer. Inside the transaction that takes her rights away."""
    if "meetings.take_part" in still:
        return
    polls = DatePoll.objects.open().filter(invitees__member=member).select_for_update(of=("self",))
    for poll in polls.select_related("municipality", "organiser__user").order_by("pk"):
        poll.invitees.filter(member=member).delete()
        if poll.invitees.exists():
            look_whether_all_answered(poll, at=at)


def look_whether_all_answered(poll: DatePoll, *, at: datetime) -> None:
    """Nobody is waited for any more: the organiser hears it, and owes a choice. Inside a transaction that holds the poll."""
    if poll.choice_owed_at is not None or poll.invitees.waited_for().exists():
        return
    owe_choice(poll, at=at)
    path = reverse("meetings:poll_detail", args=[poll.uuid])
    telling.tell(notices.TO_ORGANISER, to=poll.organiser, subject=poll.uuid, because=f"all-answered-{at.isoformat()}", path=path, at=at)


def owe_choice(poll: DatePoll, *, at: datetime) -> None:
    """From now on the clock runs. Inside a transaction that holds the poll."""
    poll.choice_owed_at = at
    poll.save(update_fields=["choice_owed_at"])
    new = NewPromise(kind=deadlines.CHOOSE_DATE, subject=poll.uuid, owner=poll.organiser, waiter=None)
    clocks.start_all([new], municipality=poll.municipality, at=at)


def _answer(poll: DatePoll, row: PollInvitee, answers: Answers, *, way: str, at: datetime) -> PollInvitee:
    """Every date has an answer: what is missing means that the dates changed while she was busy."""
    options = {each.pk for each in poll.options.all()}
    given = {option.pk: value for option, value in answers.items() if option.pk in options}
    if options - given.keys():
        raise NotPossible(_("The dates changed while you were busy. Look once more."))
    PollAnswer.objects.bulk_create(
        (PollAnswer(invitee=row, option_id=option, availability=value) for option, value in given.items()),
        update_conflicts=True, unique_fields=["invitee", "option"], update_fields=["availability"],
    )
    row.answered_at, row.answered_by, row.must_look_again = at, way, False
    row.save(update_fields=["answered_at", "answered_by", "must_look_again"])
    look_whether_all_answered(poll, at=at)
    return row


def _locked(invitee: PollInvitee, at: datetime) -> tuple[DatePoll, PollInvitee]:
    """First the poll: whether it is open, and who was the last to answer, is decided one by one."""
    poll = DatePoll.objects.select_for_update(of=("self",)).select_related("municipality", "organiser__user").get(pk=invitee.poll_id)
    if not is_open(poll, at):
        raise Closed(poll, at)
    row = PollInvitee.objects.select_for_update(of=("self",)).select_related("member__user").filter(pk=invitee.pk).first()
    if row is None or not row.member.is_active_on(local_date(at)):
        raise NotPossible(_("You are not asked for this meeting any more."))
    return poll, row


def _check_organises(by: Membership, poll: DatePoll) -> None:
    if not by.may("meetings.organise") or by.municipality_id != poll.municipality_id:
        raise PermissionDenied
