"""Steps: an initiative is prepared, runs, is done or stops. Who filed it hears of each step, the network reads it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from initiatives.actions import Meanwhile, NotPossible, going_on, path_of, save
from initiatives.actions import task as tasks
from initiatives.course import may_become
from initiatives.kinds import State
from initiatives.models.initiative import Initiative, Step
from initiatives.models.task import Task
from initiatives.notices import TO_NETWORK
from notifications.telling import tell


@transaction.atomic
def go_on(row: Initiative, *, state: str, text: str, version: int, by: Membership, at: datetime) -> Initiative:
    """Being prepared, or running; back from running to preparing too."""
    return _become(going_on(row, by=by, version=version), state, text=text, by=by, at=at)


@transaction.atomic
def finish(row: Initiative, *, brought: str, people_reached: int | None, version: int, by: Membership, at: datetime) -> Initiative:
    """Done, with what it brought in own words, and about how many people it reached. Not while a task is open."""
    row = going_on(row, by=by, version=version)
    if Task.objects.of_initiative(row).open().exists():
        raise NotPossible(_("There are tasks that are not done. Do them first, or say why nobody does them."))
    row.brought, row.people_reached, row.ended_at = brought, people_reached, at
    return _become(row, State.DONE, "brought", "people_reached", "ended_at", text="", by=by, at=at)


@transaction.atomic
def stop(row: Initiative, *, text: str, version: int, by: Membership, at: datetime) -> Initiative:
    """Not further, with the reason that everybody in the network reads. Open tasks are dropped with it."""
    row = going_on(row, by=by, version=version)
    tasks.drop_all(row, because=_("The initiative stopped."), at=at)
    row.ended_at = at
    return _become(row, State.STOPPED, "ended_at", text=text, by=by, at=at)


def _become(row: Initiative, state: str, *fields: str, text: str, by: Membership, at: datetime) -> Initiative:
    if not may_become(row.state, state):
        raise Meanwhile
    row.state = state
    save(row, "state", *fields)
    step = Step.objects.create(municipality=row.municipality, initiative=row, state=state, text=text, by=by, at=at)
    if row.proposer is not None:
        tell(TO_NETWORK, to=row.proposer, subject=row.uuid, because=f"step-{step.pk}", path=path_of(row), at=at)
    return row
