"""The maxima of an allowance for volunteers. Pure: amounts and maxima go in, a warning or a refusal comes out.

Who stays below them pays no tax and the municipality holds none back (Belastingdienst; all organisations and costs together).
"""

from dataclasses import dataclass
from decimal import Decimal

WARN_FROM = Decimal("0.8")  # of a maximum: from there on it is told that the end comes near
CENT = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Maxima:
    """In euros."""

    per_hour: Decimal
    per_month: Decimal
    per_year: Decimal


@dataclass(frozen=True, kw_only=True)
class Room:
    """How it stands after this amount. `over`: the first maximum that it passes (hour, month or year), `near`: the ones that come near."""

    left_this_year: Decimal
    over: str
    near: tuple[str, ...]


def room(*, amount: Decimal, hours: Decimal, used_this_month: Decimal, used_this_year: Decimal, maxima: Maxima) -> Room:
    per_hour = (amount / hours).quantize(CENT) if hours else amount
    sums = (
        ("hour", per_hour, maxima.per_hour),
        ("month", used_this_month + amount, maxima.per_month),
        ("year", used_this_year + amount, maxima.per_year),
    )
    over = next((name for name, used, most in sums if used > most), "")
    near = tuple(name for name, used, most in sums[1:] if most * WARN_FROM < used <= most)
    return Room(left_this_year=max(maxima.per_year - used_this_year - amount, Decimal(0)), over=over, near=near)
