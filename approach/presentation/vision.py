"""A vision in words: its state as a sentence, its steps with their answers, its sub-goals, and all versions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from approach.actions.vision import missing_steps
from approach.kinds import Body, NetworkForm, OrganisationKind, VisionState
from approach.models.vision import Goal, Vision
from approach.presentation import measures
from approach.steps import GOALS, STEPS, Step
from indicators import registry
from keyfigures.catalogue import ShippedRole
from terms.presentation import Hero, Ring
from ui.phrases import Words, lower_first, upper_first

_LABELS = {
    "problem": lambda: _("The problem"), "goal": lambda: _("What we want to reach"), "way": lambda: _("How we want to reach it"),
    "form": lambda: _("Form of the cooperation"), "form_because": lambda: _("Why this form"), "who": lambda: _("Which people"),
    "organisations": lambda: _("Which organisations"), "organisations_do": lambda: _("What these organisations do"),
    "roles": lambda: _("Roles of key figures"), "functions": lambda: _("What these roles mean with us"),
    "limits": lambda: _("What we never ask"), "links": lambda: _("Other policy that goes with it"),
}
_BY = {
    Body.MAYOR: lambda: _("by the mayor"), Body.COLLEGE: lambda: _("by the college of mayor and aldermen"), Body.COUNCIL: lambda: _("by the council"),
}
_CHOICES = {"organisations": OrganisationKind, "roles": ShippedRole}


@dataclass(frozen=True, kw_only=True)
class Answer:
    name: str
    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class GoalWords:
    """One sub-goal: what, what shows it with its definition, and how much by when. Empty urls where nothing may be changed."""

    identity: str
    text: str
    shown_by: str
    definition: str
    target: str
    by: str
    change_url: str = ""
    remove_url: str = ""
    move_url: str = ""

    @property
    def line(self) -> str:
        """All of it as one text, to compare and to print."""
        return " ".join(f"{each.rstrip('.')}." for each in (self.shown_by, self.target, self.by) if each)


@dataclass(frozen=True, kw_only=True)
class StepWords:
    """`url` leads to writing it; empty where that is not possible."""

    number: int
    title: str
    answers: Sequence[Answer]
    goals: Sequence[GoalWords] = ()
    url: str = ""
    is_missing: bool = False

    @property
    def is_of_goals(self) -> bool:
        return self.number == GOALS


@dataclass(frozen=True, kw_only=True)
class VersionLine:
    number: int
    label: str
    state: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The version that is being written, on the overview."""

    title: str
    sentence: str
    url: str
    check_url: str
    missing: Sequence[str] = field(default_factory=list)


def label_of(name: str) -> str:
    return _LABELS[name]()


def answer_of(vision: Vision, name: str) -> str:
    """What stands in a field, as a reader sees it."""
    value = getattr(vision, name)
    if name == "form":
        return str(NetworkForm(value).label) if value else ""
    if name in _CHOICES:
        known = dict(_CHOICES[name].choices)
        return upper_first(", ".join(lower_first(str(known.get(each, each))) for each in value))
    return str(value)


def steps_of(vision: Vision, goals: Sequence[Goal], *, today: date, writes: bool = False, missing: Sequence[int] = ()) -> list[StepWords]:
    """Without a statement."""
    return [
        StepWords(
            number=each.number, title=str(each.short), answers=[Answer(name=name, label=label_of(name), text=answer_of(vision, name)) for name in each.fields],
            goals=[goal_words(goal, today=today) for goal in goals] if each.number == GOALS else (), url=step_url(vision, each) if writes else "",
            is_missing=each.number in missing,
        )
        for each in STEPS
    ]


def goal_words(goal: Goal, *, today: date, writes_in: Vision | None = None) -> GoalWords:
    indicator = registry.named(goal.indicator) if goal.indicator else None
    urls = {}
    if writes_in is not None:
        args = [writes_in.uuid, goal.identity]
        urls = {f"{name}_url": reverse(f"approach:vision_goal_{name}", args=args) for name in ("change", "remove", "move")}
    return GoalWords(
        identity=str(goal.identity), text=goal.text, shown_by=_shown_by(goal, indicator), definition=str(indicator.definition) if indicator else "",
        target=_target(goal, indicator), by=upper_first(Words(today).by(goal.by_date)) if goal.by_date else "", **urls,
    )


