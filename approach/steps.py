"""The steps in which a vision is written: the four questions of the lessons, and what belongs to them. Pure.

`needed` are the fields without which a vision cannot be adopted; the sub-goals are counted, because they are rows of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from approach.kinds import NetworkForm

GOALS = 6  # the step of the sub-goals
MOST_GOALS = 12


@dataclass(frozen=True, kw_only=True)
class Step:
    """`title` is the question of its page, `short` its name in a list, `help` why we ask it, `asks` what to think of."""

    number: int
    short: str | LazyText
    title: str | LazyText
    help: str | LazyText
    asks: tuple[str | LazyText, ...]
    fields: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


STEPS = (
    Step(
        number=1, short=_("The problem"), title=_("Which question in your municipality does this answer?"),
        help=_("Who knows the problem, sees later whether it became smaller. Without it every activity seems a good idea."),
        asks=(
            _("What goes wrong now, where, and how do you know?"),
            _("What do people in the neighbourhood say about it themselves?"),
            _("Which forms of extremism play a role here? Look further than one."),
        ),
        fields=("problem",), needed=("problem",),
    ),
    Step(
        number=2, short=_("What and how"), title=_("What do you want to reach, and how?"),
        help=_("Say what is different in a few years when it goes well, and what you do for it."),
        asks=(
            _("What do you want to see, hear or read by then?"),
            _("What do you do yourselves, and what do you leave to others?"),
            _("Promise nothing that nobody can show: that radicalisation fell can never be shown from this."),
        ),
        fields=("goal", "way"), needed=("goal", "way"),
    ),
    Step(
        number=3, short=_("A network or not"), title=_("Do you need a network, and in which form?"),
        help=_("A network asks years of attention. Sometimes speaking with a few people is enough, and that is a good answer too."),
        asks=(
            _("Do people get something from meeting each other, or only from speaking with you?"),
            _("Can you keep it up: money, time, and somebody who knows everybody?"),
            _("What is there already, and what do people start themselves?"),
        ),
        fields=("form", "form_because"), needed=("form", "form_because"),
    ),
    Step(
        number=4, short=_("Who takes part"), title=_("Which people and organisations take part?"),
        help=_("Describe what people can do and whom they reach, never what they believe or where they come from. Write no names."),
        asks=(
            _("Do you think of people whom you know well and of people whom you do not know yet?"),
            _("Which organisations do you need, and for what?"),
            _("Who is always forgotten?"),
        ),
        fields=("who", "organisations", "organisations_do"), needed=("who",),
    ),
    Step(
        number=5, short=_("Roles"), title=_("Which roles do they have?"),
        help=_("Each role is a choice of who takes it. Sharing a concern is one of four, and never an obligation."),
        asks=(
            _("What do you ask in this role, and what do you give for it?"),
            _("Who in the municipality answers, and how soon?"),
        ),
        fields=("roles", "functions"), needed=("functions",),
    ),
    Step(
        number=GOALS, short=_("Sub-goals"), title=_("How do you see that it goes well?"),
        help=_("Divide what you want into a few sub-goals that can be measured. Reports to the council are tied to them later."),
        asks=(
            _("Choose three to five. More are seldom read."),
            _("Take something that you can change yourselves: answering in time, a mix of people, an idea that gets room."),
        ),
    ),
    Step(
        number=7, short=_("Limits"), title=_("What will you never ask of a key figure?"),
        help=_("People take part when they know what is not asked. Who visits the public page reads these limits too."),
        asks=(_("Which other policy touches this: youth, care, safety, discrimination?"),),
        fields=("limits", "links"), needed=("limits",),
    ),
)
NUMBERS = tuple(each.number for each in STEPS)


def step(number: int) -> Step:
    return STEPS[number - 1]


def missing(values: Mapping[str, object], *, goals: int) -> list[int]:
    """The steps in which something that is needed is not there yet. Who chose for no key figures needs no sub-goals."""
    lacking = [each.number for each in STEPS if not all(values[name] for name in each.needed)]
    if not goals and values["form"] != NetworkForm.NONE:
        lacking.append(GOALS)
    return sorted(lacking)
