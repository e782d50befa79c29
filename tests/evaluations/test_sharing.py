from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from audit.models import Entry
from evaluations import deadlines
from evaluations.actions import NotPossible
from evaluations.actions import sharing as acts
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.sheet import Response
from notifications.models import Message
from terms import clocks
from terms.clocks import NewPromise
from terms.models import Clock
from tests.factories.accounts import log_in
from tests.factories.evaluations import EvaluationFactory, GuestFactory, ImprovementFactory, ParticipantFactory
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.threads import at_once

DAYS = timedelta(days=1)
HEARD, DOING = "U hoort graag eerder iets terug.", "Wij bellen elke vrijdag."
LIST = reverse("evaluations:shared_list")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def counted_round(waterveen, owner, *, asked=(), answered=12, **other):
    """Closed and counted last week, with the promise to share back."""
    evaluation = EvaluationFactory(municipality=waterveen, owner=owner, closed=True, counted_at=AT - 7 * DAYS, **other)
    for member in asked:
        ParticipantFactory(evaluation=evaluation, member=member)
    Response.objects.create(evaluation=evaluation, group="key_figures", asked=20, answered=answered)
    promise = NewPromise(kind=deadlines.SHARE_BACK, subject=evaluation.uuid, owner=owner, waiter=None)
    clocks.start_all([promise], municipality=waterveen, at=AT - 7 * DAYS)
    return evaluation


@pytest.fixture
def counted(waterveen, marieke, robin, sam):
    return counted_round(waterveen, marieke, asked=[robin.member, sam.member])


def written(evaluation, by, *, improvements=()):
    version = Evaluation.objects.get(pk=evaluation.pk).edits
    return acts.write(evaluation, heard=HEARD, doing=DOING, improvements=improvements, version=version, by=by)


def shared(evaluation, by, *, at=AT, improvements=()):
    return acts.publish(evaluation, version=written(evaluation, by, improvements=improvements).edits, by=by, at=at)


def url(name, evaluation):
    return reverse(f"evaluations:{name}", args=[evaluation.uuid])


class TestSharing:
    def test_everybody_who_was_asked_hears_once_and_the_promise_is_kept(self, counted, marieke, robin, sam):
        shared(counted, marieke)

        assert set(Message.objects.values_list("recipient", "kind", "path")) == {
            (member.pk, "evaluations.shared", url("shared_detail", counted)) for member in (robin.member, sam.member)
        }
        assert (Evaluation.objects.get().state, Clock.objects.get().kept_at) == ("shared", AT)
        assert list(Entry.objects.values_list("verb", "actor", "reason", "numbers")) == [("evaluations.shared_back", marieke.pk, "", {})]

    def test_who_left_hears_nothing_and_an_official_who_was_asked_does(self, counted, marieke, sam, thijs):
        ParticipantFactory(evaluation=counted, member=thijs, group="officials")
        sam.member.end_date = TODAY
        sam.member.save()
        shared(counted, marieke)

        assert not Message.objects.filter(recipient=sam.member).exists()
        assert Message.objects.filter(recipient=thijs).count() == 1

    def test_it_is_shared_once_and_stays_as_it_is(self, counted, marieke, pim):
        done = shared(counted, marieke)
        for late in (
            lambda: acts.publish(counted, version=done.edits, by=pim, at=AT),
            lambda: acts.write(counted, heard="Anders.", doing="Anders.", improvements=[], version=done.edits, by=pim),
        ):
            with pytest.raises(NotPossible):
                late()

        assert (Evaluation.objects.get().heard, Message.objects.count()) == (HEARD, 2)

    def test_nothing_is_shared_before_it_is_written(self, counted, marieke):
        with pytest.raises(NotPossible):
            acts.publish(counted, version=1, by=marieke, at=AT)

        assert not Message.objects.exists()

    def test_what_a_colleague_changed_after_looking_is_not_shared(self, counted, marieke, pim):
        looked_at = written(counted, marieke).edits
        written(counted, pim)
        with pytest.raises(NotPossible):
            acts.publish(counted, version=looked_at, by=marieke, at=AT)

        assert Evaluation.objects.get().state == "closed"

    def test_two_who_write_at_once_do_not_overwrite_each_other(self, counted, marieke, pim):
        acts.write(counted, heard="Van Pim.", doing=DOING, improvements=[], version=1, by=pim)
        with pytest.raises(NotPossible):
            acts.write(counted, heard="Van Marieke.", doing=DOING, improvements=[], version=1, by=marieke)

        assert Evaluation.objects.get().heard == "Van Pim."

    def test_before_the_answers_are_counted_nobody_knows_what_was_heard(self, waterveen, marieke, survey):
        closed = EvaluationFactory(municipality=waterveen, owner=marieke, closed=True)
        for evaluation in (survey, closed):
            with pytest.raises(NotPossible):
                written(evaluation, marieke)

    def test_a_plan_needs_no_counting(self, waterveen, marieke):
        shared(EvaluationFactory(municipality=waterveen, owner=marieke, kind="plan", closed=True), marieke)

        assert Evaluation.objects.get().state == "shared"

    def test_only_who_plans_evaluations_writes_and_shares(self, counted, marieke, annemarie, thijs, joris, robin, neighbour):
        version = written(counted, marieke).edits
        for by in (annemarie, thijs, joris, robin.member, neighbour):
            with pytest.raises(PermissionDenied):
                written(counted, by)
            with pytest.raises(PermissionDenied):
                acts.publish(counted, version=version, by=by, at=AT)

    def test_of_the_improvements_the_network_hears_those_that_were_chosen(self, counted, marieke):
        chosen, other, dropped = (ImprovementFactory(evaluation=counted, what=each) for each in ("A", "B", "C"))
        Improvement.objects.filter(pk=dropped.pk).update(state="dropped", outcome="Geen geld.", ended_at=AT)
        written(counted, marieke, improvements=[other.uuid])
        written(counted, marieke, improvements=[chosen.uuid, dropped.uuid])

        assert list(Improvement.objects.filter(is_told=True)) == [chosen]

    def test_improvements_of_another_evaluation_are_never_chosen(self, waterveen, counted, marieke):
        elsewhere = ImprovementFactory(evaluation=EvaluationFactory(municipality=waterveen, kind="plan", closed=True))
        written(counted, marieke, improvements=[elsewhere.uuid])

        assert not Improvement.objects.filter(is_told=True).exists()


