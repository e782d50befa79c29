"""A version of the template: a heading and a text per part. What stands between braces must be something that we know."""

from collections.abc import Collection, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from approach.claims import SAYS_IT_FELL
from approach.report_template import FIRST_PAGE, LONG, SHIPPED, SHORT, Part, unknown_in
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField


class TemplateForm(HintsForm, VersionedForm):
    """Of the parts that a report can have, in their order. `parts`: as they are now. Without a text a part is left out."""

    more_hints = (SAYS_IT_FELL, NAMES_NOBODY)

    def __init__(self, *args: Any, parts: Sequence[Part], known: Collection[str], version: int, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        now = {each.code: each for each in parts}
        initial: dict[str, Any] = {"version": version}
        for each in SHIPPED:
            part = now.get(each.code)
            initial |= {f"title_{each.code}": str((part or each).title), f"text_{each.code}": str(part.text) if part else ""}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.known, self.hinted_fields = known, tuple(f"text_{each.code}" for each in SHIPPED)
        for each in SHIPPED:
            title, length = str(each.title), SHORT if each.code in FIRST_PAGE else LONG
            self.fields[f"title_{each.code}"] = LineField(length=120, label=_("Heading of “%(title)s”") % {"title": title})
            self.fields[f"text_{each.code}"] = LinesField(length=length, rows=4, required=False, label=_("Text of “%(title)s”") % {"title": title})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for each in SHIPPED:
            unknown = unknown_in(cleaned.get(f"text_{each.code}", ""), known=self.known)
            if unknown:
                words = ", ".join(f"{{{code}}}" if code not in {"{", "}"} else code for code in unknown)
                self.add_error(f"text_{each.code}", ValidationError(UNKNOWN, code="unknown", params={"codes": words}))
        return cleaned

    def answers(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        parts = [Part(code=each.code, title=cleaned[f"title_{each.code}"], text=cleaned[f"text_{each.code}"]) for each in SHIPPED]
        return {"parts": [each for each in parts if each.text], "version": cleaned["version"]}


UNKNOWN = gettext_lazy("There is no figure %(codes)s. Choose one from the list below, or leave the braces out.")
