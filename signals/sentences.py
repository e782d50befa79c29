"""The fixed sentences that feedback can use, in the words of a municipality."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import get_language

from accounts.models import Municipality
from signals.models import FixedSentence


def of(municipality: Municipality) -> list[tuple[str, str]]:
    """Code and text of what can be chosen, in the language that is on."""
    return [(row.code, _text(row)) for row in _rows(municipality).values() if row.is_active]


def texts_of(municipality: Municipality, codes: Iterable[str]) -> dict[str, str]:
    """The text of each code, also of one that cannot be chosen any more; an unknown code stands for itself."""
    rows = _rows(municipality)
    return {code: _text(rows[code]) if code in rows else code for code in codes}


def _rows(municipality: Municipality) -> dict[str, FixedSentence]:
    """By code; the municipality's own replaces the one that came with the application."""
    rows = FixedSentence.objects.filter(Q(municipality=municipality) | Q(municipality=None)).order_by("order", "code")
    shipped = {row.code: row for row in rows if row.municipality_id is None}
    own = {row.code: row for row in rows if row.municipality_id is not None}
    both = {**shipped, **own}
    return dict(sorted(both.items(), key=lambda pair: (pair[1].order, pair[0])))


def _text(row: FixedSentence) -> str:
    return row.text_en if get_language() == "en" else row.text_nl
