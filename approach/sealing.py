"""The checksum of a report: over everything in it, written in one way, so that anybody can make it again."""

import json
from hashlib import sha256

from approach.models.report import Report


def checksum_of(report: Report) -> str:
    """SHA-256 over number, title, period, figures, sections and what is asked, as JSON with sorted keys and without spaces."""
    sections = [[each.code, each.title, each.text] for each in report.sections.in_order()]
    sealed = {
        "number": report.number, "title": report.title, "first": report.first.isoformat(), "last": report.last.isoformat(),
        "figures": report.figures, "sections": sections, "asks": report.asks,
    }
    return sha256(json.dumps(sealed, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
