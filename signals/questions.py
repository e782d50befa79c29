"""The questions that a key figure answers, as data: name, words, choices and length. The only place.

The forms ask them, the check page repeats them, and who reads the report sees the same words. Nothing here is asked
about a person's religion, origin, politics or health, and nothing here is required but what she saw herself.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise
Answer = str | bool | list[str]


class Since(TextChoices):
    DAYS = "days", _("For some days")
    WEEKS = "weeks", _("For some weeks")
    MONTHS = "months", _("For some months")
    LONGER = "longer", _("For longer than a year")
    UNKNOWN = "unknown", pgettext_lazy("key figure", "I do not know")


class HowOften(TextChoices):
    ONCE = "once", _("Once")
    SOMETIMES = "sometimes", _("Now and then")
    WEEKLY = "weekly", _("Every week")
    DAILY = "daily", _("Every day")
    UNKNOWN = "unknown", pgettext_lazy("key figure", "I do not know")


class About(TextChoices):
    TENSION = "tension", _("Tension in the neighbourhood")
    PERSON = "person", _("A person")
    GROUP = "group", _("A group")
    ONLINE = "online", _("Something online")
    OTHER = "other", _("Something else")


class Phenomenon(TextChoices):
    """All forms side by side; shown in the order of the alphabet of the reader's language, none first."""

    ANIMALS_CLIMATE = "animals_climate", _("Extremism for animals or climate")
    ANTI_INSTITUTIONAL = "anti_institutional", _("Extremism against the government and institutions")
    FOREIGN_CONFLICT = "foreign_conflict", _("Extremism about a conflict abroad")
    JIHADISM = "jihadism", _("Jihadism")
    LEFT_EXTREMISM = "left_extremism", _("Left-wing extremism")
    MISOGYNY = "misogyny", _("Hatred of women")
    RIGHT_EXTREMISM = "right_extremism", _("Right-wing extremism")
    OTHER = "other", _("Another form")
    UNKNOWN = "unknown", pgettext_lazy("key figure", "I do not know")


class Reach(TextChoices):
    """How the reporter wants to be reached. A visit can be asked for by who wants to talk."""

    PHONE = "phone", _("By phone")
    VISIT = "visit", _("Meet somewhere")
    MESSAGE = "message", _("By a message in this app")


LAST = frozenset({"other", "unknown"})
NAME_MAY_BE_MENTIONED = {
    True: _("Yes, you may mention my name to others"),
    False: _("No, not without asking me first"),
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """`label` in her own words; `heading` for who reads it later. `mark`: "fact" perceived, "view" opinion, or none."""

    name: str
    label: Text
    heading: Text
    length: int = 0
    choices: type[TextChoices] | None = None
    mark: str = ""


QUESTIONS = (
    Question(name="saw", label=_("This I saw or heard"), heading=_("Seen or heard"), length=1500, mark="fact"),
    Question(name="worries", label=_("This worries me"), heading=_("What is worrying"), length=800, mark="view"),
    Question(name="contradicts", label=_("This speaks against my concern"), heading=_("What speaks against it"), length=800, mark="view"),
    Question(name="since", label=_("Since when"), heading=_("Since when"), choices=Since),
    Question(name="how_often", label=_("How often"), heading=_("How often"), choices=HowOften),
    Question(name="where", label=_("Where"), heading=_("Where"), length=120),
    Question(name="about", label=_("What it is about"), heading=_("What it is about"), choices=About),
    Question(name="phenomenon", label=_("Which form"), heading=_("Which form"), choices=Phenomenon),
    Question(name="spoke_with", label=_("With whom I spoke about it"), heading=_("Spoke with"), length=200),
    Question(name="hopes", label=_("What I hope for"), heading=_("Hopes for"), length=400),
    Question(name="name_may_be_mentioned", label=_("Mention my name to others"), heading=_("May the name be mentioned")),
    Question(name="reach_how", label=_("How you reach me"), heading=_("Wants to be reached"), choices=Reach),
    Question(name="reach_phone", label=_("My phone number"), heading=_("Phone number"), length=20),
    Question(name="reach_when", label=_("When you reach me"), heading=_("Can be reached"), length=100),
    Question(name="language", label=_("The language I like to speak"), heading=_("Likes to speak"), length=40),
)
BY_NAME = {question.name: question for question in QUESTIONS}
ABOUT_THE_CONCERN = ("saw", "worries", "contradicts", "since", "how_often", "where", "about", "phenomenon", "spoke_with", "hopes")
ABOUT_THE_REPORTER = ("name_may_be_mentioned", "reach_how", "reach_phone", "reach_when", "language")


def named(name: str) -> Question:
    return BY_NAME[name]


def ordered(choices: type[TextChoices]) -> list[tuple[str, str]]:
    """By the alphabet of the language on screen; "another" and "I do not know" at the end."""
    pairs = [(str(value), str(label)) for value, label in choices.choices]
    return sorted(pairs, key=lambda pair: (pair[0] in LAST, pair[0] == "unknown", pair[1].casefold()))


def in_words(name: str, answer: Answer | None) -> str:
    """The answer as a person reads it; empty when there is none."""
    if isinstance(answer, bool):
        return str(NAME_MAY_BE_MENTIONED[answer])
    choices = BY_NAME[name].choices
    if answer is None or choices is None:
        return str(answer or "")
    codes = answer if isinstance(answer, list) else [answer]
    return ", ".join(_label(choices, code) for code in codes if code)


def _label(choices: type[TextChoices], code: str) -> str:
    """A code of an older version is shown as it is."""
    try:
        return str(choices(code).label)
    except ValueError:
        return code
