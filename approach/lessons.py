"""The learned lessons of working with key figures, in our own words: what each asks, which figures show it, and what to do next. Pure.

From "Geleerde lessen Sleutelfiguren" of the toolkit; each of its bullets stands here (`bullets`). How a lesson stands is measured (lesson_states).
Codes never change: settings and figures of past quarters hang on them. Routes are names; the page of another app is found when it is drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from approach.kinds import Standing

Text = str | LazyText


class Phase(Enum):
    START = "start"
    DOING = "doing"


class Moment(Enum):
    """When a municipality that begins comes to it."""

    FIRST = "first"  # before anybody is asked to take part
    TOGETHER = "together"  # as soon as people take part
    GOING = "going"  # when it runs


@dataclass(frozen=True, kw_only=True)
class Step:
    """What to do, where, and which permission opens that page. `who`: who does it, for those who may not."""

    label: Text
    route: str
    permission: str
    who: Text


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Another figure of a lesson. `short`: what is missing when it falls short of its threshold; empty: it is told, and judges nothing."""

    code: str
    short: Text = ""


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """`main` is the figure that says how it stands; a figure `beside` it that falls short takes it off its course.

    `to_do`: what to begin with, after "Begin with one thing:". `words`: how it stands, in one or two sentences. `look`: where it is seen
    when it is on course; `step`: what to do else, `begin` when nothing is there yet. Where it is well stands with each indicator.
    `lines`: sentences of another app that belong to it (indicators.registry.Lines).
    """

    code: str
    phase: Phase
    moment: Moment
    title: Text
    asks: Text
    bullets: tuple[Text, ...]
    main: str
    beside: tuple[Beside, ...] = ()
    to_do: Text
    words: Mapping[Standing, Text]
    look: Step
    step: Step
    begin: Step | None = None
    lines: str = ""
    codes: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", (self.main, *(each.code for each in self.beside)))

    def next_step(self, standing: Standing) -> Step:
        return self.begin if standing == Standing.NOT_STARTED and self.begin is not None else self.step

    def short_of(self, code: str) -> Text:
        return next((each.short for each in self.beside if each.code == code), "")


_COORDINATOR, _ADVISER = _("the coordinator"), _("the coordinator or the policy adviser")
_MANAGES: dict[str, Any] = {"permission": "keyfigures.manage", "who": _COORDINATOR}
_MEETS: dict[str, Any] = {"permission": "meetings.organise", "who": _COORDINATOR}
_ASKS: dict[str, Any] = {"permission": "evaluations.manage", "who": _COORDINATOR}
_READS: dict[str, Any] = {"permission": "keyfigures.figures", "who": _COORDINATOR}
_WRITES: dict[str, Any] = {"permission": "approach.manage", "who": _ADVISER}
_SEES: dict[str, Any] = {"permission": "approach.read", "who": _ADVISER}


