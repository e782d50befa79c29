"""Five questions after a meeting: each may be skipped, not all of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.forms.contact import ShortChoice
from meetings.models.pulse import PulseQuestion

SCORES = (("5", _("Fully")), ("4", _("Mostly")), ("3", _("A bit")), ("2", _("Hardly")), ("1", _("Not at all")))


class PulseForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for question in PulseQuestion:
            self.fields[question.value] = ShortChoice(
                choices=[*SCORES, ("", _("I do not know"))], label=str(question.label), required=False,
                error_messages={"invalid_choice": _("Choose one of the list.")},
            )
            self.fields[question.value].may_stay_empty = False  # type: ignore[attr-defined]  # "I do not know" says it

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors and not any(values.values()):
            self.add_error(PulseQuestion.WORTH.value, str(_("Answer at least one question, or leave this page.")))
        return values

    def answers(self) -> dict[str, Any]:
        return {"answers": {question: int(score) if score else None for question, score in self.cleaned_data.items()}}
