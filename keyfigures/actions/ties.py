"""An official says that she knows a key figure privately. From then on she asks, proposes and decides nothing about her."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit import log
from keyfigures import log_verbs
from keyfigures.access import KIND
from keyfigures.actions import NotPossible
from keyfigures.models.figure import KeyFigure
from keyfigures.models.ties import PersonalTie


def has_tie(official: Membership, figure: KeyFigure) -> bool:
    """Whether she must leave this to a colleague: she said that she knows her, or it is about herself."""
    return official.pk == figure.member_id or PersonalTie.objects.that_hold().filter(official=official, key_figure=figure).exists()


def check_no_tie(official: Membership, figure: KeyFigure) -> None:
    """Before each request, proposal and decision about a key figure. Raises NotPossible."""
    if has_tie(official, figure):
        raise NotPossible(_("You know %(name)s privately. A colleague does this.") % {"name": figure.name})


@transaction.atomic
def declare(figure: KeyFigure, *, by: Membership, at: datetime) -> PersonalTie:
    """The key figure sees it at once. Saying it twice is once. Raises PermissionDenied."""
    if not _works_on(figure, by) or by.pk == figure.member_id:
        raise PermissionDenied
    # The same lock as proposing and deciding take: nobody decides while she says that she may not.
    KeyFigure.objects.select_for_update(of=("self",)).get(pk=figure.pk)
    tie, is_new = PersonalTie.objects.get_or_create(
        official=by, key_figure=figure, ended_at=None, defaults={"municipality": figure.municipality, "at": at},
    )
    if is_new:
        log.record(log_verbs.TIE_DECLARED, at=at, actor=by, kind=KIND, subject=figure.uuid)
    return tie


@transaction.atomic
def end(tie: PersonalTie, *, by: Membership, at: datetime) -> None:
    """Said by another official than the one who has the tie, so that nobody ends it to decide herself. Twice is once."""
    if not by.may("keyfigures.decide") or by.municipality_id != tie.municipality_id or by.pk == tie.key_figure.member_id:
        raise PermissionDenied
    if by.pk == tie.official_id:
        raise NotPossible(_("A colleague has to say that this is over."))
    if PersonalTie.objects.that_hold().filter(pk=tie.pk).update(ended_at=at):
        log.record(log_verbs.TIE_ENDED, at=at, actor=by, kind=KIND, subject=tie.key_figure.uuid)


def _works_on(figure: KeyFigure, by: Membership) -> bool:
    works = by.may("keyfigures.manage") or by.may("keyfigures.decide")
    return works and by.municipality_id == figure.municipality_id
