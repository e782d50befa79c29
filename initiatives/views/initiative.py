"""Ideas: those of the network for who takes part, and the work for who answers."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from initiatives import deadlines
from initiatives.actions import ANSWERS, FILES, support
from initiatives.actions import initiative as actions
from initiatives.forms.initiative import AnswerIdeaForm, BeginForm, FileIdeaForm
from initiatives.models.initiative import Initiative
from initiatives.presentation import initiative as words_of
from initiatives.querysets.initiative import READS
from initiatives.views.page import of_another, owners_of, seen, show
from keyfigures.forms.giving import GiveForm
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.form_page import FormPage, write
from keyfigures.views.lists import View
from keyfigures.views.steps import press, take
from terms.calendar import calendar_of

ALL = View(name="alle", label=gettext_lazy("All ideas"), empty=gettext_lazy("There are no ideas yet."), narrow=lambda rows, **_: rows.filter(withdrawn_at=None))
WAITING = View(
    name="wacht", label=gettext_lazy("Waits for an answer"), empty=gettext_lazy("No idea waits for an answer."), narrow=lambda rows, **_: rows.waiting(),
)
GOING_ON = View(
    name="loopt", label=gettext_lazy("Got a yes"), empty=gettext_lazy("Nothing that got a yes goes on now."), narrow=lambda rows, **_: rows.going_on(),
)
OVER = View(name="voorbij", label=gettext_lazy("Over"), empty=gettext_lazy("No idea is over."), narrow=lambda rows, **_: rows.filter(withdrawn_at=None).ended())
MINE = View(name="van-mij", label=gettext_lazy("Mine"), empty=gettext_lazy("You filed no idea yet."), narrow=lambda rows, member, **_: rows.of(member))
OF_WORK, OF_NETWORK = (WAITING, GOING_ON, OVER, ALL), (ALL, MINE)


@require_GET
@network_page(*READS)
def initiative_list(request: MemberRequest) -> HttpResponse:
    """A constant number of statements."""
    files = request.member.may(FILES)
    views = OF_NETWORK if files else OF_WORK
    view = lists.chosen(request, views)
    rows = view.narrow(Initiative.objects.visible_to(request.member).with_people().with_supporters(), member=request.member)
    page = lists.page_of(request, rows, moment="filed_at", oldest_first=view == WAITING)
    context = {
        "rows": words_of.rows_of(page.rows, reader=request.member, at=timezone.now()), "page": page, "view": view,
        "views": lists.links(request, views), "files": files, "begins": request.member.may(ANSWERS),
        "reads_figures": any(request.member.may(each) for each in ("initiatives.read", ANSWERS)),
    }
    return render(request, "initiatives/initiative_list.html", context)


@require_http_methods(["GET", "POST"])
@network_page(FILES)
def initiative_new(request: MemberRequest) -> HttpResponse:
    """Three fields; the page of the idea says by when she hears, and from whom."""
    show_form = partial(_show_new, request)
    if request.method == "GET":
        return show_form(form=FileIdeaForm())
    act = partial(actions.file, by=request.member, at=timezone.now())
    return take(request, FileIdeaForm(request.POST), act, show=show_form, afterwards=_("Your idea is sent."), to=words_of.url_of)


@require_http_methods(["GET", "POST"])
@network_page(ANSWERS)
def initiative_begin(request: MemberRequest) -> HttpResponse:
    """By the municipality, to answer a question of the community."""
    page = FormPage(
        name=_("Begin an initiative"), title=_("Which question of the community do you answer?"), button=_("Begin this"),
        lead=_("What people begin themselves works better. Did nobody ask for it? Then ask the network first."),
        back=reverse("initiatives:initiative_list"), back_label=_("Ideas"),
    )
    act = partial(actions.begin, by=request.member, at=timezone.now())
    form_of = partial(BeginForm, municipality=request.municipality)
    return write(request, page, form_of, act, afterwards=_("It is begun. The network can read it."), to=words_of.url_of)


@require_GET
@network_page(*READS)
def initiative_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return show(request, uuid)


@require_POST
@network_page(ANSWERS)
def initiative_answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = of_another(request, uuid)
    act = partial(actions.answer, row, by=request.member, at=timezone.now())
    return take(request, AnswerIdeaForm(request.POST), act, show=partial(show, request, uuid), afterwards=_("Your answer is sent."), to=words_of.url_of)


@require_POST
@network_page(ANSWERS)
def initiative_give(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = seen(request, uuid)
    act = partial(actions.give, row, by=request.member, at=timezone.now())
    form = GiveForm(request.POST, owners=owners_of(row))
    return take(request, form, act, show=partial(show, request, uuid), afterwards=_("It is given to somebody else."), to=words_of.url_of(row))


@require_POST
@network_page(FILES)
def initiative_support(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = of_another(request, uuid)
    act = partial(support.give, row, by=request.member)
    afterwards = _("You support this idea. Nobody can read that it is you.")
    return press(request, act, show=partial(show, request, uuid), afterwards=afterwards, to=words_of.url_of(row))


@require_POST
@network_page(FILES)
def initiative_support_no_more(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = of_another(request, uuid)
    act = partial(support.take_back, row, by=request.member)
    return press(request, act, show=partial(show, request, uuid), afterwards=_("You took your support back."), to=words_of.url_of(row))


@require_http_methods(["GET", "POST"])
@network_page(FILES)
def initiative_withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Initiative.objects.of(request.member).with_people(), uuid)
    if row.answer or row.ended_at is not None:
        return show(request, uuid)
    page = FormPage(
        name=_("Take back my idea"), title=_("Do you want to take back your idea?"), button=_("Take back my idea"), is_danger=True,
        lead=_("We erase your idea at once, and nobody answers it any more. You cannot undo this. You need not say why."),
        back=words_of.url_of(row), back_label=_("Idea"),
    )
    act = partial(actions.withdraw, row, by=request.member, at=timezone.now())
    return write(request, page, forms.Form, act, afterwards=_("You took your idea back."), to=page.back)


def _show_new(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    days = calendar_of(request.municipality).working_days(deadlines.ANSWER, deadlines.WORKING_DAYS[deadlines.ANSWER])
    return render(request, "initiatives/initiative_new.html", {"form": form, "problem": problem, "days": days}, status=status)
