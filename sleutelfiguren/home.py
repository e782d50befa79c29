"""The start page of every role: what waits for this person, from each app that she works with."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.decorators import member_required
from accounts.http import MemberRequest
from accounts.models import Membership
from signals import desk, reporting
from signals.desk import Desk
from sleutelfiguren.navigation import MORE, is_key_figure
from ui.phrases import Words, number, upper_first

MORNING, AFTERNOON, EVENING = 6, 12, 18  # hours at which the greeting changes


@require_GET
@never_cache
@member_required
def home(request: MemberRequest) -> HttpResponse:
    """A key figure reads what was promised to her; who works for the municipality, what she has to do today."""
    if is_key_figure(request.member):
        return _key_figure(request)
    return _work(request)


@require_GET
@member_required
def more(request: MemberRequest) -> HttpResponse:
    """Behind the last tab of a key figure: everything that is hers, each with a sentence."""
    places = [{"url": place.url, "place": place} for place in MORE if place.is_for(request.member)]
    return render(request, "home/more.html", {"places": places})


def _key_figure(request: MemberRequest) -> HttpResponse:
    at = timezone.now()
    rows = desk.promised_to(request.member, at=at)
    questions, opinions = [row for row in rows if row.state == "paused"], desk.asks_opinion(request.member, at=at)
    lead = _lead_of(len(questions) + len(opinions))
    told = {"lead": lead, "name": request.member.name, "may_share": request.member.may("signals.report")}
    context = {"rows": rows, "questions": questions, "opinions": opinions, **told}
    return render(request, "home/key_figure.html", context)


def _lead_of(waiting: int) -> str:
    if not waiting:
        return _("Nothing waits for you.")
    return ngettext("%(number)s thing waits for you.", "%(number)s things wait for you.", waiting) % {"number": number(waiting)}


def _work(request: MemberRequest) -> HttpResponse:
    member, at = request.member, timezone.now()
    work = desk.waits_for(member, at=at) if member.may("signals.handle") else None
    clocks = reporting.clock_status(request.municipality, at=at) if member.may("signals.clock_status") else None
    asked = desk.asked_of(member, at=at)
    context = {
        "kicker": upper_first(_weekday(at)),
        "greeting": greeting(timezone.localtime(at).hour, member.name),
        "title": _title(work, len(asked), clocks),
        "work": work,
        "asked": asked,
        "is_asked_later": not asked and member.may("signals.escalated") and clocks is not None and clocks.late > 0,
        "groups": _groups(work),
        "clocks": clocks,
        "doors": _doors(member),
    }
    return render(request, "home/work.html", context)


def _weekday(at: datetime) -> str:
    today = timezone.localdate(at)
    return Words(today).day(today)


def greeting(hour: int, name: str) -> str:
    """`hour` of the day in Amsterdam, 0 to 23."""
    named = {"name": name}
    if MORNING <= hour < AFTERNOON:
        return _("Good morning, %(name)s.") % named
    if AFTERNOON <= hour < EVENING:
        return _("Good afternoon, %(name)s.") % named
    return _("Good evening, %(name)s.") % named


def _title(work: Desk | None, asked: int, clocks: reporting.ClockStatus | None) -> str:
    """The answer to "how does it stand?" in one sentence."""
    late = len(work.late) if work else 0
    if late:
        return ngettext("%(number)s person waits too long", "%(number)s people wait too long", late) % {"number": number(late)}
    if asked:
        return ngettext("%(number)s late promise waits for your help", "%(number)s late promises wait for your help", asked) % {"number": number(asked)}
    if work is not None and work.today:
        today = len(work.today)
        return ngettext("%(number)s person hears from you today", "%(number)s people hear from you today", today) % {"number": number(today)}
    if work is None and clocks is not None and clocks.late:
        return ngettext(
            "%(number)s promise of the reporting point is late", "%(number)s promises of the reporting point are late", clocks.late,
        ) % {"number": number(clocks.late)}
    return _("Nobody waits for you")


def _groups(work: Desk | None) -> list[dict[str, Any]]:
    """Late, today, this week, in this order on every page; an empty group is not there."""
    if work is None:
        return []
    groups = [
        {"name": "late", "title": _("Too late"), "rows": work.late},
        {"name": "today", "title": _("Today"), "rows": work.today},
        {"name": "week", "title": _("This week"), "rows": work.week},
        {"name": "later", "title": _("Coming up"), "rows": [] if work.late or work.today else work.later[:5]},
    ]
    return [group for group in groups if group["rows"]]


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
