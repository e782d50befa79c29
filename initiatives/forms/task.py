"""What is filled in around a task for an initiative."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures.forms.asking import CHOOSE, WRITE
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.submissions import SubmissionField
from ui.hints import HintsForm
from ui.inputs import DayField, LineField, RowField

FURTHEST = timedelta(days=730)


class NewTaskForm(HintsForm):
    hinted_fields = ("what",)
    more_hints = (NAMES_NOBODY,)
    submission = SubmissionField()
    what = LineField(
        length=200, label=_("What do we do?"), error_messages=WRITE,
        help_text=_("One thing, for example: ask for the permit. Everybody who sees the initiative reads it."),
    )
    owner = RowField(label=_("Who does it?"), error_messages=CHOOSE)
    due_on = DayField(label=_("By when is it done?"))

    def __init__(self, *args: Any, owners: Sequence[Membership], today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        owner, day = self._asked("owner"), self._asked("due_on")
        owner.offer(owners)
        day.error_messages["required"] = _("Choose a day.")
        day.between(today, today + FURTHEST)

    def _asked(self, name: str) -> Any:  # noqa: ANN401  the kinds of fields differ
        return self.fields[name]


class DropTaskForm(HintsForm):
    hinted_fields = ("because",)
    more_hints = (NAMES_NOBODY,)
    because = LineField(
        length=300, label=_("Why does nobody do it?"), error_messages={"required": _("Write a few words, so that it is clear why.")},
        help_text=_("Everybody who sees the initiative reads this. No names."),
    )