class TestTooFew:
    @pytest.fixture
    def few(self, waterveen, marieke, robin):
        return counted_round(waterveen, marieke, asked=[robin.member], answered=None)

    def test_everybody_still_hears_what_is_done_and_that_too_few_answered(self, client, few, marieke, robin):
        version = acts.write(few, doing="Wij vragen het in juni nog eens.", improvements=[], version=1, by=marieke).edits
        acts.publish(few, version=version, by=marieke, at=AT)

        assert Message.objects.filter(recipient=robin.member).count() == 1
        page = log_in(client, robin.member).get(url("shared_detail", few)).content.decode()
        assert "Te weinig mensen antwoordden" in page
        assert "Wij vragen het in juni nog eens." in page

    def test_what_was_heard_is_not_asked_and_what_was_forged_is_not_shown(self, client, few, marieke, robin):
        page = log_in(client, marieke).get(url("sharing_write", few)).content.decode()
        assert 'name="heard"' not in page

        client.post(url("sharing_write", few), {"version": "1", "doing": DOING, "heard": HEARD})
        Evaluation.objects.update(heard=HEARD, edits=2)
        client.post(url("sharing_publish", few), {"version": "2"})
        assert HEARD not in log_in(client, robin.member).get(url("shared_detail", few)).content.decode()

    def test_a_round_that_nobody_was_asked_in_is_shared_with_nobody(self, waterveen, marieke):
        shared(counted_round(waterveen, marieke, answered=None), marieke)

        assert not Message.objects.exists()


class TestWhenDoIHear:
    def test_while_she_can_answer_she_reads_how_long_it_takes_after_the_last_day(self, client, survey, robin):
        ParticipantFactory(evaluation=survey, member=robin.member)
        page = log_in(client, robin.member).get(url("shared_detail", survey)).content.decode()

        assert "Binnen 15 werkdagen na dinsdag 23\N{NO-BREAK SPACE}juni" in page
        assert survey.title in client.get(LIST).content.decode()

    def test_after_closing_she_reads_by_which_day(self, client, counted, robin):
        page = log_in(client, robin.member).get(url("shared_detail", counted)).content.decode()

        assert "Uiterlijk dinsdag 23\N{NO-BREAK SPACE}juni staat hier wat wij hoorden" in page

    def test_when_we_are_late_the_page_says_so_first_and_who_takes_care_of_it(self, client, counted, robin, time_machine):
        time_machine.move_to(AT + 30 * DAYS, tick=False)
        page = log_in(client, robin.member).get(url("shared_detail", counted)).content.decode()

        assert "Wij zijn te laat" in page
        assert "Marieke zorgt ervoor." in page

    def test_what_is_not_shared_yet_is_read_by_nobody_who_was_not_asked(self, client, waterveen, counted, marieke, thijs, joris):
        written(counted, marieke)
        other = KeyFigureFactory(municipality=waterveen)
        for member in (other.member, thijs, joris):
            assert log_in(client, member).get(url("shared_detail", counted)).status_code == 404
            assert counted.title not in client.get(LIST).content.decode()

    def test_who_was_asked_reads_no_word_of_it_before_it_is_shared(self, client, counted, marieke, robin):
        written(counted, marieke)

        assert HEARD not in log_in(client, robin.member).get(url("shared_detail", counted)).content.decode()


