"""One point of a report in words: what was said, what was agreed, what was done with it, and what was corrected."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.standing import promises_about
from meetings import deadlines, reports
from meetings.actions.point import is_owed
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.meeting import Meeting
from meetings.models.report import Correction, CorrectionState
from meetings.presentation import action as action_words
from meetings.presentation.agenda import side
from meetings.presentation.meeting import is_led_by
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, due_for_waiter, due_for_worker, kept_in_words, late_hero, ring_of
from terms.standing import Promise
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class CorrectionPart:
    """`who` only for who decides, `url` for her and for who proposed it."""

    text: str
    state: str
    reply: str
    who: str
    url: str
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class PointPart:
    """`brought_by` is the side from which it comes, never who. `answer` is what the municipality owes or told; None for what was not dealt with."""

    number: int
    title: str
    url: str
    is_hers: bool
    brought_by: str
    said: str
    agreed: str
    not_taken: str
    answer: Line | None
    answer_text: str
    answer_url: str
    correct_url: str
    corrections: Sequence[CorrectionPart]

    @property
    def meta(self) -> str:
        return _("Your point") if self.is_hers else self.brought_by


def parts(meeting: Meeting, *, reader: Membership, at: datetime) -> list[PointPart]:
    """Of a report that is there: four statements, however many points it has."""
    items, words = list(AgendaItem.objects.of_meeting(meeting).with_people()), Words(local_date(at))
    promises = promises_about([each.uuid for each in items], municipality=meeting.municipality, at=at)
    corrections = _by_point(Correction.objects.of_meeting(meeting).with_people())
    return [
        _part(number, item, meeting, promise=_answer_promise(promises, item), corrections=corrections.get(item.pk, []), words=words, reader=reader)
        for number, item in enumerate(items, start=1)
    ]


def hero(item: AgendaItem, promise: Promise | None, *, reader: Membership, today: date) -> Hero:
    """ "What was done with your point", as the sentence of the page."""
    words, is_own = Words(today), _is_hers(item, reader)
    if promise is None:
        return Hero(ring=Ring(state="later"), title=_without_promise(is_own=is_own), sentences=[item.not_taken_because] if item.not_taken_because else [])
    if promise.state == "late":
        return late_hero(promise, words=words) if reader.may("keyfigures.own") else _owed_hero(promise, words)
    if item.answered_at is not None:
        title = _("This was done with your point") if is_own else _("This was done with it")
        return Hero(ring=ring_of(promise), title=title, sentences=[kept_in_words(promise, words)])
    sentence = _("%(name)s tells what was done with it.") % {"name": item.meeting.organiser.name}
    title = _("You hear what we do with your point %(by)s") if is_own else _("You hear what we do with it %(by)s")
    return Hero(ring=ring_of(promise), title=title % {"by": words.by(promise.due_date)}, sentences=[sentence])


def actions_of(item: AgendaItem, *, reader: Membership, today: date) -> list[action_words.Row]:
    is_led = is_led_by(item.meeting, reader)
    return action_words.rows_of(ActionPoint.objects.filter(item=item).with_people(), reader=reader, is_led=is_led, today=today)


def answer_promise(item: AgendaItem, *, at: datetime) -> Promise | None:
    """Two statements."""
    return _answer_promise(promises_about([item.uuid], municipality=item.meeting.municipality, at=at), item)


def _part(
    number: int, item: AgendaItem, meeting: Meeting, *, promise: Promise | None, corrections: Collection[Correction], words: Words, reader: Membership,
) -> PointPart:
    can_correct = reports.can_be_corrected(meeting, words.today)
    is_led, organises = is_led_by(meeting, reader), reader.may("meetings.organise")
    return PointPart(
        number=number,
        title=item.title,
        url=reverse("meetings:point_result", args=[item.uuid]),
        is_hers=_is_hers(item, reader),
        brought_by=side(item),
        said=item.said if item.was_taken else "",
        agreed=item.agreed if item.was_taken else "",
        not_taken="" if item.was_taken else item.not_taken_because,
        answer=_answer_line(promise, words),
        answer_text=item.answer,
        answer_url=reverse("meetings:point_answer", args=[item.uuid]) if organises and is_owed(item) else "",
        correct_url=reverse("meetings:correction_new", args=[item.uuid]) if can_correct else "",
        corrections=[_correction(each, reader=reader, is_led=is_led) for each in corrections],
    )


def _is_hers(item: AgendaItem, reader: Membership) -> bool:
    """A key figure reads that it is hers; an official brings in points of the municipality."""
    return item.proposed_by_id == reader.pk and reader.may("keyfigures.own")


def _owed_hero(promise: Promise, words: Words) -> Hero:
    due, _tone = due_for_worker(promise, words)
    return Hero(ring=ring_of(promise), title=_("Tell what was done with this point"), sentences=[f"{due}."])


def _correction(row: Correction, *, reader: Membership, is_led: bool) -> CorrectionPart:
    may_open = is_led or row.by_id == reader.pk
    states: dict[str, str] = {
        CorrectionState.PROPOSED: _("Proposed. Not decided yet."),
        CorrectionState.TAKEN: _("Taken over in the text above."),
        CorrectionState.NOT_TAKEN: _("Not taken over."),
    }
    return CorrectionPart(
        text=row.text, state=states[row.state], reply=row.reply, who=row.by.name if is_led else "",
        url=reverse("meetings:correction_decide", args=[row.uuid]) if may_open else "", is_open=row.state == CorrectionState.PROPOSED and is_led,
    )


def _answer_line(promise: Promise | None, words: Words) -> Line | None:
    if promise is None:
        return None
    if promise.kept_on is not None:
        return Line(ring=ring_of(promise), what=_("What was done with it"), due=kept_in_words(promise, words), tone="kept")
    due, tone = due_for_waiter(promise, words)
    return Line(ring=ring_of(promise), what=_("What was done with it"), due=due, tone=tone)


def _answer_promise(promises: Mapping[UUID, Sequence[Promise]], item: AgendaItem) -> Promise | None:
    return next((each for each in promises.get(item.uuid, []) if each.kind == deadlines.POINT_ANSWER), None)


def _by_point(corrections: Iterable[Correction]) -> dict[int, list[Correction]]:
    found: dict[int, list[Correction]] = {}
    for each in corrections:
        found.setdefault(each.item_id, []).append(each)
    return found


def _without_promise(*, is_own: bool) -> str:
    return _("We did not get to your point") if is_own else _("This point was not dealt with")
