"""Steps of ideas: filed, supported, answered, and what became of them."""

import uuid
from collections.abc import Callable

from demo.story.stage import Scene
from initiatives.actions import initiative, plan, publication, step, support, task
from initiatives.models.initiative import Initiative
from initiatives.models.task import Task


def _file(scene: Scene, **words: str) -> None:
    scene.keep(initiative.file(**words, submission=_number(scene), by=scene.actor, at=scene.at))


def _begin(scene: Scene, *, role: str, **words: str) -> None:
    scene.keep(initiative.begin(**words, municipal_role=role, submission=_number(scene), by=scene.actor, at=scene.at))


def _support(scene: Scene) -> None:
    support.give(scene.thing, by=scene.actor)


def _answer(scene: Scene, *, answer: str, reason: str) -> None:
    initiative.answer(scene.thing, answer=answer, reason=reason, by=scene.actor, at=scene.at)


def _know(scene: Scene, *, question: str, themes: list[str], role: str, asked: int, granted: int) -> None:
    row = _now(scene)
    plan.change(
        row, beginning=row.beginning, question=question, themes=themes, municipal_role=role, budget_asked=asked, budget_granted=granted,
        version=row.edits, by=scene.actor,
    )


def _promise_task(scene: Scene, *, what: str, days: int) -> None:
    task.make(_now(scene), what=what, owner=scene.actor, due_on=scene.days_later(days), submission=uuid.uuid5(_number(scene), what), by=scene.actor, at=scene.at)


def _do_task(scene: Scene) -> None:
    task.finish(Task.objects.of_initiative(scene.thing).open().get(), by=scene.actor, at=scene.at)


def _go_on(scene: Scene, *, state: str, text: str) -> None:
    row = _now(scene)
    step.go_on(row, state=state, text=text, version=row.edits, by=scene.actor, at=scene.at)


def _finish(scene: Scene, *, brought: str, people: int) -> None:
    row = _now(scene)
    step.finish(row, brought=brought, people_reached=people, version=row.edits, by=scene.actor, at=scene.at)


def _write(scene: Scene, *, title: str, text: str) -> None:
    row = _now(scene)
    publication.write(row, public_title=title, public_text=text, version=row.edits, by=scene.actor, at=scene.at)


def _agree(scene: Scene) -> None:
    row = _now(scene)
    publication.agree(row, version=row.edits, by=scene.actor, at=scene.at)


def _now(scene: Scene) -> Initiative:
    return Initiative.objects.with_people().get(pk=scene.thing.pk)


def _number(scene: Scene) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"idea {scene.told.name}")


ACTS: dict[str, Callable[..., None]] = {
    "file_idea": _file, "begin_initiative": _begin, "support_idea": _support, "answer_idea": _answer, "know_of_idea": _know, "promise_task": _promise_task,
    "do_task": _do_task, "idea_goes_on": _go_on, "finish_idea": _finish, "write_for_everybody": _write, "agree_to_text": _agree,
}
