import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import Membership
from keyfigures import reporting, statements
from keyfigures import stages as way
from keyfigures.actions import NotPossible, erasing, stages
from keyfigures.actions import treatment as acts
from keyfigures.models.figure import KeyFigure
from keyfigures.models.reconsideration import SealedStatement
from keyfigures.models.treatment import Complaint
from notifications import reminders
from notifications.models import Message
from sleutelfiguren.handover import NothingToHandOver, hand_over
from terms.models import Clock, Term
from tests.factories.accounts import AbsenceFactory, MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from ui.phrases import Words

DAY = timedelta(days=1)
TEXT = "Ik werd twee keer niet teruggebeld."


def complain(figure, *, submission=None, at=AT, text=TEXT):
    return acts.complain(figure, by=figure.member, at=at, submission=submission or uuid4(), text=text)


@pytest.fixture
def made(robin, annemarie):
    return complain(robin)


def fresh(row):
    return Complaint.objects.for_detail().get(pk=row.pk)


def told(member):
    return Message.objects.filter(recipient=member).count()


def texts(row):
    return [each.text for each in statements.readable(row.uuid, herself=row.key_figure.member, words=Words(TODAY))]


class TestComplaining:
    def test_it_goes_to_the_team_lead_with_the_promised_day_at_once(self, made, annemarie, robin, marieke):
        clock = Clock.objects.open().about(made.uuid).get()

        assert (made.handler, clock.owner, clock.due_at.date()) == (annemarie, annemarie, date(2026, 7, 21))
        assert [told(each) for each in (annemarie, robin.member, marieke)] == [1, 1, 0]

    def test_sending_twice_makes_one(self, robin, annemarie):
        submission = uuid4()

        assert complain(robin, submission=submission) == complain(robin, submission=submission)
        assert Complaint.objects.count() == 1
        assert SealedStatement.objects.count() == 1

    def test_a_municipality_may_promise_less_than_the_law_but_not_more(self, robin, sam, annemarie, waterveen):
        Term.objects.create(municipality=waterveen, kind="keyfigures.complaint", working_days=10)
        short = complain(robin)
        Term.objects.update(working_days=100)
        long = complain(sam)

        assert Clock.objects.about(short.uuid).get().due_at.date() == date(2026, 6, 23)
        assert Clock.objects.about(long.uuid).get().due_at.date() == date(2026, 7, 21)

    def test_never_to_her_contact_person_also_when_she_is_team_lead_too(self, waterveen):
        both = MembershipFactory(municipality=waterveen, roles=["coordinator", "team_lead"])
        figure = KeyFigureFactory(municipality=waterveen, contact_person=both)

        with pytest.raises(NotPossible):
            complain(figure)
        assert not SealedStatement.objects.exists()

    def test_to_who_is_there(self, robin, annemarie, waterveen):
        other = MembershipFactory(team_lead=True, municipality=waterveen)
        AbsenceFactory(member=annemarie, deputy=other)

        assert complain(robin).handler == other

    def test_not_more_than_three_at_once(self, robin, annemarie):
        for _each in range(3):
            complain(robin)

        with pytest.raises(NotPossible):
            complain(robin)

    def test_nobody_complains_for_another(self, robin, sam, marieke, annemarie):
        for other in (sam.member, marieke):
            with pytest.raises(PermissionDenied):
                acts.complain(robin, by=other, at=AT, submission=uuid4(), text=TEXT)


class TestHandling:
    def test_four_weeks_more_once_and_she_is_told(self, made, annemarie, robin):
        acts.extend(made, by=annemarie, at=AT + DAY)

        assert Clock.objects.open().about(made.uuid).get().due_at.date() == date(2026, 8, 18)
        assert told(robin.member) == 2
        with pytest.raises(NotPossible):
            acts.extend(made, by=annemarie, at=AT + DAY)

    def test_not_when_the_day_is_over(self, made, annemarie):
        with pytest.raises(NotPossible):
            acts.extend(made, by=annemarie, at=AT + 60 * DAY)

    def test_an_answer_with_what_was_found(self, made, annemarie, robin):
        acts.answer(made, by=annemarie, at=AT + DAY, finding="founded", text="U hebt gelijk.")

        assert (fresh(made).state, fresh(made).finding, texts(made)) == ("answered", "founded", [TEXT, "U hebt gelijk."])
        assert not Clock.objects.open().about(made.uuid).exists()
        with pytest.raises(NotPossible):
            acts.answer(made, by=annemarie, at=AT + DAY, finding="unfounded", text="Toch niet.")

    def test_withdrawing_erases_what_she_wrote(self, made, robin, annemarie):
        acts.withdraw(made, by=robin.member, at=AT + DAY)

        assert (fresh(made).state, texts(made), told(annemarie)) == ("withdrawn", [""], 2)
        assert bytes(SealedStatement.objects.get().sealed) == b""

    def test_nobody_else(self, made, marieke, sam, neighbour, waterveen, oeverland):
        far = MembershipFactory(team_lead=True, municipality=oeverland)
        for other in (marieke, sam.member, neighbour, far, made.key_figure.member):
            with pytest.raises(PermissionDenied):
                acts.answer(made, by=other, at=AT, finding="founded", text="x")
        for other in (marieke, sam.member, made.handler):
            with pytest.raises(PermissionDenied):
                acts.withdraw(made, by=other, at=AT)


