"""The start page of every role: what waits for this person, from each app that she works with."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.decorators import member_required
from accounts.http import MemberRequest
from accounts.models import Membership
from approach.views import board
from sleutelfiguren import start, today
from sleutelfiguren.navigation import MORE, doors_of, is_key_figure
from ui.names import called
from ui.phrases import Words, upper_first

MORNING, AFTERNOON, EVENING = 6, 12, 18  # hours at which the greeting changes


@require_GET
@never_cache
@member_required
def home(request: MemberRequest) -> HttpResponse:
    """A key figure reads what was promised to her; who works for the municipality, what she has to do today.

    Who reads the approach and has no work of her own here, such as the mayor, reads how it stands as long as nothing waits for her.
    """
    if is_key_figure(request.member):
        return render(request, "home/key_figure.html", {"start": start.start_of(request.member, at=timezone.now())})
    return _work(request)


@require_GET
@member_required
def more(request: MemberRequest) -> HttpResponse:
    """Behind the last tab of a key figure: everything that is hers, each with a sentence."""
    return render(request, "home/more.html", {"places": [place for place in MORE if place.is_for(request.member)]})


def _work(request: MemberRequest) -> HttpResponse:
    at = timezone.now()
    work, words = today.today_of(request.member, at=at), Words(timezone.localdate(at))
    groups, owes = today.groups_of(work), today.may_owe(request.member)
    if _only_reads(request.member) and not groups and not work.asked:
        return board.page(request)
    context = {
        "kicker": upper_first(words.day(words.today)),
        "title": today.title_of(work),
        "lead": f"{greeting(timezone.localtime(at).hour, request.member.name)} {today.lead_of(work, may_owe=owes)}",
        "work": work,
        "groups": groups,
        "absence_words": today.absence_words(work.absence, words) if work.absence else "",
        "owes": owes,
        "doors": doors_of(request.member) if not groups else [],
    }
    return render(request, "home/work.html", context)


def _only_reads(member: Membership) -> bool:
    """Who owes others an answer by her office can be away (accounts.roles); mayor and portfolio holder only read."""
    return member.may("approach.read") and not member.may("accounts.absence")


def greeting(hour: int, name: str) -> str:
    """`hour` of the day in Amsterdam, 0 to 23."""
    named = {"name": called(name)}
    if MORNING <= hour < AFTERNOON:
        return _("Good morning, %(name)s.") % named
    if AFTERNOON <= hour < EVENING:
        return _("Good afternoon, %(name)s.") % named
    return _("Good evening, %(name)s.") % named
