"""Questions about many key figures. `visible_to` is the only rule for who sees whom."""

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from keyfigures import deadlines
from keyfigures.stages import Stage
from terms.days import at_time
from terms.models import Clock

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from keyfigures.models.figure import KeyFigure, StageStep  # noqa: F401  the type checker needs it

NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class KeyFigureQuerySet(models.QuerySet["KeyFigure"]):
    def visible_to(self, member: "Membership") -> Self:
        """Herself, and for who works on the network all of her municipality. No key figure sees another."""
        seen = Q(member=member)
        if member.may("keyfigures.manage"):
            seen |= Q(municipality=member.municipality_id)
        return self.filter(seen, municipality=member.municipality_id, anonymised_at=None)

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def in_stage(self, *stages: str) -> Self:
        return self.filter(stage__in=stages)

    def active(self) -> Self:
        return self.filter(stage=Stage.ACTIVE)

    def not_ended(self) -> Self:
        return self.exclude(stage=Stage.ENDED)

    def changed_in_mix_since(self, at: datetime) -> Self:
        """Who was active then or is now, and would be counted otherwise now: came, left, or told something else about herself."""
        then, now = Q(stage_then=Stage.ACTIVE), Q(stage=Stage.ACTIVE)
        return self.with_stage_at(at).filter(then & ~now | ~then & now | then & now & Q(mix_changed_at__gt=at))

    def with_stage_at(self, at: datetime) -> Self:
        """`stage_then`: from which her first step after `at` went, or the stage in which she is."""
        after = self._steps().filter(at__gt=at).order_by("at", "pk")
        return self.annotate(stage_then=Coalesce(Subquery(after.values("from_stage")[:1]), F("stage")))

    def active_on(self, day: date) -> Self:
        """Who was active at the end of that day. Of who took no step here (she was there before) the day on which she began says it."""
        was_there = Q(joined_on__lte=day) | Exists(self._steps())
        return self.with_stage_at(at_time(day, time.max)).filter(was_there, stage_then=Stage.ACTIVE)

    def _steps(self) -> "models.QuerySet[StageStep]":
        steps: models.QuerySet[StageStep] = apps.get_model("keyfigures", "StageStep").objects.filter(key_figure=OuterRef("pk"))
        return steps

    def with_rhythm(self) -> Self:
        """`contact_due`: until when she must be spoken to when nothing is the matter; the end of time for whom nothing is promised."""
        promised = Clock.objects.open().filter(kind=deadlines.CONTACT, subject=OuterRef("uuid")).order_by("due_at").values("due_at")
        return self.annotate(contact_due=Coalesce(Subquery(promised[:1]), Value(NEVER), output_field=models.DateTimeField()))

    def page_after(self, uuid: UUID | None, *, key: str, size: int) -> Self:
        """At most `size` rows by `key`, after the row with this public id; as fast on the last page as on the first.

        The id stands in the address: a name there would stand in logs too. An unknown one begins at the top.
        """
        rows = self.order_by(key, "pk")
        last = self.model.objects.with_rhythm().filter(uuid=uuid).values_list(key, "pk").first() if uuid else None
        if last is not None:
            value, pk = last
            rows = rows.filter(Q(**{f"{key}__gt": value}) | Q(**{key: value, "pk__gt": pk}))
        return rows[:size]

    def to_erase(self, before: date) -> Self:
        """Ended on this day or before: their profile is not needed any more."""
        return self.filter(ended_on__lte=before, anonymised_at=None)

    def for_list(self) -> Self:
        return self.select_related("member__user", "contact_person__user").order_by("member__user__name", "pk")

    def for_detail(self) -> Self:
        return self.select_related("municipality", "member__user", "member__municipality", "contact_person__user", "contact_person__municipality")
