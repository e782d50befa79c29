"""A page with one form: something new, or changed by somebody who saw how it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise as LazyText

from accounts.http import MemberRequest
from keyfigures.forms.versions import CarriesVersion
from keyfigures.views.steps import take

Text = str | LazyText


class Counted(Protocol):
    edits: int


@dataclass(frozen=True, kw_only=True)
class Now:
    """A row as it is now, when a colleague was first."""

    row: Counted
    lines: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """`name`: of the page, in the head of the browser; `title`: what is asked. `is_danger`: it cannot be undone."""

    name: Text
    title: Text
    button: Text
    back: str
    back_label: Text
    lead: Text = ""
    is_danger: bool = False


def write(
    request: MemberRequest, page: FormPage, form_of: Callable[..., forms.Form], act: Callable[..., Any], *, afterwards: Text,
    to: str | Callable[[Any], str], now: Callable[[], Now] | None = None,
) -> HttpResponse:
    """`form_of()` is the empty form, `form_of(posted)` the one that was sent. `now` tells the row anew when it cannot be done any more."""
    show = partial(_show, request, page, now)
    if request.method != "POST":
        return show(form=form_of())
    return take(request, form_of(request.POST), act, show=show, afterwards=afterwards, to=to)


def _show(
    request: MemberRequest, page: FormPage, now: Callable[[], Now] | None, *, form: forms.Form, problem: str = "", status: int = 200,
) -> HttpResponse:
    """What she typed stays, with what a colleague made of it meanwhile above it."""
    fresh = now() if problem and now is not None else None
    if fresh is not None and isinstance(form, CarriesVersion) and "version" in form.fields:
        form.bring_up_to(fresh.row.edits)
    context = {"page": page, "form": form, "problem": problem, "lines": fresh.lines if fresh else []}
    return render(request, "keyfigures/form_page.html", context, status=status)
