"""Whom to invite: first who comes into view, then who of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from accounts.querysets import MembershipQuerySet
from keyfigures.models.settings import Area, NetworkRole


class WhomForm(forms.Form):
    """By the address, so that it can be kept and changed. Nothing chosen: all key figures who are active."""

    rol = forms.MultipleChoiceField(label=_("With a role in the network"), required=False, widget=forms.CheckboxSelectMultiple)
    wijk = forms.MultipleChoiceField(label=_("Active in"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, municipality: Municipality, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._choose("rol", list(NetworkRole.objects.names_of(municipality).items()))
        self._choose("wijk", [(str(area.uuid), area.name) for area in Area.objects.in_use_by(municipality)])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices
        if not choices:
            del self.fields[name]

    def roles(self) -> list[str]:
        return self.cleaned_data.get("rol", []) if self.is_valid() else []

    def areas(self) -> list[str]:
        return self.cleaned_data.get("wijk", []) if self.is_valid() else []


class _People(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # Django takes no type there
    def label_from_instance(self, obj: Any) -> str:  # noqa: ANN401  as Django declares it
        return str(obj.name)


class _Officials(_People):
    def label_from_instance(self, obj: Membership) -> str:
        return f"{obj.name}, {', '.join(obj.role_names)}"


class InviteForm(forms.Form):
    """Both lists are those of people who can be invited now."""

    key_figures = _People(queryset=Membership.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, to_field_name="uuid", label=_("Key figures"))
    officials = _Officials(
        queryset=Membership.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, to_field_name="uuid", label=_("Municipality and chair"),
    )

    def __init__(self, *args: Any, key_figures: MembershipQuerySet, officials: MembershipQuerySet, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for name, people in (("key_figures", key_figures), ("officials", officials)):
            field: Any = self.fields[name]
            field.queryset = people.for_list()
            field.error_messages["invalid_choice"] = str(_("Somebody of these cannot be invited any more. Choose again."))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors and not (values.get("key_figures") or values.get("officials")):
            raise forms.ValidationError(str(_("Choose at least one person.")))
        return values

    def answers(self) -> dict[str, Any]:
        return {"members": [*self.cleaned_data["key_figures"], *self.cleaned_data["officials"]]}
