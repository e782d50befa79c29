"""Who is asked: seen by who holds the evaluation, with nothing that tells who answered."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from evaluations.actions import NotPossible, participant, rounds
from evaluations.links import answer_link
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant
from notifications import delivery
from notifications.models import Message, State
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.evaluations import EvaluationFactory, ParticipantFactory, published_version
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.threads import at_once


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def asked(survey, robin, sam):
    """Both got their mail."""
    rounds_of = {figure: ParticipantFactory(evaluation=survey, member=figure.member) for figure in (robin, sam)}
    return [rounds_of[robin], rounds_of[sam]]


def page(name, row):
    return reverse(f"evaluations:{name}", args=[row.uuid])


def read(client, path):
    """Without the token against forged forms, which is another each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", client.get(path).content.decode())


def deliver():
    Message.objects.filter(state=State.WAITING).update(not_before=AT)
    delivery.deliver_waiting(at=AT)


def mail_of(row, state):
    Message.objects.create(
        key=f"evaluations.asked:{row.uuid}:1:", kind="evaluations.asked", necessity="necessary", recipient=row.member, path="/", subject=row.uuid,
        municipality=row.municipality, state=state, queued_at=AT, not_before=AT,
    )


class TestTheList:
    def test_it_shows_who_is_asked_per_group_and_whose_mail_did_not_arrive(self, client, survey, asked, marieke, pim):
        ParticipantFactory(evaluation=survey, member=pim, group="officials")
        mail_of(asked[0], State.FAILED)

        groups = log_in(client, marieke).get(page("participant_list", survey)).context["groups"]

        assert [(group.label, [(row.name, row.problem) for row in group.rows]) for group in groups] == [
            ("Sleutelfiguren", [("Robin", "De mail is niet aangekomen"), ("Sam", "")]), ("Medewerkers", [("Pim", "")]),
        ]

    def test_who_answered_looks_like_who_did_not(self, client, survey, asked, marieke):
        log_in(client, marieke)
        before = [read(client, page("participant_list", survey)), read(client, page("participant_detail", asked[0]))]

        Participant.objects.filter(pk=asked[0].pk).update(has_answered=True)

        assert [read(client, page("participant_list", survey)), read(client, page("participant_detail", asked[0]))] == before

    def test_a_reminder_that_went_or_did_not_go_is_not_told(self, client, survey, asked, marieke):
        log_in(client, marieke)
        before = read(client, page("participant_list", survey))
        mail_of(asked[0], State.FAILED)
        Message.objects.update(kind="evaluations.reminded")

        assert read(client, page("participant_list", survey)) == before

    def test_mails_that_failed_are_tried_again(self, client, survey, asked, marieke):
        mail_of(asked[0], State.FAILED)
        assert "De mail aan 1 persoon is niet aangekomen" in log_in(client, marieke).get(page("participant_list", survey)).content.decode()

        client.post(page("participants_again", survey))

        assert Message.objects.get().state == State.WAITING

    @pytest.mark.parametrize("reader", ["thijs", "annemarie", "neighbour", "esther"])
    def test_nobody_else_sees_it(self, client, survey, asked, reader, request):
        log_in(client, request.getfixturevalue(reader))

        assert client.get(page("participant_list", survey)).status_code == 404
        assert client.get(page("participant_detail", asked[0])).status_code == 404
        assert client.post(page("participant_link", asked[0])).status_code == 404

    def test_a_key_figure_does_not_see_it_either(self, client, survey, asked, robin):
        assert log_in(client, robin.member).get(page("participant_list", survey)).status_code == 404

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_number_of_statements_does_not_grow(self, client, survey, marieke, rows, django_assert_num_queries):
        for _each in range(rows):
            ParticipantFactory(evaluation=survey)
        log_in(client, marieke).get(page("participant_list", survey))

        with django_assert_num_queries(5):
            client.get(page("participant_list", survey))


class TestANewLink:
    def test_she_gets_a_mail_with_another_link_and_the_earlier_one_stops(self, client, survey, asked, marieke, mailoutbox):
        earlier = answer_link(asked[0])

        log_in(client, marieke).post(page("participant_link", asked[0]))
        deliver()

        row = Participant.objects.get(pk=asked[0].pk)
        assert row.link_number == 2
        assert answer_link(row) in mailoutbox[0].body
        client.logout()
        assert client.get(earlier).status_code == 410
        assert client.get(answer_link(row)).status_code == 302

    def test_a_link_that_was_stopped_works_again_as_another_one(self, survey, asked, marieke, mailoutbox):
        Participant.objects.update(link_stopped_at=AT)

        participant.new_link(asked[0], by=marieke, at=AT)
        deliver()

        assert Participant.objects.get(pk=asked[0].pk).link_stopped_at is None
        assert len(mailoutbox) == 1

    def test_who_answered_gets_no_mail_and_the_page_says_the_same(self, client, survey, asked, marieke, mailoutbox):
        Participant.objects.filter(pk=asked[0].pk).update(has_answered=True)
        log_in(client, marieke)

        answered, waits = (client.post(page("participant_link", each), follow=True).content.decode() for each in asked)
        deliver()

        told = "Als zij nog niet antwoordde, krijgt zij een mail met een nieuwe link."
        assert told in answered
        assert told in waits
        assert [mail.to for mail in mailoutbox] == [[asked[1].member.user.email]]

    def test_not_of_a_round_that_is_over(self, client, survey, asked, marieke):
        Evaluation.objects.update(state="closed", closed_at=AT)

        response = log_in(client, marieke).post(page("participant_link", asked[0]))

        assert response.status_code == 409
        assert Participant.objects.get(pk=asked[0].pk).link_number == 1

    def test_not_by_who_only_reads_results(self, survey, asked, thijs):
        with pytest.raises(PermissionDenied):
            participant.new_link(asked[0], by=thijs, at=AT)


