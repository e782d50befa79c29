"""How often a municipality wants to meet."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.kinds import Kind

MOST = 52
NUMBER = {
    "required": _("Write a number. 0 means: no fixed number."), "invalid": _("Write a number. 0 means: no fixed number."),
    "min_value": _("Write a number from 0."), "max_value": _("Once a week is the most: 52."),
}


class TargetsForm(forms.Form):
    """A number per kind; its fields are the kinds."""

    def __init__(self, *args: Any, per_year: dict[str, int], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        kwargs["initial"] = per_year
        super().__init__(*args, **kwargs)
        for kind in Kind:
            self.fields[kind.value] = forms.IntegerField(label=kind.label, min_value=0, max_value=MOST, error_messages=NUMBER)

    def answers(self) -> dict[str, Any]:
        return {"per_year": dict(self.cleaned_data)}
