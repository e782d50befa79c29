"""The list of reports: her own for a key figure, the work for an official."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise as LazyText
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from signals import timeline
from signals.models import ConcernReport
from signals.presentation import desk, own, rows
from signals.querysets import ConcernReportQuerySet, Cursor
from signals.views.doors import concern_page
from ui.phrases import Words

SIZES = (25, 100)  # how many a page can hold; the first unless asked
VIEW, SIZE, AFTER = "toon", "aantal", "na"  # names in the address


@dataclass(frozen=True, kw_only=True)
class View:
    """A part of the work, by a link. `narrow` asks the queryset."""

    name: str
    label: str | LazyText
    empty: str | LazyText

    def narrow(self, reports: ConcernReportQuerySet, at: Any) -> ConcernReportQuerySet:  # noqa: ANN401  a moment
        if self.name == "te-laat":
            return reports.late_at(at)
        return {"open": reports.open, "wacht": reports.waiting, "klaar": reports.closed}[self.name]()


VIEWS = (
    View(name="open", label=gettext_lazy("Open"), empty=gettext_lazy("No report is open. Everybody had an answer.")),
    View(name="te-laat", label=gettext_lazy("Too late"), empty=gettext_lazy("No report is late.")),
    View(name="wacht", label=gettext_lazy("Waits for the reporter"), empty=gettext_lazy("We wait for nobody.")),
    View(name="klaar", label=gettext_lazy("Done"), empty=gettext_lazy("No report is closed yet.")),
)


@require_GET
@concern_page("signals.report", "signals.handle")
def report_list(request: MemberRequest) -> HttpResponse:
    return _work(request) if request.member.may("signals.handle") else _own(request)


def _own(request: MemberRequest) -> HttpResponse:
    """What she shared: what is due first on top, then what is done."""
    mine = ConcernReport.objects.visible_to(request.member, at=timezone.now()).filter(reporter=request.member).for_list()
    page, following = _page(mine, request.GET.get(AFTER, ""), SIZES[0])
    promises = timeline.next_promises(page, timezone.now(), with_asked=True)
    words = Words(timezone.localdate())
    shown = [rows.own_row(report, promises.get(report.pk), words) for report in page]
    context = {"rows": shown, "title": own.list_title([row.state for row in shown]), "next_page": urlencode({AFTER: following}) if following else ""}
    return render(request, "signals/own_list.html", context)


def _work(request: MemberRequest) -> HttpResponse:
    """What is due first on top, late before all; a page at a time, without counting the rest."""
    at = timezone.now()
    view, size = _view(request), _size(request)
    after = request.GET.get(AFTER, "")
    reports = ConcernReport.objects.visible_to(request.member, at=timezone.now()).exclude(reporter=request.member)
    page, following = _page(view.narrow(reports, at).for_list(), after, size)
    promises = timeline.next_promises(page, at)
    shown = [rows.work_row(report, promises.get(report.pk), Words(timezone.localdate(at)), reader=request.member) for report in page]
    context = {
        "rows": shown,
        "title": desk.list_title(sum(row.state == "late" for row in shown)) if view == VIEWS[0] else view.label,
        "empty": view.empty,
        "views": [{"label": each.label, "url": _query(each, size) or "?", "is_current": each == view} for each in VIEWS],
        "next_page": _query(view, size, following) if following else "",
        "first_page": _query(view, size) if after else "",
        "other_size": _other_size(view, size),
        "may_intake": request.member.may("signals.intake"),
    }
    return render(request, "signals/work_list.html", context)


def _page(reports: ConcernReportQuerySet, after: str, size: int) -> tuple[list[ConcernReport], str]:
    """One page, and the place in the address where the next one begins (empty at the end)."""
    found = list(reports.page_after(Cursor.read(after), size + 1))
    return found[:size], str(Cursor.of(found[size - 1])) if len(found) > size else ""


def _view(request: MemberRequest) -> View:
    return next((each for each in VIEWS if each.name == request.GET.get(VIEW)), VIEWS[0])


def _size(request: MemberRequest) -> int:
    return next((size for size in SIZES if str(size) == request.GET.get(SIZE)), SIZES[0])


def _query(view: View, size: int, after: str = "") -> str:
    wanted = {VIEW: view.name, SIZE: str(size) if size != SIZES[0] else "", AFTER: after}
    return "?" + urlencode({name: value for name, value in wanted.items() if value})


def _other_size(view: View, size: int) -> dict[str, str]:
    other = next(each for each in SIZES if each != size)
    return {"query": _query(view, other), "label": _("Show %(count)d on a page") % {"count": other}}
