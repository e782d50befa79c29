"""What of key figures is in somebody's care, and how it goes to a colleague: her key figures, help, complaints, requests about data."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures import notices
from keyfigures.actions.ties import has_tie
from keyfigures.actions.treatment import make_room
from keyfigures.models.figure import KeyFigure
from keyfigures.models.help import HelpRequest, HelpState
from keyfigures.models.rights import DataRequest
from keyfigures.models.treatment import Complaint, ComplaintState
from notifications import telling
from terms.handover import Part, Source


def parts(member: Membership) -> Iterable[Part]:
    """Four statements."""
    return [
        Part(
            label=_("Key figures of whom she is the contact person"), number=_figures(member).count(), permission="keyfigures.manage",
            give=lambda to, _by, at: _give_figures(member, to, at),
        ),
        *(_rows_part(member, label, rows, owner, permission) for label, rows, owner, permission in _held()),
    ]


def left(on: date) -> Iterable[int]:
    pks: set[int] = set(KeyFigure.objects.not_ended().filter(contact_person__end_date__lte=on).values_list("contact_person", flat=True))
    for _label, rows, owner, _permission in _held():
        pks |= set(rows.filter(**{f"{owner}__end_date__lte": on}).values_list(owner, flat=True))
    return pks


SOURCE = Source(parts=parts, left=left)


def _held() -> list[tuple[object, "models.QuerySet[models.Model]", str, str]]:
    """Rows with one owner, whose promises go along as promises: label, the open ones, the name of the owner, the permission."""
    return [
        (_("Help requests"), HelpRequest.objects.filter(state__in=[HelpState.ASKED, HelpState.ANSWERED]), "owner", "keyfigures.manage"),
        (
            _("Complaints about treatment"), Complaint.objects.filter(state__in=[ComplaintState.MADE, ComplaintState.EXTENDED]), "handler",
            "keyfigures.complaints",
        ),
        (_("Requests about own data"), DataRequest.objects.filter(answered_at=None), "handler", "keyfigures.data_requests"),
    ]


def _rows_part(member: Membership, label: object, rows: "models.QuerySet[models.Model]", owner: str, permission: str) -> Part:
    hers = rows.filter(**{owner: member})
    asked_by = "member" if hers.model is DataRequest else "key_figure__member"

    def give(to: Membership, _by: Membership | None, _at: datetime) -> None:
        fit = hers.exclude(**{asked_by: to})
        if hers.model is Complaint:  # outside her contact person, also when that one may handle complaints
            fit = fit.exclude(key_figure__contact_person=to)
        fit.update(**{owner: to})

    return Part(label=str(label), number=hers.count(), permission=permission, give=give)


def _figures(member: Membership) -> "models.QuerySet[KeyFigure]":
    return KeyFigure.objects.not_ended().filter(contact_person=member)


def _give_figures(member: Membership, to: Membership, at: datetime) -> None:
    """Each key figure hears that she has another contact person.

    Whom `to` knows privately stays for another colleague, and so does who complained with `to` while nobody else can handle it.
    """
    for figure in KeyFigure.objects.select_for_update(of=("self",)).for_detail().filter(pk__in=_figures(member).values("pk")).order_by("pk"):
        if has_tie(to, figure) or not make_room(figure, to, at=at):
            continue
        KeyFigure.objects.filter(pk=figure.pk).update(contact_person=to)
        telling.tell(
            notices.TO_KEY_FIGURE, to=figure.member, subject=figure.uuid, because=f"contact-person-{at.isoformat()}", path=notices.own_page_path(), at=at,
        )
