"""On which day, from what time until what time: asked the same way for a meeting and for each date of a poll."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.times import UnclearTime, period
from terms.days import local_date
from ui.inputs import DayField, TimeField

FURTHEST = timedelta(days=730)  # a day after that is a slip of the finger
SENTENCES = {
    "before": _("The end comes after the beginning."),
    "skipped": _("This time does not exist: in this night the clock goes from 2 to 3. Choose another time."),
    "twice": _("This time comes twice: in this night the clock goes back from 3 to 2. Choose another time."),
}


class PeriodForm(forms.Form):
    """`starts_at` and `ends_at` stand in `cleaned_data`; not before `at`. A meeting that goes on after midnight ends the next morning."""

    day = DayField(label=_("On which day?"))
    begins = TimeField(label=_("From what time?"))
    ends = TimeField(label=_("Until what time?"), help_text=_("Before the beginning means the next morning."))

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.at = at
        field: Any = self.fields["day"]
        field.error_messages["required"] = _("Choose a day.")
        field.between(local_date(at), local_date(at) + FURTHEST)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if any(values.get(name) is None for name in ("day", "begins", "ends")):
            return values
        try:
            values["starts_at"], values["ends_at"] = period(values["day"], values["begins"], values["ends"])
        except UnclearTime as problem:
            self.add_error(problem.field, str(SENTENCES[problem.code]))
            return values
        if values["starts_at"] <= self.at:
            self.add_error("begins", str(_("This time is over already.")))
        return values
