"""From which day what is no longer kept. Pure: the terms of the municipality and today go in, days come out.

Interest of who did not confirm expires by its own day (keyfigures.actions.joining). What the law gives a term is not a setting.
"""

from dataclasses import dataclass
from datetime import date, timedelta

WARN_BEFORE = timedelta(days=21)  # the key figure hears three weeks before her profile goes
TAX_YEARS = 7  # AWR art. 52: full years after the year of the payment
AHEAD = timedelta(days=30)  # what the privacy officer sees coming


@dataclass(frozen=True, kw_only=True)
class Terms:
    """Days, counted from the day after the end; the names are those of NetworkSettings."""

    keep_profile_days: int = 365
    keep_contact_days: int = 730
    keep_help_days: int = 730
    keep_request_days: int = 365
    keep_agreement_days: int = 1825


def last_day(today: date, days: int) -> date:
    """What ended on this day or before has been kept long enough."""
    return today - timedelta(days=days)


def goes_on(ended: date, days: int) -> date:
    """The first day on which it is gone."""
    return ended + timedelta(days=days)


def last_month_for_tax(today: date) -> date:
    """The last month of which an allowance goes: seven full years after its own."""
    return date(today.year - TAX_YEARS - 1, 12, 1)
