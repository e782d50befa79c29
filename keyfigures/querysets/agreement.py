"""Questions about many rows of keyfigures.models.agreement."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef

if TYPE_CHECKING:
    from datetime import date, datetime

    from accounts.models import Membership, Municipality
    from keyfigures.models.agreement import Agreement, AgreementTemplate  # noqa: F401  the type checker needs it
    from keyfigures.models.figure import KeyFigure


class AgreementTemplateQuerySet(models.QuerySet["AgreementTemplate"]):
    def of(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def published(self) -> Self:
        return self.filter(published_at__isnull=False)

    def newest_first(self) -> Self:
        return self.select_related("written_by__user").order_by("-version")

    def newest(self, municipality: "Municipality") -> "AgreementTemplate | None":
        """The text that holds for new agreements; None while the municipality never had one."""
        return self.of(municipality).published().newest_first().first()


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who works on the network those of her municipality. The only rule for who sees which row."""
        own = models.Q(key_figure__member=member)
        seen = own | models.Q(municipality=member.municipality_id) if member.may("keyfigures.manage") else own
        return self.filter(seen, municipality=member.municipality_id)

    def of_figure(self, figure: "KeyFigure") -> Self:
        return self.filter(key_figure=figure)

    def holding(self) -> Self:
        return self.filter(holds_from__isnull=False, holds_until=None)

    def in_preparation(self) -> Self:
        return self.filter(holds_from=None, replaced_at=None)

    def on_older_text(self) -> Self:
        """The municipality published a newer text than the one of this agreement."""
        texts = apps.get_model("keyfigures", "AgreementTemplate").objects
        newer = texts.filter(municipality=OuterRef("municipality"), version__gt=OuterRef("template__version"), published_at__isnull=False)
        return self.filter(Exists(newer))

    def shown(self) -> Self:
        """Without the ones that were dropped before anybody agreed."""
        return self.filter(replaced_at=None)

    def for_detail(self) -> Self:
        return self.select_related(
            "municipality", "template", "key_figure__member__user", "key_figure__municipality", "key_figure__contact_person__user", "begun_by__user",
            "confirmed_by__user",
        )

    def newest_first(self) -> Self:
        return self.order_by("-version")

    def stop_all(self, figure: "KeyFigure", *, on: "date", at: "datetime") -> None:
        """Who stops has no agreement any more: the one that holds ends today, the one in preparation is dropped."""
        self.of_figure(figure).holding().update(holds_until=on)
        self.of_figure(figure).in_preparation().update(replaced_at=at)
