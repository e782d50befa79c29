"""Figures about answers: the mean, a share, the largest gaps. Pure; checked in the tests against SciPy."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")
_QUARTER = 0.25


def mean(counts: Mapping[int, int]) -> float:
    """Of scores that were given so often each; at least one was given."""
    return sum(score * number for score, number in counts.items()) / sum(counts.values())


def share(part: int, whole: int) -> float:
    """From 0 to 1; of nothing it is 0."""
    return part / whole if whole else 0.0


def index(means: Sequence[float | None]) -> float | None:
    """The mean of the means, each question as heavy as another. Of a question that cannot be told there is no mean, and then no index."""
    told = [each for each in means if each is not None]
    return sum(told) / len(told) if told and len(told) == len(means) else None


def gaps(ours: Mapping[Key, float], theirs: Mapping[Key, float]) -> list[tuple[Key, float]]:
    """What both told, with how much higher `theirs` is, the largest difference first."""
    found = [(key, theirs[key] - mean_of) for key, mean_of in ours.items() if key in theirs]
    return sorted(found, key=lambda each: -abs(each[1]))


def extremes(means: Mapping[Key, float], *, most: int) -> tuple[list[Key], list[Key]]:
    """The highest (highest first) and the lowest (lowest first): never one that is in both, so fewer than `most` when there are few."""
    number = min(most, len(means) // 2)
    in_order = [key for key, _mean in sorted(means.items(), key=lambda each: -each[1])]
    return in_order[:number], in_order[len(in_order) - number:][::-1]


def nearest_half(number: float) -> float:
    """3.7 → 3.5. A quarter goes down and three quarters go up, so that halves stand for as little as they can."""
    whole = int(number)
    rest = number - whole
    return whole + (0 if rest <= _QUARTER else 1 if rest >= 1 - _QUARTER else 0.5)


def total(counts: Mapping[str, int], codes: Iterable[str]) -> int:
    return sum(counts.get(code, 0) for code in codes)
