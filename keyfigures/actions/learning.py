"""Trainings: offered by the municipality; a place for who signs up first, and the next one in line when a place comes free."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.actions import NotPossible
from keyfigures.models.figure import KeyFigure
from keyfigures.models.learning import Course, Enrolment, EnrolmentState
from keyfigures.notices import TO_KEY_FIGURE
from keyfigures.stages import Stage
from notifications.outbox import enqueue
from notifications.telling import notice
from terms.days import local_date


@transaction.atomic
def offer(*, by: Membership, at: datetime, **what: Any) -> Course:  # noqa: ANN401  the fields of the training
    """`what`: title, about, place, starts_at, ends_at, places, sign_up_until (inclusive)."""
    if not by.may("keyfigures.manage"):
        raise PermissionDenied
    same, _is_new = Course.objects.get_or_create(
        municipality=by.municipality, offered_by=by, cancelled_at=None, title=what["title"], starts_at=what["starts_at"], defaults={**what, "offered_at": at},
    )
    return same


@transaction.atomic
def sign_up(course: Course, *, figure: KeyFigure, at: datetime) -> Enrolment:
    """A place when there is one, else the end of the waiting list. Signing up twice is once."""
    # First her own row, as when she ends: who just ended takes no place.
    figure = KeyFigure.objects.select_for_update(of=("self",)).get(pk=figure.pk)
    course = _locked(course)
    if course.municipality_id != figure.municipality_id or figure.stage == Stage.ENDED:
        raise PermissionDenied
    if course.cancelled_at is not None:
        raise NotPossible(_("This training does not go on."))
    if course.starts_at <= at or course.sign_up_until < local_date(at):
        raise NotPossible(_("You can no longer sign up for this training."))
    known = Enrolment.objects.filter(course=course, key_figure=figure).first()
    if known is not None and known.state != EnrolmentState.CANCELLED:
        return known
    state = EnrolmentState.PLACE if _free(course) else EnrolmentState.WAITING
    enrolment = known or Enrolment(course=course, key_figure=figure, municipality=course.municipality)
    enrolment.state, enrolment.signed_up_at, enrolment.changed_at = state, at, at
    enrolment.save()
    return enrolment


@transaction.atomic
def leave(course: Course, *, figure: KeyFigure, at: datetime) -> None:
    """She does not come. Her place goes to who waits longest, who is told once."""
    course = _locked(course)
    if course.cancelled_at is not None or course.starts_at <= at:
        raise NotPossible(_("This training is over or cancelled."))
    enrolment = Enrolment.objects.filter(course=course, key_figure=figure, state__in=[EnrolmentState.PLACE, EnrolmentState.WAITING]).first()
    if enrolment is not None:
        _give_up(course, enrolment, at=at)


def leave_all(figure: KeyFigure, *, at: datetime) -> None:
    """She ends: her places go to who waits. Runs inside the transaction of ending."""
    ahead = Course.objects.ahead(at).filter(enrolments__in=Enrolment.objects.of(figure).filter(state__in=[EnrolmentState.PLACE, EnrolmentState.WAITING]))
    for course in ahead.order_by("pk"):
        leave(course, figure=figure, at=at)


@transaction.atomic
def cancel(course: Course, *, by: Membership, at: datetime) -> None:
    """The training does not go on: everybody who has a place or waits is told."""
    course = _locked(course)
    _check_offers(course, by)
    if course.cancelled_at is not None or course.starts_at <= at:
        raise NotPossible(_("This training is over or cancelled."))
    course.cancelled_at = at
    course.save(update_fields=["cancelled_at"])
    coming = Enrolment.objects.filter(course=course, state__in=[EnrolmentState.PLACE, EnrolmentState.WAITING]).select_related("key_figure__member__user")
    _tell(course, [each.key_figure.member for each in coming], because="cancelled", at=at)


@transaction.atomic
def record_attendance(course: Course, *, present: Collection[UUID], by: Membership, at: datetime) -> None:
    """Who was there, by the public ids of their enrolments; everybody else with a place was not. Can be corrected."""
    course = _locked(course)
    _check_offers(course, by)
    if course.cancelled_at is not None or course.starts_at > at:
        raise NotPossible(_("You can say who was there when the training has begun."))
    places = Enrolment.objects.filter(course=course).taking_part()
    places.filter(uuid__in=list(present)).update(state=EnrolmentState.ATTENDED, changed_at=at)
    places.exclude(uuid__in=list(present)).update(state=EnrolmentState.ABSENT, changed_at=at)


def _give_up(course: Course, enrolment: Enrolment, *, at: datetime) -> None:
    had_place = enrolment.state == EnrolmentState.PLACE
    enrolment.state, enrolment.changed_at = EnrolmentState.CANCELLED, at
    enrolment.save(update_fields=["state", "changed_at"])
    following = Enrolment.objects.filter(course=course).waiting().select_related("key_figure__member__user").first() if had_place else None
    if following is not None:
        following.state, following.changed_at = EnrolmentState.PLACE, at
        following.save(update_fields=["state", "changed_at"])
        _tell(course, [following.key_figure.member], because=f"place-{following.uuid}-{following.signed_up_at.isoformat()}", at=at)


def _free(course: Course) -> int:
    return course.places - Enrolment.objects.filter(course=course).taking_part().count()


def _locked(course: Course) -> Course:
    """Who takes the last place is decided one by one."""
    return Course.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=course.pk)


def _check_offers(course: Course, by: Membership) -> None:
    if not by.may("keyfigures.manage") or by.municipality_id != course.municipality_id:
        raise PermissionDenied


def _tell(course: Course, members: list[Membership], *, because: str, at: datetime) -> None:
    path = reverse("keyfigures:course_detail", args=[course.uuid])
    enqueue(*(notice(TO_KEY_FIGURE, to=each, subject=course.uuid, because=because, path=path) for each in members), at=at)
