"""The template of a report: its parts, and what may stand between braces in a text. Ours in code; a municipality can make its own versions. Pure."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from approach import sentences
from approach.frozen import Figures
from approach.wordings import WORDINGS

PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
FIRST_PAGE = ("lead", "promises", "network", "trust", "money", "goals", "learned")
DRAWN = frozenset({"promises", "network", "goals"})  # there is something to see without a text too
SHORT, LONG = 600, 4000  # signs: the first page fits one A4
LINES_ON_FIRST_PAGE = 3
LINES = ("keyfigures.mix", "evaluations.learned", "initiatives.done")
WORDS: Mapping[str, str | LazyText] = {
    "municipality": _("The name of the municipality"),
    "period": _("The period, in words"),
    "promises": _("All promises together: how many were kept in time"),
    "money": _("The budget, and what was spent"),
    "vision": _("Which vision was in force, and when it changed"),
}


@dataclass(frozen=True, kw_only=True)
class Part:
    """`text` with `{code}` where a figure comes. Its own line holds what is a paragraph, or a list."""

    code: str
    title: str | LazyText
    text: str | LazyText

    @property
    def is_on_first_page(self) -> bool:
        return self.code in FIRST_PAGE


SHIPPED: tuple[Part, ...] = (
    Part(
        code="lead", title=_("In short"),
        text=_("{municipality} works together with key figures. They are residents who connect people and think along. {keyfigures.active} {promises}"),
    ),
    Part(code="promises", title=_("Promises in time"), text=_("Each promise has a day. Too late is too late, also when it is one day.")),
    Part(code="network", title=_("The network"), text="{keyfigures.joined} {keyfigures.left}\n{keyfigures.mix}"),
    Part(code="trust", title=_("Trust"), text="{evaluations.trust}\n{evaluations.process_known}"),
    Part(code="money", title=_("Money"), text="{money}"),
    Part(code="goals", title=_("Goals of the vision"), text="{vision}"),
    Part(code="learned", title=_("What we learned and changed"), text="{evaluations.learned}"),
    Part(code="meetings", title=_("Meetings"), text="{meetings.held}\n{meetings.outside}\n{meetings.points}\n{meetings.answered}"),
    Part(
        code="initiatives", title=_("Initiatives from the community"),
        text="{initiatives.filed}\n{initiatives.community}\n{initiatives.answered}\n{initiatives.done}",
    ),
    Part(
        code="contact", title=_("Contact, giving and taking"),
        text="{keyfigures.contact}\n{keyfigures.quiet}\n{keyfigures.training}\n{keyfigures.thanked}\n{keyfigures.given}",
    ),
    Part(
        code="diversity", title=_("Who takes part"),
        text="{keyfigures.profile_types}\n{keyfigures.roles_chosen}\n{keyfigures.new_people}\n{keyfigures.themes}\n{keyfigures.mix}",
    ),
    Part(code="learning", title=_("Asking and telling back"), text="{evaluations.rounds}\n{evaluations.respect}\n{evaluations.shared}\n{evaluations.improved}"),
    Part(
        code="support", title=_("Support of college and council"),
        text="{approach.mandate}\n{approach.budget_ahead}\n{approach.council_months}\n{approach.council_kept}",
    ),
    Part(code="own", title=_("More to tell"), text=""),
)
CODES = tuple(each.code for each in SHIPPED)
WORDINGS_CODES = tuple(WORDINGS)


def codes_in(text: str) -> list[str]:
    """What stands between braces, each once, in the order of the text."""
    return list(dict.fromkeys(PLACEHOLDER.findall(text)))


def unknown_in(text: str, *, known: Collection[str]) -> list[str]:
    """Between braces and nothing that we know; a brace that stands alone counts too."""
    alone = [sign for sign in "{}" if sign in PLACEHOLDER.sub("", text)]
    return [each for each in codes_in(text) if each not in known] + alone


def is_ours(code: str) -> bool:
    """A code that this version of the application has a sentence for, whoever hands it in."""
    return code in WORDINGS or code in LINES or code in WORDS


@dataclass(frozen=True, kw_only=True)
class Filling:
    """What the braces become: everything about one report that a text can ask."""

    figures: Figures
    municipality: str
    period: str
    vision: str
    money: Sequence[str]

    def fill(self, part: Part) -> str:
        """Line by line. What a line asks for as a list becomes lines of a list."""
        most = LINES_ON_FIRST_PAGE if part.is_on_first_page else None
        return "\n".join(filled for line in str(part.text).split("\n") for filled in self._line(line, most)).strip()

    def _line(self, line: str, most: int | None) -> Sequence[str]:
        alone = PLACEHOLDER.fullmatch(line.strip())
        if alone and alone[1] in {*LINES, *self.figures.lines}:
            return self._lines(alone[1], most)
        if alone and alone[1] == "money":
            return self.money
        return [PLACEHOLDER.sub(lambda found: self._words(found[1]), line)]

    def _words(self, code: str) -> str:
        fixed = {
            "municipality": self.municipality, "period": self.period, "vision": self.vision, "money": " ".join(self.money),
            "promises": sentences.promises(self.figures) if code == "promises" else "",
        }
        if code in fixed:
            return fixed[code]
        if code in {*LINES, *self.figures.lines}:
            return " ".join(each.removeprefix("- ") for each in self._lines(code, None))
        if code not in self.figures.now and not is_ours(code):
            return str(_("The figure “%(code)s” of the template does not exist any more.")) % {"code": code}
        return sentences.sentence(self.figures.now.get(code), self.figures.before.get(code), code=code)

    def _lines(self, code: str, most: int | None) -> list[str]:
        return sentences.lines(self.figures.lines.get(code), is_known=code in self.figures.lines, most=most)

