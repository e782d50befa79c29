"""A version of a list is begun, told in more languages, published or thrown away. What is published stays as it is."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit import log
from evaluations import log_verbs
from evaluations.actions import NotPossible, check_manages
from evaluations.actions.drafts import draft
from evaluations.languages import FURTHER
from evaluations.models.questionnaire import Question, Questionnaire, Section, Version
from evaluations.shipped import ShippedList, ShippedQuestion


@transaction.atomic
def begin(questionnaire: Questionnaire, *, by: Membership, at: datetime) -> Version:
    """A draft with the questions of the newest version, which stay the same questions. One at a time: who begins again gets the same."""
    check_manages(by, questionnaire.municipality_id)
    row = Questionnaire.objects.select_for_update(of=("self",)).get(pk=questionnaire.pk)
    newest = row.versions.order_by("-number").first()
    if newest is None or newest.published_at is None:
        return newest or Version.objects.create(municipality=row.municipality, questionnaire=row, number=1, begun_at=at)
    made: Version = Version.objects.create(
        municipality=row.municipality, questionnaire=row, number=newest.number + 1, languages=newest.languages, begun_at=at,
    )
    copy_of_questions(newest, into=made)
    return made


def speak(version: Version, *, by: Membership, edits: int, languages: Collection[str]) -> None:
    """The languages beside Dutch. Words in a language that goes stay, so that it can come back."""
    with draft(version, by=by, edits=edits) as row:
        row.languages = [each.code for each in FURTHER if each.code in languages]
        row.save(update_fields=["languages"])


@transaction.atomic
def publish(version: Version, *, by: Membership, at: datetime, edits: int) -> None:
    """From now on it can be asked, and never changes. Raises NotPossible while something is missing."""
    with draft(version, by=by, edits=edits) as row:
        missing = what_is_missing(row)
        if missing:
            raise NotPossible(missing)
    log.record(log_verbs.PUBLISHED, at=at, actor=by, kind="evaluations.questionnaire", subject=row.questionnaire.uuid)
    Version.objects.filter(pk=row.pk).update(published_at=at, published_by=by)


@transaction.atomic
def drop(version: Version, *, by: Membership, edits: int) -> None:
    """The draft goes; the version before it stays as it is. The first version of a list cannot go: put the list away."""
    with draft(version, by=by, edits=edits) as row:
        if row.number == 1:
            raise NotPossible(_("This is the only version. Put the list away if you do not need it."))
    row.delete()


def what_is_missing(version: Version) -> str:
    """Why it cannot be published yet, in a sentence; empty when it can. Two statements."""
    sections = list(version.sections.prefetch_related("questions"))
    if not any(section.questions.all() for section in sections):
        return _("There is no question in it yet.")
    empty = next((section for section in sections if not section.questions.all()), None)
    return _("A part has no questions: “%(title)s”. Add one, or take the part away.") % {"title": empty.title.get("nl", "")} if empty is not None else ""


def copy_of_questions(version: Version, *, into: Version) -> None:
    """The same sections and questions, each with its identity. Four statements."""
    sections = list(version.sections.prefetch_related("questions"))
    made = Section.objects.bulk_create(
        Section(version=into, position=section.position, title=section.title, intro=section.intro) for section in sections
    )
    Question.objects.bulk_create(
        _copied(question, section=new) for old, new in zip(sections, made, strict=True) for question in old.questions.all()
    )


def write_shipped(version: Version, shipped: ShippedList) -> None:
    """Two statements."""
    sections = Section.objects.bulk_create(
        Section(version=version, position=number, title=dict(section.title), intro=dict(section.intro))
        for number, section in enumerate(shipped.sections, start=1)
    )
    Question.objects.bulk_create(_of_shipped(sections, shipped))


def _of_shipped(sections: Iterable[Section], shipped: ShippedList) -> Iterable[Question]:
    for section, written in zip(sections, shipped.sections, strict=True):
        for number, question in enumerate(written.questions, start=1):
            yield _shipped_question(question, section=section, position=number)


def _shipped_question(question: ShippedQuestion, *, section: Section, position: int) -> Question:
    return Question(
        version=section.version, section=section, identity=question.identity, position=position, kind=question.kind,
        words=dict(question.words), help=dict(question.help), counts_for_trust=question.counts_for_trust,
        choices=[{"code": code, "words": dict(words)} for code, words in question.choices],
    )


def _copied(question: Question, *, section: Section) -> Question:
    question.pk, question.uuid = None, uuid4()
    question._state.adding = True  # noqa: SLF001  as Django's documentation copies a row
    question.version, question.section = section.version, section
    return question
