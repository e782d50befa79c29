"""The request to a bureau: six texts, each with an example."""

from typing import Any

from django import forms
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from evaluations.actions.request import TEXTS
from evaluations.models.request import EffectRequest
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LinesField

# Question, and an example of an answer. Ours: the toolkit says that a request has a format, but not which (domain 3.1).
QUESTIONS: dict[str, tuple[str | LazyText, str | LazyText]] = {
    "reason": (
        _("Why now?"), _("For example: the network exists for four years, and the council decides next spring whether it goes on."),
    ),
    "goal": (
        _("What do you want to know?"),
        _("Ask about relations, trust and what is done with what you hear. Not whether there is less radicalisation: a network cannot be measured by that."),
    ),
    "approach": (
        _("What does the network do?"), _("For example: 24 key figures, four meetings a year, contact in quiet time, and who works on it for how many hours."),
    ),
    "who": (
        _("Who can be asked?"),
        _("Groups, no names: key figures, former key figures, officials, partners. Who takes part decides that herself, and the bureau asks her."),
    ),
    "wishes": (
        _("What must the bureau be able to do?"), _("For example: experience with talks in several languages, and no link with the police or with us."),
    ),
    "planning": (_("When, and for how much?"), _("For example: begin in March, report in September, at most 20,000 euros. Also say who assesses the offers.")),
}

# The same on the paper that a bureau reads.
HEADINGS: dict[str, str | LazyText] = {
    "reason": _("Why we ask this now"), "goal": _("What we want to know"), "approach": _("What the network does"), "who": _("Whom you can ask"),
    "wishes": _("What we ask of a bureau"), "planning": _("Planning and budget"),
}


class RequestForm(HintsForm, VersionedForm):
    """A draft may be empty; the finish asks for every part."""

    hinted_fields = TEXTS
    more_hints = (NAMES_NOBODY,)
    hints_seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=2000)

    def __init__(self, *args: Any, kept: EffectRequest | None, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        initial = {name: getattr(kept, name) for name in TEXTS} | {"version": kept.edits} if kept is not None else {"version": 0}
        super().__init__(*args, initial=initial, **kwargs)
        for name, (question, example) in QUESTIONS.items():
            field = LinesField(length=2000, rows=5, required=False, label=question, help_text=example)
            field.may_stay_empty = False  # type: ignore[attr-defined]  # the finish asks for it
            self.fields[name] = field

    def answers(self) -> dict[str, Any]:
        return {"texts": {name: self.cleaned_data[name] for name in TEXTS}, "edits": self.cleaned_data["version"]}
