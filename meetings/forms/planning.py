"""What is filled in to plan a meeting, or to change it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from keyfigures.forms.versions import CarriesVersion
from keyfigures.models.contact import Occasion
from meetings.forms.period import PeriodForm
from meetings.kinds import Kind
from meetings.models.meeting import Meeting
from terms.days import local_date
from ui.hints import HintsForm
from ui.inputs import DayField, LineField
from ui.words import AMSTERDAM

MOST_PLACES = 500
CHOOSE = {"required": gettext_lazy("Choose one."), "invalid_choice": gettext_lazy("Choose one of the list.")}
NUMBER = {
    "invalid": gettext_lazy("Write a number."), "min_value": gettext_lazy("Write a number from 1."),
    "max_value": gettext_lazy("There are 500 places at most."),
}
WHY = ((Occasion.QUIET, gettext_lazy("In quiet time")), (Occasion.INCIDENT, gettext_lazy("Because of an incident")))
WHOLE_LINK = gettext_lazy("Copy the whole link, for example https://…")


class LinkField(forms.URLField):
    """An address that begins with https; what begins with nothing gets it."""

    default_validators = [URLValidator(schemes=["https"], message=WHOLE_LINK)]

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(max_length=300, assume_scheme="https", error_messages={"invalid": WHOLE_LINK}, **kwargs)


class MeetingForm(HintsForm, PeriodForm, CarriesVersion):
    """`chairs`: who can lead it. `answers()` is what the action wants, with the `version` of the meeting that she saw, or the `submission`."""

    hinted_fields = ("title",)
    field_order = ("kind", "title", "occasion", "day", "begins", "ends", "place", "link", "chair", "places", "agenda_closes_on")
    title = LineField(
        length=120, label=gettext_lazy("What is it called?"), error_messages={"required": gettext_lazy("Write a few words first.")},
        help_text=gettext_lazy("Everybody who is invited reads this, in her mail and calendar too. No names."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("What kind of meeting?"), choices=Kind, widget=forms.RadioSelect, initial=Kind.NETWORK, error_messages=CHOOSE)
    occasion = forms.ChoiceField(
        label=gettext_lazy("Why do you meet?"), choices=WHY, widget=forms.RadioSelect, initial=Occasion.QUIET, error_messages=CHOOSE,
        help_text=gettext_lazy("Who is invited does not read this."),
    )
    place = LineField(length=200, label=gettext_lazy("Where?"), required=False, help_text=gettext_lazy("Only online? Then leave this empty and give the link."))
    link = LinkField(label=gettext_lazy("Link to take part online"), required=False)
    chair = forms.ChoiceField(
        label=gettext_lazy("Who leads it?"), required=False, error_messages=CHOOSE,
        help_text=gettext_lazy("A chair from outside helps people to speak freely."),
    )
    places = forms.IntegerField(
        label=gettext_lazy("How many places?"), required=False, min_value=1, max_value=MOST_PLACES, error_messages=NUMBER,
        help_text=gettext_lazy("Leave empty when there is room for everybody."),
    )
    agenda_closes_on = DayField(label=gettext_lazy("Last day to propose a point"), required=False)

    def __init__(self, *args: Any, at: datetime, chairs: Iterable[Membership], meeting: Meeting | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        initial = {**(_values_of(meeting) if meeting else {}), **kwargs.pop("initial", {})}
        super().__init__(*args, at=at, initial=initial, **kwargs)
        for name in ("place", "chair"):
            self.fields[name].may_stay_empty = False  # type: ignore[attr-defined]  # read by the template of a field
        self.chairs = {str(each.uuid): each for each in chairs}
        chair: Any = self.fields["chair"]
        chair.choices = [("", _("Somebody of the municipality")), *((uuid, each.name) for uuid, each in self.chairs.items())]
        self.carry(meeting)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not values.get("place") and not values.get("link") and not self.errors.keys() & {"place", "link"}:
            self.add_error("place", _("Fill in where it is, or a link to take part online."))
        closes, day = values.get("agenda_closes_on"), values.get("day")
        if closes and day and closes > day:
            self.add_error("agenda_closes_on", _("Choose the day of the meeting, or a day before it."))
        elif closes and closes < local_date(self.at) and closes != self.initial.get("agenda_closes_on"):
            self.add_error("agenda_closes_on", _("This day is over already."))
        return values

    def answers(self) -> dict[str, Any]:
        left_out = {"hints_seen", "day", "begins", "ends", "chair"}
        values = {name: value for name, value in self.cleaned_data.items() if name not in left_out}
        return {**values, "chair": self.chairs.get(self.cleaned_data["chair"])}


def _values_of(meeting: Meeting) -> dict[str, Any]:
    begins, ends = meeting.starts_at.astimezone(AMSTERDAM), meeting.ends_at.astimezone(AMSTERDAM)
    kept = {name: getattr(meeting, name) for name in ("kind", "title", "occasion", "place", "link", "places", "agenda_closes_on")}
    chair = str(meeting.chair.uuid) if meeting.chair else ""
    return {**kept, "chair": chair, "day": local_date(meeting.starts_at), "begins": begins.time(), "ends": ends.time()}
