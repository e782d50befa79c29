"""Allowances in words, the same for her and for who works on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit.spreadsheets import Table
from keyfigures.allowances import Room
from keyfigures.models.allowance import Payment, PaymentState
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkSettings
from keyfigures.models.ties import PersonalTie
from terms.days import local_date
from ui.money import euros
from ui.phrases import Words, upper_first
from ui.words import month_in_words

SHOWN = 3  # on the page of the key figure


@dataclass(frozen=True, kw_only=True)
class Row:
    title: str
    what: str
    due: str
    meta: str
    state: str
    url: str


def rows_of(payments: Iterable[Payment], *, reader: Membership, at: datetime) -> list[Row]:
    words = Words(local_date(at))
    return [_row(each, words, is_own=each.key_figure.member_id == reader.pk) for each in payments]


def _row(row: Payment, words: Words, *, is_own: bool) -> Row:
    month, amount = upper_first(month_in_words(row.month)), euros(row.amount, cents=True)
    return Row(
        title=month if is_own else row.key_figure.name,
        what=amount if is_own else f"{month}, {amount}",
        due=_due(row, words),
        meta=_("Proposed by %(name)s.") % {"name": row.proposed_by.name},
        state="later" if row.state in {PaymentState.PROPOSED, PaymentState.REFUSED} else "kept",
        url=reverse("keyfigures:payment_detail", args=[row.uuid]),
    )


def _due(row: Payment, words: Words) -> str:
    if row.decided_at is None or row.decided_by is None:
        return _("A second official decides")
    told = {
        PaymentState.APPROVED: _("Approved by %(name)s on %(day)s"),
        PaymentState.REFUSED: _("Refused by %(name)s on %(day)s"),
        PaymentState.EXPORTED: _("Approved by %(name)s, handed to finance on %(day)s"),
    }
    day = local_date(row.exported_at or row.decided_at)
    return told[PaymentState(row.state)] % {"name": row.decided_by.name, "day": words.day_only(day)}


def facts(row: Payment) -> list[tuple[str, str]]:
    return [
        (_("Month"), month_in_words(row.month)),
        (_("Hours"), number_format(row.hours, 1)),
        (_("Amount"), euros(row.amount, cents=True)),
        (_("Per hour"), euros(row.amount / row.hours, cents=True)),
    ]


def room_sentence(standing: Room) -> str:
    """A warning before a maximum is reached; empty when it is far away."""
    if "year" in standing.near:
        return _("The maximum of this year comes near: after this %(left)s is left.") % {"left": euros(standing.left_this_year, cents=True)}
    return _("This comes near the maximum of one month.") if "month" in standing.near else ""


def left_sentence(standing: Room, month: date) -> str:
    return _("In %(year)d there is still room for %(left)s.") % {"year": month.year, "left": euros(standing.left_this_year, cents=True)}


def table(rows: Sequence[Payment], day: date) -> Table:
    """For finance: who, which month, how much, and which two officials."""
    columns = [_("Name"), _("Month"), _("Hours"), _("Amount in euros"), _("Proposed by"), _("Decided by"), _("Decided on")]
    return Table(
        title=_("Allowances %(day)s") % {"day": day.isoformat()},
        columns=columns,
        rows=[
            (
                row.key_figure.name if row.key_figure.member_id else "", row.month, row.hours, row.amount, row.proposed_by.name,
                row.decided_by.name if row.decided_by else "", local_date(row.decided_at) if row.decided_at else None,
            )
            for row in rows
        ],
    )


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, Any] | None:
    """Allowances where the municipality gives them, and who said to know her privately. Both for both readers."""
    ties = list(PersonalTie.objects.that_hold().filter(key_figure=figure).for_list())
    pays = NetworkSettings.objects.of(figure.municipality).pays_allowance
    found = list(Payment.objects.filter(key_figure=figure).with_people().order_by("-month", "-pk")[: SHOWN + 1])
    is_own, has_one = reader.pk == figure.member_id, any(tie.official_id == reader.pk for tie in ties)
    return {
        "rows": rows_of(found[:SHOWN], reader=figure.member, at=at),
        "pays": pays or bool(found),
        "more_url": reverse("keyfigures:payment_list") if len(found) > SHOWN else "",
        "new_url": reverse("keyfigures:payment_new", args=[figure.uuid]) if pays and not is_own and not has_one and figure.joined_on else "",
        "ties": [tie.official.name for tie in ties],
        "is_own": is_own,
        "tie_url": reverse("keyfigures:tie_declare", args=[figure.uuid]) if not is_own and not has_one else "",
    }
