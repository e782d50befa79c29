"""Tags of the pages around a concern."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from signals.views import keeping

register = template.Library()


@register.simple_tag(takes_context=True)
def keep_for_me(context: template.Context) -> SafeString:
    """A hidden field that says for whom this form was made, signed: what she typed is kept when her session ends."""
    return format_html('<input type="hidden" name="{}" value="{}">', keeping.FIELD, keeping.token_of(context["request"].member))
