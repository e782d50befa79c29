"""How a question can be asked, in the language of the reader, and what a colleague made of one, beside what she typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from evaluations.kinds import DO_NOT_KNOW, QuestionKind
from evaluations.languages import DUTCH, LANGUAGES, in_language, known
from evaluations.models.questionnaire import Question, Section
from meetings.presentation.planning import Difference

# What each kind is good for.
_GOOD_FOR = {
    QuestionKind.SCALE: gettext_lazy("A sentence to agree with or not, with “I do not know”. Good to compare over the years."),
    QuestionKind.TEN: gettext_lazy("A mark, for one question at the end."),
    QuestionKind.ONE: gettext_lazy("You write the answers. Other questions can look at what was chosen."),
    QuestionKind.SEVERAL: gettext_lazy("You write the answers. Somebody ticks all that fit."),
    QuestionKind.OPEN: gettext_lazy("Read only from ten answers on, and shuffled. One or two is enough."),
}


@dataclass(frozen=True, kw_only=True)
class KindChoice:
    title: str
    text: str
    url: str


def said(words: Mapping[str, str]) -> str:
    return in_language(words, get_language() or DUTCH)


def plan_answers() -> list[tuple[str, str]]:
    """Code and words, the highest first; the same words as in every list of questions."""
    scale = known(get_language() or DUTCH).scale
    return [*((str(score), scale[score - 1]) for score in range(len(scale), 0, -1)), (DO_NOT_KNOW, pgettext("about a plan", "I do not know"))]


def kinds(section: Section) -> list[KindChoice]:
    here = reverse("evaluations:question_new", args=[section.uuid])
    return [KindChoice(title=str(kind.label), text=str(_GOOD_FOR[kind]), url=f"{here}?soort={kind.value}") for kind in QuestionKind]


def differences_of_question(question: Question, answers: Mapping[str, Any]) -> list[Difference]:
    """Only what differs; empty when somebody changed something else of the list."""
    lines = [
        (_("The question"), _told(question.words), _told(answers["words"])),
        (_("Help"), _told(question.help), _told(answers["help"])),
        (_("Answers"), _told_choices(question.choices), _told_choices(answers["choices"])),
        (_("Must be answered"), _yes(is_so=question.is_required), _yes(is_so=answers["is_required"])),
    ]
    if "counts_for_trust" in answers:
        lines.append((_("Counts for the trust index"), _yes(is_so=question.counts_for_trust), _yes(is_so=answers["counts_for_trust"])))
    return _that_differ(lines)


def differences_of_section(section: Section, answers: Mapping[str, Any]) -> list[Difference]:
    return _that_differ([
        (_("The title"), _told(section.title), _told(answers["title"])), (_("Above the questions"), _told(section.intro), _told(answers["intro"])),
    ])


def typed(posted: Mapping[str, Any]) -> str:
    """All words that she typed, for when the form itself is not shown any more."""
    return "\n".join(str(text) for name, text in posted.items() if name.startswith(("words_", "help_", "choice", "title", "intro_")) and text)


def _that_differ(lines: Sequence[tuple[str, str, str]]) -> list[Difference]:
    return [Difference(label=label, theirs=theirs or _("Nothing"), yours=yours or _("Nothing")) for label, theirs, yours in lines if theirs != yours]


def _told(words: Mapping[str, str]) -> str:
    """In Dutch as it is; in another language with its name."""
    return " ".join(text if language == "nl" else f"{LANGUAGES[language].name}: {text}" for language, text in sorted(words.items()) if text)


def _told_choices(choices: Sequence[Mapping[str, Any]]) -> str:
    return "; ".join(_told(each["words"]) for each in choices)


def _yes(*, is_so: bool) -> str:
    return _("Yes") if is_so else _("No")
