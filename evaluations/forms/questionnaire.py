"""A list of questions: its name, what it is for, and in which languages it is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from evaluations.forms.drafts import DraftForm
from evaluations.kinds import Use
from evaluations.languages import FURTHER
from evaluations.models.questionnaire import Version
from keyfigures.forms.asking import CHOOSE, WRITE
from keyfigures.forms.submissions import SubmissionField
from ui.inputs import LineField


class TitleForm(forms.Form):
    title = LineField(
        length=120, label=_("What is it called?"), error_messages=WRITE, help_text=_("Who answers reads this too. No names."),
    )


class ListForm(TitleForm):
    """To make a list, or a copy of one."""

    use = forms.ChoiceField(label=_("What is it for?"), choices=Use, widget=forms.RadioSelect, initial=Use.SURVEY, error_messages=CHOOSE)
    submission = SubmissionField()


class LanguagesForm(DraftForm):
    languages = forms.MultipleChoiceField(
        label=_("In which languages, beside Dutch?"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(each.code, each.name) for each in FURTHER], error_messages=CHOOSE,
        help_text=_("You write the words yourself, at each question. The words of the scale are there already."),
    )

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, version=version, initial={"languages": version.languages}, **kwargs)
        self.fields["languages"].may_stay_empty = False  # type: ignore[attr-defined]  # only Dutch is an answer


class TakeOverForm(forms.Form):
    """The button below a list of ours."""

    submission = SubmissionField()
