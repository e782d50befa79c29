"""What is said when something is not possible now: who was first, or when it works again."""

import math
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.http import MemberRequest
from accounts.models import Membership
from signals.actions import FilingProblem, TooManyReports
from signals.workflow import StepNotAllowed
from ui.phrases import Words, time_of


@dataclass(frozen=True, kw_only=True)
class Gone:
    """409: why, who did it and when, and what was typed, so that it is not lost."""

    sentence: str
    who: str
    typed: str


def gone_because(problem: StepNotAllowed, *, reader: Membership, typed: str = "") -> Gone:
    who = ""
    if problem.by and problem.at:
        words = {"name": problem.by, "moment": Words(timezone.localdate()).moment(problem.at)}
        of_herself = _("The last step was taken with the same account, in another tab or on another device: %(moment)s.")
        who = (of_herself if problem.by_pk == reader.pk else _("%(name)s took the last step: %(moment)s.")) % words
    return Gone(sentence=str(problem), who=who, typed=typed)


def cannot_send(request: MemberRequest, problem: FilingProblem) -> HttpResponse:
    """Why a concern cannot come in now, and the phone that works. What was typed stays in the draft."""
    if isinstance(problem, TooManyReports):
        return too_many(request, problem)
    return render(request, "signals/cannot_send.html", {"sentence": str(problem)}, status=409)


def too_many(request: MemberRequest, problem: TooManyReports) -> HttpResponse:
    """429: when it works again, and the phone that works now. What was typed stays in the draft."""
    now = timezone.now()
    words = {"time": time_of(problem.retry_at), "day": Words(timezone.localdate(now)).day(timezone.localdate(problem.retry_at))}
    is_today = timezone.localdate(problem.retry_at) == timezone.localdate(now)
    sentence = _("You can send again today from %(time)s.") if is_today else _("You can send again on %(day)s from %(time)s.")
    seconds = max(math.ceil((problem.retry_at - now).total_seconds()), 1)
    response = render(request, "signals/too_many.html", {"sentence": sentence % words}, status=429)
    response["Retry-After"] = str(seconds)
    return response