class TestAskingMorePeople:
    def test_who_joined_after_the_first_day_is_asked_too(self, client, survey, asked, marieke):
        late = KeyFigureFactory(municipality=survey.municipality, member__user__name="Noor").member
        shown = log_in(client, marieke).get(page("participant_new", survey)).context["form"]
        assert [name for _uuid, name in shown.fields["figures"].choices] == ["Noor"]

        response = client.post(page("participant_new", survey), {"figures": [str(late.uuid)]})

        assert response.status_code == 302
        assert Participant.objects.get(member=late).group == "key_figures"
        assert Message.objects.get(kind="evaluations.asked").recipient == late

    def test_officials_can_be_asked_only_when_there_are_questions_to_them(self, client, survey, marieke, pim):
        assert "officials" not in log_in(client, marieke).get(page("participant_new", survey)).context["form"].fields

        assert participant.ask(survey, members={"officials": [pim]}, by=marieke, at=AT) == 0

    def test_an_official_is_asked_the_mirror(self, client, waterveen, marieke, pim, annemarie):
        row = EvaluationFactory(municipality=waterveen, owner=marieke, opened=True, mirror=published_version(waterveen, use="mirror"))

        log_in(client, marieke).post(page("participant_new", row), {"officials": [str(pim.uuid)]})

        assert [(each.member, each.group) for each in row.participants.all()] == [(pim, "officials")]

    def test_who_stopped_or_works_elsewhere_cannot_be(self, client, survey, asked, marieke, neighbour):
        response = log_in(client, marieke).post(page("participant_new", survey), {"figures": [str(neighbour.uuid)]})

        assert response.status_code == 400
        assert participant.ask(survey, members={"key_figures": [neighbour]}, by=marieke, at=AT) == 0
        assert Participant.objects.count() == 2

    def test_nobody_chosen_is_said(self, client, survey, marieke):
        KeyFigureFactory(municipality=survey.municipality)

        response = log_in(client, marieke).post(page("participant_new", survey), {})

        assert response.status_code == 400
        assert "Kies wie vragen krijgt" in response.content.decode()

    def test_after_the_last_day_nobody_can_be_asked(self, client, survey, marieke, robin):
        Evaluation.objects.update(state="closed", closed_at=AT)

        with pytest.raises(NotPossible):
            participant.ask(survey, members={"key_figures": [robin.member]}, by=marieke, at=AT)
        assert log_in(client, marieke).get(page("participant_new", survey)).status_code == 302

    @pytest.mark.parametrize("people", [1, 3])
    def test_the_number_of_statements_does_not_grow(self, survey, marieke, people, django_assert_num_queries):
        members = [KeyFigureFactory(municipality=survey.municipality).member for _each in range(people)]

        with django_assert_num_queries(6):
            participant.ask(survey, members={"key_figures": members}, by=marieke, at=AT)

    @pytest.mark.django_db(transaction=True)
    def test_two_colleagues_who_ask_the_same_person_ask_her_once(self, survey, marieke, pim, robin):
        def ask(by):
            return lambda: participant.ask(survey, members={"key_figures": [robin.member]}, by=by, at=AT)

        assert sorted(at_once(ask(marieke), ask(pim))) == [0, 1]
        assert Message.objects.filter(kind="evaluations.asked").count() == 1


class TestWhoIsBoth:
    def test_an_official_who_is_a_key_figure_too_is_asked_once(self, waterveen, marieke):
        both = MembershipFactory(municipality=waterveen, roles=["key_figure", "coordinator"])
        KeyFigureFactory(municipality=waterveen, member=both)
        EvaluationFactory(municipality=waterveen, owner=marieke, opens_on=AT.date(), closes_on=AT.date() + timedelta(days=20), mirror=published_version(waterveen, use="mirror"))

        rounds.open_due(at=AT)

        row = Participant.objects.get(member=both)
        assert row.group == "key_figures"
        assert [each.subject for each in Message.objects.filter(kind="evaluations.asked", recipient=both)] == [row.uuid]
