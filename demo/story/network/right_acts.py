"""Steps around her rights: ties, a reconsideration, a complaint, her own data, and questions without a name."""

import uuid
from collections.abc import Callable
from itertools import cycle, islice

from demo.story.stage import Scene
from indicators.quarters import Quarter
from keyfigures.actions import background, reconsideration, rights, ties, treatment
from keyfigures.background import QUESTIONS
from terms.days import local_date


def _declare_tie(scene: Scene) -> None:
    ties.declare(scene.figure, by=scene.actor, at=scene.at)


def _raise_question(scene: Scene, *, fact: str) -> None:
    scene.keep(reconsideration.raise_question(scene.figure, by=scene.actor, at=scene.at, fact=fact))


def _write_reading(scene: Scene, *, text: str) -> None:
    reconsideration.write_reading(scene.thing, by=scene.actor, at=scene.at, text=text)


def _record_talk(scene: Scene) -> None:
    reconsideration.record_talk(scene.thing, by=scene.actor, at=scene.at, talk_on=local_date(scene.at), her_reading="")


def _propose_outcome(scene: Scene, *, outcome: str, reason: str) -> None:
    reconsideration.propose(scene.thing, by=scene.actor, at=scene.at, outcome=outcome, reason=reason)


def _agree(scene: Scene) -> None:
    reconsideration.agree(scene.thing, by=scene.actor, at=scene.at)


def _complain(scene: Scene, *, text: str) -> None:
    submission = uuid.uuid5(uuid.NAMESPACE_OID, f"demo {scene.told.name}")
    scene.keep(treatment.complain(scene.figure, by=scene.actor, at=scene.at, submission=submission, text=text))


def _answer_complaint(scene: Scene, *, finding: str, text: str) -> None:
    treatment.answer(scene.thing, by=scene.actor, at=scene.at, finding=finding, text=text)


def _ask_about_data(scene: Scene, *, right: str, text: str) -> None:
    scene.keep(rights.ask(scene.actor, right=right, text=text, at=scene.at))


def _answer_about_data(scene: Scene, *, text: str) -> None:
    rights.answer(scene.thing, by=scene.actor, decision="done", text=text, at=scene.at)


def _answer_without_name(scene: Scene, *, people: int) -> None:
    """So many people fill in the list; who they are is not known here either."""
    quarter = Quarter.of(local_date(scene.at))
    columns = {question.code: list(islice(cycle(question.answers), people)) for question in QUESTIONS}
    for number in range(people):
        answers = {code: column[(number * number) % people] for code, column in columns.items()}
        background.send(scene.stage.cast.municipality(scene.told.place), quarter=quarter, answers=answers)


ACTS: dict[str, Callable[..., None]] = {
    "declare_tie": _declare_tie,
    "raise_question": _raise_question,
    "write_reading": _write_reading,
    "record_talk": _record_talk,
    "propose_outcome": _propose_outcome,
    "agree": _agree,
    "complain": _complain,
    "answer_complaint": _answer_complaint,
    "ask_about_data": _ask_about_data,
    "answer_about_data": _answer_about_data,
    "answer_without_name": _answer_without_name,
}
