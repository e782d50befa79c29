"""Allowances: her own for a key figure, proposals and decisions for officials, and the file for finance."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from audit import downloads
from audit.spreadsheets import FileKind
from keyfigures.actions import NotPossible
from keyfigures.actions import allowance as actions
from keyfigures.forms.allowance import ProposeForm
from keyfigures.models.allowance import Payment, PaymentState
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import allowance as words_of
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.steps import press, take
from terms.days import local_date

OFFICIALS = ("keyfigures.manage", "keyfigures.decide")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
VIEWS = (
    View(name="open", label=gettext_lazy("To decide"), empty=gettext_lazy("No allowance waits for a decision."), narrow=lambda rows: rows.proposed()),
    View(name="goed", label=gettext_lazy("Approved"), empty=gettext_lazy("Nothing waits for finance."), narrow=lambda rows: rows.approved()),
    View(name="weg", label=gettext_lazy("Handed to finance"), empty=gettext_lazy("Nothing went to finance yet."), narrow=lambda rows: rows.handed_over()),
    View(name="alles", label=gettext_lazy("All"), empty=gettext_lazy("There are no allowances yet."), narrow=lambda rows: rows),
)


@require_GET
@network_page("keyfigures.own", *OFFICIALS)
def payment_list(request: MemberRequest) -> HttpResponse:
    return _show_list(request)


def _show_list(request: MemberRequest, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    is_work = any(request.member.may(each) for each in OFFICIALS)
    view = lists.chosen(request, VIEWS)
    visible = Payment.objects.visible_to(request.member).with_people()
    rows = view.narrow(visible) if is_work else visible.filter(key_figure__member=request.member)
    page = lists.page_of(request, rows, moment="proposed_at")
    context = {
        "is_work": is_work,
        "rows": words_of.rows_of(page.rows, reader=request.member, at=timezone.now()),
        "page": page,
        "view": view,
        "views": lists.links(request, VIEWS),
        "may_hand_over": view.name == "goed" and page.rows and request.member.may("keyfigures.decide"),
        "files": _files(page.rows) if view.name == "weg" else [],
        "problem": problem,
    }
    return render(request, "keyfigures/payment_list.html", context, status=status)


def _files(rows: list[Payment]) -> list[tuple[datetime, str]]:
    """The moments at which something on this page went to finance, with the address of that file."""
    moments = sorted({row.exported_at for row in rows if row.exported_at}, reverse=True)
    return [(moment, reverse("keyfigures:payment_file", args=[_stamp(moment), FileKind.ODS.value])) for moment in moments]


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.manage")
def payment_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """How much room is left stands above the form; a maximum that comes near is told on the page of the proposal."""
    at = timezone.now()
    figure = found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)
    show = partial(_show_new, request, figure)
    if request.method == "GET":
        return show(form=ProposeForm(today=local_date(at)))
    act = partial(actions.propose, figure, by=request.member, at=at)
    form = ProposeForm(request.POST, today=local_date(at))
    return take(request, form, act, show=show, afterwards=_("Your proposal is sent to a second official."), to=lambda row: _url(row.uuid))


def _show_new(request: MemberRequest, figure: KeyFigure, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    month = timezone.localdate()
    try:
        left = words_of.left_sentence(actions.stand(figure, month=month), month)
    except NotPossible as unknown:
        left = str(unknown)
    return render(request, "keyfigures/payment_new.html", {"figure": figure, "form": form, "problem": problem, "left": left}, status=status)


@require_GET
@network_page("keyfigures.own", *OFFICIALS)
def payment_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, uuid)


def _show(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    row = found(Payment.objects.visible_to(request.member).with_people(), uuid)
    try:
        warning = words_of.room_sentence(actions.stand(row.key_figure, month=row.month)) if row.state == PaymentState.PROPOSED else ""
    except NotPossible as unknown:
        warning = str(unknown)
    is_mine, is_own = row.proposed_by_id == request.member.pk, row.key_figure.member_id == request.member.pk
    context = {
        "row": row,
        "line": words_of.rows_of([row], reader=request.member, at=timezone.now())[0],
        "facts": words_of.facts(row),
        "warning": warning,
        "may_decide": row.state == PaymentState.PROPOSED and request.member.may("keyfigures.decide") and not is_mine and not is_own,
        "is_mine": is_mine,
        "problem": problem,
    }
    return render(request, "keyfigures/payment_detail.html", context, status=status)


@require_POST
@network_page("keyfigures.decide")
def payment_approve(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _decide(request, uuid, actions.approve, _("You approved it. It goes along with the next file for finance."))


@require_POST
@network_page("keyfigures.decide")
def payment_refuse(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _decide(request, uuid, actions.refuse, _("You refused it. Who proposed it is told."))


def _decide(request: MemberRequest, uuid: UUID, act: Callable[..., object], afterwards: str) -> HttpResponse:
    row = found(Payment.objects.visible_to(request.member), uuid)
    decide = partial(act, row, by=request.member, at=timezone.now())
    return press(request, decide, show=partial(_show, request, uuid), afterwards=afterwards, to=_url(uuid))


@require_POST
@network_page("keyfigures.decide")
def payment_hand_over(request: MemberRequest) -> HttpResponse:
    """Marks first; the file can be fetched again, so that nothing is lost when a download fails."""
    at = timezone.now()
    try:
        rows = actions.hand_to_finance(request.member, at=at)
    except NotPossible as problem:
        return _show_list(request, problem=str(problem), status=409)
    messages.success(request, _("%(number)d allowances are handed over. Save the file and give it to finance.") % {"number": len(rows)})
    return redirect(f"{reverse('keyfigures:payment_list')}?{lists.SHOW}=weg")


@require_GET
@network_page("keyfigures.decide")
def payment_file(request: MemberRequest, stamp: int, kind: str) -> HttpResponse:
    """What went to finance at one moment, each time the same file."""
    at = EPOCH + timedelta(microseconds=stamp)
    rows = list(Payment.objects.visible_to(request.member).handed_over_at(at).with_people().order_by("month", "pk"))
    if not rows or kind not in FileKind.values:
        raise Http404
    return downloads.download(words_of.table(rows, local_date(at)), FileKind(kind), of="keyfigures.payment", by=request.member, at=timezone.now())


def _stamp(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def _url(uuid: UUID) -> str:
    return reverse("keyfigures:payment_detail", args=[uuid])
