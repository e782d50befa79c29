"""The people of the demo. Names and places are invented; `.example` addresses cannot exist."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role

WATERVEEN, OEVERLAND = "waterveen", "oeverland"


@dataclass(frozen=True, kw_only=True)
class Place:
    slug: str
    name: str
    phone: str
    may_write: bool  # a DPIA was made and the privacy officer gave a positive advice


@dataclass(frozen=True, kw_only=True)
class Person:
    """`slug` is also her address. `also_in`: the other municipality she works in. `tries`: what to do as this person."""

    slug: str
    name: str
    role: Role
    phone: str
    tries: str | LazyText
    place: str = WATERVEEN
    also_in: str = ""
    deputy: str = ""

    @property
    def email(self) -> str:
        return f"{self.slug}@{self.place}.example"


PLACES = (
    Place(slug=WATERVEEN, name="Gemeente Waterveen", phone="0123 45 67 89", may_write=True),
    Place(slug=OEVERLAND, name="Gemeente Oeverland", phone="0123 98 76 54", may_write=False),
)

KEY_FIGURES = (
    Person(
        slug="lina", name="Lina Fernandes", role=Role.KEY_FIGURE, phone="06 12 00 00 08",
        tries=_("Never shared a concern. See how the first time goes, from the first page on."),
    ),
    Person(
        slug="noor", name="Noor el Amrani", role=Role.KEY_FIGURE, phone="06 12 00 00 01",
        tries=_("Her report waits too long. See what Noor reads then, and share a concern yourself."),
    ),
    Person(
        slug="sam", name="Sam de Groot", role=Role.KEY_FIGURE, phone="06 12 00 00 02",
        tries=_("The reporting point asked Sam a question. Answer it, and the clock runs again."),
    ),
    Person(
        slug="kim", name="Kim Nguyen", role=Role.KEY_FIGURE, phone="06 12 00 00 03",
        tries=_("Kim would rather talk. A call was promised for today."),
    ),
    Person(
        slug="robin", name="Robin Jansen", role=Role.KEY_FIGURE, phone="06 12 00 00 04",
        tries=_("A report is finished. Say whether the answer helped, or ask to open it again."),
    ),
    Person(
        slug="alex", name="Alex Yilmaz", role=Role.KEY_FIGURE, phone="06 12 00 00 05",
        tries=_("Asked to open a finished report again, and waits for the answer."),
    ),
    Person(
        slug="mila", name="Mila Kowalska", role=Role.KEY_FIGURE, phone="06 12 00 00 06",
        tries=_("Her concern went to another organisation. See what stays of it: days and an outcome, no text."),
    ),
    Person(
        slug="ruud", name="Ruud Hoekstra", role=Role.KEY_FIGURE, phone="06 12 00 00 07",
        tries=_("Told his concern by phone; an official wrote it down for him."),
    ),
)

OFFICIALS = (
    Person(
        slug="joost.verhagen", name="Joost Verhagen", role=Role.REPORT_OFFICIAL, phone="0123 45 67 81", deputy="ilse.bakker",
        tries=_("Is away this week. His promises go to Ilse, as the reports of the two show."),
    ),
    Person(
        slug="ilse.bakker", name="Ilse Bakker", role=Role.REPORT_OFFICIAL, phone="0123 45 67 82", deputy="joost.verhagen",
        also_in=OEVERLAND,
        tries=_("One report is late, one is due today, one is new. Start at the top. She also works in Oeverland."),
    ),
    Person(
        slug="joke.smit", name="Joke Smit", role=Role.REPORT_OFFICIAL, phone="0123 45 67 83", deputy="ilse.bakker",
        tries=_("Reads the free text of colleagues before it goes to a reporter. One waits for her."),
    ),
    Person(
        slug="marieke.dewit", name="Marieke de Wit", role=Role.COORDINATOR, phone="06 12 34 56 78",
        tries=_("Knows all key figures, and sees of a concern only the clock. Invite a new key figure."),
    ),
    Person(
        slug="annemarie.dijkstra", name="Anne-Marie Dijkstra", role=Role.TEAM_LEAD, phone="0123 45 67 84",
        tries=_("Is asked when a promise stays late. She sees which promise, not the report."),
    ),
    Person(
        slug="thijs.vanleeuwen", name="Thijs van Leeuwen", role=Role.POLICY_ADVISER, phone="0123 45 67 85",
        tries=_("Works on the approach as a whole. Try to find a report: he cannot."),
    ),
    Person(
        slug="hanna.vos", name="Hanna Vos", role=Role.NEUTRAL_CHAIR, phone="06 12 00 00 20",
        tries=_("Chairs the meetings and does not work for the municipality. She sees no concern."),
    ),
    Person(
        slug="peter.schouten", name="Peter Schouten", role=Role.PRIVACY_OFFICER, phone="0123 45 67 86",
        tries=_("Reads who opened what and why, and the proof of what was erased. Never a text."),
    ),
    Person(
        slug="samira.bouali", name="Samira Bouali", role=Role.ADMINISTRATOR, phone="0123 45 67 87",
        tries=_("Manages people, roles, terms and mail that could not be sent. Never a text."),
    ),
)

NEIGHBOURS = (
    Person(
        slug="wim", name="Wim Postma", role=Role.KEY_FIGURE, phone="06 12 00 00 30", place=OEVERLAND,
        tries=_("Oeverland made no DPIA yet. Wim can ask for a talk, but cannot write."),
    ),
    Person(
        slug="els.mulder", name="Els Mulder", role=Role.ADMINISTRATOR, phone="0123 98 76 51", place=OEVERLAND,
        tries=_("Manages the smaller municipality beside Waterveen. Nothing of Waterveen is visible to her."),
    ),
)

PEOPLE = (*KEY_FIGURES, *OFFICIALS, *NEIGHBOURS)
BY_SLUG = {person.slug: person for person in PEOPLE}
