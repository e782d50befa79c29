"""Can text be read in these colours? Contrast as WCAG 2.2 counts it (1.4.3 and 1.4.6)."""

from collections.abc import Mapping
from hashlib import sha256

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHITE = "#ffffff"
INK = "#17262b"  # the colour of all text

# What stands on what, and how much lighter or darker it must be at least.
PAIRS: tuple[tuple[str, str, str, float], ...] = (
    ("brand", WHITE, "brand", 4.5),
    ("brand_dark", WHITE, "brand_dark", 4.5),
    ("mist", INK, "mist", 7.0),
    ("mist_strong", INK, "mist_strong", 4.5),
    ("honey", INK, "honey", 4.5),
    ("mist", "brand", "mist", 4.5),
)
TOO_CLOSE = _("Text cannot be read in this colour. Choose a darker or lighter one.")


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white. Colours as `#rrggbb`."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def unreadable(colours: Mapping[str, str]) -> dict[str, str | Promise]:
    """Per field a sentence, for the colours of a municipality in which text would be too weak."""
    problems: dict[str, str | Promise] = {}
    for field, text, ground, least in PAIRS:
        if contrast(colours.get(text, text), colours[ground]) < least:
            problems[field] = TOO_CLOSE
    return problems


OF_MUNICIPALITY = ("brand", "brand_dark", "mist", "mist_strong", "honey")


def stylesheet(colours: Mapping[str, str]) -> str:
    """The design tokens that a municipality sets, as a style sheet. `colours` by field name, each `#rrggbb`."""
    lines = [f"  --sf-{name.replace('_', '-')}: {colours[name]};\n" for name in OF_MUNICIPALITY]
    return ".sf-theme {\n" + "".join(lines) + "}\n"


def digest(colours: Mapping[str, str]) -> str:
    """Twelve signs that change with the colours, for an address that browsers may keep for ever."""
    return sha256(stylesheet(colours).encode()).hexdigest()[:12]


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  the standard's own numbers
