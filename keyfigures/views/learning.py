"""Trainings: what is offered, signing up on the phone, who was there, and the certificate."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from keyfigures import certificate
from keyfigures.actions import learning as actions
from keyfigures.forms.learning import AttendanceForm, CourseForm
from keyfigures.models.figure import KeyFigure
from keyfigures.models.learning import Course, Enrolment, EnrolmentState
from keyfigures.presentation import learning as words_of
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page, own_figure
from keyfigures.views.lists import View
from keyfigures.views.steps import press, take
from ui.phrases import Words

VIEWS = (
    View(
        name="komt", label=gettext_lazy("Coming"), empty=gettext_lazy("No training is planned at the moment."),
        narrow=lambda rows, at: rows.ahead(at),
    ),
    View(name="geweest", label=gettext_lazy("Past"), empty=gettext_lazy("There was no training yet."), narrow=lambda rows, at: rows.past(at)),
    View(name="afgezegd", label=gettext_lazy("Cancelled"), empty=gettext_lazy("No training was cancelled."), narrow=lambda rows, **_: rows.cancelled()),
)


@require_GET
@network_page("keyfigures.own", "keyfigures.manage")
def course_list(request: MemberRequest) -> HttpResponse:
    """What comes first on top; what is past newest first. For her with how it stands with her."""
    at, view = timezone.now(), lists.chosen(request, VIEWS)
    courses = view.narrow(Course.objects.visible_to(request.member), at=at).with_counts()
    page = lists.page_of(request, courses, moment="starts_at", oldest_first=view == VIEWS[0])
    hers = {each.course_id: each for each in Enrolment.objects.filter(key_figure__member=request.member, course__in=page.rows)}
    words = Words(timezone.localdate(at))
    context = {
        "rows": [words_of.row(each, hers.get(each.pk), words) for each in page.rows],
        "page": page,
        "view": view,
        "views": lists.links(request, VIEWS),
        "may_offer": request.member.may("keyfigures.manage"),
    }
    return render(request, "keyfigures/course_list.html", context)


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.manage")
def course_new(request: MemberRequest) -> HttpResponse:
    at, show = timezone.now(), partial(_show_new, request)
    if request.method == "GET":
        return show(form=CourseForm(today=timezone.localdate(at)))
    form = CourseForm(request.POST, today=timezone.localdate(at))
    return take(request, form, partial(actions.offer, by=request.member, at=at), show=show, afterwards=_("The training is offered."), to=_url_of)


def _show_new(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "keyfigures/course_new.html", {"form": form, "problem": problem}, status=status)


@require_GET
@network_page("keyfigures.own", "keyfigures.manage")
def course_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, uuid)


@require_POST
@network_page("keyfigures.own")
def course_sign_up(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """One tap; whether it became a place or the waiting list stands on the page."""
    act = partial(actions.sign_up, _found(request, uuid), figure=own_figure(request), at=timezone.now())
    return press(request, act, show=partial(_show_again, request, uuid), afterwards=_("You are signed up."), to=_url(uuid))


@require_POST
@network_page("keyfigures.own")
def course_leave(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(actions.leave, _found(request, uuid), figure=own_figure(request), at=timezone.now())
    return press(request, act, show=partial(_show_again, request, uuid), afterwards=_("You are signed off. Thank you for telling us."), to=_url(uuid))


@require_POST
@network_page("keyfigures.manage")
def course_attendance(request: MemberRequest, uuid: UUID) -> HttpResponse:
    course = _found(request, uuid)
    form = AttendanceForm(request.POST, enrolments=_with_place(course))
    act = partial(actions.record_attendance, course, by=request.member, at=timezone.now())
    return take(request, form, act, show=partial(_show_again, request, uuid), afterwards=_("It is written down who was there."), to=_url(uuid))


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.manage")
def course_cancel(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because everybody is told."""
    course = _found(request, uuid)
    if request.method == "GET":
        is_ahead = words_of.is_ahead(course, timezone.now())
        return render(request, "keyfigures/course_cancel.html", {"course": course}) if is_ahead else redirect(_url(uuid))
    act = partial(actions.cancel, course, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show_again, request, uuid), afterwards=_("The training is cancelled. Everybody is told."), to=_url(uuid))


@require_GET
@network_page("keyfigures.own")
def course_certificate(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Only for who attended, and only her own. The file name says nothing about her."""
    attended = Enrolment.objects.of(own_figure(request)).attended()
    enrolment = attended.filter(course__uuid=uuid).select_related("course__offered_by__user", "key_figure__member__user", "municipality").first()
    if enrolment is None:
        raise Http404
    content = certificate.pdf_of(certificate.words_of(enrolment, today=timezone.localdate()))
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="certificaat.pdf"'})


def _show_again(request: MemberRequest, uuid: UUID, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    return _show(request, uuid, form=form if isinstance(form, AttendanceForm) and not problem else None, problem=problem, status=status)


def _show(request: MemberRequest, uuid: UUID, *, form: AttendanceForm | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    at, course = timezone.now(), _found(request, uuid)
    words, figure = Words(timezone.localdate(at)), KeyFigure.objects.filter(member=request.member).not_ended().first()
    context = {"course": course, "when": words_of.when(course, words), "leaf": words_of.row(course, None, words).leaf, "problem": problem}
    if figure is not None:
        context |= _for_her(course, figure, words, at)
    if request.member.may("keyfigures.manage"):
        context |= _for_work(course, words, at, form)
    return render(request, "keyfigures/course_detail.html", context, status=status)


def _for_her(course: Any, figure: KeyFigure, words: Words, at: datetime) -> dict[str, Any]:  # noqa: ANN401  a course with its counts
    enrolment = Enrolment.objects.of(figure).filter(course=course).first()
    waits = enrolment is not None and enrolment.state == EnrolmentState.WAITING
    before = list(Enrolment.objects.filter(course=course).waiting().values_list("pk", flat=True)) if waits else []
    return {
        "sentence": words_of.own_sentence(course, enrolment, before.index(enrolment.pk) if enrolment is not None and waits else 0, words, at),
        "can_sign_up": words_of.can_sign_up(course, enrolment, at),
        "can_leave": words_of.can_leave(course, enrolment, at),
        "has_certificate": enrolment is not None and enrolment.state == EnrolmentState.ATTENDED and course.cancelled_at is None,
    }


def _for_work(course: Any, words: Words, at: datetime, form: AttendanceForm | None) -> dict[str, Any]:  # noqa: ANN401
    enrolments = list(Enrolment.objects.filter(course=course).for_list())
    places = [each for each in enrolments if each.state in {EnrolmentState.PLACE, EnrolmentState.ATTENDED, EnrolmentState.ABSENT}]
    has_begun = course.starts_at <= at and course.cancelled_at is None
    return {
        "is_work": True,
        "work_sentence": words_of.work_sentence(course, words, at),
        "places": places,
        "waiting": [each for each in enrolments if each.state == EnrolmentState.WAITING],
        "attendance_form": (form or AttendanceForm(enrolments=places)) if has_begun and places else None,
        "can_cancel": words_of.is_ahead(course, at),
    }


def _with_place(course: Course) -> list[Enrolment]:
    return list(Enrolment.objects.filter(course=course).taking_part().for_list())


def _found(request: MemberRequest, uuid: UUID) -> Course:
    return found(Course.objects.visible_to(request.member).with_counts(), uuid)


def _url(uuid: UUID) -> str:
    return reverse("keyfigures:course_detail", args=[uuid])


def _url_of(course: Course) -> str:
    return _url(course.uuid)
