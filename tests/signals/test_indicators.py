"""One figure about concerns, from which nobody can tell whether a single report exists."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from indicators import measuring, registry
from indicators.registry import TOO_FEW, Figure, Period
from signals import deadlines
from terms.models import Clock
from tests.factories.accounts import MembershipFactory

IN_MARCH = datetime(2026, 3, 10, 12, tzinfo=UTC)
YEAR = Period.year_until(date(2026, 3, 31))


def kept(municipality, period=YEAR):
    return measuring.measure(municipality, period, indicators=[registry.named("signals.kept")])["signals.kept"].figure


def reports(owner, count, *, late=0, due_at=IN_MARCH):
    """Each with the two promises of its receipt; `late`: of how many reports the second was kept too late."""
    for place in range(count):
        subject = uuid4()
        for kind in deadlines.AT_RECEIPT:
            kept_at = due_at + timedelta(days=1) if place < late and kind == deadlines.FIRST_FEEDBACK else due_at
            Clock.objects.create(
                municipality=owner.municipality, kind=kind, subject=subject, owner=owner, promised_at=due_at - timedelta(days=20), working_days=10,
                due_at=due_at, kept_at=kept_at,
            )


@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_that_there_is_no_report_reads_the_same_as_that_there_are_some(ilse, count):
    reports(ilse, count)

    assert kept(ilse.municipality) == TOO_FEW


def test_many_promises_about_one_report_are_not_told(ilse):
    reports(ilse, 1)
    subject = Clock.objects.first().subject
    for _each in range(12):
        reports(ilse, 1)
    Clock.objects.update(subject=subject)

    assert kept(ilse.municipality) == TOO_FEW


@pytest.mark.parametrize(("count", "late", "percent"), [(5, 0, 100), (6, 0, 100), (60, 0, 100), (5, 1, 90), (7, 1, 90), (6, 6, 50)])
def test_only_a_percentage_in_fives_and_no_number_of_reports(ilse, count, late, percent):
    reports(ilse, count, late=late)

    assert kept(ilse.municipality) == Figure(value=Decimal(percent), is_rounded=True)


def test_another_municipality_and_another_year_do_not_count(ilse):
    reports(MembershipFactory(official=True), 8)
    reports(ilse, 8, due_at=IN_MARCH - timedelta(days=400))

    assert kept(ilse.municipality) == TOO_FEW


def test_a_report_of_this_quarter_changes_nothing_before_the_quarter_is_over(ilse):
    reports(ilse, 5)
    reports(ilse, 5, late=5, due_at=datetime(2026, 4, 20, 12, tzinfo=UTC))

    for last in (date(2026, 3, 31), date(2026, 5, 1), date(2026, 6, 29)):
        assert kept(ilse.municipality, Period.year_until(last)).value == 100
    assert kept(ilse.municipality, Period.year_until(date(2026, 6, 30))).value == 75
