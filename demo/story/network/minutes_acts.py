"""Steps around the report of a meeting: points, closing, a correction, and what was done with a point."""

import uuid
from collections.abc import Callable

from demo.story.stage import Scene
from meetings.actions import action, agenda, correction, point, report
from meetings.actions.report import NewAction
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.reports import Written


def _propose_point(scene: Scene, *, title: str, minutes: int, aim: str = "ask", explanation: str = "") -> None:
    submission = uuid.uuid5(uuid.NAMESPACE_OID, f"demo {scene.told.name} {title}")
    agenda.propose(
        scene.thing, by=scene.actor, at=scene.at, submission=submission, title=title, aim=aim, minutes=minutes, explanation=explanation,
    )


def _write_report(scene: Scene, *, there: tuple[str, ...], points: dict[str, tuple[str, str]], does: dict[str, str], days: int) -> None:
    """`points`: title → said and agreed; `does`: who does what, `days` working days from now."""
    meeting = _now(scene)
    items = {each.title: each.uuid for each in AgendaItem.objects.of_meeting(meeting)}
    present = Attendee.objects.of_meeting(meeting).filter(member__in=[scene.member(slug) for slug in there]).values_list("uuid", flat=True)
    written = [Written(uuid=items[title], said=said, agreed=agreed) for title, (said, agreed) in points.items()]
    actions = [NewAction(text=text, owner=scene.member(who), due_on=scene.days_later(days)) for who, text in does.items()]
    report.save(meeting, by=scene.actor, at=scene.at, version=meeting.version, present=set(present), points=written, new_actions=actions)


def _close_report(scene: Scene) -> None:
    meeting = _now(scene)
    report.close(meeting, by=scene.actor, at=scene.at, version=meeting.version)


def _correct(scene: Scene, *, title: str, text: str) -> None:
    submission = uuid.uuid5(uuid.NAMESPACE_OID, f"demo {scene.told.name} {text}")
    correction.propose(_point(scene, title), by=scene.actor, at=scene.at, submission=submission, text=text)


def _take_over(scene: Scene, *, title: str, said: str) -> None:
    item = _point(scene, title)
    row = item.corrections.get()
    correction.take_over(row, by=scene.actor, at=scene.at, version=_now(scene).version, said=said, agreed=item.agreed)


def _tell_what_was_done(scene: Scene, *, title: str, text: str) -> None:
    point.answer(_point(scene, title), by=scene.actor, at=scene.at, text=text)


def _accept_action(scene: Scene) -> None:
    action.accept(ActionPoint.objects.of_meeting(scene.thing).owned_by(scene.actor).get(), by=scene.actor, at=scene.at)


def _now(scene: Scene) -> Meeting:
    return Meeting.objects.get(pk=scene.thing.pk)


def _point(scene: Scene, title: str) -> AgendaItem:
    found: AgendaItem = AgendaItem.objects.of_meeting(scene.thing).with_people().get(title=title)
    return found


ACTS: dict[str, Callable[..., None]] = {
    "propose_point": _propose_point,
    "write_report": _write_report,
    "close_report": _close_report,
    "correct_report": _correct,
    "take_over_correction": _take_over,
    "tell_what_was_done": _tell_what_was_done,
    "accept_action": _accept_action,
}
