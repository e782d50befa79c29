"""Figures of the network for reports: counted at the end of a quarter, told as the pages tell them or wider."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators import measuring, registry
from indicators.registry import NOTHING_YET, TOO_FEW, Figure, Line, Period
from keyfigures import deadlines, indicators
from keyfigures.actions import mix
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import StageStep
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import (
    AgreementTemplateFactory,
    AskFactory,
    CourseFactory,
    EnrolmentFactory,
    HelpRequestFactory,
    KeyFigureFactory,
    RecognitionFactory,
)

MARCH = date(2026, 3, 31)
YEAR = Period.year_until(MARCH)
IN_MARCH = datetime(2026, 3, 10, 12, tzinfo=UTC)
LATER = Period.year_until(date(2026, 9, 30))


def people(municipality, count, **told):
    official = MembershipFactory(municipality=municipality, coordinator=True)
    return KeyFigureFactory.create_batch(count, municipality=municipality, contact_person=official, **told)


def percent(value):
    return Figure(value=Decimal(value), is_rounded=True)


def spoken(figure, official, *, on=MARCH, occasion="quiet"):
    return ContactMoment.objects.create(
        municipality=figure.municipality, key_figure=figure, logged_by=official, logged_at=IN_MARCH, on=on, how="call", occasion=occasion, topic="help",
    )


def promise(owner, kind, *, due_at=IN_MARCH, kept_at=None, **more):
    given = {"promised_at": due_at - timedelta(days=21), "working_days": 15, "subject": uuid4(), **more}
    return Clock.objects.create(municipality=owner.municipality, kind=kind, owner=owner, due_at=due_at, kept_at=kept_at, **given)


# ── what the page of the mix tells ──────────────────────────────────────────


@pytest.fixture
def counted(waterveen):
    """30 people, counted in March."""
    people(waterveen, 10, known_before=False, profile_types=["doer"], network_roles=["prevent"])
    people(waterveen, 14, known_before=True, profile_types=["connector"], network_roles=["think_along"])
    people(waterveen, 6, profile_types=["critical_thinker"])
    return mix.freeze(waterveen, at=IN_MARCH, lot=Random(7))


def test_the_numbers_are_those_of_the_page_of_the_mix(waterveen, counted):
    shown = counted.figures

    assert indicators.active(waterveen, YEAR) == percent(30)
    assert indicators.joined(waterveen, YEAR) == percent(shown["joined"])
    assert indicators.left(waterveen, YEAR) == Figure(value=Decimal(0))
    assert indicators.profile_types(waterveen, YEAR).value == sum(bool(number) for _kind, number in dict(shown["traits"])["type"])


def test_shares_of_the_mix_are_of_the_numbers_that_it_tells(waterveen, counted):
    known = dict(dict(counted.figures["traits"])["known"])

    assert (known["new"], known["known"]) == (5, 10)
    assert indicators.new_people(waterveen, YEAR) == Figure(value=Decimal("33.3"), part=5, of=15, is_rounded=True)
    assert indicators.roles_chosen(waterveen, YEAR) == Figure(value=Decimal("66.7"), part=20, of=30, is_rounded=True)


def test_a_count_of_a_later_day_does_not_change_an_older_figure(waterveen, counted):
    for figure in people(waterveen, 20):
        StageStep.objects.create(key_figure=figure, from_stage="agreement", to_stage="active", by=figure.member, at=IN_MARCH + timedelta(days=60))
    assert mix.freeze(waterveen, at=IN_MARCH + timedelta(days=90)) is not None

    assert indicators.active(waterveen, YEAR) == percent(30)
    assert indicators.active(waterveen, LATER) == percent(50)


def test_before_anybody_was_counted_there_is_nothing(waterveen, counted):
    before = Period.year_until(date(2025, 12, 31))

    assert indicators.active(waterveen, before) == NOTHING_YET
    assert indicators.roles_chosen(waterveen, before) == NOTHING_YET


def test_a_count_from_before_roles_were_counted_is_too_few(waterveen, counted):
    del counted.figures["with_role"]
    counted.save()

    assert indicators.roles_chosen(waterveen, YEAR) == TOO_FEW


def test_whom_the_network_misses_in_the_words_of_the_page(waterveen, counted):
    lines = registry.lines_named("keyfigures.mix").tell(waterveen, Period.year_until(date(2026, 6, 9)))

    assert Line(title="Vertegen\N{SOFT HYPHEN}woordigers", text="Er is niemand.") in lines


# ── shares of who is active ─────────────────────────────────────────────────


@pytest.mark.parametrize(("part", "shown"), [(0, 0), (5, 0), (6, 30), (10, 30), (11, 55), (15, 55), (16, 80), (20, 80)])
def test_of_twenty_people_none_and_nearly_none_and_all_and_nearly_all_read_alike(waterveen, marieke, part, shown):
    for figure in people(waterveen, 20)[:part]:
        spoken(figure, marieke)

    assert indicators.contact(waterveen, YEAR) == percent(shown)


def test_of_nineteen_people_no_share_is_told(waterveen):
    people(waterveen, 19)

    assert indicators.agreements(waterveen, YEAR) == TOO_FEW


def test_only_quiet_contact_in_the_last_eight_weeks_counts_and_only_of_this_municipality(waterveen, oeverland, marieke):
    figures = people(waterveen, 20)
    for figure in figures:
        spoken(figure, marieke, occasion="incident")
        spoken(figure, marieke, on=MARCH - timedelta(days=56))
        spoken(figure, marieke, on=MARCH + timedelta(days=1))
    for figure in people(oeverland, 20):
        spoken(figure, figure.contact_person)

    assert indicators.contact(waterveen, YEAR) == percent(0)

    for figure in figures:
        spoken(figure, marieke, on=MARCH - timedelta(days=55))
    assert indicators.contact(waterveen, YEAR) == percent(80)


def test_who_began_or_stopped_since_is_counted_as_she_was_then(waterveen):
    stopped = people(waterveen, 20)
    for figure in stopped:
        StageStep.objects.create(key_figure=figure, from_stage="active", to_stage="paused", by=figure.member, at=IN_MARCH + timedelta(days=60))
        type(figure).objects.filter(pk=figure.pk).update(stage="paused")
    people(waterveen, 30, joined_on=date(2026, 5, 1), stage_since=date(2026, 5, 1), agreement__holds_from=date(2026, 5, 1))

    assert indicators.agreements(waterveen, YEAR) == percent(80)


def test_an_agreement_that_should_have_been_looked_at_again_does_not_count(waterveen, marieke):
    figures = people(waterveen, 20, agreement__review_on=date(2026, 3, 30))
    assert indicators.agreements(waterveen, YEAR) == percent(0)

    for figure in figures:
        figure.agreements.update(review_on=date(2027, 3, 30))
    assert indicators.agreements(waterveen, YEAR) == percent(80)

    for figure in figures:  # it was looked at only in May
        promise(marieke, deadlines.REVIEW_AGREEMENT, subject=figure.agreements.get().uuid, kept_at=IN_MARCH + timedelta(days=60))
    assert indicators.agreements(waterveen, YEAR) == percent(0)


def test_trainings_of_the_year_and_thanks_of_half_a_year(waterveen):
    figures = people(waterveen, 20)
    course, cancelled = CourseFactory(municipality=waterveen, starts_at=IN_MARCH), CourseFactory(municipality=waterveen, starts_at=IN_MARCH, cancelled_at=IN_MARCH)
    for place, figure in enumerate(figures):
        EnrolmentFactory(key_figure=figure, course=course, state="attended" if place < 12 else "absent")
        EnrolmentFactory(key_figure=figure, course=cancelled, state="attended")
        RecognitionFactory(key_figure=figure, given_at=IN_MARCH if place < 7 else datetime(2025, 9, 1, tzinfo=UTC))

    assert indicators.training(waterveen, YEAR) == percent(55)
    assert indicators.thanked(waterveen, YEAR) == percent(30)


# ── what was done ───────────────────────────────────────────────────────────


def test_quiet_contacts_beside_those_because_of_an_incident(waterveen, marieke):
    figures = people(waterveen, 5)
    for figure in figures:
        for _each in range(7):
            spoken(figure, marieke)
        spoken(figure, marieke, occasion="incident")
    spoken(figures[0], marieke, on=date(2024, 1, 1))

    assert indicators.quiet(waterveen, YEAR) == percent(75)  # 35 of 40; five to nine others read alike


def test_contacts_with_fewer_than_five_people_are_not_told(waterveen, marieke):
    for _each in range(40):
        spoken(people(waterveen, 1)[0] if _each < 4 else ContactMoment.objects.first().key_figure, marieke)

    assert indicators.quiet(waterveen, YEAR) == TOO_FEW


def test_giving_and_asking_are_the_sums_of_their_page(waterveen):
    for figure in people(waterveen, 8):
        AskFactory(key_figure=figure, asked_at=IN_MARCH)
        AskFactory(key_figure=figure, asked_at=IN_MARCH)
        HelpRequestFactory(key_figure=figure, done=True, closed_at=IN_MARCH)

    assert indicators.given(waterveen, YEAR) == Figure(value=Decimal("25.0"), part=5, of=20, is_rounded=True)


def test_giving_to_fewer_than_five_people_is_not_told(waterveen):
    for place, figure in enumerate(people(waterveen, 8)):
        AskFactory(key_figure=figure, asked_at=IN_MARCH)
        if place < 4:
            HelpRequestFactory(key_figure=figure, done=True, closed_at=IN_MARCH)

    assert indicators.given(waterveen, YEAR) == TOO_FEW


@pytest.mark.parametrize(("late", "shown"), [(0, 100), (1, 90), (3, 75), (12, 0)])
def test_help_promises_kept_in_time_in_fives(waterveen, marieke, late, shown):
    for place in range(12):
        promise(marieke, deadlines.HELP_OUTCOME, kept_at=IN_MARCH + timedelta(days=1) if place < late else IN_MARCH)

    assert indicators.help_in_time(waterveen, YEAR) == percent(shown)


def test_of_nine_help_promises_nothing_is_told_and_neither_of_none(waterveen, marieke):
    assert indicators.help_in_time(waterveen, YEAR) == TOO_FEW

    for _each in range(9):
        promise(marieke, deadlines.HELP_OUTCOME, kept_at=IN_MARCH)
    assert indicators.help_in_time(waterveen, YEAR) == TOO_FEW


@pytest.mark.parametrize(("answered", "late", "figure"), [
    (0, 0, NOTHING_YET), (3, 0, TOO_FEW), (9, 0, TOO_FEW), (12, 2, TOO_FEW), (12, 0, Figure(value=Decimal("100.0"), part=10, of=10, is_rounded=True)),
    (17, 6, Figure(value=Decimal("66.7"), part=10, of=15, is_rounded=True)),
])
def test_complaints_as_their_page_tells_them(waterveen, marieke, answered, late, figure):
    for place in range(answered):
        due_at = IN_MARCH - timedelta(days=1) if place < late else IN_MARCH
        promise(marieke, deadlines.COMPLAINT, due_at=due_at, kept_at=IN_MARCH)

    assert indicators.treatment(waterveen, YEAR) == figure


def test_whether_the_text_in_use_says_what_happens_when_it_does_not_fit(waterveen):
    assert indicators.procedure(waterveen, YEAR) == NOTHING_YET

    AgreementTemplateFactory(municipality=waterveen)
    assert indicators.procedure(waterveen, YEAR).value == 1

    AgreementTemplateFactory(municipality=waterveen, version=2, reconsideration=" ", published_at=IN_MARCH)
    AgreementTemplateFactory(municipality=waterveen, version=3, published_at=IN_MARCH + timedelta(days=60))
    assert indicators.procedure(waterveen, YEAR).value == 0


@pytest.mark.parametrize("number", [1, 25])
def test_each_is_counted_in_as_many_statements_for_one_as_for_many(waterveen, marieke, number):
    for figure in people(waterveen, number):
        spoken(figure, marieke)
        AskFactory(key_figure=figure, asked_at=IN_MARCH)
        RecognitionFactory(key_figure=figure, given_at=IN_MARCH)
    mix.freeze(waterveen, at=IN_MARCH, lot=Random(7))
    taken = {}
    for each in indicators.INDICATORS:
        with CaptureQueriesContext(connection) as queries:
            measuring.measure(waterveen, YEAR, indicators=[each])
        taken[each.code.removeprefix("keyfigures.")] = len([query for query in queries if "SAVEPOINT" not in query["sql"]])

    assert taken.pop("given") == 9
    assert set(taken.values()) == {1}
