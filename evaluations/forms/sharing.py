"""What is filled in to share back what was heard."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LinesField

LENGTH = 2000
WRITE = {"required": _("Write a few words first.")}


class SharingForm(HintsForm, VersionedForm):
    """`has_results`: enough people answered to tell something; else only what you do is asked."""

    hinted_fields: tuple[str, ...] = ("heard", "doing")
    more_hints = (NAMES_NOBODY,)
    heard = LinesField(
        length=LENGTH, rows=8, label=_("What did you hear?"), error_messages=WRITE,
        help_text=_("The most important things, good and less good, in plain words. Never what one person said."),
    )
    doing = LinesField(
        length=LENGTH, rows=8, label=_("What do you do with it?"), error_messages=WRITE,
        help_text=_("Also say what you do not do, and why."),
    )
    improvements = forms.MultipleChoiceField(
        label=_("Which improvements do people read?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("With the day by which each is done. What becomes of it stands on the same page, by itself."),
        error_messages={"invalid_choice": _("Choose from the list.")},
    )

    def __init__(self, *args: Any, evaluation: Evaluation, improvements: Iterable[Improvement], has_results: bool, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        rows = list(improvements)
        told = [str(each.uuid) for each in rows if each.is_told]
        initial = {"heard": evaluation.heard, "doing": evaluation.doing, "version": evaluation.edits, "improvements": told}
        super().__init__(*args, **{"initial": initial, **kwargs})
        field: Any = self.fields["improvements"]
        field.choices = [(str(each.uuid), each.what) for each in rows]
        if not rows:
            del self.fields["improvements"]
        if not has_results:
            del self.fields["heard"]
            self.hinted_fields = ("doing",)

    def answers(self) -> dict[str, Any]:
        answers = super().answers()
        return {**answers, "improvements": [UUID(each) for each in answers.get("improvements", [])]}


class PublishForm(VersionedForm):
    """The version that was looked at."""
