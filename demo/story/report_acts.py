"""What a step of a concern does: one call of the application's own action."""

import uuid
from collections.abc import Callable
from typing import Any

from accounts.models import Membership
from demo.story.script import day_ago
from demo.story.stage import Scene
from signals import access, actions
from signals.models import Feedback
from terms.days import local_date

_OWN_WORK = "Ik ben de contactpersoon."


def _last_feedback(scene: Scene) -> Feedback:
    given = Feedback.objects.filter(report=scene.report, given_at__isnull=False)
    return given.order_by("-given_at", "-pk")[0]


def _file(scene: Scene, way: str, reporter: Membership, answers: dict[str, Any], entered_by: Membership | None = None) -> None:
    submission = uuid.uuid5(uuid.NAMESPACE_OID, f"demo {scene.told.name}")
    scene.stage.reports[scene.told.name] = actions.file_report(
        reporter=reporter, submission=submission, way=way, answers=answers, at=scene.at, entered_by=entered_by,
    )


def _write(scene: Scene, **answers: Any) -> None:  # noqa: ANN401  the answers of the form
    _file(scene, "written", scene.actor, answers)


def _talk(scene: Scene, **answers: Any) -> None:  # noqa: ANN401
    _file(scene, "talk", scene.actor, answers)


def _phone(scene: Scene, *, official: str, **answers: Any) -> None:  # noqa: ANN401
    writer = scene.member(official)
    _file(scene, "phone", scene.actor, answers, entered_by=writer)
    access.open_report(scene.report.uuid, reader=writer, at=scene.at, reason="Ik schreef dit op aan de telefoon.")


def _open(scene: Scene, *, reason: str) -> None:
    access.open_report(scene.report.uuid, reader=scene.actor, at=scene.at, reason=reason)


def _take_on(scene: Scene) -> None:
    """Nobody takes on what she did not read; the reporter sees that she did."""
    _open(scene, reason=_OWN_WORK)
    actions.take_on(scene.report, actor=scene.actor, at=scene.at)


def _record_contact(scene: Scene, *, how: str) -> None:
    actions.record_contact(scene.report, actor=scene.actor, at=scene.at, how=how, on=local_date(scene.at))


def _give_feedback(scene: Scene, *, sentences: list[str], text: str = "") -> None:
    actions.give_feedback(scene.report, actor=scene.actor, at=scene.at, sentences=sentences, text=text)


def _pause(scene: Scene, *, reason: str, days: int, question: str) -> None:
    until = day_ago(scene.step.days_ago - days, scene.stage.cast.today)
    actions.pause(scene.report, actor=scene.actor, at=scene.at, reason=reason, until=until, question=question)


def _hand_over(scene: Scene, *, to: str, reason: str) -> None:
    actions.hand_over(scene.report, actor=scene.actor, at=scene.at, to=scene.member(to), reason=reason)


def _hand_over_outside(scene: Scene, *, handed_to: str) -> None:
    actions.hand_over_outside(scene.report, actor=scene.actor, at=scene.at, handed_to=handed_to)


def _decide(scene: Scene, *, outcome: str) -> None:
    actions.decide(scene.report, actor=scene.actor, at=scene.at, outcome=outcome)


def _close(scene: Scene) -> None:
    actions.close(scene.report, actor=scene.actor, at=scene.at)


def _withdraw(scene: Scene) -> None:
    actions.withdraw(scene.report, actor=scene.actor, at=scene.at)


def _send_message(scene: Scene, *, text: str) -> None:
    actions.send_message(scene.report, actor=scene.actor, at=scene.at, text=text)


def _add_note(scene: Scene, *, text: str) -> None:
    actions.add_note(scene.report, actor=scene.actor, at=scene.at, text=text)


def _rate(scene: Scene, *, helped: str, in_time: bool) -> None:
    actions.rate(_last_feedback(scene), actor=scene.actor, at=scene.at, helped=helped, in_time=in_time)


def _ask_reopen(scene: Scene, *, reason: str) -> None:
    actions.ask_reopen(scene.report, actor=scene.actor, at=scene.at, reason=reason)


def _reopen(scene: Scene, *, reason: str) -> None:
    actions.reopen(scene.report, actor=scene.actor, at=scene.at, reason=reason)


def _decline_reopen(scene: Scene, *, sentence: str) -> None:
    actions.decline_reopen(scene.report, actor=scene.actor, at=scene.at, sentence=sentence)


def _grant(scene: Scene, *, member: str, reason: str, days: int) -> None:
    expires_on = day_ago(scene.step.days_ago - days, scene.stage.cast.today)
    access.grant(
        scene.report, actor=scene.actor, member=scene.member(member), reason=reason, expires_on=expires_on, at=scene.at,
    )


ACTS: dict[str, Callable[..., None]] = {
    "write": _write,
    "talk": _talk,
    "phone": _phone,
    "open": _open,
    "take_on": _take_on,
    "record_contact": _record_contact,
    "give_feedback": _give_feedback,
    "pause": _pause,
    "hand_over": _hand_over,
    "hand_over_outside": _hand_over_outside,
    "decide": _decide,
    "close": _close,
    "withdraw": _withdraw,
    "send_message": _send_message,
    "add_note": _add_note,
    "rate": _rate,
    "ask_reopen": _ask_reopen,
    "reopen": _reopen,
    "decline_reopen": _decline_reopen,
    "grant": _grant,
}
