"""Steps on the way of a key figure: coming, telling about herself, talking, pausing, leaving."""

import uuid
from collections.abc import Callable

from accounts import actions as accounts
from accounts.models import Invitation, Membership
from accounts.roles import Role
from demo.people import EVERYBODY, Person
from demo.story.network.profiles import PROFILES
from demo.story.stage import Scene
from keyfigures import stages as way
from keyfigures.actions import contact, joining, profile, stages
from keyfigures.models.figure import Interest
from keyfigures.models.settings import Area
from terms.days import local_date

_PERSONS = {person.slug: person for person in EVERYBODY}


def _invite(scene: Scene) -> None:
    person = _person(scene)
    accounts.invite(actor=scene.actor, email=person.email, name=person.name, roles=[Role.CANDIDATE], at=scene.at)


def _accept(scene: Scene) -> None:
    """Her own confirmation, by the link in the mail."""
    person = _person(scene)
    invitation = Invitation.objects.get(email=person.email, municipality__slug=scene.told.place, accepted_at=None)
    member = accounts.accept_invitation(invitation, person=None, name=person.name, at=scene.at)
    _came(scene, person, member)


def _leave_interest(scene: Scene, *, email: str = "", name: str = "", was_proposed: bool = False) -> None:
    """On the public page; without `email` it is somebody of the story."""
    municipality = scene.stage.cast.municipality(scene.told.place)
    left = {"name": name, "email": email} if email else {"name": _person(scene).name, "email": _person(scene).email}
    joining.leave_interest(municipality, **left, area=None, language="nl", was_proposed=was_proposed, at=scene.at)


def _confirm_interest(scene: Scene) -> None:
    person = _person(scene)
    interest = Interest.objects.get(email=person.email)
    _came(scene, person, joining.confirm_interest(interest, person=None, name=person.name, at=scene.at))


def _came(scene: Scene, person: Person, member: Membership) -> None:
    accounts.change_own_details(member.user, member=member, name=person.name, language="nl", phone=person.phone)
    scene.stage.cast.joined(person, scene.told.place, member)


def _tell_profile(scene: Scene) -> None:
    """She reads why we ask, and tells what she wants to tell."""
    told = PROFILES[scene.told.who]
    figure = scene.figure
    profile.read_notice(figure, by=figure.member, at=scene.at)
    areas = Area.objects.in_use_by(figure.municipality).filter(name__in=told.areas)
    profile.change(figure, by=figure.member, at=scene.at, areas=areas, **told.answers)


def _log_contact(
    scene: Scene,
    *,
    how: str = "call",
    occasion: str = "quiet",
    topic: str = "catching_up",
    theme: str = "none",
    on_days_before_today: int = 0,
    next_step: str = "",
    next_in: int = 0,
) -> None:
    """`on_days_before_today`: days of the calendar, for a talk that was written down later. `next_in`: working days from this step."""
    official = scene.actor if scene.step.by != scene.told.who else scene.figure.contact_person
    contact.log(
        scene.figure, by=scene.actor, at=scene.at, how=how, occasion=occasion, topic=topic, theme=theme, official=official, next_step=next_step,
        on=scene.days_before_today(on_days_before_today) if on_days_before_today else local_date(scene.at),
        next_on=scene.days_later(next_in) if next_step else None,
        submission=uuid.uuid5(uuid.NAMESPACE_OID, f"demo {scene.told.name} {scene.step.days_ago}"),
    )


def _tick_off(scene: Scene) -> None:
    """What was agreed in the newest contact is done."""
    contact.tick_off(scene.figure.contacts.exclude(next_step="").latest("logged_at"), by=scene.actor, at=scene.at)


def _pause(scene: Scene, *, days: int) -> None:
    stages.move(scene.figure, way.PAUSE, by=scene.actor, at=scene.at, paused_until=scene.days_later(days))


def _end(scene: Scene, *, reason: str, had_exit_talk: bool) -> None:
    stages.move(scene.figure, way.END, by=scene.actor, at=scene.at, reason=reason, had_exit_talk=had_exit_talk)


def _expect_end(scene: Scene, *, days: int) -> None:
    stages.expect_end(scene.figure, on=scene.days_later(days), by=scene.actor, at=scene.at)


def _seek_successor(scene: Scene) -> None:
    stages.successor_sought(scene.figure, by=scene.actor, at=scene.at)


def _person(scene: Scene) -> Person:
    return _PERSONS[scene.told.who]


ACTS: dict[str, Callable[..., None]] = {
    "invite": _invite,
    "accept": _accept,
    "leave_interest": _leave_interest,
    "confirm_interest": _confirm_interest,
    "tell_profile": _tell_profile,
    "log_contact": _log_contact,
    "tick_off": _tick_off,
    "pause_cooperation": _pause,
    "end_cooperation": _end,
    "expect_end": _expect_end,
    "seek_successor": _seek_successor,
}