class TestTheCoordinatorSeesNothing:
    @pytest.mark.parametrize("member", ["marieke", "pim"])
    def test_not_in_the_rows(self, made, request, member):
        assert not Complaint.objects.visible_to(request.getfixturevalue(member)).exists()

    @pytest.mark.parametrize("page", ["home", "figure", "list", "detail"])
    def test_not_on_a_page(self, client, made, marieke, robin, page):
        urls = {
            "home": reverse("home"),
            "figure": reverse("keyfigures:figure_detail", args=[robin.uuid]),
            "list": reverse("keyfigures:complaint_list"),
            "detail": reverse("keyfigures:complaint_detail", args=[made.uuid]),
        }
        answer = log_in(client, marieke).get(urls[page])
        shown = answer.content.decode().lower()

        assert answer.status_code == (404 if page in {"list", "detail"} else 200)
        assert (answer.status_code == 404) or ("klacht" not in shown and str(made.uuid) not in shown)
        assert TEXT.lower() not in shown

    def test_not_by_mail_also_when_it_is_late(self, made, marieke, pim, annemarie):
        reminders.queue_clock_reminders(at=AT + 90 * DAY)

        assert (told(marieke), told(pim)) == (0, 0)
        assert told(annemarie) > 1

    def test_not_as_her_own_contact_person_with_the_role(self, made, waterveen, robin):
        both = MembershipFactory(municipality=waterveen, roles=["coordinator", "team_lead"])
        assert Complaint.objects.visible_to(both).exists()

        KeyFigure.objects.filter(pk=robin.pk).update(contact_person=both)

        assert not Complaint.objects.visible_to(both).exists()


class TestHandingOver:
    def test_the_complaint_goes_with_its_promise_but_never_to_her_contact_person(self, made, annemarie, waterveen, robin):
        both = MembershipFactory(municipality=waterveen, roles=["coordinator", "team_lead"])
        KeyFigure.objects.filter(pk=robin.pk).update(contact_person=both)
        with pytest.raises(NothingToHandOver):
            hand_over(annemarie, to=both, by=annemarie, at=AT)

        other = MembershipFactory(team_lead=True, municipality=waterveen)
        hand_over(annemarie, to=other, by=annemarie, at=AT)

        assert (fresh(made).handler, Clock.objects.open().about(made.uuid).get().owner) == (other, other)


class TestWhoStopsMeanwhile:
    def test_she_can_still_read_the_answer(self, client, made, robin, annemarie, time_machine):
        stages.move(robin, way.END, by=robin.member, at=AT + DAY)
        acts.answer(made, by=annemarie, at=AT + 40 * DAY, finding="founded", text="U hebt gelijk.")

        member = Membership.objects.get(pk=robin.member_id)
        assert (member.roles, member.end_date) == (["candidate"], date(2026, 9, 29))  # 21 July, four weeks more, six weeks to read it
        time_machine.move_to(AT + 41 * DAY, tick=False)
        assert "U hebt gelijk." in log_in(client, member).get(reverse("keyfigures:complaint_detail", args=[made.uuid])).content.decode()

    def test_who_waits_for_no_answer_cannot_log_in_any_more(self, made, robin, annemarie):
        acts.answer(made, by=annemarie, at=AT, finding="founded", text="U hebt gelijk.")
        stages.move(robin, way.END, by=robin.member, at=AT + DAY)

        assert Membership.objects.get(pk=robin.member_id).end_date == TODAY + DAY


