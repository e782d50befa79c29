"""How an initiative goes on: from which state it can come in which. Pure."""

from collections.abc import Mapping, Sequence

from initiatives.kinds import State

NEXT: Mapping[str, Sequence[State]] = {
    State.IDEA: (State.PREPARED, State.RUNNING, State.STOPPED),
    State.PREPARED: (State.RUNNING, State.STOPPED),
    State.RUNNING: (State.PREPARED, State.DONE, State.STOPPED),  # back to preparing: it began too early, or anew
    State.DONE: (),
    State.STOPPED: (),
}
GOES_ON = (State.PREPARED, State.RUNNING)


def may_become(state: str, other: str) -> bool:
    return other in NEXT[state]


def goes_on_as(state: str) -> list[State]:
    """What it can become without being over."""
    return [each for each in NEXT[state] if each in GOES_ON]
