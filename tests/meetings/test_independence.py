from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from meetings import deadlines
from meetings.actions import NotPossible
from meetings.actions import independence as acts
from meetings.models.independence import IndependenceDeclaration
from meetings.models.meeting import Meeting
from meetings.tasks import ask_for_declarations
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import AttendeeFactory, IndependenceDeclarationFactory, MeetingFactory

ALL_THREE = {"not_employed": True, "not_paid_otherwise": True, "no_seat": True}
POSTED = {"not_employed": "on", "not_paid_otherwise": "on", "no_seat": "on"}
WORDS = "Ik leid gesprekken voor buurten."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def meeting(waterveen, marieke, joris, robin):
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, invited=True)
    AttendeeFactory(meeting=meeting, member=robin.member)
    return meeting


def declare(meeting, by, **other):
    return acts.declare(meeting, by=by, at=AT, **{**ALL_THREE, "own_words": WORDS, **other})


def asked(member):
    return [(clock.subject, clock.due_at.date()) for clock in Clock.objects.open().filter(owner=member, kind=deadlines.DECLARATION).order_by("due_at")]


def page(client, member, meeting, name="meeting_detail"):
    return log_in(client, member).get(reverse(f"meetings:{name}", args=[meeting.uuid])).content.decode()


class TestDeclaring:
    def test_all_who_are_invited_read_when_and_what_she_declared(self, client, meeting, joris, robin):
        declare(meeting, joris)

        for member in (joris, robin.member):
            shown = page(client, member, meeting)
            assert "Joris leidt deze bijeenkomst, en verklaarde op 9\N{NO-BREAK SPACE}juni in 2026 onafhankelijk te zijn:" in shown
            assert "Werkt niet voor de gemeente" in shown
            assert "Wordt door de gemeente voor niets anders betaald" in shown
            assert "Zit niet in de gemeenteraad" in shown
            assert WORDS in shown

    @pytest.mark.parametrize("missing", list(ALL_THREE))
    def test_two_of_three_is_no_declaration(self, meeting, joris, missing):
        with pytest.raises(NotPossible):
            declare(meeting, joris, **{missing: False})
        with pytest.raises(IntegrityError), transaction.atomic():
            IndependenceDeclarationFactory(chair=joris, **{missing: False})

    def test_twice_in_a_year_is_once_and_the_next_year_another(self, waterveen, meeting, joris):
        new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam
        next_year = MeetingFactory(municipality=waterveen, chair=joris, starts_at=new_year)

        first, second, later = declare(meeting, joris), declare(meeting, joris, own_words="Anders."), declare(next_year, joris)

        assert (first, first.own_words, later.year) == (second, WORDS, 2027)
        with pytest.raises(IntegrityError), transaction.atomic():
            IndependenceDeclaration.objects.filter(pk=later.pk).update(year=2026)

    def test_nobody_declares_for_a_meeting_that_somebody_else_leads(self, waterveen, meeting, marieke, neighbour):
        for member in (marieke, neighbour, MembershipFactory(neutral_chair=True, municipality=waterveen)):
            with pytest.raises(PermissionDenied):
                declare(meeting, member)

    @pytest.mark.parametrize("other", ["policy_adviser", "coordinator", "key_figure"])
    def test_who_has_another_role_here_is_no_external_chair(self, client, meeting, joris, robin, other):
        joris.roles = ["neutral_chair", other]
        joris.save()
        meeting = Meeting.objects.with_people().get()

        with pytest.raises(NotPossible):
            declare(meeting, joris)
        assert "geen voorzitter van buiten" in page(client, robin.member, meeting)

    def test_a_declaration_is_not_shown_of_who_came_to_work_for_the_municipality_since(self, client, meeting, joris, robin):
        declare(meeting, joris)
        joris.roles = ["neutral_chair", "policy_adviser"]
        joris.save()

        shown = page(client, robin.member, meeting)

        assert "Joris leidt deze bijeenkomst en werkt ook voor de gemeente." in shown
        assert WORDS not in shown

    def test_the_page_says_honestly_that_she_did_not_declare_it_or_only_for_another_year(self, client, meeting, joris, robin):
        IndependenceDeclarationFactory(chair=joris, year=2025, own_words="Van vorig jaar.")

        shown = page(client, robin.member, meeting)

        assert "Joris heeft niet verklaard in 2026 onafhankelijk te zijn." in shown
        assert "Van vorig jaar." not in shown

    def test_the_page_says_honestly_that_there_is_no_chair(self, client, meeting, robin, marieke):
        Meeting.objects.update(chair=None)

        assert f"Deze bijeenkomst heeft geen voorzitter van buiten. {marieke.name} leidt die namens de gemeente." in page(client, robin.member, meeting)

    def test_what_is_no_longer_true_is_taken_back_and_nobody_reads_it_any_more(self, client, meeting, joris, robin, marieke):
        declare(meeting, joris)

        with pytest.raises(PermissionDenied):
            acts.take_back(meeting, by=marieke)
        log_in(client, joris).post(reverse("meetings:declaration_take_back", args=[meeting.uuid]))

        assert WORDS not in page(client, robin.member, meeting)
        assert IndependenceDeclaration.objects.count() == 0


