"""Steps around the lessons: a threshold of the municipality's own, and a lesson that is set aside."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from approach.actions import lesson
from approach.lessons import Lesson, lesson_named
from demo.story.stage import Scene


def _choose_threshold(scene: Scene, *, code: str, threshold: int) -> None:
    lesson.set_threshold(_named(code), threshold=Decimal(threshold), version=0, by=scene.actor, at=scene.at)


def _set_aside(scene: Scene, *, code: str, because: str, days: int) -> None:
    """Until so many days after today."""
    until = scene.stage.cast.today + timedelta(days=days)
    lesson.set_aside(_named(code), aside_because=because, aside_until=until, version=0, by=scene.actor, at=scene.at)


def _named(code: str) -> Lesson:
    found = lesson_named(code)
    assert found is not None, code  # noqa: S101  the script names lessons that are there
    return found


ACTS: dict[str, Callable[..., None]] = {"choose_threshold": _choose_threshold, "set_lesson_aside": _set_aside}
