"""Component tags; the components come with the design system."""

from django import template

register = template.Library()
