"""One step of a process evaluation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from evaluations.models.process import ProcessStep
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LinesField


class StepForm(HintsForm, VersionedForm):
    """May stay empty: the finish says what is missing. `again` only where figures were kept before."""

    hinted_fields = ("text",)
    more_hints = (NAMES_NOBODY,)
    text = LinesField(length=2000, rows=8, required=False, label=_("What did you find?"), help_text=_("Name nobody. Write what happened, not who did it."))

    def __init__(self, *args: Any, step: ProcessStep | None, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, initial={"text": step.text, "version": step.edits} if step is not None else {"version": 0}, **kwargs)
        self.fields["text"].may_stay_empty = False  # type: ignore[attr-defined]  # the finish asks for it
        if step is not None and step.figures:
            self.fields["again"] = forms.BooleanField(required=False, label=_("Count the figures again"))

    def answers(self) -> dict[str, Any]:
        values = self.cleaned_data
        return {"text": values["text"], "edits": values["version"], "again": values.get("again", False)}
