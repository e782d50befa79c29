"""Questions of a draft. A question stays the same question when its words get better; asked about something else it is another one."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations import order
from evaluations.actions import NotPossible
from evaluations.actions.drafts import draft
from evaluations.models.questionnaire import Question, Section

MOST = 60
Words = dict[str, str]
Choices = Sequence[dict[str, Any]]


class QuestionGone(NotPossible):
    """Somebody took it away meanwhile."""

    def __str__(self) -> str:
        return _("This question is not there any more. Somebody took it away while you were busy.")


def add(
    section: Section, *, by: Membership, edits: int, kind: str, words: Words, help: Words, choices: Choices = (), is_required: bool = False,  # noqa: A002
    counts_for_trust: bool = False,
) -> Question:
    """Below the others of its section."""
    with draft(section.version, by=by, edits=edits) as row:
        if row.questions.count() >= MOST:
            raise NotPossible(_("There are too many questions already. Who answers needs five minutes at most."))
        last = section.questions.aggregate(last=Max("position"))["last"] or 0
        made: Question = Question.objects.create(
            version=row, section=section, position=last + 1, kind=kind, words=words, help=help, choices=list(choices), is_required=is_required,
            counts_for_trust=counts_for_trust,
        )
    return made


def change(
    question: Question, *, by: Membership, edits: int, words: Words, help: Words, choices: Choices = (), is_required: bool = False,  # noqa: A002
    counts_for_trust: bool = False, is_another: bool = False,
) -> None:
    """`is_another`: it asks something else now. Then it is not compared with what was answered before; what looks at it goes along."""
    with draft(question.version, by=by, edits=edits):
        row = _there(question)
        row.words, row.help, row.choices, row.is_required, row.counts_for_trust = words, help, list(choices), is_required, counts_for_trust
        row.save(update_fields=["words", "help", "choices", "is_required", "counts_for_trust"])
        if is_another:
            _begin_anew(row)


def ask_when(question: Question, *, by: Membership, edits: int, shown_if: UUID | None, answers: Collection[str]) -> None:
    """Only with one of `answers` to a question of an earlier section; without a question: always."""
    with draft(question.version, by=by, edits=edits):
        row = _there(question)
        row.shown_if, row.shown_if_answers = (shown_if, list(answers)) if shown_if is not None and answers else (None, [])
        row.save(update_fields=["shown_if", "shown_if_answers"])


def remove(question: Question, *, by: Membership, edits: int) -> None:
    with draft(question.version, by=by, edits=edits):
        Question.objects.filter(pk=question.pk).delete()


def move(question: Question, *, by: Membership, way: str) -> None:
    """A place up or down, also into the section before or after it. Raises NotPossible when something would never be asked then."""
    with draft(question.version, by=by) as row:
        sections = list(row.sections.prefetch_related("questions"))
        rows = {each.pk: each for section in sections for each in section.questions.all()}
        if question.pk not in rows:
            raise QuestionGone
        groups = [[each.pk for each in section.questions.all()] for section in sections]
        _write_order(sections, order.moved(groups, question.pk, way), rows)


def _write_order(sections: Sequence[Section], groups: Sequence[Sequence[int]], rows: dict[int, Question]) -> None:
    for section, group in zip(sections, groups, strict=True):
        for position, pk in enumerate(group, start=1):
            rows[pk].section, rows[pk].position = section, position
    Question.objects.bulk_update(rows.values(), ["section", "position"])


def _begin_anew(question: Question) -> None:
    before, question.identity = question.identity, uuid4()
    question.save(update_fields=["identity"])
    Question.objects.filter(version=question.version_id, shown_if=before).update(shown_if=question.identity)


def _there(question: Question) -> Question:
    row = Question.objects.filter(pk=question.pk).first()
    if row is None:
        raise QuestionGone
    return row
