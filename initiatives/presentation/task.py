"""Tasks for an initiative in words: in the list of the initiative, and one by itself."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from initiatives.models.task import Task
from terms.presentation import Hero, Line, Ring, Row, hero_of_task, state_of_task
from ui.phrases import Words


def rows_of(rows: Iterable[Task], *, today: date) -> list[Row]:
    """Without a statement."""
    return [_row(each, Words(today)) for each in rows]


def url_of(row: Task) -> str:
    return reverse("initiatives:task_detail", args=[row.uuid])


def hero(row: Task, *, reader: Membership, today: date) -> Hero:
    words = Words(today)
    if row.ended_at is None:
        return hero_of_task(row.due_on, words, owner=row.owner.name, is_own=reader.pk == row.owner_id)
    state, due, _tone = _state_of(row, words)
    return Hero(ring=Ring(state=state), title=_("This is not done") if row.dropped_at else _("This is done"), sentences=[f"{due}."])


def _row(row: Task, words: Words) -> Row:
    state, due, tone = _state_of(row, words)
    return Row(title=row.what, url=url_of(row), line=Line(ring=Ring(state=state), what=row.owner.name, due=due, tone=tone, meta=row.dropped_because))


def _state_of(row: Task, words: Words) -> tuple[str, str, str]:
    return state_of_task(row.due_on, words, ended_at=row.ended_at, is_dropped=row.dropped_at is not None)
