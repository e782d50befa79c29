"""A sub-goal: what we want to see, which figure shows it or how we see it ourselves, which number it is then, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from approach.actions.goal import seen_of, values_of
from approach.forms.seen import SeenForm
from approach.forms.vision import NAMES_NOBODY
from approach.models.vision import Goal
from approach.presentation.measures import unit_of
from indicators.registry import Direction, Indicator, Unit
from keyfigures.forms.asking import WRITE
from keyfigures.forms.submissions import SubmissionField
from ui.hints import HintsForm
from ui.inputs import DayField, LineField

FURTHEST = timedelta(days=5 * 365)
NUMBER = {"invalid": gettext_lazy("Write a number, for example 75."), "required": gettext_lazy("Write which number it is then.")}


@dataclass(frozen=True)
class Bounds:
    least: Decimal
    most: Decimal


_BOUNDS = {Unit.SHARE: Bounds(Decimal(0), Decimal(100)), Unit.MEAN: Bounds(Decimal(1), Decimal(5))}
_WHOLE = Bounds(Decimal(0), Decimal(10_000_000))


class NumberField(forms.DecimalField):
    """At most one digit behind the comma, which may be a point."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_digits=9, decimal_places=1, widget=widget, error_messages=NUMBER, **kwargs)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401  Django's signature
        """ "75", without a zero behind it; what was typed stays as it was typed."""
        return number_format(value.normalize() + 0, use_l10n=True) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:  # noqa: ANN401  Django's signature
        return super().clean(value.replace(",", ".") if isinstance(value, str) else value)


class SubGoalForm(HintsForm, SeenForm):
    """`indicator` None: the municipality says itself how it is seen. Of what is yes or no, the number is yes."""

    hinted_fields = ("text", "measure")
    more_hints = (NAMES_NOBODY,)
    submission = SubmissionField()
    text = LineField(
        length=200, label=gettext_lazy("What do you want to see?"), error_messages=WRITE,
        help_text=gettext_lazy("One sentence, for example: everybody who takes part is spoken to at least once in eight weeks."),
    )
    measure = LineField(
        length=200, label=gettext_lazy("How do you see that it is so?"), error_messages=WRITE,
        help_text=gettext_lazy("What do you count or look at, and who does that?"),
    )
    target = NumberField(label=gettext_lazy("Which number is it then?"))
    by_date = DayField(label=gettext_lazy("By which day is it so?"))

    def __init__(self, *args: Any, goal: Goal | None, indicator: Indicator | None, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        held = {**values_of(goal), "seen": seen_of(goal), "submission": str(goal.identity)} if goal is not None else {}
        super().__init__(*args, initial=held, **kwargs)
        self.indicator = indicator
        if indicator is None:
            self._asked("target").required = False
            self._asked("target").help_text = _("Leave this empty when it cannot be a number.")
        else:
            del self.fields["measure"]
            self._ask_number(indicator)
        day = self._asked("by_date")
        day.error_messages["required"] = _("Choose a day.")
        day.between(min(today, goal.by_date if goal is not None and goal.by_date else today), today + FURTHEST)

    def clean_target(self) -> Decimal | None:
        value: Decimal | None = self.cleaned_data["target"]
        bounds = _BOUNDS.get(self.indicator.unit, _WHOLE) if self.indicator is not None else _WHOLE
        if value is not None and not bounds.least <= value <= bounds.most:
            told = {"least": number_format(bounds.least), "most": number_format(bounds.most)}
            raise forms.ValidationError(_("Write a number from %(least)s to %(most)s.") % told)
        return value

    def answers(self) -> dict[str, Any]:
        """For changing one; of a new one the caller takes `identity` in place of `seen`."""
        return {"values": self._values(self.cleaned_data), "seen": self.cleaned_data["seen"]}

    @property
    def identity(self) -> UUID:
        number: UUID = self.cleaned_data["submission"]
        return number

    def _values(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        values = {"text": typed["text"], "by_date": typed["by_date"]}
        if self.indicator is None:
            return {**values, "indicator": "", "measure": typed["measure"], "target": typed["target"]}
        target = Decimal(1) if self.indicator.unit == Unit.YES else typed["target"]
        return {**values, "indicator": self.indicator.code, "measure": "", "target": target}

    def _ask_number(self, indicator: Indicator) -> None:
        if indicator.unit == Unit.YES:
            del self.fields["target"]
            return
        words = _("At least how much?") if indicator.direction == Direction.AT_LEAST else _("At most how much?")
        self._asked("target").label = words
        self._asked("target").help_text = _("This figure is %(unit)s.") % {"unit": unit_of(indicator)}

    def _asked(self, name: str) -> Any:  # noqa: ANN401  the kinds of fields differ
        return self.fields[name]
