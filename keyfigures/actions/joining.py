"""Somebody wants to take part: three fields, a mail, her own confirmation. Without that nothing of her stays."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import actions as accounts
from accounts.models import Membership, Municipality, User
from keyfigures import notices
from keyfigures.actions import NotPossible, stages
from keyfigures.models.figure import CameBy, Interest
from keyfigures.models.settings import Area, NetworkSettings
from notifications.outbox import Notice, enqueue
from terms.days import local_date

INTEREST_DAYS = 30  # calendar days; then the row is deleted
MOST_A_DAY = 100  # that one municipality takes in 24 hours: more is a machine, and would only fill mailboxes of others


class TooMany(NotPossible):
    def __str__(self) -> str:
        return str(_("So many people left their name today that we stop until tomorrow. Nothing of you was kept. You can also call us."))


class InterestOver(NotPossible):
    def __str__(self) -> str:
        return str(_("This link does not work any more."))


def is_open(municipality: Municipality, *, at: datetime) -> bool:
    """The municipality opened its page, and somebody is there to answer."""
    return NetworkSettings.objects.of(municipality).join_page_is_open and can_answer(municipality, at=at)


def can_answer(municipality: Municipality, *, at: datetime) -> bool:
    return stages.officials(municipality, on=local_date(at)).exists()


@transaction.atomic
def leave_interest(
    municipality: Municipality, *, name: str, email: str, area: Area | None, language: str, was_proposed: bool, at: datetime,
) -> None:
    """Keep her wish for 30 days and mail her a link. Who leaves it again changes what she left.

    Who takes part already gets a mail that says so, in the language of her account; whoever typed the address learns nothing. One mail an address a day,
    whatever and wherever is typed. Raises TooMany.
    """
    email = email.lower()
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)  # one at a time, so that the limit holds
    member = Membership.objects.of_municipality(municipality).active_on(local_date(at)).filter(user__email=email).select_related("user").first()
    if member is not None:
        enqueue(_mail(notices.JOINED_ALREADY, email, municipality, language=member.user.language, path=reverse("home"), at=at), at=at)
        return
    if Interest.objects.of_municipality(municipality).filter(at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
        raise TooMany
    left = {"name": name, "area": area, "language": language, "was_proposed": was_proposed, "at": at, "expires_at": at + timedelta(days=INTEREST_DAYS)}
    interest, _made = Interest.objects.update_or_create(municipality=municipality, email=email, defaults=left)
    path = reverse("keyfigures:join_link", args=[interest.uuid])
    enqueue(_mail(notices.JOIN, email, municipality, language=language, path=path, at=at, subject=interest.uuid), at=at)


@transaction.atomic
def confirm_interest(interest: Interest, *, person: User | None, name: str, at: datetime) -> Membership:
    """Her own confirmation: from here on she is somebody who is interested, and waits for us. `person`: who is logged in.

    Raises InterestOver for the second of two clicks, and accounts.actions.NotPossible.
    """
    open_rows = Interest.objects.open_at(at).select_for_update(of=("self",)).select_related("municipality", "area")
    confirmed = open_rows.filter(pk=interest.pk).first()
    if confirmed is None:
        raise InterestOver
    member = accounts.join_by_own_wish(
        municipality=confirmed.municipality, email=confirmed.email, name=name or confirmed.name, language=confirmed.language, person=person, at=at,
    )
    figure = stages.begin(member, came_by=CameBy.PROPOSED if confirmed.was_proposed else CameBy.HERSELF, at=at)
    if confirmed.area is not None:
        figure.areas.add(confirmed.area)
    confirmed.delete()
    return member


def delete_expired_interests(*, at: datetime) -> int:
    """Names and addresses of people who did not confirm: after 30 days they are gone."""
    deleted, _per_model = Interest.objects.expired_at(at).delete()
    return deleted


def _mail(kind: str, email: str, municipality: Municipality, *, language: str, path: str, at: datetime, subject: UUID | None = None) -> Notice:
    """One key per day for all kinds and municipalities: the outbox then keeps it at one mail per address."""
    return Notice(
        key=f"keyfigures.join:{local_date(at).isoformat()}", kind=kind, recipient=None, address=email, language=language, municipality=municipality,
        path=path, subject=subject,
    )
