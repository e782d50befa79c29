"""What is filled in around thanks and recognition."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.models.recognition import Recognition, RecognitionKind, Visibility
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField

CHOOSE = {"required": _("Choose one."), "invalid_choice": _("Choose one of the list.")}


class ThankForm(HintsForm):
    """`wanted` counts only for recognition: personal thanks are for her alone."""

    hinted_fields = ("text",)
    kind = forms.ChoiceField(
        label=_("What is it?"), choices=RecognitionKind, widget=forms.RadioSelect, initial=RecognitionKind.THANKS, error_messages=CHOOSE,
        help_text=_("Personal thanks stay between you two. For recognition the key figure chooses who may see it."),
    )
    text = LinesField(length=600, rows=4, label=_("Your words"), error_messages={"required": _("Write a few words first.")})
    wanted = forms.ChoiceField(
        label=_("For whom would you like to show the recognition?"),
        choices=[(Visibility.INTERNAL, Visibility.INTERNAL.label), (Visibility.PUBLIC, Visibility.PUBLIC.label)],
        widget=forms.RadioSelect, initial=Visibility.INTERNAL, required=False, error_messages=CHOOSE,
    )

    def answers(self) -> dict[str, Any]:
        values = super().answers()
        is_thanks = values["kind"] == RecognitionKind.THANKS
        return {**values, "wanted": Visibility.NONE if is_thanks else values["wanted"] or Visibility.INTERNAL}


class ChoiceForm(forms.Form):
    """Nothing is chosen beforehand, and nothing wider than was asked can be chosen."""

    chosen = forms.ChoiceField(label=_("Who may see this?"), widget=forms.RadioSelect, error_messages=CHOOSE)
    public_name = LineField(
        length=100, required=False, label=_("How are you called there?"),
        help_text=_("Only when everybody may see it. You may also leave out your family name."),
    )

    def __init__(self, *args: Any, row: Recognition, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        narrow = [Visibility.NONE, Visibility.INTERNAL]
        offered = [*narrow, Visibility.PUBLIC] if row.wanted == Visibility.PUBLIC else narrow
        field: Any = self.fields["chosen"]
        field.choices = [(each, each.label) for each in offered]
        if row.wanted != Visibility.PUBLIC:
            del self.fields["public_name"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("chosen") == Visibility.PUBLIC and "public_name" not in self.errors and not values.get("public_name"):
            self.add_error("public_name", _("Write how you want to be called."))
        return values