class TestThePage:
    def test_she_declares_on_a_page_that_asks_all_three(self, client, meeting, joris):
        address = reverse("meetings:declaration", args=[meeting.uuid])
        log_in(client, joris)

        wrong = client.post(address, {**POSTED, "no_seat": "", "own_words": WORDS})
        assert wrong.status_code == 400
        assert "Klopt dit niet? Dan kun je dit niet verklaren." in wrong.content.decode()
        assert WORDS in wrong.content.decode()

        assert client.post(address, {**POSTED, "own_words": WORDS}).status_code == 302
        assert "Je verklaarde in 2026 onafhankelijk te zijn" in client.get(address).content.decode()

    def test_own_words_that_name_a_religion_warn_once(self, client, meeting, joris):
        address = reverse("meetings:declaration", args=[meeting.uuid])
        first = log_in(client, joris).post(address, {**POSTED, "own_words": "Ik kom uit de kerken hier."})
        assert (first.status_code, IndependenceDeclaration.objects.count()) == (200, 0)

        again = client.post(address, {**POSTED, "own_words": "Ik kom uit de kerken hier.", "hints_seen": first.context["form"].data["hints_seen"]})

        assert (again.status_code, IndependenceDeclaration.objects.count()) == (302, 1)

    def test_it_is_nobody_elses_page(self, client, waterveen, meeting, marieke, robin, annemarie):
        for member in (marieke, robin.member, annemarie, MembershipFactory(neutral_chair=True, municipality=waterveen)):
            for name in ("declaration", "declaration_take_back"):
                assert log_in(client, member).post(reverse(f"meetings:{name}", args=[meeting.uuid]), POSTED).status_code == 404


class TestAsking:
    def test_she_owes_it_the_day_before_her_first_meeting_of_the_year_and_is_told_once(self, waterveen, meeting, joris, marieke):
        MeetingFactory(municipality=waterveen, chair=joris, starts_at=AT + timedelta(days=30))

        ask_for_declarations()
        ask_for_declarations()

        assert asked(joris) == [(meeting.uuid, date(2026, 6, 22))]
        assert (Message.objects.filter(recipient=joris).count(), Message.objects.filter(recipient=marieke).count()) == (1, 0)

    def test_declaring_keeps_the_promise_and_nothing_is_asked_again(self, meeting, joris):
        ask_for_declarations()

        declare(meeting, joris)
        ask_for_declarations()

        assert asked(joris) == []
        assert Clock.objects.get(kind=deadlines.DECLARATION).kept_at == AT

    def test_who_does_not_lead_it_any_more_owes_nothing(self, waterveen, meeting, joris):
        ask_for_declarations()
        other = MembershipFactory(neutral_chair=True, municipality=waterveen)
        Meeting.objects.update(chair=other)

        ask_for_declarations()

        assert asked(joris) == []
        assert asked(other) == [(meeting.uuid, date(2026, 6, 22))]

    @pytest.mark.parametrize("what", [{"state": "cancelled", "cancelled_at": AT}, {"starts_at": AT + timedelta(days=43), "ends_at": AT + timedelta(days=44)}])
    def test_nobody_is_asked_for_a_cancelled_meeting_nor_more_than_six_weeks_before(self, meeting, joris, what):
        Meeting.objects.update(**what)

        ask_for_declarations()

        assert asked(joris) == []

    def test_an_official_who_leads_is_not_asked_nor_who_left(self, waterveen):
        both = MembershipFactory(roles=["neutral_chair", "policy_adviser"], municipality=waterveen)
        left = MembershipFactory(neutral_chair=True, municipality=waterveen, left=True)
        for member in (both, left):
            MeetingFactory(municipality=waterveen, chair=member)

        ask_for_declarations()

        assert Clock.objects.filter(kind=deadlines.DECLARATION).count() == 0

    def test_it_stands_on_her_start_page_and_on_that_of_nobody_else(self, client, meeting, joris, marieke, pim, annemarie):
        ask_for_declarations()

        assert "Verklaar dat je onafhankelijk bent" in log_in(client, joris).get("/").content.decode()
        for member in (marieke, pim, annemarie):
            assert "onafhankelijk" not in log_in(client, member).get("/").content.decode()


class TestShareLedFromOutside:
    def test_counts_who_declared_it_for_the_year_and_holds_no_other_role(self, waterveen, oeverland, joris):
        undeclared = MembershipFactory(neutral_chair=True, municipality=waterveen)
        both = MembershipFactory(roles=["neutral_chair", "policy_adviser"], municipality=waterveen)
        for chair in (joris, both):
            IndependenceDeclarationFactory(chair=chair, year=2026)
        for chair in (joris, joris, undeclared, both, None):
            MeetingFactory(municipality=waterveen, chair=chair, over=True)
        MeetingFactory(municipality=waterveen, chair=joris, cancelled=True, starts_at=AT - timedelta(days=5))
        MeetingFactory(municipality=waterveen, chair=joris)
        MeetingFactory(municipality=waterveen, chair=joris, over=True, starts_at=AT - timedelta(days=300))  # in 2025
        MeetingFactory(municipality=oeverland, over=True)

        share = Meeting.objects.filter(municipality=waterveen).held(since=AT - timedelta(days=365), until=AT).share_led_from_outside()

        assert (share.part, share.of) == (2, 6)

    def test_the_year_is_that_of_amsterdam(self, waterveen, joris):
        IndependenceDeclarationFactory(chair=joris, year=2026)
        MeetingFactory(municipality=waterveen, chair=joris, starts_at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))

        assert Meeting.objects.share_led_from_outside().part == 1
