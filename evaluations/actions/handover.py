"""What of evaluations is in somebody's care: the improvements that she does. Promises go as promises."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from evaluations.actions.improvement import OWNS
from evaluations.models.improvement import Improvement
from terms.handover import Part, Source


def parts(member: Membership) -> Iterable[Part]:
    """One statement."""
    hers = Improvement.objects.open().filter(owner=member)

    def give(to: Membership, _by: Membership | None, _at: datetime) -> None:
        hers.update(owner=to)

    return [Part(label=_("Improvements after an evaluation"), number=hers.count(), permission=OWNS, give=give)]


def left(on: date) -> Iterable[int]:
    return Improvement.objects.open().filter(owner__end_date__lte=on).values_list("owner", flat=True)


SOURCE = Source(parts=parts, left=left)
