"""A date poll is made, changed, stopped, or ends with the date that was chosen. Answers: meetings.actions.poll_answer."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.models.contact import Occasion
from meetings import deadlines, notices, poll_mail
from meetings.actions import NotPossible, invitations, planning
from meetings.actions.poll_answer import look_whether_all_answered
from meetings.kinds import Availability
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll, PollAnswer, PollInvitee, PollOption, PollState
from meetings.querysets.invitable import invitable
from notifications import outbox, telling
from notifications.models import Message, State
from terms import clocks
from terms.days import local_date

Period = tuple[datetime, datetime]
OF_THE_ROW = ("kind", "occasion", "title", "place", "chair", "last_day", "answers_are_open")


class ChangedMeanwhile(NotPossible):
    """A colleague changed the poll since the page was opened."""

    def __str__(self) -> str:
        return _("A colleague changed this date poll while you were busy. Nothing of yours is lost: choose below what it becomes.")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who is asked, and who of them must be able to come. The chair is always asked, and stands on top by herself."""

    members: Collection[Membership]
    required: Collection[Membership]

    def everybody(self, chair: Membership | None) -> dict[int, bool]:
        """Primary key → whether she must be able to come."""
        required = {each.pk for each in self.required}
        people = {each.pk for each in (*self.members, *self.required, *([chair] if chair else []))}
        return {pk: pk in required for pk in sorted(people)}


@transaction.atomic
def make(
    *, by: Membership, at: datetime, submission: UUID, title: str, kind: str, dates: Collection[Period], asked: Asked, last_day: date,
    occasion: str = Occasion.QUIET, place: str = "", chair: Membership | None = None, answers_are_open: bool = False,
) -> DatePoll:
    """Everybody who is asked gets a mail with her own link. The same `submission` twice is one poll. A constant number of statements."""
    _check_organises(by, by.municipality_id)
    _check(dates, last_day, chair, municipality=by.municipality_id, at=at)
    what = {
        "kind": kind, "occasion": occasion, "title": title, "place": place, "chair": chair, "last_day": last_day, "answers_are_open": answers_are_open,
    }
    defaults = {**what, "municipality": by.municipality, "organiser": by, "made_at": at}
    poll, is_new = DatePoll.objects.get_or_create(submission=submission, defaults=defaults)
    if poll.organiser_id != by.pk:
        raise PermissionDenied
    if is_new:
        PollOption.objects.bulk_create(PollOption(poll=poll, starts_at=first, ends_at=last) for first, last in sorted(dates))
        _ask(poll, asked.everybody(chair), at=at)
    return poll


@transaction.atomic
def change(
    poll: DatePoll, *, by: Membership, at: datetime, version: int, dates: Collection[Period], asked: Asked, **what: Any,  # noqa: ANN401  fields of make()
) -> DatePoll:
    """Answers to dates that stay are kept. Only who is affected hears of it: who has a new date to answer to, and who could come on one that went.

    `version`: of the poll as she saw it; raises ChangedMeanwhile when it is another by now.
    """
    row = _locked(poll)
    _check_organises(by, row.municipality_id)
    _check_open(row)
    _check(dates, what["last_day"], what["chair"], municipality=row.municipality_id, at=at)
    people = asked.everybody(what["chair"])
    before = {(each.starts_at, each.ends_at) for each in row.options.all()}
    other_dates, other_people = before != set(dates), people != dict(row.invitees.values_list("member", "is_required"))
    if not (other_dates or other_people or any(getattr(row, name) != what[name] for name in OF_THE_ROW)):
        return row
    if row.version != version:
        raise ChangedMeanwhile
    for name in OF_THE_ROW:
        setattr(row, name, what[name])
    row.version += 1
    row.dates_changed_at = at if other_dates else row.dates_changed_at
    row.save(update_fields=[*OF_THE_ROW, "version", "dates_changed_at"])
    _change_people(row, people, at=at)
    if other_dates:
        _change_dates(row, before, set(dates), at=at)
    _look_again_at_promise(row, at=at)
    return row


@transaction.atomic
def stop(poll: DatePoll, *, by: Membership, at: datetime) -> DatePoll:
    """No date comes of it; everybody who heard of it is told. Stopping twice is once."""
    row = _locked(poll)
    _check_organises(by, row.municipality_id)
    if row.state == PollState.STOPPED:
        return row
    _check_open(row)
    _end(row, PollState.STOPPED, at=at)
    clocks.end(row.uuid, at=at)
    _tell(row, _who_heard(row), because="stopped", at=at)
    return row


@transaction.atomic
def choose(option: PollOption, *, by: Membership, at: datetime, place: str = "", link: str = "") -> Meeting:
    """This date becomes the meeting, and who was asked is invited to it: the invitation tells everybody which date it became.

    Choosing the same date twice is once. Raises NotPossible when another was chosen, or it is over.
    """
    row = _locked(option.poll)
    _check_organises(by, row.municipality_id)
    if row.meeting is not None and (row.meeting.starts_at, row.meeting.ends_at) == (option.starts_at, option.ends_at):
        return row.meeting
    _check_open(row)
    if not row.options.filter(pk=option.pk).exists():
        raise NotPossible(_("A colleague took this date away."))
    chair = row.chair if row.chair is not None and row.chair.may("meetings.chair") and row.chair.is_active_on(local_date(at)) else None
    row.meeting = planning.plan(
        by=by, at=at, submission=row.uuid, kind=row.kind, title=row.title, starts_at=option.starts_at, ends_at=option.ends_at,
        occasion=row.occasion, place=place, link=link, chair=chair,
    )
    _end(row, PollState.CHOSEN, at=at)
    clocks.keep(row.uuid, at=at, kinds=[deadlines.CHOOSE_DATE])
    clocks.end(row.uuid, at=at)
    _invite(row, row.meeting, by=by, at=at)
    return row.meeting


