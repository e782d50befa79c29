"""Counting the network for a while. Between two counts at least five people came, left or told something else, so that no
difference between them is about one person (docs/decisions/0013)."""

from datetime import date, datetime, timedelta
from random import Random, SystemRandom
from statistics import median_low

from django.db import transaction
from django.db.models import Count

from accounts.models import Municipality
from indicators.quarters import Quarter
from keyfigures import mix, suppression
from keyfigures.catalogue import KnownBefore, Theme
from keyfigures.mix import Figures
from keyfigures.models.asking import Ask, AskState
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import KeyFigure
from keyfigures.models.mix import FrozenMix
from keyfigures.models.settings import Area, NetworkRole
from keyfigures.suppression import SMALL, Answers, Shown
from terms.days import local_date

YEAR = timedelta(days=365)
CHANCE = SystemRandom()


def freeze_all(*, at: datetime, lot: Random = CHANCE) -> int:
    """For every municipality whose figures may be counted anew; returns how many."""
    return sum(freeze(municipality, at=at, lot=lot) is not None for municipality in Municipality.objects.order_by("pk").iterator())


@transaction.atomic
def freeze(municipality: Municipality, *, at: datetime, lot: Random = CHANCE) -> FrozenMix | None:
    """Count once a quarter, and only when enough people changed; None when it is too soon. Two at once: the second finds the row."""
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    quarter, latest = Quarter.of(local_date(at)), FrozenMix.objects.latest_of(municipality)
    if latest is not None and (latest.year, latest.quarter) >= (quarter.year, quarter.number):
        return None
    figures = KeyFigure.objects.of_municipality(municipality)
    changed = figures.active() if latest is None else figures.changed_in_mix_since(latest.at)
    if changed.count() < SMALL:
        return None
    counted = count(municipality, at=at, lot=lot).to_json()
    return FrozenMix.objects.create(municipality=municipality, year=quarter.year, quarter=quarter.number, at=at, figures=counted)


def count(municipality: Municipality, *, at: datetime, lot: Random) -> Figures:
    """What may be shown of the network as it is now. Never shown itself: only what was frozen."""
    today = local_date(at)
    figures = KeyFigure.objects.of_municipality(municipality)
    active = list(figures.active().prefetch_related("areas").order_by("pk"))
    areas = {str(area.uuid): area.name for area in Area.objects.in_use_by(municipality)}
    roles = NetworkRole.objects.names_of(municipality)
    people = [answers_of(each) for each in active]
    values = {**mix.VALUES, mix.AREA: list(areas), mix.ROLE: list(roles)}
    traits = {trait: values[trait] for trait in mix.TRAITS}
    left_out = suppression.draw(people, lot=lot)
    published = suppression.publish(people, traits=traits, crosses=mix.PAIRS, left_out=left_out)
    return Figures.of(
        published,
        names={mix.AREA: areas, mix.ROLE: roles},
        joined=suppression.rounded(figures.filter(joined_on__gt=today - YEAR).count()),
        left=suppression.rounded(figures.filter(joined_on__isnull=False, ended_on__gt=today - YEAR).count()),
        ending=suppression.rounded(sum(each.expected_end is not None and each.expected_end <= today + YEAR for each in active)),
        with_role=suppression.told_any(people, mix.ROLE, left_out=left_out),
        median_years=_median_years(active, today),
        themes=themes_of(municipality, today),
    )


def answers_of(figure: KeyFigure) -> Answers:
    """What one person told that counts in the mix; what she left empty is in nothing."""
    told = {(mix.TYPE, each) for each in figure.profile_types} | {(mix.ROLE, each) for each in figure.network_roles}
    told |= {(mix.AREA, str(area.uuid)) for area in figure.areas.all()}
    if figure.age_band:
        told.add((mix.AGE, figure.age_band))
    if figure.known_before is not None:
        told.add((mix.KNOWN, KnownBefore.KNOWN if figure.known_before else KnownBefore.NEW))
    return frozenset(told)


def themes_of(municipality: Municipality, today: date) -> dict[str, Shown]:
    """How often something was done on each theme in twelve months: contacts, and requests that she said yes to."""
    contacts = ContactMoment.objects.filter(municipality=municipality, on__gt=today - YEAR, on__lte=today)
    asks = Ask.objects.filter(municipality=municipality, asked_at__date__gt=today - YEAR, state__in=[AskState.ACCEPTED, AskState.DONE])
    done = dict.fromkeys([each for each in Theme.values if each != Theme.NONE], 0)
    for rows in (contacts, asks):
        for theme, number in rows.values_list("theme").annotate(number=Count("pk")).order_by():
            if theme in done:
                done[theme] += number
    return {theme: suppression.rounded(number) for theme, number in done.items()}


def _median_years(active: list[KeyFigure], today: date) -> int | None:
    """Whole years that half of them takes part at least; of fewer than ten people it would be about somebody."""
    if len(active) < mix.MEDIAN_FROM:
        return None
    return median_low((today - each.joined_on).days for each in active if each.joined_on) // 365
