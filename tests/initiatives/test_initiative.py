from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from initiatives.actions import NotPossible, handover, support
from initiatives.actions import initiative as acts
from initiatives.models.initiative import Initiative, Support
from keyfigures import stages as way
from keyfigures.actions import stages
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.initiatives import InitiativeFactory, TaskFactory
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.threads import at_once

IDEA = {"what": "Samen eten op het plein", "for_whom": "Iedereen uit de buurt", "needs": "Een vergunning."}
WHY = "Wij regelen de vergunning."
LIST, NEW = reverse("initiatives:initiative_list"), reverse("initiatives:initiative_new")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def filed(figure, *, submission=None, **other):
    return acts.file(**{**IDEA, **other}, submission=submission or uuid4(), by=figure.member, at=AT)


def answered(row, by, *, answer="yes"):
    return acts.answer(Initiative.objects.get(pk=row.pk), answer=answer, reason=WHY, by=by, at=AT)


def url(row, what="detail"):
    return reverse(f"initiatives:initiative_{what}", args=[row.uuid])


def told(member):
    return list(Message.objects.filter(recipient=member).values_list("kind", flat=True))


@pytest.fixture
def thijs(waterveen):
    return MembershipFactory(policy_adviser=True, municipality=waterveen, user__name="Thijs")


class TestFiling:
    def test_her_contact_person_owes_an_answer_in_fifteen_working_days_and_hears_so(self, robin, marieke):
        row = filed(robin)

        clock = Clock.objects.open().get()
        assert (clock.kind, clock.subject, clock.owner, clock.waiter) == ("initiatives.answer", row.uuid, marieke, robin.member)
        assert clock.due_at.date().isoformat() == "2026-06-30"
        assert told(marieke) == ["initiatives.to_official"]

    def test_without_a_contact_person_who_answers_ideas_the_coordinator_owes_it(self, waterveen, annemarie, marieke):
        figure = KeyFigureFactory(municipality=waterveen, contact_person=annemarie)

        assert filed(figure).owner == marieke

    def test_where_nobody_can_answer_she_is_told_to_call(self, waterveen):
        figure = KeyFigureFactory(municipality=waterveen, contact_person=None)
        with pytest.raises(NotPossible):
            filed(figure)

    def test_the_same_form_twice_is_one_idea_and_never_that_of_another(self, robin, sam):
        number = uuid4()
        assert filed(robin, submission=number) == filed(robin, submission=number)
        with pytest.raises(PermissionDenied):
            filed(sam, submission=number)

        assert (Initiative.objects.count(), Clock.objects.count()) == (1, 1)

    def test_only_who_takes_part_files_one(self, marieke, thijs):
        for by in (marieke, thijs):
            with pytest.raises(PermissionDenied):
                acts.file(**IDEA, submission=uuid4(), by=by, at=AT)

    def test_on_her_page_she_reads_the_day_and_who_answers(self, client, robin, marieke):
        page = log_in(client, robin.member).post(NEW, {**IDEA, "submission": str(uuid4())}, follow=True).content.decode()

        assert "dinsdag 30\N{NO-BREAK SPACE}juni" in page
        assert "Marieke geeft antwoord." in page

    def test_an_empty_form_is_shown_again_with_what_was_typed(self, client, robin):
        answer = log_in(client, robin.member).post(NEW, {"what": "Alleen dit"})

        assert answer.status_code == 400
        assert "Alleen dit" in answer.content.decode()

    def test_late_she_reads_so_first(self, client, time_machine, robin):
        row = filed(robin)
        time_machine.move_to(AT + timedelta(days=40), tick=False)

        assert "Wij zijn te laat" in log_in(client, robin.member).get(url(row)).content.decode()


