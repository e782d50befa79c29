"""What stands around every page: where this person can go, who she is here, and the colours of her municipality."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Membership
from ui.navigation import Account, NavItem


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page, and for whom it is: who holds one of `permissions`, or every member when there are none.

    `unless`: who holds this finds it elsewhere. `also`: pages that belong to this place although their address does not begin with its own.
    `text` says what is behind it, where places stand as a list.
    """

    label: str | Promise
    route: str
    permissions: frozenset[str] = frozenset()
    icon: str = ""
    is_main: bool = False
    unless: str = ""
    text: str | Promise = ""
    also: "tuple[Place, ...]" = ()

    @cached_property
    def url(self) -> str:
        return reverse(self.route)

    @cached_property
    def urls(self) -> list[str]:
        return [self.url, *(place.url for place in self.also)]

    def is_for(self, member: Membership) -> bool:
        return self.unless not in member.permissions and (not self.permissions or bool(self.permissions & member.permissions))



HOME = Place(label=_("Start"), route="home", icon="home")
ACCOUNT = Place(label=_("Account"), route="accounts:account", icon="user", text=_("Your name, your phone, and how you log in."))
# What a key figure finds behind "More"; a noun adds its line.
MORE = (
    Place(
        label=_("My reports"), route="signals:report_list", permissions=frozenset({"signals.report"}), icon="clock",
        text=_("What you shared, when you hear from us, and who opened it."),
    ),
    Place(
        label=_("Help"), route="keyfigures:help_list", permissions=frozenset({"keyfigures.own"}), icon="bulb",
        text=_("Ask the municipality for help, and see what became of it."),
    ),
    Place(
        label=_("Ideas"), route="initiatives:initiative_list", permissions=frozenset({"initiatives.take_part"}), icon="bulb",
        text=_("What people in the network want to do, and what the municipality says to it."),
    ),
    Place(
        label=_("Meetings"), route="meetings:meeting_list", permissions=frozenset({"meetings.take_part"}), icon="calendar-event",
        text=_("When we meet, what is on the agenda, and what was done with your point."),
    ),
    Place(
        label=_("What was done with our answers?"), route="evaluations:shared_list", permissions=frozenset({"meetings.take_part"}), icon="bulb",
        text=_("What the municipality heard, what it does with it, and what became of it."),
    ),
    Place(
        label=_("Trainings"), route="keyfigures:course_list", permissions=frozenset({"keyfigures.own"}), icon="calendar-event",
        text=_("What you can learn, and where you signed up."),
    ),
    Place(
        label=_("Requests to you"), route="keyfigures:ask_list", permissions=frozenset({"keyfigures.own"}), icon="message-2",
        text=_("What the municipality asks of you. You may always say no."),
    ),
    Place(
        label=_("Thanks"), route="keyfigures:recognition_list", permissions=frozenset({"keyfigures.own"}), icon="heart",
        text=_("What you were thanked for, and who may see it."),
    ),
    Place(
        label=_("Ask somebody to take part"), route="keyfigures:pass_on", permissions=frozenset({"keyfigures.own"}), icon="users",
        text=_("A link to send to somebody. Nobody sees that it comes from you."),
    ),
    Place(
        label=_("What the municipality knows of me"), route="keyfigures:own_data", icon="info-circle",
        text=_("All of it, why and how long, and who looked. You can have it corrected or erased."),
    ),
    Place(
        label=_("Questions without your name"), route="keyfigures:background_answer", permissions=frozenset({"keyfigures.own"}), icon="lock",
        text=_("Help us see who is in the network. Nobody knows what you answer."),
    ),
    Place(
        label=_("Agreement"), route="keyfigures:own_agreement", permissions=frozenset({"keyfigures.own"}), icon="check",
        text=_("What you and the municipality agreed, and all earlier versions."),
    ),
    Place(
        label=_("Not treated well?"), route="keyfigures:complaint_list", permissions=frozenset({"keyfigures.own"}), icon="message-2",
        text=_("Make a complaint. Your contact person cannot see it."),
    ),
    ACCOUNT,
    Place(label=_("Mail"), route="notifications:preferences", icon="mail", text=_("When you get mail, and when not.")),
)
TABS = (
    HOME,
    Place(label=_("Share a concern"), route="signals:share", permissions=frozenset({"signals.report"}), icon="message-2", is_main=True),
    Place(label=_("About me"), route="keyfigures:own_page", permissions=frozenset({"keyfigures.own"}), icon="user"),
    Place(label=_("More"), route="more", icon="dots", also=MORE),
)
_FIGURES = frozenset({"keyfigures.figures"})
_AUDIT = frozenset({"audit.read"})
RAIL = (
    Place(label=_("Today"), route="home"),
    Place(
        label=_("Network"), route="keyfigures:figure_list", permissions=frozenset({"keyfigures.manage"}),
        also=(Place(label=_("Giving and taking"), route="keyfigures:network_balance"),),
    ),
    Place(label=_("Share a concern"), route="signals:share", permissions=frozenset({"signals.report"})),
    Place(label=_("My page"), route="keyfigures:own_page", permissions=frozenset({"keyfigures.own"})),
    Place(
        label=_("Reports"), route="signals:report_list", permissions=frozenset({"signals.handle", "signals.report"}),
        text=_("Open, waiting for the reporter, and closed."),
    ),
    Place(
        label=_("Clocks"), route="signals:clock_status", permissions=frozenset({"signals.clock_status"}),
        text=_("Which promises of the reporting point are open. Not from whom, not about what."),
    ),
    Place(
        label=_("Meetings"), route="meetings:meeting_list", permissions=frozenset({"meetings.organise", "meetings.chair", "meetings.take_part"}),
        text=_("What is planned, and what was said and done with it."),
    ),
    Place(
        label=_("Evaluations"), route="evaluations:evaluation_list",
        permissions=frozenset({"evaluations.manage", "evaluations.results", "evaluations.assist"}),
        text=_("What key figures and officials find of working together, and what we learn from it."),
        also=(Place(label=_("Improvements"), route="evaluations:improvement_list"),),
    ),
    Place(
        label=_("Ideas"), route="initiatives:initiative_list", permissions=frozenset({"initiatives.handle", "initiatives.read"}),
        text=_("What people in the network want to do, and what we say to it."),
    ),
    Place(
        label=_("Lessons"), route="approach:lesson_list", permissions=frozenset({"approach.read"}),
        text=_("How each learned lesson stands, what is missing, and what to do next."),
    ),
    Place(
        label=pgettext_lazy("navigation", "Approach"), route="approach:vision_overview", permissions=frozenset({"approach.read"}),
        text=_("Why and how the municipality works with key figures, and who supports it."),
        also=(
            Place(
                label=_("Support"), route="approach:support", permissions=frozenset({"approach.read"}),
                text=_("Who decided on the approach, with which money, and what college and council were told."),
            ),
        ),
    ),
    Place(
        label=_("Council reports"), route="approach:report_list", permissions=frozenset({"approach.read"}),
        text=_("What college and council are told of the approach, with the figures."),
    ),
    Place(label=_("Help requests"), route="keyfigures:help_list", permissions=frozenset({"keyfigures.manage"})),
    Place(label=_("Trainings"), route="keyfigures:course_list", permissions=frozenset({"keyfigures.manage"})),
    Place(label=_("Requests"), route="keyfigures:ask_list", permissions=frozenset({"keyfigures.manage"})),
    Place(label=_("Recognition"), route="keyfigures:recognition_list", permissions=frozenset({"keyfigures.manage"})),
    Place(
        label=_("Figures"), route="keyfigures:mix", permissions=_FIGURES, unless="keyfigures.manage",
        text=_("How the network is made up, and what is missing. Never who somebody is."),
        also=(
            Place(
                label=_("Contact"), route="keyfigures:contact_figures", permissions=_FIGURES, unless="keyfigures.manage",
                text=_("Whether we speak with key figures when nothing is the matter."),
            ),
            Place(
                label=_("Giving and taking"), route="keyfigures:network_balance", permissions=_FIGURES, unless="keyfigures.manage",
                text=_("What we ask of key figures, and what they get."),
            ),
            Place(
                label=_("Coming and going"), route="keyfigures:turnover", permissions=_FIGURES, unless="keyfigures.manage",
                text=_("How many began and stopped, year by year."),
            ),
            Place(
                label=_("Meetings in figures"), route="meetings:figures", permissions=_FIGURES, unless="keyfigures.manage",
                text=_("How often we meet, who leads it, and what is done with what people bring in."),
            ),
        ),
    ),
    Place(label=_("Allowances"), route="keyfigures:payment_list", permissions=frozenset({"keyfigures.manage", "keyfigures.decide"})),
    Place(
        label=_("Complaints"), route="keyfigures:complaint_list", permissions=frozenset({"keyfigures.complaints"}),
        text=_("What key figures say of how they are treated."),
    ),
    Place(
        label=_("People"), route="accounts:member_list", permissions=frozenset({"accounts.invite", "accounts.invite_key_figure"}),
        text=_("Who takes part, with which role, and who was invited."),
    ),
    Place(label=_("When I am away"), route="accounts:absence_list", permissions=frozenset({"accounts.absence"})),
    Place(
        label=_("Rhythm of meetings"), route="meetings:rhythm_settings", permissions=frozenset({"keyfigures.settings"}),
        text=_("How often the municipality and key figures want to meet."),
    ),
    Place(
        label=_("Requests about data"), route="keyfigures:data_request_list", permissions=frozenset({"keyfigures.data_requests"}),
        text=_("Who asked to correct or erase something, and what was answered."),
    ),
    Place(
        label=_("Register of processing"), route="keyfigures:register", permissions=frozenset({"keyfigures.register", "keyfigures.settings"}),
        text=_("Which data we process, why, and how long."),
    ),
    Place(
        label=_("What is erased when"), route="keyfigures:retention_list", permissions=frozenset({"keyfigures.register"}),
        text=_("What goes in the next month, and the proof of what went."),
    ),
    Place(
        label=_("Handing over"), route="hand_over_list", permissions=frozenset({"accounts.hand_over"}),
        text=_("The open promises of who leaves or is away long go to a colleague."),
    ),
    Place(
        label=_("Log"), route="audit:entry_list", permissions=_AUDIT, text=_("Who did or opened what, when and why."),
        also=(
            Place(label=_("Emergencies"), route="audit:emergency_list", permissions=_AUDIT, text=_("Each time that somebody used emergency access.")),
            Place(
                label=_("Exceptions"), route="audit:exception_list", permissions=_AUDIT, text=_("Who has roles that exclude each other, and why."),
            ),
        ),
    ),
    Place(
        label=_("Administration"), route="admin:index", permissions=frozenset({"accounts.administer"}),
        text=_("Terms, closing days, settings, and mail that could not be sent."),
    ),
)
# For who has no work here: what everybody has.
ALWAYS = (
    Place(label=_("What the municipality knows of me"), route="keyfigures:own_data", text=_("All of it, why and how long, and who looked.")),
    Place(label=ACCOUNT.label, route=ACCOUNT.route, text=pgettext_lazy("official", "Your name, your phone, and how you log in.")),
)


