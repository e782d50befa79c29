"""Who takes part: two municipalities, and people who were invited and came."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from allauth.account.models import EmailAddress

from accounts import actions
from accounts.models import FgAdvice, Membership, Municipality, User
from accounts.roles import Role
from demo.people import BY_SLUG, KEY_FIGURES, NEIGHBOURS, OEVERLAND, OFFICIALS, PEOPLE, PLACES, WATERVEEN, Person, Place
from demo.story.script import day_ago
from terms.days import at_time

# The administrator comes first and invites the others; key figures are invited by the coordinator.
FIRST = {WATERVEEN: "samira.bouali", OEVERLAND: "els.mulder"}
COORDINATOR = "marieke.dewit"
BEGAN, CAME, KEY_FIGURES_CAME = 251, 249, 246
CAME_LATER = {"lina": 15}
NOT_YET_CAME = ("jesse@waterveen.example", "Jesse Brouwer", 2)


@dataclass
class Cast:
    """The members by person and municipality."""

    today: date
    members: dict[tuple[str, str], Membership] = field(default_factory=dict)

    def member(self, slug: str, place: str) -> Membership:
        return self.members[slug, place]


def assemble(today: date) -> Cast:
    """Municipalities, members, deputies, and who is away these days."""
    cast = Cast(today)
    for place in PLACES:
        _found(place, cast)
    for person in (*OFFICIALS, *KEY_FIGURES, *NEIGHBOURS):
        if (person.slug, person.place) not in cast.members:
            _join(person, person.place, cast)
        if person.also_in:
            _join(person, person.also_in, cast)
    _choose_deputies(cast)
    _be_away(cast)
    return cast


def invite_somebody_who_waits(cast: Cast) -> None:
    email, name, days_ago = NOT_YET_CAME
    marieke = cast.member(COORDINATOR, WATERVEEN)
    actions.invite(actor=marieke, email=email, name=name, roles=[Role.KEY_FIGURE], at=_noon(days_ago, cast))


def _found(place: Place, cast: Cast) -> None:
    settled = day_ago(BEGAN, cast.today)
    municipality = Municipality.objects.create(
        name=place.name,
        slug=place.slug,
        contact_phone=place.phone,
        contact_email=f"meldpunt@{place.slug}.example",
        dpia_date=settled - timedelta(days=30) if place.may_write else None,
        fg_advice=FgAdvice.POSITIVE if place.may_write else FgAdvice.NONE,
        fg_advice_date=settled - timedelta(days=14) if place.may_write else None,
        second_reader=place.may_write,
    )
    first = BY_SLUG[FIRST[place.slug]]
    user = User.objects.create_user(first.email, name=first.name, is_staff=True)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    cast.members[first.slug, place.slug] = Membership.objects.create(
        user=user, municipality=municipality, roles=[first.role], start_date=settled, phone=first.phone,
    )


def _join(person: Person, place: str, cast: Cast) -> None:
    """Invited one day, came the next: the same way as everybody comes."""
    inviter = cast.members.get((COORDINATOR, place)) if person.role == Role.KEY_FIGURE else None
    inviter = inviter or cast.member(FIRST[place], place)
    came = CAME_LATER.get(person.slug, KEY_FIGURES_CAME if person.role == Role.KEY_FIGURE else CAME)
    known = User.objects.filter(email=person.email).first()
    invitation = actions.invite(actor=inviter, email=person.email, name=person.name, roles=[person.role], at=_noon(came + 1, cast))
    member = actions.accept_invitation(invitation, person=known, name=person.name, at=_noon(came, cast))
    actions.change_own_details(member.user, member=member, name=person.name, language="nl", phone=person.phone)
    cast.members[person.slug, place] = Membership.objects.select_related("user", "municipality").get(pk=member.pk)


def _noon(days_ago: int, cast: Cast) -> datetime:
    return at_time(day_ago(days_ago, cast.today), time(12))


def _choose_deputies(cast: Cast) -> None:
    for person in PEOPLE:
        if person.deputy:
            actions.choose_deputy(
                cast.member(person.slug, person.place), deputy=cast.member(person.deputy, person.place), on=cast.today,
            )


def _be_away(cast: Cast) -> None:
    """Joost is away from three working days ago until six ahead; Joke came back yesterday. Ilse stands in for both."""
    ilse = cast.member("ilse.bakker", WATERVEEN)
    for slug, first, last in (("joost.verhagen", 3, -6), ("joke.smit", 55, 2)):
        away = cast.member(slug, WATERVEEN)
        actions.set_absence(away, first_date=day_ago(first, cast.today), last_date=day_ago(last, cast.today), deputy=ilse)
