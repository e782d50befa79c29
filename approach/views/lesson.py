"""The lessons: all of them as they stand now, one with its figures, and what the municipality decides about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from approach import lesson_states
from approach.actions import lesson as actions
from approach.forms.lesson import BOUNDS, AsideForm, DecisionForm, ThresholdForm
from approach.lesson_states import LessonState
from approach.lessons import Lesson, lesson_named
from approach.models.lesson import LessonSetting
from approach.presentation import lesson as words_of
from approach.views.doors import READ
from keyfigures.views.doors import network_page
from keyfigures.views.steps import take


@require_GET
@network_page(READ)
def lesson_list(request: MemberRequest) -> HttpResponse:
    """Measured anew each time. A constant number of statements."""
    today = timezone.localdate()
    states = lesson_states.all_states(request.municipality, today=today)
    context = {"page": words_of.page_of(states, reader=request.member, today=today), "today": today}
    return render(request, "approach/lesson_list.html", context)


@require_GET
@network_page(READ)
def lesson_detail(request: MemberRequest, code: str) -> HttpResponse:
    """Everything about one lesson, with its figures and what was decided. A constant number of statements."""
    lesson, today = _found(code), timezone.localdate()
    state = lesson_states.state_of(lesson, request.municipality, today=today)
    settings = list(LessonSetting.objects.history_of(request.municipality, lesson.code))
    context = {
        "lesson": lesson,
        "row": words_of.row_of(state, reader=request.member, is_first=True, today=today),
        "figures": words_of.figures_of(state, today=today),
        "missing": [] if state.is_aside else words_of.missing_of(state),
        "sentences": words_of.sentences_of(state, reader=request.member),
        "history": words_of.history_of(settings, state, today=today),
        "may_decide": words_of.may_decide(request.member),
        "looks_again": state.setting is not None and state.setting.is_looked_at_again_on(today),
    }
    return render(request, "approach/lesson_detail.html", context)


@require_GET
@network_page(actions.MANAGES)
def lesson_settings(request: MemberRequest, code: str) -> HttpResponse:
    return _Deciding.of(request, code).show()


@require_http_methods(["POST"])
@network_page(actions.MANAGES)
def lesson_threshold(request: MemberRequest, code: str) -> HttpResponse:
    deciding = _Deciding.of(request, code)
    if not deciding.has_threshold:
        raise Http404
    return deciding.take(ThresholdForm(request.POST, state=deciding.state, version=0), actions.set_threshold, _("This is the threshold from now on."))


@require_POST
@network_page(actions.MANAGES)
def lesson_proposal(request: MemberRequest, code: str) -> HttpResponse:
    """Back to our threshold."""
    act = partial(actions.set_threshold, threshold=None)
    return _Deciding.of(request, code).take(DecisionForm(request.POST, version=0), act, _("Our proposal for the threshold holds again."))


@require_POST
@network_page(actions.MANAGES)
def lesson_aside(request: MemberRequest, code: str) -> HttpResponse:
    deciding = _Deciding.of(request, code)
    form = AsideForm(request.POST, state=deciding.state, version=0, today=deciding.today)
    return deciding.take(form, actions.set_aside, _("The lesson is set aside. It does not count as on course."))


@require_POST
@network_page(actions.MANAGES)
def lesson_take_up(request: MemberRequest, code: str) -> HttpResponse:
    return _Deciding.of(request, code).take(DecisionForm(request.POST, version=0), actions.take_up, _("The lesson counts again."))


@dataclass(frozen=True, kw_only=True)
class _Deciding:
    """The page on which something is decided about one lesson, with a form for each decision."""

    request: MemberRequest
    state: LessonState
    today: date

    @classmethod
    def of(cls, request: MemberRequest, code: str) -> "_Deciding":
        today = timezone.localdate()
        return cls(request=request, state=lesson_states.state_of(_found(code), request.municipality, today=today), today=today)

    @property
    def has_threshold(self) -> bool:
        return self.state.main.measured.indicator.unit in BOUNDS and not self.state.has_failed

    def take(self, form: forms.Form, action: Callable[..., Any], afterwards: str) -> HttpResponse:
        act = partial(action, self.state.lesson, by=self.request.member, at=timezone.now())
        return take(self.request, form, act, show=self.show, afterwards=afterwards, to=words_of.url_of(self.state.lesson.code))

    def show(self, *, form: Any = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ANN401  one of three forms
        """As it is now; what she typed stays."""
        now = _Deciding.of(self.request, self.state.lesson.code) if problem else self
        state, version = now.state, actions.number_of(now.state.setting)
        if problem and form is not None:
            form.bring_up_to(version)
        empty: dict[str, forms.Form | None] = {
            "threshold_form": ThresholdForm(state=state, version=version) if now.has_threshold else None,
            "aside_form": AsideForm(state=state, version=version, today=self.today),
            "decision_form": DecisionForm(version=version),
        }
        posted: dict[str, forms.Form | None] = {name: form for name, each in empty.items() if each is not None and type(each) is type(form)}
        context = {
            "lesson": state.lesson, "state": state, "problem": problem,
            "threshold": words_of.threshold_of(state), "threshold_reason": state.main.threshold.reason,
            "row": words_of.row_of(state, reader=self.request.member, is_first=False, today=self.today), **(empty | posted),
        }
        return render(self.request, "approach/lesson_settings.html", context, status=status)


def _found(code: str) -> Lesson:
    lesson = lesson_named(code)
    if lesson is None:
        raise Http404
    return lesson
