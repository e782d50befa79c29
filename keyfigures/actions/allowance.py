"""Allowances: proposed by one official, decided by another, handed to finance as a file. Nothing is paid here."""

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import deadlines, notices
from keyfigures.actions import NotPossible
from keyfigures.actions.ties import check_no_tie, has_tie
from keyfigures.allowances import Maxima, Room, room
from keyfigures.models.allowance import AllowanceMaximum, Payment, PaymentState
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkSettings
from notifications import telling
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock


@transaction.atomic
def propose(figure: KeyFigure, *, month: date, hours: Decimal, amount: Decimal, by: Membership, at: datetime) -> Payment:
    """For one month that is not over the maxima. The row of the key figure is locked, so that two proposals count each other.

    `month`: any day of it. Raises NotPossible with the reason: a maximum, a tie, no second official, no maxima of that year.
    """
    figure = KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)
    if not by.may("keyfigures.manage") or by.municipality_id != figure.municipality_id:
        raise PermissionDenied
    check_no_tie(by, figure)
    month = month.replace(day=1)
    _check_month(figure, month, today=local_date(at))
    _check_maxima(stand(figure, month=month, hours=hours, amount=amount))
    decider = _decider(figure, by, at=at)
    row = Payment.objects.create(
        municipality=figure.municipality, key_figure=figure, month=month, hours=hours, amount=amount, proposed_by=by, proposed_at=at,
    )
    new = NewPromise(kind=deadlines.PAYMENT, subject=row.uuid, owner=decider, waiter=figure.member)
    clocks.start_all([new], municipality=figure.municipality, at=at)
    telling.tell(notices.TO_OFFICIAL, to=decider, subject=row.uuid, because="proposed", path=_page(row), at=at)
    return row


def _check_month(figure: KeyFigure, month: date, *, today: date) -> None:
    if not NetworkSettings.objects.of(figure.municipality).pays_allowance:
        raise NotPossible(_("Your municipality gives no allowances. The administrator can change that."))
    if month > today:
        raise NotPossible(_("This month has not begun yet."))
    if figure.joined_on is None or month < figure.joined_on.replace(day=1):
        raise NotPossible(_("%(name)s was not active in that month.") % {"name": figure.name})
    if figure.ended_on is not None and month > figure.ended_on:
        raise NotPossible(_("%(name)s had stopped in that month.") % {"name": figure.name})
    if Payment.objects.counted().filter(key_figure=figure, month=month).exists():
        raise NotPossible(_("An allowance for this month is proposed already."))


def stand(figure: KeyFigure, *, month: date, hours: Decimal = Decimal(1), amount: Decimal = Decimal(0)) -> Room:
    """How it stands with the maxima after this amount. NotPossible where the maxima of that year are not known."""
    maxima = AllowanceMaximum.objects.filter(year=month.year).first()
    if maxima is None:
        raise NotPossible(_("The maxima of %(year)d are not known yet. The administrator fills them in.") % {"year": month.year})
    counted = Payment.objects.counted().filter(key_figure=figure, month__year=month.year)
    used_this_year = counted.aggregate(total=Sum("amount"))["total"] or Decimal(0)
    used_this_month = counted.filter(month=month).aggregate(total=Sum("amount"))["total"] or Decimal(0)
    limits = Maxima(per_hour=maxima.per_hour, per_month=maxima.per_month, per_year=maxima.per_year)
    return room(amount=amount, hours=hours, used_this_month=used_this_month, used_this_year=used_this_year, maxima=limits)


def _check_maxima(standing: Room) -> None:
    sentences = {
        "hour": _("This is more per hour than the law allows."),
        "month": _("This is more in one month than the law allows."),
        "year": _("This is more in this year than the law allows."),
    }
    if standing.over:
        raise NotPossible(sentences[standing.over])


def _decider(figure: KeyFigure, proposer: Membership, *, at: datetime) -> Membership:
    """A present colleague who decides, without a tie, with the fewest open proposals."""
    day = local_date(at)
    officials = Membership.objects.of_municipality(figure.municipality).active_on(day).with_permission("keyfigures.decide").exclude(pk=proposer.pk)
    absent = set(Membership.objects.absent_on(day).filter(municipality=figure.municipality).values_list("pk", flat=True))
    able = [official for official in officials if not has_tie(official, figure)]
    busy: dict[int, int] = dict(Clock.objects.open().filter(owner__in=able, kind=deadlines.PAYMENT).values_list("owner").annotate(Count("pk")))
    decider = min(able, key=lambda official: (official.pk in absent, busy.get(official.pk, 0), official.pk), default=None)
    if decider is None:
        raise NotPossible(_("Two officials are needed, and there is no second one without a personal tie."))
    return decider


@transaction.atomic
def approve(row: Payment, *, by: Membership, at: datetime) -> Payment:
    """By another official than who proposed it. She is told. Raises NotPossible, PermissionDenied."""
    row = _decided(row, PaymentState.APPROVED, by=by, at=at)
    if row.key_figure.member.is_active_on(local_date(at)):
        path = reverse("keyfigures:payment_list")
        telling.tell(notices.TO_KEY_FIGURE, to=row.key_figure.member, subject=row.uuid, because="approved", path=path, at=at)
    return row


@transaction.atomic
def refuse(row: Payment, *, by: Membership, at: datetime) -> Payment:
    """The month is free again for another proposal; who proposed it is told."""
    row = _decided(row, PaymentState.REFUSED, by=by, at=at)
    telling.tell(notices.TO_OFFICIAL, to=row.proposed_by, subject=row.uuid, because="refused", path=_page(row), at=at)
    return row


def _decided(row: Payment, state: str, *, by: Membership, at: datetime) -> Payment:
    """Locked in the order of `propose`: first the key figure, then the row; two officials cannot both decide."""
    figure = KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=row.key_figure_id)
    row = Payment.objects.select_for_update(of=("self",)).with_people().get(pk=row.pk)
    if not by.may("keyfigures.decide") or by.municipality_id != row.municipality_id:
        raise PermissionDenied
    if by.pk == row.proposed_by_id:
        raise NotPossible(_("You proposed it. A colleague decides."))
    check_no_tie(by, figure)
    if row.state != PaymentState.PROPOSED:
        raise NotPossible(_("%(name)s decided it before you.") % {"name": row.decided_by.name if row.decided_by else ""})
    row.state, row.decided_by, row.decided_at = state, by, at
    row.save(update_fields=["state", "decided_by", "decided_at"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.PAYMENT])
    return row


@transaction.atomic
def hand_to_finance(by: Membership, *, at: datetime) -> list[Payment]:
    """Everything that was approved and not handed over yet, each once. Of two who do it at once the second finds nothing."""
    if not by.may("keyfigures.decide"):
        raise PermissionDenied
    rows = list(Payment.objects.of_municipality(by.municipality).approved().with_people().order_by("month", "pk").select_for_update(of=("self",)))
    if not rows:
        raise NotPossible(_("Nothing new is approved. A colleague may have handed it over just now."))
    Payment.objects.filter(pk__in=[row.pk for row in rows]).update(state=PaymentState.EXPORTED, exported_at=at)
    return rows


def _page(row: Payment) -> str:
    return reverse("keyfigures:payment_detail", args=[row.uuid])
