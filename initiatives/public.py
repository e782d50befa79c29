"""Whether everybody may read the initiatives of a municipality. That is decided at its public page, which this app does not know: the project hands it down."""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.models import Municipality


@dataclass(frozen=True, kw_only=True)
class OpenPage:
    """`url`: the public page of the municipality, to go back to."""

    municipality: Municipality
    url: str


Find = Callable[[str], OpenPage | None]
_find: list[Find] = []


def register(find: Find) -> None:
    """`find` gives the open page by the short name of the municipality; None where initiatives are not shown."""
    _find[:] = [find]


def opened(slug: str) -> OpenPage | None:
    return _find[0](slug) if _find else None
