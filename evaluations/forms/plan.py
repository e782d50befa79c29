"""Forms of the evaluation of a plan: who reads it, what each finds, what they agree on."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from evaluations.actions import plan as acts
from evaluations.actions.plan import Answer, lacks
from evaluations.kinds import QuestionKind
from evaluations.models.plan import PlanOutcome, PlanReading
from evaluations.models.questionnaire import Question, Version
from evaluations.presentation.question import plan_answers, said
from keyfigures.forms.asking import CHOOSE
from keyfigures.forms.contact import ShortChoice
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LinesField


class EvaluatorsForm(forms.Form):
    """At least two, at least one from outside; and with which checklist."""

    evaluators = forms.MultipleChoiceField(
        label=gettext_lazy("Who reads the plan?"), widget=forms.CheckboxSelectMultiple,
        error_messages={**CHOOSE, "required": gettext_lazy("Choose who reads the plan.")},
        help_text=gettext_lazy("At least two people: one who knows the plan, and one from outside who asks what nobody asks any more."),
    )
    questions = forms.ChoiceField(label=gettext_lazy("With which checklist?"), error_messages=CHOOSE)

    def __init__(
        self, *args: Any, people: Collection[Membership], checklists: Sequence[Version], chosen: Version | None, **kwargs: Any,  # noqa: ANN401  passed on
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people, self.checklists = people, checklists
        evaluators: Any = self.fields["evaluators"]
        evaluators.choices = _named(people)
        questions: Any = self.fields["questions"]
        told = _("%(title)s, version %(number)d")
        questions.choices = [(str(each.uuid), told % {"title": each.questionnaire.title, "number": each.number}) for each in checklists]
        questions.initial = str(chosen.uuid) if chosen in checklists and chosen is not None else None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if "evaluators" in values and (problem := lacks(self._chosen(values))):
            self.add_error("evaluators", problem)
        return values

    def answers(self) -> dict[str, Any]:
        questions = next(each for each in self.checklists if str(each.uuid) == self.cleaned_data["questions"])
        return {"evaluators": self._chosen(self.cleaned_data), "questions": questions}

    def _chosen(self, values: dict[str, Any]) -> list[Membership]:
        return [each for each in self.people if str(each.uuid) in values["evaluators"]]


def _named(people: Collection[Membership]) -> list[tuple[str, str]]:
    return [(str(each.uuid), f"{each.name} ({', '.join(each.role_names)})") for each in people]


class ReplaceForm(forms.Form):
    evaluator = forms.ChoiceField(label=gettext_lazy("Who reads the plan instead?"), widget=forms.RadioSelect, error_messages=CHOOSE)

    def __init__(self, *args: Any, people: Collection[Membership], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.people = people
        evaluator: Any = self.fields["evaluator"]
        evaluator.choices = _named(people)

    def answers(self) -> dict[str, Any]:
        return {"evaluator": next(each for each in self.people if str(each.uuid) == self.cleaned_data["evaluator"])}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question on the screen. `heading` and `intro` of its section stand above the first of it."""

    title: str
    help: str
    section_id: str
    fields: Sequence[BoundField]
    heading: str = ""
    intro: str = ""


class ReadingForm(HintsForm, VersionedForm):
    """Saved in between without an answer to everything; `hands_in` asks for all of them."""

    hints_seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20000)

    def __init__(
        self, *args: Any, reading: PlanReading, questions: Sequence[Question], hands_in: bool = False, **kwargs: Any,  # noqa: ANN401  passed on
    ) -> None:
        super().__init__(*args, initial={"version": reading.edits}, **kwargs)
        self.questions, self.hands_in = questions, hands_in
        kept = acts.kept_answers(reading)
        for question in questions:
            self._ask(question, kept.get(question.identity, acts.NO_ANSWER))
        self.hinted_fields = tuple(name for name in self.fields if name.startswith("remark_"))

    def _ask(self, question: Question, given: Answer) -> None:
        end, is_open = question.identity.hex, question.kind == QuestionKind.OPEN
        if not is_open:
            self.fields[f"answer_{end}"] = ShortChoice(
                choices=plan_answers(), label=_("Do you agree?"), required=False, initial=given.answer or None,
                error_messages={"invalid_choice": _("Choose one of the list.")},
            )
        asks = _("What do you find?") if is_open else _("Why?")
        self.fields[f"remark_{end}"] = LinesField(length=1000, rows=2, required=False, label=asks, initial=given.remark)
        for name in (f"answer_{end}", f"remark_{end}"):
            if name in self.fields:
                self.fields[name].may_stay_empty = False  # type: ignore[attr-defined]  # the page says what may stay empty

    def asked(self) -> Iterator[Asked]:
        above = None
        for number, question in enumerate(self.questions, start=1):
            begins, above = question.section_id != above, question.section_id
            bound = [self[name] for name in (f"answer_{question.identity.hex}", f"remark_{question.identity.hex}") if name in self.fields]
            yield Asked(
                title=f"{number}. {said(question.words)}", help=said(question.help), section_id=f"vraag-{number}", fields=bound,
                heading=said(question.section.title) if begins else "", intro=said(question.section.intro) if begins else "",
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.hands_in:
            for name in [each for each in self.fields if each.startswith("answer_")]:
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, _("Choose an answer. You can also choose that you do not know."))
        return values

    def answers(self) -> dict[str, Any]:
        values = self.cleaned_data
        given: dict[UUID, Answer] = {
            each.identity: Answer(values.get(f"answer_{each.identity.hex}", ""), values[f"remark_{each.identity.hex}"]) for each in self.questions
        }
        return {"edits": values["version"], "answers": given}


class OutcomeForm(HintsForm, VersionedForm):
    hinted_fields = ("text",)
    more_hints = (NAMES_NOBODY,)
    text = LinesField(
        length=1000, rows=5, label=gettext_lazy("What do you agree on?"),
        error_messages={"required": gettext_lazy("Write what you agree on, or that you keep differing.")},
        help_text=gettext_lazy("For example: the goal is too wide, we make it smaller before the summer. Name nobody."),
    )

    def __init__(self, *args: Any, outcome: PlanOutcome | None, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        initial = {"text": outcome.text, "version": outcome.edits} if outcome is not None else {"version": 0}
        super().__init__(*args, initial=initial, **kwargs)

    def answers(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"], "edits": self.cleaned_data["version"]}
