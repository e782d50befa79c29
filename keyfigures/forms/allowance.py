"""What is filled in around an allowance."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ui.words import month_in_words

MONTHS_BACK = 12
NUMBER = {"required": _("Fill in a number."), "invalid": _("Fill in a number, such as 12,50."), "min_value": _("Fill in more than 0.")}


def months_of(today: date) -> list[date]:
    """This month and the twelve before it, newest first."""
    numbers = [today.year * 12 + today.month - 1 - back for back in range(MONTHS_BACK + 1)]
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


class ProposeForm(forms.Form):
    month = forms.TypedChoiceField(label=_("For which month?"), coerce=date.fromisoformat)
    hours = forms.DecimalField(
        label=_("How many hours?"), max_digits=5, decimal_places=1, min_value=Decimal("0.1"), max_value=300, localize=True, error_messages=NUMBER,
    )
    amount = forms.DecimalField(
        label=_("Which amount, in euros?"), max_digits=7, decimal_places=2, min_value=Decimal("0.01"), localize=True, error_messages=NUMBER,
        help_text=_("Ask what she gets elsewhere: the maximum of the law counts for all organisations together."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        month: Any = self.fields["month"]
        month.choices = [(day.isoformat(), month_in_words(day)) for day in months_of(today)]
