"""How support stands, in words: a sentence on top with the step that it asks, and below it what stands in the register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership, Municipality
from approach import horizon
from approach.ahead import marks_of
from approach.horizon import Ahead, Mark
from approach.kinds import Body, DateKind, PromiseState
from approach.models.support import Budget, CouncilPromise, Decision, KnownDate, Moment, PortfolioHolder
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, Row, hero_of_task, state_of_task
from ui.money import euros
from ui.phrases import Words, number, upper_first

SHOWN = 5  # moments that were held, and promises that ended, on the page of the register
TOLD_WITHIN = timedelta(days=365)  # college or council hears at least once a year how it goes


@dataclass(frozen=True, kw_only=True)
class Step:
    """What asks for attention, and the button that does something about it."""

    sentence: str
    label: str
    url: str
    is_late: bool = False


@dataclass(frozen=True, kw_only=True)
class Year:
    """Money of one year; `share` of it that was spent, for the bar."""

    year: int
    amount: str
    spent: str
    note: str
    url: str
    share: int | None = None


@dataclass(frozen=True, kw_only=True)
class Register:
    """All of it as it is now. `steps`: what asks for attention, first on top."""

    decisions: Sequence[Decision]
    holders: Sequence[PortfolioHolder]
    budgets: Sequence[Budget]
    planned: Sequence[Moment]
    held: Sequence[Moment]
    promises: Sequence[CouncilPromise]
    dates: Sequence[KnownDate]
    marks: Sequence[Mark]
    today: date

    @property
    def is_empty(self) -> bool:
        return not any((self.decisions, self.holders, self.budgets, self.planned, self.held, self.dates))

    @property
    def holder(self) -> PortfolioHolder | None:
        return next((each for each in self.holders if each.since <= self.today and (each.until is None or each.until >= self.today)), None)


@dataclass(frozen=True, kw_only=True)
class SupportPage:
    title: str
    lead: str
    steps: Sequence[Step]
    decisions: Sequence[Row]
    holders: Sequence[Row]
    years: Sequence[Year]
    planned: Sequence[Row]
    held: Sequence[Row]
    promises: Sequence[Row]
    dates: Sequence[Row]
    is_empty: bool = False
    others: Sequence[Step] = field(default_factory=list)

    @property
    def first(self) -> Step | None:
        return self.steps[0] if self.steps else None


def register_of(municipality: Municipality, *, today: date) -> Register:
    """Eight statements, whatever stands in it."""
    moments = Moment.objects.of_municipality(municipality).with_people()
    return Register(
        decisions=list(Decision.objects.of_municipality(municipality).for_list()),
        holders=list(PortfolioHolder.objects.of_municipality(municipality).for_list()),
        budgets=list(Budget.objects.of_municipality(municipality).for_list()),
        planned=list(moments.planned().order_by("planned_on", "pk")),
        held=list(moments.held().order_by("-held_on", "-pk")[:SHOWN]),
        promises=list(CouncilPromise.objects.of_municipality(municipality).open().for_list()),
        dates=list(KnownDate.objects.of_municipality(municipality).ahead().for_list()),
        marks=marks_of(municipality, today=today),
        today=today,
    )


def page_of(register: Register, *, reader: Membership) -> SupportPage:
    words, manages = Words(register.today), reader.may("approach.manage")
    steps = steps_of(register)
    return SupportPage(
        title=steps[0].sentence if steps else _("Support stands"),
        lead=_empty_lead() if register.is_empty else " ".join(state_of(register)),
        steps=steps if manages else [],
        others=steps[1:],
        is_empty=register.is_empty,
        decisions=[_decision_row(each, words, manages=manages) for each in register.decisions],
        holders=[_holder_row(each, words, manages=manages) for each in register.holders],
        years=[year_of(each, words, manages=manages) for each in register.budgets],
        planned=moment_rows(register.planned, words),
        held=moment_rows(register.held, words),
        promises=promise_rows(register.promises, today=register.today),
        dates=[_date_row(each, words, manages=manages) for each in register.dates],
    )


def steps_of(register: Register) -> list[Step]:
    """What asks for attention: first what is late, then what is not there, then what comes, by its day."""
    if register.is_empty:
        return [Step(sentence=_("Who backs the approach is not written down yet"), label=_("Write down decision"), url=reverse("approach:decision_new"))]
    found = [*_late(register), *_missing(register), *(step_of(each, Words(register.today)) for each in _ahead(register)), *_not_told(register)]
    return list({each.sentence: each for each in found}.values())


def step_of(ahead: Ahead, words: Words) -> Step:
    """What comes or ends, as a sentence, with what to do about it."""
    is_over = ahead.is_over(words.today)
    label, url = _doing(ahead, is_over=is_over)
    return Step(sentence=sentence_of(ahead, words), label=label, url=url, is_late=is_over)


def sentence_of(ahead: Ahead, words: Words) -> str:
    told = {"day": words.day(ahead.on), "year": ahead.on.year + 1}
    is_over = ahead.is_over(words.today)
    sentences = {
        horizon.MANDATE: (_("The decision on the approach ends on %(day)s"), _("The decision on the approach ended on %(day)s")),
        horizon.BUDGET: (_("There is no money for %(year)s yet"), _("There is no money for %(year)s yet")),
        horizon.REVIEW: (_("The vision is looked at again on %(day)s"), _("The vision had to be looked at again on %(day)s")),
        horizon.ELECTIONS: (_("Elections of the council are on %(day)s"), _("Elections were on %(day)s. Does the new council know the approach?")),
        horizon.PORTFOLIO: (_("Another portfolio holder comes on %(day)s"), _("Another portfolio holder came on %(day)s. Who is it?")),
        horizon.MOMENT: (_("A moment with college or council is on %(day)s"), _("A moment with college or council was on %(day)s. What came of it?")),
    }
    return sentences[ahead.kind][is_over] % told


def state_of(register: Register) -> list[str]:
    """How it stands, in at most four sentences: decision, office, money, and when college or council hears next."""
    words = Words(register.today)
    return [each for each in (_mandate_words(register, words), _office_words(register), _money_words(register), _moment_words(register, words)) if each]


def body_words(body: str) -> str:
    """ "De raad", to begin a sentence with."""
    return {Body.MAYOR: _("The mayor"), Body.COLLEGE: _("The college"), Body.COUNCIL: _("The council")}[Body(body)]


def year_of(row: Budget, words: Words, *, manages: bool) -> Year:
    spent = ""
    if row.spent is not None and row.spent_until is not None:
        spent = _("%(amount)s spent until and including %(day)s") % {"amount": euros(row.spent), "day": words.day_only(row.spent_until)}
    share = min(100, round(100 * row.spent / row.amount)) if row.spent is not None and row.amount else None
    url = reverse("approach:budget_change", args=[row.uuid]) if manages else ""
    return Year(year=row.year, amount=euros(row.amount), spent=spent, note=row.note, url=url, share=share)


def moment_rows(rows: Iterable[Moment], words: Words) -> list[Row]:
    return [Row(title=each.title, line=_moment_line(each, words), url=reverse("approach:moment_detail", args=[each.uuid])) for each in rows]


def promise_rows(rows: Iterable[CouncilPromise], *, today: date) -> list[Row]:
    """Without a statement."""
    words = Words(today)
    return [Row(title=each.what, line=_promise_line(each, words), url=promise_url(each)) for each in rows]


def promise_url(row: CouncilPromise) -> str:
    return reverse("approach:promise_detail", args=[row.uuid])


def promise_state(row: CouncilPromise, words: Words) -> tuple[str, str, str]:
    """State of the ring, the line in words, and its tone."""
    return state_of_task(row.due_on, words, ended_at=row.ended_at, is_dropped=row.state == PromiseState.DROPPED)


def promise_hero(row: CouncilPromise, *, reader: Membership, today: date) -> Hero:
    """One promise as a sentence, to who does it and to who reads along."""
    words, ends = Words(today), {PromiseState.KEPT: _("This promise was kept"), PromiseState.DROPPED: _("This is not done")}
    if row.state not in ends:
        return hero_of_task(row.due_on, words, owner=row.owner.name, is_own=reader.pk == row.owner_id)
    state, due, _tone = promise_state(row, words)
    return Hero(ring=Ring(state=state), title=ends[PromiseState(row.state)], sentences=[f"{due}."])


def moment_title(row: Moment, words: Words) -> str:
    """The state of one moment as a sentence."""
    told = {"body": body_words(row.body), "day": words.day(row.held_on or row.planned_on)}
    if row.held_on is not None:
        return _("%(body)s heard of it on %(day)s") % told
    if row.cancelled_at is not None:
        return _("This moment on %(day)s was cancelled") % told
    return (_("This was on %(day)s. What came of it?") if row.planned_on < words.today else _("%(body)s hears of it on %(day)s")) % told


def _late(register: Register) -> list[Step]:
    late = [each for each in register.promises if each.due_on < register.today]
    if not late:
        return []
    told = ngettext("%(number)s promise to college or council is late", "%(number)s promises to college or council are late", len(late))
    url = promise_url(late[0]) if len(late) == 1 else reverse("approach:promise_list")
    return [Step(sentence=told % {"number": number(len(late))}, label=_("Look at it"), url=url, is_late=True)]


def _missing(register: Register) -> list[Step]:
    found = []
    if not any(mark.kind == horizon.MANDATE for mark in register.marks):
        found.append(Step(sentence=_("Nobody decided on the approach yet"), label=_("Write down decision"), url=reverse("approach:decision_new")))
    if register.holder is None:
        found.append(Step(sentence=_("No office answers for the approach yet"), label=_("Write down office"), url=reverse("approach:portfolio_new")))
    if not any(mark.kind == horizon.BUDGET and mark.on is not None and mark.on.year == register.today.year for mark in register.marks):
        found.append(_money_step(register.today.year))
    return found


def _not_told(register: Register) -> list[Step]:
    found = []
    last = max((each.held_on for each in register.held if each.held_on is not None), default=None)
    if not register.planned and (last is None or last < register.today - TOLD_WITHIN):
        sentence = _("College and council did not hear of the approach for a year") if last else _("College and council never heard of the approach")
        found.append(Step(sentence=sentence, label=_("Plan a moment"), url=reverse("approach:moment_new")))
    if not any(each.kind == DateKind.ELECTIONS for each in register.dates):
        found.append(Step(sentence=_("When are the next elections of the council?"), label=_("Fill in the day"), url=reverse("approach:date_new")))
    return found


def _ahead(register: Register) -> list[Ahead]:
    """Without what is said as missing already."""
    return [
        each for each in horizon.near(register.marks, today=register.today) if not (each.kind == horizon.BUDGET and each.is_over(register.today))
    ]


def _doing(ahead: Ahead, *, is_over: bool) -> tuple[str, str]:
    if ahead.kind == horizon.MANDATE:
        return _("Write down decision"), reverse("approach:decision_new")
    if ahead.kind == horizon.BUDGET:
        step = _money_step(ahead.on.year + 1)
        return step.label, step.url
    if ahead.kind == horizon.REVIEW:
        return _("Look at the vision"), reverse("approach:vision_review", args=[ahead.subject])
    if ahead.kind == horizon.MOMENT:
        return _("Say what came of it"), reverse("approach:moment_detail", args=[ahead.subject])
    if not is_over:
        return _("Plan a moment"), reverse("approach:moment_new")
    done = _("It is done") if ahead.kind == horizon.ELECTIONS else _("Write down office")
    return done, reverse("approach:date_done", args=[ahead.subject]) if ahead.kind == horizon.ELECTIONS else reverse("approach:portfolio_new")


def _money_step(year: int) -> Step:
    url = f"{reverse('approach:budget_new')}?jaar={year}"
    return Step(sentence=_("There is no money for %(year)s yet") % {"year": year}, label=_("Fill in %(year)s") % {"year": year}, url=url)


def _empty_lead() -> str:
    return _("Here stands who decided on the approach, with which money, and what college and council were told. You are warned long before something ends.")


def _mandate_words(register: Register, words: Words) -> str:
    mandates = [each for each in register.marks if each.kind == horizon.MANDATE]
    if not horizon.holds(register.marks, today=register.today):
        return ""
    if any(each.on is None for each in mandates):
        return _("The decision on the approach holds until there is another.")
    return _("The decision on the approach holds until and including %(day)s.") % {"day": words.day(max(each.on for each in mandates if each.on))}


def _office_words(register: Register) -> str:
    return _("Portfolio holder: %(office)s.") % {"office": register.holder.office} if register.holder else ""


def _money_words(register: Register) -> str:
    money = next((each for each in horizon.ahead_of(register.marks, today=register.today) if each.kind == horizon.BUDGET), None)
    if money is None or money.is_over(register.today):
        return ""
    return _("There is money until and including %(year)s.") % {"year": money.on.year}


def _moment_words(register: Register, words: Words) -> str:
    upcoming = next((each for each in register.planned if each.planned_on >= register.today), None)
    if upcoming is None:
        return ""
    return _("%(body)s hears of it on %(day)s.") % {"body": body_words(upcoming.body), "day": words.day(upcoming.planned_on)}


def _decision_row(row: Decision, words: Words, *, manages: bool) -> Row:
    if row.until is None:
        state, due = "later", _("Holds until another decision")
    elif row.until < words.today:
        state, due = "kept", _("Held until and including %(day)s") % {"day": words.day_only(row.until)}
    else:
        state, due = "run", _("Holds until and including %(day)s") % {"day": words.day(row.until)}
    told = {"body": row.get_body_display(), "day": words.day_only(row.decided_on)}
    meta = _("%(body)s, on %(day)s.") % told + (_(" Document %(number)s.") % {"number": row.document_number} if row.document_number else "")
    url = reverse("approach:decision_change", args=[row.uuid]) if manages else ""
    return Row(title=row.title, line=Line(ring=Ring(state=state), what=row.get_kind_display(), due=due, meta=meta), url=url)


def _holder_row(row: PortfolioHolder, words: Words, *, manages: bool) -> Row:
    told = {"first": words.day_only(row.since), "last": words.day_only(row.until) if row.until else ""}
    due = (_("From %(first)s until and including %(last)s") if row.until else _("Since %(first)s")) % told
    if row.since > words.today:
        due = _("From %(first)s") % told
    is_now = row.since <= words.today and (row.until is None or row.until >= words.today)
    url = reverse("approach:portfolio_change", args=[row.uuid]) if manages else ""
    return Row(title=upper_first(row.office), line=Line(ring=Ring(state="run" if is_now else "later"), what="", due=due), url=url)


def _date_row(row: KnownDate, words: Words, *, manages: bool) -> Row:
    state, due, tone = ("late", _("Was on %(day)s"), "late") if row.on < words.today else ("run", _("On %(day)s"), "")
    meta = _("This moved. Before it was %(day)s.") % {"day": words.day_only(row.moved_from)} if row.moved_from else ""
    url = reverse("approach:date_change", args=[row.uuid]) if manages else ""
    return Row(title=row.get_kind_display(), line=Line(ring=Ring(state=state), what="", due=due % {"day": words.day(row.on)}, tone=tone, meta=meta), url=url)


def _moment_line(row: Moment, words: Words) -> Line:
    body = row.get_body_display()
    if row.held_on is not None:
        return Line(ring=Ring(state="kept"), what=body, due=_("Held on %(day)s") % {"day": words.day(row.held_on)}, tone="kept")
    if row.cancelled_at is not None:
        return Line(ring=Ring(state="later"), what=body, due=_("Cancelled on %(day)s") % {"day": words.day(local_date(row.cancelled_at))})
    prepares = _("%(name)s prepares it.") % {"name": row.owner.name}
    if row.planned_on < words.today:
        return Line(ring=Ring(state="late"), what=body, due=_("Was on %(day)s") % {"day": words.day(row.planned_on)}, tone="late", meta=prepares)
    return Line(ring=Ring(state="run"), what=body, due=_("On %(day)s") % {"day": words.day(row.planned_on)}, meta=prepares)


def _promise_line(row: CouncilPromise, words: Words) -> Line:
    state, due, tone = promise_state(row, words)
    return Line(ring=Ring(state=state), what=row.owner.name, due=due, tone=tone, meta=row.moment.title)
