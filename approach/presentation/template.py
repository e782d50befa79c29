"""The template of a report: ours, or a version of the municipality; and what may stand between braces."""

from collections.abc import Sequence

from approach.models.report import Template
from approach.report_template import LINES, SHIPPED, WORDINGS_CODES, WORDS, Part
from indicators.registry import all_indicators, lines_named


def parts_of(template: Template | None) -> Sequence[Part]:
    """What it is made of, without what is empty; a part that this version of the application does not know stands at the end."""
    if template is None:
        return [each for each in SHIPPED if each.text]
    return [Part(code=each["code"], title=each["title"], text=each["text"]) for each in template.sections]


def known_codes() -> set[str]:
    """What a text of a template may ask: what is handed in, and what this version has sentences for."""
    return {*(each.code for each in all_indicators()), *LINES, *WORDS, *WORDINGS_CODES}


def placeholders() -> list[tuple[str, str]]:
    """Each code with what it becomes, for who writes a template."""
    lines = [(code, found) for code in LINES if (found := lines_named(code)) is not None]
    return [
        *((code, str(label)) for code, label in WORDS.items()),
        *((code, str(found.label)) for code, found in lines),
        *((each.code, str(each.label)) for each in all_indicators()),
    ]
