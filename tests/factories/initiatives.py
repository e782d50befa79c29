"""Initiatives for tests. By default an idea that waits for its answer."""

from datetime import UTC, datetime
from uuid import uuid4

import factory

from initiatives.models.initiative import Initiative
from tests.factories.accounts import MembershipFactory

AT = datetime(2026, 6, 9, 8, 0, tzinfo=UTC)


class InitiativeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Initiative

    municipality = factory.SelfAttribute("owner.municipality")
    owner = factory.SubFactory(MembershipFactory, coordinator=True)
    proposer = factory.SubFactory(MembershipFactory, key_figure=True, municipality=factory.SelfAttribute("..municipality"))
    beginning = "community"
    what = "Samen eten op het plein"
    for_whom = "Iedereen uit de buurt"
    filed_at = AT
    submission = factory.LazyFunction(uuid4)

    class Params:
        answered = factory.Trait(answer="yes", reason="Wij helpen graag mee.", answered_by=factory.SelfAttribute("owner"), answered_at=AT)
