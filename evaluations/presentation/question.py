"""A question in the language of the reader, and the answers to a question about a plan."""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from evaluations.kinds import DO_NOT_KNOW
from evaluations.languages import DUTCH, in_language, known


def said(words: Mapping[str, str]) -> str:
    return in_language(words, get_language() or DUTCH)


def plan_answers() -> list[tuple[str, str]]:
    """Code and words, the highest first; the same words as in every list of questions."""
    scale = known(get_language() or DUTCH).scale
    return [*((str(score), scale[score - 1]) for score in range(len(scale), 0, -1)), (DO_NOT_KNOW, _("I do not know"))]
