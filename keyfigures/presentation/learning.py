"""Trainings in words: what is free, where somebody stands in line, and the part of the page of the key figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from keyfigures.models.figure import KeyFigure
from keyfigures.models.learning import Course, Enrolment, EnrolmentState
from terms.days import local_date
from ui.phrases import Words, upper_first
from ui.words import leaf_of

SHOWN = 5  # on the page of the key figure


@dataclass(frozen=True, kw_only=True)
class Row:
    """`leaf`: month, day and weekday; `free` how many places are left, in words; `own` how it stands with her."""

    title: str
    url: str
    leaf: dict[str, Any]
    when: str
    place: str
    free: str
    own: str = ""


def row(course: Any, enrolment: Enrolment | None, words: Words) -> Row:  # noqa: ANN401  a course with its counts
    starts = local_date(course.starts_at)
    return Row(
        title=course.title,
        url=reverse("keyfigures:course_detail", args=[course.uuid]),
        leaf=leaf_of(starts),
        when=when(course, words),
        place=course.place,
        free=free(course, words),
        own=own_state(enrolment) if enrolment is not None else "",
    )


def when(course: Course, words: Words) -> str:
    return upper_first(words.period(course.starts_at, course.ends_at))


def free(course: Any, words: Words) -> str:  # noqa: ANN401  a course with its counts
    """ "Nog 4 plekken vrij", or how many wait."""
    if course.cancelled_at is not None:
        return _("Cancelled on %(day)s") % {"day": words.day_only(local_date(course.cancelled_at))}
    left = course.places - course.taken
    if left > 0:
        return ngettext("%(left)d place is free", "%(left)d places are free", left) % {"left": left}
    if course.waiting:
        return ngettext("Full, %(waiting)d person waits", "Full, %(waiting)d people wait", course.waiting) % {"waiting": course.waiting}
    return _("Full")


def own_state(enrolment: Enrolment) -> str:
    told: dict[str, str] = {
        EnrolmentState.PLACE: _("You have a place"),
        EnrolmentState.WAITING: _("You wait for a place"),
        EnrolmentState.ATTENDED: _("You were there"),
        EnrolmentState.ABSENT: _("You were not there"),
    }
    return told.get(enrolment.state, "")


def can_sign_up(course: Any, enrolment: Enrolment | None, at: datetime) -> bool:  # noqa: ANN401
    is_in = enrolment is not None and enrolment.state != EnrolmentState.CANCELLED
    return not is_in and is_ahead(course, at) and course.sign_up_until >= local_date(at)


def can_leave(course: Course, enrolment: Enrolment | None, at: datetime) -> bool:
    return enrolment is not None and enrolment.state in {EnrolmentState.PLACE, EnrolmentState.WAITING} and is_ahead(course, at)


def is_ahead(course: Course, at: datetime) -> bool:
    return course.cancelled_at is None and course.starts_at > at


def own_sentence(course: Any, enrolment: Enrolment | None, ahead: int, words: Words, at: datetime) -> str:  # noqa: ANN401
    """The first sentence for her; `ahead` is how many wait before her."""
    if course.cancelled_at is not None:
        return _("This training does not go on.")
    if enrolment is not None and enrolment.state == EnrolmentState.WAITING and is_ahead(course, at):
        return _("You are number %(place)d on the waiting list. Is there a place? Then you get a message.") % {"place": ahead + 1}
    if enrolment is not None and own_state(enrolment):
        return own_state(enrolment) + "."
    if not is_ahead(course, at):
        return _("This training is over.")
    if course.sign_up_until < local_date(at):
        return _("You could sign up until %(day)s.") % {"day": words.day(course.sign_up_until)}
    return _("%(free)s. Sign up until %(day)s.") % {"free": free(course, words), "day": words.day(course.sign_up_until)}


def work_sentence(course: Any, words: Words, at: datetime) -> str:  # noqa: ANN401
    """How full it is; afterwards how many had a place."""
    if course.cancelled_at is None and course.starts_at <= at:
        told = ngettext("This training is over. %(taken)d person had a place.", "This training is over. %(taken)d people had a place.", course.taken)
        return told % {"taken": course.taken}
    until = _("Signing up is possible until %(day)s.") % {"day": words.day(course.sign_up_until)}
    return f"{free(course, words)}. {until}" if course.cancelled_at is None else f"{free(course, words)}."


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, Any]:
    """The trainings she was at, comes to, or waits for; newest first. One statement."""
    taken = [EnrolmentState.PLACE, EnrolmentState.WAITING, EnrolmentState.ATTENDED]
    rows = Enrolment.objects.of(figure).filter(state__in=taken, course__cancelled_at=None).select_related("course").order_by("-course__starts_at", "-pk")
    found, words = list(rows[: SHOWN + 1]), Words(local_date(at))
    return {
        "lines": [_line(each, words) for each in found[:SHOWN]],
        "sentence": _sentence(found[:SHOWN], figure, is_own=reader.pk == figure.member_id),
        "list_url": reverse("keyfigures:course_list"),
    }


def _line(enrolment: Enrolment, words: Words) -> dict[str, str]:
    day = words.day(local_date(enrolment.course.starts_at))
    told = EnrolmentState(enrolment.state).label
    return {"title": enrolment.course.title, "url": reverse("keyfigures:course_detail", args=[enrolment.course.uuid]), "meta": f"{told}, {day}"}


def _sentence(found: Sequence[Enrolment], figure: KeyFigure, *, is_own: bool) -> str:
    if found:
        return ""
    return _("You were at no training yet.") if is_own else _("%(name)s was at no training yet.") % {"name": figure.name}
