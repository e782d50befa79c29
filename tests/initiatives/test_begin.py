"""What the municipality begins, and what is known of an initiative: always with the question of the community behind it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from initiatives.actions import Meanwhile, plan
from initiatives.actions import initiative as acts
from initiatives.models.initiative import Initiative
from initiatives.models.question import CommunityQuestion, InitiativeSettings
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.initiatives import CommunityQuestionFactory, InitiativeFactory
from tests.factories.keyfigures import AT

BEGIN = reverse("initiatives:initiative_begin")
BEGUN = {
    "question": "online", "reason": "Ouders vroegen erom op de bijeenkomst.", "what": "Een avond over online pesten", "for_whom": "Ouders",
    "municipal_role": "leads",
}
PLAN = {
    "beginning": "together", "question": "safety", "themes": ["right", "jihadism"], "municipal_role": "facilitates", "budget_asked": 500,
    "budget_granted": 350,
}


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def running(robin, marieke):
    return InitiativeFactory(owner=marieke, proposer=robin.member, running=True)


def begun(by, *, submission=None, **other):
    return acts.begin(**{**BEGUN, **other}, submission=submission or uuid4(), by=by, at=AT)


def change(row, by, **other):
    return plan.change(row, **{**PLAN, "version": row.edits, **other}, by=by)


def url(row):
    return reverse("initiatives:plan_change", args=[row.uuid])


class TestBeginning:
    def test_it_is_a_yes_with_what_people_asked_and_nobody_waits_for_an_answer(self, client, marieke, sam):
        row = begun(marieke)

        assert (row.beginning, row.proposer, row.answer, row.state, row.owner) == ("municipality", None, "yes", "idea", marieke)
        assert not Clock.objects.exists()
        page = log_in(client, sam.member).get(reverse("initiatives:initiative_detail", args=[row.uuid])).content.decode()
        assert "De gemeente begint dit" in page
        assert BEGUN["reason"] in page
        assert "Wat er online gebeurt" in page

    def test_the_same_form_twice_is_one_and_never_that_of_another_municipality(self, marieke, neighbour):
        number = uuid4()
        assert begun(marieke, submission=number) == begun(marieke, submission=number)
        with pytest.raises(PermissionDenied):
            begun(neighbour, submission=number)
        assert Initiative.objects.count() == 1

    def test_without_a_question_it_is_refused_by_form_action_and_table(self, client, marieke):
        answer = log_in(client, marieke).post(BEGIN, {**BEGUN, "question": ""})
        assert answer.status_code == 400
        assert BEGUN["reason"] in answer.content.decode()
        with pytest.raises(ValueError, match="nobody asked"):
            begun(marieke, question="")
        row = begun(marieke)
        with pytest.raises(IntegrityError), transaction.atomic():
            Initiative.objects.filter(pk=row.pk).update(question="")

    def test_only_who_answers_ideas_begins_one(self, client, waterveen, robin):
        for by in (robin.member, MembershipFactory(policy_adviser=True, municipality=waterveen)):
            with pytest.raises(PermissionDenied):
                begun(by)
            assert log_in(client, by).get(BEGIN).status_code == 404


class TestWhatIsKnown:
    def test_it_is_kept_and_the_network_reads_it(self, client, running, marieke, sam):
        change(running, marieke)

        page = log_in(client, sam.member).get(reverse("initiatives:initiative_detail", args=[running.uuid])).content.decode()
        for words in ("Gemeenschap en gemeente samen", "Veiligheid in de wijk", "Jihadisme, Rechtsextremisme", "Maakt het mogelijk", "€\N{NO-BREAK SPACE}500"):
            assert words in page, words

    def test_it_is_changed_on_a_page_of_its_own(self, client, running, marieke):
        given = {**PLAN, "budget_asked": "1.500", "budget_granted": "", "version": "1"}
        assert log_in(client, marieke).post(url(running), given).status_code == 302

        running.refresh_from_db()
        assert (running.budget_asked, running.budget_granted, running.themes) == (1500, None, ["jihadism", "right"])

    def test_who_comes_second_keeps_what_she_typed_and_reads_what_her_colleague_made(self, client, running, marieke, pim):
        change(running, pim)
        page = log_in(client, marieke).post(url(running), {**PLAN, "budget_asked": "777", "version": "1"})

        assert page.status_code == 409
        assert "777" in page.content.decode()
        assert "€\N{NO-BREAK SPACE}350" in page.content.decode()

    def test_what_the_community_began_never_becomes_ours_and_ours_keeps_its_question(self, running, marieke):
        ours = begun(marieke)
        for row, other in ((running, {"beginning": "municipality"}), (ours, {"beginning": "community"}), (ours, {"beginning": "municipality", "question": ""})):
            with pytest.raises(PermissionDenied):
                change(row, marieke, **other)

    def test_not_of_an_idea_that_waits_or_is_over(self, robin, marieke):
        for other in ({}, {"answered": True, "state": "stopped", "ended_at": AT}):
            with pytest.raises(Meanwhile):
                change(InitiativeFactory(owner=marieke, proposer=robin.member, **other), marieke)

    def test_others_do_not_change_it(self, client, running, robin, sam, neighbour):
        for by in (robin.member, sam.member, neighbour):
            with pytest.raises(PermissionDenied):
                change(running, by)
            assert log_in(client, by).get(url(running)).status_code == 404


class TestQuestions:
    def test_a_municipality_adds_its_own_and_hides_ours(self, client, waterveen, marieke, running):
        CommunityQuestionFactory(municipality=waterveen, code="wonen", name="Wonen en overlast")
        CommunityQuestionFactory(municipality=waterveen, code="oud", name="Oude vraag", is_active=False)
        InitiativeSettings.objects.create(municipality=waterveen, hidden_questions=["loneliness"])

        page = log_in(client, marieke).get(url(running)).content.decode()
        assert "Wonen en overlast" in page
        assert "Oude vraag" not in page
        assert "Eenzaamheid" not in page

    def test_what_was_chosen_before_stays_a_choice(self, client, waterveen, marieke, robin):
        row = InitiativeFactory(owner=marieke, proposer=robin.member, running=True, question="loneliness")
        InitiativeSettings.objects.create(municipality=waterveen, hidden_questions=["loneliness"])

        assert "Eenzaamheid" in log_in(client, marieke).get(url(row)).content.decode()

    def test_the_administrator_makes_one_of_her_municipality_only(self, client, waterveen, oeverland):
        she = log_in(client, MembershipFactory(administrator=True, municipality=waterveen))
        add = reverse("admin:initiatives_communityquestion_add")
        she.post(add, {"municipality": waterveen.pk, "code": "wonen", "name": "Wonen", "is_active": "on"})
        she.post(add, {"municipality": oeverland.pk, "code": "werk-daar", "name": "Daar", "is_active": "on"})
        she.post(add, {"municipality": waterveen.pk, "code": "safety", "name": "Onze veiligheid", "is_active": "on"})

        assert list(CommunityQuestion.objects.values_list("code", "municipality")) == [("wonen", waterveen.pk)]

    def test_she_hides_ours(self, client, waterveen):
        she = log_in(client, MembershipFactory(administrator=True, municipality=waterveen))
        she.post(reverse("admin:initiatives_initiativesettings_add"), {"municipality": waterveen.pk, "hidden_questions": ["work", "online"]})

        assert InitiativeSettings.objects.of(waterveen).hidden_questions == ["work", "online"]
