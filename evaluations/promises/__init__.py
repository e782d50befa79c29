"""The promises around evaluations, one module per noun. Each module lists its kinds in `KINDS`."""

from importlib import import_module

from terms import promises

NOUNS: tuple[str, ...] = ("planning", "sharing", "improvement", "plan", "process")


def register() -> None:
    for noun in NOUNS:
        promises.register(*import_module(f"evaluations.promises.{noun}").KINDS)
