"""What a reporter does with her own report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from signals.forms.steps import CHOOSE, MESSAGE_LENGTH, REASON_LENGTH
from signals.models import Helped
from ui.hints import HintsForm
from ui.inputs import LinesField

IN_TIME = [("yes", pgettext_lazy("in time", "Yes")), ("no", pgettext_lazy("in time", "No"))]


class MessageForm(HintsForm):
    """A message in the conversation, of either side."""

    hinted_fields = ("text",)
    text = LinesField(length=MESSAGE_LENGTH, rows=3, label=_("Your message"), error_messages={"required": _("Write your message first.")})

    def __init__(self, *args: Any, label: Any = None, help_text: Any = "", **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        if label is not None:
            self.fields["text"].label = label
        self.fields["text"].help_text = help_text


class RateForm(forms.Form):
    helped = forms.ChoiceField(label=_("Does this help you?"), choices=Helped, widget=forms.RadioSelect, error_messages=CHOOSE)
    in_time = forms.TypedChoiceField(
        label=_("Did you hear from us in time?"),
        choices=IN_TIME,
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )


class AskReopenForm(HintsForm):
    hinted_fields = ("reason",)
    reason = LinesField(
        length=REASON_LENGTH,
        rows=3,
        label=_("What is new?"),
        help_text=_("One or two sentences are enough. We can call you for the rest."),
        error_messages={"required": _("Write in a few words what is new.")},
    )
