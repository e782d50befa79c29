from django.core.checks import run_checks
from pytest_django import Settings

from demo.checks import demo_is_not_production


def test_demo_in_production_stops_the_start(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True

    assert "demo.E001" in [problem.id for problem in run_checks()]
    assert [problem.is_serious() for problem in demo_is_not_production()] == [True]


def test_demo_on_a_machine_of_ones_own_is_fine(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = False

    assert demo_is_not_production() == []
