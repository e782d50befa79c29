import json
from uuid import uuid4

import pytest
from django.urls import reverse

from evaluations.actions import question as question_actions
from evaluations.actions import version as version_actions
from evaluations.forms.answers import name_of
from evaluations.models.questionnaire import Question, Questionnaire, Section, Version
from evaluations.shipped import LISTS
from tests.factories.accounts import log_in
from tests.factories.evaluations import QuestionFactory, QuestionnaireFactory, SectionFactory, VersionFactory, published_version
from tests.factories.keyfigures import AT

LIST, NEW = reverse("evaluations:questionnaire_list"), reverse("evaluations:questionnaire_new")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def draft(waterveen):
    """A choice on the first page, and one question on the second."""
    version = VersionFactory(questionnaire__municipality=waterveen, questionnaire__title="Na de zomer")
    first, second = SectionFactory(version=version, title={"nl": "Eerst"}), SectionFactory(version=version, title={"nl": "Daarna"})
    QuestionFactory(
        section=first, kind="one", words={"nl": "Was u erbij?"}, choices=[{"code": "a", "words": {"nl": "Ja"}}, {"code": "b", "words": {"nl": "Nee"}}],
    )
    QuestionFactory(section=second, words={"nl": "Ik voel mij gehoord."})
    return version


def at(name, row):
    return reverse(f"evaluations:{name}", args=[row if isinstance(row, str) else row.uuid])


def text(answer):
    return answer.content.decode()


def question_of(version, words):
    return Question.objects.get(version=version, words__nl=words)


def posted(version, **values):
    return {"edits": str(version.edits), "list_of": str(version.questionnaire.uuid), **values}


class TestTheList:
    def test_it_shows_lists_of_the_municipality_and_ours_that_were_not_taken_over(self, client, marieke, waterveen, oeverland, draft):
        published_version(waterveen)
        QuestionnaireFactory(municipality=waterveen, title="Onze spiegel", shipped="mirror", use="mirror")
        QuestionnaireFactory(municipality=oeverland, title="Van de buren")

        page = text(log_in(client, marieke).get(LIST))

        assert "Na de zomer" in page
        assert "Een concept: je kunt het nog niet vragen." in page
        assert "Versie 1, vastgesteld op" in page
        assert "Van de buren" not in page
        assert "Vragen aan sleutelfiguren" in page
        assert "Dezelfde vragen aan medewerkers" in page  # the use of what was taken over
        assert reverse("evaluations:shipped_detail", args=["mirror"]) not in page

    @pytest.mark.parametrize("rows", [1, 3])
    def test_its_statements_do_not_grow_with_the_lists(self, client, marieke, waterveen, django_assert_num_queries, rows):
        for _number in range(rows):
            published_version(waterveen)
        log_in(client, marieke)
        with django_assert_num_queries(6):
            client.get(LIST)

    def test_who_only_reads_results_or_answers_has_no_such_page(self, client, thijs, esther, annemarie, robin, draft):
        for member in (thijs, esther, annemarie, robin.member):
            log_in(client, member)
            assert client.get(LIST).status_code == 404
            assert client.get(at("version_detail", draft)).status_code == 404

    def test_a_list_of_ours_is_read_and_taken_over_once(self, client, marieke):
        url = reverse("evaluations:shipped_detail", args=["guide"])
        page = text(log_in(client, marieke).get(url))
        assert "Voorstel van Sleutelfiguren" in page
        assert "Wat zou er missen als u morgen stopt?" in page

        for _time in range(2):
            answer = client.post(url, {"submission": str(uuid4())}, follow=True)
        assert Questionnaire.objects.get().shipped == "guide"
        assert "Versie 1 is een concept" in text(answer)

    def test_a_list_that_we_do_not_have_is_not_there(self, client, marieke):
        assert log_in(client, marieke).get(reverse("evaluations:shipped_detail", args=["niets"])).status_code == 404

    def test_a_new_list_leads_to_its_draft(self, client, marieke):
        answer = log_in(client, marieke).post(NEW, {"title": "Voor de herfst", "use": "survey", "submission": str(uuid4())}, follow=True)
        assert "Er staat nog geen vraag in." in text(answer)
        assert client.post(NEW, {"title": " ", "use": "survey"}).status_code == 400

    def test_a_list_is_called_otherwise_put_away_and_taken_back(self, client, marieke, draft):
        row = draft.questionnaire
        log_in(client, marieke)
        client.post(at("questionnaire_rename", row), {"title": "Voor de herfst"})
        assert client.post(at("questionnaire_rename", row), {"title": ""}).status_code == 400
        away = client.post(at("questionnaire_put_away", row), follow=True)
        assert "Deze lijst is opgeborgen" in text(away)
        assert "Voor de herfst" in text(client.get(LIST, {"toon": "weg"}))
        client.post(at("questionnaire_take_back", row))
        row.refresh_from_db()
        assert (row.title, row.put_away_at) == ("Voor de herfst", None)

    def test_a_copy_makes_a_mirror(self, client, marieke, draft):
        url = at("questionnaire_copy", draft.questionnaire)
        assert "Kopie van Na de zomer" in text(log_in(client, marieke).get(url))
        client.post(url, {"title": "Spiegel", "use": "mirror", "submission": str(uuid4())})
        copy = Version.objects.get(questionnaire__title="Spiegel")
        assert set(copy.questions.values_list("identity")) == set(draft.questions.values_list("identity"))


