"""For whom codes are printed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from evaluations.models.sheet import Participant


class CodePrintForm(forms.Form):
    people = forms.MultipleChoiceField(
        label=_("For whom?"), widget=forms.CheckboxSelectMultiple, help_text=_("A paper that was printed before stops for who is chosen here."),
        error_messages={"required": _("Choose at least one person."), "invalid_choice": _("Choose people of the list.")},
    )

    def __init__(self, *args: Any, people: Sequence[Participant], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._people = {str(each.uuid): each for each in people}
        self.fields["people"].choices = [(uuid, each.member.name) for uuid, each in self._people.items()]  # type: ignore[attr-defined]  # a choice field

    def answers(self) -> dict[str, Any]:
        return {"people": [self._people[uuid] for uuid in self.cleaned_data["people"]]}
