from collections import Counter
from datetime import UTC, date

import pytest

from accounts.models import Invitation, Membership
from approach.models.report import Report as CouncilReport
from demo.models import SentMail
from demo.people import EVERYBODY, OEVERLAND, WATERVEEN
from demo.story import teller
from keyfigures import deadlines
from keyfigures.catalogue import Theme
from keyfigures.models.agreement import Agreement, AgreementTemplate
from keyfigures.models.allowance import Payment
from keyfigures.models.asking import Ask
from keyfigures.models.background import BackgroundAnswer, BackgroundEnvelope
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import KeyFigure
from keyfigures.models.help import HelpRequest
from keyfigures.models.learning import Enrolment
from keyfigures.models.recognition import Recognition
from keyfigures.models.reconsideration import Reconsideration
from keyfigures.models.rights import DataRequest
from keyfigures.models.ties import PersonalTie
from keyfigures.models.treatment import Complaint
from keyfigures.stages import Stage
from meetings.models.agenda import AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from notifications.models import Message
from signals import access, reading
from signals.models import ConcernReport, Feedback, SealedText
from sleutelfiguren import today
from terms.models import Clock
from tests.demo.conftest import TOLD_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("story")]


def _report(reporter: str) -> ConcernReport:
    """The newest report of this person."""
    return ConcernReport.objects.filter(reporter__user__email__startswith=f"{reporter}@").latest("received_at")


def _member(slug: str, place: str = WATERVEEN) -> Membership:
    return Membership.objects.get(user__email__startswith=f"{slug}@", municipality__slug=place)


def test_everybody_came_in_the_way_of_the_application() -> None:
    members = {(member.user.email, member.municipality.slug, *member.roles) for member in Membership.objects.select_related("user", "municipality")}
    expected = {(person.email, person.place, person.role) for person in EVERYBODY}

    assert members == expected | {("ilse.bakker@waterveen.example", OEVERLAND, "report_official")}
    assert list(Invitation.objects.filter(accepted_at=None).values_list("email", flat=True)) == ["jesse@waterveen.example"]


def test_there_is_somebody_in_every_stage_and_nobody_stands_there_too_long() -> None:
    figures = KeyFigure.objects.filter(municipality__slug=WATERVEEN)

    assert set(figures.values_list("stage", flat=True)) == set(Stage.values)
    assert figures.active().count() == 23
    assert {each.end_reason: each.had_exit_talk for each in figures.in_stage(Stage.ENDED)} == {"moved": True, "other_work": False}
    assert not Clock.objects.late_at(TOLD_AT).filter(kind=deadlines.STAGE).exists()
    assert not figures.not_ended().filter(contact_person=None).exists()


def test_who_came_confirmed_it_herself_and_has_an_agreement_that_both_signed() -> None:
    active = KeyFigure.objects.active()

    assert all(Agreement.objects.of_figure(each).holding().get().confirmed_by_her_at for each in active)
    newest = AgreementTemplate.objects.newest(_member("noor").municipality)
    assert newest is not None
    assert newest.version == 2
    waiting = Agreement.objects.in_preparation().filter(confirmed_by_her_at=None)
    assert {(each.key_figure.name, each.template.version) for each in waiting.select_related("template", "key_figure__member__user")} == {
        ("Noor el Amrani", 2), ("Yara Osman", 2),
    }  # fmt: skip


def test_marieke_finds_something_late_something_for_today_and_something_for_this_week() -> None:
    work = today.today_of(_member("marieke.dewit"), at=TOLD_AT)

    assert {row.who for row in work.groups.late} == {"Mila", "Omar", "Robin", "Sam"}  # Omar's is of Pim, who asked her
    assert {"Alex", "Kim", "Ruud"} <= {row.who for row in work.groups.today}
    assert "Noor" in {row.who for row in work.groups.week}
    assert work.absence is not None


def test_nobody_is_reminded_twice_and_few_promises_stayed_late() -> None:
    reminded = Message.objects.filter(kind__in=["notifications.reminder", "notifications.escalation"])
    mails = Counter(reminded.values_list("clock", "recipient", "key"))

    assert len(mails) > 50
    assert set(mails.values()) == {1}
    asked = Message.objects.filter(kind="notifications.escalation", clock__kind__startswith="keyfigures.")
    assert set(asked.values_list("clock__waiter__user__name", flat=True)) == {"Mila Kowalska", "Omar Bensalem", "Robin Jansen", "Sam de Groot"}


def test_there_is_something_of_everything_that_is_given_and_taken() -> None:
    here = {"municipality__slug": WATERVEEN}

    assert set(HelpRequest.objects.filter(**here).values_list("state", "did_help")) == {
        ("done", True), ("done", False), ("done", None), ("answered", None), ("asked", None), ("withdrawn", None),
    }  # fmt: skip
    assert set(Ask.objects.filter(**here).values_list("state", flat=True)) == {"asked", "accepted", "declined", "done"}
    assert set(Enrolment.objects.filter(**here).values_list("state", flat=True)) == {"place", "waiting", "cancelled", "attended", "absent"}
    moments = Recognition.objects.filter(kind="moment", **here)
    assert set(moments.exclude(chosen_at=None).values_list("chosen", flat=True)) == {"public", "internal", "none"}
    assert [each.key_figure.name for each in moments.filter(chosen_at=None)] == ["Mila Kowalska"]
    assert set(Payment.objects.filter(**here).values_list("state", flat=True)) == {"proposed", "exported"}
    assert set(ContactMoment.objects.filter(**here).values_list("theme", flat=True)) == set(Theme.values)


