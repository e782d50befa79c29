from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from accounts.models import Invitation, Membership, Municipality
from demo.models import SentMail, Story
from demo.people import OEVERLAND, PEOPLE, WATERVEEN
from demo.story import teller
from notifications.models import Message
from signals import access, reading
from signals.models import ConcernReport, Feedback, SealedText
from tests.demo.conftest import TOLD_AT
from tests.factories.accounts import MunicipalityFactory

pytestmark = pytest.mark.django_db


def _report(reporter: str) -> ConcernReport:
    """The newest report of this person."""
    return ConcernReport.objects.filter(reporter__user__email__startswith=f"{reporter}@").latest("received_at")


def _member(slug: str, place: str = WATERVEEN) -> Membership:
    return Membership.objects.get(user__email__startswith=f"{slug}@", municipality__slug=place)


@pytest.mark.usefixtures("story")
class TestToldOnATuesday:
    def test_everybody_came_in_the_way_of_the_application(self) -> None:
        members = {(member.user.email, member.municipality.slug, *member.roles) for member in Membership.objects.select_related("user", "municipality")}
        expected = {(person.email, person.place, person.role) for person in PEOPLE}

        assert members == expected | {("ilse.bakker@waterveen.example", OEVERLAND, "report_official")}
        assert list(Invitation.objects.values_list("email", flat=True)) == ["lina@waterveen.example", "jesse@waterveen.example"]

    def test_there_is_a_report_in_every_state_a_newcomer_should_see(self) -> None:
        in_waterveen = ConcernReport.objects.filter(municipality__slug=WATERVEEN)

        assert set(in_waterveen.values_list("state", flat=True)) == {
            "received", "taken_on", "contacted", "informed", "decided", "closed", "withdrawn",
        }  # fmt: skip
        assert in_waterveen.late_at(TOLD_AT).count() == 1
        assert in_waterveen.waiting().count() == 1
        assert in_waterveen.filter(reopen_requested_at__isnull=False).count() == 1
        assert Feedback.objects.filter(given_at=None, returned_at=None).count() == 1

    def test_the_report_of_noor_is_late_and_ilse_was_asked(self) -> None:
        report = _report("noor")

        assert report.next_due_at is not None
        assert report.next_due_at.astimezone(UTC).date() == date(2026, 6, 5)  # the second working day before
        assert report.contact_person == _member("joost.verhagen")
        asked = Message.objects.filter(subject=report.uuid, kind="notifications.escalation").values_list("recipient", flat=True)
        assert set(asked) == {_member("ilse.bakker").pk}

    def test_who_took_a_report_on_had_read_it(self) -> None:
        taken = ConcernReport.objects.exclude(state__in=["received", "withdrawn"]).order_by("pk")

        assert len(taken) > 15
        assert [report.number for report in taken if report.contact_person_id not in {each.member_id for each in access.openings_of(report)}] == []

    def test_words_went_on_their_day_and_newer_ones_can_be_read(self) -> None:
        assert not SealedText.objects.readable().filter(purge_on__lt=TOLD_AT.date()).exists()
        assert reading.readable(_report("mila"), _member("mila")).answers == {}
        assert reading.readable(_report("noor"), _member("noor")).answers["contradicts"] == "De week erna was hij er niet bij."

    def test_mail_was_sent_when_it_happened_and_nothing_waits(self) -> None:
        moments = list(SentMail.objects.order_by("at").values_list("at", flat=True))

        assert 100 < len(moments) < 250
        assert moments[0].date() < date(2025, 8, 1)
        assert moments[-1] < TOLD_AT
        assert len([moment for moment in moments if moment.date() == TOLD_AT.date()]) < 8
        assert not Message.objects.filter(state__in=["waiting", "claimed", "failed"]).exists()

    def test_telling_again_tells_nothing(self) -> None:
        assert teller.tell_once(at=TOLD_AT) is False
        assert ConcernReport.objects.count() == 21


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 6, 7, 22, 30, tzinfo=UTC),  # Monday half past midnight, after a weekend
        datetime(2026, 12, 25, 9, tzinfo=UTC),  # a holiday
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # in the night of a clock change
        datetime(2026, 4, 28, 6, 30, tzinfo=UTC),  # early, the day after King's Day
    ],
)  # fmt: skip
def test_the_story_can_be_told_on_any_day(at: datetime) -> None:
    with transaction.atomic():
        assert teller.tell_once(at=at)

        assert ConcernReport.objects.count() == 21
        assert ConcernReport.objects.filter(municipality__slug=WATERVEEN).late_at(at).count() == 1
        assert not SentMail.objects.filter(at__gt=at).exists()


def test_a_database_with_other_municipalities_is_left_alone() -> None:
    MunicipalityFactory(slug="echte-gemeente")

    with pytest.raises(CommandError, match="municipalities already") as stopped:
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
