"""When something happens: begin, say how it stands, and end. Who is called is decided here, not by hand."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.deputies import stand_in
from accounts.models import Membership, Municipality
from audit import log
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import Area
from keyfigures.models.ties import PersonalTie
from meetings import calls, log_verbs, notices
from meetings.actions import NotPossible
from meetings.kinds import Phase
from meetings.models.tension import Tension, TensionCall
from meetings.querysets.tension import may_be_called
from notifications import telling
from terms.days import local_date

KIND = "meetings.tension"
PERMISSION = "meetings.organise"


class IsOver(NotPossible):
    def __str__(self) -> str:
        return _("A colleague closed this already. If something happens again, begin anew.")


@transaction.atomic
def begin(*, by: Membership, at: datetime, theme: str, area: Area | None, phase: str) -> Tension:
    """Who calls whom is divided at once. The same theme and area that goes on already is that one: nobody is called twice."""
    check_organises(by, by.municipality_id)
    if area is not None and area.municipality_id != by.municipality_id:
        raise PermissionDenied
    Municipality.objects.select_for_update().get(pk=by.municipality_id)
    known = Tension.objects.visible_to(by).going_on().filter(theme=theme, area=area).first()
    if known is not None:
        return known
    tension = Tension.objects.create(
        municipality=by.municipality, theme=theme, area=area, phase=phase, begun_by=by, begun_at=at, phase_since=at,
    )
    _note(tension, by=by, at=at)
    _divide(tension, by=by, at=at)
    return tension


@transaction.atomic
def set_phase(tension: Tension, *, by: Membership, at: datetime, phase: str) -> Tension:
    """How it stands now, with the moment in the log. Who chose to mediate meanwhile is called too. It never ends by this: see end()."""
    row = going_on(tension, by)
    if phase == Phase.OVER:
        raise ValueError(phase)
    if row.phase == phase:
        return row
    row.phase, row.phase_since = phase, at
    row.save(update_fields=["phase", "phase_since"])
    _note(row, by=by, at=at)
    _divide(row, by=by, at=at)
    return row


@transaction.atomic
def end(tension: Tension, *, by: Membership, at: datetime) -> Tension:
    """Nobody is called for it any more. What was promised afterwards stays promised: who was called hears from us again."""
    row = going_on(tension, by)
    row.phase, row.phase_since, row.ended_at = Phase.OVER, at, at
    row.save(update_fields=["phase", "phase_since", "ended_at"])
    _note(row, by=by, at=at)
    return row


def going_on(tension: Tension, by: Membership) -> Tension:
    """The row as it is now, held until the transaction ends. Raises IsOver."""
    check_organises(by, tension.municipality_id)
    row = Tension.objects.select_for_update(of=("self",)).for_list().get(pk=tension.pk)
    if row.ended_at is not None:
        raise IsOver
    return row


def check_organises(by: Membership, municipality: int) -> None:
    if not by.may(PERMISSION) or by.municipality_id != municipality:
        raise PermissionDenied


def callers(municipality: Municipality, *, by: Membership, at: datetime) -> list[Membership]:
    """Who begins it, and each colleague who works today; for who is away, who stands in for her when she may do this too."""
    today = local_date(at)
    here = Membership.objects.of_municipality(municipality).active_on(today).with_permission(PERMISSION)
    colleagues = here.select_related("user", "municipality").order_by("user__name", "pk")
    absent = set(here.absent_on(today).values_list("pk", flat=True))
    present = [stand_in(each, on=today) if each.pk in absent else each for each in colleagues]
    present = [each for each in present if each.pk not in absent and each.may(PERMISSION)]
    return list({each.pk: each for each in [by, *present]}.values())


def _divide(tension: Tension, *, by: Membership, at: datetime) -> None:
    """Each key figure who may be called and is not on the list yet gets a caller, who hears of it at once."""
    known = TensionCall.objects.of_tension(tension)
    figures = KeyFigure.objects.of_municipality(tension.municipality).filter(may_be_called()).exclude(pk__in=known.values("key_figure"))
    wanted = dict(figures.order_by("pk").values_list("pk", "contact_person"))
    people = callers(tension.municipality, by=by, at=at)
    load: dict[int, int] = {}
    for caller in known.to_do().values_list("caller", flat=True):
        load[caller] = load.get(caller, 0) + 1
    ties = set(PersonalTie.objects.that_hold().filter(key_figure__in=wanted).values_list("official", "key_figure"))
    ties |= set(figures.values_list("member", "pk"))  # nobody calls herself
    chosen = calls.divide(wanted, [each.pk for each in people], load=load, ties=ties)
    TensionCall.objects.bulk_create(
        TensionCall(municipality=tension.municipality, tension=tension, key_figure_id=figure, caller_id=caller) for figure, caller in chosen.items()
    )
    _tell(tension, [each for each in people if each.pk in chosen.values() and each.pk != by.pk], at=at)


def _tell(tension: Tension, people: Sequence[Membership], *, at: datetime) -> None:
    path = reverse("meetings:tension", args=[tension.uuid])
    for each in people:
        telling.tell(notices.CALLS, to=each, subject=tension.uuid, because=at.isoformat(), path=path, at=at)


def _note(tension: Tension, *, by: Membership, at: datetime) -> None:
    log.record(log_verbs.PHASES[tension.phase], at=at, actor=by, kind=KIND, subject=tension.uuid)
