"""The promises around a key figure, one module per noun. Each module lists its kinds in `KINDS`."""

from importlib import import_module

from terms import promises

NOUNS = ("stage", "agreement", "contact", "help", "asking", "recognition", "allowance", "reconsideration", "treatment", "rights")


def register() -> None:
    for noun in NOUNS:
        promises.register(*import_module(f"keyfigures.promises.{noun}").KINDS)
