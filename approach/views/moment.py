"""Moments with mayor, college and council: all of them, a new one, and one that is changed, held or cancelled."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from accounts.models import Membership, Municipality
from approach.actions import moment as actions
from approach.forms.support import ChangeMomentForm, CorrectMomentForm, HoldForm, NewMomentForm
from approach.models.support import CouncilPromise, Moment
from approach.presentation import support as words_of
from approach.views.doors import MANAGE, READ
from approach.views.support import BOTH
from keyfigures.forms.versions import VersionedForm
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.form_page import FormPage, Now, write
from keyfigures.views.lists import View
from ui.phrases import Words

VIEWS = (
    View(name="gepland", label=gettext_lazy("Planned"), empty=gettext_lazy("No moment is planned."), narrow=lambda rows: rows.planned()),
    View(name="geweest", label=gettext_lazy("Held"), empty=gettext_lazy("No moment was held yet."), narrow=lambda rows: rows.held()),
    View(name="afgezegd", label=gettext_lazy("Cancelled"), empty=gettext_lazy("No moment was cancelled."), narrow=lambda rows: rows.cancelled()),
)


@require_GET
@network_page(READ)
def moment_list(request: MemberRequest) -> HttpResponse:
    """Newest first. A constant number of statements."""
    view = lists.chosen(request, VIEWS)
    page = lists.page_of(request, view.narrow(Moment.objects.visible_to(request.member).with_people()), moment="planned_on")
    context = {
        "rows": words_of.moment_rows(page.rows, Words(timezone.localdate())), "page": page, "view": view, "views": lists.links(request, VIEWS),
        "manages": request.member.may(MANAGE),
    }
    return render(request, "approach/moment_list.html", context)


@require_http_methods(BOTH)
@network_page(MANAGE)
def moment_new(request: MemberRequest) -> HttpResponse:
    lead = _("College and council that hear regularly how it goes keep backing the approach. Once a year is the least.")
    page = FormPage(name=_("New moment"), title=_("Whom do you tell how it goes?"), button=_("Plan a moment"), lead=lead, **_back())
    form_of = partial(NewMomentForm, owners=owners_of(request.member.municipality), today=timezone.localdate(), initial={"owner": str(request.member.uuid)})
    act = partial(actions.plan, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("The moment is planned."), to=_url)


@require_GET
@network_page(READ)
def moment_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row, today = _found(request, uuid), timezone.localdate()
    promised = CouncilPromise.objects.visible_to(request.member).filter(moment=row).for_list()
    context = {
        "row": row,
        "title": words_of.moment_title(row, Words(today)),
        "promises": words_of.promise_rows(promised, today=today),
        "is_planned": row.held_on is None and row.cancelled_at is None,
        "is_over": row.planned_on <= today,
        "manages": request.member.may(MANAGE),
    }
    return render(request, "approach/moment_detail.html", context)


@require_http_methods(BOTH)
@network_page(MANAGE)
def moment_change(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Before it was held: day, words and who prepares it. After: what was written down of it."""
    row = _found(request, uuid)
    if row.held_on is not None:
        page = FormPage(name=_("Change a moment"), title=_("Correct what you wrote down"), button=_("Save"), **_back(row))
        return _step(request, row, page, partial(CorrectMomentForm, row=row, today=timezone.localdate()), actions.correct, afterwards=_("It is changed."))
    page = FormPage(name=_("Change a moment"), title=_("Another day, or somebody else?"), button=_("Save"), **_back(row))
    form_of = partial(ChangeMomentForm, row=row, owners=owners_of(row.municipality), today=timezone.localdate())
    return _step(request, row, page, form_of, actions.change, afterwards=_("It is changed."))


@require_http_methods(BOTH)
@network_page(MANAGE)
def moment_hold(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    lead = _("Was something promised? Write that down after this, each promise by itself, with who does it and by when.")
    page = FormPage(name=_("What was asked?"), title=_("What was asked?"), button=_("Write it down"), lead=lead, **_back(row))
    form_of = partial(HoldForm, row=row, today=timezone.localdate())
    return _step(request, row, page, form_of, actions.hold, afterwards=_("It is written down. Was something promised?"))


@require_http_methods(BOTH)
@network_page(MANAGE)
def moment_cancel(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    lead = _("%(title)s. You can plan another one later.") % {"title": row.title}
    asked = _("Do you want to cancel this moment?")
    page = FormPage(name=_("Cancel a moment"), title=asked, button=_("Cancel moment"), lead=lead, is_danger=True, **_back(row))
    return _step(request, row, page, partial(VersionedForm, initial={"version": row.edits}), actions.cancel, afterwards=_("The moment is cancelled."))


def owners_of(municipality: Municipality) -> list[Membership]:
    """Who can prepare a moment, or do what was promised there. One statement."""
    return list(Membership.objects.to_choose(actions.OWNS, municipality=municipality, on=timezone.localdate()))


def _step(
    request: MemberRequest, row: Moment, page: FormPage, form_of: Callable[..., Any], act: Callable[..., Any], *, afterwards: str,
) -> HttpResponse:
    done = partial(act, row, by=request.member, at=timezone.now())
    return write(request, page, form_of, done, afterwards=afterwards, to=_url(row), now=partial(_now, row))


def _now(row: Moment) -> Now:
    row = Moment.objects.with_people().get(pk=row.pk)
    words = Words(timezone.localdate())
    return Now(row=row, lines=[row.title, words_of.moment_title(row, words), row.asked])


def _found(request: MemberRequest, uuid: UUID) -> Moment:
    return found(Moment.objects.visible_to(request.member).with_people(), uuid)


def _url(row: Moment) -> str:
    return reverse("approach:moment_detail", args=[row.uuid])


def _back(row: Moment | None = None) -> dict[str, Any]:
    return {"back": _url(row), "back_label": row.title} if row is not None else {"back": reverse("approach:support"), "back_label": _("Support")}
