"""What is filled in to plan an evaluation, to change it, to cancel it, and to ask somebody from outside."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from evaluations.kinds import Kind, Part, Use
from evaluations.models.evaluation import Evaluation
from evaluations.models.questionnaire import Version
from keyfigures.forms.submissions import SubmissionField
from keyfigures.forms.versions import VersionField
from ui.hints import HintsForm
from ui.inputs import DayField, LineField

CHOOSE = {"required": gettext_lazy("Choose one."), "invalid_choice": gettext_lazy("Choose one of the list.")}
MOST_MONTHS = 120
NUMBER = {
    "required": gettext_lazy("Write a number. 0 means: only when you plan one."), "invalid": gettext_lazy("Write a number. 0 means: only when you plan one."),
    "min_value": gettext_lazy("Write a number from 0."), "max_value": gettext_lazy("Ten years is the most: 120."),
}
LONGEST = timedelta(days=92)  # open longer, and nobody remembers what was asked when


class EvaluationForm(HintsForm):
    """`versions`: published lists of the municipality. `evaluation`: the one that is changed, whose kind is fixed."""

    hinted_fields = ("title",)
    kind = forms.ChoiceField(label=gettext_lazy("What kind of evaluation?"), choices=Kind, widget=forms.RadioSelect, initial=Kind.SURVEY, error_messages=CHOOSE)
    title = LineField(
        length=120, label=gettext_lazy("What is the evaluation called?"), error_messages={"required": gettext_lazy("Write a few words first.")},
        help_text=gettext_lazy("Everybody who is asked reads this. No names."),
    )
    opens_on = DayField(label=gettext_lazy("First day"))
    closes_on = DayField(label=gettext_lazy("Last day"))
    questions = forms.ChoiceField(
        label=gettext_lazy("Questions to key figures"), required=False, error_messages=CHOOSE,
        help_text=gettext_lazy("For questions to the network. Only lists that are published."),
    )
    mirror = forms.ChoiceField(
        label=gettext_lazy("The same questions to officials"), required=False, error_messages=CHOOSE,
        help_text=gettext_lazy("What both answered stands side by side in the results. Leave it empty to ask key figures only."),
    )

    def __init__(self, *args: Any, today: date, versions: Iterable[Version], evaluation: Evaluation | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        self.today, self.versions = today, {str(each.uuid): each for each in versions}
        initial = {**(_values_of(evaluation) if evaluation else {}), **kwargs.pop("initial", {})}
        super().__init__(*args, initial=initial, **kwargs)
        self._offer("questions", Use.SURVEY)
        self._offer("mirror", Use.MIRROR)
        if evaluation is None:
            self.fields["submission"] = SubmissionField()
            return
        del self.fields["kind"]
        self.fields["edits"] = VersionField(initial=evaluation.edits)
        if evaluation.kind != Kind.SURVEY:
            del self.fields["questions"], self.fields["mirror"]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        opens, closes = values.get("opens_on"), values.get("closes_on")
        if opens and opens < self.today:
            self.add_error("opens_on", _("This day is over already."))
        if opens and closes and closes <= opens:
            self.add_error("closes_on", _("Choose a day after the first one."))
        elif opens and closes and closes - opens > LONGEST:
            self.add_error("closes_on", _("Three months is the longest."))
        return values

    def answers(self) -> dict[str, Any]:
        """A list of questions belongs to a survey only."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "hints_seen"}
        if "questions" not in values:
            return values
        is_survey = values.get("kind", Kind.SURVEY) == Kind.SURVEY
        return {**values, **{name: self.versions.get(values[name]) if is_survey else None for name in ("questions", "mirror")}}

    def bring_up_to(self, edits: int) -> None:
        """She saw what a colleague changed: what she sends now is her choice."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # posted fields are a QueryDict
        data["edits"] = edits
        self.data = data

    def _offer(self, name: str, use: str) -> None:
        field: Any = self.fields[name]
        field.may_stay_empty = False  # read by the template of a field
        lists = [(uuid, _name_of(each)) for uuid, each in self.versions.items() if each.questionnaire.use == use]
        field.choices = [("", _("None yet")), *lists]


class CancelForm(HintsForm):
    hinted_fields = ("because",)
    because = LineField(
        length=300, label=gettext_lazy("Why does it not go on?"), help_text=gettext_lazy("Kept with the evaluation. No names."),
        error_messages={"required": gettext_lazy("Write why.")},
    )


class MonthsForm(forms.Form):
    """A number per kind; its fields are the kinds."""

    def __init__(self, *args: Any, months: dict[str, int], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        kwargs["initial"] = months
        super().__init__(*args, **kwargs)
        for kind in Kind:
            self.fields[kind.value] = forms.IntegerField(label=kind.label, min_value=0, max_value=MOST_MONTHS, error_messages=NUMBER)

    def answers(self) -> dict[str, Any]:
        return {"months": dict(self.cleaned_data)}


class GuestForm(forms.Form):
    """`people`: who comes from outside."""

    member = forms.ChoiceField(label=gettext_lazy("Who?"), error_messages=CHOOSE)
    part = forms.ChoiceField(label=gettext_lazy("What does she do?"), choices=Part, widget=forms.RadioSelect, error_messages=CHOOSE)
    until = DayField(label=gettext_lazy("Until and including"), help_text=gettext_lazy("After this day she sees nothing of it any more."))

    def __init__(self, *args: Any, today: date, people: Iterable[Membership], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.today, self.people = today, {str(each.uuid): each for each in people}
        field: Any = self.fields["member"]
        field.choices = [("", _("Choose a person")), *((uuid, f"{each.name}, {', '.join(each.role_names)}") for uuid, each in self.people.items())]

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < self.today:
            raise forms.ValidationError(_("This day is over already."))
        return until

    def answers(self) -> dict[str, Any]:
        return {**self.cleaned_data, "member": self.people[self.cleaned_data["member"]]}


def _name_of(version: Version) -> str:
    return _("%(title)s, version %(number)d") % {"title": version.questionnaire.title, "number": version.number}


def _values_of(evaluation: Evaluation) -> dict[str, Any]:
    versions = {name: str(version.uuid) if version else "" for name, version in (("questions", evaluation.questions), ("mirror", evaluation.mirror))}
    return {"title": evaluation.title, "opens_on": evaluation.opens_on, "closes_on": evaluation.closes_on, **versions}
