"""How somebody wants to be told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from notifications.models import Frequency, Preference
from notifications.quiet import DEFAULT_FROM, DEFAULT_UNTIL


def _time(label: Any) -> forms.TimeField:  # noqa: ANN401  lazy text
    messages = {"required": _("Choose a time, for example 21:00."), "invalid": _("Write a time such as 21:00.")}
    return forms.TimeField(label=label, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}), error_messages=messages)


class PreferenceForm(forms.ModelForm):  # type: ignore[type-arg]  # Django takes no type there
    frequency = forms.ChoiceField(
        label=_("When do you want mail from us?"),
        help_text=_("What you need to know at once always comes at once."),
        choices=Frequency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these."), "invalid_choice": _("Choose one of these.")},
    )
    quiet_from = _time(_("No mail from"))
    quiet_until = _time(_("until"))

    class Meta:
        model = Preference
        fields = ("frequency", "quiet_from", "quiet_until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.initial["quiet_from"] = self.initial.get("quiet_from") or DEFAULT_FROM
        self.initial["quiet_until"] = self.initial.get("quiet_until") or DEFAULT_UNTIL

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("quiet_from") and cleaned.get("quiet_from") == cleaned.get("quiet_until"):
            self.add_error("quiet_until", _("These times are the same. Choose a later or an earlier one."))
        return cleaned
