"""System checks of the whole: what must never reach production."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security, deploy=True)
def demo_never_in_production(**_kwargs: Any) -> list[CheckMessage]:  # noqa: ANN401  Django passes app_configs, databases
    """Demo mode logs anybody in without a password: `check --deploy` and production refuse it."""
    if settings.DEMO:
        return [Error("DEMO is on. Demo mode logs anybody in; it may never run in production.", id="sleutelfiguren.E001")]
    return []
