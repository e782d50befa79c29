"""What of initiatives is in somebody's care: the ideas that wait for her answer. The promises go as promises."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from initiatives.actions.initiative import ANSWERS
from initiatives.models.initiative import Initiative
from terms.handover import Part, Source


def parts(member: Membership) -> Iterable[Part]:
    """One statement."""
    hers = Initiative.objects.waiting().filter(owner=member)

    def give(to: Membership, _by: Membership | None, _at: datetime) -> None:
        hers.update(owner=to)

    return [Part(label=_("Ideas that wait for her answer"), number=hers.count(), permission=ANSWERS, give=give)]


def left(on: date) -> Iterable[int]:
    return set(Initiative.objects.waiting().filter(owner__end_date__lte=on).values_list("owner", flat=True))


SOURCE = Source(parts=parts, left=left)
