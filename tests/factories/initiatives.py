"""Initiatives for tests. By default an idea that waits for its answer."""

from datetime import UTC, date, datetime
from uuid import uuid4

import factory

from initiatives.models.initiative import Initiative
from initiatives.models.question import CommunityQuestion
from initiatives.models.task import Task
from tests.factories.accounts import MembershipFactory, MunicipalityFactory

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
        running = factory.Trait(answered=True, state="running")
        begun_by_us = factory.Trait(answered=True, proposer=None, beginning="municipality", question="safety")
        shown = factory.Trait(answered=True, public_title="Samen aan tafel", public_text="Elke maand eten op het plein.", public_agreed_at=AT, is_public=True)


class TaskFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Task

    municipality = factory.SelfAttribute("initiative.municipality")
    initiative = factory.SubFactory(InitiativeFactory, running=True)
    what = "De vergunning aanvragen"
    owner = factory.SelfAttribute("initiative.owner")
    due_on = date(2026, 6, 30)
    made_at = AT
    submission = factory.LazyFunction(uuid4)


class CommunityQuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CommunityQuestion

    municipality = factory.SubFactory(MunicipalityFactory)
    code = factory.Sequence(lambda n: f"vraag-{n}")
    name = factory.Sequence(lambda n: f"Vraag {n}")
