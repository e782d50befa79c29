"""What is filled in around a request about own data."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from keyfigures.models.rights import DECIDED, Decision, Right
from ui.hints import HintsForm
from ui.inputs import LinesField

WRITE = {"required": _("Write a few words first.")}


class AskForm(HintsForm):
    """What it is about. To stop or to erase needs no words, and never a reason."""

    hinted_fields = ("text",)
    text = LinesField(length=1000, rows=4, label=_("What is it about?"), error_messages=WRITE)

    def __init__(self, *args: Any, right: Right, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["text"].required = right in {Right.CORRECT, Right.OBJECT}
        if right in {Right.STOP, Right.DELETE}:
            self.fields["text"].label = _("Do you want to add something?")
            self.fields["text"].help_text = _("You need not give a reason.")


class AnswerForm(HintsForm):
    """The decision, and what was done or not done and why."""

    hinted_fields = ("text",)
    decision = forms.ChoiceField(label=_("What is decided?"), widget=forms.RadioSelect, error_messages={"required": _("Choose one.")})
    text = LinesField(
        length=1000, rows=4, required=False, label=pgettext_lazy("official", "Your answer"),
        help_text=_("What was done, and what not and why. It is read as you write it."),
    )

    def __init__(self, *args: Any, right: str, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        decision: Any = self.fields["decision"]
        decision.choices = list(DECIDED[right].items())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("decision") in {Decision.PARTLY, Decision.REFUSED} and not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write what is not done, and why."))
        return cleaned


class LongerForm(HintsForm):
    hinted_fields = ("reason",)
    reason = LinesField(length=300, rows=2, label=_("Why does it take longer?"), help_text=_("It is read by who asks."), error_messages=WRITE)
