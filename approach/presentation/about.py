"""Which moment a promise is about, for the rows of who owes it."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from approach.models.support import CouncilPromise


def which_moment(subjects: Collection[UUID], _today: date) -> Mapping[UUID, str]:
    """One statement."""
    return dict(CouncilPromise.objects.filter(uuid__in=list(subjects)).order_by().values_list("uuid", "moment__title"))
