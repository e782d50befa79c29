"""The promises around initiatives, one module per noun. Each module lists its kinds in `KINDS`."""

from importlib import import_module

from terms import promises

NOUNS: tuple[str, ...] = ("initiative", "task")


def register() -> None:
    for noun in NOUNS:
        promises.register(*import_module(f"initiatives.promises.{noun}").KINDS)
