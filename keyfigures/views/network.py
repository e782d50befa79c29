"""The views of the network, as tabs above each of them."""

from django.urls import reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.http import MemberRequest
from ui.navigation import NavItem

_VIEWS: list[tuple[str, str | LazyText, str]] = [
    ("keyfigures:figure_list", _("List"), "keyfigures.manage"),
    ("keyfigures:stage_board", _("Stages"), "keyfigures.manage"),
    ("keyfigures:contact_figures", _("Contact"), "keyfigures.figures"),
    ("keyfigures:mix", _("Mix"), "keyfigures.figures"),
    ("keyfigures:network_balance", _("Giving and taking"), "keyfigures.figures"),
    ("keyfigures:turnover", _("Coming and going"), "keyfigures.figures"),
]


def register(route: str, label: str | LazyText, permission: str) -> None:
    """At the start of the application: a view of an app above this one."""
    _VIEWS.append((route, label, permission))


def views_of_network(request: MemberRequest, here: str) -> list[NavItem]:
    """Those that she may open; `here` is the route of the page itself."""
    mine = [(route, label) for route, label, permission in _VIEWS if request.member.may(permission)]
    return [NavItem(label=str(label), url=reverse(route), current=route == here) for route, label in mine]
