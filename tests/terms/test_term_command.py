from datetime import date

import pytest
from django.core.management import CommandError, call_command

from terms.models import ClosingDay
from tests.factories.accounts import MunicipalityFactory

pytestmark = pytest.mark.django_db


def answer(capsys, *arguments):
    call_command("term", *arguments)
    return capsys.readouterr().out.strip()


def test_it_prints_the_due_moment_with_its_offset(capsys):
    assert answer(capsys, "2026-06-03T16:30", "--working-days", "3") == "2026-06-08T23:59:59+02:00"
    assert answer(capsys, "2026-12-03T16:30", "--working-days", "1") == "2026-12-04T23:59:59+01:00"
    assert answer(capsys, "2026-06-03T14:30+00:00", "--working-days", "3") == "2026-06-08T23:59:59+02:00"


def test_a_municipality_has_its_own_closing_days_and_hours(capsys):
    municipality = MunicipalityFactory(slug="waterveen", closes_at="16:00")
    ClosingDay.objects.create(municipality=municipality, date=date(2026, 6, 5), reason="Brugdag")
    ClosingDay.objects.create(municipality=None, date=date(2026, 6, 8), reason="Koninklijk besluit")
    ClosingDay.objects.create(municipality=MunicipalityFactory(), date=date(2026, 6, 9), reason="Elders dicht")

    # Half past four is after closing: it counts on Thursday 4 June; Friday and Monday are closed.
    assert answer(capsys, "2026-06-03T16:30", "--working-days", "1", "--municipality", "waterveen") == "2026-06-09T23:59:59+02:00"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["gisteren", "--working-days", "3"], "is not a moment"),
        (["2026-03-29T02:30", "--working-days", "3"], "does not exist in Amsterdam"),
        (["2026-06-03T16:30", "--working-days", "3", "--municipality", "nergens"], "no municipality 'nergens'"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("term", *arguments)
