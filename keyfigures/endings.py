"""What else stops when somebody's part in the network ends or she wants that nobody calls her.

Apps above this one register what of theirs is not wanted any more then; each runs within the transaction of that.
"""

from datetime import datetime
from typing import Protocol

from keyfigures.models.figure import KeyFigure


class Ending(Protocol):
    def __call__(self, figure: KeyFigure, *, at: datetime) -> None: ...


_endings: list[Ending] = []


def register(ending: Ending) -> None:
    _endings.append(ending)


def run(figure: KeyFigure, *, at: datetime) -> None:
    for ending in _endings:
        ending(figure, at=at)
