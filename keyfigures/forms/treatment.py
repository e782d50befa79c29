"""Input of a complaint about treatment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.forms.submissions import SubmissionField
from keyfigures.models.treatment import Finding
from ui.hints import HintsForm
from ui.inputs import LinesField

LENGTH = 2000


class ComplaintForm(HintsForm):
    hinted_fields = ("text",)
    submission = SubmissionField()
    text = LinesField(
        length=LENGTH, rows=6, label=_("What happened?"), help_text=_("What was said or done, by whom, and when. You need not prove anything."),
        error_messages={"required": _("Write in a few words what happened.")},
    )


class AnswerForm(HintsForm):
    hinted_fields = ("text",)
    finding = forms.ChoiceField(
        label=_("What do you find?"), choices=Finding, widget=forms.RadioSelect, error_messages={"required": _("Choose one of these.")},
    )
    text = LinesField(
        length=LENGTH, rows=6, label=_("What do you answer?"), help_text=_("What you looked into, what you find, and what changes. She reads this."),
        error_messages={"required": _("Write your answer first.")},
    )
