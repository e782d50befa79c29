"""What every component needs: the shared register, and refusing values that do not exist."""

from collections.abc import Collection
from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


def one_of(value: str, known: Collection[str], *, what: str) -> str:
    """The value itself; a value outside `known` breaks the page, so that it cannot go unnoticed."""
    if value not in known:
        raise template.TemplateSyntaxError(f"{what} {value!r} does not exist; choose from {sorted(known)}")
    return value


def draw(name: str, **values: object) -> SafeString:
    """The component's template with these values and nothing else."""
    return mark_safe(render_to_string(f"ui/{name}.html", values).strip())  # noqa: S308  drawn by a template that escapes


@cache
def draw_once(template: str, values: tuple[tuple[str, str | bool], ...] = ()) -> SafeString:
    """What is the same on every page and in every language, such as an icon: drawn once, then remembered. Never words of people."""
    return mark_safe(render_to_string(template, dict(values)).strip())  # noqa: S308  drawn by a template that escapes