def test_two_evenings_were_held_two_come_and_one_was_cancelled() -> None:
    here, now = Meeting.objects.filter(municipality__slug=WATERVEEN), TOLD_AT

    assert [here.past(now).count(), here.ahead(now).count(), here.cancelled().count()] == [2, 2, 1]
    assert set(Attendee.objects.filter(meeting__title="Jongeren en hun telefoon").values_list("answer", "seat")) == {
        ("yes", "place"), ("yes", "waiting"), ("maybe", ""), ("no", ""), ("", ""),
    }  # fmt: skip
    assert not Attendee.objects.filter(meeting__in=here.past(now)).exclude(needs=[]).exists()


def test_what_protects_a_key_figure_was_used_and_kept_in_time() -> None:
    assert list(Reconsideration.objects.values_list("state", "outcome")) == [("decided", "go_on")]
    assert list(Complaint.objects.values_list("state", "finding")) == [("answered", "founded")]
    assert set(DataRequest.objects.values_list("right", "decision")) == {("correct", "done"), ("object", "")}
    assert [tie.official for tie in PersonalTie.objects.that_hold()] == [_member("pim.aalders")]
    quarters = Counter(BackgroundAnswer.objects.values_list("year", "quarter").distinct())
    assert len(quarters) >= 2
    assert not BackgroundEnvelope.objects.filter(quarter=1).exists()


def test_there_is_a_report_in_every_state_a_newcomer_should_see() -> None:
    in_waterveen = ConcernReport.objects.filter(municipality__slug=WATERVEEN)

    assert set(in_waterveen.values_list("state", flat=True)) == {
        "received", "taken_on", "contacted", "informed", "decided", "closed", "withdrawn",
    }  # fmt: skip
    assert in_waterveen.late_at(TOLD_AT).count() == 1
    assert in_waterveen.waiting().count() == 1
    assert in_waterveen.filter(reopen_requested_at__isnull=False).count() == 1
    assert Feedback.objects.filter(given_at=None, returned_at=None).count() == 1


def test_the_report_of_noor_is_late_and_ilse_was_asked() -> None:
    report = _report("noor")

    assert report.next_due_at is not None
    assert report.next_due_at.astimezone(UTC).date() == date(2026, 6, 5)  # the second working day before
    assert report.contact_person == _member("joost.verhagen")
    asked = Message.objects.filter(subject=report.uuid, kind="notifications.escalation").values_list("recipient", flat=True)
    assert set(asked) == {_member("ilse.bakker").pk}


def test_who_took_a_report_on_had_read_it() -> None:
    taken = ConcernReport.objects.exclude(state__in=["received", "withdrawn"]).order_by("pk")

    assert len(taken) > 15
    assert [report.number for report in taken if report.contact_person_id not in {each.member_id for each in access.openings_of(report)}] == []


def test_words_went_on_their_day_and_newer_ones_can_be_read() -> None:
    assert not SealedText.objects.readable().filter(purge_on__lt=TOLD_AT.date()).exists()
    assert reading.readable(_report("mila"), _member("mila")).answers == {}
    assert reading.readable(_report("noor"), _member("noor")).answers["contradicts"] == "De week erna was hij er niet bij."


def test_mail_was_sent_when_it_happened_and_nothing_waits() -> None:
    moments = list(SentMail.objects.order_by("at").values_list("at", flat=True))

    assert 500 < len(moments) < 900
    assert moments[0].date() < date(2025, 8, 1)
    assert moments[-1] < TOLD_AT
    assert len([moment for moment in moments if moment.date() == TOLD_AT.date()]) < 20
    assert not Message.objects.filter(state__in=["waiting", "claimed", "failed"]).exists()


def test_telling_again_tells_nothing() -> None:
    assert teller.tell_once(at=TOLD_AT) is False
    assert ConcernReport.objects.count() == 21


def test_of_the_evening_that_was_there_is_a_report_with_a_correction_and_one_answer() -> None:
    meeting = Meeting.objects.get(municipality__slug=WATERVEEN, title="Samen op straat")
    answered, open_one = AgendaItem.objects.of_meeting(meeting)

    assert meeting.state == "closed"
    assert (answered.answer != "", open_one.answer) == (True, "")
    assert [each.state for each in answered.corrections.all()] == ["taken"]
    assert Clock.objects.open().filter(subject=open_one.uuid).count() == 1
    assert Clock.objects.get(subject=meeting.uuid, kind="meetings.report").kept_at == meeting.closed_at


def test_the_council_was_told_by_two_people_and_a_draft_of_this_year_waits() -> None:
    issued, draft = CouncilReport.objects.filter(municipality__slug="waterveen").order_by("begun_at")

    assert (issued.state, draft.state) == ("issued", "draft")
    assert {issued.offered_by, issued.issued_by} == {_member("thijs.vanleeuwen"), _member("marieke.dewit")}
    assert {each.kind for each in issued.files.all()} == {"pdf", "html", "odt", "ods"}
    assert draft.figures["now"]["meetings.held"]["value"] is not None
    assert draft.comments.get().by == _member("thijs.vanleeuwen")
