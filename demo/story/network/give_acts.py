"""Steps of give and take: help, training, requests, thanks and allowances."""

import uuid
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from demo.story.stage import Scene
from keyfigures.actions import allowance, asking, learning, recognition
from keyfigures.actions import help as helping
from keyfigures.models.learning import Enrolment
from keyfigures.models.recognition import RecognitionKind
from terms.days import at_time, local_date


def _ask_help(scene: Scene, *, category: str, text: str) -> None:
    submission = uuid.uuid5(uuid.NAMESPACE_OID, f"demo {scene.told.name}")
    scene.keep(helping.ask(scene.figure, submission=submission, category=category, text=text, by=scene.actor, at=scene.at))


def _say(scene: Scene, *, text: str) -> None:
    helping.say(scene.thing, text=text, by=scene.actor, at=scene.at)


def _finish_help(scene: Scene, *, outcome: str, text: str) -> None:
    helping.finish(scene.thing, outcome=outcome, text=text, by=scene.actor, at=scene.at)


def _rate_help(scene: Scene, *, did_help: bool) -> None:
    helping.rate(scene.thing, did_help=did_help, by=scene.actor)


def _withdraw_help(scene: Scene) -> None:
    helping.withdraw(scene.thing, by=scene.actor, at=scene.at)


def _offer_course(scene: Scene, *, days: int, starts: int, places: int, **what: str) -> None:
    """`days`: working days from now until it begins; one can sign up until three working days before."""
    starts_at = at_time(scene.days_later(days), time(starts, 30))
    ends_at, until = starts_at + timedelta(hours=2), scene.days_later(days - 3)
    offered: dict[str, Any] = {**what, "places": places, "starts_at": starts_at, "ends_at": ends_at, "sign_up_until": until}
    scene.keep(learning.offer(by=scene.actor, at=scene.at, **offered))


def _sign_up(scene: Scene) -> None:
    learning.sign_up(scene.thing, figure=scene.figure_of(scene.step.by), at=scene.at)


def _leave_course(scene: Scene) -> None:
    learning.leave(scene.thing, figure=scene.figure_of(scene.step.by), at=scene.at)


def _record_attendance(scene: Scene, *, present: tuple[str, ...]) -> None:
    there = Enrolment.objects.filter(course=scene.thing, key_figure__in=[scene.figure_of(slug) for slug in present])
    learning.record_attendance(scene.thing, present=list(there.values_list("uuid", flat=True)), by=scene.actor, at=scene.at)


def _ask(scene: Scene, *, kind: str, text: str, theme: str = "none", wanted_in: int = 0) -> None:
    wanted_on = scene.days_later(wanted_in) if wanted_in else None
    scene.keep(asking.ask(scene.figure, kind=kind, text=text, theme=theme, wanted_on=wanted_on, by=scene.actor, at=scene.at))


def _accept(scene: Scene) -> None:
    asking.accept(scene.thing, by=scene.actor, at=scene.at)


def _decline(scene: Scene) -> None:
    asking.decline(scene.thing, by=scene.actor, at=scene.at)


def _report_done(scene: Scene, *, hours: str) -> None:
    asking.report_done(scene.thing, by=scene.actor, at=scene.at, done_on=local_date(scene.at), hours=Decimal(hours))


def _tell_result(scene: Scene, *, thanks: str, result: str) -> None:
    asking.tell_result(scene.thing, thanks_text=thanks, result=result, by=scene.actor, at=scene.at)


def _thank(scene: Scene, *, text: str) -> None:
    recognition.give(scene.figure, kind=RecognitionKind.THANKS, text=text, by=scene.actor, at=scene.at)


def _recognise(scene: Scene, *, text: str, wanted: str) -> None:
    scene.keep(recognition.give(scene.figure, kind=RecognitionKind.MOMENT, text=text, by=scene.actor, at=scene.at, wanted=wanted))


def _choose(scene: Scene, *, chosen: str, public_name: str = "") -> None:
    recognition.choose(scene.thing, chosen=chosen, public_name=public_name, by=scene.actor, at=scene.at)


def _propose_allowance(scene: Scene, *, hours: str, amount: str) -> None:
    """Over the month before this step."""
    month = _month_before(scene.at)
    scene.keep(allowance.propose(scene.figure, month=month, hours=Decimal(hours), amount=Decimal(amount), by=scene.actor, at=scene.at))


def _month_before(at: datetime) -> date:
    return (local_date(at).replace(day=1) - timedelta(days=1)).replace(day=1)


def _approve_allowance(scene: Scene) -> None:
    allowance.approve(scene.thing, by=scene.actor, at=scene.at)


def _hand_to_finance(scene: Scene) -> None:
    allowance.hand_to_finance(scene.actor, at=scene.at)


ACTS: dict[str, Callable[..., None]] = {
    "ask_help": _ask_help,
    "say": _say,
    "finish_help": _finish_help,
    "rate_help": _rate_help,
    "withdraw_help": _withdraw_help,
    "offer_course": _offer_course,
    "sign_up": _sign_up,
    "leave_course": _leave_course,
    "record_attendance": _record_attendance,
    "ask": _ask,
    "accept_ask": _accept,
    "decline_ask": _decline,
    "report_done": _report_done,
    "tell_result": _tell_result,
    "thank": _thank,
    "recognise": _recognise,
    "choose_visibility": _choose,
    "propose_allowance": _propose_allowance,
    "approve_allowance": _approve_allowance,
    "hand_to_finance": _hand_to_finance,
}
