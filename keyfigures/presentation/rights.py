"""What is known about somebody, in the words of her page, her file and her paper; and her requests about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import Municipality
from audit import reasons
from audit.own_data import Group, OwnData, Reason, Seen
from audit.values import Value
from keyfigures.deadlines import ANSWER_MONTHS, LONGER_MONTHS, months_after
from keyfigures.models.rights import DataRequest, Right
from terms.calendar import Calendar, calendar_of
from terms.days import local_date
from ui import documents
from ui.phrases import Words

SOURCE = Path(__file__).parent.parent / "typst" / "own_data.typ"


@dataclass(frozen=True, kw_only=True)
class ShownGroup:
    """One kind of thing: how many, each row with what may be read, and why it is kept."""

    title: str
    number: str
    rows: list[list[Value]]
    more: str
    reasons: list[Reason]
    change_url: str


@dataclass(frozen=True, kw_only=True)
class RightWords:
    """`slug` is its word in the address."""

    slug: str
    title: str
    text: str
    icon: str


# In the order of the page; the address has the Dutch word.
RIGHTS: dict[str, tuple[str, str | LazyText, str | LazyText, str]] = {
    Right.CORRECT: (
        "verbeteren", gettext_lazy("Something is not right"), gettext_lazy("What you cannot change yourself, we change for you."), "check",
    ),
    Right.OBJECT: (
        "bezwaar", gettext_lazy("I object"), gettext_lazy("We stop with it, unless we can show why it has to go on."), "info-circle",
    ),
    Right.STOP: (
        "stilzetten", gettext_lazy("Do not use my data for now"), gettext_lazy("Are you a key figure? Then you pause at once, and nobody calls you."), "clock",
    ),
    Right.DELETE: (
        "wissen", gettext_lazy("Erase my data"), gettext_lazy("What you chose to tell goes at once. For the rest you read what goes and what must stay."), "x",
    ),
}


def rights() -> list[RightWords]:
    return [RightWords(slug=slug, title=str(title), text=str(text), icon=icon) for slug, title, text, icon in RIGHTS.values()]


def right_of(slug: str) -> Right | None:
    return next((Right(right) for right, words in RIGHTS.items() if words[0] == slug), None)


def page(found: OwnData, *, today: date) -> dict[str, Any]:
    days = Words(today)
    seen = [{"who": each.who or _("The application itself"), "meta": _meta(each, days)} for each in found.seen]
    return {"groups": [_shown(group) for group in found.groups], "named": found.named, "seen": seen}


def _meta(each: Seen, days: Words) -> str:
    told = f"{each.what} ({each.about}), {days.moment(each.at)}"
    return f"{told}: {each.reason}" if each.reason else told


def _shown(group: Group) -> ShownGroup:
    rows = [[value for value in row if not value.is_technical] for row in group.rows]
    return ShownGroup(
        title=group.title,
        number=ngettext("%(number)d line", "%(number)d lines", group.count) % {"number": group.count},
        rows=rows,
        more=_("These are the newest %(shown)d. All of them are in the file.") % {"shown": len(rows)} if group.has_more else "",
        reasons=group.reasons,
        change_url=group.change_url,
    )


def as_file(found: OwnData, municipality: Municipality, *, at: datetime) -> dict[str, Any]:
    """The same structure for a machine: English names of fields, ISO days, why and how long beside each group."""
    return {
        "municipality": municipality.name,
        "made_at": timezone.localtime(at).isoformat(),
        "groups": [
            {
                "name": group.model,
                "title": group.title,
                "why": [vars(reason) for reason in group.reasons],
                "rows": [{value.name: {"withheld": value.withheld} if value.withheld else value.plain for value in row} for row in group.rows],
            }
            for group in found.groups
        ],
        "named": [{"name": each.model, "field": each.field, "count": each.count, "why": vars(each.reason)} for each in found.named],
        "seen": [{**vars(each), "at": timezone.localtime(each.at).isoformat()} for each in found.seen],
    }


def pdf_of(found: OwnData, municipality: Municipality, *, today: date) -> bytes:
    """Tagged, with a heading for each kind of thing."""
    days = Words(today)
    words = {
        "title": _("What the municipality knows of you"),
        "municipality": municipality.name,
        "brand": municipality.brand,
        "language": translation.get_language() or "nl",
        "made": _("Made on %(day)s") % {"day": days.day(today)},
        "why_title": _("Why we keep this"),
        "seen_title": _("Who looked"),
        "nobody": _("Nobody opened anything of yours."),
        "groups": [_on_paper(_shown(group)) for group in found.groups],
        "named_title": _("Where only your name stands"),
        "named": [f"{each.title}, {each.field}: {each.count}" for each in found.named],
        "seen": [_seen_line(each, days) for each in found.seen],
    }
    return documents.pdf_of(SOURCE, words)


def _on_paper(group: ShownGroup) -> dict[str, Any]:
    return {
        "title": f"{group.title} ({group.number})",
        "more": group.more,
        "rows": [[{"label": value.label, "shown": value.shown} for value in row] for row in group.rows],
        "reasons": [f"{', '.join(each.fields)}: {each.purpose}. {each.basis}. {_('Kept:')} {each.keep}." for each in group.reasons],
    }


def _seen_line(each: Seen, days: Words) -> str:
    return f"{each.who or _('The application itself')}. {_meta(each, days)}"


def what_goes(groups: list[Group]) -> dict[str, Any]:
    """Of each kind of which there is something: whether it goes with a decision to erase, and else how long it stays and why."""
    abouts = {label: about for source in reasons.sources() for label, about in source.about.items()}
    return {
        "goes": [group.title for group in groups if abouts[group.model].can_go],
        "stays": [
            {"title": group.title, "keep": str(why.keep), "basis": str(why.basis)}
            for group in groups
            if not abouts[group.model].can_go and (why := abouts[group.model].why)
        ],
    }


# ── requests ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Line:
    """One request in a list. `state` as of a clock: run, late, kept."""

    row: DataRequest
    title: str
    due: str
    state: str
    number: int
    who: str


def due_on(row: DataRequest) -> date:
    """The last day of the law for this request."""
    return months_after(local_date(row.at), ANSWER_MONTHS + (LONGER_MONTHS if row.extended_at else 0))


def lines(rows: Sequence[DataRequest], *, at: datetime) -> list[Line]:
    """Of one municipality."""
    calendar = calendar_of(rows[0].municipality) if rows else None
    return [_line(row, calendar, at=at) for row in rows if calendar is not None]


def line(row: DataRequest, *, at: datetime) -> Line:
    return _line(row, calendar_of(row.municipality), at=at)


def _line(row: DataRequest, calendar: Calendar, *, at: datetime) -> Line:
    today = local_date(at)
    days = Words(today)
    title = str(RIGHTS[row.right][1])
    if row.answered_at:
        due = f"{row.decided}, {days.day(local_date(row.answered_at))}"
        return Line(row=row, title=title, due=due, state="kept", number=0, who=row.handler.name)
    last = due_on(row)
    state = "late" if last < today else "today" if last == today else "run"
    due = _("should have been answered on %(day)s") % {"day": days.day(last)} if state == "late" else days.by(last)
    return Line(row=row, title=title, due=due, state=state, number=calendar.between(today, max(last, today)), who=row.handler.name)
