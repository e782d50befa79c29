from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from audit.models import Entry
from evaluations.actions import NotPossible
from evaluations.actions import interview as acts
from evaluations.models.evaluation import Evaluation
from evaluations.models.interview import InterviewTheme
from evaluations.presentation import interview as words_of
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.evaluations import EvaluationFactory, GuestFactory
from tests.factories.keyfigures import AT, TODAY

DAYS = timedelta(days=1)
THEME, TEXT = "Terugbellen", "Mensen horen te laat iets terug."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def talks(survey, joris):
    """Joris holds talks around the survey until next month."""
    GuestFactory(evaluation=survey, member=joris, part="interviewer", until=TODAY + 30 * DAYS)
    return survey


def added(evaluation, by, **other):
    return acts.add(evaluation, by=by, **({"theme": THEME, "text": TEXT, "submission": uuid4(), "at": AT} | other))


def url(name, row):
    return reverse(f"evaluations:{name}", args=[row.uuid])


class TestWriting:
    def test_somebody_neutral_who_was_asked_writes_changes_and_takes_away(self, talks, joris):
        row = added(talks, joris)
        acts.change(row, theme="Bellen", text=TEXT, version=1, by=joris, at=AT)
        assert InterviewTheme.objects.get().theme == "Bellen"

        acts.remove(row, by=joris, at=AT)
        assert not InterviewTheme.objects.exists()

    def test_nobody_else_does_and_never_who_plans_the_evaluation(self, waterveen, talks, joris, marieke, esther, thijs, robin, neighbour):
        row = added(talks, joris)
        GuestFactory(evaluation=talks, member=marieke, part="interviewer")
        GuestFactory(evaluation=talks, member=esther, part="evaluator")
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)
        for by in (marieke, esther, other_chair, thijs, robin.member, neighbour):
            for act in (
                lambda by=by: added(talks, by),
                lambda by=by: acts.change(row, theme="x", text="x", version=1, by=by, at=AT),
                lambda by=by: acts.remove(row, by=by, at=AT),
            ):
                with pytest.raises(PermissionDenied):
                    act()

    def test_after_her_last_day_she_writes_nothing(self, talks, joris):
        added(talks, joris, at=AT + 30 * DAYS)
        with pytest.raises(PermissionDenied):
            added(talks, joris, at=AT + 31 * DAYS)

    def test_what_is_shared_back_or_cancelled_gets_no_more_themes(self, talks, joris):
        for state in ({"state": "shared", "closed_at": AT, "shared_at": AT}, {"state": "cancelled", "cancelled_at": AT}):
            Evaluation.objects.filter(pk=talks.pk).update(**state)
            with pytest.raises(NotPossible):
                added(talks, joris)

    def test_the_same_form_twice_is_one_theme_and_a_second_writer_overwrites_nothing(self, talks, joris, esther):
        number = uuid4()
        rows = [added(talks, joris, submission=number) for _each in range(2)]
        assert rows[0] == rows[1]
        GuestFactory(evaluation=talks, member=esther, part="interviewer")
        acts.change(rows[0], theme="Van Esther", text=TEXT, version=1, by=esther, at=AT)
        with pytest.raises(NotPossible):
            acts.change(rows[0], theme="Van Joris", text=TEXT, version=1, by=joris, at=AT)
        acts.remove(rows[0], by=esther, at=AT)
        with pytest.raises(NotPossible):
            acts.remove(rows[0], by=joris, at=AT)

    def test_the_log_says_nothing_of_talks(self, talks, joris):
        added(talks, joris)

        assert not Entry.objects.exists()


class TestReading:
    def test_while_talks_are_held_only_who_holds_them_reads_themes(self, client, talks, joris, marieke):
        added(talks, joris)
        assert THEME in log_in(client, joris).get(url("evaluation_detail", talks)).content.decode()
        assert THEME not in log_in(client, marieke).get(url("evaluation_detail", talks)).content.decode()

    def test_after_closing_who_reads_results_does_and_never_who_wrote_it(self, client, talks, joris, marieke, thijs):
        added(talks, joris)
        Evaluation.objects.update(state="closed", closed_at=AT)
        for member in (marieke, thijs):
            page = log_in(client, member).get(url("evaluation_detail", talks)).content.decode()
            themes = page.split('id="themes"')[1].split("</section>")[0]
            assert (TEXT in themes, "Joris" in themes) == (True, False)

    def test_an_evaluator_without_talks_and_others_find_none(self, client, talks, joris, esther, robin, neighbour, marieke):
        row = added(talks, joris)
        Evaluation.objects.update(state="closed", closed_at=AT)
        GuestFactory(evaluation=talks, member=esther, part="evaluator")
        assert TEXT not in log_in(client, esther).get(url("evaluation_detail", talks)).content.decode()
        for member in (esther, robin.member, neighbour, marieke):
            log_in(client, member)
            assert client.get(url("theme_new", talks)).status_code == 404
            assert client.get(url("theme_change", row)).status_code == 404
            assert client.post(url("theme_remove", row)).status_code == 404

    def test_themes_stand_in_the_order_of_the_alphabet(self, talks, joris):
        for theme in ("Vertrouwen", "Bellen"):
            added(talks, joris, theme=theme)

        assert list(InterviewTheme.objects.of_evaluation(talks).values_list("theme", flat=True)) == ["Bellen", "Vertrouwen"]

    @pytest.mark.parametrize("number", [1, 3])
    def test_its_part_of_the_page_costs_the_same_with_one_and_three_themes(self, talks, joris, number, django_assert_num_queries):
        for _each in range(number):
            added(talks, joris)

        with django_assert_num_queries(2):  # her part, themes
            assert len(words_of.section(talks, reader=joris, at=AT).themes) == number


class TestPages:
    def test_she_writes_changes_and_takes_away(self, client, talks, joris):
        log_in(client, joris)
        assert client.post(url("theme_new", talks), {"theme": THEME, "text": ""}).status_code == 400
        assert client.post(url("theme_new", talks), {"theme": THEME, "text": TEXT}).url == url("evaluation_detail", talks)
        row = InterviewTheme.objects.get()
        given = {"theme": "Bellen", "text": TEXT, "version": "1"}
        assert client.post(url("theme_change", row), given).status_code == 302
        late = client.post(url("theme_change", row), {**given, "theme": "Nog eens"})
        assert (late.status_code, "Nog eens" in late.content.decode()) == (409, True)
        assert client.post(url("theme_remove", row)).status_code == 302
        assert client.get(url("theme_change", row)).status_code == 404

    def test_a_name_is_asked_about_once(self, client, talks, joris):
        given = {"theme": THEME, "text": "Volgens mevrouw Jansen duurt het te lang."}
        answer = log_in(client, joris).post(url("theme_new", talks), given)
        assert (answer.status_code, "Laat namen weg" in answer.content.decode()) == (200, True)

        assert client.post(url("theme_new", talks), {**given, "hints_seen": "text:person"}).status_code == 302

    def test_of_another_evaluation_she_has_no_part_in(self, client, waterveen, talks, joris):
        other = EvaluationFactory(municipality=waterveen, kind="plan", opened=True)

        assert log_in(client, joris).get(url("theme_new", other)).status_code == 404
