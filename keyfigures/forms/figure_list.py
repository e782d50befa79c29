"""Choosing from the list of key figures: which stage, area, role and contact person."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.settings import Area, NetworkRole
from keyfigures.querysets.figure import KeyFigureQuerySet
from keyfigures.stages import Stage

EVERY_STAGE = "alle"


class FigureFilter(forms.Form):
    """From the address: a value that does not exist chooses nothing."""

    fase = forms.ChoiceField(label=_("Stage"), choices=[*Stage.choices, (EVERY_STAGE, _("All stages"))], required=False)
    gebied = forms.ChoiceField(label=_("Area"), required=False)
    rol = forms.ChoiceField(label=_("Role"), required=False)
    contact = forms.ChoiceField(label=_("Contact person"), required=False)

    def __init__(self, data: Any, *, municipality: Municipality, officials: list[Membership]) -> None:  # noqa: ANN401  the values of the address
        self.roles = NetworkRole.objects.names_of(municipality)
        super().__init__(data)
        areas = Area.objects.filter(municipality=municipality).order_by("name", "pk")
        self._choose("gebied", _("Every area"), [(str(area.uuid), area.name) for area in areas])
        self._choose("rol", _("Every role"), list(self.roles.items()))
        self._choose("contact", _("Every contact person"), [(str(member.uuid), member.name) for member in officials])
        for field in self.fields.values():
            field.may_stay_empty = False  # type: ignore[attr-defined]  # read by the template: choosing nothing is a choice

    @property
    def stage(self) -> str:
        return self._chosen("fase") or Stage.ACTIVE.value

    @property
    def is_narrow(self) -> bool:
        """More was chosen than the active key figures with which the list begins."""
        return any(self._chosen(name) for name in self.fields)

    def narrow(self, figures: KeyFigureQuerySet) -> KeyFigureQuerySet:
        if self.stage != EVERY_STAGE:
            figures = figures.in_stage(self.stage)
        if area := self._chosen("gebied"):
            figures = figures.filter(areas__uuid=UUID(area))
        if role := self._chosen("rol"):
            figures = figures.filter(network_roles__contains=[role])
        if contact := self._chosen("contact"):
            figures = figures.filter(contact_person__uuid=UUID(contact))
        return figures

    def query(self) -> dict[str, str]:
        """What was chosen, for the next address."""
        return {name: value for name in self.fields if (value := self._chosen(name))}

    def _chosen(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))

    def _choose(self, name: str, every: Any, choices: list[tuple[str, str]]) -> None:  # noqa: ANN401  text or lazy text
        self.fields[name].choices = [("", every), *choices]  # type: ignore[attr-defined]  # a ChoiceField
