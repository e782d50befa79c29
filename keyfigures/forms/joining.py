"""Wanting to take part: three fields, and her confirmation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import NameField
from accounts.models import Municipality
from keyfigures.models.settings import Area


class AreaField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django takes no type there
    """A part of the municipality; the public id travels, never the row number."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(
            Area.objects.none(), to_field_name="uuid", required=False, error_messages={"invalid_choice": _("Choose an area from the list.")}, **kwargs,
        )


class JoinForm(forms.Form):
    name = NameField(label=_("How may we call you?"))
    email = forms.EmailField(
        label=_("Your mail address"),
        help_text=_("You get one mail, to confirm it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write your mail address, for example naam@voorbeeld.nl.")},
    )
    area = AreaField(label=_("In which part of the municipality are you active?"), empty_label=_("I would rather not say"))

    def __init__(self, *args: Any, municipality: Municipality, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        areas = Area.objects.filter(municipality=municipality, is_active=True).order_by("name", "pk")
        if areas:
            self.fields["area"].queryset = areas  # type: ignore[attr-defined]  # a ModelChoiceField
        else:
            del self.fields["area"]

    def left(self) -> dict[str, Any]:
        return {"area": None, **self.cleaned_data}


class ConfirmForm(forms.Form):
    """Her confirmation; who has an account already has a name."""

    name = NameField(label=_("Your name, as others read it"))

    def __init__(self, *args: Any, name: str, has_account: bool, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{**kwargs, "initial": {"name": name}})
        if has_account:
            del self.fields["name"]

    def chosen_name(self) -> str:
        return str(self.cleaned_data.get("name", ""))
