"""What is filled in about a point of the agenda."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.forms.naming import NAMES_A_PERSON
from keyfigures.forms.submissions import SubmissionField
from meetings.kinds import Aim
from meetings.models.meeting import Meeting
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField
from ui.phrases import Words

CHOOSE = {"required": _("Choose one."), "invalid_choice": _("Choose one of the list.")}
LONGEST = 240  # minutes
MINUTES = {
    "required": _("Write a number of minutes."), "invalid": _("Write a number, for example 10."), "min_value": _("Write at least 1 minute."),
    "max_value": _("Write at most 240 minutes."),
}
WHY = {"required": _("Write a few words, so that it is clear why.")}


class PointForm(HintsForm):
    """From whom it comes is not asked: that follows from who she is."""

    hinted_fields = ("title", "explanation")
    more_hints = (NAMES_A_PERSON,)
    submission = SubmissionField()
    title = LineField(length=120, label=_("What is it about?"), error_messages={"required": _("Write in a few words what it is about.")})
    aim = forms.ChoiceField(
        label=_("What do you want with it?"), choices=Aim, widget=forms.RadioSelect, error_messages=CHOOSE,
    )
    minutes = forms.IntegerField(
        label=_("How many minutes, about?"), initial=10, min_value=1, max_value=LONGEST, error_messages=MINUTES,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    explanation = LinesField(
        length=600, rows=4, label=_("Explanation"), required=False,
        help_text=_("What should others know before? Everybody who is invited reads it. Write nothing about persons."),
    )


class OffForm(HintsForm):
    hinted_fields = ("because",)
    because = LinesField(
        length=300, rows=3, label=_("Why does it not come on the agenda?"), help_text=_("Who proposed it reads this."), error_messages=WHY,
    )


class MoveOnForm(HintsForm):
    hinted_fields = ("because",)
    to = forms.ChoiceField(label=_("To which meeting?"), widget=forms.RadioSelect, error_messages=CHOOSE)
    because = LinesField(length=300, rows=3, label=_("Why later?"), help_text=_("Who proposed it reads this."), error_messages=WHY)

    def __init__(self, *args: Any, meetings: Iterable[Meeting], words: Words, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.meetings = {str(each.uuid): each for each in meetings}
        field: Any = self.fields["to"]
        field.choices = [(uuid, f"{each.title}, {words.period(each.starts_at, each.ends_at)}") for uuid, each in self.meetings.items()]

    def answers(self) -> dict[str, Any]:
        answers = super().answers()
        return {**answers, "to": self.meetings[answers["to"]]}
