"""The way of a key figure: coming, the steps between, pausing and ending."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import actions as accounts
from accounts import history
from accounts.models import Invitation, Membership, Municipality
from accounts.querysets import MembershipQuerySet
from accounts.roles import OF_KEY_FIGURES, Role
from keyfigures import deadlines, endings, notices, rhythm
from keyfigures import stages as way
from keyfigures.actions import NotPossible, asking, learning, recognition, treatment
from keyfigures.actions import help as helping
from keyfigures.models.agreement import Agreement
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import CameBy, KeyFigure, StageStep
from keyfigures.models.reconsideration import Reconsideration, ReconsiderationState
from keyfigures.models.settings import NetworkSettings
from keyfigures.models.ties import PersonalTie
from keyfigures.models.treatment import Complaint
from keyfigures.stages import EndReason, Move, Stage
from notifications import telling
from notifications.outbox import enqueue
from terms import clocks
from terms.calendar import calendar_of
from terms.clocks import NewPromise
from terms.days import local_date

LOOK_AHEAD = timedelta(days=60)  # so long before somebody expects to stop, we look for who comes after her


def welcome(member: Membership, at: datetime) -> None:
    """Somebody confirmed that she takes part: from here on she is on the way. Runs inside the transaction of her confirmation."""
    if OF_KEY_FIGURES & set(member.roles):
        begin(member, came_by=CameBy.INVITED, at=at)


@transaction.atomic
def begin(member: Membership, *, came_by: str, at: datetime) -> KeyFigure:
    """Her own confirmation makes her row. Who comes back goes on with her old one, from the introductory talk."""
    known = KeyFigure.objects.select_for_update(of=("self",)).filter(member=member).first()
    if known is not None:
        return move(known, way.BEGIN_AGAIN, by=member, at=at) if known.stage == Stage.ENDED else known
    stage = Stage.INTRODUCTION if came_by == CameBy.INVITED else Stage.INTERESTED
    figure = KeyFigure.objects.create(
        municipality=member.municipality, member=member, came_by=came_by, stage=stage, stage_since=local_date(at), contact_person=least_busy(member, at=at),
    )
    StageStep.objects.create(key_figure=figure, to_stage=stage, by=member, at=at)
    _promise_next_step(figure, at=at)
    _tell_contact_person(figure, because="came", at=at)
    return figure


@transaction.atomic
def move(
    figure: KeyFigure, step: Move, *, by: Membership, at: datetime, reason: str = "", paused_until: date | None = None, had_exit_talk: bool = False,
    reads_until: date | None = None,
) -> KeyFigure:
    """Take one step. The row is locked, so that two coordinators cannot take the same one.

    `reason` (EndReason) with END, `paused_until` (last day, inclusive) with PAUSE. `reads_until` with END: so long she can still
    log in to read what was decided; without it as long as she waits for the answer to a complaint.
    Raises StageNotAllowed, PermissionDenied, NotPossible for who has no agreement that holds.
    """
    figure = _locked(figure)
    _check_may(figure, step, by)
    way.check(step, stage=figure.stage)
    if step.target == Stage.ACTIVE and not Agreement.objects.of_figure(figure).holding().exists():
        raise NotPossible(_("She is active once both confirmed the agreement."))
    before, day = figure.stage, local_date(at)
    figure.stage, figure.stage_since = step.target, day
    figure.paused_until = paused_until if step is way.PAUSE else None
    figure.ended_on, figure.end_reason, figure.had_exit_talk = None, "", False
    if step is way.ACTIVATE:
        figure.joined_on = day
    if step is way.BEGIN_AGAIN:  # her old time counts as another one: it stands in her steps
        figure.joined_on, figure.expected_end, figure.contact_person = None, None, least_busy(figure.member, at=at)
    if step is way.END:
        figure.ended_on, figure.end_reason, figure.had_exit_talk = day, reason or EndReason.OWN_CHOICE, had_exit_talk
    figure.save()
    StageStep.objects.create(key_figure=figure, from_stage=before, to_stage=figure.stage, by=by, at=at)
    if step is way.END:
        reads_until = max(filter(None, [reads_until, treatment.reads_until(figure)]), default=None)
    _change_role(figure, step, by=by, day=day, reads_until=reads_until)
    if step is way.END:
        _stop_what_runs(figure, at=at)
    _settle_promises(figure, at=at)
    _tell(figure, step, by=by, at=at)
    return figure


@transaction.atomic
def expect_end(figure: KeyFigure, *, on: date | None, by: Membership, at: datetime) -> KeyFigure:
    """She expects to stop on this day (None: not any more). From 60 days before we look for somebody after her."""
    figure = _locked(figure)
    if by.pk != figure.member_id:
        _check_manages(figure, by)
    if figure.stage == Stage.ENDED:
        raise way.StageNotAllowed
    figure.expected_end = on
    figure.save(update_fields=["expected_end"])
    clocks.end(figure.uuid, at=at, kinds=[deadlines.SUCCESSOR])
    if on is not None and figure.contact_person is not None:
        new = NewPromise(kind=deadlines.SUCCESSOR, subject=figure.uuid, owner=figure.contact_person, waiter=figure.member, due_on=on - LOOK_AHEAD)
        clocks.start_all([new], municipality=figure.municipality, at=at)
    return figure


@transaction.atomic
def successor_sought(figure: KeyFigure, *, by: Membership, at: datetime) -> None:
    """We began to look for somebody after her, or need nobody: nobody is reminded of it any more."""
    _check_manages(figure, by)
    clocks.keep(figure.uuid, at=at, kinds=[deadlines.SUCCESSOR])


def invite_again(figure: KeyFigure, *, by: Membership, at: datetime) -> Invitation:
    """Ask somebody who stopped to begin again. She does so by accepting; until then nothing changes.

    Raises StageNotAllowed for who did not stop, and NotPossible.
    """
    _check_manages(figure, by)
    way.check(way.BEGIN_AGAIN, stage=figure.stage)
    try:
        return accounts.invite(actor=by, email=figure.member.user.email, name=figure.name, roles=[Role.CANDIDATE], at=at)
    except accounts.NotPossible as problem:
        raise NotPossible(str(problem)) from problem


def give_contact_persons(*, at: datetime) -> int:
    """Whoever came while nobody worked on the network gets a contact person and her promise, as soon as somebody does."""
    given = 0
    for figure in KeyFigure.objects.not_ended().filter(contact_person=None).for_detail().order_by("pk").iterator():
        given += _give_contact_person(figure, at=at)
    return given


@transaction.atomic
def _give_contact_person(figure: KeyFigure, *, at: datetime) -> bool:
    figure = _locked(figure)
    figure.contact_person = figure.contact_person or least_busy(figure.member, at=at)
    if figure.contact_person is None:
        return False
    figure.save(update_fields=["contact_person"])
    if figure.stage in way.WAITS_FOR_US:
        _promise_next_step(figure, at=at)
    promise_contact(figure, at=at)
    recognition.promise_thanks(figure, at=at)
    return True


def officials(municipality: Municipality, *, on: date) -> MembershipQuerySet:
    """Who works on the network of this municipality."""
    return Membership.objects.of_municipality(municipality).active_on(on).with_permission("keyfigures.manage")


def least_busy(member: Membership, *, at: datetime) -> Membership | None:
    """The present official of the network with the fewest key figures, who does not know her privately while somebody else can.

    None where nobody works on it. Never who handles a complaint of hers: her contact person does not see it.
    """
    day = local_date(at)
    handlers = Complaint.objects.open().filter(key_figure__member=member).values("handler")
    present = officials(member.municipality, on=day).exclude(pk=member.pk).exclude(pk__in=handlers).select_related("user", "municipality")
    absent = set(Membership.objects.absent_on(day).filter(municipality=member.municipality).values_list("pk", flat=True))
    busy = {official.pk: KeyFigure.objects.filter(contact_person=official).not_ended().count() for official in present}
    tied = set(PersonalTie.objects.that_hold().filter(key_figure__member=member).values_list("official", flat=True))
    return min(present, key=lambda official: (official.pk in tied, official.pk in absent, busy[official.pk], official.pk), default=None)


def _locked(figure: KeyFigure) -> KeyFigure:
    """The row as it is now; nobody else changes it until this transaction is over."""
    return KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)


def _check_manages(figure: KeyFigure, by: Membership) -> None:
    if not by.may("keyfigures.manage") or by.municipality_id != figure.municipality_id:
        raise PermissionDenied


def _check_may(figure: KeyFigure, step: Move, by: Membership) -> None:
    herself = by.pk == figure.member_id and step.by_herself
    works_here = by.municipality_id == figure.municipality_id and (by.may("keyfigures.manage") or by.may("keyfigures.decide"))
    if not herself and not (works_here and step.by_officials):
        raise PermissionDenied


def _change_role(figure: KeyFigure, step: Move, *, by: Membership, day: date, reads_until: date | None = None) -> None:
    """Active: she can share concerns. Ended: her membership of the municipality ends, unless she has other work there."""
    member = figure.member
    if step is way.ACTIVATE and Role.KEY_FIGURE not in member.roles:
        roles = [role for role in member.roles if role != Role.CANDIDATE] + [Role.KEY_FIGURE]
        with history.by(by, verb="become_key_figure"):
            Membership.objects.filter(pk=member.pk).update(roles=roles)
    if step is way.END:
        others = [role for role in member.roles if role not in OF_KEY_FIGURES]
        with history.by(by, verb="end_key_figure"):
            left = {"roles": [Role.CANDIDATE], "end_date": reads_until} if reads_until else {"end_date": max(day, member.start_date)}
            Membership.objects.filter(pk=member.pk).update(**({"roles": others} if others else left))


def _stop_what_runs(figure: KeyFigure, *, at: datetime) -> None:
    """Her agreement ends today. Nobody reconsiders any more what she ended herself; a decision to end is taken already."""
    agreements = list(Agreement.objects.of_figure(figure).values_list("uuid", flat=True))
    Agreement.objects.stop_all(figure, on=local_date(at), at=at)
    running = Reconsideration.objects.of_figure(figure).running()
    stopped = list(running.values_list("uuid", flat=True))
    running.update(state=ReconsiderationState.STOPPED, decided_at=at)
    clocks.end_all([*agreements, *stopped], at=at)
    end_agreed_steps(figure, at=at)
    helping.withdraw_all(figure, at=at)
    learning.leave_all(figure, at=at)
    asking.end_promises(figure, at=at)
    recognition.take_back_all(figure, at=at)


def end_agreed_steps(figure: KeyFigure, *, at: datetime) -> None:
    """What was agreed in a contact is not needed any more: she ends, or wants that nobody calls her."""
    clocks.end_all(ContactMoment.objects.filter(key_figure=figure).exclude(next_step="").values_list("uuid", flat=True), at=at)
    endings.run(figure, at=at)


def _settle_promises(figure: KeyFigure, *, at: datetime) -> None:
    """The promise of the old stage is kept by this step; the new stage brings its own. Who ended is promised nothing more."""
    clocks.keep(figure.uuid, at=at, kinds=[deadlines.STAGE, deadlines.PAUSE])
    if figure.stage in {Stage.PAUSED, Stage.ENDED}:
        asking.end_open(figure, at=at)
    if figure.stage == Stage.ENDED:
        clocks.end(figure.uuid, at=at)
    elif figure.stage == Stage.PAUSED:
        clocks.end(figure.uuid, at=at, kinds=[deadlines.CONTACT, deadlines.THANKS])
        _promise_next_step(figure, at=at, kind=deadlines.PAUSE, due_on=figure.paused_until)
    elif figure.stage in way.WAITS_FOR_US:
        _promise_next_step(figure, at=at)
    elif figure.stage == Stage.ACTIVE:
        promise_contact(figure, at=at)
        recognition.promise_thanks(figure, at=at)


def _promise_next_step(figure: KeyFigure, *, at: datetime, kind: str = deadlines.STAGE, due_on: date | None = None) -> None:
    """Somebody hears when she waits too long. At the end of a pause (`due_on`) we ask her how she wants to go on."""
    if figure.contact_person is not None:
        new = NewPromise(kind=kind, subject=figure.uuid, owner=figure.contact_person, waiter=figure.member, due_on=due_on)
        clocks.start_all([new], municipality=figure.municipality, at=at)


def _tell(figure: KeyFigure, step: Move, *, by: Membership, at: datetime) -> None:
    """The other side hears of the step; who ended gets a link that opens one page without logging in."""
    if step in {way.TO_AGREEMENT, way.ACTIVATE}:  # told by the agreement that comes with them
        return
    because = f"{step.name}:{at.isoformat()}"
    if by.pk == figure.member_id:
        _tell_contact_person(figure, because=because, at=at)
    elif step is not way.END:
        telling.tell(notices.TO_KEY_FIGURE, to=figure.member, subject=figure.uuid, because=because, path=notices.own_page_path(), at=at)
    if step is way.END and figure.end_reason != EndReason.DECISION:  # who reads a decision first can still log in
        enqueue(notices.farewell(figure, because=because), at=at)


def _tell_contact_person(figure: KeyFigure, *, because: str, at: datetime) -> None:
    if figure.contact_person is not None:
        path = reverse("keyfigures:figure_detail", args=[figure.uuid])
        telling.tell(notices.TO_OFFICIAL, to=figure.contact_person, subject=figure.uuid, because=because, path=path, at=at)


def promise_contact(figure: KeyFigure, *, at: datetime) -> None:
    """The next contact in quiet time, so many weeks after the last: her own number, else that of the municipality.

    It comes in place of the one that was promised, which is no longer wanted unless it was kept before.
    """
    clocks.end(figure.uuid, at=at, kinds=[deadlines.CONTACT])
    if figure.contact_person is None or figure.stage != Stage.ACTIVE:
        return
    weeks = NetworkSettings.objects.weeks_of(figure)
    calendar = calendar_of(figure.municipality)
    due_on = rhythm.due(figure.last_quiet_contact_on or local_date(at), weeks, closed=calendar.closed)
    new = NewPromise(kind=deadlines.CONTACT, subject=figure.uuid, owner=figure.contact_person, waiter=figure.member, due_on=due_on)
    clocks.start_all([new], municipality=figure.municipality, at=at, calendar=calendar)
