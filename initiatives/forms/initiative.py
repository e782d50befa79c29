"""What is filled in around an idea."""

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.kinds import Answer
from keyfigures.forms.asking import CHOOSE
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.submissions import SubmissionField
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField

WRITE = {"required": _("Write a few words first.")}


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


class AnswerIdeaForm(HintsForm):
    hinted_fields = ("reason",)
    more_hints = (NAMES_NOBODY,)
    answer = forms.ChoiceField(label=_("What do we say?"), choices=Answer, widget=forms.RadioSelect, error_messages=CHOOSE)
    reason = LinesField(
        length=1000, rows=4, label=_("Why, or on which condition?"), error_messages=WRITE,
        help_text=_("Short sentences, no rules by number. Say what can be done, and by whom. The network reads it; it is sent at once."),
    )
