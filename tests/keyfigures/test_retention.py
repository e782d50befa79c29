"""One test per row of the table of terms: the last day on which it is there, and the first on which it is gone."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import Entry
from keyfigures import retention, tasks
from keyfigures.actions import erasing, stages
from keyfigures.models.allowance import Payment
from keyfigures.models.asking import Ask
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import KeyFigure, StageStep
from keyfigures.models.help import HelpMessage, HelpRequest
from keyfigures.models.learning import Course, Enrolment
from keyfigures.models.recognition import Recognition
from keyfigures.models.reconsideration import Reconsideration, SealedStatement
from keyfigures.models.rights import DataRequest
from keyfigures.models.settings import NetworkSettings
from keyfigures.models.ties import PersonalTie
from keyfigures.models.treatment import Complaint
from notifications.models import Message
from terms.models import Clock
from tests.factories.keyfigures import AT, AgreementFactory, AreaFactory, KeyFigureFactory, NetworkSettingsFactory
from tests.factories.own_data import seal

ENDED = date(2026, 6, 9)
ENDED_AT = datetime(2026, 6, 9, 8, tzinfo=UTC)


def here(figure):
    return {"municipality": figure.municipality, "key_figure": figure}


def a_contact(figure):
    return ContactMoment.objects.create(
        **here(figure), official=figure.contact_person, logged_by=figure.contact_person, logged_at=ENDED_AT, on=ENDED, how="call", occasion="quiet", topic="help",
    )


def a_course(figure):
    course = Course.objects.create(
        municipality=figure.municipality, title="-", about="-", place="-", starts_at=ENDED_AT - timedelta(hours=1), ends_at=ENDED_AT, places=1,
        sign_up_until=ENDED, offered_by=figure.contact_person, offered_at=ENDED_AT,
    )
    Enrolment.objects.create(municipality=figure.municipality, course=course, key_figure=figure, state="attended", signed_up_at=ENDED_AT, changed_at=ENDED_AT)
    return course


def a_help_request(figure):
    request = HelpRequest.objects.create(
        **here(figure), owner=figure.contact_person, submission=uuid4(), category="place", text="-", state="done", outcome="helped", asked_at=ENDED_AT,
        closed_at=ENDED_AT,
    )
    HelpMessage.objects.create(request=request, author=figure.contact_person, text="-", at=ENDED_AT)
    return request


def an_ask(figure):
    return Ask.objects.create(
        **here(figure), asked_by=figure.contact_person, kind="mediate", text="-", state="declined", asked_at=ENDED_AT - timedelta(days=9), answered_at=ENDED_AT,
    )


def a_recognition(figure):
    return Recognition.objects.create(**here(figure), kind="thanks", text="-", given_by=figure.contact_person, given_at=ENDED_AT)


def a_tie(figure):
    return PersonalTie.objects.create(**here(figure), official=figure.contact_person, at=ENDED_AT - timedelta(days=9), ended_at=ENDED_AT)


def a_complaint(figure):
    row = Complaint.objects.create(**here(figure), handler=figure.contact_person, submission=uuid4(), state="withdrawn", at=ENDED_AT, ended_at=ENDED_AT)
    seal(row.uuid, "complaint", "-", author=figure.member)
    return row


def a_data_request(figure):
    return DataRequest.objects.create(
        municipality=figure.municipality, member=figure.member, right="stop", handler=figure.contact_person, at=ENDED_AT, decision="done", answered_at=ENDED_AT,
    )


def an_agreement(figure):
    return AgreementFactory(key_figure=figure, version=2, in_preparation=True, replaced_at=ENDED_AT)


def noon(day):
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "make, last",
    [
        (a_contact, date(2028, 6, 7)),
        (a_course, date(2028, 6, 7)),
        (a_help_request, date(2028, 6, 7)),
        (an_ask, date(2028, 6, 7)),
        (a_recognition, date(2028, 6, 7)),
        (a_tie, date(2027, 6, 8)),
        (a_complaint, date(2027, 6, 8)),
        (a_data_request, date(2027, 6, 8)),
        (an_agreement, date(2031, 6, 7)),
    ],
)
def test_what_is_kept_is_there_on_its_last_day_and_gone_on_the_next(robin, make, last):
    row = make(robin)

    erasing.erase_expired(at=noon(last))
    assert type(row).objects.filter(pk=row.pk).exists()
    erasing.erase_expired(at=noon(last + timedelta(days=1)))
    assert not type(row).objects.filter(pk=row.pk).exists()


def test_what_hangs_on_a_row_goes_with_it(robin):
    a_help_request(robin), a_course(robin), a_complaint(robin)

    erasing.erase_expired(at=noon(date(2028, 6, 8)))

    assert not any(model.objects.exists() for model in (HelpMessage, Enrolment, SealedStatement))


def test_a_reconsideration_goes_a_year_after_its_outcome_with_all_its_texts(robin, pim, annemarie):
    procedure = Reconsideration.objects.create(
        **here(robin), raised_by=robin.contact_person, raised_at=ENDED_AT, heard_at=ENDED_AT, state="decided", outcome="go_on", first_decider=pim,
        second_decider=annemarie, decided_at=ENDED_AT,
    )
    seal(procedure.uuid, "reason", "-", author=pim)

    erasing.erase_expired(at=noon(date(2027, 6, 9)))

    assert not Reconsideration.objects.exists()
    assert not SealedStatement.objects.exists()


def test_an_allowance_is_kept_seven_full_years_after_its_own(robin):
    Payment.objects.create(**here(robin), month=date(2026, 12, 1), hours=1, amount=1, proposed_by=robin.contact_person, proposed_at=ENDED_AT)

    erasing.erase_expired(at=noon(date(2033, 12, 31)))
    assert Payment.objects.exists()
    erasing.erase_expired(at=noon(date(2034, 1, 1)))
    assert not Payment.objects.exists()


@pytest.fixture
def stopped(waterveen, marieke):
    """A key figure who stopped on 9 June, with everything she told."""
    figure = KeyFigureFactory(
        municipality=waterveen, contact_person=marieke, ended=True, ended_on=ENDED, member__user__name="Noor", own_words="mijn netwerk", good_times="avond",
        not_times="ochtend", profile_types=["doer"], offered_languages=["taal"], age_band="27_44", areas=[AreaFactory(municipality=waterveen)],
    )
    StageStep.objects.create(key_figure=figure, to_stage="ended", by=marieke, at=ENDED_AT)
    return figure


def test_a_year_after_the_end_nothing_leads_from_a_profile_to_a_person_and_the_figures_stay(stopped, marieke):
    stages.promise_contact(stopped, at=AT)

    erasing.erase_expired(at=noon(date(2027, 6, 8)))
    assert KeyFigure.objects.get().member is not None
    erasing.erase_expired(at=noon(date(2027, 6, 9)))

    left = KeyFigure.objects.get()
    assert (left.member_id, left.contact_person_id, left.own_words, left.good_times, left.age_band, left.profile_types) == (None, None, "", "", "", [])
    assert (left.stage, left.joined_on, left.ended_on, left.end_reason) == ("ended", date(2026, 1, 12), ENDED, "time")
    assert not left.areas.exists()
    assert left.uuid != stopped.uuid
    assert list(StageStep.objects.values_list("to_stage", "by")) == [("ended", None)]
    assert not KeyFigure.objects.visible_to(marieke).exists()


def test_what_was_promised_about_what_is_gone_points_at_nothing(robin, marieke):
    row = a_contact(robin)
    clock = Clock.objects.create(
        municipality=robin.municipality, kind="keyfigures.next_step", subject=row.uuid, owner=marieke, waiter=robin.member, promised_at=ENDED_AT, working_days=1,
        due_at=ENDED_AT + timedelta(days=1), kept_at=ENDED_AT,
    )

    erasing.erase_expired(at=noon(date(2028, 6, 8)))

    clock.refresh_from_db()
    assert clock.waiter is None
    assert clock.subject != row.uuid


def test_a_municipality_can_keep_it_shorter_and_another_does_not_notice(robin, oeverland):
    other = KeyFigureFactory(municipality=oeverland, contact_person__municipality=oeverland)
    NetworkSettingsFactory(municipality=robin.municipality, keep_contact_days=100)
    a_contact(robin), a_contact(other)

    erasing.erase_expired(at=noon(ENDED + timedelta(days=99)))
    assert ContactMoment.objects.count() == 2
    erasing.erase_expired(at=noon(ENDED + timedelta(days=100)))

    assert [row.key_figure for row in ContactMoment.objects.all()] == [other]


@pytest.mark.parametrize("days", ["keep_profile_days", "keep_contact_days", "keep_help_days", "keep_request_days", "keep_agreement_days"])
def test_terms_go_downwards_only(waterveen, days):
    NetworkSettingsFactory(municipality=waterveen)
    longer = getattr(retention.Terms(), days) + 1

    with pytest.raises(IntegrityError), transaction.atomic():
        NetworkSettings.objects.update(**{days: longer})


def test_the_defaults_of_the_settings_are_the_terms_of_the_table(waterveen):
    settings = NetworkSettings(municipality=waterveen)

    assert {name: getattr(settings, name) for name in vars(retention.Terms())} == vars(retention.Terms())


def test_the_proof_in_the_log_is_a_number_per_municipality_and_nothing_else(robin, oeverland):
    other = KeyFigureFactory(municipality=oeverland, contact_person__municipality=oeverland)
    a_contact(robin), a_contact(robin), a_contact(other)

    erasing.erase_expired(at=noon(date(2028, 6, 8)))

    proofs = Entry.objects.filter(verb="keyfigures.erased").values_list("municipality__name", "subject_kind", "subject", "actor", "reason", "numbers")
    assert sorted(proofs, key=str) == [
        ("Oeverland", "keyfigures.contactmoment", None, None, "", {"rows": 1}),
        ("Waterveen", "keyfigures.contactmoment", None, None, "", {"rows": 2}),
    ]


def test_a_job_that_is_stopped_halfway_goes_on_where_it_was(robin, monkeypatch):
    monkeypatch.setattr(erasing, "BATCH", 2)
    for _number in range(5):
        a_contact(robin)
    batches = erasing._due(next(kind for kind in erasing.KINDS if kind.model is ContactMoment), date(2028, 6, 8))

    erasing._erase_batch(erasing.KINDS[1], next(batches), at=noon(date(2028, 6, 8)))
    assert ContactMoment.objects.count() == 3
    assert erasing.erase_expired(at=noon(date(2028, 6, 8))) == 3
    assert not ContactMoment.objects.exists()


def test_a_profile_that_is_not_ended_cannot_lose_its_member(robin, stopped):
    with pytest.raises(IntegrityError), transaction.atomic():
        KeyFigure.objects.filter(pk=robin.pk).update(member=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        KeyFigure.objects.filter(pk=stopped.pk).update(member=None, contact_person=None, anonymised_at=AT)
    connection.check_constraints()


def test_who_stopped_hears_once_three_weeks_before_her_profile_goes(stopped):
    erasing.warn_before_profile_goes(at=noon(date(2027, 5, 18)))
    assert not Message.objects.filter(kind="keyfigures.privacy").exists()
    erasing.warn_before_profile_goes(at=noon(date(2027, 5, 19)))
    erasing.warn_before_profile_goes(at=noon(date(2027, 5, 20)))

    message = Message.objects.get(kind="keyfigures.privacy")
    assert (message.address, message.path) == (stopped.member.user.email, "/mijn-gegevens/")


def test_the_privacy_officer_sees_what_goes_in_the_next_month_and_nothing_of_another_municipality(robin, oeverland):
    other = KeyFigureFactory(municipality=oeverland, contact_person__municipality=oeverland)
    a_contact(robin), a_contact(other)

    coming = [each for each in erasing.coming(robin.municipality, today=date(2028, 5, 20)) if each.count]

    assert [(each.count, each.first_on, each.days) for each in coming] == [(1, date(2028, 6, 8), 730)]


@pytest.mark.parametrize("municipalities", [1, 3])
def test_the_number_of_statements_does_not_grow_with_the_number_of_municipalities(db, django_assert_num_queries, municipalities):
    for _number in range(municipalities):
        NetworkSettingsFactory()

    with django_assert_num_queries(75):
        erasing.erase_expired(at=AT)


def test_the_clock_calls_both(stopped):
    tasks.erase_expired()
    tasks.warn_before_profile_goes()
