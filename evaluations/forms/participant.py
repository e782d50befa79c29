"""Who is asked too: who joined after the round opened, and officials who are not asked by themselves."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from evaluations.kinds import Group

FIELDS = {"figures": Group.KEY_FIGURES, "officials": Group.OFFICIALS}


def _ticks(**words: Any) -> forms.MultipleChoiceField:  # noqa: ANN401  passed on
    gone = {"invalid_choice": gettext_lazy("Somebody of these cannot be asked any more. Choose again.")}
    return forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, error_messages=gone, **words)


class AskForm(forms.Form):
    """`people`: per group who can be asked and is not yet. A group with nobody has no field."""

    figures = _ticks(label=gettext_lazy("Key figures"))
    officials = _ticks(label=gettext_lazy("Officials"))

    def __init__(self, *args: Any, people: dict[str, Iterable[Membership]], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.people = {group: {str(each.uuid): each for each in members} for group, members in people.items()}
        for name, group in FIELDS.items():
            field: Any = self.fields[name]
            field.choices = [(uuid, each.name) for uuid, each in self.people.get(group, {}).items()]
            if not field.choices:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(values.values()):
            raise forms.ValidationError(_("Choose who is asked."))
        return values

    def answers(self) -> dict[str, Any]:
        return {"members": {FIELDS[name]: [self.people[FIELDS[name]][uuid] for uuid in chosen] for name, chosen in self.cleaned_data.items() if chosen}}
