"""Contact in quiet time beside contact because of incidents: of the network and per official, and as a line in time.

Contacts are counted, never people; officials stand on the alphabet, without a rank.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership, Municipality
from keyfigures import deadlines
from keyfigures.models.contact import ContactMoment, Occasion
from terms import tasks
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.tasks import TaskRow
from ui.components.charts import Column
from ui.phrases import upper_first
from ui.words import month_in_words, month_name

MONTHS = 12
PLANNED = 25


@dataclass(frozen=True, kw_only=True)
class Official:
    name: str
    quiet: int
    incident: int


@dataclass(frozen=True, kw_only=True)
class ContactFigures:
    title: str
    lead: str
    columns: Sequence[Column]
    series: Sequence[str]
    chart_words: str
    officials: Sequence[Official]


def contact_figures(municipality: Municipality, *, at: datetime) -> ContactFigures:
    """The last twelve months, this one included. Two statements."""
    months = _months(local_date(at))
    counted = list(ContactMoment.objects.filter(municipality=municipality).since(months[0]).counted())
    per_month: Counter[tuple[date, str]] = Counter()
    per_official: Counter[tuple[int | None, str]] = Counter()
    for row in counted:
        per_month[row["month"], row["occasion"]] += row["number"]
        per_official[row["official"], row["occasion"]] += row["number"]
    quiet, incident = (sum(number for (_month, each), number in per_month.items() if each == occasion) for occasion in (Occasion.QUIET, Occasion.INCIDENT))
    return ContactFigures(
        title=_title(quiet, quiet + incident),
        lead=_lead(quiet, incident),
        columns=[_column(month, place, per_month) for place, month in enumerate(months)],
        series=[_("In quiet time"), _("Because of an incident")],
        chart_words=_("%(quiet)d contacts in quiet time and %(incident)d because of an incident, in twelve months.") % {"quiet": quiet, "incident": incident},
        officials=_officials(per_official),
    )


def planned(member: Membership, *, at: datetime) -> list[TaskRow]:
    """What she agreed with key figures and did not do yet, what is due first on top."""
    clocks = Clock.objects.open().owed_by([member.pk], municipality=member.municipality_id).filter(kind=deadlines.NEXT_STEP).for_rows()[:PLANNED]
    return tasks.owed(clocks, calendar_of(member.municipality), at)


def _title(quiet: int, together: int) -> str:
    if not together:
        return _("No contact was written down yet")
    if not quiet:
        return _("All contact was because of an incident")
    told = ngettext("%(quiet)d of the %(all)d contact was in quiet time", "%(quiet)d of the %(all)d contacts were in quiet time", together)
    return told % {"quiet": quiet, "all": together}


def _lead(quiet: int, incident: int) -> str:
    if not incident:
        return _("In twelve months. None was because of an incident.")
    if quiet < incident:
        return _("In twelve months. Call more often when nothing is the matter.")
    return _("In twelve months. Trust grows in quiet time.")


def _column(month: date, place: int, per_month: Counter[tuple[date, str]]) -> Column:
    values = per_month[month, Occasion.QUIET], per_month[month, Occasion.INCIDENT]
    return Column(label=upper_first(month_in_words(month)), short=month_name(month) if place % 3 == 0 else "", values=values)


def _officials(counted: Counter[tuple[int | None, str]]) -> list[Official]:
    pks = {pk for pk, _occasion in counted}
    names = {each.pk: each.name for each in Membership.objects.filter(pk__in=[pk for pk in pks if pk]).select_related("user")}
    named = [(names.get(pk) if pk else None, pk) for pk in pks]
    return [
        Official(name=name or _("Somebody else of the municipality"), quiet=counted[pk, Occasion.QUIET], incident=counted[pk, Occasion.INCIDENT])
        for name, pk in sorted(named, key=lambda each: (each[0] is None, (each[0] or "").casefold()))
    ]


def _months(today: date) -> list[date]:
    """The first days of the last twelve months, oldest first."""
    index = today.year * 12 + today.month - 1
    return [date((index - back) // 12, (index - back) % 12 + 1, 1) for back in range(MONTHS - 1, -1, -1)]
