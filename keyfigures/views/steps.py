"""From a posted form to one call of an action, and back to a page that says what is true now. Nothing typed is lost."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise as LazyText

from keyfigures.actions import NotPossible
from keyfigures.stages import StageNotAllowed
from ui.hints import status_to_show_again

Show = Callable[..., HttpResponse]


def take(
    request: HttpRequest, form: forms.Form, act: Callable[..., Any], *, show: Show, afterwards: str | LazyText, to: str | Callable[[Any], str],
) -> HttpResponse:
    """Call `act` with what was answered. `show(form=…, problem=…, status=…)` draws the page again.

    `to`: where it goes on, or what says so from the result of the act.

    Wrong: 400, with the message beside the field. Not possible now: 409, with the reason above the page as it is now.
    """
    status = status_to_show_again(form)
    if status is not None:
        return show(form=form, status=status)
    try:
        result = act(**answers_of(form))
    except (NotPossible, StageNotAllowed) as problem:
        return show(form=form, problem=str(problem), status=409)
    messages.success(request, str(afterwards))
    return redirect(to if isinstance(to, str) else to(result))


def press(request: HttpRequest, act: Callable[[], Any], *, show: Show, afterwards: str | LazyText, to: str) -> HttpResponse:
    """A step without questions: one button."""
    return take(request, forms.Form({}), act, show=show, afterwards=afterwards, to=to)


def answers_of(form: forms.Form) -> dict[str, Any]:
    """What the action wants: `answers()` of a form that turns its fields into other values, else the fields themselves."""
    answers = getattr(form, "answers", None)
    return answers() if answers is not None else dict(form.cleaned_data)
