"""The demo people on the log-in page."""

from typing import Any

from django import template
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
