"""Steps around who leads a meeting, and its agenda."""

import uuid
from collections.abc import Callable

from demo.story.stage import Scene
from meetings import agenda as rules
from meetings.actions import agenda, independence
from meetings.models.agenda import AgendaItem


def _declare(scene: Scene, *, own_words: str) -> None:
    independence.declare(scene.thing, by=scene.actor, at=scene.at, not_employed=True, not_paid_otherwise=True, no_seat=True, own_words=own_words)


def _propose(scene: Scene, *, title: str, aim: str, minutes: int, explanation: str = "") -> None:
    submission = uuid.uuid5(uuid.NAMESPACE_OID, f"demo point {title}")
    agenda.propose(
        scene.thing, by=scene.actor, at=scene.at, submission=submission, title=title, aim=aim, minutes=minutes, explanation=explanation,
    )


def _put_first(scene: Scene, *, title: str) -> None:
    agenda.move(AgendaItem.objects.of_meeting(scene.thing).get(title=title), way=rules.FIRST, by=scene.actor, at=scene.at)


ACTS: dict[str, Callable[..., None]] = {
    "declare_independent": _declare,
    "propose_point": _propose,
    "put_point_first": _put_first,
}
