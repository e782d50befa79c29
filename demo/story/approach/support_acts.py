"""Steps around the support of college and council: what was decided, the money, the moments, and what was promised there."""

import uuid
from collections.abc import Callable

from approach.actions import budget, council_promise, decision, known_date, moment, portfolio
from approach.models.support import CouncilPromise, Moment
from demo.story.stage import Scene


def _write_down_decision(scene: Scene, *, title: str, body: str, document_number: str, days: int) -> None:
    """It holds until `days` working days from now."""
    decision.record(
        kind="mandate", title=title, body=body, decided_on=scene.days_later(0), document_number=document_number, until=scene.days_later(days),
        submission=_number(title), by=scene.actor, at=scene.at,
    )


def _write_down_office(scene: Scene, *, office: str) -> None:
    portfolio.begin(office=office, since=scene.days_later(0), by=scene.actor, at=scene.at)


def _fill_in_money(scene: Scene, *, amount: int, spent: int, note: str) -> None:
    """For the year of the story and the one after it; spent until the day of this step."""
    year = scene.days_later(0).year
    budget.fill_in(year=year, amount=amount, spent=spent, spent_until=scene.days_later(0), note=note, by=scene.actor, at=scene.at)
    for later in range(year + 1, scene.stage.cast.today.year + 2):
        budget.fill_in(year=later, amount=amount, spent=None, spent_until=None, note=note, by=scene.actor, at=scene.at)


def _write_down_elections(scene: Scene, *, days: int) -> None:
    known_date.add(kind="elections", on=scene.days_later(days), by=scene.actor, at=scene.at)


def _plan_moment(scene: Scene, *, body: str, title: str, days: int) -> None:
    planned_on = scene.days_later(days)
    scene.keep(moment.plan(body=body, title=title, planned_on=planned_on, owner=scene.actor, submission=_number(title), by=scene.actor, at=scene.at))


def _hold_moment(scene: Scene, *, asked: str) -> None:
    row = Moment.objects.get(pk=scene.thing.pk)
    moment.hold(row, held_on=scene.days_later(0), asked=asked, version=row.edits, by=scene.actor, at=scene.at)


def _promise(scene: Scene, *, what: str, owner: str, days: int) -> None:
    row = Moment.objects.get(pk=scene.thing.pk)
    owes, due_on = scene.member(owner), scene.days_later(days)
    council_promise.make(row, what=what, owner=owes, due_on=due_on, submission=_number(what), by=scene.actor, at=scene.at)


def _keep_promise(scene: Scene, *, outcome: str) -> None:
    council_promise.keep(CouncilPromise.objects.open().get(moment=scene.thing), outcome=outcome, by=scene.actor, at=scene.at)


def _number(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, name)


ACTS: dict[str, Callable[..., None]] = {
    "write_down_decision": _write_down_decision, "write_down_office": _write_down_office, "fill_in_money": _fill_in_money,
    "write_down_elections": _write_down_elections, "plan_moment": _plan_moment, "hold_moment": _hold_moment, "promise_to_council": _promise,
    "keep_council_promise": _keep_promise,
}
