"""What is filled in around an improvement."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from evaluations.models.improvement import Improvement
from keyfigures.forms.asking import CHOOSE
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.submissions import SubmissionField
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import DayField, LineField, LinesField, RowField

FURTHEST = timedelta(days=730)
WRITE = {"required": _("Write a few words first.")}
Questions = Iterable[tuple[UUID, str]]


class ImprovementForm(HintsForm):
    """`questions`: identity and words of what was asked."""

    hinted_fields: tuple[str, ...] = ("what", "why")
    more_hints = (NAMES_NOBODY,)
    what = LineField(
        length=200, label=_("What gets better?"), error_messages=WRITE,
        help_text=_("One thing that you can do, for example: we call back within a week."),
    )
    why = LinesField(
        length=500, rows=3, label=_("Why?"), error_messages=WRITE, help_text=_("What did you hear? Without names, and not in the words of one person."),
    )
    identity = forms.ChoiceField(label=_("From which question does it follow?"), required=False, error_messages=CHOOSE)
    due_on = DayField(label=_("By when is it done?"))

    def __init__(self, *args: Any, questions: Questions, first: date, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        identity, day = self._asked("identity"), self._asked("due_on")
        identity.choices = [("", _("From more than one, or from a talk")), *((str(each), words) for each, words in questions)]
        day.error_messages["required"] = _("Choose a day.")
        day.between(min(first, today), today + FURTHEST)

    def answers(self) -> dict[str, Any]:
        answers = super().answers()
        return {**answers, "identity": UUID(answers["identity"]) if answers["identity"] else None}

    def _asked(self, name: str) -> Any:  # noqa: ANN401  the kinds of fields differ
        return self.fields[name]


class NewImprovementForm(ImprovementForm):
    submission = SubmissionField()
    owner = RowField(label=_("Who does it?"), error_messages=CHOOSE)
    field_order = ("what", "why", "identity", "owner", "due_on")

    def __init__(self, *args: Any, owners: Sequence[Membership], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._asked("owner").offer(owners)


class ChangeImprovementForm(ImprovementForm, VersionedForm):
    """`is_fixed`: the network was told in these words, and they stay."""

    def __init__(self, *args: Any, row: Improvement, is_fixed: bool, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        initial = {"what": row.what, "why": row.why, "identity": str(row.identity or ""), "due_on": row.due_on, "version": row.edits}
        super().__init__(*args, **{"initial": initial, "first": row.due_on, **kwargs})
        if is_fixed:
            del self.fields["what"]


class DoneForm(HintsForm):
    hinted_fields = ("outcome",)
    more_hints = (NAMES_NOBODY,)
    outcome = LinesField(
        length=500, rows=3, label=_("What became of it?"), error_messages=WRITE,
        help_text=_("What is different now? Everybody who was told of it reads this. No names."),
    )


class DropForm(HintsForm):
    hinted_fields = ("outcome",)
    more_hints = (NAMES_NOBODY,)
    outcome = LinesField(
        length=500, rows=3, label=_("Why is it not done?"), error_messages={"required": _("Write a few words, so that it is clear why.")},
        help_text=_("Everybody who was told of it reads this. No names."),
    )
