"""Icons, buttons, links: the smallest pieces."""

import re
from typing import Any

from django.template.context import Context
from django.utils.safestring import SafeString

from ui.components.library import draw, draw_once, one_of, register
from ui.vendoring import ICONS

_KINDS = ("primary", "secondary", "subtle", "danger")
_NOT_DIALLED = re.compile(r"[^0-9+*#]")


@register.filter
def dial(number: str) -> str:
    """A phone number as a `tel:` link wants it: digits only."""
    return _NOT_DIALLED.sub("", str(number))


@register.simple_tag
def stylesheets() -> SafeString:
    """The links to our own style sheets, in the order in which they count."""
    return draw_once("layout/_styles.html")


@register.simple_tag
def icon(name: str, *, good: bool = False, bad: bool = False, turn: bool = False, small: bool = False) -> SafeString:
    """A picture beside words, hidden from screen readers. Names: `ui.vendoring.ICONS`.

    `good` and `bad` colour check and cross; `turn` turns in an open step; `small` is 18 instead of 22 pixels.
    """
    values = (("name", one_of(name, ICONS, what="icon")), ("good", good), ("bad", bad), ("turn", turn), ("small", small))
    return draw_once("ui/icon.html", values)


@register.inclusion_tag("ui/button.html")
def button(
    *, label: str, kind: str = "primary", about: str = "", name: str = "", value: str = "", icon: str = "", wide: bool = False, big: bool = False,
    back_to: str = "",
) -> dict[str, Any]:
    """A button that submits the form around it. Label: verb and object, at most three words.

    `kind`: primary (one per page), secondary, subtle (cancel), danger (cannot be undone).
    `about`: hidden words that say which one, for lists. `wide` fills the column, `big` is the main button on a phone.
    `back_to`: id of the part of the same page where the reader goes on, when the page comes back with something more on it.
    """
    one_of(kind, _KINDS, what="kind of button")
    return {"label": label, "kind": kind, "about": about, "name": name, "value": value, "icon": icon, "wide": wide, "big": big, "back_to": back_to}


@register.inclusion_tag("ui/button_link.html")
def button_link(
    *, label: str, href: str, kind: str = "primary", about: str = "", icon: str = "", wide: bool = False, big: bool = False,
) -> dict[str, Any]:
    """A link that looks like a button, because it leads to the next thing to do. Arguments as of `button`."""
    one_of(kind, _KINDS, what="kind of button")
    return {"label": label, "href": href, "kind": kind, "about": about, "icon": icon, "wide": wide, "big": big}


@register.inclusion_tag("ui/post_button.html", takes_context=True)
def post_button(context: Context, *, action: str, label: str, kind: str = "secondary", about: str = "", name: str = "", value: str = "") -> dict[str, Any]:
    """One button that is a whole form: a step without questions."""
    one_of(kind, _KINDS, what="kind of button")
    token = context.get("csrf_token")
    return {"action": action, "label": label, "kind": kind, "about": about, "name": name, "value": value, "csrf_token": token}


@register.inclusion_tag("ui/phone_link.html")
def phone_link(*, number: str, label: str = "") -> dict[str, Any]:
    """A number to tap. With `label` the words stand before the number."""
    return {"number": number, "label": label}


@register.inclusion_tag("ui/crumb.html")
def crumb(*, label: str, href: str) -> dict[str, Any]:
    """The way back, above the title."""
    return {"label": label, "href": href}


@register.inclusion_tag("ui/quick_exit.html")
def quick_exit() -> dict[str, Any]:
    """ "Snel weg": ends the session and leaves. On every page about a concern; `concern.html` has it already."""
    return {}


@register.simple_block_tag
def trust(content: str) -> SafeString:
    """Says who sees this page too: on every page about a person."""
    return draw("trust", content=content)
