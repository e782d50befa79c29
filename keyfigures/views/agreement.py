"""The agreement: one page for both sides, on which each writes and confirms its own part."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from audit import readings
from keyfigures import agreement_paper, log_verbs
from keyfigures.access import KIND
from keyfigures.actions import agreement as acts
from keyfigures.forms.agreement import ReviewForm, WordsForm
from keyfigures.models.agreement import Agreement
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import agreement as told
from keyfigures.views.doors import found, network_page, own_figure
from keyfigures.views.steps import press, take
from ui.phrases import Words

OWN, MANAGE = "keyfigures.own", "keyfigures.manage"


@require_GET
@network_page(OWN, MANAGE)
def agreement_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, _found(request, uuid))


@require_GET
@network_page(OWN)
def own_agreement(request: MemberRequest) -> HttpResponse:
    """Her newest version; what it will be while there is none."""
    newest = Agreement.objects.of_figure(own_figure(request)).shown().newest_first().first()
    return redirect(told.url_of(newest)) if newest else render(request, "keyfigures/agreement_none.html")


@require_http_methods(["GET", "POST"])
@network_page(OWN, MANAGE)
def agreement_begin(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because from here on both are asked."""
    figure = found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)
    show = partial(_show_begin, request, figure)
    if request.method == "GET":
        return show()
    act = partial(acts.begin, figure, by=request.member, at=timezone.now())
    return take(request, forms.Form({}), act, show=show, afterwards=_("The version is ready to be written and confirmed."), to=told.url_of)


def _show_begin(request: MemberRequest, figure: KeyFigure, *, form: forms.Form | None = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ARG001  as `take` calls it
    is_own = figure.member_id == request.member.pk
    back = reverse("keyfigures:own_page") if is_own else reverse("keyfigures:figure_detail", args=[figure.uuid])
    has_one = Agreement.objects.of_figure(figure).holding().exists()
    context = {"figure": figure, "is_own": is_own, "back": back, "has_one": has_one, "problem": problem}
    return render(request, "keyfigures/agreement_begin.html", context, status=status)


@require_POST
@network_page(OWN, MANAGE)
def agreement_write(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    return _take(request, row, "words", _posted(request, row), _write, _("Your words are saved."))


def _write(row: Agreement, *, words: str, seen: str, whole: str, **who: Any) -> Agreement:  # noqa: ANN401, ARG001  by and at
    return acts.write(row, words=words, seen=seen, **who)


@require_POST
@network_page(OWN, MANAGE)
def agreement_confirm(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """With what stands in her own field: who writes and then confirms loses nothing."""
    row = _found(request, uuid)
    return _take(request, row, "words", _posted(request, row), _confirm, _("You confirmed the agreement."))


def _confirm(row: Agreement, *, words: str, seen: str, whole: str, **who: Any) -> Agreement:  # noqa: ANN401, ARG001  by and at
    return acts.confirm(row, words=words, seen=whole, **who)


@require_POST
@network_page(MANAGE)
def agreement_review(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The day to look again: before both confirmed it is chosen, afterwards it says that nothing changed."""
    row = _found(request, uuid)
    form = ReviewForm(request.POST, today=timezone.localdate())
    if row.is_in_preparation:
        return _take(request, row, "review", form, acts.set_review, _("The day is saved."))
    return _take(request, row, "review", form, _looked_again, _("You looked at it together. The new day is promised."))


def _looked_again(row: Agreement, *, on: date | None, **who: Any) -> Agreement:  # noqa: ANN401  by and at
    return acts.looked_again(row, next_on=on, **who)


@require_POST
@network_page(OWN, MANAGE)
def agreement_drop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    act = partial(acts.drop, row, by=request.member, at=timezone.now())
    show = partial(_show_again, request, row, "drop")
    return press(request, act, show=show, afterwards=_("The new version is dropped. The one that holds stays."), to=told.url_of(row))


@require_GET
@network_page(OWN, MANAGE)
def agreement_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """For both the same paper. Its file name says nothing about anybody."""
    content = agreement_paper.pdf_of(_found(request, uuid))
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="afspraken.pdf"'})


def _take(  # noqa: PLR0917  as they come
    request: MemberRequest, row: Agreement, name: str, form: forms.Form, act: Callable[..., object], afterwards: str,
) -> HttpResponse:
    taken = partial(act, row, by=request.member, at=timezone.now())
    return take(request, form, taken, show=partial(_show_again, request, row, name), afterwards=afterwards, to=told.url_of(row))


def _show_again(request: MemberRequest, row: Agreement, name: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    """The page as it is now. What was typed too late stands with the reason, so that it can be taken over."""
    typed = str(form.cleaned_data.get("words", "")) if problem else ""
    return _show(request, _found(request, row.uuid), bound={} if problem else {name: form}, problem=problem, typed=typed, status=status)


def _show(
    request: MemberRequest, row: Agreement, *, bound: dict[str, forms.Form] | None = None, problem: str = "", typed: str = "", status: int = 200,
) -> HttpResponse:
    at = timezone.now()
    words, is_own = Words(timezone.localdate(at)), acts.is_hers(row, request.member)
    if not is_own:
        readings.note(log_verbs.SEEN, reader=request.member, kind=KIND, subject=row.key_figure.uuid, at=at)
    rows = list(Agreement.objects.of_figure(row.key_figure).shown().select_related("template").newest_first())
    held = next((each for each in rows if each.is_holding and each.pk != row.pk), None)
    before = held.template if held and row.is_in_preparation else None
    context = {
        "row": row,
        "is_own": is_own,
        "hero": told.hero(row, is_own=is_own, words=words),
        "parts": told.parts_of(row.template, before=before),
        "changed": before is not None and before.pk != row.template_id,
        "confirmations": told.confirmations(row, words),
        "versions": told.versions(rows, row, words),
        "may_confirm": row.is_in_preparation and (row.confirmed_by_her_at if is_own else row.confirmed_by_us_at) is None,
        "may_drop": row.is_in_preparation and held is not None and held.template_id == row.template_id,
        "may_begin": row.is_holding and not any(each.is_in_preparation for each in rows),
        "problem": problem,
        "typed": typed,
        "forms": {**_forms(row, is_own=is_own, today=words.today), **(bound or {})},
    }
    return render(request, "keyfigures/agreement_detail.html", context, status=status)


def _forms(row: Agreement, *, is_own: bool, today: date) -> dict[str, forms.Form]:
    """What this reader can do now; what cannot be done is not there."""
    if row.is_in_preparation:
        review: dict[str, forms.Form] = {} if is_own else {"review": ReviewForm(today=today, initial={"on": row.review_on})}
        return {"words": _words_form(row, is_own=is_own), **review}
    return {"review": ReviewForm(today=today)} if row.is_holding and not is_own else {}


def _words_form(row: Agreement, *, is_own: bool, data: Any = None) -> WordsForm:  # noqa: ANN401  what was posted
    return WordsForm(data, words=row.her_words if is_own else row.our_words, whole=row.mark, is_hers=is_own, name=row.key_figure.name)


def _posted(request: MemberRequest, row: Agreement) -> WordsForm:
    return _words_form(row, is_own=acts.is_hers(row, request.member), data=request.POST)


def _found(request: MemberRequest, uuid: UUID) -> Agreement:
    return found(Agreement.objects.visible_to(request.member).for_detail(), uuid)
