"""The nine steps of a process evaluation. Words only: no database.

That there are nine steps is the toolkit's (domain 3.1), and so is the first (a team of two or more, one with some distance). The words
of the others could not be found; they are our proposal, derived from the lessons and from what a general guide asks: was it done as
planned, who was reached, what do those involved find. Pages say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

TEAM, PLAN, CONTACT, PROMISES, MEETINGS, REACH, BALANCE, OPINIONS, LEARNING = NUMBERS = tuple(range(1, 10))


@dataclass(frozen=True, kw_only=True)
class Step:
    """`asks`: what to look at; `example`: what could be written."""

    number: int
    title: str | LazyText
    short: str | LazyText
    asks: Sequence[str | LazyText]
    example: str | LazyText


STEPS: tuple[Step, ...] = (
    Step(
        number=TEAM, title=_("Who looks back, and what do you want to know?"), short=_("Team and question"),
        asks=(
            _("Make a team of at least two: one who does the work, and one with some distance to it."),
            _("What do you want to know, and what will you do with the answer?"),
        ),
        example=_("The coordinator and somebody of another department look. We want to know why few young people take part."),
    ),
    Step(
        number=PLAN, title=_("What was the plan?"), short=_("The plan"),
        asks=(
            _("What did you want to reach with the network, and what would you do for it?"),
            _("Is there no plan? Write it down afterwards, from old proposals and letters."),
        ),
        example=_("We would meet four times a year and call everybody once in two months."),
    ),
    Step(
        number=CONTACT, title=_("Is there contact, also when nothing is the matter?"), short=_("Contact"),
        asks=(_("Was there contact as planned?"), _("How much of it was because something happened?")),
        example=_("We called often after the summer, and hardly in spring."),
    ),
    Step(
        number=PROMISES, title=_("Was done what was promised?"), short=_("Promises"),
        asks=(_("Which promises were kept, and which were late?"), _("What made it late, and who noticed?")),
        example=_("Answers to questions came in time. After a report it took too long: one colleague was away."),
    ),
    Step(
        number=MEETINGS, title=_("How do you meet?"), short=_("Meetings"),
        asks=(_("Did the meetings go on as planned, and who led them?"), _("Who brought in the points, and what was done with them?")),
        example=_("A chair from outside helped. Half of the points came from ourselves: that must become less."),
    ),
    Step(
        number=REACH, title=_("Whom do you reach, and whom not?"), short=_("Reach"),
        asks=(_("Does the network look like the whole municipality?"), _("Who came, who stopped, and why?")),
        example=_("Nobody of Noord takes part. We never looked for anybody there."),
    ),
    Step(
        number=BALANCE, title=_("Do giving and taking hold each other in balance?"), short=_("Giving and taking"),
        asks=(_("What did you ask of key figures, and what did they get?"), _("Who carried most, and is that fair?")),
        example=_("We asked much, and gave one training."),
    ),
    Step(
        number=OPINIONS, title=_("What do those involved find?"), short=_("What people find"),
        asks=(_("What did key figures and officials answer to the questions?"), _("What did you hear in talks? Write themes, never who said it.")),
        example=_("Most feel heard. Several do not know what happens with a concern."),
    ),
    Step(
        number=LEARNING, title=_("What stays, and what gets better?"), short=_("What we learn"),
        asks=(_("What goes well and must stay?"), _("Which improvements do you choose? Not more than you can do.")),
        example=_("We keep calling in quiet time. Better: tell within a week what happens with a concern."),
    ),
)


def step(number: int) -> Step:
    """Raises IndexError for a step that does not exist."""
    if number not in NUMBERS:
        raise IndexError(number)
    return STEPS[number - 1]
