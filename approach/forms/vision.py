"""The steps of a vision. Each may be left half written: what is missing is asked when it is adopted."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from approach.forms.seen import SeenForm
from approach.kinds import NetworkForm, OrganisationKind
from approach.marks import mark_of
from approach.models.vision import Vision
from approach.steps import step
from keyfigures.catalogue import ShippedRole
from keyfigures.forms.asking import CHOOSE
from keyfigures.forms.naming import NAMES_A_PERSON
from ui.hints import HintsForm
from ui.inputs import LinesField

NAMES_NOBODY = replace(
    NAMES_A_PERSON, why=gettext_lazy("A vision is public, and names nobody. The name of a place or an organisation is fine. You can also just go on."),
)
# What we would put in it: taken over with a button, and then the municipality's own.
LIMITS = (
    gettext_lazy("We never ask anybody to follow, watch or question somebody for us."),
    gettext_lazy("We never ask for lists: not of members, visitors or acquaintances, and not of who knows whom."),
    gettext_lazy("We never ask what somebody believes, what she votes or where she comes from."),
    gettext_lazy("We never ask anybody to speak for a whole group."),
    gettext_lazy("We never tell others who takes part, unless she wants that herself."),
    gettext_lazy("We never use a talk about help or a training to hear something about others."),
    gettext_lazy("Saying no never has a price: no help, money or place depends on it."),
)


class StepForm(HintsForm, SeenForm):
    """`number` of its step. The names of its fields are those of the vision."""

    more_hints = (NAMES_NOBODY,)
    number = 0

    def __init__(self, *args: Any, vision: Vision, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        held = {name: getattr(vision, name) for name in step(self.number).fields}
        super().__init__(*args, initial={**held, "seen": mark_of(held)}, **kwargs)
        for name in step(self.number).needed:
            self.fields[name].may_stay_empty = False  # type: ignore[attr-defined]  # the adoption asks for it

    def answers(self) -> dict[str, Any]:
        return {"values": {name: self.cleaned_data[name] for name in step(self.number).fields}, "seen": self.cleaned_data["seen"]}


class ProblemForm(StepForm):
    number = 1
    hinted_fields = ("problem",)
    problem = LinesField(length=3000, rows=8, required=False, label=gettext_lazy("The problem"))


class GoalForm(StepForm):
    number = 2
    hinted_fields = ("goal", "way")
    goal = LinesField(length=3000, rows=6, required=False, label=gettext_lazy("What do you want to reach?"))
    way = LinesField(length=3000, rows=6, required=False, label=gettext_lazy("How do you want to reach it?"))


class NetworkChoiceForm(StepForm):
    number = 3
    hinted_fields = ("form_because",)
    form = forms.ChoiceField(label=gettext_lazy("Which form?"), choices=NetworkForm.choices, widget=forms.RadioSelect, required=False, error_messages=CHOOSE)
    form_because = LinesField(
        length=1000, rows=4, required=False, label=gettext_lazy("Why this form?"), help_text=gettext_lazy("What did you consider, and what not?"),
    )


class WhoForm(StepForm):
    number = 4
    hinted_fields = ("who", "organisations_do")
    who = LinesField(
        length=2000, rows=5, required=False, label=gettext_lazy("Which people?"),
        help_text=gettext_lazy("For example: connectors, representatives, doers and critical thinkers, of all ages and from all parts of the municipality."),
    )
    organisations = forms.MultipleChoiceField(
        label=gettext_lazy("Which organisations?"), choices=OrganisationKind.choices, widget=forms.CheckboxSelectMultiple, required=False,
        error_messages=CHOOSE, help_text=gettext_lazy("By what they do. We keep nothing about what their people believe."),
    )
    organisations_do = LinesField(length=2000, rows=4, required=False, label=gettext_lazy("What do these organisations do?"))


class RolesForm(StepForm):
    number = 5
    hinted_fields = ("functions",)
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Which roles?"), choices=ShippedRole.choices, widget=forms.CheckboxSelectMultiple, required=False, error_messages=CHOOSE,
    )
    functions = LinesField(
        length=2000, rows=6, required=False, label=gettext_lazy("What do these roles mean with us?"),
        help_text=gettext_lazy("Say what you ask, how much time it takes, and what somebody gets in return."),
    )


class LimitsForm(StepForm):
    number = 7
    hinted_fields = ("limits", "links")
    limits = LinesField(length=2000, rows=8, required=False, label=gettext_lazy("What will you never ask?"), help_text=gettext_lazy("One limit on each line."))
    links = LinesField(
        length=1000, rows=3, required=False, label=gettext_lazy("With which other policy does it go together?"),
        help_text=gettext_lazy("Name the document and the year, so that a reader can find it."),
    )

    def take_over(self, examples: Iterable[str]) -> None:
        """What she typed, and below it the examples that are not there yet. Nothing is saved by this."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # posted fields are a QueryDict
        typed = str(data.get("limits", "")).replace("\r\n", "\n").strip()
        lines = typed.split("\n") if typed else []
        data["limits"] = "\n".join([*lines, *(each for each in examples if each not in lines)])
        self.data = data


# By step; the sub-goals have pages of their own.
FORMS: dict[int, type[StepForm]] = {each.number: each for each in (ProblemForm, GoalForm, NetworkChoiceForm, WhoForm, RolesForm, LimitsForm)}