class TestAnotherMunicipality:
    @pytest.mark.parametrize(
        ("name", "of"),
        [
            ("questionnaire_detail", "list"), ("questionnaire_copy", "list"), ("version_detail", "version"), ("version_publish", "version"), ("version_paper", "version"),
            ("version_pdf", "version"), ("version_preview", "version"), ("version_languages", "version"), ("section_new", "version"), ("section_edit", "section"),
            ("question_new", "section"), ("question_edit", "question"), ("question_when", "question"),
        ],
    )
    def test_a_neighbour_sees_and_changes_nothing(self, client, neighbour, draft, name, of):
        rows = {"list": draft.questionnaire, "version": draft, "section": draft.sections.first(), "question": draft.questions.first()}
        log_in(client, neighbour)
        assert client.get(at(name, rows[of])).status_code == 404
        assert client.post(at(name, rows[of]), posted(draft, words_nl="Overgenomen?", title_nl="Overgenomen")).status_code in {404, 405}
        assert "Overgenomen" not in json.dumps(list(Question.objects.values_list("words__nl", flat=True)))


class TestWriting:
    @pytest.mark.parametrize("questions", [1, 3])
    def test_the_statements_of_a_draft_do_not_grow_with_its_questions(self, client, marieke, draft, django_assert_num_queries, questions):
        for _number in range(questions - 1):
            QuestionFactory(section=SectionFactory(version=draft))
        log_in(client, marieke)
        with django_assert_num_queries(8):
            client.get(at("version_detail", draft))

    def test_a_question_is_added_in_two_steps(self, client, marieke, draft):
        url = at("question_new", draft.sections.first())
        first = text(log_in(client, marieke).get(url))
        assert "?soort=several" in first
        answer = client.post(f"{url}?soort=several", posted(draft, words_nl="Hoe houdt u contact?", choice0_nl="Bellen", choice1_nl="", choice2_nl="Mailen", is_required="on"))

        assert answer.status_code == 302
        question = question_of(draft, "Hoe houdt u contact?")
        assert (question.kind, question.is_required, [each["words"] for each in question.choices]) == ("several", True, [{"nl": "Bellen"}, {"nl": "Mailen"}])
        assert len({each["code"] for each in question.choices}) == 2

    @pytest.mark.parametrize("kind", ["scale", "ten", "one", "several", "open"])
    def test_each_kind_has_its_form_and_can_be_seen_as_respondent(self, client, marieke, draft, kind):
        url = f"{at('question_new', draft.sections.first())}?soort={kind}"
        assert log_in(client, marieke).get(url).status_code == 200
        client.post(url, posted(draft, words_nl="De nieuwe vraag", choice0_nl="Een", choice1_nl="Twee"))
        assert question_of(draft, "De nieuwe vraag").kind == kind
        assert "De nieuwe vraag" in text(client.get(at("version_preview", draft)))
        assert "De nieuwe vraag" in text(client.get(at("version_paper", draft)))

    def test_an_empty_question_and_one_answer_to_choose_from_are_refused_beside_the_field(self, client, marieke, draft):
        url = f"{at('question_new', draft.sections.first())}?soort=one"
        answer = log_in(client, marieke).post(url, posted(draft, words_nl="", choice0_nl="Alleen dit"))
        assert answer.status_code == 400
        assert "Schrijf eerst een paar woorden." in text(answer)
        assert "Alleen dit" in text(answer)
        one = client.post(url, posted(draft, words_nl="Hoe?", choice0_nl="Alleen dit"))
        assert one.context["form"].errors == {"choice1_nl": ["Schrijf minstens twee antwoorden."]}

    def test_an_answer_that_is_only_there_in_another_language_is_not_lost(self, client, marieke, draft):
        Version.objects.filter(pk=draft.pk).update(languages=["en"])
        url = f"{at('question_new', draft.sections.first())}?soort=one"
        answer = log_in(client, marieke).post(url, posted(draft, words_nl="Hoe?", choice0_nl="Bellen", choice1_nl="Mailen", choice2_en="By letter"))
        assert answer.context["form"].errors == {"choice2_nl": ["Schrijf dit antwoord ook in het Nederlands."]}
        assert "By letter" in text(answer)

    def test_a_choice_keeps_its_code_when_its_words_change(self, client, marieke, draft):
        question = question_of(draft, "Was u erbij?")
        log_in(client, marieke).post(at("question_edit", question), posted(draft, words_nl="Was u erbij?", choice0_nl="Ja, helemaal", choice1_nl="Nee", choice2_nl="Half"))
        question.refresh_from_db()
        assert [(each["words"]["nl"]) for each in question.choices] == ["Ja, helemaal", "Nee", "Half"]
        assert [each["code"] for each in question.choices[:2]] == ["a", "b"]

    def test_words_in_other_languages_stand_per_language_and_survive_a_language_that_went(self, client, marieke, draft):
        log_in(client, marieke).post(at("version_languages", draft), posted(draft, languages=["tr", "ar"]))
        draft.refresh_from_db()
        question = question_of(draft, "Ik voel mij gehoord.")
        page = text(client.get(at("question_edit", question)))
        assert 'dir="rtl"' in page
        client.post(at("question_edit", question), posted(draft, words_nl="Ik voel mij gehoord.", words_tr="Dinlendiğimi hissediyorum.", words_ar="أشعر أن صوتي مسموع."))
        draft.refresh_from_db()
        client.post(at("version_languages", draft), posted(draft, languages=["tr"]))
        draft.refresh_from_db()
        client.post(at("question_edit", question), posted(draft, words_nl="Ik voel mij gehoord.", words_tr="Dinleniyorum."))
        question.refresh_from_db()
        assert question.words == {"nl": "Ik voel mij gehoord.", "tr": "Dinleniyorum.", "ar": "أشعر أن صوتي مسموع."}
        assert "Türkçe: 1 vraag staat er nog in het Nederlands." in text(client.get(at("version_detail", draft)))

    def test_a_part_is_added_changed_and_taken_away(self, client, marieke, draft):
        log_in(client, marieke).post(at("section_new", draft), posted(draft, title_nl="Nog iets", intro_nl="Bijna klaar."))
        draft.refresh_from_db()
        section = Section.objects.get(title__nl="Nog iets")
        client.post(at("section_edit", section), posted(draft, title_nl="Tot slot", intro_nl=""))
        draft.refresh_from_db()
        section.refresh_from_db()
        assert (section.title, section.intro) == ({"nl": "Tot slot"}, {})
        assert "Haal deel weg" in text(client.get(at("section_edit", section)))
        client.post(at("section_remove", section), posted(draft))
        assert not Section.objects.filter(pk=section.pk).exists()

    def test_a_part_with_questions_stays_and_the_page_says_why(self, client, marieke, draft):
        answer = log_in(client, marieke).post(at("section_remove", draft.sections.first()), posted(draft))
        assert answer.status_code == 409
        assert "Er staan vragen in dit deel." in text(answer)

    def test_the_order_goes_by_buttons(self, client, marieke, draft):
        question = question_of(draft, "Ik voel mij gehoord.")
        page = text(log_in(client, marieke).get(at("version_detail", draft)))
        assert page.count('value="up"') == 2  # the second part, and its question
        client.post(at("question_order", question), {"way": "up"})
        client.post(at("section_order", draft.sections.last()), {"way": "up"})
        assert client.post(at("question_order", question), {"way": "sideways"}).status_code == 404
        question.refresh_from_db()
        assert question.section.title == {"nl": "Eerst"}
        assert draft.sections.first().title == {"nl": "Daarna"}

    def test_it_is_told_of_whom_a_question_is_asked(self, client, marieke, draft):
        first, second = question_of(draft, "Was u erbij?"), question_of(draft, "Ik voel mij gehoord.")
        url = at("question_when", second)
        assert f"?vraag={first.identity}" in text(log_in(client, marieke).get(url))
        none = client.post(f"{url}?vraag={first.identity}", posted(draft))
        assert (none.status_code, none.context["form"].errors) == (400, {"given": ["Kies minstens één antwoord."]})
        client.post(f"{url}?vraag={first.identity}", posted(draft, given=["a"]))
        assert "Alleen na “Ja” op “Was u erbij?”" in text(client.get(at("version_detail", draft)))
        draft.refresh_from_db()
        client.post(url, posted(draft))
        second.refresh_from_db()
        assert second.shown_if is None

    def test_a_question_of_the_first_part_can_look_at_nothing(self, client, marieke, draft):
        assert "Er is geen eerder deel" in text(log_in(client, marieke).get(at("question_when", question_of(draft, "Was u erbij?"))))

    def test_help_is_shown_as_it_was_typed(self, client, marieke, draft):
        Question.objects.filter(version=draft).update(help={"nl": "<b>let op</b>"})
        log_in(client, marieke)
        for name in ("version_detail", "version_preview", "version_paper"):
            page = text(client.get(at(name, draft)))
            assert "&lt;b&gt;let op" in page
            assert "<b>let op" not in page


