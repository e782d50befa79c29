"""Which two traits stand in one table."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from keyfigures.presentation.mix import TRAITS
from keyfigures.suppression import Pair

CHOOSE = {"invalid_choice": _("Choose one of the list."), "required": _("Choose one of the list.")}


class PairForm(forms.Form):
    rij = forms.ChoiceField(choices=list(TRAITS.items()), label=_("Down"), error_messages=CHOOSE)
    kolom = forms.ChoiceField(choices=list(TRAITS.items()), label=_("Across"), error_messages=CHOOSE)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("rij") and cleaned.get("rij") == cleaned.get("kolom"):
            self.add_error("kolom", ValidationError(_("Choose two different ones."), code="same"))
        return cleaned

    @property
    def pair(self) -> Pair:
        """What stands down, and what across."""
        return self.cleaned_data["rij"], self.cleaned_data["kolom"]