def _invite(poll: DatePoll, meeting: Meeting, *, by: Membership, at: datetime) -> None:
    people = list(poll.invitees.select_related("member__user"))
    invitations.invite(meeting, members=[each.member for each in people], by=by, at=at)
    Attendee.objects.of_meeting(meeting).filter(member__in=[each.member_id for each in people if each.is_required]).update(is_required=True)


def _ask(poll: DatePoll, people: dict[int, bool], *, at: datetime) -> None:
    """Who cannot be invited any more (paused, ended, elsewhere) is left out."""
    can = invitable(poll.municipality, on=local_date(at)).filter(pk__in=people).select_related("user", "municipality").order_by("pk")
    new = [PollInvitee(municipality=poll.municipality, poll=poll, member=each, is_required=people[each.pk], asked_at=at) for each in can]
    if not new and not poll.invitees.exists():
        raise NotPossible(_("Nobody of these people can be asked now."))
    PollInvitee.objects.bulk_create(new)
    outbox.enqueue(*(poll_mail.asked(each) for each in new), at=at)


def _change_people(poll: DatePoll, people: dict[int, bool], *, at: datetime) -> None:
    gone = poll.invitees.exclude(member__in=people)
    Message.objects.filter(subject__in=gone.values("uuid"), state=State.WAITING).update(state=State.CANCELLED)
    gone.delete()
    poll.invitees.update(is_required=False)
    poll.invitees.filter(member__in=[pk for pk, is_required in people.items() if is_required]).update(is_required=True)
    known = set(poll.invitees.values_list("member", flat=True))
    _ask(poll, {pk: is_required for pk, is_required in people.items() if pk not in known}, at=at)


def _change_dates(poll: DatePoll, before: set[Period], dates: set[Period], *, at: datetime) -> None:
    """A date that moved is one that went and one that came."""
    gone = [each.pk for each in poll.options.all() if (each.starts_at, each.ends_at) not in dates]
    could = PollAnswer.objects.filter(option__in=gone).exclude(availability=Availability.NO)
    affected = set(could.values_list("invitee", flat=True))
    PollOption.objects.filter(pk__in=gone).delete()
    PollOption.objects.bulk_create(PollOption(poll=poll, starts_at=first, ends_at=last) for first, last in sorted(dates - before))
    if dates - before:
        answered = poll.invitees.filter(answered_at__isnull=False)
        answered.update(must_look_again=True)
        affected |= set(answered.values_list("pk", flat=True))
    told = poll.invitees.filter(pk__in=affected).select_related("member")
    outbox.enqueue(*(poll_mail.asked(each, because=f"dates-{poll.version}") for each in told), at=at)


def _look_again_at_promise(poll: DatePoll, *, at: datetime) -> None:
    """People can answer again: the organiser owes no choice yet. Or the last who was waited for went: now she does."""
    if poll.choice_owed_at is not None and poll.last_day >= local_date(at) and poll.invitees.waited_for().exists():
        clocks.end(poll.uuid, at=at, kinds=[deadlines.CHOOSE_DATE])
        poll.choice_owed_at = None
        poll.save(update_fields=["choice_owed_at"])
    look_whether_all_answered(poll, at=at)


def _end(poll: DatePoll, state: str, *, at: datetime) -> None:
    poll.state, poll.ended_at, poll.version = state, at, poll.version + 1
    poll.save(update_fields=["state", "ended_at", "version", "meeting"])


def _who_heard(poll: DatePoll) -> Sequence[PollInvitee]:
    """Who was told of the poll; what still waits is not sent any more."""
    mails = Message.objects.filter(subject__in=poll.invitees.values("uuid"), kind__in=poll_mail.ALL)
    mails.filter(state=State.WAITING).update(state=State.CANCELLED)
    heard = mails.exclude(state=State.CANCELLED)
    return list(poll.invitees.filter(uuid__in=heard.values("subject")).select_related("member"))


def _tell(poll: DatePoll, people: Iterable[PollInvitee], *, because: str, at: datetime) -> None:
    path = reverse("meetings:poll_detail", args=[poll.uuid])
    outbox.enqueue(*(telling.notice(notices.TO_INVITED, to=each.member, subject=each.uuid, because=because, path=path) for each in people), at=at)


def _locked(poll: DatePoll) -> DatePoll:
    return DatePoll.objects.select_for_update(of=("self",)).with_people().get(pk=poll.pk)


def _check(dates: Collection[Period], last_day: date, chair: Membership | None, *, municipality: int, at: datetime) -> None:
    if chair is not None and (chair.municipality_id != municipality or not chair.may("meetings.chair")):
        raise PermissionDenied
    if not dates or min(first for first, _last in dates) <= at:
        raise NotPossible(_("One of these dates is over already."))
    if last_day < local_date(at):
        raise NotPossible(_("The last day to answer is over already."))


def _check_open(poll: DatePoll) -> None:
    if poll.state == PollState.STOPPED:
        raise NotPossible(_("This date poll was stopped."))
    if poll.state == PollState.CHOSEN:
        raise NotPossible(_("A date was chosen already."))


def _check_organises(by: Membership, municipality: int) -> None:
    if not by.may("meetings.organise") or by.municipality_id != municipality:
        raise PermissionDenied
