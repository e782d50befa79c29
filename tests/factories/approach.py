"""The approach for tests. Dull by default: a draft in which everything is filled in but the sub-goals."""

from datetime import date
from decimal import Decimal

import factory
from django.utils import timezone

from approach.models.vision import Goal, Vision
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT

FILLED = {
    "problem": "Buren praten niet meer met elkaar over wat hen boos maakt.",
    "goal": "Mensen weten bij wie zij terechtkunnen.",
    "way": "Wij spreken mensen ook als er niets is.",
    "form": "structural",
    "form_because": "Mensen willen elkaar kennen.",
    "who": "Mensen die veel anderen kennen.",
    "functions": "Meedenken kost twee avonden per jaar.",
    "limits": "Wij vragen nooit om namen.",
}


class VisionFactory(factory.django.DjangoModelFactory):
    """`VisionFactory(municipality=…, adopted=True, adopted_on=…)`. An adopted one gets its sub-goals by `GoalFactory` before: see `adopted_vision`."""

    class Meta:
        model = Vision

    municipality = factory.SubFactory(MunicipalityFactory)
    number = factory.LazyAttribute(lambda row: Vision.objects.filter(municipality=row.municipality).count() + 1)
    written_by = factory.SubFactory(MembershipFactory, policy_adviser=True, municipality=factory.SelfAttribute("..municipality"))
    begun_at = AT
    problem, goal, way, form = FILLED["problem"], FILLED["goal"], FILLED["way"], FILLED["form"]
    form_because, who, functions, limits = FILLED["form_because"], FILLED["who"], FILLED["functions"], FILLED["limits"]

    class Params:
        empty = factory.Trait(problem="", goal="", way="", form="", form_because="", who="", functions="", limits="")


class GoalFactory(factory.django.DjangoModelFactory):
    """Seen in an own way, unless `indicator` says otherwise."""

    class Meta:
        model = Goal

    vision = factory.SubFactory(VisionFactory)
    municipality = factory.SelfAttribute("vision.municipality")
    position = factory.LazyAttribute(lambda row: Goal.objects.filter(vision=row.vision).count() + 1)
    text = factory.Sequence(lambda number: f"Doel {number}")
    measure = factory.LazyAttribute(lambda row: "" if row.indicator else "Wij tellen de gesprekken.")
    indicator = ""
    target = factory.LazyAttribute(lambda row: Decimal(75) if row.indicator else None)
    by_date = date(2027, 12, 31)


def adopted_vision(municipality, *, goals=1, by=None, adopted_on=date(2026, 1, 26), review_on=date(2028, 1, 26), document_number="2026-12", **filled):
    """A version as it is after its adoption, without a promise to look at it again."""
    row = VisionFactory(municipality=municipality, **({"written_by": by} if by else {}), **filled)
    for _each in range(goals):
        GoalFactory(vision=row)
    given = {"adopted_by": "council", "adopted_on": adopted_on, "document_number": document_number, "review_on": review_on}
    Vision.objects.filter(pk=row.pk).update(state="adopted", recorded_by=row.written_by, recorded_at=timezone.now(), **given)
    row.refresh_from_db()
    return row
