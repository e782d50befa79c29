"""What is filled in around an idea: filing, beginning, answering, and what is known of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from initiatives.kinds import Answer, Beginning, MunicipalRole
from initiatives.models.initiative import Initiative
from initiatives.models.question import CommunityQuestion, InitiativeSettings
from keyfigures.catalogue import Theme
from keyfigures.forms.asking import CHOOSE, WRITE
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.submissions import SubmissionField
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField
from ui.money import EuroField

OF_THE_COMMUNITY = [(each.value, each.label) for each in Beginning if each != Beginning.MUNICIPALITY]
THEMES = [(each.value, each.label) for each in Theme if each != Theme.NONE]


class QuestionField(forms.ChoiceField):
    """Which question of the community is behind it: ours and those of the municipality that are in use."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(label=_("Which question of the community is behind it?"), error_messages=CHOOSE, **kwargs)

    def offer(self, municipality: Municipality, *, keeps: str = "") -> None:
        """What was chosen before (`keeps`) stays a choice, also when nobody can newly choose it."""
        hidden = InitiativeSettings.objects.of(municipality).hidden_questions
        closed = CommunityQuestion.objects.closed_in(municipality, hidden=hidden) - {keeps}
        names = CommunityQuestion.objects.names_of(municipality)
        none = [("", _("Not known yet") if not self.required else _("Choose a question"))]
        self.choices = [*none, *((code, name) for code, name in names.items() if code not in closed)]


class FileIdeaForm(HintsForm):
    """Three fields, on a phone."""

    hinted_fields = ("what", "for_whom", "needs")
    more_hints = (NAMES_NOBODY,)
    submission = SubmissionField()
    what = LineField(
        length=200, label=_("What is your idea?"), error_messages=WRITE,
        help_text=_("One sentence is enough, for example: eating together on the square."),
    )
    for_whom = LineField(length=200, label=_("For whom is it?"), help_text=_("A street, a club, parents, everybody. Never one person."), error_messages=WRITE)
    needs = LinesField(
        length=600, rows=4, label=_("What do you need from us?"), help_text=_("A room, a permit, money, somebody who thinks along. Nothing is fine too."),
        required=False,
    )


class BeginForm(HintsForm):
    """By the municipality: with the question of the community that it answers."""

    hinted_fields = ("what", "for_whom", "reason")
    more_hints = (NAMES_NOBODY,)
    submission = SubmissionField()
    question = QuestionField()
    reason = LinesField(
        length=1000, rows=4, label=_("What did people ask or tell?"), error_messages=WRITE,
        help_text=_("Where did you hear it, and what was it about? Without names. The network reads it."),
    )
    what = LineField(length=200, label=_("What do we do?"), error_messages=WRITE, help_text=_("One sentence."))
    for_whom = LineField(length=200, label=_("For whom is it?"), help_text=_("A street, a club, parents, everybody. Never one person."), error_messages=WRITE)
    municipal_role = forms.ChoiceField(
        label=_("What does the municipality do in it?"), choices=MunicipalRole, widget=forms.RadioSelect, error_messages=CHOOSE,
        help_text=_("Can people do it themselves? Then facilitate."),
    )

    def __init__(self, *args: Any, municipality: Municipality, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        question: Any = self.fields["question"]
        question.offer(municipality)


class AnswerIdeaForm(HintsForm):
    hinted_fields = ("reason",)
    more_hints = (NAMES_NOBODY,)
    answer = forms.ChoiceField(label=_("What do we say?"), choices=Answer, widget=forms.RadioSelect, error_messages=CHOOSE)
    reason = LinesField(
        length=1000, rows=4, label=_("Why, or on which condition?"), error_messages=WRITE,
        help_text=_("Short sentences, no rules by number. Say what can be done, and by whom. The network reads it; it is sent at once."),
    )


class PlanForm(VersionedForm):
    """What is known of an initiative beside the idea. Who began is asked only of what came from the community."""

    beginning = forms.ChoiceField(label=_("Who began?"), choices=OF_THE_COMMUNITY, widget=forms.RadioSelect, error_messages=CHOOSE)
    question = QuestionField(required=False)
    themes = forms.MultipleChoiceField(
        label=_("Which forms of extremism is it about?"), choices=THEMES, widget=forms.CheckboxSelectMultiple, required=False, error_messages=CHOOSE,
        help_text=_("Choose none when it is about living together, not about extremism."),
    )
    municipal_role = forms.ChoiceField(
        label=_("What does the municipality do in it?"), choices=[("", _("Not known yet")), *MunicipalRole.choices], widget=forms.RadioSelect,
        required=False, error_messages=CHOOSE,
    )
    budget_asked = EuroField(label=_("How much money was asked?"), required=False, help_text=_("In whole euros. Leave it empty when no money was asked."))
    budget_granted = EuroField(label=_("How much do we give?"), required=False, help_text=_("In whole euros. Leave it empty while it is not decided."))

    def __init__(self, *args: Any, row: Initiative, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        told = {name: getattr(row, name) for name in ("beginning", "question", "themes", "municipal_role", "budget_asked", "budget_granted")}
        super().__init__(*args, **{"initial": {**told, "version": row.edits}, **kwargs})
        self._began = row.beginning
        question: Any = self.fields["question"]
        if row.beginning == Beginning.MUNICIPALITY:
            del self.fields["beginning"]
            question.required = True
        question.offer(row.municipality, keeps=row.question)

    def answers(self) -> dict[str, Any]:
        return {"beginning": self._began, **self.cleaned_data}