class TestTwoEditors:
    def test_both_texts_stand_beside_each_other_and_sending_again_keeps_mine(self, client, marieke, pim, draft):
        question = question_of(draft, "Ik voel mij gehoord.")
        question_actions.change(question, by=pim, edits=1, words={"nl": "Van Pim."}, help={})

        answer = log_in(client, marieke).post(at("question_edit", question), posted(draft, words_nl="Van Marieke."))

        assert answer.status_code == 409
        assert [(each.theirs, each.yours) for each in answer.context["differences"]] == [("Van Pim.", "Van Marieke.")]
        form = answer.context["form"]
        assert (form["words_nl"].value(), form["edits"].value()) == ("Van Marieke.", 2)
        client.post(at("question_edit", question), posted(draft, words_nl="Van Marieke.", edits="2"))
        question.refresh_from_db()
        assert question.words == {"nl": "Van Marieke."}

    def test_a_new_question_is_not_lost_when_the_list_changed(self, client, marieke, pim, draft):
        question_actions.remove(question_of(draft, "Ik voel mij gehoord."), by=pim, edits=1)
        answer = log_in(client, marieke).post(f"{at('question_new', draft.sections.first())}?soort=open", posted(draft, words_nl="Mijn nieuwe vraag"))
        assert answer.status_code == 409
        assert "Mijn nieuwe vraag" in text(answer)

    @pytest.mark.parametrize("name", ["question_edit", "question_when", "question_remove"])
    def test_a_question_that_a_colleague_took_away_gives_back_what_was_typed(self, client, marieke, pim, draft, name):
        question = question_of(draft, "Ik voel mij gehoord.")
        question_actions.remove(question, by=pim, edits=1)
        answer = log_in(client, marieke).post(at(name, question), posted(draft, words_nl="Met moeite getypt."))
        assert answer.status_code == 409
        assert "Met moeite getypt." in text(answer)
        assert client.get(at(name, question)).status_code in {404, 405}

    def test_a_draft_that_was_published_shows_what_was_typed_and_changes_nothing(self, client, marieke, pim, draft):
        question = question_of(draft, "Ik voel mij gehoord.")
        version_actions.publish(draft, by=pim, at=AT, edits=1)
        answer = log_in(client, marieke).post(at("question_edit", question), posted(draft, words_nl="Te laat getypt."))
        assert answer.status_code == 409
        assert "Te laat getypt." in text(answer)
        assert "Versie 1 is vastgesteld" in text(answer)
        question.refresh_from_db()
        assert question.words == {"nl": "Ik voel mij gehoord."}

    def test_what_a_colleague_changed_is_not_published_unseen(self, client, marieke, pim, draft):
        question_actions.change(question_of(draft, "Ik voel mij gehoord."), by=pim, edits=1, words={"nl": "Anders."}, help={})
        answer = log_in(client, marieke).post(at("version_publish", draft), posted(draft))
        assert answer.status_code == 409
        draft.refresh_from_db()
        assert draft.published_at is None

    def test_a_draft_that_was_thrown_away_gives_back_what_was_typed(self, client, marieke, pim, waterveen):
        version = published_version(waterveen)
        draft = version_actions.begin(version.questionnaire, by=pim, at=AT)
        section = draft.sections.get()
        version_actions.drop(draft, by=pim, edits=1)
        answer = log_in(client, marieke).post(f"{at('question_new', section)}?soort=open", posted(draft, words_nl="Met moeite getypt."))
        assert answer.status_code == 409
        assert "Met moeite getypt." in text(answer)


