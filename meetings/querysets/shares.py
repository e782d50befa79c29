"""A part of a whole, as figures of meetings give it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Share:
    """`part` of `of`; both numbers are told, a percentage never alone."""

    part: int
    of: int
