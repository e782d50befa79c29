"""What is asked around a step on the way of a key figure."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.stages import EndReason
from ui.inputs import DayField

LONGEST_PAUSE = timedelta(days=365)
FURTHEST_END = timedelta(days=5 * 365)

# A decision after a reconsideration ends the cooperation by its own procedure, never by this form.
_BY_OFFICIAL = [reason for reason in EndReason if reason is not EndReason.DECISION]
_BY_HERSELF = [EndReason.OWN_CHOICE, EndReason.TIME, EndReason.MOVED, EndReason.OTHER_WORK, EndReason.TERM_OVER]


class PauseForm(forms.Form):
    paused_until = DayField(label=_("Last day of the pause"), help_text=_("Then we ask how it goes on. Going on earlier is fine too."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["paused_until"].between(today + timedelta(days=1), today + LONGEST_PAUSE)  # type: ignore[attr-defined]  # a DayField


class EndForm(forms.Form):
    """The reason is one of a neutral list. Who stops herself need not give one: her own choice is enough."""

    reason = forms.ChoiceField(
        label=_("Why does it stop?"), widget=forms.RadioSelect, error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one of the list.")},
    )
    had_exit_talk = forms.BooleanField(label=_("We talked about it and said thank you"), required=False)

    def __init__(self, *args: Any, herself: bool, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        initial = {"reason": EndReason.OWN_CHOICE} if herself else {}
        super().__init__(*args, **{**kwargs, "initial": initial})
        reasons = _BY_HERSELF if herself else _BY_OFFICIAL
        self.fields["reason"].choices = [(reason.value, reason.label) for reason in reasons]  # type: ignore[attr-defined]  # a ChoiceField
        if herself:
            del self.fields["had_exit_talk"]


class ExpectedEndForm(forms.Form):
    on = DayField(label=_("When do you expect to stop?"), required=False, help_text=_("You may change it or leave it empty at any moment."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["on"].between(today, today + FURTHEST_END)  # type: ignore[attr-defined]  # a DayField
