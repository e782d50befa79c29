"""The three doors to the questions: the link of the mail, a code on paper, and the start page of who logged in.

Nothing here changes by looking: mail scanners follow links.
"""

from uuid import UUID

from allauth.core import ratelimit
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from accounts import signed_links
from accounts.decorators import member_required
from accounts.http import MemberRequest
from evaluations import links
from evaluations.actions import code as codes
from evaluations.forms.code import CodeForm
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant
from evaluations.views import opened_answers
from evaluations.views.answering import over

HOUR = 3600  # seconds
MOST_WRONG_LINKS = 60  # in an hour, for one person


@login_not_required
@never_cache
@require_GET
def answer_link(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The link of the mail. The signature leaves the address bar."""
    row = Participant.objects.with_evaluation().filter(uuid=uuid).first()
    signature = request.GET.get(signed_links.PARAMETER, "")
    if row is None or row.link_stopped_at is not None or not signed_links.is_signed(uuid, signature, purpose=links.purpose(row)):
        return render(request, "429.html", status=429) if _tries_too_often(uuid) else over(request)
    return _begin(row, by_link=True)


@sensitive_post_parameters()
@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def answer_code(request: HttpRequest) -> HttpResponse:
    """A code on paper. Only wrong ones are counted; after too many nobody from this place gets in for an hour."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _code_page(request, form, status=400 if form.is_bound else 200)
    if not may_try_code(request):
        return _code_page(request, form, problem=too_many_codes(), status=429)
    row = known_code(request, form)
    return _code_page(request, form, status=400) if row is None else _begin(row, by_link=False)


@require_GET
@never_cache
@member_required
def answer_own(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """From the start page of who logged in."""
    row = Participant.objects.of(request.member).with_evaluation().filter(evaluation__uuid=uuid).first()
    if row is None:
        raise Http404
    return _begin(row, by_link=False)


def may_try_code(request: HttpRequest) -> bool:
    return bool(ratelimit.consume(request, action="answer_code", dry_run=True))


def too_many_codes() -> str:
    return _("From this place many wrong codes were typed just now. Try again in an hour.")


def known_code(request: HttpRequest, form: forms.Form, *, of: Evaluation | None = None) -> Participant | None:
    """Whose code it is (in this evaluation). A wrong one is counted, and said beside the field."""
    row = codes.find(form.cleaned_data["code"])
    if row is not None and (of is None or row.evaluation_id == of.pk):
        return row
    ratelimit.consume(request, action="answer_code")
    form.add_error("code", _("We do not know this code. Look at each letter again. Perhaps there is a newer paper with another code."))
    return None


def _begin(row: Participant, *, by_link: bool) -> HttpResponse:
    response = redirect("evaluations:answer_begin", uuid=row.evaluation.uuid)
    opened_answers.remember(response, row, by_link=by_link)
    return response


def _code_page(request: HttpRequest, form: CodeForm, *, problem: str = "", status: int) -> HttpResponse:
    return render(request, "evaluations/answer_code.html", {"form": form, "problem": problem}, status=status)


def _tries_too_often(uuid: UUID) -> bool:
    """(allauth's limits do not count what only reads.)"""
    key = f"answer_link:{uuid}:{int(timezone.now().timestamp()) // HOUR}"
    cache.add(key, 0, timeout=HOUR)
    return cache.incr(key) > MOST_WRONG_LINKS
