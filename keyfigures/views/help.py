"""Help requests: her own for a key figure, the work for an official, and one page for both."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import deputies
from accounts.http import MemberRequest
from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.actions import help as actions
from keyfigures.forms.help import AskHelpForm, ColleagueForm, DidItHelpForm, FinishHelpForm, SayForm
from keyfigures.models.help import HelpCategory, HelpRequest, HelpState
from keyfigures.models.ties import PersonalTie
from keyfigures.presentation import help as words_of
from keyfigures.querysets.help import OPEN, HelpRequestQuerySet
from keyfigures.standing import promises_about
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page, own_figure
from keyfigures.views.lists import View
from keyfigures.views.steps import press, take
from terms.calendar import calendar_of
from ui.phrases import Words

ABOUT = "over"  # name in the address
VIEWS = (
    View(name="open", label=gettext_lazy("Open"), empty=gettext_lazy("Nobody waits for help."), narrow=lambda rows, **_: rows.open()),
    View(
        name="van-mij", label=gettext_lazy("Mine"), empty=gettext_lazy("You owe nobody help."), narrow=lambda rows, member, **_: rows.open().owed_by(member),
    ),
    View(
        name="te-lang", label=gettext_lazy("Open too long"), empty=gettext_lazy("No request is open too long."),
        narrow=lambda rows, at, **_: rows.open_too_long(at),
    ),
    View(name="klaar", label=gettext_lazy("Done"), empty=gettext_lazy("No request is done yet."), narrow=lambda rows, **_: rows.ended()),
)


@require_GET
@network_page("keyfigures.own", "keyfigures.manage")
def help_list(request: MemberRequest) -> HttpResponse:
    """All of the network by view and subject for an official; her own for a key figure."""
    at, is_work = timezone.now(), request.member.may("keyfigures.manage")
    view = lists.chosen(request, VIEWS)
    visible = HelpRequest.objects.visible_to(request.member).with_people()
    narrowed = _about(request, view.narrow(visible, member=request.member, at=at)) if is_work else visible.of(request.member)
    page = lists.page_of(request, narrowed, moment="asked_at", oldest_first=is_work and view.name != "klaar")  # who waits longest on top
    rows = words_of.rows_of(page.rows, reader=request.member, at=at)
    late = sum(row.line.ring.state == "late" for row in rows)
    context = {
        "is_work": is_work,
        "rows": rows,
        "page": page,
        "title": words_of.list_title(late, is_own=not is_work) if view == VIEWS[0] else view.label,
        "empty": view.empty,
        "views": lists.links(request, VIEWS),
        "subjects": lists.choices(request, ABOUT, [("", _("Everything")), *HelpCategory.choices]),
    }
    return render(request, "keyfigures/help_list.html", context)


def _about(request: MemberRequest, rows: HelpRequestQuerySet) -> HelpRequestQuerySet:
    wanted = request.GET.get(ABOUT, "")
    return rows.filter(category=wanted) if wanted in HelpCategory.values else rows


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.own")
def help_new(request: MemberRequest) -> HttpResponse:
    """One short page; what comes next stands on the page of the request."""
    figure, show = own_figure(request), partial(_show_new, request)
    if request.method == "GET":
        return show(form=AskHelpForm())
    act = partial(actions.ask, figure, by=request.member, at=timezone.now())
    return take(request, AskHelpForm(request.POST), act, show=show, afterwards=_("Your question is sent."), to=lambda asked: _url(asked.uuid))


def _show_new(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    days = calendar_of(request.municipality).working_days(deadlines.HELP_FIRST_ANSWER, deadlines.WORKING_DAYS[deadlines.HELP_FIRST_ANSWER])
    return render(request, "keyfigures/help_new.html", {"form": form, "problem": problem, "days": days}, status=status)


@require_GET
@network_page("keyfigures.own", "keyfigures.manage")
def help_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, _found(request, uuid))


@require_POST
@network_page("keyfigures.own", "keyfigures.manage")
def help_say(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """A message in the conversation; the first of the municipality is the first answer."""
    row = _found(request, uuid)
    act = partial(actions.say, row, by=request.member, at=timezone.now())
    return _take(request, row, "say", SayForm(request.POST), act, _("Your message is sent."))


@require_POST
@network_page("keyfigures.manage")
def help_finish(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    act = partial(actions.finish, row, by=request.member, at=timezone.now())
    return _take(request, row, "finish", FinishHelpForm(request.POST), act, _("It is settled, and told."))


@require_POST
@network_page("keyfigures.manage")
def help_hand_over(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row, at = _found(request, uuid), timezone.now()
    form = ColleagueForm(request.POST, colleagues=_colleagues(row, at))
    return _take(request, row, "hand_over", form, partial(actions.hand_over, row, by=request.member, at=at), _("Your colleague owes the answer now."))


@require_POST
@network_page("keyfigures.own")
def help_rate(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    act = partial(actions.rate, row, by=request.member)
    return _take(request, row, "rate", DidItHelpForm(request.POST), act, _("Thank you. That helps us to do it better."))


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.own")
def help_withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because what was written is erased."""
    row = _found(request, uuid)
    if request.method == "GET":
        return render(request, "keyfigures/help_withdraw.html", {"row": row}) if row.state in OPEN else redirect(_url(uuid))
    act = partial(actions.withdraw, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show_again, request, row, ""), afterwards=_("You took your question back."), to=_url(uuid))


