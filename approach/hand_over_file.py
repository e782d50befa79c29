"""What a new coordinator, portfolio holder or council needs to know, on paper: how the approach stands, without persons.

Names of members stand nowhere in it: not of who prepares, promised or wrote something down.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Municipality
from approach.kinds import OrganisationKind
from approach.models.support import CouncilPromise
from approach.models.vision import Goal, Vision
from approach.presentation.figures import value_words
from approach.presentation.support import Register, body_words, promise_state, register_of, state_of, steps_of, year_of
from approach.promise_counts import open_promises
from approach.standing import standing_of
from indicators import measuring
from indicators.registry import Measured, Period
from keyfigures.catalogue import ShippedRole
from terms.days import at_time, local_date
from ui.papers import Paper, Section
from ui.phrases import Words, upper_first
from ui.words import day_in_words

YEAR = timedelta(days=365)
Lines = list[tuple[str, str]]


def paper_of(municipality: Municipality, *, at: datetime) -> Paper:
    """A constant number of statements beside what the apps count."""
    today = local_date(at)
    register, words = register_of(municipality, today=today), Words(today)
    sections = [
        Section(title=_("How support stands"), lines=_standing(register)),
        *_vision(Vision.objects.in_force(municipality, on=today), words),
        Section(title=_("Decisions"), lines=_decisions(register, words)),
        Section(title=_("Who answers for it?"), lines=_holders(register, words)),
        Section(title=_("Money"), lines=_money(register, words)),
        Section(title=_("Moments with college and council"), lines=_moments(register, words)),
        Section(title=_("What was promised to college and council"), lines=_promises(register, municipality, words)),
        Section(title=_("Dates that are known"), lines=[(each.get_kind_display(), words.day(each.on)) for each in register.dates]),
        _figures(municipality, today),
        Section(title=_("What is promised and open"), lines=_counts(municipality, at), note=_("Numbers per kind. Never to whom, and never about what.")),
        Section(title=_("Where to find what"), lines=_places()),
    ]
    return Paper(
        title=_("Hand-over file of the approach"),
        lead=_("For a new coordinator, a new portfolio holder or a new council: how the work with key figures stands."),
        facts=[_("As it was on %(day)s.") % {"day": day_in_words(today, today=None)}, _("No person stands in this file.")],
        sections=[_filled(each) for each in sections],
        place=_("Hand-over file"), municipality=str(municipality), brand=municipality.brand, language=translation.get_language() or "nl",
    )


def _filled(section: Section) -> Section:
    """A part of which there is nothing says so: who reads it knows that nothing was left out."""
    is_empty = not section.text and not section.lines
    return Section(title=section.title, text=_("Nothing stands in the register yet."), level=section.level) if is_empty else section


def _standing(register: Register) -> Lines:
    asks = [(each.sentence, "") for each in steps_of(register)]
    return [*((sentence, "") for sentence in state_of(register)), *asks]


def _vision(vision: Vision | None, words: Words) -> list[Section]:
    """Its questions as parts of their own; two statements."""
    if vision is None:
        return [Section(title=_("The vision"), text=_("No vision is adopted."))]
    adopted = _("Version %(number)s, adopted on %(day)s by: %(body)s.") % {
        "number": vision.number, "day": words.day_only(vision.adopted_on or words.today), "body": vision.get_adopted_by_display(),
    }
    review = _("It is looked at again on %(day)s.") % {"day": words.day_only(vision.review_on)} if vision.review_on else ""
    parts = (
        (_("Which problem?"), vision.problem), (_("What do we want to reach?"), vision.goal), (_("How do we want to reach it?"), vision.way),
        (_("In which form?"), "\n".join(filter(None, (vision.get_form_display(), vision.form_because)))),
        (_("Who takes part?"), "\n".join(filter(None, (vision.who, _labels(vision.organisations, OrganisationKind), vision.organisations_do)))),
        (_("Which roles?"), "\n".join(filter(None, (_labels(vision.roles, ShippedRole), vision.functions)))),
        (_("What we never ask of a key figure"), vision.limits), (_("Other policy"), vision.links),
    )
    told = [Section(title=title, text=text, level=3) for title, text in parts if text]
    goals = [(each.text, _goal(each, words)) for each in Goal.objects.filter(vision=vision).order_by("position")]
    goal_part = [Section(title=_("Goals"), lines=goals, level=3)] if goals else []
    return [Section(title=_("The vision in force"), text=" ".join(filter(None, (adopted, review)))), *told, *goal_part]


def _labels(values: Sequence[str], known: type[OrganisationKind] | type[ShippedRole]) -> str:
    return ", ".join(str(known(value).label) for value in values if value in known.values)


def _goal(goal: Goal, words: Words) -> str:
    return _("by %(day)s at the latest") % {"day": words.day_only(goal.by_date)} if goal.by_date else ""


def _decisions(register: Register, words: Words) -> Lines:
    found = []
    for each in register.decisions:
        told = {"body": each.get_body_display(), "day": words.day_only(each.decided_on)}
        document = _("document %(number)s") % {"number": each.document_number} if each.document_number else ""
        until = _("holds until and including %(day)s") % {"day": words.day_only(each.until)} if each.until else _("holds until another decision")
        found.append((each.title, "; ".join(filter(None, (_("%(body)s, on %(day)s") % told, document, until)))))
    return found


def _holders(register: Register, words: Words) -> Lines:
    found = []
    for each in register.holders:
        days = {"first": words.day_only(each.since), "last": words.day_only(each.until) if each.until else ""}
        found.append((upper_first(each.office), (_("from %(first)s until and including %(last)s") if each.until else _("since %(first)s")) % days))
    return found


def _money(register: Register, words: Words) -> Lines:
    years = [year_of(each, words, manages=False) for each in register.budgets]
    return [(str(each.year), "; ".join(filter(None, (each.amount, each.spent, each.note)))) for each in years]


def _moments(register: Register, words: Words) -> Lines:
    found = []
    for each in (*register.planned, *register.held):
        told = {"body": body_words(each.body), "day": words.day_only(each.held_on or each.planned_on)}
        when = (_("%(body)s heard of it on %(day)s") if each.held_on else _("%(body)s hears of it on %(day)s")) % told
        found.append((each.title, f"{when}. " + _("Asked: %(what)s") % {"what": each.asked} if each.asked else f"{when}."))
    return found


def _promises(register: Register, municipality: Municipality, words: Words) -> Lines:
    """Open, and those that ended in the last year with what became of them."""
    since = at_time(register.today - YEAR, time(0))
    ended = CouncilPromise.objects.of_municipality(municipality).filter(ended_at__gte=since).order_by("-ended_at", "-pk")
    return [(each.what, f"{promise_state(each, words)[1]}. {each.outcome}".strip()) for each in (*register.promises, *ended)]


def _figures(municipality: Municipality, today: date) -> Section:
    measured = measuring.measure(municipality, Period.year_until(today))
    note = _("Of the year until this day; what counts people is of the year until the last quarter that ended. A threshold is our proposal.")
    return Section(title=_("How the lessons stand in figures"), lines=[_measured(each) for each in measured.values()], note=note)


def _measured(measured: Measured) -> tuple[str, str]:
    """How it stands by our threshold, where there is one."""
    each, figure = measured.indicator, measured.figure
    words = value_words(figure, unit=each.unit)
    standing = standing_of(figure, threshold=each.threshold, direction=each.direction)
    return str(each.label), f"{words}. {standing.label}." if each.threshold is not None else f"{words}."


def _counts(municipality: Municipality, at: datetime) -> Lines:
    counts = open_promises(municipality, at=at)
    return [(each.label, _("%(open)s open, of which %(late)s late") % {"open": each.open, "late": each.late}) for each in counts]


def _places() -> Lines:
    return [
        (_("Support"), _("decisions, money, moments and promises, and this file")),
        (_("Lessons"), _("how each learned lesson stands, and what to do next")),
        (_("Network"), _("who takes part, for who works with key figures")),
        (_("Meetings"), _("agenda, reports, and what was done with each point")),
        (_("Evaluations"), _("what key figures and officials find of it, and what is learned")),
        (_("Handing over"), _("how open work goes from one colleague to another")),
        (_("Register of processing"), _("which data there are, why and how long")),
    ]
