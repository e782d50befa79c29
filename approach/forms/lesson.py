"""What is decided about a lesson."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from approach.actions.lesson import LONGEST
from approach.amounts import number_words
from approach.lesson_states import LessonState
from indicators.registry import Unit
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import DayField, LinesField

# From which number to which a threshold can be.
BOUNDS: dict[Unit, tuple[int, int]] = {Unit.SHARE: (1, 100), Unit.MEAN: (1, 5), Unit.MONTHS: (1, 120), Unit.NUMBER: (1, 999), Unit.EURO: (1, 99_999_999)}
NUMBER = {
    "required": _("Write a number."), "invalid": _("Write a number, for example 80 or 3,5."),
    "max_decimal_places": _("One digit behind the comma is enough."),
}


class ThresholdForm(VersionedForm):
    """Only of a lesson whose main figure can have another threshold than yes."""

    threshold = forms.DecimalField(label=_("From which number is it well?"), max_digits=9, decimal_places=1, localize=True, error_messages=NUMBER)

    def __init__(self, *args: Any, state: LessonState, version: int, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        value = state.main.threshold.value
        initial = {"threshold": int(value) if value is not None and value % 1 == 0 else value, "version": version}
        super().__init__(*args, **{"initial": initial, "auto_id": "id_threshold_%s", **kwargs})
        self.unit = state.main.measured.indicator.unit
        self.ours = state.main.threshold.ours
        field: Any = self.fields["threshold"]
        field.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}
        if self.ours is not None:
            field.help_text = _("Our proposal: %(number)s.") % {"number": number_words(self.ours, unit=self.unit)}

    def clean_threshold(self) -> Decimal:
        value: Decimal = self.cleaned_data["threshold"]
        first, last = BOUNDS[self.unit]
        if not first <= value <= last:
            raise ValidationError(_("Write a number from %(first)s to %(last)s."), params={"first": number_format(first), "last": number_format(last)})
        return value

    def answers(self) -> dict[str, Any]:
        """Our proposal, typed by hand, is our proposal: it moves along when we change it."""
        value = self.cleaned_data["threshold"]
        return {"threshold": None if value == self.ours else value, "version": self.cleaned_data["version"]}


class DecisionForm(VersionedForm):
    """A button: only the version that she saw."""

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"version": version}, "auto_id": "id_decision_%s", **kwargs})


class AsideForm(HintsForm, VersionedForm):
    hinted_fields = ("aside_because",)
    more_hints = (NAMES_NOBODY,)
    aside_because = LinesField(
        length=300, rows=3, label=_("Why does this lesson not count for now?"), error_messages={"required": _("Write a few words, so that it is clear why.")},
        help_text=_("Everybody who sees the lessons reads this. No names."),
    )
    aside_until = DayField(
        label=_("On which day do you look at it again?"), help_text=_("A year from now at the latest. On that day it counts again by itself."),
    )

    def __init__(self, *args: Any, state: LessonState, version: int, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        setting = state.setting
        held = {"aside_because": setting.aside_because, "aside_until": setting.aside_until} if setting is not None and state.is_aside else {}
        super().__init__(*args, **{"initial": {**held, "version": version}, **kwargs})
        field: Any = self.fields["aside_until"]
        field.error_messages["required"] = _("Choose a day.")
        field.between(today + timedelta(days=1), today + LONGEST)
