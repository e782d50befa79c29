"""Which idea a promise is about, for the rows of who owes it."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from initiatives.models.initiative import Initiative
from initiatives.models.task import Task


def which_idea(subjects: Collection[UUID], _today: date) -> Mapping[UUID, str]:
    """For an idea its first line, for a task what has to be done. One statement."""
    ideas = Initiative.objects.filter(uuid__in=list(subjects)).order_by().values_list("uuid", "what")
    tasks = Task.objects.filter(uuid__in=list(subjects)).order_by().values_list("uuid", "what")
    return dict(ideas.union(tasks, all=True))
