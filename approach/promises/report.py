"""What a second person owes: to look at a report that was offered to her."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from approach import deadlines
from approach.models.report import Report
from terms.models import Clock
from terms.promises import PromiseKind, Task


def _which(subjects: Collection[UUID], _today: date) -> Mapping[UUID, str]:
    return dict(Report.objects.filter(uuid__in=list(subjects)).values_list("uuid", "title"))


def _may_take(clock: Clock, member: Membership) -> bool:
    """Not who offered it: two people look at it."""
    return member.may("approach.issue") and not Report.objects.filter(uuid=clock.subject, offered_by=member).exists()


KINDS = (
    PromiseKind(
        kind=deadlines.COMMENT,
        label=_("Report to the council: looked at by a second person"),
        working_days=deadlines.WORKING_DAYS[deadlines.COMMENT],
        task=Task(
            title=_("Look at a report before it goes to the council"),
            button=_("Look at the report"),
            what=_("Report to the council"),
            promised="",
            route="approach:report_detail",
            permission="approach.issue",
        ),
        details=_which,
        may_take=_may_take,
    ),
)
