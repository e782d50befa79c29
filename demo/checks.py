"""System check: demo mode lets anybody in, so it may never meet production settings."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security)
def demo_is_not_production(**_kwargs: Any) -> list[CheckMessage]:  # noqa: ANN401  Django passes app_configs, databases
    """An error on every start, also without `--deploy`. Production is known by what only production has: HTTPS enforced."""
    if not settings.SECURE_SSL_REDIRECT:
        return []
    hint = "Take DEMO out of the environment. Real people and demo people never share a database."
    return [Error("The demo is installed in production: anybody could log in as anybody.", hint=hint, id="demo.E001")]