class TestReading:
    def test_who_was_asked_and_later_every_key_figure_reads_it(self, client, waterveen, counted, marieke, robin, thijs):
        improvement = ImprovementFactory(evaluation=counted, what="Terugbellen binnen een week.", owner=thijs)
        ImprovementFactory(evaluation=counted, what="Niet gekozen.")
        shared(counted, marieke, improvements=[improvement.uuid])
        later = KeyFigureFactory(municipality=waterveen)
        for member in (robin.member, later.member, thijs):
            page = log_in(client, member).get(url("shared_detail", counted)).content.decode()
            told = page.split("<main")[1]
            for words in ("12 van de 20 sleutelfiguren gaven antwoord.", HEARD, DOING, "Terugbellen binnen een week.", "Uiterlijk zaterdag 8\N{NO-BREAK SPACE}augustus"):
                assert words in told
            assert "Niet gekozen." not in told
            assert "Thijs" not in told
            assert counted.title in client.get(LIST).content.decode()

    def test_nobody_else_does(self, client, waterveen, counted, marieke, neighbour, joris, esther):
        shared(counted, marieke)
        interested = KeyFigureFactory(municipality=waterveen, interested=True)
        GuestFactory(evaluation=counted, member=esther)
        for member in (interested.member, neighbour, joris, esther):
            assert log_in(client, member).get(url("shared_detail", counted)).status_code == 404
            for name in ("sharing_write", "sharing_look"):
                assert client.get(url(name, counted)).status_code == 404

    def test_what_becomes_of_an_improvement_stands_on_the_page_by_itself(self, client, counted, marieke, robin):
        row = ImprovementFactory(evaluation=counted, owner=marieke)
        shared(counted, marieke, improvements=[row.uuid])
        Improvement.objects.update(state="done", outcome="Sinds mei bellen wij.", ended_at=AT)

        assert "Sinds mei bellen wij." in log_in(client, robin.member).get(url("shared_detail", counted)).content.decode()

    def test_the_next_round_tells_what_became_of_what_was_told_before(self, client, waterveen, counted, marieke, robin, survey):
        rows = {name: ImprovementFactory(evaluation=counted, what=name) for name in ("Gedaan.", "Loopt nog.", "Nooit verteld.")}
        shared(counted, marieke, improvements=[rows["Gedaan."].uuid, rows["Loopt nog."].uuid])
        Improvement.objects.filter(what="Gedaan.").update(state="done", outcome="Het telefoonnummer staat op de site.", ended_at=AT + DAYS)
        ParticipantFactory(evaluation=survey, member=robin.member)

        page = log_in(client, robin.member).get(url("shared_detail", survey)).content.decode()
        assert "Wat is er geworden van wat wij eerder vertelden?" in page
        assert "Het telefoonnummer staat op de site." in page
        assert "Loopt nog." in page
        assert "Nooit verteld." not in page

    def test_what_ended_before_the_time_before_is_told_no_more(self, waterveen, marieke):
        first, second, third = (
            EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, state="shared", shared_at=AT - days * DAYS) for days in (300, 200, 100)
        )
        ended = {"is_told": True, "state": "done", "outcome": "Klaar.", "evaluation": first}
        ImprovementFactory(what="Lang klaar.", ended_at=AT - 250 * DAYS, **ended)
        ImprovementFactory(what="Daarna klaar.", ended_at=AT - 150 * DAYS, **ended)
        told = Improvement.objects.told_before(third, second)

        assert Evaluation.objects.shared_before(third) == second
        assert list(told.values_list("what", flat=True)) == ["Daarna klaar."]

    def test_a_key_figure_finds_it_behind_more(self, client, robin):
        page = log_in(client, robin.member).get(reverse("more")).content.decode()

        assert "Wat is er met onze antwoorden gedaan?" in page
        assert LIST in page

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, waterveen, marieke, robin, number, django_assert_num_queries):
        for day in range(number):
            EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, state="shared", shared_at=AT - day * DAYS)
            counted_round(waterveen, marieke, asked=[robin.member])
        log_in(client, robin.member).get(LIST)

        with django_assert_num_queries(6):  # session, person with member, shared, awaited, calendar, promises
            assert client.get(LIST).content.decode().count("sf-row__title") == 2 * number

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_page_costs_the_same_with_one_and_three_improvements(self, client, waterveen, counted, marieke, robin, number, django_assert_num_queries):
        earlier = EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, state="shared", shared_at=AT - 90 * DAYS)
        ours = [ImprovementFactory(evaluation=counted) for _each in range(number)]
        for _each in range(number):
            ImprovementFactory(evaluation=earlier, is_told=True)
        shared(counted, marieke, improvements=[each.uuid for each in ours])
        log_in(client, robin.member).get(url("shared_detail", counted))

        # session, person with member, round, response, too few, improvements, the time before, what became of it
        with django_assert_num_queries(8):
            client.get(url("shared_detail", counted))