def _stands(*, course: Text, attention: Text, nothing: Text, few: Text) -> Mapping[Standing, Text]:
    return {Standing.ON_COURSE: course, Standing.ATTENTION: attention, Standing.NOT_STARTED: nothing, Standing.TOO_FEW: few}


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        code="vision", phase=Phase.START, moment=Moment.FIRST, title=_("A clear vision"),
        asks=_("Before you ask anybody: write down why you work with key figures, what you want to reach, and with whom."),
        bullets=(
            _("The vision comes first, and everything else follows from it."),
            _("Say which question in society working with key figures answers."),
            _("Say what you want to reach together, and in which way."),
            _("Say which people and organisations take part."),
            _("Say which roles and tasks each of them has."),
        ),
        main="approach.vision_months",
        beside=(Beside(code="approach.vision_complete", short=_("Not all four questions of the vision are answered.")),),
        to_do=_("write down why you work with key figures"),
        words=_stands(
            course=_("There is a vision that holds, and it is not old."),
            attention=_("The vision is old. Look whether it still fits."),
            nothing=_("There is no vision yet. Begin with it: the rest follows."),
            few=_("Whether the vision holds is not known now."),
        ),
        look=Step(label=_("Read the vision"), route="approach:vision_overview", **_SEES),
        step=Step(label=_("Look at the vision again"), route="approach:vision_overview", **_WRITES),
        begin=Step(label=_("Write the vision"), route="approach:vision_overview", **_WRITES),
    ),
    Lesson(
        code="roles", phase=Phase.START, moment=Moment.TOGETHER, title=_("Clear roles"),
        asks=_("Each key figure chooses what she wants to do. Not everybody does everything, and nobody has to share concerns."),
        bullets=(
            _("Think along about policy on preventing radicalisation."),
            _("Step in or mediate when tensions grow."),
            _("Help to prevent it: make people aware, and young people strong."),
            _("Notice concerns, share them and talk about them."),
        ),
        main="keyfigures.roles_chosen", beside=(Beside(code="keyfigures.active"),),
        to_do=_("ask each key figure which role she wants"),
        words=_stands(
            course=_("Nearly everybody chose a role."),
            attention=_("Of some people it is not clear what they want to do."),
            nothing=_("Nobody takes part yet, so nobody chose a role."),
            few=_("So few people take part that we do not show who chose a role."),
        ),
        look=Step(label=_("See the roles"), route="keyfigures:mix", **_READS),
        step=Step(label=_("See who takes part"), route="keyfigures:figure_list", **_MANAGES),
    ),
    Lesson(
        code="support", phase=Phase.START, moment=Moment.FIRST, title=_("Support of college and council"),
        asks=_("Working with key figures takes years. So you need a decision, somebody on the board who answers for it, and money."),
        bullets=(_("Create support on the board: it takes a long effort of the municipality, and without support it stops."),),
        main="approach.mandate",
        beside=(Beside(code="approach.budget_ahead", short=_("There is no money for next year yet.")),),
        to_do=_("ask for a decision of college or council"),
        words=_stands(
            course=_("There is a decision that holds."),
            attention=_("The decision does not hold any more."),
            nothing=_("There is no decision that holds. Without it the approach stops when people change."),
            few=_("Whether a decision holds is not known now."),
        ),
        look=Step(label=_("See the decisions"), route="approach:support", **_SEES),
        step=Step(label=_("Add the decision"), route="approach:support", **_WRITES),
    ),
    Lesson(
        code="people", phase=Phase.START, moment=Moment.TOGETHER, title=_("Different people"),
        asks=_("Look for different people: connectors, representatives, doers and critical thinkers, of all ages, and also people you do not know yet."),
        bullets=(
            _("Connectors, representatives, people who get things done, and critical thinkers."),
            _("People of different culture, belief, work and age; people you know and people you do not know yet."),
        ),
        main="keyfigures.profile_types",
        beside=(Beside(code="keyfigures.new_people", short=_("Most people were known to the municipality already.")),),
        to_do=_("look for people you do not know yet"),
        words=_stands(
            course=_("All four kinds of people take part."),
            attention=_("Not all four kinds of people take part."),
            nothing=_("Nobody takes part yet of whom we know the kind."),
            few=_("So few people take part that we do not show which kinds there are."),
        ),
        look=Step(label=_("See who takes part"), route="keyfigures:mix", **_READS),
        step=Step(label=_("Look for new people"), route="accounts:invite", permission="accounts.invite_key_figure", who=_COORDINATOR),
        lines="keyfigures.mix",
    ),
    Lesson(
        code="agreements", phase=Phase.DOING, moment=Moment.TOGETHER, title=_("Clear agreements"),
        asks=_("Agree with each key figure on the goal, on her role, and on what you expect of each other. On paper, confirmed by both."),
        bullets=(_("Agree on the goal, on the role of key figures, and on what you expect of each other."),),
        main="keyfigures.agreements",
        to_do=_("make an agreement with each key figure"),
        words=_stands(
            course=_("Nearly everybody has an agreement that holds."),
            attention=_("With some people there is no agreement that holds."),
            nothing=_("There are no agreements yet."),
            few=_("So few people take part that we do not show how many have an agreement."),
        ),
        look=Step(label=_("See who takes part"), route="keyfigures:stage_board", **_MANAGES),
        step=Step(label=_("See who has none yet"), route="keyfigures:stage_board", **_MANAGES),
        begin=Step(label=_("Read the text of the agreement"), route="keyfigures:agreement_text_list", **_MANAGES),
    ),
    Lesson(
        code="concerns", phase=Phase.DOING, moment=Moment.TOGETHER, title=_("Sharing concerns and hearing back"),
        asks=_("Key figures know how, where and when they share a concern, what happens with it, and what they hear back."),
        bullets=(_("One clear way to share a concern: people know how, where and when, what is done with it, and what they hear back."),),
        main="evaluations.process_known",
        beside=(Beside(code="signals.kept", short=_("People do not always hear back in time after they share a concern.")),),
        to_do=_("ask key figures whether they know where to go with a concern"),
        words=_stands(
            course=_("People know where to go with a concern."),
            attention=_("Not everybody knows where to go with a concern."),
            nothing=_("Nobody was asked yet whether she knows where to go with a concern."),
            few=_("Too few people answered whether they know where to go with a concern."),
        ),
        look=Step(label=_("See the promises"), route="signals:clock_status", permission="signals.clock_status", who=_COORDINATOR),
        step=Step(label=_("See which promises are open"), route="signals:clock_status", permission="signals.clock_status", who=_COORDINATOR),
        begin=Step(label=_("Ask it in a survey"), route="evaluations:evaluation_new", **_ASKS),
    ),
    Lesson(
        code="trust", phase=Phase.DOING, moment=Moment.GOING, title=_("Building trust"),
        asks=_("Trust comes slowly and goes fast. Ask regularly how it is, and do something with the answer."),
        bullets=(_("Keep building trust between municipality and key figures."),),
        main="evaluations.trust",
        to_do=_("ask key figures how much they trust the municipality"),
        words=_stands(
            course=_("Key figures trust working together."),
            attention=_("Trust is lower than it should be."),
            nothing=_("Nobody was asked yet how much she trusts the municipality."),
            few=_("Too few people answered to say something about trust."),
        ),
        look=Step(label=_("See what came out"), route="evaluations:evaluation_list", permission="evaluations.results", who=_COORDINATOR),
        step=Step(label=_("See what came out"), route="evaluations:evaluation_list", permission="evaluations.results", who=_COORDINATOR),
        begin=Step(label=_("Plan a survey"), route="evaluations:evaluation_new", **_ASKS),
    ),
    Lesson(
        code="contact", phase=Phase.DOING, moment=Moment.TOGETHER, title=_("Contact when nothing is the matter"),
        asks=_("Call people also when nothing happened. Who is only called after an incident feels used."),
        bullets=(_("Stay in touch and invest in it when it is quiet, not only after incidents."),),
        main="keyfigures.contact",
        beside=(Beside(code="keyfigures.quiet", short=_("We call too often because something happened.")),),
        to_do=_("call somebody without a reason"),
        words=_stands(
            course=_("Nearly everybody was spoken to in time."),
            attention=_("Some people we did not speak to for too long."),
            nothing=_("There is nobody yet to be in touch with."),
            few=_("So few people take part that we do not show how many we spoke to."),
        ),
        look=Step(label=_("See the contact"), route="keyfigures:contact_figures", **_READS),
        step=Step(label=_("Call somebody"), route="keyfigures:figure_list", **_MANAGES),
    ),
    Lesson(
        code="meetings", phase=Phase.DOING, moment=Moment.TOGETHER, title=_("Meetings with a neutral chair"),
        asks=_("Meet regularly, when there is a network. Let somebody from outside lead it, and give the floor to key figures."),
        bullets=(_("Meet regularly: it brings people together and makes them trust each other. Best led by somebody from outside."),),
        main="meetings.held",
        beside=(
            Beside(code="meetings.outside", short=_("Too few meetings were led by somebody from outside.")),
            Beside(code="meetings.points", short=_("Too few points came from key figures.")),
            Beside(code="meetings.answered", short=_("Points did not always get an answer in time.")),
        ),
        to_do=_("plan the first meeting"),
        words=_stands(
            course=_("Meetings are held as often as we want."),
            attention=_("There were fewer meetings than we want."),
            nothing=_("No meeting was held yet in the past year."),
            few=_("How many meetings were held cannot be shown."),
        ),
        look=Step(label=_("See the year"), route="meetings:meeting_year", **_READS),
        step=Step(label=_("Plan a meeting"), route="meetings:meeting_new", **_MEETS),
    ),
    Lesson(
        code="giving", phase=Phase.DOING, moment=Moment.TOGETHER, title=_("Giving something back"),
        asks=_("Who asks, also gives: training, knowledge, and help with practical questions."),
        bullets=(_("Give and take: invest in what key figures know and can, and help with practical problems and questions."),),
        main="keyfigures.given",
        beside=(
            Beside(code="keyfigures.training", short=_("Few people followed a training.")),
            Beside(code="keyfigures.help_in_time", short=_("Questions for help are not always answered in time.")),
        ),
        to_do=_("offer a training"),
        words=_stands(
            course=_("What we give is in balance with what we ask."),
            attention=_("We ask more often than we give."),
            nothing=_("Nothing was asked or given yet."),
            few=_("Too little was asked and given to say something about it."),
        ),
        look=Step(label=_("See giving and taking"), route="keyfigures:network_balance", **_READS),
        step=Step(label=_("Offer a training"), route="keyfigures:course_new", **_MANAGES),
    ),
    Lesson(
        code="thanks", phase=Phase.DOING, moment=Moment.TOGETHER, title=_("Thanking and appreciating"),
        asks=_("Thank people, in person and if they want in public. So they feel heard, seen and supported."),
        bullets=(_("Recognise and appreciate key figures, also in public, so that they feel heard, seen and supported."),),
        main="keyfigures.thanked",
        to_do=_("thank somebody"),
        words=_stands(
            course=_("Nearly everybody was thanked in person."),
            attention=_("Some people were not thanked for a long time."),
            nothing=_("There is nobody yet to be thanked."),
            few=_("So few people take part that we do not show how many were thanked."),
        ),
        look=Step(label=_("See the thanks"), route="keyfigures:recognition_list", **_READS),
        step=Step(label=_("Thank somebody"), route="keyfigures:figure_list", **_MANAGES),
    ),
    Lesson(
        code="learning", phase=Phase.DOING, moment=Moment.GOING, title=_("Looking back and learning"),
        asks=_("Look back at fixed times at how it goes and what it brings. Share what you hear, and make it better."),
        bullets=(_("Look back at set times: how does it go, and what does it bring?"),),
        main="evaluations.rounds",
        beside=(
            Beside(code="evaluations.shared", short=_("What came out was not always told back in time.")),
            Beside(code="evaluations.improved", short=_("Improvements are not always done in time.")),
        ),
        to_do=_("plan a first survey"),
        words=_stands(
            course=_("We look back as often as we want."),
            attention=_("We look back less often than we want."),
            nothing=_("No survey was held yet in the past year."),
            few=_("How often we looked back cannot be shown."),
        ),
        look=Step(label=_("See the improvements"), route="evaluations:improvement_list", permission="evaluations.results", who=_COORDINATOR),
        step=Step(label=_("See the improvements"), route="evaluations:improvement_list", permission="evaluations.results", who=_COORDINATOR),
        begin=Step(label=_("Plan a survey"), route="evaluations:evaluation_new", **_ASKS),
        lines="evaluations.learned",
    ),
    Lesson(
        code="ending", phase=Phase.DOING, moment=Moment.FIRST, title=_("What if working together no longer fits?"),
        asks=_("Agree beforehand what you do when somebody no longer fits as a key figure. Afterwards it always feels personal."),
        bullets=(_("Discuss beforehand what happens when there are signs that somebody is not, or no longer, fit for it."),),
        main="keyfigures.procedure",
        to_do=_("discuss beforehand what you do when working together no longer fits"),
        words=_stands(
            course=_("It stands in the text of the agreement."),
            attention=_("The text of the agreement does not say it any more."),
            nothing=_("The agreement does not say anything about it yet. Arrange it before you need it."),
            few=_("Whether it stands in the agreement is not known now."),
        ),
        look=Step(label=_("Read the text"), route="keyfigures:agreement_text_list", **_MANAGES),
        step=Step(label=_("Write the text"), route="keyfigures:agreement_text_edit", **_MANAGES),
    ),
    Lesson(
        code="accounting", phase=Phase.DOING, moment=Moment.GOING, title=_("Accounting to college and council"),
        asks=_("Tell college and council regularly how it goes, and do what you promised them. So support stays when people change."),
        bullets=(_("Keep support: involve college and council, and account to them regularly."),),
        main="approach.council_months",
        beside=(Beside(code="approach.council_kept", short=_("What was promised to college and council is not always done in time.")),),
        to_do=_("tell the council how it goes"),
        words=_stands(
            course=_("College or council heard not long ago how it goes."),
            attention=_("College and council did not hear for too long how it goes."),
            nothing=_("College and council did not hear yet how it goes."),
            few=_("When college and council last heard how it goes is not known now."),
        ),
        look=Step(label=_("See what was told"), route="approach:moment_list", **_SEES),
        step=Step(label=_("Plan a moment"), route="approach:moment_new", **_WRITES),
    ),
    Lesson(
        code="joining", phase=Phase.DOING, moment=Moment.GOING, title=_("Always looking for new people"),
        asks=_("Every year people stop. Look for new ones before that, not after."),
        bullets=(_("Keep looking for new key figures, because some always leave."),),
        main="keyfigures.joined", beside=(Beside(code="keyfigures.left"),),
        to_do=_("think of who could follow when somebody stops"),
        words=_stands(
            course=_("New people came in the past year."),
            attention=_("Few new people came in the past year."),
            nothing=_("Nobody takes part yet."),
            few=_("Too few people came to show how many."),
        ),
        look=Step(label=_("See who came and went"), route="keyfigures:turnover", **_READS),
        step=Step(label=_("Look for new people"), route="accounts:invite", permission="accounts.invite_key_figure", who=_COORDINATOR),
    ),
    Lesson(
        code="treatment", phase=Phase.DOING, moment=Moment.GOING, title=_("Respect, and all forms of extremism"),
        asks=_("Treat people well, and look at all forms of extremism. Also at right-wing extremism, and not only at people with one belief."),
        bullets=(_("Mind how key figures are treated and how different they are: extremism has many forms, and so do those you ask."),),
        main="evaluations.respect",
        beside=(
            Beside(code="keyfigures.treatment", short=_("Complaints about how people were treated are not answered in time.")),
            Beside(code="keyfigures.themes", short=_("Few forms of extremism got attention.")),
            Beside(code="initiatives.themes"),
        ),
        to_do=_("ask key figures whether they are treated with respect"),
        words=_stands(
            course=_("People find that they are treated with respect."),
            attention=_("Not everybody finds that she is treated with respect."),
            nothing=_("Nobody was asked yet whether she is treated with respect."),
            few=_("Too few people answered whether they are treated with respect."),
        ),
        look=Step(label=_("See what we work on"), route="keyfigures:mix", **_READS),
        step=Step(label=_("Ask it in a survey"), route="evaluations:evaluation_new", **_ASKS),
    ),
    Lesson(
        code="initiatives", phase=Phase.DOING, moment=Moment.GOING, title=_("Ideas from the community"),
        asks=_("What people begin themselves works better than what the municipality invents. Help, and build on what they ask."),
        bullets=(_("Ideas from the community work best, and the government helps. Begins it with you? Then build on what people ask, such as a safe area."),),
        main="initiatives.community",
        beside=(
            Beside(code="initiatives.answered", short=_("Not every idea got an answer in time.")),
            Beside(code="initiatives.filed"),
        ),
        to_do=_("ask the network for ideas"),
        words=_stands(
            course=_("Most of what runs was begun by the community."),
            attention=_("Much of what runs was begun by the municipality."),
            nothing=_("There are no ideas yet."),
            few=_("There are too few ideas to say something about it."),
        ),
        look=Step(label=_("See the ideas"), route="initiatives:initiative_list", permission="initiatives.read", who=_COORDINATOR),
        step=Step(label=_("See the ideas"), route="initiatives:initiative_list", permission="initiatives.read", who=_COORDINATOR),
        lines="initiatives.done",
    ),
)

# What a municipality that begins does first; also which of two lessons comes first when both need something.
ORDER: tuple[str, ...] = (
    "vision", "support", "ending", "people", "roles", "agreements", "concerns", "contact", "thanks", "giving", "meetings", "initiatives", "joining",
    "trust", "treatment", "learning", "accounting",
)

PHASES: Mapping[Phase, Text] = {Phase.START: _("The start"), Phase.DOING: pgettext_lazy("phase", "Doing it")}
MOMENTS: Mapping[Moment, Text] = {
    Moment.FIRST: _("First: before you ask anybody"), Moment.TOGETHER: _("Then: as soon as people take part"), Moment.GOING: _("After that: when it runs"),
}

_BY_CODE = {each.code: each for each in LESSONS}


def lesson_named(code: str) -> Lesson | None:
    return _BY_CODE.get(code)


def in_order() -> tuple[Lesson, ...]:
    """As a municipality that begins takes them up."""
    return tuple(_BY_CODE[code] for code in ORDER)


# All figures that a page of lessons asks for, each once.
CODES: tuple[str, ...] = tuple(sorted({code for each in LESSONS for code in each.codes}))
