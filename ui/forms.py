"""How a form field is drawn: which control, which description, which mark. Used by the template pack `nlds`.

A field may carry five attributes beside Django's own:

- `mark`: "fact" (perceived) or "view" (opinion): the line beside the field;
- `warnings`: list of (question, text): soft warnings below the control, that never block;
- `is_short`: its choices are few words and stand beside each other;
- `may_stay_empty`: False hides "(mag leeg)" at an optional field that has another way of saying so;
- `shown`: of a long list of choices only these values are drawn; the others can still be sent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

MARKS = ("fact", "view")
# Class of the design system per kind of control; the first that fits counts.
_CONTROLS: tuple[tuple[type[forms.Widget], str, str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes", "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.RadioSelect, "radios", "utrecht-radio-button utrecht-radio-button--html-input"),
    (forms.CheckboxInput, "checkbox", "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.Select, "select", "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "lines", "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.FileInput, "file", "sf-file"),
    (forms.Widget, "line", "utrecht-textbox utrecht-textbox--html-input"),
)
# Short inputs do not stretch over the page.
_SHORT = {"date", "time", "number"}


@dataclass(frozen=True)
class Problem:
    """A line of the error summary: where it leads is empty for what is wrong with the form as a whole."""

    text: str
    href: str


def kind_of(bound: BoundField) -> str:
    """checkboxes, radios, checkbox, select, lines, file or line."""
    return _control(bound)[0]


def styled(bound: BoundField) -> SafeString:
    """The control itself, with the class of the design system and the ids of what describes it."""
    kind, name = _control(bound)
    classes = [bound.field.widget.attrs.get("class", ""), name]
    if bound.errors:
        classes.append(f"{name.split()[0]}--invalid")
    if kind == "line" and str(bound.field.widget.attrs.get("type") or getattr(bound.field.widget, "input_type", "")) in _SHORT:
        classes.append("sf-input--short")
    attrs: dict[str, Any] = {"class": " ".join(each for each in classes if each)}
    # Not `required`: browsers mark an empty field as wrong with it before anything was sent.
    bound.form.use_required_attribute = False
    if bound.field.required:
        attrs["aria-required"] = "true"
    if described_by(bound):
        attrs["aria-describedby"] = described_by(bound)
    return bound.as_widget(attrs=attrs)


def options_of(bound: BoundField) -> Iterator[dict[str, Any]]:
    """The inputs of a list of choices, with the class of the design system."""
    _kind, name = _control(bound)
    shown = getattr(bound.field, "shown", None)
    for option in bound.subwidgets:
        data = option.data
        if shown is not None and str(data["value"]) not in shown:
            continue
        attrs = {key: value for key, value in data["attrs"].items() if key not in {"class", "aria-describedby", "required"}}
        yield {**data, "attrs": {**attrs, "class": name}, "id": option.id_for_label, "label": option.choice_label}


def described_by(bound: BoundField) -> str:
    """Ids of hint, error and warnings, in the order in which they are read."""
    ids = []
    if bound.help_text:
        ids.append(f"{bound.auto_id}_helptext")
    if bound.errors:
        ids.append(f"{bound.auto_id}_error")
    if getattr(bound.field, "warnings", None):
        ids.append(f"{bound.auto_id}_warning")
    return " ".join(ids)


def may_stay_empty(bound: BoundField) -> bool:
    """Optional fields say so, required ones say nothing. A tick, and a choice that is made beforehand, need no words."""
    if bound.field.required or not getattr(bound.field, "may_stay_empty", True):
        return False
    kind = kind_of(bound)
    return kind != "checkbox" and not (kind in {"radios", "checkboxes"} and bool(bound.initial))


def problems_of(form: forms.BaseForm) -> list[Problem]:
    """Errors of the form as a whole first, then those of the fields in their order on the page."""
    problems = [Problem(text=str(text), href="") for text in form.non_field_errors()]
    for bound in _fields(form):
        problems += [Problem(text=str(text), href=f"#{_first_id(bound)}") for text in bound.errors]
    return problems


def _fields(form: forms.BaseForm) -> Iterable[BoundField]:
    return (bound for bound in form if not bound.is_hidden)


def _first_id(bound: BoundField) -> str:
    if kind_of(bound) in {"radios", "checkboxes"} and getattr(bound.field, "shown", None) is None:
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id  # of a list of which some are drawn: the list itself


def _control(bound: BoundField) -> tuple[str, str]:
    return next((kind, name) for widget, kind, name in _CONTROLS if isinstance(bound.field.widget, widget))
