"""Answering an invitation, and what somebody needs for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.kinds import ABOUT_HER, Need
from ui.hints import HintsForm
from ui.inputs import LineField

CHOOSE = {"required": _("Choose one of these."), "invalid_choice": _("Choose one of these.")}



class AnswerForm(forms.Form):
    answer = forms.ChoiceField(label=_("Does this person come?"), choices=list(ABOUT_HER.items()), widget=forms.RadioSelect, error_messages=CHOOSE)


class NeedsForm(HintsForm):
    """Everything may stay empty."""

    hinted_fields = ("food", "brings")

    needs = forms.MultipleChoiceField(
        label=_("What do you need to be able to come?"), choices=Need.choices, required=False, widget=forms.CheckboxSelectMultiple,
    )
    food = LineField(
        length=100, required=False, label=_("What do you like us to know about food?"), help_text=_("For example: no meat. You need not say why."),
    )
    brings = LineField(length=200, required=False, label=_("What do you bring?"), help_text=_("For example: something to eat, or a guest."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["needs"].error_messages["invalid_choice"] = str(_("Choose from the list."))