class TestHandlerWhoWouldBecomeHerContactPerson:
    """What she complained about stays outside her contact person, and with somebody who can answer it."""

    @pytest.fixture
    def both(self, waterveen):
        return MembershipFactory(municipality=waterveen, roles=["coordinator", "team_lead"], user__name="Joke")

    @pytest.fixture
    def with_joke(self, robin, both):
        return complain(robin)

    def test_the_complaint_goes_to_another_who_handles_them_and_both_hear_it(self, with_joke, both, robin, marieke, waterveen):
        other = MembershipFactory(team_lead=True, municipality=waterveen)
        before = told(robin.member)
        due = Clock.objects.open().about(with_joke.uuid).get().due_at
        hand_over(marieke, to=both, by=marieke, at=AT + DAY)

        clock = Clock.objects.open().about(with_joke.uuid).get()
        assert KeyFigure.objects.get(pk=robin.pk).contact_person == both
        assert (fresh(with_joke).handler, clock.owner, clock.due_at) == (other, other, due)
        assert told(other) == 1
        assert told(robin.member) == before + 2  # another contact person, another handler
        assert acts.answer(with_joke, by=other, at=AT + DAY, finding="founded", text="U hebt gelijk.").handler == other

    def test_where_nobody_else_handles_them_she_keeps_her_contact_person(self, with_joke, both, robin, sam, marieke):
        hand_over(marieke, to=both, by=marieke, at=AT + DAY)

        assert (KeyFigure.objects.get(pk=robin.pk).contact_person, KeyFigure.objects.get(pk=sam.pk).contact_person) == (marieke, both)
        assert Complaint.objects.visible_to(both).filter(pk=with_joke.pk).exists()

    def test_nobody_gets_her_by_lot_who_handles_her_complaint(self, with_joke, both, robin, marieke):
        KeyFigure.objects.filter(pk=robin.pk).update(contact_person=None)
        Membership.objects.filter(pk=marieke.pk).update(end_date=TODAY)

        assert stages.least_busy(robin.member, at=AT + DAY) is None
        acts.answer(with_joke, by=both, at=AT + DAY, finding="founded", text="U hebt gelijk.")
        assert stages.least_busy(robin.member, at=AT + DAY) == both


class TestFigure:
    def answered(self, waterveen, number, *, late=0):
        lead = MembershipFactory(team_lead=True, municipality=waterveen)
        for place in range(number):
            row = complain(KeyFigureFactory(municipality=waterveen))
            acts.answer(row, by=lead, at=AT + (90 * DAY if place < late else DAY), finding="founded", text="x")
        return reporting.treatment_in(waterveen, first=date(2026, 1, 1), last=date(2026, 12, 31))

    @pytest.mark.parametrize(
        ("number", "late", "expected"), [(0, 0, (0, 0)), (1, 0, (None, None)), (4, 0, (None, None)), (5, 0, (5, 5)), (6, 2, (5, None)), (10, 5, (10, 5))],
    )
    def test_small_numbers_are_not_told(self, waterveen, number, late, expected):
        figure = self.answered(waterveen, number, late=late)

        assert (figure.answered, figure.in_time) == expected

    def shown(self, client, member, time_machine):
        time_machine.move_to(AT + 200 * DAY, tick=False)  # in the quarter after
        return " ".join(re.sub(r"<[^>]+>", " ", log_in(client, member).get(reverse("keyfigures:network_balance")).content.decode()).split())

    @pytest.mark.parametrize(("number", "told"), [(0, "geen"), (4, "te weinig om te tonen"), (6, "5 of meer")])
    def test_who_reads_figures_without_working_with_key_figures_reads_it(self, client, waterveen, time_machine, number, told):
        self.answered(waterveen, number)
        KeyFigureFactory.create_batch(5, municipality=waterveen)

        for member in (MembershipFactory(team_lead=True, municipality=waterveen), MembershipFactory(policy_adviser=True, municipality=waterveen)):
            assert f"Klachten over de omgang met sleutelfiguren Beantwoord {told} Op tijd {told}" in self.shown(client, member, time_machine)

    def test_the_coordinator_does_not_read_that_there_was_one(self, client, waterveen, marieke, time_machine):
        self.answered(waterveen, 6)

        assert "klacht" not in self.shown(client, marieke, time_machine).lower()

    def test_where_too_few_take_part_nobody_reads_it(self, client, waterveen, time_machine):
        self.answered(waterveen, 4)

        assert "klachten over" not in self.shown(client, MembershipFactory(policy_adviser=True, municipality=waterveen), time_machine).lower()

    def test_it_stays_when_the_complaints_are_erased(self, waterveen):
        self.answered(waterveen, 5)

        erasing.erase_expired(at=AT + 400 * DAY)

        assert not Complaint.objects.exists()
        assert not SealedStatement.objects.exists()
        assert reporting.treatment_in(waterveen, first=date(2026, 1, 1), last=date(2026, 12, 31)).answered == 5


@pytest.mark.parametrize(
    "values", [{"state": "answered", "ended_at": AT}, {"state": "withdrawn"}, {"ended_at": AT}],
)
def test_postgres_refuses_an_end_without_what_belongs_to_it(made, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=made.pk).update(**values)
