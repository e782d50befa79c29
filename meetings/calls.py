"""Who calls whom at a tension. Values in, values out.

Lesson "contact": her own contact person calls first. Lesson "rust": nobody has to call much more people than a colleague.
"""

from collections.abc import Collection, Mapping, Sequence


def divide(
    wanted: Mapping[int, int | None], callers: Sequence[int], *, load: Mapping[int, int] | None = None, ties: Collection[tuple[int, int]] = (),
) -> dict[int, int]:
    """For whom to call (with her contact person, if she has one): who calls her.

    Her contact person does, as long as she has not more than her share; else whoever has the fewest, in the order of `callers`.
    `load`: how many each has to call already. `ties`: (caller, whom) who know each other privately and do not call. Whom
    nobody may call is left out.
    """
    held = {caller: (load or {}).get(caller, 0) for caller in callers}
    share = -(-(len(wanted) + sum(held.values())) // max(len(held), 1))
    chosen: dict[int, int] = {}
    for who, first in wanted.items():
        if first in held and (first, who) not in ties and held[first] < share:
            chosen[who] = first
            held[first] += 1
    for who in wanted:
        free = [caller for caller in callers if (caller, who) not in ties]
        if who not in chosen and free:
            chosen[who] = min(free, key=held.__getitem__)
            held[chosen[who]] += 1
    return chosen
