"""Amounts in euro: as people write whole ones, and as they read them."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

MOST = 100_000_000
NO_BREAK = "\N{NO-BREAK SPACE}"
_ENDS_IN_CENTS = re.compile(r"[.,]\d{1,2}$")


def euros(amount: int | Decimal, *, cents: bool = False) -> str:
    """ "€ 25.000", or with `cents` "€ 1.234,50"; the sign and the number stay on one line."""
    return f"€{NO_BREAK}{number_format(amount, 2 if cents else 0, use_l10n=True, force_grouping=True)}"


class EuroField(forms.IntegerField):
    """ "25.000", "€ 25000" and "25.000,00" are the same; cents are left out."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        messages = {
            "required": _("Write an amount, or 0."), "invalid": _("Write an amount in whole euros, for example 25000."),
            "min_value": _("Write an amount from 0."), "max_value": _("Write at most 100 million."),
        }
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(min_value=0, max_value=MOST, widget=widget, error_messages=messages, **kwargs)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401  Django's signature
        """With points between the thousands; what was typed stays as it was typed."""
        return number_format(value, use_l10n=True, force_grouping=True) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:  # noqa: ANN401  Django's signature
        text = re.sub(r"[\s€]", "", str(value or "")) if not isinstance(value, int) else str(value)
        return super().to_python(re.sub(r"[.,](?=\d{3}(?:\D|$))", "", _ENDS_IN_CENTS.sub("", text)))
