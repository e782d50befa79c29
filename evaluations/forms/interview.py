"""What somebody neutral writes down of talks: a theme and what was said about it, never by whom."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from evaluations.models.interview import InterviewTheme
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.submissions import SubmissionField
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField

WRITE = {"required": _("Write a few words first.")}


class ThemeForm(HintsForm):
    hinted_fields = ("theme", "text")
    more_hints = (NAMES_NOBODY,)
    theme = LineField(length=80, label=_("Theme"), error_messages=WRITE, help_text=_("A few words, for example: calling back."))
    text = LinesField(
        length=1000, rows=6, label=_("What was said about it?"), error_messages=WRITE,
        help_text=_("Only what came back in more than one talk, in your own words. Nothing by which somebody can be recognised: no name, no day, no place."),
    )


class NewThemeForm(ThemeForm):
    submission = SubmissionField()


class ChangeThemeForm(ThemeForm, VersionedForm):
    def __init__(self, *args: Any, row: InterviewTheme, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"theme": row.theme, "text": row.text, "version": row.edits}, **kwargs})
