from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from accounts.models import Municipality
from demo.models import SentMail, Story
from demo.people import PEOPLE, WATERVEEN
from demo.story import teller
from notifications.models import Message
from signals.models import ConcernReport
from tests.factories.accounts import MunicipalityFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 6, 7, 22, 30, tzinfo=UTC),  # Monday half past midnight, after a weekend
        datetime(2026, 12, 25, 9, tzinfo=UTC),  # a holiday
    ],
)  # fmt: skip
def test_the_story_can_be_told_on_any_day(at: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "demo.mailbox.DemoMailbox"

    assert teller.tell_once(at=at)

    assert ConcernReport.objects.count() == 21
    assert ConcernReport.objects.filter(municipality__slug=WATERVEEN).late_at(at).count() == 1
    asked_to_help = Message.objects.filter(kind="notifications.escalation", clock__kind__startswith="keyfigures.")
    assert set(asked_to_help.values_list("clock__waiter__user__name", flat=True)) <= {"Mila Kowalska", "Omar Bensalem", "Robin Jansen", "Sam de Groot"}
    assert SentMail.objects.filter(at__lte=at).exists()
    assert not SentMail.objects.filter(at__gt=at).exists()


def test_a_database_with_other_municipalities_is_left_alone() -> None:
    MunicipalityFactory(slug="echte-gemeente")

    with pytest.raises(CommandError, match="In deze database staan al gemeenten") as stopped:
        call_command("load_demo")

    assert stopped.value.returncode == 1
    assert list(Municipality.objects.values_list("slug", flat=True)) == ["echte-gemeente"]
    assert not Story.objects.exists()


def test_the_people_of_the_demo_are_listed_with_what_they_are() -> None:
    out = StringIO()

    call_command("demo_accounts", stdout=out)

    printed = out.getvalue()
    assert [person.name for person in PEOPLE if person.name not in printed] == []
    assert "  Noor el Amrani         Sleutelfiguur" in printed
    assert "/demo/postbus/" in printed
