"""Input about a concern: what is right, what is refused with a sentence, and what is only warned about."""

from datetime import date

import pytest
from django.http import QueryDict

from signals.forms.own import RateForm
from signals.forms.share import ContactForm, SawForm, TalkForm, WhereForm, WorriesForm
from signals.forms.steps import BreakGlassForm, ContactStepForm, FeedbackForm, HandOverOutsideForm, OpenReasonForm, PauseForm

SENTENCES = [("looked_together", "Wij hebben samen naar uw zorg gekeken."), ("thanks", "Dank u.")]
FIRST, TODAY, LAST = date(2026, 6, 1), date(2026, 6, 9), date(2026, 7, 7)


def posted(**fields):
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def codes(form, field):
    return [problem.code for problem in form.errors.as_data().get(field, [])]


class TestWhatShePut:
    def test_what_she_saw_is_the_only_question_that_needs_an_answer(self):
        assert codes(SawForm(posted(saw="  ")), "saw") == ["required"]
        assert WorriesForm(posted()).is_valid()
        assert WhereForm(posted()).is_valid()

    def test_text_is_kept_as_a_person_means_it(self):
        form = SawForm(posted(saw=" Een re\u0301gel.\r\nNog een regel.\r "))

        assert form.is_valid()
        assert form.cleaned_data["saw"] == "Een régel.\nNog een regel."

    def test_a_new_line_counts_as_one_sign(self):
        just_right = "\r\n".join(["a" * 749, "b" * 750])

        assert SawForm(posted(saw=just_right)).is_valid()
        assert codes(SawForm(posted(saw=just_right + "c")), "saw") == ["max_length"]

    @pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800"])
    def test_signs_that_nobody_types_are_refused(self, sign):
        assert not SawForm(posted(saw=f"tekst{sign}tekst")).is_valid()

    @pytest.mark.parametrize("text", ["می‌خواهم", "👩‍👧 stond erbij", "Ça va, Ægir?", "\ttab"])
    def test_other_scripts_and_pictures_are_text_too(self, text):
        assert SawForm(posted(saw=text)).is_valid()

    def test_one_line_stays_one_line(self):
        assert codes(WhereForm(posted(where="Park\nStation")), "where") == ["strange"]


class TestWhere:
    def test_unknown_is_the_answer_of_who_says_nothing(self):
        form = WhereForm(posted(where="Veenpark"))

        assert form.is_valid()
        assert form.answers() == {"where": "Veenpark", "since": "unknown", "how_often": "unknown", "about": "", "phenomenon": ["unknown"]}

    def test_who_knows_a_form_does_not_say_unknown_as_well(self):
        form = WhereForm(posted(phenomenon=["unknown", "left_extremism", "right_extremism"]))

        assert form.is_valid()
        assert form.cleaned_data["phenomenon"] == ["left_extremism", "right_extremism"]

    def test_a_choice_that_does_not_exist_is_refused(self):
        assert codes(WhereForm(posted(about="religion")), "about") == ["invalid_choice"]


class TestReach:
    def test_her_name_is_not_mentioned_unless_she_says_so(self):
        answers = {"reach_how": "message"}

        silent, yes = ContactForm(posted(**answers)), ContactForm(posted(**answers, name_may_be_mentioned="yes"))

        assert silent.is_valid()
        assert yes.is_valid()
        assert silent.cleaned_data["name_may_be_mentioned"] is False
        assert yes.cleaned_data["name_may_be_mentioned"] is True

    def test_who_wants_a_call_gives_a_number(self):
        assert list(ContactForm(posted(reach_how="phone")).errors) == ["reach_phone"]
        assert list(ContactForm(posted(reach_how="phone", reach_phone="06 bel mij")).errors) == ["reach_phone"]
        assert ContactForm(posted(reach_how="phone", reach_phone="+31 6 12345678")).is_valid()

    def test_a_talk_asks_nothing_about_anybody_else(self):
        assert list(TalkForm.base_fields) == ["hints_seen", "reach_how", "reach_phone", "reach_when", "language", "submission"]


class TestHints:
    def test_a_warning_stops_once_and_lets_pass(self):
        first = SawForm(posted(saw="Hij is geboren op 04-03-2009."))
        assert first.is_valid()
        assert first.has_new_hints()

        first.show_hints()
        again = SawForm(posted(saw="Hij is geboren op 04-03-2009.", hints_seen=first["hints_seen"].value()))

        assert again.is_valid()
        assert not again.has_new_hints()

    def test_the_warning_stands_beside_its_field(self):
        form = WorriesForm(posted(worries="Geboren 04-03-2009.", contradicts="Hij luisterde."))
        form.is_valid()

        form.show_hints()

        assert [str(question) for question, _why in form.fields["worries"].warnings] == ["Staat er een geboortedatum in de tekst?"]
        assert not hasattr(form.fields["contradicts"], "warnings")

    def test_another_warning_stops_again(self):
        form = WorriesForm(posted(worries="Geboren 04-03-2009.", contradicts="BSN 111222333", hints_seen="worries:birth_date"))

        assert form.is_valid()
        assert form.has_new_hints()

    def test_what_only_travels_with_the_page_is_no_answer(self):
        form = SawForm(posted(saw="Iemand riep iets.", hints_seen="saw:bsn"))
        form.is_valid()

        assert form.answers() == {"saw": "Iemand riep iets."}


class TestSteps:
    def test_contact_was_between_receipt_and_today(self):
        for day, wrong in [("2026-05-31", ["bounds"]), ("2026-06-01", []), ("2026-06-09", []), ("2026-06-10", ["bounds"]), ("31-02-2026", ["invalid"])]:
            form = ContactStepForm(posted(how="phone", on=day), first=FIRST, today=TODAY)
            assert codes(form, "on") == wrong

    def test_feedback_is_a_sentence_or_own_words(self):
        def form(**fields):
            return FeedbackForm(posted(**fields), sentences=SENTENCES, second_reader=True)

        assert list(form().errors) == ["sentences"]
        assert form(sentences=["thanks"]).is_valid()
        assert form(text="Excuses dat het langer duurde.").is_valid()
        assert codes(form(sentences=["invented"]), "sentences") == ["invalid_choice"]

    def test_a_pause_has_a_question_and_an_end(self):
        form = PauseForm(posted(question="", until="2026-07-08"), first=TODAY, last=LAST)

        assert codes(form, "question") == ["required"]
        assert codes(form, "until") == ["bounds"]

    def test_outside_is_a_kind_of_organisation_from_the_list(self):
        assert HandOverOutsideForm(posted(handed_to="youth_care")).is_valid()
        assert codes(HandOverOutsideForm(posted(handed_to="de wijkagent")), "handed_to") == ["invalid_choice"]

    def test_a_reason_is_one_sentence_of_at_most_300_signs(self):
        assert codes(OpenReasonForm(posted(reason="")), "reason") == ["required"]
        assert codes(OpenReasonForm(posted(reason="a" * 301)), "reason") == ["max_length"]
        assert OpenReasonForm(posted(reason="Ik ben de contactpersoon.")).is_valid()

    def test_emergency_access_asks_for_a_number_that_looks_like_one(self):
        assert codes(BreakGlassForm(posted(number="42", reason="haast")), "number") == ["invalid"]
        assert BreakGlassForm(posted(number="2026-0042", reason="haast")).is_valid()


def test_a_rating_says_both_things():
    assert list(RateForm(posted(helped="yes")).errors) == ["in_time"]

    form = RateForm(posted(helped="partly", in_time="no"))
    assert form.is_valid()
    assert form.cleaned_data == {"helped": "partly", "in_time": False}
