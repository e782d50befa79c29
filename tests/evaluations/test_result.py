"""What came out, on its page: words before figures, and never more than may be told."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from evaluations.models.sheet import OpenAnswer
from tests.factories.accounts import log_in
from tests.factories.evaluations import EvaluationFactory, GuestFactory, OpenAnswerFactory, OutcomeFactory, ResponseFactory, published_version
from tests.factories.keyfigures import AT, TODAY

TRUST, HEARD, IDEAS, HABIT, GRADE = (uuid4() for _ in range(5))
OURS = (
    {"identity": TRUST, "words": {"nl": "Ik vertrouw de gemeente."}, "counts_for_trust": True},
    {"identity": HEARD, "words": {"nl": "Ik voel mij gehoord."}},
    {"identity": GRADE, "kind": "ten", "words": {"nl": "Welk cijfer geeft u?"}},
    {"identity": HABIT, "kind": "several", "words": {"nl": "Hoe hebben wij contact?"}, "choices": [
        {"code": "a", "words": {"nl": "Bellen"}}, {"code": "b", "words": {"nl": "Langskomen"}},
    ]},
    {"identity": IDEAS, "kind": "open", "words": {"nl": "Wat kan beter?"}},
)
THEIRS = (
    {"identity": TRUST, "words": {"nl": "Sleutelfiguren vertrouwen ons."}, "counts_for_trust": True},
    {"identity": HEARD, "words": {"nl": "Sleutelfiguren voelen zich gehoord."}},
)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def held(waterveen, marieke, *, versions=None, **more):
    """Closed and counted; ten of fourteen key figures answered."""
    questions, mirror = versions or (published_version(waterveen, *OURS), None)
    evaluation = EvaluationFactory(municipality=waterveen, owner=marieke, counted=True, questions=questions, mirror=mirror, **more)
    ResponseFactory(evaluation=evaluation)
    return evaluation


@pytest.fixture
def both(waterveen, marieke):
    """Key figures, and six of eight officials."""
    evaluation = held(waterveen, marieke, versions=(published_version(waterveen, *OURS), published_version(waterveen, *THEIRS, use="mirror")))
    ResponseFactory(evaluation=evaluation, group="officials", asked=8, answered=6)
    OutcomeFactory(evaluation=evaluation, identity=TRUST)
    OutcomeFactory(evaluation=evaluation, identity=HEARD, counts={"1": 4, "2": 2, "3": 2, "4": 1, "5": 1, "x": 0})
    OutcomeFactory(evaluation=evaluation, identity=HEARD, group="officials", counts={"1": 0, "2": 1, "3": 2, "4": 2, "5": 1, "x": 0})
    return evaluation


def page_of(evaluation):
    return reverse("evaluations:result", args=[evaluation.uuid])


def read(client, member, evaluation):
    answer = log_in(client, member).get(page_of(evaluation))
    assert answer.status_code == 200
    return answer


def text_of(answer):
    return answer.content.decode()


class TestWhatItSays:
    def test_the_title_is_the_answer_and_words_come_before_figures(self, client, marieke, both):
        page = text_of(read(client, marieke, both))

        assert "Sleutelfiguren geven het vertrouwen een 3,8 van 5" in page
        assert "10 van de 14 sleutelfiguren gaven antwoord." in page
        assert "6 van de 8 medewerkers gaven antwoord." in page
        assert "7 van de 10 zijn het eens. Gemiddeld 3,8 van 5. 1 van de 11 wist het niet." in page

    def test_the_mirror_shows_both_and_the_largest_gap_first(self, client, marieke, both):
        OutcomeFactory(evaluation=both, identity=TRUST, group="officials", counts={"1": 1, "2": 0, "3": 2, "4": 2, "5": 1})

        gaps = read(client, marieke, both).context["page"].gaps

        assert [(gap.question, gap.words) for gap in gaps] == [
            ("Ik voel mij gehoord.", "Medewerkers zijn 1,2 positiever."), ("Ik vertrouw de gemeente.", "Sleutelfiguren zijn 0,5 positiever."),
        ]
        assert [bar.value for bar in gaps[0].bars] == ["2,3 van 5", "3,5 van 5"]

    def test_strong_and_weak_are_never_the_same_question(self, client, marieke, both):
        page = read(client, marieke, both).context["page"]

        assert [each.words for each in page.strongest] == ["Ik vertrouw de gemeente."]
        assert [each.words for each in page.weakest] == ["Ik voel mij gehoord."]

    def test_when_nearly_all_agree_it_is_told_as_a_bound(self, client, marieke, both):
        OutcomeFactory(evaluation=both, identity=GRADE, counts={"8": 9, "3": 1})
        OutcomeFactory(evaluation=both, identity=HABIT, counts={"a": 6, "b": 1}, answered=7)

        page = text_of(read(client, marieke, both))

        assert "8 of meer van de 10 geven een 8 of hoger." in page
        assert "Het vaakst: Bellen, door 5 of meer van de 7." in page
        assert "2 of minder" in page

    def test_a_question_with_too_few_answers_says_so_plainly(self, client, marieke, both):
        page = read(client, marieke, both).context["page"]

        grade = next(each for section in page.sections for each in section.questions if each.words == "Welk cijfer geeft u?")
        assert [(side.who, side.spread.words, side.spread.segments) for side in grade.sides] == [("Sleutelfiguren", "Antwoorden: te weinig om te tonen.", ())]

    def test_each_strip_has_a_title_a_description_and_a_table(self, client, marieke, both):
        page = text_of(read(client, marieke, both))

        assert f'aria-labelledby="key_figures-{TRUST}-title key_figures-{TRUST}-words"' in page
        assert f'<desc id="key_figures-{TRUST}-words">7 van de 10 zijn het eens.' in page
        assert '<th scope="row">Helemaal oneens</th><td class="sf-num">1</td>' in page


class TestTooFew:
    def test_of_a_round_with_few_answers_nothing_is_shown(self, client, waterveen, marieke):
        evaluation = EvaluationFactory(municipality=waterveen, owner=marieke, counted=True)
        ResponseFactory(evaluation=evaluation, asked=9, answered=None)

        page = text_of(read(client, marieke, evaluation))

        assert "Te weinig mensen gaven antwoord om te laten zien wat sleutelfiguren vinden" in page
        assert "Van de 9 sleutelfiguren gaven er te weinig antwoord om iets te laten zien." in page
        assert "<svg class=\"sf-svg\"" not in page

    def test_of_nobody_asked_nothing_is_shown_either(self, client, waterveen, marieke):
        evaluation = EvaluationFactory(municipality=waterveen, owner=marieke, counted=True)

        assert "Te weinig mensen gaven antwoord" in text_of(read(client, marieke, evaluation))

    def test_everybody_who_did_not_know_leaves_no_outcome(self, client, waterveen, marieke):
        evaluation = held(waterveen, marieke)

        page = read(client, marieke, evaluation)

        assert page.context["page"].trust.now is None
        assert "Daarom staat hier geen cijfer" in text_of(page)
        assert page.context["page"].title == "10 van de 14 sleutelfiguren gaven antwoord"


class TestOverRounds:
    def test_the_trend_follows_a_question_over_versions(self, client, waterveen, marieke):
        for turn, counts in enumerate([{"1": 2, "3": 4, "4": 4}, {"2": 2, "3": 4, "5": 4}, {"3": 3, "4": 4, "5": 3}]):
            version = published_version(waterveen, *OURS)
            closed = AT - timedelta(days=7 + 180 * (2 - turn))
            evaluation = held(waterveen, marieke, versions=(version, None), closed_at=closed, opens_on=TODAY - timedelta(days=600 - turn))
            OutcomeFactory(evaluation=evaluation, identity=TRUST, counts=counts)

        page = read(client, marieke, evaluation).context["page"]

        assert [column.told for column in page.trust.columns] == [("3,0",), ("3,6",), ("4,0",)]
        assert page.trust.words == "Het vertrouwen van sleutelfiguren ging van 3,0 omhoog naar 4,0."
        trust = page.sections[0].questions[0].sides[0]
        assert trust.before.startswith("Eerder gemiddeld 3,6 op")

    def test_a_round_of_others_does_not_count(self, client, waterveen, oeverland, marieke, both):
        version = published_version(oeverland, *OURS)
        elsewhere = EvaluationFactory(municipality=oeverland, counted=True, questions=version, closed_at=AT - timedelta(days=300))
        ResponseFactory(evaluation=elsewhere)
        OutcomeFactory(evaluation=elsewhere, identity=TRUST, counts={"1": 5, "5": 4})
        EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, closed_at=AT - timedelta(days=8))

        page = read(client, marieke, both).context["page"]

        assert len(page.trust.columns) == 1

    @pytest.mark.parametrize("rounds", [1, 3])
    def test_the_number_of_statements_does_not_grow(self, client, waterveen, marieke, rounds, django_assert_num_queries):
        for turn in range(rounds):
            versions = (published_version(waterveen, *OURS), published_version(waterveen, *THEIRS, use="mirror"))
            evaluation = held(waterveen, marieke, versions=versions, closed_at=AT - timedelta(days=90 * (rounds - turn)))
            OutcomeFactory(evaluation=evaluation, identity=TRUST)
            OutcomeFactory(evaluation=evaluation, identity=HEARD)
        log_in(client, marieke).get(page_of(evaluation))

        with django_assert_num_queries(11):
            client.get(page_of(evaluation))


class TestWhoReadsIt:
    @pytest.fixture
    def words(self, both):
        for number in range(10):
            OpenAnswerFactory(evaluation=both, identity=IDEAS, text=f"Bel terug, zegt {number}.")
        return both

    def test_who_plans_reads_own_words_and_who_sees_figures_does_not(self, client, marieke, thijs, annemarie, words):
        assert "Bel terug, zegt 3." in text_of(read(client, marieke, words))
        for reader in (thijs, annemarie):
            page = text_of(read(client, reader, words))
            assert "7 van de 10 zijn het eens." in page
            assert "Bel terug" not in page

    def test_who_evaluates_from_outside_reads_all_of_it_until_her_last_day(self, client, esther, words, time_machine):
        GuestFactory(evaluation=words, member=esther, until=TODAY)

        assert "Bel terug, zegt 3." in text_of(read(client, esther, words))
        time_machine.move_to(AT + timedelta(days=1), tick=False)
        assert log_in(client, esther).get(page_of(words)).status_code == 404

    @pytest.mark.parametrize("part", ["paper", "interviewer"])
    def test_another_part_in_it_gives_no_results(self, client, joris, words, part):
        GuestFactory(evaluation=words, member=joris, part=part)

        for name in ("result", "result_pdf"):
            assert log_in(client, joris).get(reverse(f"evaluations:{name}", args=[words.uuid])).status_code == 404
        assert "10 van de 14" not in text_of(client.get(reverse("evaluations:evaluation_detail", args=[words.uuid])))

    def test_nobody_else_does(self, client, neighbour, robin, esther, words):
        for reader in (neighbour, robin.member, esther):
            for address in addresses(words):
                assert log_in(client, reader).get(address).status_code == 404

    def test_nine_answers_in_own_words_are_not_shown(self, client, marieke, words):
        OpenAnswer.objects.filter(text__endswith="3.").delete()

        assert "Bel terug" not in text_of(read(client, marieke, words))

    def test_before_the_answers_are_counted_there_is_no_such_page(self, client, waterveen, marieke):
        closed = EvaluationFactory(municipality=waterveen, owner=marieke, closed=True)

        assert log_in(client, marieke).get(page_of(closed)).status_code == 404
        detail = client.get(reverse("evaluations:evaluation_detail", args=[closed.uuid]))
        assert "De antwoorden worden binnen een paar uur na het sluiten geteld." in text_of(detail)

    def test_the_page_of_the_evaluation_leads_to_it(self, client, thijs, both):
        page = text_of(log_in(client, thijs).get(reverse("evaluations:evaluation_detail", args=[both.uuid])))

        assert page_of(both) in page
        assert "10 van de 14 sleutelfiguren gaven antwoord." in page


def addresses(evaluation):
    names = [("result", []), ("result_pdf", []), ("result_file", ["csv"]), ("result_codebook", ["ods"])]
    return [reverse(f"evaluations:{name}", args=[evaluation.uuid, *more]) for name, more in names]
