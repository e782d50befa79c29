"""What changed between two versions of a text, word by word. Texts in, pieces out."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """`kind`: same, in (new) or out (taken away)."""

    kind: str
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """Put behind each other, those that are not `in` make the old text, those that are not `out` the new one."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    found = []
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece("same", "".join(new[new_from:new_to])))
            continue
        found += [Piece("out", "".join(old[old_from:old_to]))] if old_to > old_from else []
        found += [Piece("in", "".join(new[new_from:new_to]))] if new_to > new_from else []
    return found
