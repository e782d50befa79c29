"""Why a personal field exists: the type of every `privacy.py`."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Justification:
    """Purpose and legal basis (AVG art. 5 and 6) and how long it is kept, in words a privacy officer signs."""

    purpose: str
    basis: str
    keep: str
