"""What is filled in when an initiative goes on, is done or stops."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.course import goes_on_as
from initiatives.models.initiative import Initiative
from keyfigures.forms.asking import CHOOSE, WRITE
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LinesField

MOST_PEOPLE = 1_000_000


class _OfInitiative(HintsForm, VersionedForm):
    """Of `row`, as she saw it."""

    more_hints = (NAMES_NOBODY,)

    def __init__(self, *args: Any, row: Initiative, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"version": row.edits}, "auto_id": f"id_{type(self).__name__.lower()}_%s", **kwargs})


class GoOnForm(_OfInitiative):
    hinted_fields = ("text",)
    state = forms.ChoiceField(label=_("How does it stand now?"), widget=forms.RadioSelect, error_messages=CHOOSE)
    text = LinesField(
        length=600, rows=3, label=_("What happens now?"), required=False, help_text=_("The network reads this. Who filed the idea hears that there is news."),
    )

    def __init__(self, *args: Any, row: Initiative, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, row=row, **kwargs)
        state: Any = self.fields["state"]
        state.choices = [(each.value, each.label) for each in goes_on_as(row.state)]


class FinishForm(_OfInitiative):
    hinted_fields = ("brought",)
    brought = LinesField(
        length=1000, rows=4, label=_("What did it bring?"), error_messages=WRITE,
        help_text=_("In your own words, and those of who did it. Without names. What did not work may stand here too."),
    )
    people_reached = forms.IntegerField(
        label=_("How many people did it reach, about?"), required=False, min_value=0, max_value=MOST_PEOPLE,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}), help_text=_("Leave it empty when nobody knows."),
        error_messages={
            "invalid": _("Write a whole number, for example 40."), "min_value": _("Write a number from 0."), "max_value": _("Write at most one million."),
        },
    )


class StopForm(_OfInitiative):
    hinted_fields = ("text",)
    text = LinesField(
        length=600, rows=3, label=_("Why does it stop?"), error_messages=WRITE,
        help_text=_("The network reads this. Who filed the idea hears that there is news. You cannot undo this."),
    )
