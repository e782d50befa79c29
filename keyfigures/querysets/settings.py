"""What a municipality decided about its network, and what holds where it decided nothing."""

from typing import TYPE_CHECKING, Self

from django.db import models

from keyfigures.catalogue import ShippedRole
from keyfigures.querysets.own_words import OwnWordQuerySet

if TYPE_CHECKING:
    from accounts.models import Municipality
    from keyfigures.models.figure import KeyFigure
    from keyfigures.models.settings import Area, NetworkRole, NetworkSettings  # noqa: F401  the type checker needs them


class NetworkSettingsQuerySet(models.QuerySet["NetworkSettings"]):
    def of(self, municipality: "Municipality") -> "NetworkSettings":
        """Its own row, or the defaults, not written down."""
        return self.filter(municipality=municipality).first() or self.model(municipality=municipality)

    def weeks_of(self, figure: "KeyFigure") -> int:
        """Weeks between two contacts with her: her own number, else that of the network."""
        return figure.contact_weeks or self.of(figure.municipality).contact_weeks


class AreaQuerySet(models.QuerySet["Area"]):
    def in_use_by(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality, is_active=True).order_by("name", "pk")


class NetworkRoleQuerySet(OwnWordQuerySet["NetworkRole"]):
    shipped = ShippedRole
