"""The state of the clocks, for who may know nothing else of a report."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from signals import desk, reporting
from signals.presentation.promises import status_line
from signals.views.doors import concern_page
from ui.phrases import Words, number


@require_GET
@concern_page("signals.clock_status")
def clock_status(request: MemberRequest) -> HttpResponse:
    """Kind, day and state of every open promise of the reporting point; no number, no link, and no name but whom a team lead must ask."""
    words, at = Words(timezone.localdate()), timezone.now()
    status = reporting.clock_status(request.municipality, at=at)
    rows = [status_line(row, words) for row in status.rows]
    context = {"rows": rows, "asked": desk.asked_of(request.member, at=at), "title": _title(status.late)}
    return render(request, "signals/clock_status.html", context)


def _title(late: int) -> str:
    if not late:
        return _("All promises of the reporting point are on time")
    return ngettext("%(number)s promise is late", "%(number)s promises are late", late) % {"number": number(late)}
