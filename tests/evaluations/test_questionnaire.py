from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction

from audit.models import Entry
from evaluations.actions import NotPossible
from evaluations.actions import question as questions
from evaluations.actions import questionnaire as lists
from evaluations.actions import section as sections
from evaluations.actions import version as versions
from evaluations.actions.drafts import ChangedMeanwhile, NoDraft
from evaluations.models.questionnaire import Question, Questionnaire, Section, Version
from evaluations.order import moved
from evaluations.shipped import GUIDE, LISTS, MIRROR, PLAN, SURVEY
from evaluations.versions import pages_of
from tests.factories.evaluations import QuestionFactory, SectionFactory, VersionFactory
from tests.factories.keyfigures import AT

NO_NEW_WORDS = {"words": {"nl": "Ik voel mij gehoord."}, "help": {}}


@pytest.fixture
def draft(waterveen):
    """Two sections: a choice and a question on the scale, then one more."""
    version = VersionFactory(questionnaire__municipality=waterveen)
    first, second = SectionFactory(version=version, title={"nl": "Eerst"}), SectionFactory(version=version, title={"nl": "Daarna"})
    QuestionFactory(section=first, kind="one", words={"nl": "Hoe?"}, choices=[{"code": "a", "words": {"nl": "Bellen"}}, {"code": "b", "words": {"nl": "Mailen"}}])
    QuestionFactory(section=first, words={"nl": "Ik voel mij gehoord."})
    QuestionFactory(section=second, words={"nl": "Ik weet mijn rol."})
    return version


def told(version):
    return [[item.words for item in page.items] for page in pages_of(Version.objects.get(pk=version.pk))]


def fresh(version):
    return Version.objects.get(pk=version.pk)


def published(draft, marieke):
    versions.publish(draft, by=marieke, at=AT, edits=draft.edits)
    return fresh(draft)


def question_of(version, words):
    return Question.objects.select_related("version").get(version=version, words__nl=words)


class TestMakingAList:
    def test_a_new_list_is_a_draft_with_a_place_to_begin(self, marieke):
        row = lists.make(by=marieke, at=AT, submission=uuid4(), title="Na de zomer", use="survey")

        version = row.versions.get()
        assert (version.number, version.published_at, version.sections.count()) == (1, None, 1)

    def test_the_same_form_twice_is_one_list(self, marieke):
        number = uuid4()
        for _time in range(2):
            lists.make(by=marieke, at=AT, submission=number, title="Na de zomer", use="survey")
        assert Questionnaire.objects.count() == 1

    def test_who_does_not_plan_evaluations_makes_none(self, thijs, esther, robin):
        for member in (thijs, esther, robin.member):
            with pytest.raises(PermissionDenied):
                lists.make(by=member, at=AT, submission=uuid4(), title="Na de zomer", use="survey")
        assert not Questionnaire.objects.exists()

    @pytest.mark.parametrize("shipped", LISTS, ids=lambda each: each.code)
    def test_each_list_of_ours_becomes_a_draft_with_all_its_questions(self, marieke, shipped):
        row = lists.take_over(shipped, by=marieke, at=AT, submission=uuid4())

        version = row.versions.get()
        assert (row.use, row.title, row.shipped) == (shipped.use, shipped.title["nl"], shipped.code)
        assert [str(each.identity) for each in version.questions.all()] == [str(each.identity) for each in shipped.questions]
        assert versions.what_is_missing(version) == ""

    def test_a_list_of_ours_is_there_once_also_after_it_was_put_away(self, marieke):
        row = lists.take_over(SURVEY, by=marieke, at=AT, submission=uuid4())
        lists.put_away(row, by=marieke, at=AT)

        assert lists.take_over(SURVEY, by=marieke, at=AT, submission=uuid4()) == row
        assert Questionnaire.objects.get().put_away_at is None

    def test_the_mirror_asks_the_same_questions_as_the_survey(self):
        shared = {each.identity for each in SURVEY.questions} & {each.identity for each in MIRROR.questions}
        words = {each.words["nl"] for each in SURVEY.questions if each.identity in shared}
        assert {"Ik weet wat de gemeente met het netwerk wil bereiken.", "Afspraken worden nagekomen.", "Het netwerk lijkt op de hele gemeente."} <= words
        assert len(shared) == 8  # five on the scale, three in own words

    def test_the_lists_of_ours_are_whole(self):
        assert [len(each.questions) for each in (SURVEY, MIRROR, PLAN, GUIDE)] == [23, 10, 27, 10]
        for shipped in LISTS:
            assert len({each.identity for each in shipped.questions}) == len(shipped.questions)
            for words in [shipped.title, *(each.title for each in shipped.sections), *(each.words for each in shipped.questions)]:
                assert set(words) == {"nl", "en"}
        assert {each.kind for each in GUIDE.questions} == {"open"}

    def test_a_copy_has_the_same_questions_and_is_a_list_of_its_own(self, marieke, draft):
        before = published(draft, marieke)
        row = lists.copy(before, by=marieke, at=AT, submission=uuid4(), title="Spiegel", use="mirror")

        version = row.versions.get()
        assert (row.use, version.published_at, told(version)) == ("mirror", None, told(before))
        assert set(version.questions.values_list("identity")) == set(before.questions.values_list("identity"))
        assert not set(version.questions.values_list("uuid")) & set(before.questions.values_list("uuid"))

    def test_putting_away_keeps_what_was_asked(self, marieke, draft):
        lists.put_away(draft.questionnaire, by=marieke, at=AT)
        assert not Questionnaire.objects.in_use().exists()
        lists.take_back(draft.questionnaire, by=marieke)
        assert Questionnaire.objects.in_use().get() == draft.questionnaire


