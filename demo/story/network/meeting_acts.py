"""Steps around meetings."""

import uuid
from collections.abc import Callable
from datetime import time, timedelta

from demo.story.stage import Scene
from meetings.actions import answers, invitations, planning, poll, poll_answer
from meetings.models.attendance import Attendee
from meetings.models.poll import PollInvitee
from terms.days import at_time


def _plan(scene: Scene, *, days: int, kind: str, title: str, place: str, occasion: str = "quiet", chair: str = "", places: int | None = None,
          agenda_closes: int = 0) -> None:
    """An evening `days` working days from now; the agenda closes `agenda_closes` working days from now."""
    starts_at = at_time(scene.days_later(days), time(19, 30))
    scene.keep(planning.plan(
        by=scene.actor, at=scene.at, submission=uuid.uuid5(uuid.NAMESPACE_OID, f"demo {scene.told.name}"), kind=kind, title=title, place=place,
        occasion=occasion, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), chair=scene.member(chair) if chair else None, places=places,
        agenda_closes_on=scene.days_later(agenda_closes) if agenda_closes else None,
    ))  # fmt: skip


def _invite(scene: Scene, *, people: tuple[str, ...]) -> None:
    invitations.invite(scene.thing, members=[scene.member(slug) for slug in people], by=scene.actor, at=scene.at)


def _answer(scene: Scene, *, answer: str) -> None:
    answers.answer_herself(_hers(scene), answer=answer, by=scene.actor, at=scene.at)


def _tell_needs(scene: Scene, *, needs: tuple[str, ...], food: str = "", brings: str = "") -> None:
    answers.tell_needs(_hers(scene), by=scene.actor, needs=needs, food=food, brings=brings, at=scene.at)


def _cancel(scene: Scene) -> None:
    planning.cancel(scene.thing, by=scene.actor, at=scene.at)


def _ask_for_dates(scene: Scene, *, days: tuple[int, ...], last: int, people: tuple[str, ...], title: str, kind: str, place: str, chair: str = "") -> None:
    """Evenings `days` working days from now; everybody can answer until `last` working days from now."""
    starts = [at_time(scene.days_later(each), time(19, 30)) for each in days]
    scene.keep(poll.make(
        by=scene.actor, at=scene.at, submission=uuid.uuid5(uuid.NAMESPACE_OID, f"demo {scene.told.name}"), kind=kind, title=title, place=place,
        dates=[(each, each + timedelta(hours=2)) for each in starts], last_day=scene.days_later(last), chair=scene.member(chair) if chair else None,
        asked=poll.Asked(members=[scene.member(slug) for slug in people], required=[]),
    ))  # fmt: skip


def _say_when(scene: Scene, *, answers: tuple[str, ...]) -> None:
    """One answer per date, in their order."""
    hers = PollInvitee.objects.with_poll().get(poll=scene.thing, member=scene.actor)
    poll_answer.answer_on_site(hers, by=scene.actor, answers=dict(zip(hers.poll.options.all(), answers, strict=True)), at=scene.at)


def _choose_date(scene: Scene, *, number: int, place: str) -> None:
    poll.choose(scene.thing.options.all()[number], by=scene.actor, at=scene.at, place=place)


def _hers(scene: Scene) -> Attendee:
    return Attendee.objects.of_meeting(scene.thing).of(scene.actor).get()


ACTS: dict[str, Callable[..., None]] = {
    "plan_meeting": _plan,
    "invite_to_meeting": _invite,
    "answer_invitation": _answer,
    "tell_needs": _tell_needs,
    "cancel_meeting": _cancel,
    "ask_for_dates": _ask_for_dates,
    "say_when": _say_when,
    "choose_date": _choose_date,
}