def _take(  # noqa: PLR0917  as they come
    request: MemberRequest, row: HelpRequest, name: str, form: forms.Form, act: Callable[..., object], afterwards: str,
) -> HttpResponse:
    return take(request, form, act, show=partial(_show_again, request, row, name), afterwards=afterwards, to=_url(row.uuid))


def _show_again(request: MemberRequest, row: HelpRequest, name: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    """The page as it is now, with the form that came back; what was typed in one that came too late stands with the reason."""
    typed = str(form.cleaned_data.get("text", "")) if problem else ""
    return _show(request, _found(request, row.uuid), bound={name: form} if not problem else {}, problem=problem, typed=typed, status=status)


def _show(
    request: MemberRequest, row: HelpRequest, *, bound: dict[str, forms.Form] | None = None, problem: str = "", typed: str = "", status: int = 200,
) -> HttpResponse:
    at = timezone.now()
    words, is_own = Words(timezone.localdate(at)), row.key_figure.member_id == request.member.pk
    promises = promises_about([row.uuid], municipality=row.municipality, at=at).get(row.uuid, [])
    context = {
        "row": row,
        "is_own": is_own,
        "hero": words_of.hero(row, promises, words, is_own=is_own),
        "said": words_of.conversation(row, words),
        "is_open": row.state in OPEN,
        "waits_for_answer": not is_own and row.state == HelpState.ASKED,
        "is_answered": row.state == HelpState.ANSWERED,
        "problem": problem,
        "typed": typed,
        "forms": {**_forms(row, is_own=is_own, at=at), **(bound or {})},
    }
    return render(request, "keyfigures/help_detail.html", context, status=status)


def _forms(row: HelpRequest, *, is_own: bool, at: datetime) -> dict[str, forms.Form]:
    """What this reader can do now; what cannot be done is not there."""
    if row.state == HelpState.DONE:
        return {"rate": DidItHelpForm()} if is_own and row.did_help is None else {}
    if row.state == HelpState.WITHDRAWN:
        return {}
    if is_own:
        return {"say": SayForm()}
    colleagues = _colleagues(row, at)
    return {"say": SayForm(), "finish": FinishHelpForm(), **({"hand_over": ColleagueForm(colleagues=colleagues)} if colleagues else {})}


def _colleagues(row: HelpRequest, at: datetime) -> list[Membership]:
    """Who may do all that the owner may, is not the key figure herself and does not know her privately."""
    barred = {row.key_figure.member_id, *PersonalTie.objects.official_pks(row.key_figure)}
    return [each for each in deputies.candidates(row.owner, on=timezone.localdate(at)) if each.pk not in barred]


def _found(request: MemberRequest, uuid: UUID) -> HelpRequest:
    return found(HelpRequest.objects.visible_to(request.member).with_people(), uuid)


def _url(uuid: UUID) -> str:
    return reverse("keyfigures:help_detail", args=[uuid])