def doors_of(member: Membership) -> list[Place]:
    """Where an official works, in the order of the rail; what everybody has, for who works nowhere here."""
    known = [each for place in RAIL for each in (place, *place.also) if each.text and each.is_for(member)]
    return known or list(ALWAYS)


def is_key_figure(member: Membership) -> bool:
    """A key figure, or who is on the way to be one, gets the calm pages with tabs; who works for the municipality gets the rail."""
    return not member.needs_second_factor


def page(request: HttpRequest) -> dict[str, Any]:
    """The context of every page. Asks the database nothing: the member and her municipality are known already."""
    member: Membership | None = getattr(request, "member", None)
    around: dict[str, Any] = {"demo_is_on": settings.DEMO, "home_url": HOME.url, "shell": "one", "navigation": [], "account": None}
    if member is None:
        return around
    around["may_share"] = member.may("signals.report")
    around["account"] = Account(name=member.name, roles=", ".join(member.role_names), url=ACCOUNT.url)
    around["logo_url"] = member.municipality.logo_url
    around["theme_url"] = member.municipality.theme_url
    around["shell"] = "one" if is_key_figure(member) else "work"
    around["navigation"] = _items(request, member, TABS if is_key_figure(member) else RAIL)
    return around


def _items(request: HttpRequest, member: Membership, places: tuple[Place, ...]) -> list[NavItem]:
    mine = [place for place in places if place.is_for(member)]
    here = _nearest(request.path, [url for place in mine for url in place.urls])
    return [
        NavItem(label=str(place.label), url=place.url, icon=place.icon, current=here in place.urls, is_main=place.is_main) for place in mine
    ]


def _nearest(path: str, urls: list[str]) -> str:
    """The place of which this page is a part; the start page is no part of anything but itself."""
    above = [url for url in urls if path == url or (path.startswith(url) and url != HOME.url)]
    return max(above, key=len, default="-")