class TestPublishing:
    def test_it_is_published_from_a_page_that_says_that_it_stays(self, client, marieke, draft):
        assert "De versie verandert nooit meer." in text(log_in(client, marieke).get(at("version_publish", draft)))
        page = text(client.post(at("version_publish", draft), posted(draft), follow=True))
        assert "Versie 1 is vastgesteld" in page
        assert "Voeg vraag toe" not in page

    def test_pages_that_change_it_lead_back_to_what_was_published(self, client, marieke, waterveen):
        version = published_version(waterveen)
        section, question = version.sections.get(), version.questions.first()
        log_in(client, marieke)
        pages = [("question_edit", question), ("question_when", question), ("question_new", section), ("section_edit", section), ("section_new", version)]
        for name, row in [*pages, ("version_publish", version), ("version_drop", version), ("version_languages", version)]:
            assert client.get(at(name, row)).url == at("version_detail", version)

    def test_a_new_version_keeps_the_questions_and_asks_whether_one_is_another_now(self, client, marieke, waterveen):
        version = published_version(waterveen)
        log_in(client, marieke).post(at("version_begin", version.questionnaire))
        again = Version.objects.get(number=2)
        question = question_of(again, "Ik voel mij gehoord.")
        before = question.identity
        assert "Dit vraagt iets anders dan eerst" in text(client.get(at("question_edit", question)))
        client.post(at("question_edit", question), posted(again, words_nl="Ik krijg hulp.", is_another="on"))
        question.refresh_from_db()
        assert question.identity != before

    def test_a_draft_is_thrown_away_from_a_page_of_its_own(self, client, marieke, waterveen):
        version = published_version(waterveen)
        again = version_actions.begin(version.questionnaire, by=marieke, at=AT)
        assert "weggooien?" in text(log_in(client, marieke).get(at("version_drop", again)))
        client.post(at("version_drop", again), posted(again))
        assert list(Version.objects.all()) == [version]


