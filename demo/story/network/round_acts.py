"""Steps around evaluations: lists of questions, rounds that are answered, and what is learned from them."""

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence

from demo.story.stage import Scene
from evaluations.actions import improvement, plan, planning, questionnaire, sharing, sheet, version
from evaluations.kinds import QuestionKind
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.questionnaire import Question, Version
from evaluations.models.sheet import Participant
from evaluations.shipped import BY_CODE, LISTS

CODES = {question.identity: question.code for each in LISTS for question in each.questions}
IDENTITIES = {code: identity for identity, code in CODES.items()}
RECOMMEND = (8, 9, 7, 8, 10, 6, 9)


def _take_over_lists(scene: Scene, *, codes: Collection[str]) -> None:
    """As they are: published at once."""
    for code in codes:
        made = questionnaire.take_over(BY_CODE[code], by=scene.actor, at=scene.at, submission=_number(f"list {code}"))
        draft = made.versions.get()
        version.publish(draft, by=scene.actor, at=scene.at, edits=draft.edits)


def _plan_round(scene: Scene, *, title: str, days: int, last: int) -> None:
    """Opens `days` working days from now, and can be answered until `last` working days from now."""
    lists = {name: _published(scene, use) for name, use in (("questions", "survey"), ("mirror", "mirror"))}
    scene.keep(planning.plan(
        by=scene.actor, at=scene.at, submission=_number(scene.told.name), kind="survey", title=title, opens_on=scene.days_later(days),
        closes_on=scene.days_later(last), **lists,
    ))  # fmt: skip


def _say_ready(scene: Scene) -> None:
    planning.prepared(scene.thing, by=scene.actor, at=scene.at)


def _answer_round(scene: Scene, *, group: str, low: Collection[str], most: int, words: Mapping[str, Sequence[str]]) -> None:
    """The last `most` of who is asked answer, so that questions wait for who has a button to log in with: questions of `low` get lower scores than the others; `words` are given one by one."""
    people = Participant.objects.waited_for().filter(evaluation=scene.thing, group=group).with_evaluation().order_by("-pk")
    for number, each in enumerate(people[:most]):
        asked = sheet.version_for(each.evaluation, group)
        assert asked is not None  # noqa: S101  both lists were chosen
        answers = {
            question.identity: _answer(question, CODES[question.identity], number, low=low, words=words)
            for question in asked.questions.order_by("section__position", "position", "pk")
        }
        sheet.send(each, version_pk=asked.pk, answers={key: value for key, value in answers.items() if value}, draft=None, at=scene.at)


def _improve(scene: Scene, *, what: str, why: str, code: str, owner: str, days: int) -> None:
    improvement.begin(
        scene.thing, what=what, why=why, identity=IDENTITIES[code], owner=scene.member(owner), due_on=scene.days_later(days),
        submission=_number(what), by=scene.actor, at=scene.at,
    )


def _share_back(scene: Scene, *, heard: str, doing: str) -> None:
    """With all improvements that were agreed."""
    told = list(Improvement.objects.of_evaluation(scene.thing).values_list("uuid", flat=True))
    row = sharing.write(scene.thing, heard=heard, doing=doing, improvements=told, version=Evaluation.objects.get(pk=scene.thing.pk).edits, by=scene.actor)
    sharing.publish(row, version=row.edits, by=scene.actor, at=scene.at)


def _finish_improvement(scene: Scene, *, what: str, outcome: str) -> None:
    improvement.finish(Improvement.objects.get(what=what, evaluation=scene.thing), outcome=outcome, by=scene.actor, at=scene.at)


def _read_plan(scene: Scene, *, title: str, last: int, readers: Collection[str]) -> None:
    """Planned and begun on the same day."""
    row = planning.plan(
        by=scene.actor, at=scene.at, submission=_number(scene.told.name), kind="plan", title=title, opens_on=scene.days_later(0), closes_on=scene.days_later(last),
    )
    checklist = _published(scene, "plan")
    scene.keep(plan.begin(row, by=scene.actor, at=scene.at, evaluators=[scene.member(slug) for slug in readers], questions=checklist))


def _hand_in(scene: Scene, *, scores: Sequence[str], remark: str) -> None:
    """Scores in turns; the first answer has a remark."""
    reading = scene.thing.readings.get(evaluator=scene.actor)
    asked = [each for each in plan.questions_of(scene.thing) if each.kind == QuestionKind.SCALE]
    answers = {each.identity: plan.Answer(scores[number % len(scores)], "" if number else remark) for number, each in enumerate(asked)}
    plan.hand_in(reading, by=scene.actor, at=scene.at, edits=reading.edits, answers=answers)


def _answer(question: Question, code: str, number: int, *, low: Collection[str], words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    if question.kind == QuestionKind.OPEN:
        said = words.get(code, ())
        return (said[number],) if number < len(said) else ()
    if question.kind == QuestionKind.TEN:
        return (str(RECOMMEND[number % len(RECOMMEND)]),)
    scores = "23142" if code in low else "45435"
    return (scores[(number + question.position) % len(scores)],)


def _published(scene: Scene, use: str) -> Version:
    return Version.objects.published().filter(municipality=scene.actor.municipality, questionnaire__use=use).select_related("questionnaire").get()


def _number(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"demo {name}")


ACTS: dict[str, Callable[..., None]] = {
    "take_over_lists": _take_over_lists,
    "plan_round": _plan_round,
    "say_round_is_ready": _say_ready,
    "answer_round": _answer_round,
    "improve": _improve,
    "share_back": _share_back,
    "finish_improvement": _finish_improvement,
    "read_plan": _read_plan,
    "hand_in_reading": _hand_in,
}