class TestAnswering:
    def test_the_answer_keeps_the_promise_and_she_is_told(self, robin, marieke):
        row = answered(filed(robin), marieke)

        assert (row.answer, row.reason, row.answered_by, row.state) == ("yes", WHY, marieke, "idea")
        assert Clock.objects.get().kept_at == AT
        assert told(robin.member) == ["initiatives.to_network"]

    def test_not_by_us_ends_it(self, robin, marieke):
        row = answered(filed(robin), marieke, answer="not_by_us")

        assert (row.state, row.ended_at) == ("stopped", AT)

    def test_nobody_answers_twice(self, robin, marieke, pim):
        row = filed(robin)
        answered(row, marieke)
        with pytest.raises(NotPossible):
            answered(row, pim, answer="not_by_us")

    def test_an_answer_without_a_reason_is_refused_by_the_form_and_the_table(self, client, robin, marieke):
        row = filed(robin)

        assert log_in(client, marieke).post(url(row, "answer"), {"answer": "yes", "reason": " "}).status_code == 400
        with pytest.raises(IntegrityError), transaction.atomic():
            Initiative.objects.filter(pk=row.pk).update(answer="yes", answered_by=marieke, answered_at=AT)

    def test_who_comes_second_reads_so_with_her_text_kept(self, client, robin, marieke, pim):
        row = filed(robin)
        answered(row, marieke)
        page = log_in(client, pim).post(url(row, "answer"), {"answer": "not_by_us", "reason": "Te duur."})

        assert page.status_code == 409
        assert "Te duur." in page.content.decode()

    def test_only_who_answers_ideas_here_does(self, client, robin, sam, thijs, neighbour):
        row = filed(robin)
        for by in (robin.member, sam.member, thijs, neighbour):
            with pytest.raises(PermissionDenied):
                answered(row, by)
            assert log_in(client, by).post(url(row, "answer"), {"answer": "yes", "reason": WHY}).status_code == 404

    def test_she_and_the_network_read_the_answer(self, client, robin, sam, marieke):
        row = answered(filed(robin), marieke)
        for reader in (robin.member, sam.member):
            page = log_in(client, reader).get(url(row)).content.decode()
            assert "De gemeente zegt ja" in page
            assert WHY in page


@pytest.mark.django_db(transaction=True)
def test_two_who_answer_at_once_give_one_answer(robin, marieke, pim):
    row = filed(robin)
    results = at_once(lambda: answered(row, marieke), lambda: answered(row, pim, answer="not_by_us"))

    assert sorted(isinstance(each, NotPossible) for each in results) == [False, True]
    assert told(robin.member) == ["initiatives.to_network"]


class TestSeeing:
    def test_the_network_reads_the_idea_and_not_whose_it_is(self, client, robin, sam, thijs):
        row = filed(robin)
        for reader in (sam.member, thijs):
            for address in (LIST, url(row)):
                page = log_in(client, reader).get(address).content.decode()
                assert IDEA["what"] in page
                assert "Robin" not in page

    def test_who_answers_reads_whose_it_is(self, client, robin, marieke):
        assert "Robin" in log_in(client, marieke).get(url(filed(robin))).content.decode()

    def test_to_another_municipality_and_to_who_takes_no_part_it_does_not_exist(self, client, robin, waterveen, neighbour):
        row, chair = filed(robin), MembershipFactory(neutral_chair=True, municipality=waterveen)

        assert log_in(client, neighbour).get(url(row)).status_code == 404
        assert log_in(client, chair).get(url(row)).status_code == 404
        assert log_in(client, chair).get(LIST).status_code == 404

    @pytest.mark.parametrize("reader", ["sam", "marieke"])
    def test_the_list_takes_as_many_statements_for_one_row_as_for_three(self, client, robin, sam, marieke, reader):
        log_in(client, {"sam": sam.member, "marieke": marieke}[reader])
        filed(robin)
        client.get(LIST)
        counts = []
        for _more in range(2):
            with CaptureQueriesContext(connection) as queries:
                client.get(LIST)
            counts.append(len(queries))
            filed(robin)
            filed(robin)

        assert counts[0] == counts[1]


