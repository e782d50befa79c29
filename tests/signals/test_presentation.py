"""Promises, days and people in words. Plain values in; every sentence is written by hand, in Dutch."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from audit.readings import Opening, opened_by
from signals.access import Reader
from signals.models import ConcernReport
from signals.presentation import desk, own, people, rows, texts
from signals.presentation import promises as told
from signals.reading import GivenFeedback, Note, ReportText
from terms.standing import Pause, Promise, current
from tests.factories.accounts import MembershipFactory
from ui.phrases import Words, names, number, number_within

WORDS = Words(date(2026, 6, 9))  # a Tuesday
AT = datetime(2026, 6, 9, 8, tzinfo=UTC)
DAY = "woensdag 24\u00a0juni"


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


def promise(**fields):
    return Promise(**{"kind": told.FIRST, "state": "run", "due_date": date(2026, 6, 24), "working_days": 10, **fields})


def report(**fields):
    noor = MembershipFactory.build(key_figure=True, user__name="Noor")
    ilse = MembershipFactory.build(official=True, user__name="Ilse")
    return ConcernReport(**{"reporter": noor, "contact_person": ilse, "year": 2026, "sequence": 42, "state": "contacted", "received_at": AT, **fields})


class TestWords:
    def test_a_day_has_its_weekday_and_a_year_only_when_it_is_another(self):
        assert WORDS.day(date(2026, 6, 24)) == DAY
        assert WORDS.day(date(2027, 1, 4)) == "maandag 4\u00a0januari\u00a02027"
        assert WORDS.by(date(2026, 6, 24)) == f"uiterlijk {DAY}"

    def test_a_moment_of_today_says_today(self):
        assert WORDS.moment(datetime(2026, 6, 9, 7, 5, tzinfo=UTC)) == "vandaag, 9.05\u00a0uur"
        assert WORDS.moment(datetime(2026, 5, 28, 14, 40, tzinfo=UTC)) == "donderdag 28\u00a0mei, 16.40\u00a0uur"

    @pytest.mark.parametrize(("people_named", "sentence"), [([], ""), (["Ilse"], "Ilse"), (["Ilse", "Joke"], "Ilse en Joke"), (["A", "B", "C"], "A, B en C")])
    def test_names_in_a_sentence(self, people_named, sentence):
        assert names(people_named) == sentence

    def test_small_numbers_are_words(self):
        assert [number(count) for count in (0, 1, 2, 12, 13)] == ["Geen", "Eén", "Twee", "Twaalf", "13"]
        assert [number_within(count) for count in (0, 1, 2, 13)] == ["geen", "één", "twee", "13"]


class TestCurrent:
    def test_late_before_today_before_later_and_paused_last(self):
        late = promise(state="late", due_date=date(2026, 6, 5))
        later_late = promise(state="late", due_date=date(2026, 6, 8))
        paused = promise(state="paused", due_date=date(2026, 6, 1))
        run, kept = promise(), promise(state="kept", due_date=date(2026, 6, 1))

        assert current([run, paused, later_late, late, kept]) is late
        assert current([paused, run]) is run
        assert current([paused, kept]) is paused
        assert current([kept, promise(state="later")]) is None


class TestHero:
    def test_running_names_the_day(self):
        hero = own.hero(report(), [promise()], WORDS)

        assert hero.title == f"U hoort uiterlijk {DAY} van ons"
        assert hero.sentences == ["U hoort wat wij met uw zorg doen."]

    def test_late_has_its_four_parts(self):
        late = promise(state="late", due_date=date(2026, 6, 5), working_days_late=2, asked=["Joost", "Anne-Marie"])
        hero = own.hero(report(), [late], WORDS)

        whole = " ".join(hero.sentences)
        assert hero.title == "Wij zijn te laat"
        assert hero.is_late
        for part in ("vrijdag 5\u00a0juni", "2\u00a0werkdagen geleden", "Onze excuses", "Joost en Anne-Marie", "U hoeft niets te doen"):
            assert part in whole.replace("2 werkdagen", "2\u00a0werkdagen")

    def test_late_and_nobody_asked_yet(self):
        late = promise(state="late", due_date=date(2026, 6, 8), working_days_late=1)

        assert "collega" in own.hero(report(), [late], WORDS).sentences[1]

    def test_a_pause_says_since_when_until_when_and_what_is_left(self):
        paused = promise(state="paused", paused_since=date(2026, 6, 4), paused_until=date(2026, 6, 19), days_left=3)
        whole = " ".join(own.hero(report(), [paused], WORDS).sentences)

        assert "donderdag 4\u00a0juni" in whole
        assert "vrijdag 19\u00a0juni" in whole
        assert "3" in whole
        assert whole.startswith("Ilse ")

    def test_withdrawn_says_that_the_text_is_gone_whatever_else_is_true(self):
        hero = own.hero(report(state="withdrawn"), [promise(state="late", working_days_late=1)], WORDS)

        assert not hero.is_late
        assert hero.title == "U hebt uw melding ingetrokken"


class TestPath:
    def test_what_was_kept_late_stays_late(self):
        line = told.reporter_line(
            promise(state="kept-late", due_date=date(2026, 6, 4), kept_on=date(2026, 6, 8), working_days_late=2), contact="Ilse", words=WORDS,
        )

        assert line.ring.state == "kept-late"
        assert "2\u00a0werkdagen te laat" in line.meta.replace("2 werkdagen", "2\u00a0werkdagen")

    def test_a_pause_tells_from_which_to_which_day_it_moved(self):
        pause = Pause(
            first_day=date(2026, 6, 4), last_day=date(2026, 6, 5), working_days=1, due_before=date(2026, 6, 5), due_after=date(2026, 6, 8),
        )
        title, text = told.pause_in_words(pause, WORDS)

        assert title == "1 werkdag stil."
        for day in ("donderdag 4\u00a0juni", "vrijdag 5\u00a0juni", "maandag 8\u00a0juni"):
            assert day in text

    def test_before_the_first_answer_what_comes_after_is_told(self):
        line = told.reporter_line(promise(kind=told.NEXT, state="later", working_days=20), contact="Ilse", words=WORDS)

        assert line.what == "Daarna elke 20 werkdagen"
        assert line.ring.state == "later"


class TestDesk:
    @pytest.mark.parametrize(
        ("possible", "kind", "first"),
        [
            (["take_on", "contact", "give_feedback"], told.PERSONAL, "take_on"),
            (["contact", "give_feedback", "decide"], told.PERSONAL, "contact"),
            (["contact", "give_feedback", "decide"], told.FIRST, "give_feedback"),
            (["give_feedback", "close"], told.FINAL, "give_feedback"),
            (["close", "hand_over"], None, "close"),
            (["reopen", "decline_reopen"], None, "reopen"),
            ([], None, ""),
        ],
    )
    def test_the_step_that_the_promise_asks_for_stands_open(self, possible, kind, first):
        assert desk.first_step(possible, promise(kind=kind) if kind else None) == first

    def test_the_title_is_the_answer(self):
        assert desk.title(report(), promise(), WORDS) == f"Noor hoort uiterlijk {DAY} van ons"
        assert desk.title(report(), promise(state="paused"), WORDS) == "Wij wachten op Noor"
        assert desk.title(report(state="closed"), None, WORDS) == "Deze melding is afgesloten"
        assert desk.title(report(state="withdrawn"), promise(), WORDS) == "Noor heeft deze melding ingetrokken"

    def test_closing_is_told_when_it_is_not_possible_yet(self):
        assert len(desk.not_yet(report(), ["contact"])) == 1
        assert desk.not_yet(report(state="decided"), ["close"]) == []
        assert desk.not_yet(report(state="withdrawn"), []) == []

    def test_every_step_has_words(self):
        for name in desk.ORDER:
            step = desk.words_of_step(name, who="Noor")
            assert step.title
            assert step.button


class TestRows:
    def test_it_says_whose_it_is(self):
        ilse = MembershipFactory.build(official=True, pk=7)
        hers = report(contact_person=ilse, seen_at=AT, changed_at=AT)
        nobodys = report(state="received", counted_from=AT, changed_at=AT)

        assert rows.work_row(hers, promise(), WORDS, reader=ilse).line.meta == "Jij bent contactpersoon."
        row = rows.work_row(nobodys, promise(), WORDS, reader=ilse)
        assert row.is_nobodys
        assert [tag.label for tag in row.tags] == ["Nieuw"]
        assert "dinsdag 9\u00a0juni" in row.line.meta

    def test_what_the_reporter_added_is_marked(self):
        row = rows.work_row(report(seen_at=AT, changed_at=datetime(2026, 6, 9, 9, tzinfo=UTC)), promise(), WORDS, reader=MembershipFactory.build(pk=7))

        assert [tag.label for tag in row.tags] == ["Nieuw bericht"]


class TestTexts:
    def test_facts_and_opinions_keep_their_mark(self):
        shown = texts.written({"saw": "Hij riep iets.", "worries": "Hij is boos.", "since": "weeks", "where": ""})

        assert [(each.answer, each.mark) for each in shown.texts] == [("Hij riep iets.", "fact"), ("Hij is boos.", "view")]
        assert [each.answer for each in shown.facts] == ["Een paar weken"]

    def test_nothing_written_is_nothing_shown(self):
        assert texts.written({}) is None

    def test_what_is_gone_says_so_in_its_place(self):
        erased = Note(author="Ilse", is_mine=False, at=AT, text=None, is_unreadable=False, purged_at=AT)
        locked = Note(author="Ilse", is_mine=True, at=AT, text=None, is_unreadable=True, purged_at=None)
        shown = texts.conversation([erased, locked], WORDS, to_reporter=True)

        assert "gewist" in shown[0].instead
        assert "dinsdag 9\u00a0juni" in shown[0].instead
        assert "kan nu niet worden gelezen" in shown[1].instead
        assert [each.who for each in shown] == ["Ilse", "U"]

    def test_an_official_stands_in_her_own_talk_under_the_form_of_address_of_a_colleague(self):
        hers = Note(author="Ilse", is_mine=True, at=AT, text="Was u er zelf bij?", is_unreadable=False, purged_at=None)

        assert [each.who for each in texts.conversation([hers], WORDS, to_reporter=False)] == ["Jij"]

    def test_the_reporter_reads_when_her_text_goes(self):
        kept = ReportText(answers={}, messages=[], notes=[], feedbacks=[], is_unreadable=False, purge_on=date(2026, 7, 7), purged_at=None)

        assert "dinsdag 7\u00a0juli" in texts.text_sentence(kept, WORDS)

    def test_the_newest_answer_on_top_with_what_she_thought_of_it(self):
        def given(day, **fields):
            values = {
                "uuid": None, "at": datetime(2026, 6, day, 8, tzinfo=UTC), "author": "Ilse", "author_is_reader": False, "sentences": [], "text": None,
                "is_unreadable": False, "purged_at": None, "is_waiting": False, "returned_reason": "", "helped": None, "in_time": None,
            }
            return GivenFeedback(**{**values, **fields})

        newest, oldest = texts.feedbacks([given(2, helped="no", in_time=False), given(8)], WORDS)
        assert (newest.rated, "maandag 8\u00a0juni" in newest.title) == ("", True)
        assert oldest.rated == "De melder zegt: het hielp niet, het was niet op tijd."
        assert texts.feedbacks([given(2, helped="yes", in_time=True)], WORDS, to_reporter=True)[0].rated == "U antwoordde: het hielp, het was op tijd."
        assert texts.feedbacks([given(8, is_waiting=True)], WORDS)[0].title == "Wacht op een collega"


class TestPeople:
    def test_who_opened_it_how_often_and_why(self):
        once = Opening(member_id=1, name="Ilse", roles=["Medewerker meldpunt"], reason="Ik ben de contactpersoon.", times=1, last_at=AT)
        often = Opening(member_id=2, name="Joost", roles=[], reason="", times=3, last_at=AT)
        first, second = opened_by([once, often], WORDS)

        assert first.who == "Ilse, Medewerker meldpunt"
        assert "Ik ben de contactpersoon." in first.what
        assert second.what.startswith("3 keer")

    def test_who_can_read_it_why_and_until_when(self):
        me = MembershipFactory.build(pk=1)
        readers = [
            Reader(member_id=1, name="Ilse", why="contact_person"),
            Reader(member_id=2, name="Joke", why="granted", until=date(2026, 6, 24), grant_id=5),
        ]
        mine, other = people.can_read(readers, WORDS, reader=me)

        assert (mine.is_me, mine.why) == (True, "contactpersoon")
        assert other.why == f"leest mee, tot en met {DAY}"


def test_who_sees_only_the_clock_reads_no_name_and_no_number():
    row = promise(state="late", due_date=date(2026, 6, 5), working_days_late=2)
    line = told.status_line(row, WORDS)

    assert line.what == "Eerste antwoord"
    assert line.due.startswith("Beloofd voor vrijdag 5\u00a0juni")
    assert line.meta == ""
