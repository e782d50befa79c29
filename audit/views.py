"""What the privacy officer of a municipality looks at: who did what, who has rights that exclude each other, emergencies."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from accounts.decorators import permission_required
from accounts.http import MemberRequest
from accounts.models import Membership
from audit import verbs
from audit.forms import EntryFilter
from audit.models import Entry
from audit.paging import Place, place_in
from audit.querysets import EntryQuerySet
from audit.rights import changes_in

PAGE = 50


@require_GET
@permission_required("audit.read")
def entry_list(request: MemberRequest) -> HttpResponse:
    """The log of her municipality, newest first."""
    form = EntryFilter(request.GET)
    entries = form.narrow(Entry.objects.of_municipality(request.municipality))
    rows, following = _page(entries, request.GET.get("na", ""))
    next_page = urlencode({**form.query(), "na": str(following)}) if following else ""
    return render(request, "audit/entry_list.html", {"form": form, "rows": rows, "next_page": next_page})


@require_GET
@permission_required("audit.read")
def emergency_list(request: MemberRequest) -> HttpResponse:
    """Each time somebody used an access that rings a bell, with the reason she gave."""
    entries = Entry.objects.of_municipality(request.municipality).filter(verb__in=verbs.alarming_codes())
    rows, following = _page(entries, request.GET.get("na", ""))
    next_page = urlencode({"na": str(following)}) if following else ""
    return render(request, "audit/emergency_list.html", {"rows": rows, "next_page": next_page})


@require_GET
@permission_required("audit.read")
def exception_list(request: MemberRequest) -> HttpResponse:
    """Who holds roles that exclude each other, and why that was allowed."""
    members = Membership.objects.of_municipality(request.municipality).active_on(timezone.localdate())
    return render(request, "audit/exception_list.html", {"members": members.with_exception().for_list()})


@require_GET
@permission_required("audit.read")
def right_list(request: MemberRequest) -> HttpResponse:
    """Each change of somebody's roles: what it was, what it became, and who changed it."""
    return render(request, "audit/right_list.html", {"changes": changes_in(request.municipality)})


def _page(entries: EntryQuerySet, word: str) -> tuple[list[dict[str, object]], Place | None]:
    """One page of rows ready to show, and where the next one begins."""
    place = place_in(word)
    wanted = entries.older_than(*place) if place else entries
    found = list(wanted.for_list()[: PAGE + 1])
    rows = [_row(entry) for entry in found[:PAGE]]
    last = found[PAGE - 1] if len(found) > PAGE else None
    return rows, Place(last.at, last.pk) if last else None


def _row(entry: Entry) -> dict[str, object]:
    verb, kind = verbs.named(entry.verb), verbs.name_of_kind(entry.subject_kind)
    is_said = kind.casefold() in str(verb.label).casefold()  # "Opened a report" needs no ": report"
    return {"entry": entry, "verb": verb, "kind": "" if is_said else kind, "numbers": verb.numbers(entry.numbers)}