class TestPreview:
    def answer(self, client, draft, answers, so_far="{}", page=0, **more):
        pages = list(draft.sections.all())
        fields = {name_of(question_of(draft, words).identity): value for words, value in answers.items()}
        return client.post(at("version_preview", draft), {"deel": str(pages[page].uuid), "tot_nu": so_far, **fields, **more})

    def test_one_page_at_a_time_and_nothing_is_kept(self, client, marieke, draft):
        first = log_in(client, marieke).get(at("version_preview", draft))
        assert "Was u erbij?" in text(first)
        assert "Ik voel mij gehoord." not in text(first)
        second = self.answer(client, draft, {"Was u erbij?": "a"})
        assert "Ik voel mij gehoord." in text(second)
        last = self.answer(client, draft, {"Ik voel mij gehoord.": "4"}, second.context["so_far"], page=1)
        assert "Dit was de laatste pagina" in text(last)

    def test_it_follows_the_answers(self, client, marieke, draft):
        first, second = question_of(draft, "Was u erbij?"), question_of(draft, "Ik voel mij gehoord.")
        question_actions.ask_when(second, by=marieke, edits=1, shown_if=first.identity, answers=["a"])
        log_in(client, marieke)
        assert "Ik voel mij gehoord." in text(self.answer(client, draft, {"Was u erbij?": "a"}))
        assert "Dit was de laatste pagina" in text(self.answer(client, draft, {"Was u erbij?": "b"}))

    def test_going_back_shows_what_was_answered(self, client, marieke, draft):
        second = self.answer(log_in(client, marieke), draft, {"Was u erbij?": "b"})
        back = self.answer(client, draft, {}, second.context["so_far"], page=1, terug="1")
        assert back.context["form"][name_of(question_of(draft, "Was u erbij?").identity)].value() == "b"

    def test_what_is_missing_is_said_beside_the_question(self, client, marieke, draft):
        Question.objects.filter(version=draft).update(is_required=True)
        answer = self.answer(log_in(client, marieke), draft, {})
        assert answer.status_code == 400
        assert "Kies een antwoord." in text(answer)

    @pytest.mark.parametrize("so_far", ["geen json", "[]", '{"x": 1}', '{"00000000000000000000000000000001": null}', "null", "1"])
    def test_nonsense_does_no_harm(self, client, marieke, draft, so_far):
        assert self.answer(log_in(client, marieke), draft, {"Was u erbij?": "a"}, so_far).status_code == 200
        assert client.post(at("version_preview", draft), {"deel": "geen uuid"}).status_code == 200

    def test_in_a_language_with_its_direction(self, client, marieke, draft):
        draft.languages = ["ar"]
        draft.save()
        page = text(log_in(client, marieke).get(at("version_preview", draft), {"taal": "ar"}))
        assert 'lang="ar" dir="rtl"' in page
        assert 'lang="nl"' in text(client.get(at("version_preview", draft), {"taal": "xx"}))

    @pytest.mark.parametrize("shipped", LISTS, ids=lambda each: each.code)
    def test_a_list_of_ours_can_be_seen_before_it_is_taken_over(self, client, marieke, shipped):
        page = text(log_in(client, marieke).get(reverse("evaluations:shipped_preview", args=[shipped.code])))
        assert str(shipped.questions[0].words["nl"]) in page


