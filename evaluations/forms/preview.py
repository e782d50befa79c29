"""The preview of a list: what was answered on earlier pages travels with the page, because nothing of it is kept."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from evaluations.flow import Answers

SO_FAR, PAGE = "tot_nu", "deel"  # names of hidden fields


def answered_so_far(posted: Mapping[str, Any]) -> dict[UUID, tuple[str, ...]]:
    """What is no answer counts as none."""
    try:
        kept = json.loads(posted.get(SO_FAR, "") or "{}")
        return {UUID(identity): tuple(str(each) for each in given) for identity, given in kept.items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def as_text(answers: Answers) -> str:
    return json.dumps({identity.hex: list(given) for identity, given in answers.items() if given})
