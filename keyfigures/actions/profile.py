"""What a key figure tells about herself, and the two things that her coordinator fills in. She sees all of it at once."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import notice
from keyfigures.actions import NotPossible, stages
from keyfigures.models.figure import KeyFigure
from terms.days import local_date

# What she alone tells. Each may stay empty.
HERS = (
    "channel", "good_times", "not_times", "network_roles", "profile_types", "formality", "known_before", "offered_languages", "age_band", "own_words",
)
# Of those, what counts in the mix of the network (keyfigures.mix); areas too.
IN_MIX = ("network_roles", "profile_types", "known_before", "age_band")


@transaction.atomic
def read_notice(figure: KeyFigure, *, by: Membership, at: datetime) -> None:
    """She read what we keep and why; from now on she can fill in."""
    figure = _hers(figure, by)
    figure.notice_version, figure.notice_read_on = notice.VERSION, local_date(at)
    figure.save(update_fields=["notice_version", "notice_read_on"])


@transaction.atomic
def change(figure: KeyFigure, *, by: Membership, at: datetime, areas: Any, **told: Any) -> KeyFigure:  # noqa: ANN401  rows of Area
    """Her own answers, whole: what is empty is taken out. Only she does this, and only after the notice."""
    figure = _hers(figure, by)
    if not notice.is_read(figure.notice_version):
        raise NotPossible(_("Read first what we keep about you, and why."))
    before = _for_mix(figure)
    for name in HERS:
        setattr(figure, name, told[name])
    figure.areas.set(areas)
    figure.profile_changed_on = local_date(at)
    if _for_mix(figure) != before:
        figure.mix_changed_at = at
    figure.save(update_fields=[*HERS, "profile_changed_on", "mix_changed_at"])
    return figure


@transaction.atomic
def erase_own_words(figure: KeyFigure, *, by: Membership, at: datetime) -> None:
    """One click: what she wrote about her networks is gone."""
    figure = _hers(figure, by)
    figure.own_words, figure.profile_changed_on = "", local_date(at)
    figure.save(update_fields=["own_words", "profile_changed_on"])


@transaction.atomic
def plan(figure: KeyFigure, *, by: Membership, at: datetime, expected_end: date | None, contact_weeks: int | None) -> None:
    """What the municipality agreed with her: when she expects to stop, and how often they speak. The rhythm starts anew."""
    if not by.may("keyfigures.manage") or by.municipality_id != figure.municipality_id:
        raise PermissionDenied
    figure = KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)
    if expected_end != figure.expected_end:
        figure = stages.expect_end(figure, on=expected_end, by=by, at=at)
    if contact_weeks != figure.contact_weeks:
        figure.contact_weeks = contact_weeks
        figure.save(update_fields=["contact_weeks"])
        stages.promise_contact(figure, at=at)


def _hers(figure: KeyFigure, by: Membership) -> KeyFigure:
    """Her row, locked; nobody else fills in for her."""
    if by.pk != figure.member_id:
        raise PermissionDenied
    return KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)


def _for_mix(figure: KeyFigure) -> tuple[Any, ...]:
    return (*(getattr(figure, name) for name in IN_MIX), set(figure.areas.values_list("pk", flat=True)))
