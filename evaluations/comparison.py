"""Answers of those who read a plan alone, beside each other: what differs most first. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from evaluations.kinds import DO_NOT_KNOW

FEWEST = 2  # people who read a plan (domain 3.1, toolkit)
DIFFERS = 2  # points on the scale between the highest and the lowest answer: then something is written about it before it is finished


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One question. `gap`: points between the highest and the lowest answer; who did not know is no answer, and is counted apart."""

    identity: UUID
    gap: int
    unknown: int

    @property
    def differs(self) -> bool:
        return self.gap >= DIFFERS


def compared(identities: Sequence[UUID], answers: Mapping[UUID, Collection[str]]) -> list[Compared]:
    """Largest gap first, then where most did not know, else in the order of the list."""
    rows = [_compared(each, answers.get(each, ())) for each in identities]
    return sorted(rows, key=lambda row: (-row.gap, -row.unknown))


def _compared(identity: UUID, answers: Collection[str]) -> Compared:
    scores = [int(each) for each in answers if each.isdecimal()]
    return Compared(identity=identity, gap=max(scores) - min(scores) if scores else 0, unknown=sum(each == DO_NOT_KNOW for each in answers))
