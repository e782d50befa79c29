"""In which language a list of questions is shown: what the address says."""

from collections.abc import Sequence

from django.http import HttpRequest

from evaluations.languages import DUTCH, LANGUAGES
from ui.navigation import NavItem

LANGUAGE = "taal"


def chosen(request: HttpRequest, spoken: Sequence[str]) -> str:
    """One of `spoken`; Dutch when the address names another."""
    language = request.GET.get(LANGUAGE, DUTCH)
    return language if language in spoken else DUTCH


def links(spoken: Sequence[str], language: str) -> list[NavItem]:
    """None where there is nothing to choose."""
    return [NavItem(label=LANGUAGES[each].name, url=f"?{LANGUAGE}={each}", current=each == language) for each in spoken] if len(spoken) > 1 else []
