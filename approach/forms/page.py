"""The settings of the public page."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from approach.actions.page import FIELDS
from approach.forms.vision import NAMES_NOBODY
from approach.models.page import PublicPage
from approach.presentation.accessibility import status_choices
from approach.security_txt import MOST_DAYS
from keyfigures.forms.asking import CHOOSE
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import DayField, LineField, LinesField

MAIL = gettext_lazy("Write a mail address, for example privacy@waterveen.example.")
WEB = gettext_lazy("Copy the whole address, that begins with https://.")
LONGEST_AGO = timedelta(days=5 * 365)
_https = URLValidator(schemes=["https"], message=WEB)


class PublicPageForm(HintsForm, VersionedForm):
    """`parts` groups its fields for the page."""

    hinted_fields = ("about", "accessibility_gaps")
    more_hints = (NAMES_NOBODY,)
    is_open = forms.BooleanField(label=gettext_lazy("Everybody may read the public page"), required=False)
    about = LinesField(
        length=3000, rows=7, required=False, label=gettext_lazy("What is the approach?"),
        help_text=gettext_lazy("For people who never heard of it: why you work with key figures, and what somebody notices of it. Without names."),
    )
    shows_vision = forms.BooleanField(label=gettext_lazy("Show the vision and its limits"), required=False)
    shows_initiatives = forms.BooleanField(label=gettext_lazy("Show initiatives of which everybody involved wants that"), required=False)
    shows_reports = forms.BooleanField(label=gettext_lazy("Show reports to the council that were issued"), required=False)
    privacy_email = forms.EmailField(
        label=gettext_lazy("Mail address for questions about privacy"), required=False, max_length=254, error_messages={"invalid": MAIL},
        help_text=gettext_lazy("Of an office, not of a person."),
    )
    accessibility_status = forms.ChoiceField(label=gettext_lazy("How accessible is the application?"), required=False, error_messages=CHOOSE)
    accessibility_tested_on = DayField(label=gettext_lazy("Tested on"), required=False)
    accessibility_gaps = LinesField(
        length=2000, rows=4, required=False, label=gettext_lazy("What is not accessible yet, and until when?"),
        help_text=gettext_lazy("For each gap: what, for whom that is hard, what somebody can do instead, and when it is solved."),
    )
    security_contact = LineField(
        length=200, required=False, label=gettext_lazy("Where does somebody report a weak spot?"),
        help_text=gettext_lazy("A mail address of an office, or a web address that begins with https://."),
    )
    security_policy = forms.URLField(
        label=gettext_lazy("Web address of your rules for reporting a weak spot"), required=False, assume_scheme="https", validators=[_https],
        error_messages={"invalid": WEB},
    )
    security_until = DayField(
        label=gettext_lazy("This holds until and including"), required=False,
        help_text=gettext_lazy("A year at most. You are warned a month before."),
    )
    parts = (
        (gettext_lazy("Open or closed"), "open", ("is_open", "about")),
        (gettext_lazy("What everybody may read"), "shown", ("shows_vision", "shows_initiatives", "shows_reports")),
        (gettext_lazy("Privacy"), "privacy", ("privacy_email",)),
        (gettext_lazy("Accessibility"), "accessibility", ("accessibility_status", "accessibility_tested_on", "accessibility_gaps")),
        (gettext_lazy("Reporting a weak spot (security.txt)"), "security", ("security_contact", "security_policy", "security_until")),
    )

    def __init__(self, *args: Any, page: PublicPage, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        kwargs["initial"] = {**{name: getattr(page, name) for name in FIELDS}, "version": page.edits}
        super().__init__(*args, **kwargs)
        status, until, tested = (self._asked(name) for name in ("accessibility_status", "security_until", "accessibility_tested_on"))
        status.choices = [("", _("Not filled in yet")), *status_choices()]
        until.between(min(today, page.security_until or today), today + timedelta(days=MOST_DAYS))
        tested.between(today - LONGEST_AGO, today)
        for name in ("about", "accessibility_status"):
            self.fields[name].may_stay_empty = False  # type: ignore[attr-defined]  # read by the template of a field

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        self._need("about", _("Write what the approach is, before everybody may read it."), when=values.get("is_open"))
        self._need("security_until", _("Choose until which day this holds."), when=values.get("security_contact"))
        self._need("accessibility_tested_on", _("Choose on which day it was tested."), when=values.get("accessibility_status") in {"A", "B", "C"})
        self._need("accessibility_gaps", _("Write what is not accessible yet."), when=values.get("accessibility_status") in {"B", "C", "D"})
        return values

    def clean_security_contact(self) -> str:
        contact: str = self.cleaned_data["security_contact"]
        if contact.startswith("https://"):
            _https(contact)
        elif contact:
            try:
                validate_email(contact)
            except ValidationError as problem:
                raise ValidationError(_("Write a mail address, or a web address that begins with https://.")) from problem
        return contact

    def grouped(self) -> list[dict[str, Any]]:
        return [{"title": title, "section_id": name, "fields": [self[each] for each in fields]} for title, name, fields in self.parts]

    def answers(self) -> dict[str, Any]:
        return {"values": {name: self.cleaned_data[name] for name in FIELDS}, "version": self.cleaned_data["version"]}

    def _need(self, name: str, sentence: str, *, when: object) -> None:
        if when and name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, sentence)

    def _asked(self, name: str) -> Any:  # noqa: ANN401  the kinds of fields differ
        return self.fields[name]
