"""One file per noun; imported by full path (`from keyfigures.models.figure import KeyFigure`). Here only so that Django finds them."""

from keyfigures.models import (
    agreement,
    allowance,
    asking,
    background,
    contact,
    figure,
    help,  # noqa: A004  the noun of the domain
    learning,
    mix,
    recognition,
    reconsideration,
    rights,
    settings,
    ties,
    treatment,
)

__all__ = [
    "agreement", "allowance", "asking", "background", "contact", "figure", "help", "learning", "mix", "recognition", "reconsideration",
    "rights", "settings", "ties", "treatment",
]
