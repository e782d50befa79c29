"""Thanking a key figure, and showing it to others only as far as she chooses, each time anew."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.actions import NotPossible
from keyfigures.models.figure import KeyFigure
from keyfigures.models.recognition import Recognition, RecognitionKind, Visibility
from keyfigures.notices import TO_KEY_FIGURE
from keyfigures.stages import Stage
from notifications.telling import tell
from terms import clocks
from terms.calendar import calendar_of
from terms.clocks import NewPromise
from terms.days import local_date

# From narrow to wide: her choice is never wider than what was asked.
WIDTH = {Visibility.NONE: 0, Visibility.INTERNAL: 1, Visibility.PUBLIC: 2}


@transaction.atomic
def give(figure: KeyFigure, *, kind: str, text: str, by: Membership, at: datetime, wanted: str = Visibility.NONE) -> Recognition:
    """Only she sees it, until she chooses otherwise. `wanted`: how widely we ask to show it. The same words twice a day are one.

    Personal thanks keep the promise to thank her, and start it again.
    """
    figure = KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)
    if not by.may("keyfigures.manage") or by.municipality_id != figure.municipality_id or by.pk == figure.member_id:
        raise PermissionDenied
    if figure.member is None or figure.stage == Stage.ENDED:
        raise NotPossible(_("The cooperation has ended. It cannot be read here any more."))
    same = Recognition.objects.of_figure(figure).filter(kind=kind, text=text, given_by=by, given_at__date=local_date(at)).first()
    if same is not None:
        return same
    row = Recognition.objects.create(
        municipality=figure.municipality, key_figure=figure, kind=kind, text=text, given_by=by, given_at=at, wanted=wanted,
    )
    if kind == RecognitionKind.THANKS:
        figure.last_thanked_on = local_date(at)
        figure.save(update_fields=["last_thanked_on"])
        promise_thanks(figure, at=at)
    tell(TO_KEY_FIGURE, to=figure.member, subject=row.uuid, because="given", path=reverse("keyfigures:recognition_detail", args=[row.uuid]), at=at)
    return row


@transaction.atomic
def choose(row: Recognition, *, chosen: str, by: Membership, at: datetime, public_name: str = "") -> None:
    """Who may see it: her choice, for this one alone, at any moment. `public_name`: how she is called there."""
    row = _hers(row, by)
    if WIDTH[Visibility(chosen)] > WIDTH[Visibility(row.wanted)]:
        raise NotPossible(_("Nobody asked to show this so widely."))
    row.chosen, row.chosen_at = chosen, at
    row.public_name = public_name if chosen == Visibility.PUBLIC else ""
    row.save(update_fields=["chosen", "chosen_at", "public_name"])


@transaction.atomic
def take_back(row: Recognition, *, by: Membership, at: datetime) -> None:
    """Gone from every page at once, except her own. Twice is once."""
    row = _hers(row, by)
    row.chosen, row.chosen_at, row.public_name = Visibility.NONE, at, ""
    row.save(update_fields=["chosen", "chosen_at", "public_name"])


def take_back_all(figure: KeyFigure, *, at: datetime) -> None:
    """She ends, and could not take it back herself any more. Runs inside the transaction of ending."""
    shown = Recognition.objects.of_figure(figure).exclude(chosen=Visibility.NONE)
    shown.update(chosen=Visibility.NONE, chosen_at=at, public_name="")


def promise_thanks(figure: KeyFigure, *, at: datetime) -> None:
    """Half a year after the last one, or from now when there was none, somebody is asked to thank her in person.

    Who comes back from a long pause is not owed the half year again: then it is asked today.
    """
    clocks.keep(figure.uuid, at=at, kinds=[deadlines.THANKS])
    if figure.contact_person is None or figure.stage != Stage.ACTIVE:
        return
    calendar = calendar_of(figure.municipality)
    half_a_year = calendar.working_days(deadlines.THANKS, deadlines.WORKING_DAYS[deadlines.THANKS])
    due_on = calendar.add(figure.last_thanked_on, half_a_year) if figure.last_thanked_on else None
    new = NewPromise(kind=deadlines.THANKS, subject=figure.uuid, owner=figure.contact_person, waiter=figure.member, due_on=due_on)
    clocks.start_all([new], municipality=figure.municipality, at=at, calendar=calendar)


def _hers(row: Recognition, by: Membership) -> Recognition:
    row = Recognition.objects.select_for_update(of=("self",)).select_related("key_figure").get(pk=row.pk)
    if row.key_figure.member_id != by.pk:
        raise PermissionDenied
    return row
