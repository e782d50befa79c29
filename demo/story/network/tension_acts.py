"""Steps when something happens, and the five questions after a meeting."""

from collections.abc import Callable, Collection

from demo.story.stage import Scene
from keyfigures.models.settings import Area
from meetings.actions import calling, pulse, tension
from meetings.models.pulse import PulseQuestion
from meetings.models.tension import TensionCall
from terms.days import local_date


def _begin(scene: Scene, *, theme: str, area: str, phase: str) -> None:
    place = Area.objects.get(municipality=scene.actor.municipality, name=area)
    scene.keep(tension.begin(by=scene.actor, at=scene.at, theme=theme, area=place, phase=phase))


def _phase(scene: Scene, *, phase: str) -> None:
    tension.set_phase(scene.thing, by=scene.actor, at=scene.at, phase=phase)


def _call_own(scene: Scene, *, not_reached: int = 0) -> None:
    """She calls whom she has to call; the last `not_reached` do not answer."""
    calls = list(TensionCall.objects.of_tension(scene.thing).to_do().filter(caller=scene.actor).with_people().order_by("key_figure__member__user__name"))
    for number, call in enumerate(calls):
        act = calling.not_reached if number >= len(calls) - not_reached else calling.reached
        act(call, by=scene.actor, at=scene.at)


def _give_aftercare(scene: Scene, *, how: str) -> None:
    for call in TensionCall.objects.of_tension(scene.thing).filter(caller=scene.actor, state="reached").with_people():
        calling.give_aftercare(call, by=scene.actor, at=scene.at, how=how, on=local_date(scene.at))


def _end(scene: Scene) -> None:
    tension.end(scene.thing, by=scene.actor, at=scene.at)


def _answer_pulse(scene: Scene, *, scores: Collection[int | None]) -> None:
    pulse.send(scene.thing, by=scene.actor, at=scene.at, answers=dict(zip(PulseQuestion.values, scores, strict=True)))


ACTS: dict[str, Callable[..., None]] = {
    "begin_tension": _begin,
    "set_phase": _phase,
    "call_own": _call_own,
    "give_aftercare": _give_aftercare,
    "end_tension": _end,
    "answer_pulse": _answer_pulse,
}
