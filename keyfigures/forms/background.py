"""The anonymous list: every question may be skipped."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.background import QUESTIONS


class BackgroundForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question.code] = forms.ChoiceField(
                choices=[*question.answers.items(), ("", _("I skip this one"))], label=str(question.text), required=False, widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Choose one of the list.")},
            )
            self.fields[question.code].may_stay_empty = False  # type: ignore[attr-defined]  # "I skip this one" says it