class TestPaper:
    def test_every_question_stands_on_it_with_room_to_answer(self, client, marieke, draft):
        page = text(log_in(client, marieke).get(at("version_paper", draft)))
        assert "1. Was u erbij?" in page
        assert "2. Ik voel mij gehoord." in page
        assert "Weet ik niet, of past niet bij mij" in page
        assert "Concept, niet om uit te delen" in page

    @pytest.mark.parametrize("shipped", LISTS, ids=lambda each: each.code)
    def test_each_list_of_ours_comes_as_pdf(self, client, marieke, shipped):
        log_in(client, marieke).post(reverse("evaluations:shipped_detail", args=[shipped.code]), {"submission": str(uuid4())})
        answer = client.get(at("version_pdf", Version.objects.get()), {"taal": "en"})
        assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
        assert "voorstel van Sleutelfiguren" in text(client.get(at("version_paper", Version.objects.get())))

    def test_without_letters_for_it_there_is_no_pdf_but_a_page_to_print(self, client, marieke, draft):
        draft.languages = ["ar"]
        draft.save()
        page = text(log_in(client, marieke).get(at("version_paper", draft), {"taal": "ar"}))
        assert "Druk deze pagina af" in page
        assert client.get(at("version_pdf", draft), {"taal": "ar"}).status_code == 404

    @pytest.mark.parametrize("questions", [1, 3])
    def test_its_statements_do_not_grow(self, client, marieke, draft, django_assert_num_queries, questions):
        for _number in range(questions - 1):
            QuestionFactory(section=SectionFactory(version=draft))
        log_in(client, marieke)
        with django_assert_num_queries(6):
            client.get(at("version_paper", draft))