class TestPublishing:
    def test_what_is_published_is_told_in_the_log_and_never_changes(self, marieke, draft):
        version = published(draft, marieke)

        assert (version.published_at, version.published_by) == (AT, marieke)
        assert Entry.objects.get(verb="evaluations.questions_published").subject == draft.questionnaire.uuid
        with pytest.raises(NoDraft):
            questions.change(question_of(version, "Hoe?"), by=marieke, edits=version.edits, words={"nl": "Anders?"}, help={})
        with pytest.raises(NoDraft):
            sections.add(version, by=marieke, edits=version.edits, title={"nl": "Meer"}, intro={})

    @pytest.mark.parametrize(
        "tamper",
        [
            lambda version: version.questions.update(words={"nl": "Iets anders."}),
            lambda version: version.questions.all().delete(),
            lambda version: version.sections.update(title={"nl": "Iets anders"}),
            lambda version: Version.objects.filter(pk=version.pk).update(languages=["en"]),
            lambda version: Version.objects.filter(pk=version.pk).update(published_at=None),
            lambda version: QuestionFactory(section=version.sections.first()),
            lambda version: SectionFactory(version=version),
        ],
    )
    def test_postgres_refuses_every_change_of_a_published_version(self, marieke, draft, tamper):
        version = published(draft, marieke)
        with pytest.raises(ProgrammingError, match=r"stay as they are|Cannot"), transaction.atomic():
            tamper(version)

    def test_nothing_is_published_without_questions(self, marieke):
        version = lists.make(by=marieke, at=AT, submission=uuid4(), title="Leeg", use="survey").versions.get()
        with pytest.raises(NotPossible, match=r"Er staat nog geen vraag in."):
            versions.publish(version, by=marieke, at=AT, edits=version.edits)

    def test_nothing_is_published_with_an_empty_part(self, marieke, draft):
        SectionFactory(version=draft, title={"nl": "Leeg deel"})
        with pytest.raises(NotPossible, match="Leeg deel"):
            versions.publish(draft, by=marieke, at=AT, edits=draft.edits)
        assert fresh(draft).published_at is None


