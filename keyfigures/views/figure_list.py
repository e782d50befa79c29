"""The list of key figures: who was not spoken to for too long first. Choose, sort, find by name, page on, take out as a file."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from accounts.http import MemberRequest
from audit.downloads import download
from audit.spreadsheets import FileKind
from keyfigures import access
from keyfigures.actions import stages
from keyfigures.forms.figure_list import FigureFilter
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import figure_list as told
from keyfigures.querysets.figure import KeyFigureQuerySet
from keyfigures.stages import Stage
from keyfigures.views.doors import network_page
from keyfigures.views.network import views_of_network

SIZES = (25, 100)  # how many a page can hold; the first unless asked
SORT, SIZE, AFTER = "volgorde", "aantal", "na"  # names in the address
# Name in the address → by what the rows stand; the first unless asked.
ORDERS = {"gesproken": "contact_due", "naam": "member__user__name", "fase": "stage_since"}
FOUND = 100  # at most, by name


@require_GET
@network_page("keyfigures.manage")
def figure_list(request: MemberRequest) -> HttpResponse:
    form, order, size = _filter(request), _order(request), _size(request)
    wanted = form.narrow(_visible(request)).page_after(_uuid(request.GET.get(AFTER, "")), key=ORDERS[order], size=size + 1)
    figures = list(wanted)
    page, following = figures[:size], str(figures[size - 1].uuid) if len(figures) > size else ""
    chosen = {**form.query(), SORT: order if order != _first_order() else "", SIZE: str(size) if size != SIZES[0] else ""}
    other = next(each for each in SIZES if each != size)
    paging = {
        "next_url": _query({**chosen, AFTER: following}) if following else "",
        "first_url": _query(chosen) if request.GET.get(AFTER) else "",
        "other_size_url": _query({**chosen, SIZE: str(other)}) if following or size != SIZES[0] else "",
        "other_size": other,
    }
    files = [{"label": kind.label, "url": reverse("keyfigures:figure_file", args=[kind.value]) + _query(form.query())} for kind in FileKind]
    sorts = {name: _query({**chosen, SORT: name}) for name in ORDERS}
    return _show(request, page, form, {**paging, "files": files, "sorts": sorts, "order": order})


@require_POST
@network_page("keyfigures.manage")
def figure_find(request: MemberRequest) -> HttpResponse:
    """By a part of a name, within the municipality. Posted, so that no name stands in an address or a log."""
    name = " ".join(request.POST.get("naam", "").replace("\x00", "").split())[:200]
    found = _visible(request).filter(member__user__name__icontains=name).order_by("member__user__name", "pk") if name else _visible(request).none()
    return _show(request, list(found[:FOUND]), _filter(request), {"name": name, "searched": True})


@require_GET
@network_page("keyfigures.manage")
def figure_file(request: MemberRequest, kind: str) -> HttpResponse:
    """Everybody that was chosen, as a file; it stands in the log."""
    if kind not in FileKind.values:
        raise Http404
    form = _filter(request)
    figures = form.narrow(_visible(request)).order_by("member__user__name", "pk")
    return download(told.table(figures, roles=form.roles), FileKind(kind), of=access.KIND, by=request.member, at=timezone.now())


def _show(request: MemberRequest, figures: list[KeyFigure], form: FigureFilter, context: dict[str, object]) -> HttpResponse:
    at = timezone.now()
    title, lead = told.title_and_lead(request.municipality, at=at)
    rows = told.rows(figures, roles=form.roles, municipality=request.municipality, at=at)
    views = views_of_network(request, "keyfigures:figure_list")
    shows_stage = "searched" in context or form.stage != Stage.ACTIVE
    page = {"title": title, "lead": lead, "rows": rows, "form": form, "views": views, "shows_stage": shows_stage, **context}
    return render(request, "keyfigures/figure_list.html", page)


def _visible(request: MemberRequest) -> KeyFigureQuerySet:
    people = KeyFigure.objects.visible_to(request.member).exclude(member=request.member)
    return people.with_rhythm().select_related("member__user", "contact_person__user").prefetch_related("areas")


def _filter(request: MemberRequest) -> FigureFilter:
    officials = stages.officials(request.municipality, on=timezone.localdate()).select_related("user").order_by("user__name", "pk")
    return FigureFilter(request.GET, municipality=request.municipality, officials=list(officials))


def _order(request: MemberRequest) -> str:
    asked = request.GET.get(SORT, "")
    return asked if asked in ORDERS else _first_order()


def _first_order() -> str:
    return next(iter(ORDERS))


def _size(request: MemberRequest) -> int:
    return next((size for size in SIZES if str(size) == request.GET.get(SIZE)), SIZES[0])


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _query(chosen: dict[str, str]) -> str:
    return "?" + urlencode({name: value for name, value in chosen.items() if value})
