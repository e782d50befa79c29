"""Form fields outside crispy's own tags, and the error summary."""

from typing import Any

from django.forms import BoundField, Form
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ui import forms
from ui.components.library import one_of, register


@register.simple_tag
def field(bound: BoundField, *, mark: str = "") -> SafeString:
    """One field with label, hint, error, control and warnings, as `{{ form|crispy }}` draws it.

    `mark`: fact (what was perceived, solid line) or view (opinion, dotted line).
    """
    if mark:
        bound.field.mark = one_of(mark, forms.MARKS, what="mark of a field")  # type: ignore[attr-defined]  # read by the template
    return SafeString(render_to_string("nlds/field.html", {"field": bound}))


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: Form, *, title: str = "") -> dict[str, Any]:
    """What is still wrong, with links to the fields; takes the focus. Nothing for a form without errors."""
    return {"problems": forms.problems_of(form), "title": title}


register.filter("styled", forms.styled)
register.filter("kind_of", forms.kind_of)
register.filter("options_of", forms.options_of)
register.filter("described_by", forms.described_by)
register.filter("may_stay_empty", forms.may_stay_empty)
