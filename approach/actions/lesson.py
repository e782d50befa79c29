"""What a municipality decides about a lesson: a threshold of its own, or setting it aside for a while. Each decision is a row; the last one holds."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.actions import NotPossible, check_manages, lock
from approach.lessons import Lesson
from approach.models.lesson import LessonSetting
from terms.days import local_date

MANAGES = "approach.manage"
LONGEST = timedelta(days=365)  # a lesson that is set aside is looked at again within a year
AS_WE_PROPOSE: Mapping[str, Any] = {"threshold": None, "aside_because": "", "aside_until": None}  # what holds as long as nothing was decided


class Meanwhile(NotPossible):
    def __str__(self) -> str:
        return _("A colleague decided something about this lesson just before you.")


def set_threshold(lesson: Lesson, *, threshold: Decimal | None, version: int, by: Membership, at: datetime) -> LessonSetting | None:
    """Where it is well, for this municipality; None: our proposal again. Whether it is set aside stays."""
    return _decide(lesson, {"threshold": threshold}, version=version, by=by, at=at)


def set_aside(lesson: Lesson, *, aside_because: str, aside_until: date, version: int, by: Membership, at: datetime) -> LessonSetting | None:
    """It counts nowhere until that day, and never as on course. A year is the longest."""
    today = local_date(at)
    if not today < aside_until <= today + LONGEST:
        raise NotPossible(_("Choose a day that comes, a year from now at the latest."))
    return _decide(lesson, {"aside_because": aside_because, "aside_until": aside_until}, version=version, by=by, at=at)


def take_up(lesson: Lesson, *, version: int, by: Membership, at: datetime) -> LessonSetting | None:
    """It counts again, from now on."""
    return _decide(lesson, {"aside_because": "", "aside_until": None}, version=version, by=by, at=at)


def number_of(setting: LessonSetting | None) -> int:
    """The version that somebody sees; 0 when nothing was decided yet."""
    return setting.number if setting is not None else 0


@transaction.atomic
def _decide(lesson: Lesson, changes: Mapping[str, Any], *, version: int, by: Membership, at: datetime) -> LessonSetting | None:
    """Under a lock: who comes second sees what the first did. The same decision sent twice is one row, and what changes nothing is none."""
    check_manages(by, by.municipality_id)
    lock(by.municipality_id)
    held = LessonSetting.objects.history_of(by.municipality, lesson.code).first()
    as_it_is = {name: getattr(held, name) for name in AS_WE_PROPOSE} if held is not None else AS_WE_PROPOSE
    changes_nothing = {**as_it_is, **changes} == as_it_is
    if changes_nothing and held is not None and held.decided_by_id == by.pk and held.number == version + 1:
        return held
    if number_of(held) != version:
        raise Meanwhile
    if changes_nothing:
        return held
    return LessonSetting.objects.create(
        municipality=by.municipality, lesson=lesson.code, number=version + 1, decided_by=by, decided_at=at, **{**as_it_is, **changes},
    )
