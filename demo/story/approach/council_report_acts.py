"""Steps around a report to the council: made from figures, written, commented on, offered, and issued by a second person."""

import uuid
from collections.abc import Callable

from approach.actions import making, report
from approach.gathering import ended_quarters
from approach.models.report import Report
from demo.story.stage import Scene
from terms.days import local_date


def _make(scene: Scene, *, quarters: int) -> None:
    """Over the last quarters that ended then. The worker that makes it runs at once."""
    ended = ended_quarters(local_date(scene.at))
    row = making.begin(first=ended[quarters - 1], last=ended[0], submission=_number(scene.told.name), by=scene.actor, at=scene.at)
    making.make_all()
    scene.keep(row)


def _ask_of_council(scene: Scene, *, title: str, asks: str) -> None:
    row = _now(scene)
    report.change(row, title=title, asks=asks, version=row.edits, by=scene.actor)


def _comment(scene: Scene, *, section: str, text: str) -> None:
    report.say(_now(scene), section=section, text=text, submission=_number(text), by=scene.actor, at=scene.at)


def _tick(scene: Scene) -> None:
    for comment in _now(scene).comments.with_people():
        report.tick(comment, by=scene.actor, at=scene.at)


def _offer(scene: Scene, *, reader: str) -> None:
    row = _now(scene)
    report.offer(row, reader=scene.member(reader), version=row.edits, by=scene.actor, at=scene.at)


def _issue(scene: Scene) -> None:
    row = _now(scene)
    report.issue(row, version=row.edits, by=scene.actor, at=scene.at)


def _now(scene: Scene) -> Report:
    row: Report = Report.objects.with_all().get(pk=scene.thing.pk)
    return row


def _number(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"report:{name}")


ACTS: dict[str, Callable[..., None]] = {
    "make_report": _make, "ask_of_council": _ask_of_council, "comment_on_report": _comment, "tick_comments": _tick, "offer_report": _offer,
    "issue_report": _issue,
}
