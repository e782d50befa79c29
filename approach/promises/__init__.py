"""The promises around the approach, one module per noun. Each module lists its kinds in `KINDS`."""

from importlib import import_module

from terms import promises

NOUNS: tuple[str, ...] = ("vision", "council_promise", "report")


def register() -> None:
    for noun in NOUNS:
        promises.register(*import_module(f"approach.promises.{noun}").KINDS)
