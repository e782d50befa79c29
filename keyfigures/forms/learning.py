"""What is filled in around a training."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyfigures.models.learning import Enrolment, EnrolmentState
from terms.days import at_time
from ui.inputs import DayField, LineField, LinesField, TimeField

FURTHEST = timedelta(days=730)  # a day after that is a slip of the finger
MOST_PLACES = 500
WRITE = {"required": gettext_lazy("Write a few words first.")}


class CourseForm(forms.Form):
    """One training on one day. `values()` is what the action wants."""

    title = LineField(length=120, label=gettext_lazy("Title"), error_messages=WRITE)
    about = LinesField(length=1500, rows=4, label=gettext_lazy("What do you learn?"), error_messages=WRITE)
    place = LineField(length=200, label=gettext_lazy("Where?"), error_messages=WRITE)
    day = DayField(label=gettext_lazy("On which day?"))
    begins = TimeField(label=gettext_lazy("From what time?"))
    ends = TimeField(label=gettext_lazy("Until what time?"))
    places = forms.IntegerField(
        label=gettext_lazy("How many places?"), min_value=1, max_value=MOST_PLACES,
        error_messages={"required": gettext_lazy("Write a number."), "invalid": gettext_lazy("Write a number.")},
    )
    sign_up_until = DayField(label=gettext_lazy("Last day to sign up"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for name in ("day", "sign_up_until"):
            field: Any = self.fields[name]
            field.error_messages["required"] = _("Choose a day.")
            field.between(today, today + FURTHEST)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("begins") and values.get("ends") and values["ends"] <= values["begins"]:
            self.add_error("ends", _("The end comes after the beginning."))
        if values.get("day") and values.get("sign_up_until") and values["sign_up_until"] > values["day"]:
            self.add_error("sign_up_until", _("Choose a day before the training."))
        return values

    def answers(self) -> dict[str, Any]:
        values = self.cleaned_data
        kept = {name: values[name] for name in ("title", "about", "place", "places", "sign_up_until")}
        return {**kept, "starts_at": at_time(values["day"], values["begins"]), "ends_at": at_time(values["day"], values["ends"])}


class AttendanceForm(forms.Form):
    """Who was there. Whoever has no tick was not."""

    present = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Who was there?"), coerce=str, required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Choose somebody from the list.")},
    )

    def __init__(self, *args: Any, enrolments: Sequence[Enrolment], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        field: Any = self.fields["present"]
        field.may_stay_empty = False
        field.choices = [(str(each.uuid), each.key_figure.name) for each in enrolments]
        # Before it was filled in, everybody is ticked: taking away is less work.
        is_filled_in = any(each.state != EnrolmentState.PLACE for each in enrolments)
        field.initial = [str(each.uuid) for each in enrolments if not is_filled_in or each.state == EnrolmentState.ATTENDED]
