"""Adopting a vision, and looking at it again."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from approach.deadlines import REVIEW_MONTHS
from approach.kinds import Body
from approach.models.vision import Vision
from keyfigures.deadlines import months_after
from keyfigures.forms.asking import CHOOSE
from keyfigures.forms.versions import VersionedForm
from terms.days import ONE_DAY
from ui.inputs import DayField, LineField

FURTHEST_MONTHS = 60
LONGEST_AGO = timedelta(days=10 * 365)


class AdoptionForm(VersionedForm):
    """`held`: the version that is in force until now; a new one is not adopted before it."""

    adopted_by = forms.ChoiceField(label=gettext_lazy("Who adopted it?"), choices=Body.choices, widget=forms.RadioSelect, error_messages=CHOOSE)
    adopted_on = DayField(label=gettext_lazy("On which day?"), help_text=gettext_lazy("The day of the decision. Not a day that still comes."))
    document_number = LineField(
        length=60, required=False, label=gettext_lazy("Number of the document"),
        help_text=gettext_lazy("As it is found in the archive or in the council's system."),
    )
    review_on = DayField(
        label=gettext_lazy("When do you look at it again?"),
        help_text=gettext_lazy("We propose two years. You are reminded before that day, and the page says when it is late."),
    )

    def __init__(self, *args: Any, vision: Vision, held: Vision | None, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        kwargs["initial"] = {"version": vision.edits, "adopted_on": today, "review_on": months_after(today, REVIEW_MONTHS)}
        super().__init__(*args, **kwargs)
        adopted, review = self._day("adopted_on"), self._day("review_on")
        adopted.between(held.adopted_on if held is not None and held.adopted_on else today - LONGEST_AGO, today)
        review.between(today + ONE_DAY, months_after(today, FURTHEST_MONTHS))

    def _day(self, name: str) -> DayField:
        field: Any = self.fields[name]
        field.error_messages["required"] = _("Choose a day.")
        return field  # type: ignore[no-any-return]


class DiscardForm(VersionedForm):
    def answers(self) -> dict[str, Any]:
        return {"version": self.cleaned_data["version"]}


class DayAgainForm(forms.Form):
    """`seen`: the day that stood on the page. `first` is the first day that can be chosen."""

    review_on = DayField(label=gettext_lazy("Until which day?"))
    seen = DayField(required=False)

    def __init__(self, *args: Any, vision: Vision, proposed: date, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        kwargs["initial"] = {"review_on": proposed, "seen": vision.review_on}
        super().__init__(*args, **kwargs)
        self.fields["seen"].widget = forms.HiddenInput()
        day: Any = self.fields["review_on"]
        day.error_messages["required"] = _("Choose a day.")
        day.between(today + ONE_DAY, months_after(today, FURTHEST_MONTHS))

    def answers(self) -> dict[str, Any]:
        return {"review_on": self.cleaned_data["review_on"], "seen": self.cleaned_data["seen"] or date.min}


class KeepForm(DayAgainForm):
    """Looked at, and it stays."""


class MoveForm(DayAgainForm):
    """Not looked at yet: on another day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, auto_id="id_move_%s", **kwargs)
        self.fields["review_on"].label = _("On which day do you look at it?")
