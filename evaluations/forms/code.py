"""The code on paper, as somebody types it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from evaluations import codes
from ui.inputs import LineField


class CodeField(LineField):
    def __init__(self) -> None:
        super().__init__(length=40, label=_("Code on the paper"), help_text=_("Ten letters. Spaces and capitals do not matter."))
        self.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}

    def clean(self, value: object) -> str:
        code = codes.typed(super().clean(value))
        if len(code) != codes.LENGTH or set(code) - set(codes.LETTERS):
            raise ValidationError(_("A code has ten letters, without I, L and O. Look at the paper again."), code="no_code")
        return code


class CodeForm(forms.Form):
    code = CodeField()
