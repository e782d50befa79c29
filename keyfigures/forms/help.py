"""What is filled in around a help request."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms import MemberField
from accounts.models import Membership
from keyfigures.forms.submissions import SubmissionField
from keyfigures.models.help import HelpCategory, HelpOutcome
from ui.hints import HintsForm
from ui.inputs import LinesField

LENGTH = 1500
CHOOSE = {"required": _("Choose one."), "invalid_choice": _("Choose one of the list.")}
WRITE = {"required": _("Write a few words first.")}


class AskHelpForm(HintsForm):
    """One page: about what, and the question."""

    hinted_fields = ("text",)
    submission = SubmissionField()
    category = forms.ChoiceField(label=_("What is it about?"), choices=HelpCategory, widget=forms.RadioSelect, error_messages=CHOOSE)
    text = LinesField(
        length=LENGTH, rows=5, label=_("What do you need?"), help_text=_("A few sentences are enough. We ask on if we need more."), error_messages=WRITE,
    )


class SayForm(HintsForm):
    """A message in the conversation, of either side."""

    hinted_fields = ("text",)
    text = LinesField(length=LENGTH, rows=3, label=_("Your message"), error_messages=WRITE)


class FinishHelpForm(HintsForm):
    hinted_fields = ("text",)
    outcome = forms.ChoiceField(label=_("How did it end?"), choices=HelpOutcome, widget=forms.RadioSelect, error_messages=CHOOSE)
    text = LinesField(
        length=LENGTH, rows=3, label=_("Tell it in your own words"), help_text=_("This is the last message. It is sent at once."), error_messages=WRITE,
    )


class ColleagueForm(forms.Form):
    """To whom it goes."""

    to = MemberField(label=_("To whom?"), empty_label=_("Choose a colleague"))

    def __init__(self, *args: Any, colleagues: list[Membership], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.queryset = Membership.objects.filter(pk__in=[each.pk for each in colleagues]).select_related("user").order_by("user__name", "pk")


class DidItHelpForm(forms.Form):
    did_help = forms.TypedChoiceField(
        label=_("Did it help?"),
        choices=[("yes", pgettext_lazy("did it help", "Yes")), ("no", pgettext_lazy("did it help", "No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
