"""The demo people on the log-in page."""

from typing import Any

from django import template

from demo.people import NEIGHBOURS, OFFICIALS, KEY_FIGURES

register = template.Library()


@register.inclusion_tag("demo/_persons.html", takes_context=True)
def demo_people(context: dict[str, Any]) -> dict[str, Any]:
    """One button per demo person, in three groups; after log-in the visitor goes to `next`, when the page has one."""
    return {
        "csrf_token": context.get("csrf_token"),
        "next": context["request"].GET.get("next", ""),
        "key_figures": KEY_FIGURES,
        "officials": OFFICIALS,
        "neighbours": NEIGHBOURS,
    }
