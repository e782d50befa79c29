"""Words and dates on screen."""

from django import template

register = template.Library()
