"""The demo people on the log-in page."""

from typing import Any

from django import template
from django.template.defaultfilters import linebreaks_filter
from django.utils.html import urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from demo.people import KEY_FIGURES, NEIGHBOURS, OFFICIALS

register = template.Library()


@register.inclusion_tag("demo/_persons.html", takes_context=True)
def demo_people(context: dict[str, Any]) -> dict[str, Any]:
    """One button per demo person, in three groups; after log-in the visitor goes to `next`, when the page has one."""
    return {
        "csrf_token": context.get("csrf_token"),
        "next": context["request"].GET.get("next", ""),
        "groups": [
            {"title": _("Key figures of Waterveen"), "people": KEY_FIGURES},
            {"title": _("At work in Waterveen"), "people": OFFICIALS},
            {"title": _("In Oeverland, next door"), "people": NEIGHBOURS},
        ],
    }


@register.filter
def mail_text(text: str) -> SafeString:
    """The text of a mail with its lines, and its addresses as links that look like ours."""
    linked = urlize(text, nofollow=False, autoescape=True)
    # Everything else is escaped by now, so a "<a " can only be a link that urlize made.
    return linebreaks_filter(mark_safe(linked.replace("<a ", '<a class="utrecht-link utrecht-link--html-a" ')))  # noqa: S308