class TestANewVersion:
    def test_it_has_the_same_questions_with_their_identities(self, marieke, draft):
        version = published(draft, marieke)
        again = versions.begin(draft.questionnaire, by=marieke, at=AT)

        assert (again.number, told(again)) == (2, told(version))
        assert list(again.questions.values_list("identity", flat=True)) == list(version.questions.values_list("identity", flat=True))

    def test_who_begins_twice_gets_the_same_draft(self, marieke, pim, draft):
        published(draft, marieke)
        assert versions.begin(draft.questionnaire, by=marieke, at=AT) == versions.begin(draft.questionnaire, by=pim, at=AT)
        with pytest.raises(IntegrityError), transaction.atomic():
            VersionFactory(questionnaire=draft.questionnaire, number=3)

    def test_a_better_word_keeps_the_question_and_another_question_begins_anew(self, marieke, draft):
        published(draft, marieke)
        again = versions.begin(draft.questionnaire, by=marieke, at=AT)
        better, other = question_of(again, "Ik voel mij gehoord."), question_of(again, "Ik weet mijn rol.")

        questions.change(better, by=marieke, edits=1, words={"nl": "Ik voel mij echt gehoord."}, help={})
        questions.change(other, by=marieke, edits=2, words={"nl": "Ik krijg hulp."}, help={}, is_another=True)

        assert question_of(again, "Ik voel mij echt gehoord.").identity == better.identity
        assert question_of(again, "Ik krijg hulp.").identity != other.identity

    def test_a_draft_can_be_thrown_away_and_the_published_one_stays(self, marieke, draft):
        version = published(draft, marieke)
        again = versions.begin(draft.questionnaire, by=marieke, at=AT)

        versions.drop(again, by=marieke, edits=1)

        assert list(draft.questionnaire.versions.all()) == [version]
        assert version.questions.count() == 3

    def test_the_only_version_cannot_be_thrown_away(self, marieke, draft):
        with pytest.raises(NotPossible, match="enige versie"):
            versions.drop(draft, by=marieke, edits=1)
        assert fresh(draft) == draft

    def test_the_published_one_cannot_be_thrown_away(self, marieke, draft):
        with pytest.raises(NoDraft):
            versions.drop(published(draft, marieke), by=marieke, edits=2)

    def test_only_languages_that_we_know_are_kept(self, marieke, draft):
        versions.speak(draft, by=marieke, edits=1, languages=["tr", "en", "xx", "nl"])
        assert fresh(draft).languages == ["en", "tr"]


class TestTwoAtOnce:
    def test_who_saw_an_older_draft_changes_nothing(self, marieke, pim, draft):
        question = question_of(draft, "Ik voel mij gehoord.")
        questions.change(question, by=marieke, edits=1, words={"nl": "Van Marieke."}, help={})

        with pytest.raises(ChangedMeanwhile):
            questions.change(question, by=pim, edits=1, words={"nl": "Van Pim."}, help={})
        with pytest.raises(ChangedMeanwhile):
            questions.remove(question, by=pim, edits=1)
        with pytest.raises(ChangedMeanwhile):
            versions.publish(draft, by=pim, at=AT, edits=1)
        assert told(draft)[0] == ["Hoe?", "Van Marieke."]

    def test_what_is_gone_says_so(self, marieke, draft):
        question = question_of(draft, "Ik voel mij gehoord.")
        questions.remove(question, by=marieke, edits=1)
        with pytest.raises(questions.QuestionGone):
            questions.change(question, by=marieke, edits=2, **NO_NEW_WORDS)
        with pytest.raises(questions.QuestionGone):
            questions.move(question, by=marieke, way="up")

    def test_a_neighbour_cannot_touch_it(self, neighbour, draft):
        with pytest.raises(PermissionDenied):
            questions.remove(question_of(draft, "Hoe?"), by=neighbour, edits=1)


