"""Another owner of an action point, or nobody."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures.forms.asking import CHOOSE
from meetings.forms.agenda import WHY
from meetings.forms.report import FURTHEST
from ui.hints import HintsForm
from ui.inputs import DayField, LinesField, RowField


class OwnerForm(forms.Form):
    owner = RowField(label=_("Who does it?"), error_messages=CHOOSE, help_text=_("A key figure is asked first, and may say no."))
    due_on = DayField(label=_("By when?"))

    def __init__(self, *args: Any, owners: Sequence[Membership], today: date, due_on: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.offer(owners)
        day: Any = self.fields["due_on"]
        day.error_messages["required"] = _("Choose a day.")
        day.initial = max(due_on, today)
        day.between(today, today + FURTHEST)

    def answers(self) -> dict[str, Any]:
        return {"owner": self.cleaned_data["owner"], "due_on": self.cleaned_data["due_on"]}


class DropForm(HintsForm):
    hinted_fields = ("because",)
    because = LinesField(
        length=300, rows=3, label=_("Why does nobody do it?"), error_messages=WHY,
        help_text=_("Everybody who was invited reads this. No names."),
    )
