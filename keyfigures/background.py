"""The questions of the anonymous list, and how answers travel. Pure.

None of them asks for belief, origin, nationality, opinion, health or orientation, and no answer names a group of people:
what the network may not keep about a person it does not ask without a name either. They ask for what the lesson means by a
diverse network and what can be said without harm: work, school, years here, circles, and whether she recognises herself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

NO_ANSWER = "none"  # of who skips a question: so each envelope holds as much as any other
LENGTH = 400  # signs of what is sealed, whatever was answered


@dataclass(frozen=True, kw_only=True)
class Question:
    code: str
    text: str | LazyText
    answers: Mapping[str, str | LazyText]


QUESTIONS = (
    Question(
        code="work",
        text=_("What do you do most of the week?"),
        answers={
            "care": _("Work in care or welfare"), "education": _("Work in education"), "business": _("Work in a company or shop"),
            "government": _("Work for the government"), "home": _("Care for home or family"), "learning": _("School or study"),
            "volunteer": _("Volunteer work"), "other": _("Something else"),
        },
    ),
    Question(
        code="schooling",
        text=_("What did you learn last?"),
        answers={"school": _("Primary or secondary school"), "mbo": _("MBO"), "higher": _("HBO or university"), "other": _("Something else")},
    ),
    Question(
        code="years_here",
        text=_("How long have you lived or worked in this municipality?"),
        answers={"to_2": _("Less than 2 years"), "to_10": _("2 to 10 years"), "from_10": _("Longer than 10 years")},
    ),
    Question(
        code="circle",
        text=_("Where do you meet most people?"),
        answers={
            "neighbourhood": _("In the neighbourhood"), "association": _("At an association or club"), "school": _("Around a school"),
            "work": _("At work"), "online": _("Online"), "elsewhere": _("Somewhere else"),
        },
    ),
    Question(
        code="mirror",
        text=_("Are there enough people like you in this network?"),
        answers={"yes": _("Yes"), "partly": _("A few"), "no": _("No")},
    ),
)


def in_order(answers: Mapping[str, str]) -> list[str]:
    """All questions in their own order, also the skipped ones."""
    return [answers.get(question.code) or NO_ANSWER for question in QUESTIONS]


def opened(chosen: Sequence[str]) -> list[tuple[str, str]]:
    """(question, answer) of what was answered; skipped questions are left out."""
    return [(question.code, answer) for question, answer in zip(QUESTIONS, chosen, strict=True) if answer in question.answers]