class TestOrder:
    def test_a_question_goes_up_and_down_and_over_to_the_next_part(self, marieke, draft):
        heard = question_of(draft, "Ik voel mij gehoord.")
        questions.move(heard, by=marieke, way="up")
        assert told(draft) == [["Ik voel mij gehoord.", "Hoe?"], ["Ik weet mijn rol."]]
        questions.move(question_of(draft, "Hoe?"), by=marieke, way="down")
        assert told(draft) == [["Ik voel mij gehoord."], ["Hoe?", "Ik weet mijn rol."]]
        questions.move(question_of(draft, "Hoe?"), by=marieke, way="up")
        assert told(draft) == [["Ik voel mij gehoord.", "Hoe?"], ["Ik weet mijn rol."]]

    def test_at_the_end_it_stays(self):
        assert moved([[1, 2], [3]], 1, "up") == [[1, 2], [3]]
        assert moved([[1, 2], [3]], 3, "down") == [[1, 2], [3]]
        assert moved([[1], []], 1, "down") == [[], [1]]

    def test_parts_change_places(self, marieke, draft):
        sections.move(draft.sections.last(), by=marieke, way="up")
        assert told(draft) == [["Ik weet mijn rol."], ["Hoe?", "Ik voel mij gehoord."]]

    def test_a_part_goes_only_when_it_is_empty(self, marieke, draft):
        with pytest.raises(NotPossible, match=r"Er staan vragen in dit deel."):
            sections.remove(draft.sections.first(), by=marieke, edits=1)
        empty = sections.add(draft, by=marieke, edits=1, title={"nl": "Leeg"}, intro={})
        sections.remove(empty, by=marieke, edits=2)
        assert draft.sections.count() == 2


class TestWhenItIsAsked:
    @pytest.fixture
    def looking(self, marieke, draft):
        """"My role" is asked only of who calls."""
        how, role = question_of(draft, "Hoe?"), question_of(draft, "Ik weet mijn rol.")
        questions.ask_when(role, by=marieke, edits=1, shown_if=how.identity, answers=["a"])
        return role

    def test_it_can_be_always_again(self, marieke, draft, looking):
        questions.ask_when(looking, by=marieke, edits=2, shown_if=None, answers=[])
        looking.refresh_from_db()
        assert (looking.shown_if, looking.shown_if_answers) == (None, [])

    @pytest.mark.parametrize(
        "act",
        [
            lambda by, draft, looking: questions.move(looking, by=by, way="up"),
            lambda by, draft, looking: sections.move(draft.sections.first(), by=by, way="down"),
            lambda by, draft, looking: questions.remove(question_of(draft, "Hoe?"), by=by, edits=2),
            lambda by, draft, looking: questions.change(question_of(draft, "Hoe?"), by=by, edits=2, words={"nl": "Hoe?"}, help={}, choices=[]),
            lambda by, draft, looking: questions.ask_when(looking, by=by, edits=2, shown_if=looking.identity, answers=["1"]),
        ],
    )
    def test_nothing_makes_a_question_that_is_never_asked(self, marieke, draft, looking, act):
        before = told(draft)
        with pytest.raises(NotPossible, match=r"Ik weet mijn rol."):
            act(marieke, draft, looking)
        assert told(draft) == before
        assert fresh(draft).edits == 2

    def test_it_follows_a_question_that_became_another(self, marieke, draft, looking):
        how = question_of(draft, "Hoe?")
        questions.change(how, by=marieke, edits=2, words={"nl": "Hoe dan?"}, help={}, choices=how.choices, is_another=True)
        looking.refresh_from_db()
        assert looking.shown_if == question_of(draft, "Hoe dan?").identity


def test_a_section_that_is_gone_says_so(marieke, draft):
    empty = SectionFactory(version=draft)
    Section.objects.filter(pk=empty.pk).delete()
    with pytest.raises(sections.SectionGone):
        sections.change(empty, by=marieke, edits=1, title={"nl": "X"}, intro={})
