"""What a chair declares: three statements, of which none can be missed, and her own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.models.independence import STATEMENTS
from ui.hints import HintsForm
from ui.inputs import LinesField

NOT_TRUE = _("Is this not true? Then you cannot declare it. Call the organiser.")


class DeclarationForm(HintsForm):
    hinted_fields = ("own_words",)
    not_employed = forms.BooleanField(error_messages={"required": NOT_TRUE})
    not_paid_otherwise = forms.BooleanField(error_messages={"required": NOT_TRUE})
    no_seat = forms.BooleanField(error_messages={"required": NOT_TRUE})
    own_words = LinesField(
        length=500, rows=4, label=_("What else do you want to say about it?"), required=False,
        help_text=_("For example what you do besides this. Everybody who is invited reads it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for name, words in STATEMENTS.items():
            self.fields[name].label = words
