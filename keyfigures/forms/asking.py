"""What is filled in around a request to a key figure."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from keyfigures.catalogue import Theme
from keyfigures.models.asking import AskKind
from ui.hints import HintsForm
from ui.inputs import DayField, LinesField

FURTHEST = timedelta(days=365)
CHOOSE = {"required": _("Choose one."), "invalid_choice": _("Choose one of the list.")}
WRITE = {"required": _("Write a few words first.")}
HOURS = {"invalid": _("Write a number, for example 1.5."), "min_value": _("Write a number from 0."), "max_value": _("Write at most 999 hours.")}


class HoursField(forms.DecimalField):
    """Her own estimate; a comma is fine. Empty is fine too."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(min_value=Decimal(0), max_value=Decimal(999), max_digits=5, decimal_places=1, widget=widget, error_messages=HOURS, **kwargs)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401  Django's signature
        """ "2,5", and "4" without a zero behind it; what was typed stays as it was typed."""
        return number_format(value.normalize(), use_l10n=True) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401  Django's signature
        return super().clean(value.replace(",", ".") if isinstance(value, str) else value)


class AskForm(HintsForm):
    hinted_fields = ("text",)
    kind = forms.ChoiceField(label=_("What do you ask?"), choices=AskKind, widget=forms.RadioSelect, error_messages=CHOOSE)
    text = LinesField(
        length=1000, rows=4, label=_("Would you …"), error_messages=WRITE,
        help_text=_("Say what you ask, how long it takes about, and what you do with it."),
    )
    wanted_on = DayField(label=_("For which day?"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), choices=Theme, initial=Theme.NONE, error_messages=CHOOSE)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        field: Any = self.fields["wanted_on"]
        field.between(today, today + FURTHEST)


class DoneForm(forms.Form):
    """For her; an official leaves out the hours."""

    done_on = DayField(label=_("On which day?"))
    hours = HoursField(label=_("How many hours did it take you, about?"), required=False)

    def __init__(self, *args: Any, first: date, today: date, is_hers: bool, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        field: Any = self.fields["done_on"]
        field.error_messages["required"] = _("Choose a day.")
        field.between(min(first, today), today)
        field.initial = today
        if not is_hers:
            del self.fields["hours"]


class HoursForm(forms.Form):
    hours = HoursField(label=_("How many hours did it take you, about?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["hours"].error_messages["required"] = _("Write a number.")


class ResultForm(HintsForm):
    hinted_fields = ("thanks_text", "result")
    thanks_text = LinesField(length=600, rows=3, label=_("Your thanks"), help_text=_("In your own words."), error_messages=WRITE)
    result = LinesField(length=1000, rows=3, label=_("What was done with it?"), error_messages=WRITE)
