"""How many promises the municipality has open, and how many are late: numbers per kind, never about what or whom.

Promises of the reporting point are one number, and so are those that only who is concerned may know of: one of a rare kind is about one person.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from accounts.models import Municipality
from terms import promises
from terms.models import Clock

REPORTING_POINT = "signals."


@dataclass(frozen=True, kw_only=True)
class KindCount:
    label: str
    open: int
    late: int


def open_promises(municipality: Municipality, *, at: datetime) -> list[KindCount]:
    """What is late most stands first. One statement."""
    rows = Clock.objects.open().filter(municipality=municipality).order_by().values_list("kind")
    found: dict[str, list[int]] = {}
    for kind, number, late in rows.annotate(number=Count("pk"), late=Count("pk", filter=Q(due_at__lt=at, paused_at=None))):
        total = found.setdefault(_label(kind), [0, 0])
        total[0] += number
        total[1] += late
    counts = [KindCount(label=label, open=number, late=late) for label, (number, late) in found.items()]
    return sorted(counts, key=lambda each: (-each.late, -each.open, each.label))


def _label(kind: str) -> str:
    if kind.startswith(REPORTING_POINT):
        return _("Promises of the reporting point")
    if kind in promises.private():
        return _("Promises of which only those concerned know")
    return str(promises.named(kind).label)
