"""What of the approach is in somebody's care: moments that she prepares, and what was promised there. Promises go as promises."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import chain

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from approach.actions.moment import OWNS
from approach.models.support import CouncilPromise, Moment
from terms.handover import Part, Source


def parts(member: Membership) -> Iterable[Part]:
    """Two statements."""
    moments, promised = Moment.objects.planned().filter(owner=member), CouncilPromise.objects.open().filter(owner=member)

    def give_moments(to: Membership, _by: Membership | None, _at: datetime) -> None:
        moments.update(owner=to)

    def give_promised(to: Membership, _by: Membership | None, _at: datetime) -> None:
        promised.update(owner=to)

    return [
        Part(label=_("Moments with college or council"), number=moments.count(), permission=OWNS, give=give_moments),
        Part(label=_("Promises to college or council"), number=promised.count(), permission=OWNS, give=give_promised),
    ]


def left(on: date) -> Iterable[int]:
    moments, promised = Moment.objects.planned().filter(owner__end_date__lte=on), CouncilPromise.objects.open().filter(owner__end_date__lte=on)
    return chain(moments.values_list("owner", flat=True), promised.values_list("owner", flat=True))


SOURCE = Source(parts=parts, left=left)