class TestSupporting:
    def test_once_and_taken_back_in_one_click(self, client, robin, sam):
        row, she = filed(robin), log_in(client, sam.member)
        for _twice in range(2):
            she.post(url(row, "support"))
        page = she.get(url(row)).content.decode()
        assert "Eén persoon steunt het." in page

        she.post(url(row, "support_no_more"))
        assert not Support.objects.exists()

    def test_no_row_leads_to_her(self, robin, sam):
        row = filed(robin)
        support.give(row, by=sam.member)

        stored = Support.objects.values().get()
        assert set(stored) == {"id", "municipality_id", "initiative_id", "token"}
        assert str(sam.member.uuid) not in stored["token"]
        assert support.is_given(row, by=sam.member)
        assert not support.is_given(row, by=robin.member)

    def test_nobody_supports_her_own_and_no_official_or_stranger_does(self, robin, marieke, neighbour):
        row = filed(robin)
        for by in (robin.member, marieke, neighbour):
            with pytest.raises(PermissionDenied):
                support.give(row, by=by)

    def test_what_is_over_is_supported_no_more(self, robin, sam, marieke):
        row = answered(filed(robin), marieke, answer="not_by_us")
        with pytest.raises(NotPossible):
            support.give(row, by=sam.member)


class TestWithdrawing:
    def test_after_she_confirmed_it_is_erased_and_nobody_owes_an_answer(self, client, robin, sam, marieke):
        row = filed(robin)
        support.give(row, by=sam.member)
        she = log_in(client, robin.member)
        assert "Wilt u uw idee terugnemen?" in she.get(url(row, "withdraw")).content.decode()
        she.post(url(row, "withdraw"))

        row.refresh_from_db()
        assert (row.what, row.for_whom, row.needs, row.withdrawn_at) == ("", "", "", AT)
        assert not Clock.objects.open().exists()
        assert not Support.objects.exists()
        assert log_in(client, sam.member).get(url(row)).status_code == 404

    def test_what_was_answered_stays(self, robin, marieke):
        row = answered(filed(robin), marieke)
        with pytest.raises(NotPossible):
            acts.withdraw(row, by=robin.member, at=AT)

    def test_only_hers(self, client, robin, sam):
        row = filed(robin)
        with pytest.raises(PermissionDenied):
            acts.withdraw(row, by=sam.member, at=AT)
        assert log_in(client, sam.member).get(url(row, "withdraw")).status_code == 404


class TestLeaving:
    def test_the_idea_stays_without_her_off_the_public_page(self, robin, marieke):
        row = InitiativeFactory(
            owner=marieke, proposer=robin.member, answered=True, public_title="Samen", public_text="Eten.", public_agreed_at=AT, is_public=True,
        )
        stages.move(robin, way.END, by=marieke, at=AT, reason="time")

        row.refresh_from_db()
        assert (row.proposer, row.public_agreed_at, row.is_public, row.what) == (None, None, False, "Samen eten op het plein")
        assert (row.public_title, row.public_text) == ("", "")

    def test_what_still_waits_is_answered_for_the_network_and_nobody_reads_whose_it_was(self, client, robin, sam, marieke):
        row = filed(robin)
        stages.move(robin, way.END, by=marieke, at=AT, reason="time")

        row.refresh_from_db()
        clock = Clock.objects.open().get(kind="initiatives.answer")
        assert (row.what, row.proposer) == (IDEA["what"], None)
        assert (clock.owner, clock.waiter) == (marieke, None)
        today = log_in(client, marieke).get(reverse("home")).content.decode()
        assert "Een idee uit het netwerk wacht op ons antwoord" in today
        answered(row, marieke)
        page = log_in(client, sam.member).get(url(row)).content.decode()
        assert WHY in page
        assert "Robin" not in page

    def test_who_answers_and_leaves_hands_the_idea_over(self, robin, marieke, pim):
        row = filed(robin)
        task = TaskFactory(initiative=InitiativeFactory(owner=pim, proposer=robin.member, running=True), owner=marieke)
        for part in handover.SOURCE.parts(marieke):
            part.give(pim, marieke, AT)

        task.refresh_from_db()
        assert (Initiative.objects.get(pk=row.pk).owner, task.owner) == (pim, pim)
        assert [each.number for each in handover.SOURCE.parts(marieke)] == [0, 0]

    def test_who_takes_over_never_answers_her_own_idea(self, waterveen, robin, marieke):
        both = MembershipFactory(municipality=waterveen, roles=["coordinator", "key_figure"])
        row = InitiativeFactory(owner=marieke, proposer=both)
        for part in handover.SOURCE.parts(marieke):
            part.give(both, marieke, AT)

        row.refresh_from_db()
        assert row.owner == marieke
