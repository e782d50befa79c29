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
from terms.handover import Held, Part, Source, source_of

MANAGES = "keyfigures.manage"
ROWS = source_of(
    Held(
        label=_("Help requests"), rows=HelpRequest.objects.filter(state__in=[HelpState.ASKED, HelpState.ANSWERED]), permission=MANAGES,
        not_to=("key_figure__member",),
    ),
    # Outside her contact person, also when that one may handle complaints.
    Held(
        label=_("Complaints about treatment"), rows=Complaint.objects.filter(state__in=[ComplaintState.MADE, ComplaintState.EXTENDED]),
        owner="handler", permission="keyfigures.complaints", not_to=("key_figure__member", "key_figure__contact_person"),
    ),
    Held(
        label=_("Requests about own data"), rows=DataRequest.objects.filter(answered_at=None), owner="handler", permission="keyfigures.data_requests",
        not_to=("member",),
    ),
)


def parts(member: Membership) -> Iterable[Part]:
    """Four statements."""
    figures = Part(
        label=_("Key figures of whom she is the contact person"), number=_figures(member).count(), permission=MANAGES,
        give=lambda to, _by, at: _give_figures(member, to, at),
    )
    return [figures, *ROWS.parts(member)]


def left(on: date) -> Iterable[int]:
    held = KeyFigure.objects.not_ended().filter(contact_person__end_date__lte=on)
    return {*held.values_list("contact_person", flat=True), *ROWS.left(on)}


SOURCE = Source(parts=parts, left=left)


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
