"""A list of questions is made, taken over from ours, copied, called otherwise, put away and taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.actions import NotPossible, check_manages
from evaluations.actions.version import copy_of_questions, write_shipped
from evaluations.languages import DUTCH, in_language
from evaluations.models.questionnaire import Questionnaire, Section, Version
from evaluations.shipped import ShippedList

MOST = 50  # lists in use of one municipality


@transaction.atomic
def make(*, by: Membership, at: datetime, submission: UUID, title: str, use: str) -> Questionnaire:
    """Empty, with one section to begin in. The same `submission` twice is one list."""
    row, is_new = _list(by=by, at=at, submission=submission, title=title, use=use)
    if is_new:
        Section.objects.create(version=_first(row, at=at), position=1, title={DUTCH: title})
    return row


@transaction.atomic
def take_over(shipped: ShippedList, *, by: Membership, at: datetime, submission: UUID) -> Questionnaire:
    """A list of ours as a draft of the municipality. A municipality has each once: who takes it over again gets the first, also when it was put away."""
    row, is_new = _list(by=by, at=at, submission=submission, title=in_language(shipped.title, DUTCH), use=shipped.use, shipped=shipped.code)
    if is_new:
        write_shipped(_first(row, at=at, languages=shipped.languages), shipped)
    elif row.put_away_at is not None:
        take_back(row, by=by)
    return row


@transaction.atomic
def copy(version: Version, *, by: Membership, at: datetime, submission: UUID, title: str, use: str) -> Questionnaire:
    """Another list with the same questions. They stay the same questions: what is answered in both can be compared, as in a mirror."""
    check_manages(by, version.municipality_id)
    row, is_new = _list(by=by, at=at, submission=submission, title=title, use=use)
    if is_new:
        copy_of_questions(version, into=_first(row, at=at, languages=version.languages))
    return row


@transaction.atomic
def rename(questionnaire: Questionnaire, *, by: Membership, title: str) -> None:
    check_manages(by, questionnaire.municipality_id)
    Questionnaire.objects.filter(pk=questionnaire.pk).update(title=title)


@transaction.atomic
def put_away(questionnaire: Questionnaire, *, by: Membership, at: datetime) -> None:
    """Nobody can choose it any more; what was asked with it stays. Twice is once."""
    check_manages(by, questionnaire.municipality_id)
    Questionnaire.objects.filter(pk=questionnaire.pk, put_away_at=None).update(put_away_at=at)


@transaction.atomic
def take_back(questionnaire: Questionnaire, *, by: Membership) -> None:
    check_manages(by, questionnaire.municipality_id)
    Questionnaire.objects.filter(pk=questionnaire.pk).update(put_away_at=None)


def _list(*, by: Membership, at: datetime, submission: UUID, title: str, use: str, shipped: str = "") -> tuple[Questionnaire, bool]:
    """One of ours is the same list whoever takes it over; any other is the same when its form is."""
    check_manages(by, by.municipality_id)
    one: dict[str, Any] = {"municipality": by.municipality, "shipped": shipped} if shipped else {"submission": submission}
    known: Questionnaire | None = Questionnaire.objects.filter(**one).first()
    if known is not None and known.municipality_id != by.municipality_id:
        raise PermissionDenied
    if known is None and Questionnaire.objects.filter(municipality=by.municipality_id).in_use().count() >= MOST:
        raise NotPossible(_("There are too many lists already. Put one away first."))
    what = {"municipality": by.municipality, "title": title, "use": use, "shipped": shipped, "made_at": at, "submission": submission}
    return Questionnaire.objects.get_or_create(**one, defaults=what)


def _first(questionnaire: Questionnaire, *, at: datetime, languages: Sequence[str] = ()) -> Version:
    made: Version = Version.objects.create(
        municipality=questionnaire.municipality, questionnaire=questionnaire, number=1, languages=list(languages), begun_at=at,
    )
    return made
