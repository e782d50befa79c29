"""Answering without log-in: by the link of the mail, by a code on paper, or from the start page."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts import sealing, signed_links
from evaluations import links
from evaluations.actions import code
from evaluations.desk import questions_for
from evaluations.forms.answers import name_of
from evaluations.models.evaluation import Evaluation
from evaluations.models.questionnaire import Version
from evaluations.models.sheet import Participant, Sheet, SheetDraft
from tests.evaluations.test_sheet import items_of, two_pages
from tests.factories.accounts import log_in
from tests.factories.evaluations import EvaluationFactory, ParticipantFactory, published_version
from tests.factories.keyfigures import AT

LIST = {"kind": "one", "choices": [{"code": "a", "words": {"nl": "Op tijd"}}, {"code": "b", "words": {"nl": "Te laat"}}]}


@pytest.fixture(autouse=True)
def _nothing_was_tried():
    cache.clear()


@pytest.fixture
def survey(waterveen, marieke):
    """Two pages: a question on the scale; a list and own words."""
    first = published_version(waterveen)  # another list of the same municipality
    version = two_pages(waterveen, {"words": {"nl": "Ik voel mij gehoord."}}, {"kind": "open", "words": {"nl": "Waar beginnen wij mee?"}})
    assert first.pk != version.pk
    return open_now(waterveen, marieke, version)


def open_now(waterveen, marieke, version, **more):
    today = timezone.localdate()
    return EvaluationFactory(
        municipality=waterveen, owner=marieke, questions=version, opened=True, opens_on=today - timedelta(days=7), closes_on=today + timedelta(days=7),
        opened_at=timezone.now() - timedelta(days=7), **more,
    )


def page_of(evaluation, part=""):
    return f"/vragen-aan-u/{evaluation.uuid}/{part}"


def at_the_door(row, client=None):
    client = client or Client()
    assert client.get(links.answer_link(row)).url == page_of(row.evaluation)
    return client


def fields(evaluation, *answers):
    return {name_of(item.identity): answer for item, answer in zip(items_of(evaluation), answers, strict=False) if answer}


def answered(row, *answers, client=None):
    """She goes through all pages, and sends."""
    client = at_the_door(row, client)
    for number in range(1, row.evaluation.questions.sections.count() + 1):
        response = client.post(page_of(row.evaluation, f"deel/{number}/"), fields(row.evaluation, *answers))
    return client, client.post(response.url, {"version": row.evaluation.questions.uuid})


def test_a_link_is_signed_with_its_number_and_an_earlier_one_is_another(survey):
    row = ParticipantFactory(evaluation=survey)
    link = links.answer_link(row)
    assert link.startswith(f"/vragen-aan-u/link/{row.uuid}/?s=")

    row.link_number = 2

    assert links.answer_link(row) != link
    assert signed_links.is_signed(row.uuid, links.answer_link(row).split("?s=")[1], purpose=links.purpose(row))


def test_she_answers_page_by_page_looks_at_all_of_it_and_sends(survey):
    row = ParticipantFactory(evaluation=survey)
    client = at_the_door(row)
    assert "Vragen voor" in client.get(page_of(survey)).content.decode()

    first = client.get(page_of(survey, "deel/1/")).content.decode()
    assert "Ik voel mij gehoord." in first
    assert "Waar beginnen wij mee?" not in first
    assert client.post(page_of(survey, "deel/1/"), fields(survey, "4")).url == page_of(survey, "deel/2/")
    assert client.post(page_of(survey, "deel/2/"), fields(survey, "", "Met het plein.")).url == page_of(survey, "nakijken/")
    check = client.get(page_of(survey, "nakijken/")).content.decode()
    assert "Eens" in check
    assert "Met het plein." in check
    assert not Sheet.objects.exists()

    sent = client.post(page_of(survey, "nakijken/"), {"version": survey.questions.uuid})

    assert sent.url == page_of(survey, "dank/")
    assert "Dank" in client.get(sent.url).content.decode()
    row.refresh_from_db()
    assert row.has_answered is True
    assert sealing.plain(Sheet.objects.get()).strip() == '[["4"], ["Met het plein."]]'
    assert not SheetDraft.objects.exists()


def test_the_same_link_twice_says_that_it_is_done_and_changes_nothing(survey):
    row = ParticipantFactory(evaluation=survey)
    client, _sent = answered(row, "4", "Ja.")

    for browser in (client, Client()):
        at_the_door(row, browser)
        page = browser.get(page_of(survey))
        assert page.status_code == 200
        assert "De antwoorden zijn binnen" in page.content.decode()
        again = browser.post(page_of(survey, "nakijken/"), {"version": survey.questions.uuid})
        assert again.status_code == 409
        assert "Er is niets veranderd" in again.content.decode()
        assert browser.post(page_of(survey, "deel/1/"), fields(survey, "1")).status_code == 409
    assert Sheet.objects.count() == 1
    assert not SheetDraft.objects.exists()


def test_what_was_begun_is_found_again_on_the_same_device_only(survey):
    row = ParticipantFactory(evaluation=survey)
    phone = at_the_door(row)
    phone.post(page_of(survey, "deel/2/"), fields(survey, "", "Met het plein."))

    at_the_door(row, phone)
    here, elsewhere = (client.get(page_of(survey, "deel/2/")).content.decode() for client in (phone, at_the_door(row)))

    assert "Met het plein." in here
    assert "Met het plein." not in elsewhere
    assert "Ga verder" in phone.get(page_of(survey)).content.decode()


def test_two_people_on_one_device_do_not_find_each_others_answers(survey):
    one, other = ParticipantFactory(evaluation=survey), ParticipantFactory(evaluation=survey)
    tablet = at_the_door(one)
    tablet.post(page_of(survey, "deel/2/"), fields(survey, "", "Van de eerste."))

    at_the_door(other, tablet)

    assert "Van de eerste." not in tablet.get(page_of(survey, "deel/2/")).content.decode()
    tablet.post(page_of(survey, "deel/2/"), fields(survey, "", "Van de tweede."))
    at_the_door(one, tablet)
    assert "Van de eerste." in tablet.get(page_of(survey, "deel/2/")).content.decode()


def test_what_was_begun_can_be_opened_by_no_key_of_ours(survey, settings):
    row = ParticipantFactory(evaluation=survey)
    at_the_door(row).post(page_of(survey, "deel/2/"), fields(survey, "", "Met het plein."))
    kept = SheetDraft.objects.get()

    assert b"plein" not in bytes(kept.sealed)
    assert {field.name for field in SheetDraft._meta.get_fields()} == {"uuid", "evaluation", "sealed"}
    with pytest.raises(sealing.WrongKey):
        sealing.unseal(sealing.Sealed(sealing.first_key_id(), bytes(kept.sealed)), bound_to=kept.uuid.bytes.hex())


def test_what_was_begun_is_of_one_length(survey):
    for answers in (("5", "é" * 1000), ("1",)):
        client = at_the_door(ParticipantFactory(evaluation=survey))
        for number in (1, 2):
            client.post(page_of(survey, f"deel/{number}/"), fields(survey, *answers))

    assert len({len(bytes(each.sealed)) for each in SheetDraft.objects.all()}) == 1
    assert SheetDraft.objects.count() == 2


def test_fifty_thousand_signs_are_refused_beside_the_question_and_nothing_is_lost(survey):
    row, text = ParticipantFactory(evaluation=survey), "woord " * 8400
    client = at_the_door(row)
    client.post(page_of(survey, "deel/2/"), fields(survey, "", "Dit stond er."))

    page = client.post(page_of(survey, "deel/2/"), fields(survey, "", text))

    assert page.status_code == 400
    told = page.content.decode()
    assert "Maak het hoogstens 1.000 tekens" in told or "1000 tekens" in told
    assert text.strip() in told
    assert "Dit stond er." in client.get(page_of(survey, "nakijken/")).content.decode()


def test_going_back_keeps_what_was_typed(survey):
    client = at_the_door(ParticipantFactory(evaluation=survey))

    response = client.post(page_of(survey, "deel/2/"), {**fields(survey, "", "Half af"), "go": "back"})

    assert response.url == page_of(survey, "deel/1/")
    assert "Half af" in client.get(page_of(survey, "deel/2/")).content.decode()


def test_who_changes_one_answer_goes_back_to_the_whole(survey):
    client = at_the_door(ParticipantFactory(evaluation=survey))

    assert "Bewaar en kijk na" in client.get(page_of(survey, "deel/1/?wijzig")).content.decode()
    assert client.post(page_of(survey, "deel/1/"), {**fields(survey, "2"), "go": "check"}).url == page_of(survey, "nakijken/")


def test_a_page_whose_questions_are_not_asked_any_more_is_passed_over(waterveen, marieke):
    first = uuid4()
    version = two_pages(waterveen, {"identity": first}, {"kind": "open", "shown_if": first, "shown_if_answers": ["1"]}, LIST)
    row = ParticipantFactory(evaluation=open_now(waterveen, marieke, version))
    evaluation, client = row.evaluation, at_the_door(row)

    assert client.post(page_of(evaluation, "deel/1/"), fields(evaluation, "1")).url == page_of(evaluation, "deel/2/")
    client.post(page_of(evaluation, "deel/2/"), fields(evaluation, "", "Omdat."))
    assert client.post(page_of(evaluation, "deel/1/"), fields(evaluation, "5")).url == page_of(evaluation, "deel/3/")

    assert client.get(page_of(evaluation, "deel/2/")).url == page_of(evaluation, "deel/3/")
    assert client.get(page_of(evaluation, "deel/9/")).status_code == 404
    client.post(page_of(evaluation, "deel/3/"), fields(evaluation, "", "", "b"))
    assert "Omdat." not in client.get(page_of(evaluation, "nakijken/")).content.decode()
    client.post(page_of(evaluation, "nakijken/"), {"version": version.uuid})
    assert sealing.plain(Sheet.objects.get()).strip() == '[["5"], [], ["b"]]'


def test_what_must_be_answered_is_said_before_sending(waterveen, marieke):
    row = ParticipantFactory(evaluation=open_now(waterveen, marieke, two_pages(waterveen, {"is_required": True}, LIST)))
    evaluation, client = row.evaluation, at_the_door(row)
    assert client.post(page_of(evaluation, "deel/1/"), {}).status_code == 400
    client.post(page_of(evaluation, "deel/2/"), fields(evaluation, "", "a"))

    page = client.post(page_of(evaluation, "nakijken/"), {"version": evaluation.questions.uuid})

    assert page.status_code == 400
    assert "Moet nog beantwoord worden" in page.content.decode()
    assert not Sheet.objects.exists()


def test_nothing_at_all_is_not_sent(survey):
    client = at_the_door(ParticipantFactory(evaluation=survey))

    page = client.post(page_of(survey, "nakijken/"), {"version": survey.questions.uuid})

    assert page.status_code == 400
    assert "Er is nog niets beantwoord" in page.content.decode()


def test_answers_to_questions_of_another_version_are_looked_at_again(survey):
    client = at_the_door(ParticipantFactory(evaluation=survey))
    client.post(page_of(survey, "deel/1/"), fields(survey, "4"))

    page = client.post(page_of(survey, "nakijken/"), {"version": Version.objects.exclude(pk=survey.questions_id).first().uuid})

    assert page.status_code == 409
    assert "De vragen zijn veranderd" in page.content.decode()
    assert not Sheet.objects.exists()


def test_a_link_of_the_last_round_does_not_open_this_one(waterveen, marieke, survey):
    Evaluation.objects.filter(pk=survey.pk).update(state="closed", closed_at=timezone.now() - timedelta(days=3))
    old = ParticipantFactory(evaluation=survey)
    new = ParticipantFactory(evaluation=open_now(waterveen, marieke, published_version(waterveen)), member=old.member)

    client = at_the_door(old)

    assert client.get(page_of(new.evaluation)).status_code == 410
    page = client.get(page_of(survey))
    assert page.status_code == 410
    assert "De dagen om te antwoorden zijn voorbij" in page.content.decode()


def test_who_was_answering_when_it_closed_sends_within_two_hours_and_loses_nothing(survey):
    row = ParticipantFactory(evaluation=survey)
    client = at_the_door(row)
    client.post(page_of(survey, "deel/1/"), fields(survey, "4"))
    Evaluation.objects.filter(pk=survey.pk).update(state="closed", closed_at=timezone.now() - timedelta(minutes=110))

    assert "Wie bezig was, kan nog versturen" in client.get(page_of(survey)).content.decode()
    assert client.post(page_of(survey, "deel/2/"), fields(survey, "", "Nog net.")).status_code == 302
    assert client.post(page_of(survey, "nakijken/"), {"version": survey.questions.uuid}).url == page_of(survey, "dank/")


def test_of_a_cancelled_round_she_reads_that_nobody_read_it(survey):
    row = ParticipantFactory(evaluation=survey)
    Evaluation.objects.filter(pk=survey.pk).update(state="cancelled", cancelled_at=AT)

    page = at_the_door(row).get(page_of(survey))

    assert page.status_code == 410
    assert "niemand heeft het gelezen" in page.content.decode()


@pytest.mark.parametrize("signature", ["", "x", "vals-getekend"])
def test_a_link_without_its_signature_opens_nothing(survey, signature):
    row = ParticipantFactory(evaluation=survey)

    page = Client().get(links.answer_path(row), {"s": signature})

    assert page.status_code == 410
    assert row.member.name not in page.content.decode()


def test_who_tries_signatures_is_stopped(survey):
    row, client = ParticipantFactory(evaluation=survey), Client()

    statuses = [client.get(links.answer_path(row), {"s": str(number)}).status_code for number in range(62)]

    assert statuses == [410] * 60 + [429] * 2
    assert at_the_door(row)


def test_the_link_of_one_person_does_not_open_the_pages_of_another_evaluation_or_person(survey, waterveen, marieke):
    one, other = ParticipantFactory(evaluation=survey), ParticipantFactory(evaluation=survey)

    page = Client().get(links.answer_path(other), {"s": links.answer_link(one).split("?s=")[1]})

    assert page.status_code == 410


def test_without_a_cookie_or_with_one_that_was_changed_nothing_opens(survey):
    row = ParticipantFactory(evaluation=survey)
    client = at_the_door(row)
    value = client.cookies["asked"].value
    client.cookies["asked"] = value.replace(str(row.uuid), str(uuid4()))

    for browser in (client, Client()):
        for part in ("", "deel/1/", "nakijken/", "dank/"):
            assert browser.get(page_of(survey, part)).status_code == 410


def test_this_is_not_me_stops_the_link(survey):
    row = ParticipantFactory(evaluation=survey)
    client, other = at_the_door(row), at_the_door(row)

    assert client.post(page_of(survey, "niet-ik/")).status_code == 200

    assert other.get(page_of(survey)).status_code == 410
    assert Client().get(links.answer_link(row)).status_code == 410


def test_who_logged_in_needs_no_link_and_others_have_no_such_page(survey, robin, sam, neighbour):
    ParticipantFactory(evaluation=survey, member=robin.member)
    own = f"/vragen-aan-u/mijn/{survey.uuid}/"
    client = log_in(Client(), robin.member)

    assert client.get(own).url == page_of(survey)
    assert client.get(page_of(survey)).status_code == 200
    for other in (sam.member, neighbour):
        assert log_in(Client(), other).get(own).status_code == 404
    assert Client().get(own).status_code == 302


def printed(row, by):
    ((_row, made),) = code.print_for(row.evaluation, by=by, at=AT, people=[row])
    return made


def test_a_code_on_paper_opens_the_questions_however_it_is_typed(survey, marieke):
    row = ParticipantFactory(evaluation=survey)
    made = printed(row, marieke)
    stored = Participant.objects.get(pk=row.pk).code_digest
    assert made not in stored
    assert len(stored) == 64

    for typed in (made, made.lower(), f" {made[:5]} - {made[5:]} "):
        client = Client()
        assert client.post("/vragen-aan-u/code/", {"code": typed}).url == page_of(survey)
        assert client.get(page_of(survey)).status_code == 200


def test_printing_again_replaces_the_code(survey, marieke):
    row = ParticipantFactory(evaluation=survey)
    old, new = printed(row, marieke), printed(row, marieke)

    assert Client().post("/vragen-aan-u/code/", {"code": old}).status_code == 400
    assert Client().post("/vragen-aan-u/code/", {"code": new}).status_code == 302


@pytest.mark.parametrize("typed", ["", "ABC", "ABCDEFGHIJ", "ABCDE FGHJK1", "é" * 10, "A" * 5000])
def test_what_is_no_code_is_refused_beside_the_field(survey, typed):
    page = Client().post("/vragen-aan-u/code/", {"code": typed})

    assert page.status_code == 400
    assert "id_code_error" in page.content.decode()


def test_who_tries_codes_is_stopped_also_with_a_right_one(survey, marieke):
    row, client = ParticipantFactory(evaluation=survey), Client()
    made = printed(row, marieke)
    assert client.post("/vragen-aan-u/code/", {"code": made}).status_code == 302  # right ones are not counted

    statuses = [client.post("/vragen-aan-u/code/", {"code": "ABCDEFGHJK"}).status_code for _each in range(32)]

    assert statuses == [400] * 30 + [429] * 2
    page = client.post("/vragen-aan-u/code/", {"code": made})
    assert page.status_code == 429
    assert "Probeer het over een uur opnieuw" in page.content.decode()


def test_a_language_of_the_list_is_chosen_on_the_first_page(waterveen, marieke):
    version = published_version(waterveen, {"words": {"nl": "Ik voel mij gehoord.", "ar": "أشعر"}})
    other = two_pages(waterveen, {"words": {"nl": "Ik voel mij gehoord.", "ar": "أشعر أنني مسموع"}}, languages=["ar"])
    row = ParticipantFactory(evaluation=open_now(waterveen, marieke, other))
    client = at_the_door(row)
    assert version.languages == []
    assert "العربية" in client.get(page_of(row.evaluation)).content.decode()

    assert client.get(page_of(row.evaluation, "?taal=ar")).url == page_of(row.evaluation)

    page = client.get(page_of(row.evaluation, "deel/1/")).content.decode()
    assert "أشعر أنني مسموع" in page
    assert 'dir="rtl"' in page
    client.get(page_of(row.evaluation, "?taal=klingon"))
    assert "Ik voel mij gehoord." in client.get(page_of(row.evaluation, "deel/1/")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_statements_for_one_and_three_questions(waterveen, marieke, number, django_assert_num_queries):
    row = ParticipantFactory(evaluation=open_now(waterveen, marieke, published_version(waterveen, *[{}] * number)))
    client = at_the_door(row)
    with django_assert_num_queries(4):  # who she is; the questions, which never change and are read once: version, sections, questions
        client.get(page_of(row.evaluation, "deel/1/"))

    with django_assert_num_queries(1):
        client.get(page_of(row.evaluation, "deel/1/"))


def test_no_address_of_the_questions_names_who_answers(survey):
    row = ParticipantFactory(evaluation=survey)
    client, sent = answered(row, "4", "Ja.")

    assert str(row.uuid) not in sent.url
    assert set(client.cookies) <= {"asked", "begun", "csrftoken"}  # no session


def test_her_start_page_offers_the_questions_until_she_answered_and_to_nobody_else(survey, robin, sam):
    row = ParticipantFactory(evaluation=survey, member=robin.member)
    own, client = f"/vragen-aan-u/mijn/{survey.uuid}/", log_in(Client(), robin.member)

    page = client.get("/").content.decode()

    assert own in page
    assert "Vragen aan u, tot en met" in page
    assert survey.title not in page
    assert own not in log_in(Client(), sam.member).get("/").content.decode()
    answered(row, "4", client=client)
    assert own not in client.get("/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_start_page_asks_one_statement_for_one_and_three_evaluations(waterveen, marieke, robin, number, django_assert_num_queries):
    for kind in ("survey", "process", "plan")[:number]:
        ParticipantFactory(evaluation=open_now(waterveen, marieke, published_version(waterveen), kind=kind), member=robin.member)

    with django_assert_num_queries(1):
        assert len(questions_for(robin.member, at=AT)) == number
