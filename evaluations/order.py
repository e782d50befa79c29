"""The order of questions in the sections of a list, by buttons. Values only."""

from collections.abc import Sequence

from meetings.agenda import DOWN, UP, reordered

WAYS = (UP, DOWN)


def moved(groups: Sequence[Sequence[int]], one: int, way: str) -> list[list[int]]:
    """`one` a place up or down; the first of a group goes up to the end of the group before it, the last down to the beginning of the next."""
    here = next(place for place, group in enumerate(groups) if one in group)
    neighbour = here + (-1 if way == UP else 1)
    is_at_edge = groups[here][0 if way == UP else -1] == one
    result = [list(group) for group in groups]
    if not is_at_edge:
        result[here] = reordered(groups[here], one, way)
    elif 0 <= neighbour < len(groups):
        result[here].remove(one)
        result[neighbour].insert(len(result[neighbour]) if way == UP else 0, one)
    return result
