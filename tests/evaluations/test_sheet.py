"""Sending answers: once, in one transaction, in a sealed sheet that says nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection

from accounts import envelopes, sealing
from evaluations import sheets
from evaluations.actions import code, planning, sheet
from evaluations.models.evaluation import Evaluation
from evaluations.models.questionnaire import Version
from evaluations.models.sheet import Participant, Sheet
from evaluations.versions import pages_of
from tests.factories.evaluations import EvaluationFactory, ParticipantFactory, QuestionFactory, SectionFactory, VersionFactory, published_version
from tests.factories.keyfigures import AT
from tests.threads import at_once

GRACE = timedelta(hours=2)
EVERY_KIND = (
    {"kind": "scale"}, {"kind": "ten"}, {"kind": "open"},
    {"kind": "one", "choices": [{"code": "a", "words": {"nl": "A"}}, {"code": "b", "words": {"nl": "B"}}]},
    {"kind": "several", "choices": [{"code": "c", "words": {"nl": "C"}}, {"code": "d", "words": {"nl": "D"}}]},
)


@pytest.fixture
def wide(waterveen, marieke):
    """With a question of every kind."""
    return EvaluationFactory(municipality=waterveen, owner=marieke, questions=published_version(waterveen, *EVERY_KIND), opened=True)


def two_pages(municipality, *questions, **more):
    """A frozen version with each question on a page of its own."""
    version = VersionFactory(questionnaire__municipality=municipality, **more)
    for question in questions:
        QuestionFactory(section=SectionFactory(version=version), **question)
    Version.objects.filter(pk=version.pk).update(published_at=AT)
    return Version.objects.get(pk=version.pk)


def items_of(evaluation):
    return sheets.items_of(pages_of(evaluation.questions))


def answers_of(evaluation, *answers):
    """`answers` in the order of the questions: a text, or several codes."""
    return {
        item.identity: tuple([answer] if isinstance(answer, str) else answer)
        for item, answer in zip(items_of(evaluation), answers, strict=False) if answer
    }


def send(row, *answers, at=AT, version=None):
    version = version or row.evaluation.questions
    sheet.send(row, version_pk=version.pk, answers=answers_of(row.evaluation, *(answers or ("4", "2"))), draft=None, at=at)


def test_answers_come_in_sealed_and_only_the_mark_tells_that_she_answered(survey):
    row = ParticipantFactory(evaluation=survey)

    send(row, "4", "x")

    row.refresh_from_db()
    sent = Sheet.objects.get()
    assert row.has_answered is True
    assert (sent.evaluation, sent.group) == (survey, "key_figures")
    assert sealing.plain(sent).strip() == '[["4"], ["x"]]'


def test_sheets_of_much_and_of_little_are_of_one_length(wide):
    longest = ("5", "10", "😀\n" * 500, "a", ["c", "d"])
    for answers in (longest, ("1", "1", '"' * 1000), ("1",), ("é",)):
        send(ParticipantFactory(evaluation=wide), *answers)

    assert len({len(bytes(each.sealed)) for each in Sheet.objects.all()}) == 1


def test_what_does_not_fit_is_refused_before_it_shows():
    with pytest.raises(ValueError, match="do not fit"):
        envelopes.padded(["é" * 10], length=14)


def test_answers_lie_in_the_places_of_the_questions(wide):
    items = items_of(wide)

    content = sheets.in_order({items[1].identity: ("10",), items[4].identity: ("d",), wide.uuid: ("1",)}, items)

    assert content == [[], ["10"], [], [], ["d"]]
    assert [given for _item, given in sheets.given_to(items, [content])] == [[], [["10"]], [], [], [["d"]]]


def test_what_is_not_asked_of_who_answers_like_this_is_not_kept(waterveen, marieke):
    first = uuid4()
    version = two_pages(waterveen, {"identity": first}, {"kind": "open", "shown_if": first, "shown_if_answers": ["1", "2"]})
    evaluation = EvaluationFactory(municipality=waterveen, owner=marieke, questions=version, opened=True)

    send(ParticipantFactory(evaluation=evaluation), "5", "Dit is niet gevraagd.")

    assert sealing.plain(Sheet.objects.get()).strip() == '[["5"], []]'


def test_the_second_time_nothing_is_changed(survey):
    row = ParticipantFactory(evaluation=survey)
    send(row)

    with pytest.raises(sheet.Over, match="al geantwoord"):
        send(row, "1", "1")

    assert Sheet.objects.count() == 1


@pytest.mark.parametrize("state", ["planned", "shared", "cancelled"])
def test_nobody_answers_what_is_not_open(waterveen, marieke, state):
    more = {"planned": {}, "shared": {"closed": True, "state": "shared", "shared_at": AT}, "cancelled": {"opened": True, "state": "cancelled", "cancelled_at": AT}}[state]
    row = ParticipantFactory(evaluation=EvaluationFactory(municipality=waterveen, owner=marieke, **more))

    with pytest.raises(sheet.Over):
        send(row)

    row.refresh_from_db()
    assert row.has_answered is False
    assert not Sheet.objects.exists()


def test_who_was_answering_when_it_closed_can_still_send_for_two_hours(waterveen, marieke):
    evaluation = EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, closed_at=AT)
    in_time, late = ParticipantFactory(evaluation=evaluation), ParticipantFactory(evaluation=evaluation)

    send(in_time, at=AT + GRACE - timedelta(seconds=1))
    with pytest.raises(sheet.Over, match="laatste dag"):
        send(late, at=AT + GRACE)

    assert Sheet.objects.count() == 1


def test_nobody_sends_to_what_is_counted_already(waterveen, marieke):
    row = ParticipantFactory(evaluation=EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, closed_at=AT, counted_at=AT))

    with pytest.raises(sheet.Over):
        send(row, at=AT)


def test_answers_to_another_version_are_not_sent(survey, waterveen):
    row, other = ParticipantFactory(evaluation=survey), published_version(waterveen)

    with pytest.raises(sheet.OtherQuestions):
        send(row, version=other)

    row.refresh_from_db()
    assert row.has_answered is False


def test_officials_answer_the_mirror_and_not_the_questions_to_key_figures(survey, waterveen, annemarie):
    row = ParticipantFactory(evaluation=survey, member=annemarie, group="officials")

    with pytest.raises(sheet.OtherQuestions):
        send(row)


def test_the_questions_of_an_evaluation_stay_once_it_is_open(survey, waterveen):
    other = published_version(waterveen)

    with pytest.raises(ProgrammingError, match="Cannot update"):
        Evaluation.objects.filter(pk=survey.pk).update(questions=other)


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_send_at_once_make_one_sheet(survey):
    row = ParticipantFactory(evaluation=survey)

    results = at_once(lambda: send(row, "1", "1"), lambda: send(row, "5", "5"))

    assert sorted(type(each).__name__ for each in results) == ["NoneType", "Over"]
    assert Sheet.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_when_it_breaks_between_the_mark_and_the_sheet_nothing_is_written(survey):
    row = ParticipantFactory(evaluation=survey)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE evaluations_sheet ADD CONSTRAINT broken CHECK (false) NOT VALID")
    try:
        with pytest.raises(Exception, match="broken"):
            send(row)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE evaluations_sheet DROP CONSTRAINT broken")

    row.refresh_from_db()
    assert row.has_answered is False
    send(row)
    assert Sheet.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_each_hour_all_sheets_are_sealed_anew_and_together(survey):
    for number in range(6):
        send(ParticipantFactory(evaluation=survey), str(number % 5 + 1), "x")
    before = {(each.pk, bytes(each.sealed)) for each in Sheet.objects.all()}
    told = sorted(sealing.plain(each) for each in Sheet.objects.all())

    sheet.shuffle_all(at=AT)

    after = {(each.pk, bytes(each.sealed)) for each in Sheet.objects.all()}
    assert not {pk for pk, _sealed in before} & {pk for pk, _sealed in after}
    assert not {sealed for _pk, sealed in before} & {sealed for _pk, sealed in after}
    assert sorted(sealing.plain(each) for each in Sheet.objects.all()) == told
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM evaluations_sheet")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
def test_sealing_anew_while_somebody_sends_loses_no_sheet(survey):
    rows = [ParticipantFactory(evaluation=survey) for _each in range(4)]
    send(rows[0])

    results = at_once(*[lambda row=row: send(row) for row in rows[1:]], lambda: sheet.shuffle_all(at=AT))

    assert [each for each in results if each is not None] == []
    assert Sheet.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_cancelling_or_printing_codes_while_people_send_holds_nobody_up_and_leaves_no_sheet(survey, marieke):
    rows = [ParticipantFactory(evaluation=survey) for _each in range(4)]

    printed = at_once(*[lambda row=row: send(row) for row in rows[:2]], lambda: code.print_for(survey, by=marieke, at=AT, people=rows))
    cancelled = at_once(*[lambda row=row: send(row) for row in rows[2:]], lambda: planning.cancel(survey, by=marieke, at=AT, because="Te vroeg."))

    assert [type(each) for each in printed] == [type(None), type(None), list]
    assert {type(each) for each in cancelled} <= {type(None), sheet.Over, Evaluation}
    assert not Sheet.objects.exists()


def test_sealing_anew_leaves_what_waits_to_be_counted(waterveen, marieke):
    evaluation = EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, closed_at=AT)
    send(ParticipantFactory(evaluation=evaluation))
    before = Sheet.objects.get().pk

    sheet.shuffle_all(at=AT + GRACE)

    assert Sheet.objects.get().pk == before


def test_no_table_for_answers_leads_to_a_person_or_holds_a_moment():
    from evaluations.models.sheet import OpenAnswer, Outcome, Response, SheetDraft

    for model in (Sheet, SheetDraft, Response, Outcome, OpenAnswer):
        related = {field.related_model._meta.label for field in model._meta.get_fields() if field.is_relation}
        assert related <= {"accounts.Municipality", "evaluations.Evaluation"}
        assert not [field for field in model._meta.get_fields() if "Date" in type(field).__name__ or "Time" in type(field).__name__]
    for model in (Sheet, SheetDraft, OpenAnswer):
        assert model._meta.pk.db_type(connection) == "uuid"
    assert not [field for field in Participant._meta.get_fields() if field.is_relation and field.related_model in {Sheet, SheetDraft}]
