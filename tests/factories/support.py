"""The register of support for tests. Dull by default: a decision that holds, money of this year, a moment that was held."""

from datetime import timedelta
from uuid import uuid4

import factory

from approach.models.support import Budget, CouncilPromise, Decision, KnownDate, Moment, PortfolioHolder
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT, TODAY


class DecisionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Decision

    municipality = factory.SubFactory(MunicipalityFactory)
    kind = "mandate"
    title = "De gemeente werkt met sleutelfiguren."
    body = "college"
    decided_on = TODAY - timedelta(days=300)
    written_by = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    submission = factory.LazyFunction(uuid4)


class PortfolioHolderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PortfolioHolder

    municipality = factory.SubFactory(MunicipalityFactory)
    office = "burgemeester"
    since = TODAY - timedelta(days=300)


class BudgetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Budget

    municipality = factory.SubFactory(MunicipalityFactory)
    year = TODAY.year
    amount = 25_000


class MomentFactory(factory.django.DjangoModelFactory):
    """Held a month ago; `planned=True` comes in a month."""

    class Meta:
        model = Moment

    municipality = factory.SubFactory(MunicipalityFactory)
    body = "council"
    title = "Hoe het eerste jaar ging"
    planned_on = TODAY - timedelta(days=30)
    held_on = TODAY - timedelta(days=30)
    owner = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    submission = factory.LazyFunction(uuid4)

    class Params:
        planned = factory.Trait(planned_on=TODAY + timedelta(days=30), held_on=None)


class CouncilPromiseFactory(factory.django.DjangoModelFactory):
    """Open, without its clock: `actions.council_promise.make` starts that."""

    class Meta:
        model = CouncilPromise

    moment = factory.SubFactory(MomentFactory)
    municipality = factory.SelfAttribute("moment.municipality")
    what = "De raad leest elk halfjaar hoe het staat."
    owner = factory.SelfAttribute("moment.owner")
    due_on = TODAY + timedelta(days=30)
    made_at = AT
    submission = factory.LazyFunction(uuid4)


class KnownDateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = KnownDate

    municipality = factory.SubFactory(MunicipalityFactory)
    kind = "elections"
    on = TODAY + timedelta(days=600)


def support_stands(municipality, *, owner):
    """Nothing asks for attention: a decision without an end, an office, money for two years, a moment held and one planned, elections far away."""
    DecisionFactory(municipality=municipality, written_by=owner)
    PortfolioHolderFactory(municipality=municipality)
    BudgetFactory(municipality=municipality)
    BudgetFactory(municipality=municipality, year=TODAY.year + 1)
    MomentFactory(municipality=municipality, owner=owner)
    MomentFactory(municipality=municipality, owner=owner, planned=True)
    KnownDateFactory(municipality=municipality)
