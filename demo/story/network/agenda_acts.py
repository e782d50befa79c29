"""Steps of who leads a meeting: her declaration, and the order of the agenda."""

from collections.abc import Callable

from demo.story.stage import Scene
from meetings import agenda as rules
from meetings.actions import agenda, independence
from meetings.models.agenda import AgendaItem


def _declare(scene: Scene, *, own_words: str) -> None:
    independence.declare(scene.thing, by=scene.actor, at=scene.at, not_employed=True, not_paid_otherwise=True, no_seat=True, own_words=own_words)


def _put_first(scene: Scene, *, title: str) -> None:
    agenda.move(AgendaItem.objects.of_meeting(scene.thing).get(title=title), way=rules.FIRST, by=scene.actor, at=scene.at)


ACTS: dict[str, Callable[..., None]] = {
    "declare_independent": _declare,
    "put_point_first": _put_first,
}
