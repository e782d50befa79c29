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
from sleutelfiguren import start, today
from sleutelfiguren.navigation import MORE, is_key_figure
from ui.phrases import Words, upper_first

MORNING, AFTERNOON, EVENING = 6, 12, 18  # hours at which the greeting changes


@require_GET
@never_cache
@member_required
def home(request: MemberRequest) -> HttpResponse:
    """A key figure reads what was promised to her; who works for the municipality, what she has to do today."""
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
    groups = today.groups_of(work)
    context = {
        "kicker": upper_first(words.day(words.today)),
        "title": today.title_of(work),
        "lead": f"{greeting(timezone.localtime(at).hour, request.member.name)} {today.lead_of(work)}",
        "work": work,
        "groups": groups,
        "absence_words": today.absence_words(work.absence, words) if work.absence else "",
        "doors": _doors(request.member) if not groups else [],
    }
    return render(request, "home/work.html", context)


def greeting(hour: int, name: str) -> str:
    """`hour` of the day in Amsterdam, 0 to 23."""
    named = {"name": name}
    if MORNING <= hour < AFTERNOON:
        return _("Good morning, %(name)s.") % named
    if AFTERNOON <= hour < EVENING:
        return _("Good afternoon, %(name)s.") % named
    return _("Good evening, %(name)s.") % named


def _doors(member: Membership) -> list[dict[str, str]]:
    """Where else she works: a link and what is behind it."""
    doors = [
        ("signals.handle", "signals:report_list", _("All reports"), _("Open, waiting for the reporter, and closed.")),
        ("signals.clock_status", "signals:clock_status", _("Clocks of the reporting point"), _("Which promises are open. Not from whom, not about what.")),
        ("audit.read", "audit:entry_list", _("Log"), _("Who did or opened what, when and why.")),
        ("audit.read", "audit:emergency_list", _("Emergencies"), _("Each time that somebody used emergency access.")),
        ("audit.read", "audit:exception_list", _("Exceptions"), _("Who has roles that exclude each other, and why.")),
        ("accounts.invite_key_figure", "accounts:member_list", _("People"), _("Who takes part, and who was invited.")),
        ("accounts.administer", "accounts:member_list", _("People"), _("Who takes part, with which role.")),
        ("accounts.administer", "admin:index", _("Administration"), _("Terms, closing days, settings, and mail that could not be sent.")),
    ]
    return [{"url": url, "title": title, "text": text} for permission, url, title, text in doors if member.may(permission)]
