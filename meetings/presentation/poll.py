"""A date poll in words: rows of the list, the page of who is asked, and the result for who organises."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from meetings.actions.poll import OF_THE_ROW
from meetings.actions.poll_answer import is_open
from meetings.kinds import Availability, Kind
from meetings.models.poll import DatePoll, PollAnswer, PollInvitee, PollOption, PollState
from meetings.poll_rules import Tally
from meetings.presentation.planning import Difference
from terms.days import local_date
from ui.names import bare
from ui.phrases import Words, names, upper_first
from ui.words import leaf_of

FEW = 30  # so many people are named one by one


@dataclass(frozen=True, kw_only=True)
class Row:
    title: str
    url: str
    due: str
    meta: str = ""


@dataclass(frozen=True, kw_only=True)
class Result:
    """One date: what the answers say of it in a sentence, what is against it, and who answered what."""

    when: str
    leaf: dict[str, Any]
    sentence: str
    key_people: str
    warnings: Sequence[str]
    who: Sequence[tuple[str, str]]
    choose_url: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """`state`: empty when it says no more than the heading above her."""

    name: str
    url: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Initial:
    """Who has a name with this letter; without a letter: everybody, because they are few."""

    letter: str
    people: Sequence[Person]


def rows(polls: Iterable[DatePoll], *, at: datetime) -> list[Row]:
    """For who organises; `polls` with_counts."""
    words = Words(local_date(at))
    return [Row(title=each.title, url=_url(each), due=state_of(each, words, at), meta=_answered(each)) for each in polls]


def own_rows(invitees: Iterable[PollInvitee], *, at: datetime) -> list[Row]:
    """For who is asked."""
    words = Words(local_date(at))
    return [Row(title=each.poll.title, url=_url(each.poll), due=own_state(each, words, at)) for each in invitees]


def state_of(poll: DatePoll, words: Words, at: datetime) -> str:
    if poll.state == PollState.STOPPED:
        return _("Stopped")
    if poll.meeting is not None:
        return _("It became %(when)s") % {"when": words.period(poll.meeting.starts_at, poll.meeting.ends_at)}
    if poll.state == PollState.CHOSEN:
        return _("A date was chosen")
    if not is_open(poll, at):
        return _("The last day was %(day)s. Choose a date.") % {"day": words.day(poll.last_day)}
    return _("Open until %(day)s") % {"day": words.day(poll.last_day)}


def own_state(invitee: PollInvitee, words: Words, at: datetime) -> str:
    poll = invitee.poll
    if not is_open(poll, at):
        return _("Closed") if poll.state == PollState.OPEN else state_of(poll, words, at)
    if invitee.must_look_again:
        return _("There is another date. Answer until %(day)s.") % {"day": words.day(poll.last_day)}
    if invitee.answered_at is None:
        return _("Answer until %(day)s") % {"day": words.day(poll.last_day)}
    return _("You answered. You can change it until %(day)s.") % {"day": words.day(poll.last_day)}


def _answered(poll: Any) -> str:  # noqa: ANN401  a poll with_counts
    if poll.waited_for == 0:
        return _("Everybody answered")
    return _("%(answered)d of %(asked)d answered") % {"answered": poll.asked - poll.waited_for, "asked": poll.asked}


def lead(invitee: PollInvitee, *, at: datetime) -> str:
    """What she must know before she answers: until when, and what changed."""
    words = Words(local_date(at))
    changed = invitee.poll.dates_changed_at
    if invitee.must_look_again and changed is not None:
        told = {"day": words.day(local_date(changed)), "last": words.day(invitee.poll.last_day)}
        return _("The dates changed on %(day)s. What you answered before is still there. Answer until %(last)s.") % told
    if invitee.answered_at is None:
        return _("Say for each date whether you can come. Answer until %(day)s.") % {"day": words.day(invitee.poll.last_day)}
    told = {"day": words.day(invitee.poll.last_day), "on": words.day(local_date(invitee.answered_at)), "way": invitee.get_answered_by_display()}
    sentence = _("You answered on %(on)s, %(way)s. You can change it until %(day)s.") % told
    if changed is not None and changed > invitee.answered_at:
        sentence += " " + _("A date was taken away since. You need not do anything.")
    return sentence


def counts(poll: DatePoll) -> list[tuple[str, str]]:
    """Per date how many can come, when the organiser opened that. Numbers only. One statement."""
    if not poll.answers_are_open:
        return []
    words, tallies = Words(local_date(poll.made_at)), {option.pk: Tally(starts_at=option.starts_at) for option in poll.options.all()}
    for option, availability in PollAnswer.objects.filter(option__poll=poll).values_list("option", "availability"):
        tallies[option].add(availability, is_chair=False, is_required=False)
    return [(upper_first(words.full_period(each.starts_at, each.ends_at)), _numbers(tallies[each.pk])) for each in poll.options.all()]


def given_of(invitee: PollInvitee, *, words: Words) -> list[tuple[str, str]]:
    """What she answered, date by date; for when it cannot change any more. One statement."""
    answers = invitee.answers.select_related("option").order_by("option__starts_at", "option__ends_at")
    return [(upper_first(words.full_period(each.option.starts_at, each.option.ends_at)), each.get_availability_display()) for each in answers]


def title(poll: DatePoll, silent: int, *, at: datetime) -> str:
    """The answer of the page of who organises, in a sentence. `silent`: how many are waited for."""
    if poll.state == PollState.STOPPED:
        return _("This date poll was stopped")
    if poll.meeting is not None:
        return upper_first(Words(local_date(at)).period(poll.meeting.starts_at, poll.meeting.ends_at))
    if poll.state == PollState.CHOSEN:
        return _("A date was chosen")
    if silent == 0:
        return _("Everybody answered. Choose a date.")
    if not is_open(poll, at):
        return _("The last day is over. Choose a date.")
    return ngettext("%(number)d person did not answer yet", "%(number)d people did not answer yet", silent) % {"number": silent}


def results(poll: DatePoll, invitees: Iterable[PollInvitee], *, at: datetime) -> list[Result]:
    """The best date first; `invitees` for_list. Two statements, however many dates and people."""
    people = {each.pk: each for each in invitees}
    options: dict[int, PollOption] = {each.pk: each for each in poll.options.all()}
    answers: dict[int, dict[int, str]] = {pk: {} for pk in options}
    for invitee, option, availability in PollAnswer.objects.filter(option__poll=poll).values_list("invitee", "option", "availability"):
        answers[option][invitee] = availability
    tallied = [(option, _tally(poll, option, people, answers[option.pk])) for option in options.values()]
    ordered = sorted(tallied, key=lambda pair: pair[1].rank)
    words, may_choose = Words(local_date(at)), poll.state == PollState.OPEN
    return [
        Result(
            when=upper_first(words.full_period(option.starts_at, option.ends_at)), leaf=leaf_of(local_date(option.starts_at)), sentence=_numbers(tally),
            key_people=_key_people(poll, people, answers[option.pk]), warnings=_warnings(poll, tally, people, answers[option.pk]),
            who=_who(people, answers[option.pk]),
            choose_url=reverse("meetings:poll_choose", args=[option.uuid]) if may_choose and option.starts_at > at else "",
        )
        for option, tally in ordered
    ]


def _tally(poll: DatePoll, option: PollOption, people: Mapping[int, PollInvitee], answers: Mapping[int, str]) -> Tally:
    tally = Tally(starts_at=option.starts_at, has_chair=any(each.member_id == poll.chair_id for each in people.values()))
    for pk, each in people.items():
        tally.add(answers.get(pk, ""), is_chair=each.member_id == poll.chair_id, is_required=each.is_required)
    return tally


def _who(people: Mapping[int, PollInvitee], answers: Mapping[int, str]) -> list[tuple[str, str]]:
    """Answer and names, for the answers that somebody gave. Many who did not answer are a number: their names stand below the dates."""
    who: dict[str, list[str]] = {}
    for pk, each in people.items():
        who.setdefault(answers.get(pk, ""), []).append(each.member.name)
    silent = who.get("", [])
    if len(silent) > FEW:
        who[""] = [_people(len(silent))]
    return [(str(label), ", ".join(who[value])) for value, label in (*Availability.choices, ("", _("Did not answer"))) if value in who]


def _people(count: int) -> str:
    return ngettext("%(number)d person", "%(number)d people", count) % {"number": count}


def _numbers(tally: Tally) -> str:
    """ "5 kunnen, 2 als het moet, 1 kan niet"."""
    if not (tally.yes or tally.if_needed or tally.no):
        return _("Nobody answered yet")
    parts = [ngettext("%(number)d can come", "%(number)d can come", tally.yes) % {"number": tally.yes}]
    if tally.if_needed:
        parts.append(_("%(number)d if it must be") % {"number": tally.if_needed})
    if tally.no:
        parts.append(ngettext("%(number)d cannot", "%(number)d cannot", tally.no) % {"number": tally.no})
    return ", ".join(parts)


def _key_people(poll: DatePoll, people: Mapping[int, PollInvitee], answers: Mapping[int, str]) -> str:
    """Of the chair and of who must be there: who can."""
    can = [each.member.name for pk, each in people.items() if _is_key(poll, each) and answers.get(pk) == Availability.YES]
    return ngettext("%(names)s can come.", "%(names)s can come.", len(can)) % {"names": names(can)} if can else ""


def _warnings(poll: DatePoll, tally: Tally, people: Mapping[int, PollInvitee], answers: Mapping[int, str]) -> list[str]:
    cannot = [each.member.name for pk, each in people.items() if _is_key(poll, each) and answers.get(pk) == Availability.NO]
    silent = [each.member.name for pk, each in people.items() if _is_key(poll, each) and not answers.get(pk)]
    return [
        *([_("Nobody can come on this date")] if tally.nobody_can else []),
        *([_("Cannot come: %(names)s") % {"names": names(cannot)}] if cannot else []),
        *([_("Did not answer: %(names)s") % {"names": names(silent)}] if silent else []),
    ]


def _is_key(poll: DatePoll, invitee: PollInvitee) -> bool:
    return invitee.is_required or invitee.member_id == poll.chair_id


def people(invitees: Iterable[PollInvitee], *, at: datetime) -> tuple[list[Person], list[Person]]:
    """Who is waited for, and who answered; each leads to writing down what she says by phone."""
    words = Words(local_date(at))
    waited_for: list[Person] = []
    answered: list[Person] = []
    for each in invitees:
        is_silent = each.answered_at is None or each.must_look_again
        says_more = each.answered_at is not None or each.link_stopped_at is not None
        person = Person(name=each.member.name, url=reverse("meetings:poll_invitee", args=[each.uuid]), state=person_state(each, words) if says_more else "")
        (waited_for if is_silent else answered).append(person)
    return waited_for, answered


def by_initial(people: Sequence[Person]) -> list[Initial]:
    """A few stand in one list; many by the first letter of their names, closed, so that a page on a phone stays short."""
    if len(people) <= FEW:
        return [Initial(letter="", people=people)] if people else []
    letters: dict[str, list[Person]] = {}
    for each in people:
        letters.setdefault(bare(each.name)[:1].upper(), []).append(each)
    return [Initial(letter=letter, people=letters[letter]) for letter in sorted(letters)]


def person_state(invitee: PollInvitee, words: Words) -> str:
    """One or two sentences, without the full stop of the last."""
    stopped = _("Somebody else has the link: it was stopped") + ". " if invitee.link_stopped_at is not None else ""
    told = []
    if invitee.answered_at is None:
        told.append(_("Did not answer yet"))
    else:
        told.append(_("Answered on %(day)s, %(way)s") % {"day": words.day(local_date(invitee.answered_at)), "way": invitee.get_answered_by_display()})
    if invitee.must_look_again:
        told.append(_("not to the newest date"))
    return stopped + ", ".join(told)


def differences(poll: DatePoll, values: Mapping[str, Any], dates: Sequence[tuple[datetime, datetime]]) -> list[Difference]:
    """What a colleague made of it, beside what she filled in. Only what differs."""
    asked = list(poll.invitees.for_list())
    now = {
        **{name: getattr(poll, name) for name in OF_THE_ROW}, "dates": [(each.starts_at, each.ends_at) for each in poll.options.all()],
        "members": {each.member.pk: each.member.name for each in asked}, "required": {each.member.pk: each.member.name for each in asked if each.is_required},
    }
    hers = values["asked"]
    everybody = [*hers.members, *hers.required, *([values["chair"]] if values["chair"] else [])]
    typed = {
        **values, "dates": sorted(dates), "members": {each.pk: each.name for each in everybody}, "required": {each.pk: each.name for each in hers.required},
    }
    theirs, yours = _told(now, beside=typed), _told(typed, beside=now)
    return [Difference(label=label, theirs=theirs[label], yours=told) for label, told in yours.items() if told != theirs[label]]


def told(values: Mapping[str, Any], dates: Sequence[tuple[datetime, datetime]]) -> str:
    """What she filled in, line by line: for when the form itself is not shown any more."""
    people = {each.pk: each.name for each in (*values["asked"].members, *values["asked"].required)}
    typed = {**values, "dates": sorted(dates), "members": people, "required": {each.pk: each.name for each in values["asked"].required}}
    return "\n".join(f"{label}: {words}" for label, words in _told(typed).items())


def _told(values: Mapping[str, Any], *, beside: Mapping[str, Any] | None = None) -> dict[str, str]:
    """`beside`: the other text, so that of many people only those are named whom that does not have."""
    other = beside or {"members": {}, "required": {}}
    nothing, words = _("Nothing filled in"), Words(values["last_day"])
    return {
        _("Title"): values["title"],
        _("Kind"): str(Kind(values["kind"]).label),
        _("Why"): _("In quiet time") if values["occasion"] == "quiet" else _("Because of an incident"),
        _("Where"): values["place"] or nothing,
        _("Who leads"): values["chair"].name if values["chair"] else _("Somebody of the municipality"),
        _("Last day to answer"): words.day(values["last_day"]),
        _("Dates"): "; ".join(words.full_period(first, last) for first, last in values["dates"]),
        _("Who is asked"): _names(values["members"], other["members"]) or nothing,
        _("Must be able to come"): _names(values["required"], other["required"]) or nothing,
        _("Numbers are shown"): _("Yes") if values["answers_are_open"] else _("No"),
    }


def _names(people: Mapping[int, str], others: Mapping[int, str]) -> str:
    """All of them; of many the number, and by name only those who are not among the `others`."""
    if len(people) <= FEW or not others:
        return ", ".join(sorted(people.values()))
    told = _people(len(people))
    only = [name for pk, name in people.items() if pk not in others]
    return told + (". " + _("Only here: %(names)s") % {"names": ", ".join(sorted(only))} if only else "")


def titles(uuids: Collection[UUID], _today: date) -> dict[UUID, str]:
    """Which poll a promise is about. One statement."""
    return dict(DatePoll.objects.filter(uuid__in=uuids).values_list("uuid", "title"))


def waiting_for(reader: Membership, *, at: datetime) -> list[Row]:
    """On the list of meetings: the polls that wait for her answer. One statement."""
    waiting = PollInvitee.objects.of(reader).waited_for().can_answer_on(local_date(at)).with_poll().order_by("poll__last_day", "pk")
    return own_rows(waiting, at=at)


def _url(poll: DatePoll) -> str:
    return reverse("meetings:poll_detail", args=[poll.uuid])
