"""What a municipality decided about a lesson, and figures of quarters that ended."""

from datetime import UTC, date, datetime

import factory

from approach.models.lesson import FrozenFigure, LessonSetting
from tests.factories.accounts import MembershipFactory

AT = datetime(2026, 6, 9, 8, 0, tzinfo=UTC)


class LessonSettingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = LessonSetting

    municipality = factory.SelfAttribute("decided_by.municipality")
    lesson = "contact"
    decided_by = factory.SubFactory(MembershipFactory, coordinator=True)
    decided_at = AT

    class Params:
        aside = factory.Trait(aside_because="We beginnen pas in de herfst", aside_until=date(2026, 9, 1))


def freeze(municipality, code, *values, until=date(2026, 1, 1)):
    """Values of quarters that ended, the last of them beginning on `until`; None: too few to show."""
    for place, value in enumerate(reversed(values)):
        year, month = divmod(until.year * 12 + until.month - 1 - 3 * place, 12)
        lack = "" if value is not None else "too_few"
        FrozenFigure.objects.create(municipality=municipality, indicator=code, quarter=date(year, month + 1, 1), value=value, lack=lack, frozen_at=AT)
