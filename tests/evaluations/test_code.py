"""Codes on paper, and papers that a neutral person types in."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts import sealing
from audit.models import Entry
from evaluations import codes
from evaluations.actions import code
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant, Sheet
from tests.evaluations.test_answering import fields, open_now
from tests.evaluations.test_sheet import EVERY_KIND, send, two_pages
from tests.factories.accounts import log_in
from tests.factories.evaluations import GuestFactory, ParticipantFactory, published_version
from tests.factories.keyfigures import AT


@pytest.fixture(autouse=True)
def _nothing_was_tried():
    cache.clear()


@pytest.fixture
def survey(waterveen, marieke):
    return open_now(waterveen, marieke, two_pages(waterveen, {"is_required": True}, {"kind": "open"}))


def page_of(evaluation, part="codes"):
    return f"/evaluaties/{evaluation.uuid}/{part}/"


def test_a_code_has_ten_letters_that_nobody_mixes_up():
    made = {codes.new_code() for _each in range(200)}

    assert len(made) == 200
    assert {len(each) for each in made} == {10}
    assert not set("".join(made)) & set("ILO01")
    assert codes.typed(codes.printed("ABCDEFGHJK").lower()) == "ABCDEFGHJK"


def test_codes_are_shown_once_and_only_to_who_plans(survey, marieke, thijs, annemarie, robin):
    row = ParticipantFactory(evaluation=survey)
    for other in (thijs, annemarie, robin.member):
        assert log_in(Client(), other).get(page_of(survey)).status_code == 404
        assert log_in(Client(), other).post(page_of(survey), {"people": [row.uuid]}).status_code == 404
    client = log_in(Client(), marieke)
    assert row.member.name in client.get(page_of(survey)).content.decode()

    printed = client.post(page_of(survey), {"people": [row.uuid]})

    assert printed.status_code == 200
    assert "no-store" in printed["Cache-Control"]
    (slip,) = printed.context["slips"]
    assert slip.code in printed.content.decode()
    assert slip.code not in client.get(page_of(survey)).content.decode()
    assert code.find(slip.code) == row
    entry = Entry.objects.get(verb="evaluations.codes_printed")
    assert (entry.actor, entry.subject, entry.numbers) == (marieke, survey.uuid, {"rows": 1})


def test_the_page_is_the_same_whoever_answered(survey, marieke):
    rows = [ParticipantFactory(evaluation=survey) for _each in range(3)]
    client = log_in(Client(), marieke)

    def page():
        told = client.get(page_of(survey)).content.decode()
        return told[told.index("<h1"):told.index("<h1") + 100], [row.member.name in told for row in rows], len(told)

    before = page()
    send(rows[0], "1", "Ja.", at=timezone.now())

    assert page() == before


@pytest.mark.parametrize("people", [[], ["x"], ["11111111-1111-4111-8111-111111111111"]])
def test_who_is_not_asked_gets_no_code(survey, marieke, people):
    page = log_in(Client(), marieke).post(page_of(survey), {"people": people})

    assert page.status_code == 400
    assert not Participant.objects.exclude(code_digest="").exists()


def test_no_codes_for_what_is_closed(survey, marieke):
    row = ParticipantFactory(evaluation=survey)
    Evaluation.objects.filter(pk=survey.pk).update(state="closed", closed_at=AT)

    page = log_in(Client(), marieke).post(page_of(survey), {"people": [row.uuid]})

    assert page.status_code == 409
    assert "Codes afdrukken kan zolang" in page.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_many_statements_for_one_and_three_people(survey, marieke, number, django_assert_num_queries):
    for _each in range(number):
        ParticipantFactory(evaluation=survey)
    client = log_in(Client(), marieke)
    client.get(page_of(survey))

    with django_assert_num_queries(4):
        client.get(page_of(survey))


def coded(survey, marieke):
    row = ParticipantFactory(evaluation=survey)
    ((_row, made),) = code.print_for(survey, by=marieke, at=AT, people=[row])
    return row, made


def test_a_neutral_person_types_in_a_paper_and_sees_no_name(survey, marieke, esther):
    GuestFactory(evaluation=survey, member=esther, part="paper", until=timezone.localdate())
    row, made = coded(survey, marieke)
    client = log_in(Client(), esther)
    assert page_of(survey, "papier") in client.get(f"/evaluaties/{survey.uuid}/").content.decode()
    assert row.member.name not in client.get(page_of(survey, "papier")).content.decode()

    sent = client.post(page_of(survey, "papier"), {"code": made, **fields(survey, "3", "Te laat.")})

    assert sent.url == f"{page_of(survey, 'papier')}?binnen"
    page = client.get(sent.url).content.decode()
    assert "Dit papier is binnen" in page
    assert row.member.name not in page
    assert sealing.plain(Sheet.objects.get()).strip() == '[["3"], ["Te laat."]]'
    row.refresh_from_db()
    assert row.has_answered is True


def test_what_was_left_open_on_paper_stays_open(survey, marieke, joris):
    GuestFactory(evaluation=survey, member=joris, part="paper", until=timezone.localdate())
    _row, made = coded(survey, marieke)

    log_in(Client(), joris).post(page_of(survey, "papier"), {"code": made, **fields(survey, "", "Te laat.")})

    assert sealing.plain(Sheet.objects.get()).strip() == '[[], ["Te laat."]]'


def test_the_same_paper_twice_is_refused_and_nothing_typed_is_lost(survey, marieke, esther):
    GuestFactory(evaluation=survey, member=esther, part="paper", until=timezone.localdate())
    _row, made = coded(survey, marieke)
    client = log_in(Client(), esther)
    client.post(page_of(survey, "papier"), {"code": made, **fields(survey, "3", "Een.")})

    page = client.post(page_of(survey, "papier"), {"code": made, **fields(survey, "5", "Twee.")})

    assert page.status_code == 409
    assert "Er is al geantwoord" in page.content.decode()
    assert "Twee." in page.content.decode()
    assert Sheet.objects.count() == 1


@pytest.mark.parametrize("typed", ["", "ABCDEFGHJK", "nee"])
def test_a_code_that_is_none_is_refused_beside_the_field_and_nothing_typed_is_lost(survey, esther, typed):
    GuestFactory(evaluation=survey, member=esther, part="paper", until=timezone.localdate())

    page = log_in(Client(), esther).post(page_of(survey, "papier"), {"code": typed, **fields(survey, "3", "Te laat.")})

    assert page.status_code == 400
    assert "id_code_error" in page.content.decode()
    assert "Te laat." in page.content.decode()
    assert not Sheet.objects.exists()


def test_a_code_of_another_evaluation_is_not_known_here(survey, marieke, esther, waterveen):
    GuestFactory(evaluation=survey, member=esther, part="paper", until=timezone.localdate())
    other = open_now(waterveen, marieke, published_version(waterveen), kind="process")
    _row, made = coded(other, marieke)

    page = log_in(Client(), esther).post(page_of(survey, "papier"), {"code": made, **fields(survey, "3")})

    assert page.status_code == 400
    assert not Sheet.objects.exists()


def test_without_this_part_or_after_its_last_day_there_is_no_such_page(survey, esther, joris, marieke, robin):
    GuestFactory(evaluation=survey, member=esther, part="paper", until=timezone.localdate() - timedelta(days=1))
    GuestFactory(evaluation=survey, member=joris, part="evaluator", until=timezone.localdate())

    for member in (esther, joris, marieke, robin.member):
        client = log_in(Client(), member)
        assert client.get(page_of(survey, "papier")).status_code == 404
        assert client.post(page_of(survey, "papier"), {}).status_code == 404


def test_every_kind_of_question_can_be_typed_in(waterveen, marieke, esther):
    evaluation = open_now(waterveen, marieke, published_version(waterveen, *EVERY_KIND))
    GuestFactory(evaluation=evaluation, member=esther, part="paper", until=timezone.localdate())
    _row, made = coded(evaluation, marieke)

    log_in(Client(), esther).post(page_of(evaluation, "papier"), {"code": made, **fields(evaluation, "x", "0", "Ja.", "b", ["c", "d"])})

    assert sealing.plain(Sheet.objects.get()).strip() == '[["x"], ["0"], ["Ja."], ["b"], ["c", "d"]]'
