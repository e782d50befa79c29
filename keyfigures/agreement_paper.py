"""The agreement on paper, for both the same: the text, the words of both sides, who confirmed when, and the day to look again."""

from datetime import date
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from keyfigures.models.agreement import Agreement
from keyfigures.presentation import agreement as told
from terms.days import local_date
from ui import documents
from ui.phrases import Words

SOURCE = Path(__file__).parent / "typst" / "agreement.typ"


def pdf_of(agreement: Agreement) -> bytes:
    """A4, tagged. An agreement that nobody confirmed yet says so on top."""
    name, words = agreement.key_figure.name, Words(date.min)  # on paper each day has its year
    labels = {"name": name, "municipality": str(agreement.municipality)}
    review = _("We look at it together again %(by)s.") % {"by": words.by(agreement.review_on)} if agreement.review_on else ""
    data = {
        "title": _("Agreement, version %(number)d") % {"number": agreement.version},
        "language": translation.get_language() or "nl",
        "brand": agreement.municipality.brand,
        "municipality": str(agreement.municipality),
        "place": _("Agreement, version %(number)d") % {"number": agreement.version},
        "page": _("Page"),
        "heading": _("Agreement of %(name)s and %(municipality)s") % labels,
        "state": told.hero(agreement, is_own=False, words=words).title + ".",
        "version": _("Begun on %(day)s. Text of the municipality: version %(number)d.") % {
            "day": words.day(local_date(agreement.begun_at)), "number": agreement.template.version,
        },
        "parts": [{"title": part.title, "text": part.text} for part in told.parts_of(agreement.template)],
        "sides": [
            {"title": _("What %(name)s expects") % labels, "text": agreement.her_words or _("Nothing was written here.")},
            {"title": _("What %(municipality)s expects") % labels, "text": agreement.our_words or _("Nothing was written here.")},
        ],
        "confirmed_heading": _("Confirmed by both"),
        "confirmations": [{"who": each.who, "when": each.when} for each in told.confirmations(agreement, words)],
        "review": review,
    }
    return documents.pdf_of(SOURCE, data)
