"""The components as HTML: what a screen reader is told, and that a wrong use is noticed by who builds."""

from datetime import UTC, date, datetime, time

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.translation import override

from ui import words
from ui.showcase import SampleForm


def draw(source, **context):
    return Template("{% load crispy_forms_tags %}" + source).render(Context({"request": RequestFactory().get("/"), **context}))


class TestForm:
    def test_hint_and_error_are_linked_to_the_field(self):
        form = SampleForm({"on": "gisteren"})
        page = draw("{{ form|crispy }}", form=form)

        assert 'id="id_saw_helptext"' in page
        assert 'id="id_saw_error"' in page
        assert 'aria-describedby="id_saw_helptext id_saw_error"' in page
        assert 'aria-invalid="true"' in page

    def test_the_summary_leads_to_each_wrong_field_and_takes_the_focus(self):
        page = draw("{{ form|crispy }}", form=SampleForm({"on": "gisteren"}))

        for href in ('href="#id_saw"', 'href="#id_on"', 'href="#id_reach_0"'):
            assert href in page
        assert 'tabindex="-1"' in page
        assert 'role="alert"' in page or "autofocus" in page or "data-focus" in page

    def test_a_form_that_was_not_sent_has_no_error(self):
        page = draw("{{ form|crispy }}", form=SampleForm())

        assert "aria-invalid" not in page
        assert " required" not in page
        assert 'aria-required="true"' in page

    def test_choices_stand_in_a_group_with_its_question(self):
        page = draw("{{ form|crispy }}", form=SampleForm())

        assert page.count("<fieldset") == page.count("<legend") == 2

    def test_warnings_stand_beside_and_do_not_block(self):
        form = SampleForm()
        form.fields["worries"].warnings = [("Staat er een geboortedatum?", "Die hebben wij niet nodig.")]
        page = draw("{{ form|crispy }}", form=form)

        assert "Staat er een geboortedatum?" in page
        assert "aria-invalid" not in page

    def test_what_somebody_typed_is_text_and_no_html(self):
        class Small(forms.Form):
            text = forms.CharField()

        page = draw("{{ form|crispy }}", form=Small({"text": "<script>alert(1)</script>"}))

        assert "<script>" not in page


class TestTags:
    @pytest.mark.parametrize(
        "source",
        ['{% icon "no-such-icon" %}', '{% ring state="sideways" %}', '{% note text="x" tone="loud" %}', '{% button label="x" kind="tiny" %}', '{% ring number=3 %}'],
    )
    def test_a_wrong_word_is_noticed_while_building(self, source):
        with pytest.raises((ValueError, TypeError, TemplateSyntaxError)):
            draw(source)

    def test_an_icon_is_silent_for_a_screen_reader(self):
        assert 'aria-hidden="true"' in draw('{% icon "check" %}')

    def test_a_ring_says_in_words_what_it_shows(self):
        assert draw('{% ring state="run" number=3 share=40 %}').count("<svg") == 1

    def test_a_number_to_call_is_a_link_without_spaces(self):
        assert 'href="tel:0101234567"' in draw('{% phone_link number="010 123 45 67" %}')


class TestWords:
    TODAY = date(2026, 6, 9)

    @pytest.mark.parametrize(
        ("day", "expected"), [(date(2026, 6, 24), "woensdag 24\xa0juni"), (date(2027, 1, 4), "maandag 4\xa0januari\xa02027"), (TODAY, "dinsdag 9\xa0juni")],
    )
    def test_a_day(self, day, expected):
        assert words.day_in_words(day, today=self.TODAY) == expected

    def test_a_day_in_english(self):
        with override("en"):
            assert words.day_in_words(date(2026, 6, 24), today=self.TODAY) == "Wednesday 24\xa0June"

    def test_moments_are_told_in_amsterdam(self):
        assert words.moment_in_words(datetime(2026, 6, 8, 22, 30, tzinfo=UTC), today=self.TODAY) == "vandaag, 0.30\xa0uur"
        assert words.time_in_words(time(17)) == "17.00\xa0uur"

    @pytest.mark.parametrize(("days", "expected"), [(1, "1 werkdag te laat"), (3, "3 werkdagen te laat")])
    def test_one_and_more(self, days, expected):
        assert words.days_late_in_words(days) == expected


def test_a_row_and_a_step_of_a_path_draw_what_stands_in_their_block():
    row = draw('{% row state="run" title="Robin" due="Vandaag" %}{% button_link label="Antwoord" href="/x/" %}{% endrow %}')
    step = draw('{% path_step state="late" what="Antwoord" %}{% path_pause title="Stil" %}Wij wachtten.{% endpath_pause %}{% endpath_step %}')

    assert "&lt;" not in row + step
    assert 'href="/x/"' in row
