"""Documents on paper: a Typst source and its words become a tagged PDF (PDF/UA-1, and PDF/A-2a for an archive). Fonts come with the application."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"
ROOT = Path(__file__).resolve().parent.parent  # of the application: a source imports "/ui/typst/paper.typ"


def pdf_of(source: Path, words: Mapping[str, Any], *, archive: bool = False) -> bytes:
    """`source` reads its words as JSON from `sys.inputs.words`. `archive`: it can also be kept for good (PDF/A-2a).

    A name in a script that our fonts lack still gives a document, only untagged.
    """
    try:
        return _compiled(source, words, ["ua-1", "a-2a"] if archive else ["ua-1"])
    except typst.TypstError:
        return _compiled(source, words, [])


def _compiled(source: Path, words: Mapping[str, Any], standards: list[Any]) -> bytes:
    return typst.compile(
        str(source.resolve()),  # where an app is linked to, its source is inside the root all the same
        root=str(ROOT),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"words": json.dumps(words)},
        pdf_standards=standards,
    )
