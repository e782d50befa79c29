from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from indicators import registry
from indicators.registry import NOTHING_YET, Period, number, share
from initiatives import deadlines, indicators
from initiatives.models.initiative import Initiative
from keyfigures.catalogue import Theme
from terms import clocks, promises
from terms.clocks import NewPromise
from terms.promises import PromiseKind
from tests.factories.initiatives import AT, InitiativeFactory

YEAR = Period.year_until(date(2026, 12, 31))
DAYS = timedelta(days=1)


@pytest.fixture
def begun(marieke):
    """A running one for each of these beginnings."""
    def begin(*beginnings, **other):
        given = {"owner": marieke, "answered": True, "state": "running", "question": "safety", **other}
        return [InitiativeFactory(beginning=each, **given) for each in beginnings]

    return begin


def test_the_share_from_the_community_counts_what_it_began_alone_or_together(waterveen, begun):
    begun("community", "together", "municipality", "municipality")

    assert indicators.community(waterveen, YEAR) == share(2, 4)


def test_what_got_no_yes_and_what_ended_before_the_year_is_not_counted(waterveen, marieke, begun):
    before = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
    InitiativeFactory(owner=marieke)
    InitiativeFactory(owner=marieke, answered=True, answer="not_by_us")
    begun("community", state="done", brought="Veel.", answered_at=before, filed_at=before, ended_at=before + 30 * DAYS)
    begun("municipality")

    assert indicators.community(waterveen, YEAR) == share(0, 1)


def test_an_idea_of_another_municipality_counts_there_only(waterveen, begun):
    InitiativeFactory(answered=True, themes=[Theme.values[0]])

    for measure in (indicators.community, indicators.filed, indicators.themes, indicators.answered):
        assert measure(waterveen, YEAR) == NOTHING_YET


def test_answered_in_time_counts_each_promise_of_which_the_day_is_over(waterveen, marieke, robin, monkeypatch):
    monkeypatch.setitem(promises._KINDS, deadlines.ANSWER, PromiseKind(kind=deadlines.ANSWER, label="Answer", working_days=15))
    for late in (-1, 0, 3):
        subject = uuid4()
        new = NewPromise(kind=deadlines.ANSWER, subject=subject, owner=marieke, waiter=robin.member, due_on=(AT + 10 * DAYS).date())
        clocks.start_all([new], municipality=waterveen, at=AT)
        clocks.keep(subject, at=AT + (10 + late) * DAYS, kinds=[deadlines.ANSWER])

    assert indicators.answered(waterveen, YEAR) == share(2, 3)
    assert indicators.answered(waterveen, Period.year_until(AT.date())) == NOTHING_YET


def test_filed_counts_the_ideas_of_the_year_and_says_none_only_after_the_first(waterveen, marieke):
    InitiativeFactory(owner=marieke)
    InitiativeFactory(owner=marieke, withdrawn_at=AT)
    InitiativeFactory(owner=marieke, beginning="municipality", proposer=None, question="work")

    assert indicators.filed(waterveen, YEAR) == number(2)
    assert indicators.filed(waterveen, Period.year_until(date(2028, 1, 1))) == number(0)
    assert indicators.filed(waterveen, Period.year_until(date(2026, 1, 1))) == NOTHING_YET


def test_themes_are_counted_once_and_none_is_a_number_too(waterveen, begun):
    one, other = Theme.values[:2]
    begun("community")
    begun("community", themes=[Theme.NONE])
    assert indicators.themes(waterveen, YEAR) == number(0)

    begun("community", "together", themes=[one, other])
    assert indicators.themes(waterveen, YEAR) == number(2)


def test_a_report_tells_only_what_everybody_may_read_already_in_those_words(waterveen, begun):
    begun("community", what="Van Robin")
    public = {"public_title": "Samen eten", "public_text": "Elke maand.", "is_public": True, "public_agreed_at": AT}
    begun("community", what="Zonder naam", **public)
    begun("community", **public | {"public_title": "Voetbal"}, state="done", brought="Zestig kinderen speelden mee.", ended_at=AT + DAYS)

    told = [(each.title, each.text) for each in indicators.done(waterveen, YEAR)]

    assert sorted(told) == [("Samen eten", "Elke maand."), ("Voetbal", "Zestig kinderen speelden mee.")]


def test_consent_taken_back_takes_it_out_of_the_next_report(waterveen, begun):
    public = {"public_title": "Samen eten", "public_text": "Elke maand.", "is_public": True, "public_agreed_at": AT}
    begun("community", **public)
    Initiative.objects.update(is_public=False, public_agreed_at=None)

    assert list(indicators.done(waterveen, YEAR)) == []


def test_the_sentences_are_handed_in_under_their_code():
    assert registry.lines_named("initiatives.done") is not None
