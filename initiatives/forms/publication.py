"""What everybody may read of an initiative, and her yes to it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from initiatives.models.initiative import Initiative
from keyfigures.forms.asking import WRITE
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField


class PublicTextForm(HintsForm, VersionedForm):
    hinted_fields = ("public_title", "public_text")
    more_hints = (NAMES_NOBODY,)
    public_title = LineField(length=120, label=_("Title"), error_messages=WRITE, help_text=_("Short, for everybody in the municipality."))
    public_text = LinesField(
        length=1500, rows=8, label=_("Text"), error_messages=WRITE,
        help_text=_("What it is, for whom, and how somebody can join in. No names, no photos, nothing by which one person can be recognised."),
    )

    def __init__(self, *args: Any, row: Initiative, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        told = {"public_title": row.public_title or row.what[:120], "public_text": row.public_text, "version": row.edits}
        super().__init__(*args, **{"initial": told, **kwargs})


class AgreeForm(VersionedForm):
    """To the text as she read it."""

    def __init__(self, *args: Any, row: Initiative, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"version": row.edits}, **kwargs})
