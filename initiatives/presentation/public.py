"""What everybody reads of initiatives: the text that was agreed to, how it stands, and what it brought. Never a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from initiatives.kinds import Answer, Beginning, State
from initiatives.models.initiative import Initiative
from initiatives.models.question import CommunityQuestion
from initiatives.presentation.initiative import reached


@dataclass(frozen=True, kw_only=True)
class Shown:
    """`began`: who began it, as a sentence; `question`: the question behind it; empty where it is not known."""

    title: str
    text: str
    state: str
    began: str
    question: str
    brought: str
    reached: str
    url: str


def shown(rows: Sequence[Initiative], *, slug: str) -> list[Shown]:
    """One statement for any number of rows; none for no rows."""
    names = CommunityQuestion.objects.names_of(rows[0].municipality) if rows else {}
    return [_shown(each, names, slug) for each in rows]


def _shown(row: Initiative, names: Mapping[str, str], slug: str) -> Shown:
    is_done = row.state == State.DONE
    return Shown(
        title=row.public_title, text=row.public_text, state=_state(row), began=_began(row), question=names.get(row.question, ""),
        brought=row.brought if is_done else "", reached=reached(row) if is_done else "",
        url=reverse("initiatives:public_initiative", args=[slug, row.uuid]),
    )


def _state(row: Initiative) -> str:
    if row.state == State.IDEA:
        return _("The municipality said yes, on a condition") if row.answer == Answer.YES_IF else _("The municipality said yes")
    return str(State(row.state).label)


def _began(row: Initiative) -> str:
    return {
        Beginning.COMMUNITY: _("Begun by people from the municipality themselves."),
        Beginning.TOGETHER: _("Begun by people and the municipality together."),
        Beginning.MUNICIPALITY: _("Begun by the municipality, because people asked for it."),
    }[Beginning(row.beginning)]
