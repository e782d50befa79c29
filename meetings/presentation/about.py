"""Which meeting a promise is about, for the rows of who owes it: title and day, never what is in it."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.meeting import Meeting
from meetings.models.report import Correction
from terms.days import local_date
from ui.phrases import Words


def which_meeting(subjects: Collection[UUID], today: date) -> Mapping[UUID, str]:
    """For a meeting, a point of it, an action point or a correction. One statement for all of them."""
    words = Words(today)
    of_meeting = _rows(Meeting.objects.all(), subjects, "")
    others = (
        _rows(AgendaItem.objects.all(), subjects, "meeting__"), _rows(ActionPoint.objects.all(), subjects, "meeting__"),
        _rows(Correction.objects.all(), subjects, "item__meeting__"),
    )
    found = of_meeting.union(*others, all=True)
    return {uuid: f"{title}, {words.day_only(local_date(starts_at))}" for uuid, title, starts_at in found}


def _rows(rows: "QuerySet[Meeting] | QuerySet[AgendaItem] | QuerySet[ActionPoint] | QuerySet[Correction]", subjects: Collection[UUID], way: str):  # type: ignore[no-untyped-def]
    return rows.filter(uuid__in=list(subjects)).order_by().annotate(about=F(f"{way}title"), begins=F(f"{way}starts_at")).values_list("uuid", "about", "begins")
