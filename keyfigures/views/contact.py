"""Contact with a key figure: written down in three taps, read back by both, and what was agreed ticked off."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.decorators import member_required, permission_required
from accounts.http import MemberRequest
from keyfigures.actions import NotPossible
from keyfigures.actions import contact as acts
from keyfigures.forms.contact import ContactForm, OwnContactForm
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import contact as told
from keyfigures.presentation import contact_figures as figures
from keyfigures.views import figure as person_page
from keyfigures.views.doors import found, network_page, opened, own_figure
from keyfigures.views.network import views_of_network
from ui.phrases import Words

OWN, MANAGE = "keyfigures.own", "keyfigures.manage"
SHOWN = 50


@require_http_methods(["GET", "POST"])
@never_cache
@permission_required(MANAGE, hidden=True)
def contact_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On one page: how to reach her, and what to write down after it."""
    figure = _found(request, uuid) if request.method == "POST" else opened(request, uuid)
    agreed = told.steps_to_choose(figure, Words(timezone.localdate()))
    form = ContactForm(request.POST if request.method == "POST" else None, today=timezone.localdate(), agreed=agreed)
    if form.is_valid():
        try:
            acts.log(figure, by=request.member, at=timezone.now(), official=request.member, **form.cleaned_data)
        except NotPossible as problem:
            return person_page.page(request, figure, status=409, problem=problem)
        messages.success(request, _("The contact with %(name)s is written down. %(name)s sees it too.") % {"name": figure.name})
        return redirect("keyfigures:figure_detail", uuid=figure.uuid)
    context = {"figure": figure, "form": form, "calling": told.calling_card(figure, Words(timezone.localdate()))}
    return render(request, "keyfigures/contact_new.html", context, status=400 if form.errors else 200)


@require_GET
@network_page("keyfigures.figures")
def contact_figures(request: MemberRequest) -> HttpResponse:
    """How much contact was in quiet time; and for who works with key figures what she agreed and must still do."""
    at, works = timezone.now(), request.member.may(MANAGE)
    context = {
        "figures": figures.contact_figures(request.municipality, at=at),
        "views": views_of_network(request, "keyfigures:contact_figures"),
        "shows_planned": works,
        "planned": figures.planned(request.member, at=at) if works else [],
    }
    return render(request, "keyfigures/contact_figures.html", context)


@require_GET
@never_cache
@permission_required(MANAGE, hidden=True)
def figure_contacts(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Every line about one key figure, as she reads them."""
    figure = opened(request, uuid)
    return render(request, "keyfigures/contact_lines.html", {"figure": figure, **_lines(request, figure)})


@require_http_methods(["GET", "POST"])
@never_cache
@permission_required(OWN, hidden=True)
def own_contacts(request: MemberRequest) -> HttpResponse:
    """Every line about herself, and a place to add her own."""
    figure = own_figure(request)
    officials = told.officials_first(figure, on=timezone.localdate())
    form = OwnContactForm(request.POST if request.method == "POST" else None, today=timezone.localdate(), officials=officials)
    problem: NotPossible | None = None
    if form.is_valid():
        try:
            acts.log(figure, by=request.member, at=timezone.now(), theme="none", **form.cleaned_data)
        except NotPossible as raised:
            problem = raised
        else:
            messages.success(request, _("Your line is written down. Your contact person sees it too."))
            return redirect("keyfigures:own_contacts")
    context = {"figure": figure, "is_own": True, "form": form, "problem": problem, **_lines(request, figure)}
    return render(request, "keyfigures/contact_lines.html", context, status=409 if problem else 400 if form.errors else 200)


@require_POST
@member_required
def contact_take_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """For who wrote the line, within a day; her own list or the page of the key figure comes back."""
    moment = found(ContactMoment.objects.visible_to(request.member).select_related("key_figure__municipality"), uuid)
    figure = moment.key_figure
    try:
        acts.take_back(moment, by=request.member, at=timezone.now())
    except NotPossible as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, _("The line is taken back."))
    if figure.member_id == request.member.pk:
        return redirect("keyfigures:own_contacts")
    return redirect("keyfigures:figure_contacts", uuid=figure.uuid)


@require_http_methods(["GET", "POST"])
@never_cache
@permission_required(MANAGE, hidden=True)
def contact_step(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """What was agreed: done, or not needed any more."""
    moment = found(ContactMoment.objects.visible_to(request.member).for_list(), uuid)
    if request.method == "GET":
        return _step(request, moment)
    act = acts.drop_step if request.POST.get("what") == "drop" else acts.tick_off
    try:
        act(moment, by=request.member, at=timezone.now())
    except NotPossible as problem:
        return _step(request, moment, problem=problem, status=409)
    messages.success(request, _("Ticked off. %(name)s sees it too.") % {"name": moment.key_figure.name})
    return redirect("keyfigures:figure_detail", uuid=moment.key_figure.uuid)


def _found(request: MemberRequest, uuid: UUID) -> KeyFigure:
    return found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)


def _step(request: MemberRequest, moment: ContactMoment, *, problem: NotPossible | None = None, status: int = 200) -> HttpResponse:
    context = {"moment": moment, "step": told.step_page(moment, at=timezone.now()), "problem": problem}
    return render(request, "keyfigures/contact_step.html", context, status=status)


def _lines(request: MemberRequest, figure: KeyFigure) -> dict[str, object]:
    """The newest lines; older ones by the address of the last."""
    at = timezone.now()
    after = request.GET.get("na", "")
    rows = list(ContactMoment.objects.filter(key_figure=figure).for_list().after(after)[: SHOWN + 1])
    words = Words(timezone.localdate(at))
    lines = [told.line(row, words, reader=request.member, at=at) for row in rows[:SHOWN]]
    return {"lines": lines, "next_page": f"?na={rows[SHOWN - 1].cursor}" if len(rows) > SHOWN else ""}
