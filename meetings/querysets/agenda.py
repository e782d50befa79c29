"""Questions about many agenda points and action points."""

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Q

from meetings.kinds import BroughtBy
from meetings.querysets.shares import Share

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.models import Membership, Municipality
    from meetings.models.agenda import ActionPoint, AgendaItem  # noqa: F401  the type checker needs them
    from meetings.models.meeting import Meeting


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def of_meeting(self, meeting: "Meeting") -> Self:
        """In the order of the chair; without what was withdrawn."""
        return self.filter(meeting=meeting, withdrawn_at=None).order_by("position")

    def visible_to(self, member: "Membership") -> Self:
        """What stands on the agenda of a meeting that she sees; her own always, also when it was taken off or moved.

        What was taken off or taken back is still seen by who organises or leads.
        """
        meetings = apps.get_model("meetings", "Meeting").objects
        led = Q(meeting__in=meetings.led_by(member))
        seen = Q(meeting__in=meetings.visible_to(member), withdrawn_at=None)
        return self.filter(seen | led | Q(proposed_by=member), municipality=member.municipality_id)

    def of_held(self, municipality: "Municipality", *, since: "datetime", until: "datetime") -> Self:
        """Those that stood on the agenda of meetings that were held from `since` until `until`."""
        held = apps.get_model("meetings", "Meeting").objects.filter(municipality=municipality).held(since=since, until=until)
        return self.filter(meeting__in=held, withdrawn_at=None)

    def share_of_key_figures(self) -> Share:
        """How many of these points key figures brought in (indicator I8)."""
        counted = self.order_by().aggregate(of=Count("pk"), part=Count("pk", filter=Q(brought_by=BroughtBy.KEY_FIGURE)))
        return Share(**counted)

    def proposed_by(self, member: "Membership") -> Self:
        return self.filter(proposed_by=member)

    def with_people(self) -> Self:
        return self.select_related(
            "meeting__municipality", "meeting__organiser__user", "meeting__chair__user", "proposed_by__user", "proposed_by__municipality",
            "answered_by__user", "moved_from",
        )


class ActionPointQuerySet(models.QuerySet["ActionPoint"]):
    def of_meeting(self, meeting: "Meeting") -> Self:
        return self.filter(meeting=meeting).order_by("due_on", "pk")

    def visible_to(self, member: "Membership") -> Self:
        """To who does it or is asked to, and to who organises or leads the meeting."""
        meetings: Any = apps.get_model("meetings", "Meeting")._default_manager  # noqa: SLF001  its models import this module
        return self.filter(Q(owner=member) | Q(meeting__in=meetings.led_by(member)), municipality=member.municipality_id)

    def begun(self) -> Self:
        """Of reports that are there: before that, an action point is only a draft."""
        return self.filter(meeting__state__in=["closed", "fixed"])

    def owned_by(self, member: "Membership") -> Self:
        return self.filter(owner=member)

    def open(self) -> Self:
        """Somebody does it, or is asked to."""
        return self.filter(declined_at=None, done_at=None, dropped_at=None)

    def not_done(self) -> Self:
        """Also those for which another owner is sought."""
        return self.filter(done_at=None, dropped_at=None)

    def with_people(self) -> Self:
        return self.select_related(
            "meeting__municipality", "meeting__organiser__user", "meeting__organiser__municipality", "owner__user", "owner__municipality", "item",
        )
