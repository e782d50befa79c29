"""Sharing a concern: the emergency box and the choice, asking for a talk, and writing it down in steps."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from signals import actions, drafts
from signals.forms import writing
from signals.forms.share import TalkForm
from signals.models import ConcernReport
from signals.presentation import texts
from signals.presentation.promises import promises_ahead
from signals.questions import Answer
from signals.views.doors import concern_page
from signals.views.problems import cannot_send
from terms.calendar import calendar_of
from ui.hints import HintsForm, status_to_show_again

TALK, WRITE = "talk", "write"
WRITTEN = "written"


@require_GET
@concern_page("signals.report")
def share(request: MemberRequest) -> HttpResponse:
    """First what to do in danger, then the choice between talking and writing."""
    may_write = request.municipality.may_store_text
    draft = drafts.load(request.member, WRITE, at=timezone.now()) if may_write else None
    after = promises_ahead(calendar_of(request.municipality))
    return render(request, "signals/share.html", {"may_write": may_write, "draft": draft, "after": after})


@require_http_methods(["GET", "POST"])
@concern_page("signals.report")
def share_talk(request: MemberRequest) -> HttpResponse:
    """Ask for a talk. Nothing about anybody is written down."""
    if request.method == "GET":
        return _show_talk(request, _kept_talk(request))
    form = TalkForm(request.POST)
    if (status := status_to_show_again(form)) is not None:
        return _show_talk(request, form, status=status)
    try:
        report = _filed(request, way=TALK, submission=form.cleaned_data["submission"], answers=form.answers())
    except actions.FilingProblem as problem:
        return cannot_send(request, problem)
    drafts.discard(request.member, TALK)
    return redirect("signals:receipt", uuid=report.uuid)


def _kept_talk(request: MemberRequest) -> TalkForm:
    """What she typed before her session ended, or an empty form."""
    draft = drafts.load(request.member, TALK, at=timezone.now())
    initial = {"reach_phone": request.member.phone, "submission": uuid4()}
    return TalkForm(initial={**initial, **(draft.answers if draft else {})})


def _show_talk(request: MemberRequest, form: TalkForm, *, status: int = 200) -> HttpResponse:
    return render(request, "signals/share_talk.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@concern_page("signals.report")
def share_write(request: MemberRequest, name: str) -> HttpResponse:
    """One page of writing. What was typed is kept first, also when it is not right yet."""
    page = writing.named(name)
    if page is None or not request.municipality.may_store_text:
        raise Http404
    answers = _kept(request)
    if request.method == "GET":
        return _show_page(request, page, page.form(initial=answers))
    answers |= page.typed(request.POST)
    drafts.save(request.member, WRITE, answers=answers, at=timezone.now())
    if request.POST.get("go") == "back":
        return redirect(writing.url_before(page))
    form = page.form(request.POST)
    if (status := status_to_show_again(form)) is not None:
        return _show_page(request, page, form, status=status)
    return redirect(_target(request, page))


def _target(request: MemberRequest, page: writing.Page) -> str:
    """Who came from the check page to change one answer goes back there."""
    return writing.url_after(writing.PAGES[-1]) if request.POST.get("go") == "check" else writing.url_after(page)


def _kept(request: MemberRequest) -> dict[str, Any]:
    draft = drafts.load(request.member, WRITE, at=timezone.now())
    return {"reach_phone": request.member.phone, **(draft.answers if draft else {})}


def _show_page(request: MemberRequest, page: writing.Page, form: HintsForm, *, status: int = 200) -> HttpResponse:
    context = {
        "page": page,
        "form": form,
        "number": writing.number(page),
        "count": writing.COUNT,
        "back_url": writing.url_before(page),
        "to_check": "wijzig" in request.GET or request.POST.get("go") == "check",
    }
    return render(request, "signals/share_write.html", context, status=status)


class _NotRight(Exception):
    """Some page is not right yet: the draft stays as it was."""

    def __init__(self, page: writing.Page, answers: dict[str, Any]) -> None:
        super().__init__(page.name)
        self.page, self.answers = page, answers


@require_http_methods(["GET", "POST"])
@concern_page("signals.report")
def share_check(request: MemberRequest) -> HttpResponse:
    """All answers on one page; then send. Sending twice makes one report."""
    if not request.municipality.may_store_text:
        raise Http404
    if request.method == "POST":
        return _send(request)
    draft = drafts.load(request.member, WRITE, at=timezone.now())
    if draft is None:
        return redirect(writing.PAGES[0].url)
    checked = writing.checked(draft.answers)
    if checked.wrong is not None:
        return _show_page(request, checked.wrong, _with_errors(checked.wrong, draft.answers))
    context = {
        "parts": texts.check_parts(checked.answers, writing.change_url),
        "submission": draft.submission,
        "count": writing.COUNT,
        "number": writing.COUNT,
        "hints": checked.hints,
    }
    return render(request, "signals/share_check.html", context)


def _send(request: MemberRequest) -> HttpResponse:
    """The draft becomes a report, or stays a draft: one transaction."""
    try:
        with transaction.atomic():
            draft = drafts.take(request.member, WRITE, at=timezone.now())
            if draft is None:
                return _sent_before(request) or redirect(writing.PAGES[0].url)
            checked = writing.checked(draft.answers)
            if checked.wrong is not None:
                raise _NotRight(checked.wrong, draft.answers)  # noqa: TRY301  undoes the taking
            report = _filed(request, way=WRITTEN, submission=draft.submission, answers=checked.answers)
    except _NotRight as problem:
        return _show_page(request, problem.page, _with_errors(problem.page, problem.answers), status=400)
    except actions.FilingProblem as problem:
        return cannot_send(request, problem)
    return redirect("signals:receipt", uuid=report.uuid)


def _with_errors(page: writing.Page, answers: dict[str, Any]) -> HintsForm:
    form = page.form({name: answers[name] for name in page.answer_names if name in answers})
    form.is_valid()
    return form


def _sent_before(request: MemberRequest) -> HttpResponse | None:
    """The second tab, the second tap, the back button: what was sent is not asked again."""
    submission = _uuid(request.POST.get("submission", ""))
    if submission is None:
        return None
    mine = ConcernReport.objects.visible_to(request.member, at=timezone.now()).filter(submission=submission, reporter=request.member)
    report = mine.only("uuid").first()
    return redirect("signals:receipt", uuid=report.uuid) if report else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _filed(request: MemberRequest, *, way: str, submission: UUID, answers: dict[str, Answer]) -> ConcernReport:
    return actions.file_report(reporter=request.member, submission=submission, way=way, answers=answers, at=timezone.now())