def hero(vision: Vision | None, *, today: date) -> Hero:
    """Of the version in force, or that there is none."""
    if vision is None:
        return Hero(ring=Ring(state="you"), title=_("There is no vision yet"), sentences=[_("Everything else in the approach leans on it: begin here.")])
    words = Words(today)
    title = _("Version %(number)d of the vision is in force") % {"number": vision.number}
    sentences = [adopted(vision, words), review(vision, words)]
    late = vision.review_on is not None and vision.review_on < today
    return Hero(ring=Ring(state="late" if late else "kept"), title=title, sentences=sentences)


def adopted(vision: Vision, words: Words) -> str:
    """ "Vastgesteld op 26 maart 2026 door de raad, document 2026-123."."""
    if vision.adopted_on is None:
        return ""
    told = {"day": words.day_only(vision.adopted_on), "by": _BY[Body(vision.adopted_by)](), "document": vision.document_number}
    if vision.document_number:
        return _("Adopted on %(day)s %(by)s, document %(document)s.") % told
    return _("Adopted on %(day)s %(by)s.") % told


def review(vision: Vision, words: Words) -> str:
    if vision.review_on is None:
        return ""
    if vision.review_on < words.today:
        return _("Too late: it should have been looked at again by %(day)s.") % {"day": words.day_only(vision.review_on)}
    return _("It is looked at again %(by)s.") % {"by": words.by(vision.review_on)}


def state_of(vision: Vision, held: Vision | None, words: Words) -> str:
    if vision.state == VisionState.DRAFT:
        return _("Being written, nobody else reads it yet")
    if held is not None and held.pk == vision.pk:
        return _("In force. %(adopted)s") % {"adopted": adopted(vision, words)}
    return _("Was in force before. %(adopted)s") % {"adopted": adopted(vision, words)}


def versions(rows: Sequence[Vision], held: Vision | None, *, today: date) -> list[VersionLine]:
    """Newest first."""
    words = Words(today)
    return [VersionLine(number=each.number, label=version_name(each), state=state_of(each, held, words), url=url_of(each)) for each in rows]


def version_name(vision: Vision) -> str:
    return _("Version %(number)d") % {"number": vision.number}


def draft_of(row: Vision) -> Draft:
    """How far it is. One statement."""
    lacking = missing_steps(row)
    ready = len(STEPS) - len(lacking)
    sentence = _("Everything is filled in. Read it once more, and have it adopted.")
    if lacking:
        count = ngettext("%(ready)d of the %(all)d steps is filled in.", "%(ready)d of the %(all)d steps are filled in.", ready)
        sentence = count % {"ready": ready, "all": len(STEPS)}
    first = STEPS[lacking[0] - 1] if lacking else None
    return Draft(
        title=_("Version %(number)d is being written") % {"number": row.number}, sentence=sentence,
        url=step_url(row, first) if first else reverse("approach:vision_check", args=[row.uuid]), check_url=reverse("approach:vision_check", args=[row.uuid]),
        missing=[str(STEPS[number - 1].short) for number in lacking],
    )


def step_url(vision: Vision, step: Step) -> str:
    return reverse("approach:vision_step", args=[vision.uuid, step.number])


def url_of(vision: Vision) -> str:
    name = "approach:vision_check" if vision.state == VisionState.DRAFT else "approach:vision_detail"
    return reverse(name, args=[vision.uuid])


def _shown_by(goal: Goal, indicator: registry.Indicator | None) -> str:
    if goal.measure:
        return _("We see it ourselves: %(measure)s") % {"measure": lower_first(goal.measure).rstrip(".")}
    if indicator is None:
        return _("The figure that showed it does not exist any more (%(code)s)") % {"code": goal.indicator}
    return _("Shown by: %(figure)s") % {"figure": lower_first(str(indicator.label))}


def _target(goal: Goal, indicator: registry.Indicator | None) -> str:
    if goal.target is None:
        return ""
    value = measures.side(goal.target, indicator) if indicator is not None else measures.told(goal.target, registry.Unit.NUMBER)
    return _("Target: %(value)s") % {"value": value}
