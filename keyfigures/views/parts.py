"""A page about one row, to which each noun adds its part: what it says, and the template that draws it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from accounts.models import Membership


@dataclass(frozen=True)
class Part:
    """What a noun adds: `section(row, reader=…, at=…)`, drawn by `template` as `part`. None leaves it out."""

    template: str
    section: Callable[..., object | None]


def drawn(parts: Iterable[Part], row: models.Model, *, reader: Membership, at: datetime) -> list[dict[str, object]]:
    """Those that have something to say to this reader, in their order."""
    told = ((each, each.section(row, reader=reader, at=at)) for each in parts)
    return [{"template": each.template, "part": part} for each, part in told if part is not None]
