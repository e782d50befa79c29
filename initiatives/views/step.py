"""An initiative goes on, is done or stops: each from its page."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.http import MemberRequest
from initiatives.actions import ANSWERS
from initiatives.actions import step as actions
from initiatives.forms.step import FinishForm, GoOnForm, StopForm
from initiatives.models.initiative import Initiative
from initiatives.presentation.initiative import url_of
from initiatives.views.page import of_another, show
from keyfigures.views.doors import network_page
from keyfigures.views.steps import take


@require_POST
@network_page(ANSWERS)
def step_go_on(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, uuid, GoOnForm, actions.go_on, _("The step is taken. Who filed the idea hears that there is news."))


@require_POST
@network_page(ANSWERS)
def step_finish(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, uuid, FinishForm, actions.finish, _("It is done. Thank you."))


@require_POST
@network_page(ANSWERS)
def step_stop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, uuid, StopForm, actions.stop, _("It stopped. Why stands with it."))


def _take(request: MemberRequest, uuid: UUID, form: Callable[..., forms.Form], act: Callable[..., Any], afterwards: str) -> HttpResponse:
    row: Initiative = of_another(request, uuid)
    step = partial(act, row, by=request.member, at=timezone.now())
    return take(request, form(request.POST, row=row), step, show=partial(show, request, uuid), afterwards=afterwards, to=url_of(row))