class TestWriting:
    def test_she_writes_looks_and_shares(self, client, counted, marieke):
        row = ImprovementFactory(evaluation=counted, what="Terugbellen.")
        page = log_in(client, marieke).get(url("evaluation_detail", counted)).content.decode()
        assert url("sharing_write", counted) in page
        given = {"version": "1", "heard": HEARD, "doing": DOING, "improvements": [str(row.uuid)]}
        answer = client.post(url("sharing_write", counted), given)
        assert (answer.status_code, answer.url) == (302, url("sharing_look", counted))

        page = client.get(answer.url).content.decode()
        for words in (HEARD, DOING, "Terugbellen.", "12 van de 20 sleutelfiguren"):
            assert words in page
        assert not Message.objects.exists()
        answer = client.post(url("sharing_publish", counted), {"version": "2"})
        assert (answer.status_code, answer.url) == (302, url("shared_detail", counted))
        assert client.get(url("sharing_write", counted)).url == url("shared_detail", counted)
        assert client.post(url("sharing_publish", counted), {"version": "2"}).status_code == 409

    def test_nothing_typed_is_lost_when_something_is_wrong(self, client, counted, marieke):
        answer = log_in(client, marieke).post(url("sharing_write", counted), {"version": "1", "heard": HEARD, "doing": ""})
        assert (answer.status_code, HEARD in answer.content.decode()) == (400, True)

        answer = client.post(url("sharing_write", counted), {"version": "1", "heard": HEARD, "doing": "x" * 2001})
        assert (answer.status_code, "x" * 2001 in answer.content.decode()) == (400, True)
        assert Evaluation.objects.get().heard == ""

    def test_a_name_is_asked_about_once(self, client, counted, marieke):
        given = {"version": "1", "heard": "Mevrouw Jansen wacht te lang.", "doing": DOING}
        answer = log_in(client, marieke).post(url("sharing_write", counted), given)

        assert (answer.status_code, Evaluation.objects.get().doing) == (200, "")
        assert client.post(url("sharing_write", counted), {**given, "hints_seen": "heard:person"}).status_code == 302

    def test_who_comes_second_sees_what_the_first_wrote_and_keeps_her_own(self, client, counted, marieke, pim):
        acts.write(counted, heard="Van Pim.", doing=DOING, improvements=[], version=1, by=pim)
        answer = log_in(client, marieke).post(url("sharing_write", counted), {"version": "1", "heard": "Van mij.", "doing": DOING})
        page = answer.content.decode()

        assert (answer.status_code, "Van Pim." in page, "Van mij." in page, 'name="version" value="2"' in page) == (409, True, True, True)

    def test_before_counting_the_page_says_to_wait(self, client, waterveen, marieke):
        closed = EvaluationFactory(municipality=waterveen, owner=marieke, closed=True)
        page = log_in(client, marieke).get(url("sharing_write", closed))

        assert (page.status_code, "nog niet geteld" in page.content.decode(), 'name="doing"' in page.content.decode()) == (200, True, False)

    def test_her_start_page_says_that_it_is_owed_and_leads_to_it(self, client, counted, marieke):
        page = log_in(client, marieke).get("/").content.decode()

        assert "Vertel wat je hoorde, en wat je ermee doet" in page
        assert url("sharing_write", counted) in page

    def test_who_reads_results_only_writes_nothing(self, client, counted, thijs):
        log_in(client, thijs)
        for name in ("sharing_write", "sharing_look", "sharing_publish"):
            assert client.post(url(name, counted), {"version": "1"}).status_code in {404, 405}
        page = client.get(url("evaluation_detail", counted)).content.decode()
        assert url("sharing_write", counted) not in page


@pytest.mark.django_db(transaction=True)
def test_two_who_share_at_the_same_moment_tell_everybody_once(waterveen, marieke, pim, robin):
    evaluation = counted_round(waterveen, marieke, asked=[robin.member])
    version = written(evaluation, marieke).edits

    ends = at_once(*(lambda by=by: acts.publish(evaluation, version=version, by=by, at=AT) for by in (marieke, pim)))

    assert sum(isinstance(each, NotPossible) for each in ends) == 1
    assert (Message.objects.count(), Entry.objects.count()) == (1, 1)
