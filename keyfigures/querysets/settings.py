"""What a municipality decided about its network, and what holds where it decided nothing."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Municipality
    from keyfigures.models.settings import NetworkSettings


class NetworkSettingsQuerySet(models.QuerySet["NetworkSettings"]):
    def of(self, municipality: "Municipality") -> "NetworkSettings":
        """Its own row, or the defaults, not written down."""
        return self.filter(municipality=municipality).first() or self.model(municipality=municipality)
