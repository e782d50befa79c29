"""The register of support: one page that says how it stands, and what is written down in it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from approach.actions import budget as budgets
from approach.actions import decision as decisions
from approach.actions import known_date as dates
from approach.actions import portfolio
from approach.forms.support import (
    ChangeBudgetForm,
    ChangeDecisionForm,
    CorrectPortfolioForm,
    DateForm,
    EndDecisionForm,
    MoveDateForm,
    NewBudgetForm,
    NewDecisionForm,
    PortfolioForm,
)
from approach.models.support import Budget, Decision, KnownDate, PortfolioHolder
from approach.presentation import support as words_of
from approach.views.doors import MANAGE, READ
from keyfigures.forms.versions import VersionedForm
from keyfigures.views.doors import found, network_page
from keyfigures.views.form_page import FormPage, Now, write
from ui.phrases import Words

BOTH = ("GET", "POST")


@require_GET
@network_page(READ)
def support(request: MemberRequest) -> HttpResponse:
    """A constant number of statements."""
    register = words_of.register_of(request.member.municipality, today=timezone.localdate())
    context = {"page": words_of.page_of(register, reader=request.member), "manages": request.member.may(MANAGE)}
    return render(request, "approach/support.html", context)


@require_http_methods(BOTH)
@network_page(MANAGE)
def decision_new(request: MemberRequest) -> HttpResponse:
    lead = _("Of mayor, college or council. Write down until when it holds: then you are warned half a year before.")
    page = _page(name=_("New decision"), title=_("What was decided?"), button=_("Write down decision"), lead=lead)
    act = partial(decisions.record, by=request.member, at=timezone.now())
    return write(request, page, partial(NewDecisionForm, today=timezone.localdate()), act, afterwards=_("The decision stands in the register."), to=_home())


@require_http_methods(BOTH)
@network_page(MANAGE)
def decision_change(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Decision.objects.visible_to(request.member), uuid)
    lead = _("Does it end? Fill in its last day. A new decision is a new one.")
    page = _page(name=_("Change a decision"), title=_("Correct what stands here"), button=_("Save"), lead=lead)
    form_of, act = partial(ChangeDecisionForm, row=row, today=timezone.localdate()), partial(decisions.correct, row, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("It is changed."), to=_home(), now=partial(_decision_now, row))


@require_http_methods(BOTH)
@network_page(MANAGE)
def decision_end(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Decision.objects.visible_to(request.member), uuid)
    page = _page(name=_("End a decision"), title=_("When does this decision end?"), button=_("End decision"), lead=row.title, is_danger=True)
    form_of, act = partial(EndDecisionForm, row=row, today=timezone.localdate()), partial(decisions.end, row, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("The decision has a last day now."), to=_home(), now=partial(_decision_now, row))


@require_http_methods(BOTH)
@network_page(MANAGE)
def portfolio_new(request: MemberRequest) -> HttpResponse:
    lead = _("The office, not the person: who holds it stands on the site of the municipality. The one before ends the day before.")
    page = _page(name=_("Portfolio holder"), title=_("Which office answers for the approach?"), button=_("Write down office"), lead=lead)
    form_of = partial(PortfolioForm, today=timezone.localdate(), initial={"since": timezone.localdate()})
    act = partial(portfolio.begin, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("The office stands in the register."), to=_home())


@require_http_methods(BOTH)
@network_page(MANAGE)
def portfolio_change(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(PortfolioHolder.objects.visible_to(request.member), uuid)
    lead = _("Does another office take over? Then write down that one.")
    page = _page(name=_("Portfolio holder"), title=_("Correct the office or the day"), button=_("Save"), lead=lead)
    form_of = partial(CorrectPortfolioForm, row=row, today=timezone.localdate())
    act = partial(portfolio.correct, row, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("It is changed."), to=_home(), now=partial(_holder_now, row))


@require_http_methods(BOTH)
@network_page(MANAGE)
def budget_new(request: MemberRequest) -> HttpResponse:
    """`?jaar=` chooses the year."""
    year = request.GET.get("jaar", str(timezone.localdate().year))
    page = _page(name=_("Money for a year"), title=_("How much money is there?"), button=_("Save"), lead=_("In whole euros, for one calendar year."))
    form_of = partial(NewBudgetForm, today=timezone.localdate(), initial={"year": year})
    act = partial(budgets.fill_in, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("The money stands in the register."), to=_home())


@require_http_methods(BOTH)
@network_page(MANAGE)
def budget_change(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Budget.objects.visible_to(request.member), uuid)
    page = _page(name=_("Money for a year"), title=_("Money for %(year)s") % {"year": row.year}, button=_("Save"))
    form_of, act = partial(ChangeBudgetForm, row=row, today=timezone.localdate()), partial(budgets.change, row, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("It is changed."), to=_home(), now=partial(_budget_now, row))


@require_http_methods(BOTH)
@network_page(MANAGE)
def date_new(request: MemberRequest) -> HttpResponse:
    lead = _("Elections, or another portfolio holder. You are warned long before: of elections a year, of another portfolio holder half a year.")
    page = _page(name=_("A date that is known"), title=_("What do we know long before?"), button=_("Write down date"), lead=lead)
    act = partial(dates.add, by=request.member, at=timezone.now())
    return write(request, page, partial(DateForm, today=timezone.localdate()), act, afterwards=_("The date stands in the register."), to=_home())


@require_http_methods(BOTH)
@network_page(MANAGE)
def date_change(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(KnownDate.objects.visible_to(request.member).ahead(), uuid)
    lead = _("What is planned now: %(what)s") % {"what": _date_line(row)}
    page = _page(name=_("Move a date"), title=_("Did the day move?"), button=_("Move date"), lead=lead)
    form_of, act = partial(MoveDateForm, row=row, today=timezone.localdate()), partial(dates.move, row, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("The day moved. The warning moves along."), to=_home(), now=partial(_date_now, row))


@require_http_methods(BOTH)
@network_page(MANAGE)
def date_done(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(KnownDate.objects.visible_to(request.member).ahead(), uuid)
    lead = _("%(what)s. Then nobody is warned of it any more. This cannot be undone.") % {"what": _date_line(row)}
    page = _page(name=_("Done with a date"), title=_("Is everything done that this date asks?"), button=_("It is done"), lead=lead, is_danger=True)
    act = partial(dates.finish, row, by=request.member, at=timezone.now())
    form_of = partial(VersionedForm, initial={"version": row.edits})
    return write(request, page, form_of, act, afterwards=_("This date is done."), to=_home(), now=partial(_date_now, row))


def _page(**words: Any) -> FormPage:  # noqa: ANN401  passed on
    return FormPage(back=_home(), back_label=_("Support"), **words)


def _home() -> str:
    return reverse("approach:support")


def _decision_now(row: Decision) -> Now:
    row = Decision.objects.get(pk=row.pk)
    words = Words(timezone.localdate())
    until = _("Until and including %(day)s") % {"day": words.day_only(row.until)} if row.until else _("Until another decision")
    return Now(row=row, lines=[row.title, f"{row.get_body_display()}, {words.day_only(row.decided_on)}", row.document_number, until])


def _holder_now(row: PortfolioHolder) -> Now:
    row = PortfolioHolder.objects.get(pk=row.pk)
    return Now(row=row, lines=[row.office, _("Since %(first)s") % {"first": Words(timezone.localdate()).day_only(row.since)}])


def _budget_now(row: Budget) -> Now:
    row = Budget.objects.get(pk=row.pk)
    year = words_of.year_of(row, Words(timezone.localdate()), manages=False)
    return Now(row=row, lines=[year.amount, year.spent, year.note])


def _date_now(row: KnownDate) -> Now:
    row = KnownDate.objects.get(pk=row.pk)
    return Now(row=row, lines=[_date_line(row)])


def _date_line(row: KnownDate) -> str:
    return f"{row.get_kind_display()}, {Words(timezone.localdate()).day(row.on)}"


