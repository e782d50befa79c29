"""Who takes part: two municipalities, and the officials who came there. Key figures come in the story itself."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from allauth.account.models import EmailAddress

from accounts import actions
from accounts.models import FgAdvice, Membership, Municipality, User
from accounts.roles import OF_KEY_FIGURES, Role
from demo.people import BY_SLUG, NEIGHBOURS, OEVERLAND, OFFICIALS, PEOPLE, PLACES, WATERVEEN, Person, Place
from demo.story.script import day_ago
from terms.days import at_time

# The administrator comes first and invites the others.
FIRST = {WATERVEEN: "samira.bouali", OEVERLAND: "els.mulder"}
COORDINATOR = "marieke.dewit"
BEGAN, CAME = 262, 260
CAME_LATER = {"pim.aalders": 210, "karin.boersma": 130}
NOT_YET_CAME = ("jesse@waterveen.example", "Jesse Brouwer", 2)


@dataclass
class Cast:
    """The members by person and municipality."""

    today: date
    members: dict[tuple[str, str], Membership] = field(default_factory=dict)

    def member(self, slug: str, place: str) -> Membership:
        return self.members[slug, place]

    def municipality(self, place: str) -> Municipality:
        return self.member(FIRST[place], place).municipality

    def joined(self, person: Person, place: str, member: Membership) -> None:
        """Keep what she is now; called again when her role changed."""
        self.members[person.slug, place] = Membership.objects.select_related("user", "municipality").get(pk=member.pk)


def assemble(today: date) -> Cast:
    """Municipalities, members, deputies, and who is away these days."""
    cast = Cast(today)
    for place in PLACES:
        _found(place, cast)
    for person in (*OFFICIALS, *(each for each in NEIGHBOURS if each.role not in OF_KEY_FIGURES)):
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
    actions.invite(actor=marieke, email=email, name=name, roles=[Role.CANDIDATE], at=_noon(days_ago, cast))


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
    inviter = cast.member(FIRST[place], place)
    came = CAME_LATER.get(person.slug, CAME)
    known = User.objects.filter(email=person.email).first()
    invitation = actions.invite(actor=inviter, email=person.email, name=person.name, roles=[person.role], at=_noon(came + 1, cast))
    member = actions.accept_invitation(invitation, person=known, name=person.name, at=_noon(came, cast))
    actions.change_own_details(member.user, member=member, name=person.name, language="nl", phone=person.phone)
    cast.joined(person, place, member)


def _noon(days_ago: int, cast: Cast) -> datetime:
    return at_time(day_ago(days_ago, cast.today), time(12))


def _choose_deputies(cast: Cast) -> None:
    for person in PEOPLE:
        if person.deputy:
            actions.choose_deputy(
                cast.member(person.slug, person.place), deputy=cast.member(person.deputy, person.place), on=cast.today,
            )


def _be_away(cast: Cast) -> None:
    """Joost is away from three working days ago until six ahead; Joke came back yesterday; Marieke goes away in a month."""
    for slug, first, last, deputy in (
        ("joost.verhagen", 3, -6, "ilse.bakker"), ("joke.smit", 55, 2, "ilse.bakker"), ("marieke.dewit", -22, -31, "pim.aalders"),
    ):
        days = {"first_date": day_ago(first, cast.today), "last_date": day_ago(last, cast.today)}
        actions.set_absence(cast.member(slug, WATERVEEN), deputy=cast.member(deputy, WATERVEEN), **days)
