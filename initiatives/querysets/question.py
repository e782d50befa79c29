"""Questions about questions of the community."""

from typing import TYPE_CHECKING

from django.db import models

from initiatives.kinds import ShippedQuestion
from keyfigures.querysets.own_words import OwnWordQuerySet

if TYPE_CHECKING:
    from accounts.models import Municipality
    from initiatives.models.question import CommunityQuestion, InitiativeSettings  # noqa: F401  the type checker needs them


class InitiativeSettingsQuerySet(models.QuerySet["InitiativeSettings"]):
    def of(self, municipality: "Municipality") -> "InitiativeSettings":
        """Its own row, or the defaults, not written down."""
        return self.filter(municipality=municipality).first() or self.model(municipality=municipality)


class CommunityQuestionQuerySet(OwnWordQuerySet["CommunityQuestion"]):
    shipped = ShippedQuestion
