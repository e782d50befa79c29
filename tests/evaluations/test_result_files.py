"""The same on paper and in a file: nothing that the page does not tell."""

import csv
import io
from uuid import uuid4

import pytest
from django.urls import reverse

from audit.models import Entry
from tests.factories.accounts import log_in
from tests.factories.evaluations import EvaluationFactory, OpenAnswerFactory, OutcomeFactory, ResponseFactory, published_version
from tests.factories.keyfigures import AT

TRUST, SAFE, FEW, CONTACT, IDEAS = (uuid4() for _ in range(5))
LIST = (
    {"identity": TRUST, "words": {"nl": "Ik vertrouw de gemeente."}, "counts_for_trust": True},
    {"identity": SAFE, "words": {"nl": "Ik voel mij veilig."}},
    {"identity": FEW, "words": {"nl": "Het plan is bekend."}},
    {"identity": CONTACT, "kind": "one", "words": {"nl": "Hoe hebben wij contact?"}, "choices": [
        {"code": "a", "words": {"nl": "Bellen"}}, {"code": "b", "words": {"nl": "=Langskomen"}},
    ]},
    {"identity": IDEAS, "kind": "open", "words": {"nl": "Wat kan beter?"}},
)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def round_(waterveen, marieke):
    evaluation = EvaluationFactory(municipality=waterveen, owner=marieke, counted=True, questions=published_version(waterveen, *LIST))
    ResponseFactory(evaluation=evaluation)
    OutcomeFactory(evaluation=evaluation, identity=TRUST)
    OutcomeFactory(evaluation=evaluation, identity=SAFE, counts={"1": 0, "4": 5, "5": 4, "2": 1, "x": 0})
    OutcomeFactory(evaluation=evaluation, identity=CONTACT, counts={"a": 4, "b": 3})
    for number in range(10):
        OpenAnswerFactory(evaluation=evaluation, identity=IDEAS, text=f"Bel terug, zegt {number}.")
    return evaluation


def file_of(client, member, evaluation, name, *kind):
    answer = log_in(client, member).get(reverse(f"evaluations:{name}", args=[evaluation.uuid, *kind]))
    assert answer.status_code == 200
    return answer


def rows_of(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def test_each_answer_is_a_row_and_a_bound_says_that_it_is_one(client, thijs, round_):
    rows = rows_of(file_of(client, thijs, round_, "result_file", "csv"))

    told = [(row["Vraag"], row["Antwoord"], row["Hoe vaak"], row["Aantal is"], row["Gemiddelde"]) for row in rows]
    assert told == [
        ("Ik vertrouw de gemeente.", "Helemaal oneens", "1", "precies", "3,8"),
        ("Ik vertrouw de gemeente.", "Oneens", "0", "precies", "3,8"),
        ("Ik vertrouw de gemeente.", "Niet eens, niet oneens", "2", "precies", "3,8"),
        ("Ik vertrouw de gemeente.", "Eens", "4", "precies", "3,8"),
        ("Ik vertrouw de gemeente.", "Helemaal eens", "3", "precies", "3,8"),
        ("Ik voel mij veilig.", "Eens", "8", "of meer", "4,5"),
        ("Het plan is bekend.", "", "", "te weinig om te tonen", ""),
        ("Hoe hebben wij contact?", "Bellen", "4", "precies", ""),
        ("Hoe hebben wij contact?", "'=Langskomen", "3", "precies", ""),
    ]
    assert {row["Wie"] for row in rows} == {"Sleutelfiguren"}
    assert b"Bel terug" not in file_of(client, thijs, round_, "result_file", "csv").content


def test_the_codebook_says_what_each_column_question_and_answer_is(client, thijs, round_):
    rows = rows_of(file_of(client, thijs, round_, "result_codebook", "csv"))
    columns = list(rows_of(file_of(client, thijs, round_, "result_file", "csv"))[0])

    assert [row["Code"] for row in rows if row["Wat"] == "Kolom"] == columns
    assert {row["Code"] for row in rows if row["Wat"] == "Vraag"} == {str(each) for each in (TRUST, SAFE, FEW, CONTACT)}
    assert ("5", str(TRUST), "Helemaal eens") in {(row["Code"], row["Hoort bij"], row["Betekenis"]) for row in rows if row["Wat"] == "Antwoord"}
    assert [row["Code"] for row in rows if row["Wat"] == "Vertrouwensindex"] == [str(TRUST)]


def test_both_are_there_as_open_document_too_and_taking_them_is_logged(client, thijs, round_):
    for name in ("result_file", "result_codebook"):
        assert file_of(client, thijs, round_, name, "ods").content.startswith(b"PK")

    assert Entry.objects.filter(verb="audit.exported", actor=thijs).count() == 2


def test_another_kind_of_file_does_not_exist(client, thijs, round_):
    assert log_in(client, thijs).get(reverse("evaluations:result_file", args=[round_.uuid, "xlsx"])).status_code == 404


def test_paper_has_the_words_the_drawings_and_no_own_words(client, marieke, round_):
    paper = file_of(client, marieke, round_, "result_pdf")

    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in paper.content  # tagged: the drawings have their words with them
