"""Input around an agreement: words of each side, the day to look again, and the municipality's text."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.models.agreement import PARTS, AgreementTemplate, mark_of
from ui.hints import HintsForm
from ui.inputs import DayField, LinesField
from ui.phrases import upper_first

LENGTH = 2000
LONGEST_REVIEW = timedelta(days=2 * 365)


class SeenField(forms.CharField):
    """The mark of what stood on the page: so nobody agrees with, or writes over, what she did not read."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, max_length=16, required=False)


class WordsForm(HintsForm):
    """What one side expects, in its own words. May stay empty. `whole` is the mark of all that is confirmed with it."""

    hinted_fields = ("words",)
    words = LinesField(length=LENGTH, rows=5, required=False)
    seen = SeenField()
    whole = SeenField()

    def __init__(self, *args: Any, words: str, whole: str, is_hers: bool, name: str, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{**kwargs, "initial": {"words": words, "seen": mark_of(words), "whole": whole}})
        field = self.fields["words"]
        field.label = _("What do you expect of us?") if is_hers else _("What do we expect of %(name)s?") % {"name": name}
        hers, ours = _("For example: I want to hear what you did with my idea."), _("For example: we hope that you tell us what lives in the area.")
        field.help_text = hers if is_hers else ours


class ConfirmForm(forms.Form):
    seen = SeenField()


class ReviewForm(forms.Form):
    on = DayField(label=_("When do you look at it together again?"), required=False, help_text=_("Leave it empty for a year from now."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["on"].between(today + timedelta(days=1), today + LONGEST_REVIEW)  # type: ignore[attr-defined]  # a DayField


class TextForm(forms.Form):
    """The municipality's text, part by part."""

    seen = SeenField()

    def __init__(self, *args: Any, template: AgreementTemplate, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{**kwargs, "initial": {**template.texts, "seen": template.mark}})
        for part in PARTS:
            empty = _("Write something here. The key figure reads it before she confirms.")
            self.fields[part] = LinesField(length=LENGTH, rows=7, label=part_title(part), error_messages={"required": empty})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        return {"seen": cleaned.get("seen", ""), "texts": {part: cleaned.get(part, "") for part in PARTS}}


def part_title(part: str) -> str:
    """The question that a part of the text answers: its name on every page."""
    return upper_first(str(getattr(AgreementTemplate._meta.get_field(part), "verbose_name", part)))  # noqa: SLF001  the documented model API
