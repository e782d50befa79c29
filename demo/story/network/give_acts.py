"""Steps of give and take: thanks."""

from collections.abc import Callable

from demo.story.stage import Scene
from keyfigures.actions import recognition
from keyfigures.models.recognition import RecognitionKind


def _thank(scene: Scene, *, text: str) -> None:
    recognition.give(scene.figure, kind=RecognitionKind.THANKS, text=text, by=scene.actor, at=scene.at)


ACTS: dict[str, Callable[..., None]] = {"thank": _thank}
