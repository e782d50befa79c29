from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories.accounts import log_in
from tests.factories.evaluations import EvaluationFactory, GuestFactory
from tests.factories.keyfigures import AT, TODAY

LIST = reverse("evaluations:evaluation_list")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def titles(client, member, query=""):
    return [row.title for row in log_in(client, member).get(LIST + query).context["rows"]]


def page_of(evaluation):
    return reverse("evaluations:evaluation_detail", args=[evaluation.uuid])


class TestTheList:
    def test_what_opens_first_stands_on_top_and_what_was_held_newest_first(self, client, waterveen, marieke):
        here = {"municipality": waterveen, "owner": marieke}
        EvaluationFactory(**here, title="Volgende week")
        EvaluationFactory(**here, title="Nu open", opened=True)
        EvaluationFactory(**here, title="Vorige maand", closed=True)
        EvaluationFactory(**here, title="Vorig jaar", closed=True, opens_on=TODAY - timedelta(days=300))
        EvaluationFactory(**here, title="Ging niet door", state="cancelled", cancelled_at=AT, cancelled_because="Verkiezingen")

        assert titles(client, marieke) == ["Nu open", "Volgende week"]
        assert titles(client, marieke, "?toon=klaar") == ["Vorige maand", "Vorig jaar"]
        assert titles(client, marieke, "?toon=afgezegd") == ["Ging niet door"]

    def test_after_25_there_is_a_next_page(self, client, waterveen, marieke):
        for day in range(1, 28):
            EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, opens_on=TODAY - timedelta(days=day * 30), title=f"Ronde {day}")
        first = log_in(client, marieke).get(f"{LIST}?toon=klaar").context

        second = client.get(LIST + first["page"].next_url).context

        assert [row.title for row in first["rows"]][-1] == "Ronde 25"
        assert [row.title for row in second["rows"]] == ["Ronde 26", "Ronde 27"]

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_number_of_statements_does_not_grow(self, client, waterveen, marieke, rows, django_assert_num_queries):
        for row in range(rows):
            EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, opens_on=TODAY - timedelta(days=30 + row))
        log_in(client, marieke).get(LIST)

        with django_assert_num_queries(4):
            client.get(f"{LIST}?toon=klaar")


class TestWhoSeesIt:
    def test_who_reads_results_sees_only_what_was_closed(self, client, waterveen, marieke, thijs):
        open_one = EvaluationFactory(municipality=waterveen, owner=marieke, title="Nu open", opened=True)
        closed = EvaluationFactory(municipality=waterveen, owner=marieke, title="Vorige maand", closed=True)

        assert titles(client, thijs) == []
        assert titles(client, thijs, "?toon=klaar") == ["Vorige maand"]
        assert client.get(page_of(closed)).status_code == 200
        assert client.get(page_of(open_one)).status_code == 404

    def test_a_guest_sees_hers_until_and_including_her_last_day(self, client, waterveen, marieke, esther, time_machine):
        hers = EvaluationFactory(municipality=waterveen, owner=marieke, title="Het plan", kind="plan", opened=True)
        other = EvaluationFactory(municipality=waterveen, owner=marieke, title="Nu open", opened=True)
        GuestFactory(evaluation=hers, member=esther, until=TODAY)

        assert titles(client, esther) == ["Het plan"]
        assert client.get(page_of(other)).status_code == 404
        time_machine.move_to(AT + timedelta(days=1), tick=False)
        assert log_in(client, esther).get(page_of(hers)).status_code == 404

    def test_nobody_of_another_municipality_and_no_key_figure_does(self, client, waterveen, marieke, neighbour, robin):
        closed = EvaluationFactory(municipality=waterveen, owner=marieke, title="Vorige maand", closed=True)

        assert log_in(client, neighbour).get(page_of(closed)).status_code == 404
        assert log_in(client, robin.member).get(page_of(closed)).status_code == 404
        assert log_in(client, robin.member).get(LIST).status_code == 404

    def test_the_page_tells_how_far_it_is_and_whom_to_ask(self, client, waterveen, marieke):
        survey = EvaluationFactory(municipality=waterveen, owner=marieke, opened=True)

        page = log_in(client, marieke).get(page_of(survey)).content.decode()

        assert "Open tot en met" in page
        assert "Marieke" in page
