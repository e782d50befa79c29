"""A form that warns about its text once, and then lets it pass: a warning never blocks and is never stored."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ui.warnings import text_hints

# What a text looks like → a question, and why it may go. Shown beside the field, in this order.
SENTENCES: dict[str, tuple[str | Promise, str | Promise]] = {
    "bsn": (_("Is there a citizen service number in this text?"), _("We do not need it. You may take it out. You can also just go on.")),
    "birth_date": (_("Is there a birth date in this text?"), _("We do not need it. You may take it out. You can also just go on.")),
    "religion": (
        _("Does this text name somebody's religion?"),
        _("Religion says nothing about danger. Write what somebody did or said. You can also just go on."),
    ),
    "origin": (
        _("Does this text name where somebody comes from?"),
        _("Origin says nothing about danger. Write what somebody did or said. You can also just go on."),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Hint:
    """A warning of one form only, beside those that every text has."""

    code: str
    is_found: Callable[[str], bool]
    question: str | Promise
    why: str | Promise


class HintsForm(forms.Form):
    """`hints_seen` travels with the page: the codes of the warnings that stood on it. Only new ones stop once.

    Several of these may stand on one page, each with a field `text`: the ids of each begin with its own name, so that every label names its own field.
    """

    hinted_fields: tuple[str, ...] = ()
    more_hints: tuple[Hint, ...] = ()
    hints_seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"auto_id": f"id_{type(self).__name__.lower()}_%s", **kwargs})

    def hints(self) -> dict[str, list[str]]:
        """Field → codes of what its text looks like, from what was typed (also when something else is wrong)."""
        typed = {name: str(self.cleaned_data.get(name) or "") for name in self.hinted_fields}
        found = {name: self._codes(text) for name, text in typed.items()}
        return {name: codes for name, codes in found.items() if codes}

    def _codes(self, text: str) -> list[str]:
        hints = text_hints(text)
        return [code for code in SENTENCES if code in hints] + [hint.code for hint in self.more_hints if hint.is_found(text)]

    def has_new_hints(self) -> bool:
        return bool(self._marks() - set(self.cleaned_data.get("hints_seen", "").split()))

    def show_hints(self) -> None:
        """Put the warnings beside their fields and remember on the page that they stand there."""
        sentences = SENTENCES | {hint.code: (hint.question, hint.why) for hint in self.more_hints}
        for name, codes in self.hints().items():
            self.fields[name].warnings = [sentences[code] for code in codes]  # type: ignore[attr-defined]  # read by the template of a field
        shown: Any = self.data.copy()  # type: ignore[attr-defined]  # posted fields are a QueryDict
        shown[self.add_prefix("hints_seen")] = " ".join(sorted(self._marks()))
        self.data = shown

    def answers(self) -> dict[str, Any]:
        """What was answered, without what only travels with the page."""
        return {name: value for name, value in self.cleaned_data.items() if name != "hints_seen"}

    def _marks(self) -> set[str]:
        return {f"{name}:{code}" for name, codes in self.hints().items() for code in codes}


def status_to_show_again(form: forms.Form) -> int | None:
    """None when a posted form can go on; 400 when something is wrong; 200 when a warning stands on it for the first time."""
    if not form.is_valid():
        return 400
    if isinstance(form, HintsForm) and form.has_new_hints():
        form.show_hints()
        return 200
    return None
