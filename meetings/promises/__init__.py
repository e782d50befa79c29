"""The promises around meetings, one module per noun. Each module lists its kinds in `KINDS`."""

from importlib import import_module

from terms import promises

NOUNS = ("rhythm", "poll", "report", "agenda", "tension", "independence", "chair")


def register() -> None:
    for noun in NOUNS:
        promises.register(*import_module(f"meetings.promises.{noun}").KINDS)
