"""For the privacy officer: what goes when, and the proof of what went."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from audit import verbs
from audit.models import Entry
from keyfigures import log_verbs
from keyfigures.actions import erasing
from keyfigures.views.doors import network_page

PROOFS = 50


@require_GET
@network_page("keyfigures.register")
def retention_list(request: MemberRequest) -> HttpResponse:
    """The coming thirty days by the terms of her municipality, and the newest runs. Numbers only."""
    coming = erasing.coming(request.municipality, today=timezone.localdate())
    entries = Entry.objects.of_municipality(request.municipality).filter(verb__in=erasing.proofs()).order_by("-at", "-pk")[:PROOFS]
    proofs = [{"at": entry.at, "what": _what(entry), "number": entry.numbers.get("rows", 0)} for entry in entries]
    context = {"coming": coming, "count": sum(each.count for each in coming), "proofs": proofs}
    return render(request, "keyfigures/retention_list.html", context)


def _what(entry: Entry) -> str:
    """What went: the thing itself, or what another app calls it."""
    return verbs.name_of_kind(entry.subject_kind) if entry.verb == log_verbs.ERASED else str(verbs.named(entry.verb).label)
