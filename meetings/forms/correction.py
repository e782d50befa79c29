"""What is filled in about a correction, by both sides."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyfigures.forms.asking import WRITE
from keyfigures.forms.submissions import SubmissionField
from keyfigures.forms.versions import VersionedForm
from meetings.models.agenda import AgendaItem
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField


class CorrectionForm(HintsForm):
    hinted_fields = ("text",)
    submission = SubmissionField()
    text = LinesField(
        length=1000, rows=4, label=gettext_lazy("What should it say?"), error_messages=WRITE,
        help_text=gettext_lazy("Write it as it should stand in the report. No names. Others read your text, not who wrote it."),
    )


class TakeOverForm(HintsForm, VersionedForm):
    """The text of the point as it becomes; filled in as it is now."""

    def __init__(self, *args: Any, item: AgendaItem, version: int, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, initial={"version": version}, **kwargs)
        for name, field in self._texts(item):
            self.fields[name] = field
        self.hinted_fields = tuple(name for name, _field in self._texts(item))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        first = self.hinted_fields[0]
        if not self.errors and not any(values.get(name) for name in self.hinted_fields):
            self.add_error(first, _("Something must stay written about this point."))
        return values

    @staticmethod
    def _texts(item: AgendaItem) -> list[tuple[str, forms.Field]]:
        if not item.was_taken:
            return [("not_taken_because", LineField(length=200, required=False, label=_("Why not?"), initial=item.not_taken_because))]
        said = LinesField(length=3000, rows=5, required=False, label=_("What was said?"), initial=item.said)
        return [("said", said), ("agreed", LinesField(length=1500, rows=3, required=False, label=_("What was agreed?"), initial=item.agreed))]


class LeaveOutForm(HintsForm):
    hinted_fields = ("reply",)
    reply = LineField(
        length=300, label=gettext_lazy("Why does the text stay as it is?"), error_messages=WRITE,
        help_text=gettext_lazy("Everybody who reads the report reads this."),
    )
