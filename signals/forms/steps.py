"""One small form per step of an official. Each asks for just what its step needs."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms import MemberField
from accounts.models import Membership
from signals.workflow import HandedTo
from ui.hints import HintsForm
from ui.inputs import DayField, LineField, LinesField

REASON_LENGTH = 300
FEEDBACK_LENGTH = 600
MESSAGE_LENGTH = 1000
CHOOSE = {"required": _("Choose one of these."), "invalid_choice": _("Choose one of these.")}

HOW_CONTACT = [
    ("phone", pgettext_lazy("contact", "By phone")),
    ("visit", _("We met")),
    ("message", _("By a message")),
    ("tried", _("Tried, but not reached")),
]


def reason_field(label: Any, help_text: Any = "") -> LineField:  # noqa: ANN401  text or lazy text
    return LineField(
        length=REASON_LENGTH, label=label, help_text=help_text, error_messages={"required": _("Write a reason. One sentence is enough.")},
    )


class PlainStepForm(forms.Form):
    """A step that needs nothing but its button."""


class ContactStepForm(forms.Form):
    how = forms.ChoiceField(label=_("How was there contact?"), choices=HOW_CONTACT, widget=forms.RadioSelect, error_messages=CHOOSE)
    on = DayField(label=_("On which day?"))

    def __init__(self, *args: Any, first: date, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.initial = {"on": today, **self.initial}
        self.fields["on"].between(first, today)  # type: ignore[attr-defined]  # a DayField


class FeedbackForm(HintsForm):
    """Fixed sentences, own words, or both."""

    hinted_fields = ("text",)
    sentences = forms.MultipleChoiceField(
        label=_("Choose what you tell"), required=False, widget=forms.CheckboxSelectMultiple, error_messages=CHOOSE,
    )
    text = LinesField(length=FEEDBACK_LENGTH, rows=3, required=False, label=_("Own words"))

    def __init__(self, *args: Any, sentences: list[tuple[str, str]], second_reader: bool, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["sentences"].choices = sentences  # type: ignore[attr-defined]  # a MultipleChoiceField
        self.fields["sentences"].may_stay_empty = False  # type: ignore[attr-defined]  # one of the two is needed
        alone = _("Write nothing about the person, the police or other reporters.")
        together = _("Write nothing about the person, the police or other reporters. A colleague reads this first.")
        self.fields["text"].help_text = together if second_reader else alone

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("sentences") and not cleaned.get("text") and not self.errors:
            self.add_error("sentences", _("Choose a sentence, or write your own words."))
        return cleaned


class PauseForm(HintsForm):
    hinted_fields = ("question",)
    question = LinesField(length=MESSAGE_LENGTH, rows=3, label=_("Your question"), error_messages={"required": _("Write what you want to ask.")})
    until = DayField(label=_("Until which day does the clock stand still?"), help_text=_("An answer lets the clock run again at once."))

    def __init__(self, *args: Any, first: date, last: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["until"].between(first, last)  # type: ignore[attr-defined]  # a DayField


class HandOverForm(forms.Form):
    to = MemberField(label=_("To which colleague?"), empty_label=_("Choose a colleague"))
    reason = reason_field(_("Why?"), _("Your colleague and the reporter read this."))

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on; a queryset
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues  # type: ignore[attr-defined]  # a MemberField


class HandOverOutsideForm(forms.Form):
    handed_to = forms.ChoiceField(label=_("To what kind of organisation?"), choices=HandedTo, widget=forms.RadioSelect, error_messages=CHOOSE)
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)


class DecideForm(forms.Form):
    outcome = forms.ChoiceField(label=_("What is the outcome?"), widget=forms.RadioSelect, error_messages=CHOOSE)

    def __init__(self, *args: Any, outcomes: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = outcomes  # type: ignore[attr-defined]  # a ChoiceField


class ReopenForm(forms.Form):
    reason = reason_field(_("Why do you open it again?"), _("The reporter reads this."))


class DeclineReopenForm(HintsForm):
    hinted_fields = ("sentence",)
    sentence = LineField(
        length=REASON_LENGTH,
        label=_("What do you tell the reporter?"),
        help_text=_("One sentence. For example: this lies with another organisation now."),
        error_messages={"required": _("Write what you tell.")},
    )


class NoteForm(HintsForm):
    hinted_fields = ("text",)
    text = LinesField(
        length=MESSAGE_LENGTH,
        rows=3,
        label=_("New note"),
        help_text=_("The reporter does not see this. It is erased together with the report."),
        error_messages={"required": _("Write your note first.")},
    )


class ReturnFeedbackForm(forms.Form):
    reason = reason_field(_("What should be different?"), _("Only your colleague reads this."))


class OpenReasonForm(forms.Form):
    reason = reason_field(
        _("Why do you open this report?"), _("The reporter reads your name, the day and this sentence. For example: I am the contact person."),
    )


class GrantForm(forms.Form):
    member = MemberField(label=_("Who may read along?"), empty_label=_("Choose a colleague"))
    reason = reason_field(_("Why?"), _("The reporter reads this."))
    expires_on = DayField(label=_("Until and including which day?"))

    def __init__(self, *args: Any, colleagues: Any, first: date, last: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on; a queryset
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = colleagues  # type: ignore[attr-defined]  # a MemberField
        self.fields["expires_on"].between(first, last)  # type: ignore[attr-defined]  # a DayField


class BreakGlassForm(forms.Form):
    number = forms.RegexField(
        r"^[0-9]{4}-[0-9]{4,}$",
        label=_("Number of the report"),
        help_text=_("For example 2026-0042."),
        error_messages={"invalid": _("A number looks like 2026-0042."), "required": _("Write the number of the report.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 12}),
    )
    reason = LineField(
        length=REASON_LENGTH,
        label=_("Why can this not wait?"),
        help_text=_("The reporter and the privacy officer read this."),
        error_messages={"required": _("Write why this cannot wait.")},
    )


def colleagues_of(member: Membership, *, on: date) -> Any:  # noqa: ANN401  a queryset
    """Who handles reports in her municipality on that day, without herself."""
    return Membership.objects.to_choose("signals.handle", municipality=member.municipality, on=on).exclude(pk=member.pk)
