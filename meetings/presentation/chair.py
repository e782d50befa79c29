"""Who leads a meeting, and whether she is independent: told to everybody who is invited, honestly also when she did not declare it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.roles import holds_office, is_from_outside
from meetings.actions.planning import is_ahead
from meetings.models.independence import IndependenceDeclaration
from meetings.models.meeting import Meeting
from meetings.presentation.meeting import Step, is_led_by
from terms.days import local_date
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Chair:
    """`statements`: what she declared. `links`: label and address of what the reader can do."""

    lead: str
    statements: Collection[str]
    own_words: str
    links: Collection[tuple[str, str]]


def section(meeting: Meeting, *, reader: Membership, at: datetime) -> Chair:
    """One statement, or none without a chair from outside."""
    is_lost = _is_lost(meeting, at)
    declared = None if is_lost else _declared(meeting)
    return Chair(
        lead=_lost(meeting, reader) if is_lost else lead(meeting, declared, Words(local_date(at))),
        statements=statements() if declared else (),
        own_words=declared.own_words if declared else "",
        links=_links(meeting, reader, is_declared=declared is not None),
    )


def step(meeting: Meeting, *, reader: Membership, at: datetime) -> Step | None:
    """What whoever leads it does first: say that she is independent, then prepare. Without her: choose who leads it."""
    if _is_lost(meeting, at) and reader.may("meetings.organise"):
        return Step(label=_("Choose who leads it"), url=_url("meeting_edit", meeting))
    if reader.pk != meeting.chair_id or not is_led_by(meeting, reader) or meeting.cancelled_at is not None or meeting.ends_at <= at:
        return None
    if is_from_outside(reader.roles) and _declared(meeting) is None:
        return Step(label=_("Say that you are independent"), url=_url("declaration", meeting))
    return Step(label=_("Prepare the meeting"), url=_url("preparation", meeting))


def _is_lost(meeting: Meeting, at: datetime) -> bool:
    """It is ahead, and its chair cannot lead it any more."""
    return meeting.chair is not None and is_ahead(meeting, at) and not meeting.is_led_on(local_date(meeting.starts_at))


def _lost(meeting: Meeting, reader: Membership) -> str:
    """Who is invited reads what is true now; who organises what happened."""
    if meeting.chair is not None and reader.may("meetings.organise"):
        return _("%(name)s cannot lead this meeting any more. Choose somebody else, or lead it yourself.") % {"name": meeting.chair.name}
    return _without_chair(meeting)


def _without_chair(meeting: Meeting) -> str:
    return _("This meeting has no chair from outside. %(name)s leads it, for the municipality.") % {"name": meeting.organiser.name}


def lead(meeting: Meeting, declared: IndependenceDeclaration | None, words: Words) -> str:
    chair = meeting.chair
    if chair is None:
        return _without_chair(meeting)
    named: dict[str, object] = {"name": chair.name, "year": meeting.year}
    if holds_office(chair.roles):
        return _("%(name)s leads this meeting and also works for the municipality. So this is no chair from outside.") % named
    if not is_from_outside(chair.roles):
        return _("%(name)s leads this meeting and is also a key figure. So this is no chair from outside.") % named
    if declared is None:
        return _("%(name)s leads this meeting, and did not declare to be independent in %(year)d.") % named
    named["day"] = words.day_only(local_date(declared.declared_at))
    return _("%(name)s leads this meeting, and declared on %(day)s to be independent in %(year)d:") % named


def statements() -> list[str]:
    """In the words of who reads them; her own page has them as "I"."""
    return [_("Does not work for the municipality"), _("Is not paid by the municipality for anything else"), _("Has no seat in the council")]


def _declared(meeting: Meeting) -> IndependenceDeclaration | None:
    """Not shown of who took another role since."""
    is_asked = meeting.chair is not None and is_from_outside(meeting.chair.roles)
    return IndependenceDeclaration.objects.for_meeting(meeting) if is_asked else None


def _links(meeting: Meeting, reader: Membership, *, is_declared: bool) -> list[tuple[str, str]]:
    links = [(_("Prepare the meeting"), _url("preparation", meeting))] if is_led_by(meeting, reader) and meeting.cancelled_at is None else []
    if is_declared and reader.pk == meeting.chair_id:
        links.append((_("Your declaration"), _url("declaration", meeting)))
    return links


def _url(name: str, meeting: Meeting) -> str:
    return reverse(f"meetings:{name}", args=[meeting.uuid])
