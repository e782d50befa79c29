"""What is filled in when something happens: choices from lists, never a word about anybody."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.actions.contact import LONGEST_AGO
from keyfigures.catalogue import Theme
from keyfigures.forms.contact import ShortChoice
from keyfigures.forms.submissions import SubmissionField
from keyfigures.models.contact import How
from keyfigures.models.settings import Area
from meetings.forms.period import PeriodForm
from meetings.forms.planning import CHOOSE, LinkField
from meetings.kinds import Phase
from ui.inputs import DayField, LineField


class BeginForm(forms.Form):
    phase = ShortChoice(label=_("How does it stand?"), choices=[(Phase.ACUTE, Phase.ACUTE.label), (Phase.SIGNS, Phase.SIGNS.label)], error_messages=CHOOSE)
    theme = forms.ChoiceField(label=_("What is it about?"), choices=Theme, initial=Theme.NEIGHBOURHOOD, error_messages=CHOOSE)

    def __init__(self, *args: Any, areas: Iterable[Area], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._areas = {str(area.uuid): area for area in areas}
        if self._areas:
            choices = [("", _("The whole municipality")), *((uuid, area.name) for uuid, area in self._areas.items())]
            self.fields["area"] = forms.ChoiceField(label=_("Where?"), choices=choices, required=False, error_messages=CHOOSE)
            self.fields["area"].may_stay_empty = False  # type: ignore[attr-defined]  # the whole municipality says it

    def answers(self) -> dict[str, Any]:
        return {**self.cleaned_data, "area": self._areas.get(self.cleaned_data.get("area", ""))}


class PhaseForm(forms.Form):
    """One of the buttons. The end has a page of its own."""

    phase = forms.ChoiceField(choices=[(phase, phase.label) for phase in Phase if phase != Phase.OVER])


class AftercareForm(forms.Form):
    how = ShortChoice(label=_("How?"), choices=How.choices, initial=How.CALL, error_messages=CHOOSE)
    on = DayField(label=_("On which day?"))

    def __init__(self, *args: Any, first: date, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        field: Any = self.fields["on"]
        field.initial = today
        field.between(max(first, today - LONGEST_AGO), today)


class ExtraMeetingForm(PeriodForm):
    """The first of two steps: when and where."""

    place = LineField(length=200, label=_("Where?"), required=False)
    link = LinkField(label=_("Link to take part online"), required=False)
    submission = SubmissionField()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not values.get("place") and not values.get("link") and not self.errors.keys() & {"place", "link"}:
            self.add_error("place", _("Fill in where it is, or a link to take part online."))
        return values

    def answers(self) -> dict[str, Any]:
        return {each: self.cleaned_data[each] for each in ("starts_at", "ends_at", "place", "link", "submission")}


class WhoForm(forms.Form):
    """The second step: whom to invite, of those who were chosen to be called."""

    who = forms.MultipleChoiceField(
        label=_("Whom do you invite?"), widget=forms.CheckboxSelectMultiple, error_messages={**CHOOSE, "required": _("Choose at least one person.")},
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        field: Any = self.fields["who"]
        field.choices = list(people)
        field.initial = [uuid for uuid, _name in field.choices]
